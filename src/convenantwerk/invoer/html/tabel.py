"""A table of a web page while it is read: cells that span rows and columns to a grid."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import Beeldbrok, Tabelbrok
from convenantwerk.tekst.boom import Regeleinde, Tekst

if TYPE_CHECKING:
    from convenantwerk.invoer.brok import Plek
    from convenantwerk.tekst.boom import Inline

SPAN = 200  # rows or columns that one cell may cover
VELD = 200_000  # cells of one table, those that are covered among them


@dataclass
class Tabel:
    """Rows of cells, each with the columns and rows that it covers."""

    plek: Plek
    kop: bool = False
    rijen: list[list[tuple[tuple[Inline, ...], int, int]]] = field(default_factory=list)
    beelden: list[Beeldbrok] = field(default_factory=list)

    def rij(self) -> None:
        """Begin a row."""
        self.rijen.append([])

    def cel(self, inhoud: tuple[Inline, ...], breed: int, hoog: int) -> None:
        """Add a cell."""
        if not self.rijen:
            self.rij()
        self.rijen[-1].append((inhoud, max(1, min(breed, SPAN)), max(1, min(hoog, SPAN))))

    @property
    def cellen(self) -> list[tuple[Inline, ...]]:
        """The cells, in order."""
        return [cel for rij in self.rijen for cel, _, _ in rij]

    def rooster(self) -> list[list[tuple[Inline, ...]]]:
        """Return the rows with a place for what a cell covers, all as wide."""
        bezet: dict[tuple[int, int], tuple[Inline, ...]] = {}
        for y, rij in enumerate(self.rijen):
            x = 0
            for inhoud, breed, hoog in rij:
                while (y, x) in bezet:
                    x += 1
                onder = min(hoog, len(self.rijen) - y)
                past = len(bezet) + breed * onder <= VELD
                for dy in range(onder if past else 1):
                    for dx in range(breed if past else 1):
                        bezet.setdefault((y + dy, x + dx), ())
                bezet[y, x] = inhoud
                x += breed
        breedte = 1 + max((x for _, x in bezet), default=-1)
        gevuld = [[bezet.get((y, x), ()) for x in range(breedte)] for y in range(len(self.rijen))]
        return [rij for rij, bron in zip(gevuld, self.rijen, strict=True) if bron or any(rij)]

    def brok(self) -> Tabelbrok:
        """Return it as a brok."""
        return Tabelbrok(tuple(tuple(rij) for rij in self.rooster()), self.plek, self.kop)

    def in_een_cel(self) -> tuple[Inline, ...]:
        """Return its words as they stand in a cell of another table."""
        delen: list[Inline] = []
        for rij in self.rijen:
            cellen = [cel for cel, _, _ in rij if cel]
            if cellen and delen:
                delen.append(Regeleinde())
            for nummer, cel in enumerate(cellen):
                delen += (Tekst(" "), *cel) if nummer else cel
        return tuple(delen)
