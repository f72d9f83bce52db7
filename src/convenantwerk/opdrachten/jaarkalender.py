"""`convenant jaarkalender`: the year as a picture, and every day of it with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import eis_toegang
from convenantwerk.basis.stage import write_all
from convenantwerk.opdrachten.termijnen import lees_termijnen
from convenantwerk.stukken.jaarkalender import maak_jaarkalender
from convenantwerk.tijd.stand import eerste_vaststelling
from convenantwerk.tijd.termijnen.tabel import soort_van, termijnen

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.uiterste_data import UitersteDatum


@dataclass(frozen=True, slots=True)
class Kalender:
    """The outcome: the findings, and the files that were written."""

    diagnostics: tuple[Diagnostic, ...]
    bestanden: tuple[str, ...] = ()


def jaarkalender(geopend: Geopend, uit: Path, jaar: int, formaten: tuple[str, ...]) -> Kalender:
    """Write the calendar of a year, seen from the day of the dossier.

    Days of the year that lie before it are there as they were seen when the year began.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read, or a register is closed to us.
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    slot, op = date(jaar, 12, 31), geopend.op
    agenda = lees_termijnen(geopend, max(op, slot))
    eis_toegang(agenda.diagnostics)
    known: dict[str, UitersteDatum] = {}
    begin = date(jaar - 1, 12, 31)
    if begin < op:  # what has passed in this year belongs in the picture too
        vroeger = termijnen(agenda.registers, begin, min(op, slot))
        known = {d.sleutel: d for d in vroeger if soort_van(d).vast}
    known |= {d.sleutel: d for d in agenda.data}
    ordered = sorted(known.values(), key=lambda d: (d.datum or date.max, d.sleutel))
    vanaf = eerste_vaststelling(agenda.registers.gebeurtenissen)
    document = maak_jaarkalender(agenda.registers, jaar, op, ordered, vanaf)
    files = {b.pad: b.data for b in geopend.maak([document], formaten)}
    write_all(uit, files)
    return Kalender((*agenda.diagnostics, *geopend.huisstijlbevindingen), tuple(files))
