"""Working days: weekends, the holidays of the Netherlands, and the office's own closed days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dateutil.easter import easter

from convenantwerk.basis.datum import WEEKDAGEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.dossier.regels import Regels

_ZATERDAG, _ZONDAG = 5, 6
_DAG = timedelta(days=1)


# What moves with Easter, by the days after it (Algemene termijnenwet, artikel 3).
_NA_PASEN: Mapping[int, str] = {
    -2: "Goede vrijdag",
    1: "Tweede paasdag",
    39: "Hemelvaartsdag",
    50: "Tweede pinksterdag",
}
_VASTE: Mapping[tuple[int, int], str] = {
    (1, 1): "Nieuwjaarsdag",
    (5, 5): "Bevrijdingsdag",
    (12, 25): "Eerste kerstdag",
    (12, 26): "Tweede kerstdag",
}
_KONING = 2014  # the first year in which the birthday of this king was celebrated


@cache
def _feestdagen(jaar: int) -> Mapping[date, str]:
    """Return the holidays of a year on which the law expects no work; Sundays need no name."""
    pasen = easter(jaar)
    verjaardag = date(jaar, 4, 27 if jaar >= _KONING else 30)
    if verjaardag.weekday() == _ZONDAG:
        verjaardag -= _DAG
    return {
        verjaardag: "Koningsdag" if jaar >= _KONING else "Koninginnedag",
        **{pasen + na * _DAG: naam for na, naam in _NA_PASEN.items()},
        **{date(jaar, *dag): naam for dag, naam in _VASTE.items()},
    }


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
