"""Lines as they were set: the stroken on one height, from left to right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.invoer.pdf.letters import HOOG, LAAG, VET

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.pdf.letters import Strook

_GELIJK = 0.2  # of the size: as far two stroken of one line may differ in height
_VERHEVEN = 0.6  # of the size of the line: so far above or below it a small number may stand
_KLEIN = 0.85  # of the size of the line: what is larger is no small number


@dataclass(frozen=True, slots=True)
class Zetregel:
    """A line.

    Args:
        stroken: from left to right; not empty.
        bladzijde: on which it stands, from 1.
        nummer: which line of that page it is, from 1 and from above.
        kolom: which column of the page it is in, from 0.
        links: where its column begins.
        rechts: where its column ends.
    """

    stroken: tuple[Strook, ...]
    bladzijde: int
    nummer: int = 0
    kolom: int = 0
    links: float = 0
    rechts: float = 0

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.stroken[0].links

    @property
    def x1(self) -> float:
        """Where it ends."""
        return max(strook.rechts for strook in self.stroken)

    @property
    def grootte(self) -> float:
        """The size of most of its letters."""
        return max(self.stroken, key=lambda strook: len(strook.tekst)).grootte

    @property
    def basis(self) -> float:
        """Its height on the page, from above."""
        return max(self.stroken, key=lambda strook: len(strook.tekst)).basis

    @property
    def tekst(self) -> str:
        """Its words."""
        return tekst_van(self.stroken)

    @property
    def vet(self) -> bool:
        """Whether all of it is bold."""
        return all(strook.stijl & VET for strook in self.stroken)


def tekst_van(stroken: Iterable[Strook]) -> str:
    """Return the words of stroken that follow each other."""
    return "".join(f" {strook.tekst}" if strook.los else strook.tekst for strook in stroken).strip()


def zetregels_van(stroken: Iterable[Strook], bladzijde: int) -> list[Zetregel]:
    """Return the lines of a page from above to below; columns are not parted yet."""
    rijen: list[list[tuple[int, Strook]]] = []
    for plaats, strook in sorted(enumerate(stroken), key=lambda paar: paar[1].basis):
        if rijen and strook.basis - rijen[-1][0][1].basis <= _GELIJK * _maat(rijen[-1], strook):
            rijen[-1].append((plaats, strook))
        else:
            rijen.append([(plaats, strook)])
    # What goes on a word must stand behind it, as it does in the file.
    geordend = [[strook for _, strook in sorted(rij, key=lambda paar: paar[0])] for rij in rijen]
    geordend = _met_kleine(geordend)
    return [
        Zetregel(_geordend(rij), bladzijde, nummer)
        for nummer, rij in enumerate(sorted(geordend, key=_hoogte), start=1)
    ]


def _maat(rij: Sequence[tuple[int, Strook]], strook: Strook) -> float:
    return min(max(een.grootte for _, een in rij), strook.grootte)


def _hoogte(rij: Sequence[Strook]) -> float:
    return max(rij, key=lambda strook: len(strook.tekst) * strook.grootte).basis


def _geordend(rij: Iterable[Strook]) -> tuple[Strook, ...]:
    """Return stroken from left to right; what goes on a word stays behind it."""
    woorden: list[list[Strook]] = []
    for strook in rij:
        if strook.los or not woorden:
            woorden.append([strook])
        else:
            woorden[-1].append(strook)
    woorden.sort(key=lambda woord: woord[0].links)
    return tuple(strook for woord in woorden for strook in woord)


def _met_kleine(rijen: list[list[Strook]]) -> list[list[Strook]]:
    """Put small numbers that stand high or low into the line they belong to.

    In the order of the file such a number may stand before or behind its line, and its word may be
    in another row than it: so each small strook is looked at by itself.
    """
    over = [list(rij) for rij in rijen]
    for i, rij in enumerate(rijen):
        for strook in rij:
            for j in (i + 1, i - 1, i + 2, i - 2):
                if 0 <= j < len(rijen) and (soort := _hoort_bij(strook, rijen[j])):
                    over[i].remove(strook)
                    _zet_bij(over[j], strook._replace(stijl=strook.stijl | soort))
                    break
    return [rij for rij in over if rij]


def _zet_bij(rij: list[Strook], strook: Strook) -> None:
    """Put a small number behind the strook it touches, else where it stands."""
    voor = [een for een in rij if een.links <= strook.links]
    if not strook.los and voor:
        rij.insert(rij.index(max(voor, key=lambda een: een.links)) + 1, strook)
    else:
        rij.append(strook._replace(los=True))


def _hoort_bij(strook: Strook, rij: Sequence[Strook]) -> int:
    """Return HOOG or LAAG when a strook belongs to a line of larger letters, else 0."""
    for een in rij:
        hoger = een.basis - strook.basis
        if strook.grootte > _KLEIN * een.grootte or abs(hoger) > _VERHEVEN * een.grootte:
            continue
        if -0.7 * een.grootte < strook.links - een.rechts < 0.5 * een.grootte or (
            -0.7 * een.grootte < een.links - strook.rechts < een.grootte
        ):
            return HOOG if hoger > 0 else LAAG
    return 0
