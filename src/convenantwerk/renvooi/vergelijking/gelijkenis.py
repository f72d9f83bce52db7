"""How alike two parts are, and which of many fit best."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.renvooi.vergelijking.paren import verbind
from convenantwerk.renvooi.vergelijking.woorden import platte_tekst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from convenantwerk.renvooi.vergelijking.knopen import Knoop

    Maat = Callable[[Knoop, Knoop], float]

_KLEIN_ONDERDEEL = 4  # words; below this, likeness says little, and only half is not enough
_KERN = 4  # words with meaning; of fewer, those without count too
_HELFT = 0.5
_ZELDZAAM = 24  # a word that more parts than this have in common does not point to one of them
_KANDIDATEN = 4  # so many parts are looked at for each part
_ZELFDE_KOP = 0.25  # likeness that is enough for a part that kept both its number and its title
_ZELFDE_NAAM = 0.2  # how much a number or title weighs in choosing between parts that are alike


class _Paar(NamedTuple):
    score: float
    links: Knoop
    rechts: Knoop


def gelijkend(
    oud: Iterable[Knoop],
    nieuw: Iterable[Knoop],
    drempel: float,
    minimum: int = 0,
    maat: Maat | None = None,
) -> list[tuple[Knoop, Knoop]]:
    """Pair the nodes that are most alike; return the pairs.

    Args:
        oud: nodes without a pair.
        nieuw: the same, of the other edition.
        drempel: how much a pair must have in common, from 0 to 1.
        minimum: how many words a node must have.
        maat: how alike two nodes are, from 0 to 1; `gelijkenis` when left out.
    """
    index = _Index(knoop for knoop in oud if knoop.woorden >= minimum)
    found = [
        _Paar(score, links, rechts)
        for rechts in nieuw
        if rechts.woorden >= minimum
        for links in index.kandidaten(rechts)
        if (score := _score(links, rechts, drempel, maat or gelijkenis))
    ]
    pairs = []
    for _, links, rechts in sorted(found, key=lambda paar: -paar.score):  # stable: text order
        if links.paar is None and rechts.paar is None:
            verbind(links, rechts)
            pairs.append((links, rechts))
    return pairs


class _Index:
    """Finds, among many nodes, the few that share telling words with another."""

    def __init__(self, knopen: Iterable[Knoop]) -> None:
        self.knopen = list(knopen)
        self.by_adres = {knoop.plek.adres: knoop for knoop in self.knopen}
        self.by_word: dict[str, list[int]] = defaultdict(list)
        if len(self.knopen) > _KANDIDATEN:
            for number, knoop in enumerate(self.knopen):
                for word in knoop.telling:
                    self.by_word[word].append(number)

    def kandidaten(self, knoop: Knoop) -> list[Knoop]:
        """Return the nodes worth comparing with."""
        if len(self.knopen) <= _KANDIDATEN:
            return self.knopen
        hits: Counter[int] = Counter()
        for word in knoop.telling:
            numbers = self.by_word.get(word, ())
            if len(numbers) <= _ZELDZAAM:
                hits.update(numbers)
        found = {self.knopen[number].plek.adres: self.knopen[number] for number in _best(hits)}
        same = self.by_adres.get(knoop.plek.adres)
        if same is not None:
            found.setdefault(same.plek.adres, same)
        return list(found.values())


def _best(hits: Counter[int]) -> list[int]:
    ranked = sorted(hits, key=lambda number: (-hits[number], number))
    return ranked[:_KANDIDATEN]


def _score(oud: Knoop, nieuw: Knoop, drempel: float, maat: Maat) -> float:
    """Return how well two nodes fit, 0 when they are not the same part."""
    if oud.groep != nieuw.groep:
        return 0
    named = oud.plek.adres == nieuw.plek.adres
    titled = bool(oud.inhoud) and platte_tekst(oud.inhoud) == platte_tekst(nieuw.inhoud)
    alike = maat(oud, nieuw)
    few = min(oud.woorden, nieuw.woorden) < _KLEIN_ONDERDEEL
    needed = _ZELFDE_KOP if named and titled else drempel
    if alike < needed or (few and alike <= _HELFT):
        return 0
    return alike + _ZELFDE_NAAM * (named + titled)


def gelijkenis(oud: Knoop, nieuw: Knoop) -> float:
    """Return the share of words that two nodes have in common (Dice), from 0 to 1.

    Words with meaning, when both have enough of them.
    """
    if min(len(oud.kern), len(nieuw.kern)) >= _KERN:
        return _dice(oud.kerntelling, nieuw.kerntelling)
    return _dice(oud.telling, nieuw.telling)


def _dice(een: Counter[str], ander: Counter[str]) -> float:
    total = een.total() + ander.total()
    if not total:
        return 1.0
    few, many = sorted((een, ander), key=len)
    return 2 * sum(min(count, many[word]) for word, count in few.items()) / total
