"""Working days: weekends, the holidays of the Netherlands, and the office's own closed days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import WEEKDAGEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.dossier.regels import Regels

_ZATERDAG = 5
_DAG = timedelta(days=1)


@cache
def _feestdagen(jaar: int) -> Mapping[date, str]:
    """Return the holidays of a year; the optional ones hold Good Friday and 5 May."""
    from holidays import country_holidays  # noqa: PLC0415  a tenth of a second

    found = country_holidays("NL", years=jaar, categories=("public", "optional"), language="nl")
    return dict(found.items())


def gesloten(dag: date, regels: Regels) -> str:
    """Return why no letter is handled on a day ("zondag", "Hemelvaartsdag"); "" on a working day.

    The Algemene termijnenwet does not move the dates of a convenant; this is for advice only.
    """
    if dag.weekday() >= _ZATERDAG:
        return WEEKDAGEN[dag.weekday()]
    eigen = {eigen.datum: eigen.naam for eigen in regels.gesloten}
    return eigen.get(dag) or _feestdagen(dag.year).get(dag, "")


def laatste_werkdag(dag: date, regels: Regels) -> date:
    """Return the day itself, or the working day before it."""
    while gesloten(dag, regels):
        dag -= _DAG
    return dag


def werkdagen_voor(dag: date, aantal: int, regels: Regels) -> date:
    """Return the working day that lies `aantal` working days before a day."""
    for _ in range(aantal):
        dag = laatste_werkdag(dag - _DAG, regels)
    return dag
