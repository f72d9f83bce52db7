"""How wide the columns of a table are: as their contents ask, and together never wider than a page.

All widths are in characters of the letter in which tables are set. A column has room for the
longest piece that must stay whole and for the longest word, but for one that is so long that it is
broken anyhow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.papier.aaneen import langste, langste_geheel
from convenantwerk.papier.document import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.papier.document import Run, Table

_NAUWST, _BREEDST = 8, 60  # what a column asks by its longest text
# Of a word that is longer only so much: less when there is no room for that, and in a table that
# says itself how wide its columns are.
_WOORD = (14, 11, 8)
_WIT = 2  # between columns
_TEKEN = 4  # characters of a cell that holds a number or a sign


class Kolommen(NamedTuple):
    """The columns of a table.

    Args:
        breedtes: how wide each is.
        krap: the words do not all fit beside each other, so that some are broken.
        heel: what must stay whole does.
    """

    breedtes: tuple[float, ...]
    krap: bool
    heel: bool


def kolommen(block: Table, ruimte: float) -> Kolommen:
    """Return how wide the columns of a table are when `ruimte` characters fit beside each other.

    Shares that the table asks for itself are kept, but for a column that needs more.
    """
    teksten = [[text_of(cell) for cell in column] for column in _kolommen(block)]
    lengtes = [max(map(len, column)) for column in teksten]
    gevraagd = block.widths or [min(max(lengte, _NAUWST), _BREEDST) for lengte in lengtes]
    geheel = [max(map(langste_geheel, column)) for column in teksten]
    woorden = [max(map(langste, column)) for column in teksten]
    for grens in _WOORD[-1:] if block.widths else _WOORD:
        nodig = [
            max(vast, min(woord, grens)) + _WIT for vast, woord in zip(geheel, woorden, strict=True)
        ]
        if sum(nodig) <= ruimte:
            break
    breedtes = _verdeeld([ruimte * deel / sum(gevraagd) for deel in gevraagd], nodig, ruimte)
    krap = sum(woorden) + _WIT * len(woorden) > ruimte
    heel = all(vast + _WIT <= b + 1e-6 for vast, b in zip(geheel, breedtes, strict=True) if vast)
    return Kolommen(tuple(breedtes), krap, heel)


def smal(block: Table) -> tuple[int, ...]:
    """Return which columns hold only numbers or signs, counted from 0; the header aside."""
    kolommen_ = zip(*block.rows, strict=True)
    return tuple(
        number
        for number, kolom in enumerate(kolommen_)
        if all(len(text_of(cell)) <= _TEKEN for cell in kolom)
    )


def _kolommen(block: Table) -> Iterator[tuple[tuple[Run, ...], ...]]:
    return zip(block.header, *block.rows, strict=True)


def _verdeeld(wens: Sequence[float], nodig: Sequence[float], ruimte: float) -> list[float]:
    """Divide room as is wished, so that each gets what it needs; or nearly, when all need much."""
    if sum(nodig) > ruimte:
        nodig = _begrensd(nodig, ruimte)
    vast: set[int] = set()
    while True:
        over = ruimte - sum(nodig[i] for i in vast)
        vrij = sum(w for i, w in enumerate(wens) if i not in vast)
        breedtes = [
            n if i in vast else over * w / vrij
            for i, (w, n) in enumerate(zip(wens, nodig, strict=True))
        ]
        tekort = {i for i, n in enumerate(nodig) if i not in vast and breedtes[i] < n}
        if not tekort:
            return breedtes
        vast |= tekort


def _begrensd(nodig: Sequence[float], ruimte: float) -> list[float]:
    """Return needs of which the largest are cut down to one size, so that they fit."""
    over, grens = ruimte, 0.0
    for place, need in enumerate(sorted(nodig)):
        grens = over / (len(nodig) - place)
        if need > grens:
            break
        over -= need
    return [min(need, grens) for need in nodig]
