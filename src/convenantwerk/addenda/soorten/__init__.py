"""The soorten of wijziging: `WijzigingSoort` names them, and each has a file here of that name.

What a soort is stands in that file and nowhere else, as the Soort that it calls SOORT.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, get_args

from convenantwerk.dossier.dossier import WijzigingSoort

if TYPE_CHECKING:
    from convenantwerk.addenda.soort import Soort


@cache
def soort_van(naam: WijzigingSoort) -> Soort:
    """Return the soort of that name; its file is imported when it is first asked for."""
    found: Soort = import_module(f"{__name__}.{naam.replace('-', '_')}").SOORT
    return found


def alle_soorten() -> tuple[Soort, ...]:
    """Return all soorten, in the order of their names in the table."""
    return tuple(soort_van(naam) for naam in get_args(WijzigingSoort))
