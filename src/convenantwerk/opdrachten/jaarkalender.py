"""`convenant jaarkalender`: the year as a picture, and every day of it with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.files import write_all
from convenantwerk.opdrachten.termijnen import lees_termijnen
from convenantwerk.papier.huisstijl_lezen import lees_huisstijl
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.jaarkalender import maak_jaarkalender
from convenantwerk.tijd.stand import eerste_vaststelling
from convenantwerk.tijd.termijnen.tabel import soort_van, termijnen

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.tijd.uiterste_data import UitersteDatum


@dataclass(frozen=True, slots=True)
class Kalender:
    """The outcome: the findings, and the files that were written."""

    diagnostics: tuple[Diagnostic, ...]
    bestanden: tuple[str, ...] = ()


def jaarkalender(root: Path, uit: Path, jaar: int, op: date, formaten: tuple[str, ...]) -> Kalender:
    """Write the calendar of a year, seen from the day `op`.

    Days of the year that lie before `op` are there as they were seen when the year began.

    Raises:
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    slot = date(jaar, 12, 31)
    agenda = lees_termijnen(root, op, max(op, slot))
    if isinstance(agenda, tuple):
        return Kalender(agenda)
    known: dict[str, UitersteDatum] = {}
    begin = date(jaar - 1, 12, 31)
    if begin < op:  # what has passed in this year belongs in the picture too
        vroeger = termijnen(agenda.registers, begin, min(op, slot))
        known = {d.sleutel: d for d in vroeger if soort_van(d).vast}
    known |= {d.sleutel: d for d in agenda.data}
    ordered = sorted(known.values(), key=lambda d: (d.datum or date.max, d.sleutel))
    vanaf = eerste_vaststelling(agenda.registers.gebeurtenissen)
    document = maak_jaarkalender(agenda.registers, jaar, op, ordered, vanaf)
    huisstijl, found = lees_huisstijl(root)
    files = {b.pad: b.data for b in export_documents([document], huisstijl, formaten)}
    write_all(uit, files)
    return Kalender((*agenda.diagnostics, *found), tuple(files))
