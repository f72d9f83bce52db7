"""The order in which the lines of a page are read: columns beside each other, one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.pdf.letters import Strook
    from convenantwerk.invoer.pdf.zetregels import Zetregel

_DIEPST = 2  # a page may be divided so often: into four columns at most
_SMALST = 180  # points: text that is no wider has no columns
_MINST = 5  # lines, left and right: fewer are no column
_VOL = 0.6  # of its width: so far lines of a column are full, which those of a table are not
_LETTERS = 18  # of a line of a column, at least
_SPELING = 2  # points: letters may stick out so far
_VAKJE = 4  # points: places so near are one
_KANSEN = 6  # places that are tried for the space between columns
_RAND = 0.2  # of the width: no column is narrower


class _Band(NamedTuple):
    """Lines from `begin` up to `eind` that have a space between columns at `goot`."""

    begin: int
    eind: int
    goot: float


def in_leesvolgorde(regels: Sequence[Zetregel]) -> list[Zetregel]:
    """Return the lines of a page as they are read, those in columns with where these are.

    Lines that run over the whole width part what is above them from what is below.
    """
    return _geordend(regels, 0)


def _geordend(regels: Sequence[Zetregel], diep: int) -> list[Zetregel]:
    band = _beste(regels) if diep < _DIEPST else None
    if band is None:
        return list(regels)
    binnen = regels[band.begin : band.eind]
    uit = _geordend(regels[: band.begin], diep)
    for kant, kolom in enumerate((_kant(binnen, band.goot, 0), _kant(binnen, band.goot, 1))):
        x0 = min(regel.x0 for regel in kolom)
        x1 = max(regel.x1 for regel in kolom)
        dieper = _geordend(kolom, diep + 1)
        uit += (
            regel
            if regel.rechts
            else replace(regel, kolom=1 + kant + 2 * diep, links=x0, rechts=x1)
            for regel in dieper
        )
    return [*uit, *_geordend(regels[band.eind :], diep)]


def _kant(regels: Iterable[Zetregel], goot: float, kant: int) -> list[Zetregel]:
    uit = []
    for regel in regels:
        stroken = tuple(strook for strook in regel.stroken if _rechts(strook, goot) == bool(kant))
        if stroken:
            uit.append(replace(regel, stroken=(stroken[0]._replace(los=True), *stroken[1:])))
    return uit


def _rechts(strook: Strook, goot: float) -> bool:
    return (strook.links + strook.rechts) / 2 > goot


def _beste(regels: Sequence[Zetregel]) -> _Band | None:
    """Return the lines that stand in two columns, None when there are none."""
    if len(regels) < _MINST:
        return None
    x0 = min(regel.x0 for regel in regels)
    x1 = max(regel.x1 for regel in regels)
    if x1 - x0 < _SMALST:
        return None
    banden = [band for goot in _goten(regels, x0, x1) for band in _banden(regels, goot)]
    return max(banden, key=lambda band: band.eind - band.begin, default=None)


def _goten(regels: Iterable[Zetregel], x0: float, x1: float) -> list[float]:
    """Return where lines begin again within the width; columns all begin at one place."""
    rand = (x1 - x0) * _RAND
    telling: Counter[int] = Counter()
    for regel in regels:
        eind = x0
        for strook in regel.stroken:
            if x0 + rand < strook.links < x1 - rand and strook.links - eind > 2 * _VAKJE:
                telling[round(strook.links / _VAKJE)] += 1
            eind = strook.rechts
    return [plek * _VAKJE - 1.5 * _VAKJE for plek, _ in telling.most_common(_KANSEN)]


def _banden(regels: Sequence[Zetregel], goot: float) -> list[_Band]:
    banden = []
    begin = 0
    for i in range(len(regels) + 1):
        if i < len(regels) and not _kruist(regels[i], goot):
            continue
        if _is_kolom(regels[begin:i], goot):
            banden.append(_Band(begin, i, goot))
        begin = i + 1
    return banden


def _kruist(regel: Zetregel, goot: float) -> bool:
    return any(
        strook.links < goot - _SPELING and strook.rechts > goot + _SPELING
        for strook in regel.stroken
    )


def _is_kolom(regels: Sequence[Zetregel], goot: float) -> bool:
    """Tell whether on both sides stands prose: lines that are long, and mostly full."""
    for kant in (0, 1):
        kolom = _kant(regels, goot, kant)
        if len(kolom) < _MINST:
            return False
        x0 = min(regel.x0 for regel in kolom)
        x1 = max(regel.x1 for regel in kolom)
        vol = median((regel.x1 - x0) / (x1 - x0 or 1) for regel in kolom)
        if vol < _VOL or median(len(regel.tekst) for regel in kolom) < _LETTERS:
            return False
    return True
