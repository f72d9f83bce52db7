"""A page: its addresses, and its entry in the menu."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.responses import Response

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag


@dataclass(frozen=True, slots=True)
class Weg:
    """An address, and what answers there.

    Args:
        pad: the address, as Starlette writes it: "/partners/{partner}".
        doe: answers a request.
        methode: POST for a form.
        wijzigt: whether it changes anything: then it is refused when only looking is allowed, its
            form carries a token, and what came of it is what its twin is answered.
        zonder_dossier: whether it is there before there is a dossier.
    """

    pad: str
    doe: Callable[[Vraag], Antwoord | Response]
    methode: Literal["GET", "POST"] = "GET"
    wijzigt: bool = False
    zonder_dossier: bool = False


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page.

    Args:
        wegen: its addresses; the first is that of the menu.
        naam: its name in the menu, "" when it is not there.
        teller: how many things on it ask for attention; not shown when 0.
    """

    wegen: Sequence[Weg]
    naam: str = ""
    teller: Callable[[Geopend], int] | None = None
