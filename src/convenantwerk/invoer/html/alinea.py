"""A paragraph while it is read: its runs, what of it is not kept, and the words it had."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Nadruk, Regeleinde, Tekst, plain

if TYPE_CHECKING:
    from convenantwerk.invoer.brok import WegReden
    from convenantwerk.invoer.html.tags import Soort
    from convenantwerk.tekst.boom import Inline

_VOLGORDE: tuple[Soort, ...] = ("hoog", "laag", "cursief", "vet")
_WIT = re.compile(r"[ \t\n\r\f]+")


@dataclass
class Alinea:
    """Runs of one paragraph, in the order in which they come.

    Args:
        letterlijk: white space is kept, as in `<pre>`.
    """

    letterlijk: bool = False
    delen: list[Inline] = field(default_factory=list)
    was: list[str] = field(default_factory=list)
    groottes: Counter[float] = field(default_factory=Counter)
    anders: bool = False  # what is kept is not all that there was
    weg: WegReden | None = None
    _wit: bool = True  # it ends in white space, or is empty

    def tekst(self, tekst: str, soorten: frozenset[Soort], grootte: float = 0.0) -> None:
        """Add characters, of which white space is one space, as a browser shows it."""
        if self.letterlijk:
            for nummer, regel in enumerate(tekst.split("\n")):
                if nummer:
                    self.regeleinde()
                self._voeg_toe(regel, soorten, grootte)
            return
        tekst = _WIT.sub(" ", tekst)
        if self._wit:
            tekst = tekst.removeprefix(" ")
        self._voeg_toe(tekst, soorten, grootte)

    def _voeg_toe(self, tekst: str, soorten: frozenset[Soort], grootte: float) -> None:
        if not tekst:
            return
        self._wit = tekst.endswith(" ")
        self.was.append(tekst)
        self.groottes[grootte] += len(tekst)
        deel: Inline = Tekst(tekst)
        for soort in _VOLGORDE:
            if soort in soorten:
                deel = Nadruk(soort, (deel,))
        self.delen.append(deel)

    def verborgen(self, tekst: str, waarom: WegReden) -> None:
        """Add characters that are there and are not kept."""
        self.was.append(tekst)
        if tekst.strip():
            self.weg = waarom
            self.anders = True

    def terug(self, tekst: str, soorten: frozenset[Soort]) -> None:
        """Add characters that were not there, and are put back."""
        was = len(self.was)
        self.tekst(tekst, soorten)
        del self.was[was:]
        self.anders = True

    def invoeg(self, deel: Inline, was: str) -> None:
        """Add a part, and the characters it stands for."""
        self.delen.append(deel)
        self.was.append(was)
        self.anders = self.anders or plain((deel,)) != was
        self._wit = False

    def regeleinde(self) -> None:
        """Add a line break."""
        self.delen.append(Regeleinde())
        self.was.append("\n")
        self._wit = True

    @property
    def leeg(self) -> bool:
        """Whether nothing of it is seen."""
        return not any(plain((deel,)).strip() or not _is_tekst(deel) for deel in self.delen)

    @property
    def inhoud(self) -> tuple[Inline, ...]:
        """What is kept, without the line breaks at its ends."""
        delen = list(self.delen)
        while delen and isinstance(delen[-1], Regeleinde):
            delen.pop()
        while delen and isinstance(delen[0], Regeleinde):
            delen.pop(0)
        if delen and isinstance(delen[-1], Tekst) and not self.letterlijk:
            delen[-1] = Tekst(delen[-1].tekst.rstrip(" "))
        return tuple(delen)

    @property
    def grootte(self) -> float:
        """The size of most of its letters, 0 when it is not told."""
        return self.groottes.most_common(1)[0][0] if self.groottes else 0.0


def _is_tekst(deel: Inline) -> bool:
    return isinstance(deel, Tekst | Nadruk | Regeleinde)
