"""Which place in the text calls which footnote."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.pdf.letters import HOOG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.pdf.letters import Strook
    from convenantwerk.invoer.pdf.noten import Noot
    from convenantwerk.invoer.pdf.zetregels import Zetregel


class Roep(NamedTuple):
    """A place where a note is called: the line, and from where to where the mark stands in it."""

    bladzijde: int
    nummer: int
    kolom: int
    begin: int
    eind: int


@dataclass(slots=True)
class Nootplaatsen:
    """The notes by the lines that call them, and those that no line calls."""

    roepen: dict[tuple[int, int, int], list[tuple[Roep, Noot]]] = field(default_factory=dict)
    los: dict[int, list[Noot]] = field(default_factory=dict)


def nootplaatsen(paginas: Sequence[Sequence[Zetregel]], noten: Iterable[Noot]) -> Nootplaatsen:
    """Return where notes are called: on their page, or on the page before.

    Args:
        paginas: the lines of each page as they are read, without its notes.
        noten: in order.
    """
    uit = Nootplaatsen()
    bezet: set[Roep] = set()
    op_blad: dict[int, Sequence[Zetregel]] = {
        regels[0].bladzijde: regels for regels in paginas if regels
    }
    for noot in noten:
        kansen = [
            roep
            for zoek in (_verheven, _vast)
            for blad in (noot.bladzijde, noot.bladzijde - 1)
            for regel in op_blad.get(blad, ())
            for roep in zoek(regel, noot.merk)
            if roep not in bezet
        ]
        if kansen:
            roep = kansen[0]
            bezet.add(roep)
            plek = (roep.bladzijde, roep.nummer, roep.kolom)
            uit.roepen.setdefault(plek, []).append((roep, noot))
        else:
            uit.los.setdefault(noot.bladzijde, []).append(noot)
    return uit


def hoge_cijfers(regel: Zetregel) -> Iterable[tuple[int, Strook]]:
    """Yield the numbers that stand high in a line, and where they begin in it."""
    return ((at, strook) for at, strook in _hoog(regel) if _kaal(strook).isdigit())


def _hoog(regel: Zetregel) -> Iterable[tuple[int, Strook]]:
    lengte = 0
    for i, strook in enumerate(regel.stroken):
        begin = lengte + (1 if strook.los and i else 0)
        lengte = begin + len(strook.tekst)
        if i and strook.stijl & HOOG:
            yield begin, strook


def _kaal(strook: Strook) -> str:
    return strook.tekst.strip("()[]")


def _verheven(regel: Zetregel, merk: str) -> Iterable[Roep]:
    """Yield the places where a mark stands high."""
    for begin, strook in _hoog(regel):
        if _kaal(strook) == merk:
            eind = begin + len(strook.tekst)
            yield Roep(regel.bladzijde, regel.nummer, regel.kolom, begin, eind)


def _vast(regel: Zetregel, merk: str) -> Iterable[Roep]:
    """Yield the places where a number is stuck to the end of a word: a scan knows no heights."""
    if merk.isdigit():
        for gevonden in re.finditer(rf"(?<=[^\W\d_]{{3}}){merk}(?=[\s.,;:)]|$)", regel.tekst):
            yield Roep(regel.bladzijde, regel.nummer, regel.kolom, *gevonden.span())
        for gevonden in re.finditer(rf"(?<=[^\W\d_]{{2}}[.,;:)]){merk}(?=\s|$)", regel.tekst):
            yield Roep(regel.bladzijde, regel.nummer, regel.kolom, *gevonden.span())
