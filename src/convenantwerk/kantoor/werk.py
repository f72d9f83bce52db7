"""Long work: it goes on by itself, tells how far it is, and can be stopped."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis import vastgelopen
from convenantwerk.basis.errors import ConvenantwerkError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.kantoor.antwoord import Uitslag, Verder

Toestand = Literal["bezig", "klaar", "gestopt", "mislukt"]
_MEEST = 50  # works that are remembered


class GestoptError(Exception):
    """The user stopped the work."""


@dataclass(slots=True)
class Werk:
    """A piece of long work.

    Attributes:
        titel: what it does.
        gedaan: how many of `totaal` steps are done; 0 of 0 while that is not known.
        stap: what it is doing now.
        uitslag: what came of it when it is done, or the page that tells.
        opbrengst: what it found, for that page.
        fouten: what stopped it.
        gezien: whether the user saw what came of it.
    """

    sleutel: str
    titel: str
    menu: str
    toestand: Toestand = "bezig"
    gedaan: int = 0
    totaal: int = 0
    stap: str = ""
    uitslag: Uitslag | Verder | None = None
    opbrengst: object = None
    fouten: Sequence[Diagnostic] = ()
    melding: str = ""
    gezien: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)

    def meld(self, gedaan: int, totaal: int, stap: str) -> None:
        """Tell how far it is.

        Raises:
            GestoptError: the user wants no more of it.
        """
        self.gedaan, self.totaal, self.stap = gedaan, totaal, stap
        if self._stop.is_set():
            raise GestoptError

    @property
    def stopt(self) -> bool:
        """Whether it was asked to stop."""
        return self._stop.is_set()

    def stop(self) -> None:
        """Ask it to stop at its next step; what was written by then is whole."""
        self._stop.set()


class Werkbank:
    """All long work of one page."""

    def __init__(self) -> None:
        self._werken: dict[str, Werk] = {}

    def begin(self, titel: str, menu: str, doe: Callable[[Werk], Uitslag | Verder]) -> Werk:
        """Start work in a thread of its own, and return it."""
        werk = Werk(secrets.token_urlsafe(12), titel, menu)
        self._werken[werk.sleutel] = werk
        while len(self._werken) > _MEEST:
            oud = next((w for w in self._werken.values() if w.toestand != "bezig"), None)
            if oud is None:
                break
            del self._werken[oud.sleutel]
        threading.Thread(target=_draai, args=(werk, doe), daemon=True).start()
        return werk

    def zoek(self, sleutel: str) -> Werk | None:
        """Return a piece of work, None when it is not there."""
        return self._werken.get(sleutel)

    @property
    def bezig(self) -> tuple[Werk, ...]:
        """What goes on now."""
        return tuple(werk for werk in self._werken.values() if werk.toestand == "bezig")

    @property
    def ongezien(self) -> tuple[Werk, ...]:
        """What goes on now, and what ended while nobody looked."""
        return tuple(werk for werk in [*self._werken.values()] if not werk.gezien)

    def sluit(self) -> None:
        """Ask all work to stop."""
        for werk in self._werken.values():
            werk.stop()


def _draai(werk: Werk, doe: Callable[[Werk], Uitslag | Verder]) -> None:
    try:
        werk.uitslag = doe(werk)
        werk.toestand = "klaar"
    except GestoptError:
        werk.toestand = "gestopt"
    except ConvenantwerkError as error:
        werk.fouten = error.diagnostics
        werk.toestand = "mislukt"
    except Exception as error:  # noqa: BLE001  a thread has nobody above it to tell
        werk.melding = vastgelopen.melding(error)
        werk.toestand = "mislukt"
