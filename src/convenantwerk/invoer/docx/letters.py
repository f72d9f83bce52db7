"""The words of a paragraph of Word: runs with their look, as inline content."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.boom import Nadruk, Regeleinde, Tekst, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.tekst.boom import Inline, Voetnoot


class Look(NamedTuple):
    """What letters look like, as far as it is emphasis."""

    vet: bool = False
    cursief: bool = False
    hoog: bool = False
    laag: bool = False


GEWOON = Look()


@dataclass(slots=True)
class Woorden:
    """The words of one paragraph, gathered as they are met.

    Args:
        grootte: how many letters there are of each size, in points.
    """

    stukken: list[tuple[Look, str | Inline]] = field(default_factory=list)
    grootte: dict[float, int] = field(default_factory=dict)

    def zet(self, tekst: str, look: Look = GEWOON, grootte: float = 0) -> None:
        """Add characters."""
        if tekst:
            self.stukken.append((look if tekst.strip() else self._gevolgd(look), tekst))
            self.grootte[grootte] = self.grootte.get(grootte, 0) + len(tekst.strip())

    def _gevolgd(self, look: Look) -> Look:
        """Return the look of a space: that of what it follows, so that it cuts no emphasis."""
        return self.stukken[-1][0] if self.stukken else look

    def breek(self) -> None:
        """Begin another line."""
        self.stukken.append((GEWOON, Regeleinde()))

    def noem(self, noot: Voetnoot) -> None:
        """Call a note."""
        self.stukken.append((GEWOON, noot))

    def laatste(self, aantal: int) -> str:
        """Return the last characters, as they are so far."""
        tekst = ""
        for _, stuk in reversed(self.stukken):
            if len(tekst) >= aantal:
                break
            tekst = (stuk if isinstance(stuk, str) else plain((stuk,))) + tekst
        return tekst[-aantal:]

    @property
    def meest(self) -> float:
        """The size of most letters; 0 when there are none."""
        return max(self.grootte, key=lambda size: self.grootte[size], default=0)

    @property
    def inhoud(self) -> tuple[Inline, ...]:
        """The words as inline content."""
        delen: list[Inline] = []
        for (look, is_tekst), groep in groupby(
            self.stukken, key=lambda stuk: (stuk[0], isinstance(stuk[1], str))
        ):
            if is_tekst:
                delen.append(_gekleed("".join(str(tekst) for _, tekst in groep), look))
            else:
                delen += [stuk for _, stuk in groep if not isinstance(stuk, str)]
        return tuple(delen)


def _gekleed(tekst: str, look: Look) -> Inline:
    deel: Inline = Tekst(tekst)
    if look.hoog or look.laag:
        deel = Nadruk("hoog" if look.hoog else "laag", (deel,))
    if look.cursief:
        deel = Nadruk("cursief", (deel,))
    return Nadruk("vet", (deel,)) if look.vet else deel


def aaneen(delen: Iterable[tuple[Inline, ...]], tussen: Inline) -> tuple[Inline, ...]:
    """Return pieces of content as one, with something between each two that hold anything."""
    samen: list[Inline] = []
    for deel in delen:
        if deel:
            samen += [tussen, *deel] if samen else deel
    return tuple(samen)
