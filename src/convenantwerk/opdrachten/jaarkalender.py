"""`convenant jaarkalender`: the year as a picture, and every day of it with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import eis_toegang
from convenantwerk.basis.stage import write_all
from convenantwerk.opdrachten.termijnen import lees_termijnen
from convenantwerk.stukken.jaarkalender import in_jaar, maak_jaarkalender
from convenantwerk.stukken.tijdlijn import tijdlijn
from convenantwerk.tijd.stand import eerste_vaststelling
from convenantwerk.tijd.termijnen.tabel import soort_van, termijnen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.termijnen import Agenda
    from convenantwerk.tijd.uiterste_data import UitersteDatum


@dataclass(frozen=True, slots=True)
class Kalender:
    """The outcome: the findings, and the files that were written."""

    diagnostics: tuple[Diagnostic, ...]
    bestanden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Jaar:
    """What falls due in a year, seen from the day of the dossier.

    Args:
        agenda: what falls due from that day on, and what is wrong in the registers.
        jaar: the year.
        data: what falls due, and what did in the days of the year that lie before that day.
        vanaf: the day from which the convenant is in force, None when that is not recorded.
    """

    agenda: Agenda
    jaar: int
    data: Sequence[UitersteDatum]
    vanaf: date | None


def jaarkalender(geopend: Geopend, uit: Path, jaar: int, formaten: tuple[str, ...]) -> Kalender:
    """Write the calendar of a year, seen from the day of the dossier.

    Days of the year that lie before it are there as they were seen when the year began.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read, or a register is closed to us.
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    gelezen = lees_jaar(geopend, jaar)
    eis_toegang(gelezen.agenda.diagnostics)
    registers, op = gelezen.agenda.registers, gelezen.agenda.op
    document = maak_jaarkalender(registers, jaar, op, gelezen.data, gelezen.vanaf)
    files = {b.pad: b.data for b in geopend.maak([document], formaten)}
    write_all(uit, files)
    return Kalender((*gelezen.agenda.diagnostics, *geopend.huisstijlbevindingen), tuple(files))


def lees_jaar(geopend: Geopend, jaar: int) -> Jaar:
    """Return what the calendar of a year is made of, as `jaarkalender` makes it.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read, or a register cannot be read whole.
    """
    slot, op = date(jaar, 12, 31), geopend.op
    agenda = lees_termijnen(geopend, max(op, slot))
    known: dict[str, UitersteDatum] = {}
    begin = date(jaar - 1, 12, 31)
    if begin < op:  # what has passed in this year belongs in the picture too
        vroeger = termijnen(agenda.registers, begin, min(op, slot))
        known = {d.sleutel: d for d in vroeger if soort_van(d).vast}
    known |= {d.sleutel: d for d in agenda.data}
    ordered = sorted(known.values(), key=lambda d: (d.datum or date.max, d.sleutel))
    return Jaar(agenda, jaar, ordered, eerste_vaststelling(agenda.registers.gebeurtenissen))


def beeld(gelezen: Jaar) -> str:
    """Return the picture of a year, as it stands in its calendar: an SVG."""
    getoond = in_jaar(gelezen.data, gelezen.jaar)
    return tijdlijn(gelezen.jaar, gelezen.agenda.op, getoond, gelezen.vanaf)
