"""Lines of a contents list: a title and, far behind it or after dots, the number of a page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.invoer.pdf.zetregels import Zetregel

_PUNTJES = re.compile(r"(?:(?:[.…·_]\s?){4,}|[.…]{2,})\s*\d{1,4}$")
_NUMMER = re.compile(r"\d{1,4}")
_MINST = 3  # lines of a page: fewer are no list
_GELIJK = 4.0  # points: numbers of pages end below each other


def inhoudsregels(regels: Iterable[Zetregel]) -> frozenset[tuple[int, int]]:
    """Return which lines are of a contents list, by page and number."""
    punten: set[tuple[int, int]] = set()
    ver: dict[tuple[int, int], list[Zetregel]] = {}
    telling: Counter[tuple[int, int]] = Counter()
    for regel in regels:
        if _PUNTJES.search(regel.tekst):
            punten.add((regel.bladzijde, regel.nummer))
        elif _heeft_nummer(regel):
            plek = (regel.bladzijde, round(regel.x1 / _GELIJK))
            ver.setdefault(plek, []).append(regel)
            telling[plek] += 1
    for (blad, x), lijst in ver.items():
        aantal = sum(telling[blad, x + naast] for naast in (-1, 0, 1))
        if aantal >= _MINST:
            punten.update((regel.bladzijde, regel.nummer) for regel in lijst)
    return frozenset(punten)


def _heeft_nummer(regel: Zetregel) -> bool:
    """Tell whether a line ends in a number that stands far from its words."""
    laatste = regel.stroken[-1]
    if not regel.stroken[1:] or not _NUMMER.fullmatch(laatste.tekst) or not laatste.los:
        return False
    woorden = any(letter.isalpha() for strook in regel.stroken[:-1] for letter in strook.tekst)
    return woorden and laatste.links - regel.stroken[-2].rechts > 1.5 * regel.grootte
