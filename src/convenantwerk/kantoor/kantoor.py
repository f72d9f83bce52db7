"""What stays between two requests: the opened dossier, files that were sent, and what was done.

The files are the truth. Nothing that is kept here counts: when the server is killed, what was
recorded is on the disk, and what was not is gone.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import is_dossier
from convenantwerk.basis.journal import herstel
from convenantwerk.basis.laatste import Laatste
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.ontvangst import Ontvangst
from convenantwerk.kantoor.werk import Werkbank

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.kantoor.antwoord import Uitslag, Verder
    from convenantwerk.kantoor.formulier import Formulier

_MEEST_UITSLAGEN = 1_000
_MEEST_BEKEKEN = 60  # forms of which was asked what would follow


class Kantoor:
    """One dossier as the page has it open. One request at a time is with the dossier.

    Args:
        root: the folder of the dossier; there may be none in it yet.
        klok: tells the day.
        alleen_lezen: whether every change is refused.
    """

    def __init__(self, root: Path, klok: Callable[[], date], *, alleen_lezen: bool = False) -> None:
        self.root = root.resolve()
        self.alleen_lezen = alleen_lezen
        self.werkbank = Werkbank()
        self.ontvangst = Ontvangst()
        self._klok = klok
        self._slot = threading.RLock()
        self._geopend: Geopend | None = None
        self._stand = 0
        self._uitslagen: Laatste[str, Uitslag | Verder] = Laatste(_MEEST_UITSLAGEN)
        self.bekeken: Laatste[str, Formulier] = Laatste(_MEEST_BEKEKEN)
        self._hersteld: tuple[Diagnostic, ...] = ()
        self.bij_sluiten: Callable[[], None] | None = None  # who serves it may be asked to stop

    @property
    def vandaag(self) -> date:
        """The day."""
        return self._klok()

    @property
    def is_begonnen(self) -> bool:
        """Whether there is a dossier."""
        return is_dossier(self.root)

    @contextmanager
    def dossier(self) -> Iterator[Geopend]:
        """Give the dossier as its files are now; others wait.

        What a command that was killed left half done is finished or undone first.

        Raises:
            ConvenantwerkError: CV900, there is none; CV910 and CV920, as `herstel`.
        """
        with self._slot:
            if not self.is_begonnen:
                raise ConvenantwerkError("CV900", pad=str(self.root))
            if not self.alleen_lezen:
                self._hersteld += herstel(self.root)
            op = self.vandaag
            if self._geopend is None or self._geopend.op != op:
                self._geopend = Geopend(self.root, op)
                self._stand += 1
            elif self._geopend.vernieuw():
                self._stand += 1
            yield self._geopend

    def neem_hersteld(self) -> tuple[Diagnostic, ...]:
        """Return what was finished or undone since this was asked last: it is told once."""
        with self._slot:
            found, self._hersteld = self._hersteld, ()
        return found

    def stand(self) -> int:
        """Return a number that is another one as soon as any file of the dossier is otherwise."""
        if not self.is_begonnen:
            return 0
        with self.dossier():
            return self._stand

    # --- what was done, by the token of its form

    @contextmanager
    def beurt(self) -> Iterator[None]:
        """Let one request at a time be dealt with."""
        with self._slot:
            yield

    def onthoud(self, teken: str, uitslag: Uitslag | Verder) -> None:
        """Keep what came of a form, so that sending it again does nothing again."""
        self._uitslagen[teken] = uitslag

    def gedaan(self, teken: str) -> Uitslag | Verder | None:
        """Return what came of a form, None when it was not sent or that is forgotten."""
        return self._uitslagen.get(teken)

    def sluit(self) -> None:
        """Stop what runs and drop what was sent."""
        self.werkbank.sluit()
        self.ontvangst.sluit()
