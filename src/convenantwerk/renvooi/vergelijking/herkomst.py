"""Which elements were split off from another, and which were merged into another."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Literal

from convenantwerk.renvooi.renvooi import Herkomst
from convenantwerk.renvooi.vergelijking.knopen import Knoop, onder
from convenantwerk.tekst.boom import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_MEESTE = 0.5  # of the words of an element, this share must come from one other


def find_herkomst(oud: Knoop, nieuw: Knoop) -> tuple[Herkomst, ...]:
    """Return the elements that were split or merged, in the order of the text.

    A new element is split off when most of its words stood in one old element that lost them; an
    old element is merged when most of its words now stand in one new element that gained them.
    """
    split = _find(nieuw, oud, "gesplitst")
    merged = _find(oud, nieuw, "samengevoegd")
    return (*split, *merged)


def _find(
    hier: Knoop, daar: Knoop, soort: Literal["gesplitst", "samengevoegd"]
) -> Iterator[Herkomst]:
    lone = [knoop for knoop in onder(hier) if not knoop.paar and _is_titled(knoop)]
    if not lone:
        return
    titled = (knoop for knoop in onder(daar) if _is_titled(knoop))
    spare = [(knoop, words, words.total()) for knoop in titled if (words := _over(knoop))]
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, (_, words, _) in enumerate(spare):
        for word in words:
            by_word[word].append(number)
    for knoop in lone:
        own = _eigen(knoop)
        best, shared = None, 0
        for number in sorted(_met_genoeg(own, by_word)):
            other, words, total = spare[number]
            common = (own & words).total() if total > _MEESTE * own.total() else 0
            if common > shared:
                best, shared = other, common
        if best is not None and shared > _MEESTE * own.total():
            van, naar = (best, knoop) if soort == "gesplitst" else (knoop, best)
            yield Herkomst(soort, van.plek.adres, naar.plek.adres)


def _met_genoeg(own: Counter[str], by_word: Mapping[str, list[int]]) -> set[int]:
    """Return what can have most of these words: that must have one of the rarest half of them."""
    found: set[int] = set()
    seen = 0
    for word in sorted(own, key=lambda word: len(by_word.get(word, ()))):
        found.update(by_word.get(word, ()))
        seen += own[word]
        if seen >= _MEESTE * own.total():
            break
    return found


def _is_titled(knoop: Knoop) -> bool:
    return isinstance(knoop.plek.part, Element) and bool(knoop.plek.adres)


def _eigen(knoop: Knoop) -> Counter[str]:
    """Return the words under an element that are not those of an element under it."""
    words: Counter[str] = Counter()
    for kind in knoop.kinderen:
        if not _is_titled(kind):
            words.update(kind.telling)
    return words


def _over(knoop: Knoop) -> Counter[str]:
    """Return the words of an element that its pair, which must be there, does not have."""
    if knoop.paar is None or knoop.paar.geheel == knoop.geheel:
        return Counter()
    words = _eigen(knoop)
    words.subtract(_eigen(knoop.paar))
    return +words
