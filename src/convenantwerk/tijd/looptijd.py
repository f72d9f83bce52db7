"""The term of a convenant: which runs on a day, and which comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.periode import Periode

if TYPE_CHECKING:
    from convenantwerk.dossier.regels import Looptijd

DAG = timedelta(days=1)
_MAANDEN = 12


def termijn_op(
    dag: date, looptijd: Looptijd | None, eerste: date | None = None
) -> tuple[date, date] | None:
    """Return the first and the last day of the term that runs on a day.

    None when no term does: the convenant has no end, has ended, has yet to begin, or does not
    state how long it lasts.

    Args:
        dag: the day.
        looptijd: how long the convenant lasts.
        eerste: the day on which it was first adopted.
    """
    if looptijd is None or (eerste is not None and dag < eerste):
        return None
    if looptijd.soort == "bepaalde tijd":
        vanaf, tot = looptijd.vanaf or eerste, looptijd.tot
        return (vanaf, tot) if vanaf and tot and vanaf <= dag <= tot else None
    begin = _laatste_begin(dag, looptijd)
    if begin is None:
        return None
    volgende = volgend_begin(begin, looptijd)
    return None if volgende is None else (begin, volgende - DAG)


def volgend_begin(dag: date, looptijd: Looptijd | None) -> date | None:
    """Return the first day after `dag` on which a term begins; None when none does."""
    if looptijd is None or looptijd.soort != "stilzwijgend verlengd":
        return None
    if looptijd.vanaf is not None and dag < looptijd.vanaf:
        return looptijd.vanaf
    if looptijd.vanaf is None:
        return _verjaardag_na(dag, looptijd)
    maanden = _maanden(looptijd.verlenging)
    return _tel(looptijd.vanaf, maanden, _aantal(dag, looptijd.vanaf, maanden) + 1)


def verjaardag_na(dag: date, looptijd: Looptijd | None) -> date | None:
    """Return the first anniversary of the convenant after `dag`; None when it has none."""
    return None if looptijd is None else _verjaardag_na(dag, looptijd)


def _verjaardag_na(dag: date, looptijd: Looptijd) -> date | None:
    if looptijd.verjaardag is not None:
        deze = looptijd.verjaardag.in_jaar(dag.year)
        return deze if deze > dag else looptijd.verjaardag.in_jaar(dag.year + 1)
    if looptijd.vanaf is not None:
        eerste = looptijd.vanaf
        return _tel(eerste, _MAANDEN, max(_aantal(dag, eerste, _MAANDEN) + 1, 1))
    return None


def _laatste_begin(dag: date, looptijd: Looptijd) -> date | None:
    """Return the last day through `dag` on which a term began."""
    if looptijd.soort != "stilzwijgend verlengd":
        return None
    if looptijd.vanaf is not None:
        if dag < looptijd.vanaf:
            return None
        maanden = _maanden(looptijd.verlenging)
        return _tel(looptijd.vanaf, maanden, _aantal(dag, looptijd.vanaf, maanden))
    if looptijd.verjaardag is None:
        return None
    deze = looptijd.verjaardag.in_jaar(dag.year)
    return deze if deze <= dag else looptijd.verjaardag.in_jaar(dag.year - 1)


def _maanden(verlenging: Periode | None) -> int:
    """Return the months of a term; a year when it is not said (CV231 says so)."""
    return (verlenging.jaren * _MAANDEN + verlenging.maanden if verlenging else 0) or _MAANDEN


def _aantal(dag: date, eerste: date, maanden: int) -> int:
    """Return how many whole terms have ended since the first began; below 0 before it."""
    aantal = ((dag.year - eerste.year) * _MAANDEN + dag.month - eerste.month) // maanden
    return aantal if _tel(eerste, maanden, aantal) <= dag else aantal - 1


def _tel(eerste: date, maanden: int, aantal: int) -> date:
    return Periode(maanden=maanden * aantal).na(eerste)
