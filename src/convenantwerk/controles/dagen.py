"""The controle of dates: that there is such a day, and on that day of the week."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import MAANDEN, WEEKDAGEN, getypte_datum
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek

_DAG = (
    rf"(?i)(?<![\w./-])(?:(?:{'|'.join(WEEKDAGEN)}) )?\d{{1,2}} (?:{'|'.join(MAANDEN)})\b"
    r"(?P<jaar> (?:19|20)\d\d(?!\d))?"
    r"|(?<![\w./-])\d{1,2}-\d{1,2}-(?P<cijfers>(?:19|20)\d\d)(?![\w/-])"
)
_SCHRIKKELJAAR = " 2000"  # in which every day is that is one in some year


def check_dagen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No date is named of which there is no such day."""
    for deel in onderzoek.passages_met((*MAANDEN, "-19", "-20")):
        for match in re.finditer(_DAG, deel.tekst):
            volledig = match["jaar"] or match["cijfers"]
            if match["cijfers"] and min(map(int, match[0].split("-")[:2])) > len(MAANDEN):
                continue  # no month in whatever order: the number of a paper
            try:
                getypte_datum(match[0] if volledig else _zonder_weekdag(match[0]) + _SCHRIKKELJAAR)
            except ValueError as error:
                waarom = str(error) if volledig else str(error).replace(_SCHRIKKELJAAR, "")
                yield CODES["CV109"].at(deel.plaats(match.start()), woorden=match[0], waarom=waarom)


def _zonder_weekdag(woorden: str) -> str:
    """Return a day and month without the day of the week, of which nothing is known."""
    return " ".join(woorden.split()[-2:])


CONTROLES = (Controle(check_dagen, "tekst"),)
