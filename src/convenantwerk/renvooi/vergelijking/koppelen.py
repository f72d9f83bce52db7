"""Which part of the new edition is which part of the old one.

Most telling first: the same content at the same place, the same content elsewhere, the same
number with much the same words, much the same words elsewhere, and last the same number alone
("Artikel 5 komt te luiden").
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.renvooi.vergelijking.knopen import Knoop, onder
from convenantwerk.renvooi.vergelijking.rijen import naast_elkaar
from convenantwerk.renvooi.vergelijking.woorden import platte_tekst
from convenantwerk.tekst.aanduidingen import ALLE_STREPEN
from convenantwerk.tekst.boom import ZONDER_KOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# How much two parts must have in common (Dice over their words) to be the same part, among the
# children of one pair and anywhere in the text.
_HIER, _ELDERS = 0.45, 0.6
_KLEIN_ONDERDEEL = 4  # words; below this, likeness says little, and only half is not enough
_GROOT_GENOEG = 8  # words; a smaller part is found again elsewhere only by chance
_ZELDZAAM = 24  # a word that more parts than this have in common does not point to one of them
_KANDIDATEN = 4  # so many parts are looked at for each part
_ZELFDE_KOP = 0.25  # likeness that is enough for a part that kept both its number and its title
_ZELFDE_NAAM = 0.2  # how much a number or title weighs in choosing between parts that are alike
_NAAST = 0.25  # likeness for an alinea that stands alone between the same neighbours


def koppel(oud: Knoop, nieuw: Knoop) -> None:
    """Pair the nodes under two roots; afterwards `paar` tells for each its other side."""
    _verbind(oud, nieuw)
    _uitlijnen(oud, nieuw)
    while _zelfde_elders(oud, nieuw) or _gelijkend_elders(oud, nieuw) or _zelfde_nummer(nieuw):
        pass


def _verbind(oud: Knoop, nieuw: Knoop) -> None:
    oud.paar, nieuw.paar = nieuw, oud


def _verbind_geheel(oud: Knoop, nieuw: Knoop) -> None:
    """Pair two nodes with equal contents, and all under them."""
    _verbind(oud, nieuw)
    for left, right in zip(oud.kinderen, nieuw.kinderen, strict=True):
        _verbind_geheel(left, right)


def _vrij(knopen: Iterable[Knoop]) -> list[Knoop]:
    return [knoop for knoop in knopen if knoop.paar is None]


def _heel_vrij(knoop: Knoop) -> bool:
    return all(part.paar is None for part in onder(knoop))


# --- among the children of a pair ----------------------------------------------------------


def _uitlijnen(oud: Knoop, nieuw: Knoop) -> None:
    """Pair the children of a pair, and theirs."""
    if oud.groep in ("rij", "kop"):  # cells stand under their column
        for left, right in zip(oud.kinderen, nieuw.kinderen, strict=True):
            _verbind(left, right)
        return
    if oud.groep.startswith("tabel"):  # a table has one header
        _verbind(oud.kinderen[0], nieuw.kinderen[0])
        _uitlijnen(oud.kinderen[0], nieuw.kinderen[0])
    _op_volgorde(oud, nieuw)
    _op_inhoud(oud, nieuw)
    pairs = _gelijkend(_vrij(oud.kinderen), _vrij(nieuw.kinderen), _HIER, 0)
    pairs += _naast_elkaar(oud.kinderen, nieuw.kinderen)
    for left, right in pairs:
        _uitlijnen(left, right)


def _op_volgorde(oud: Knoop, nieuw: Knoop) -> None:
    """Pair children that are wholly equal and in the same order."""
    left, right = _vrij(oud.kinderen), _vrij(nieuw.kinderen)
    blocks = naast_elkaar([k.geheel for k in left], [k.geheel for k in right])
    for block in blocks.as_matching_blocks():
        for step in range(block.size):
            one, other = left[block.a + step], right[block.b + step]
            if _heel_vrij(one) and _heel_vrij(other):
                _verbind_geheel(one, other)


def _op_inhoud(oud: Knoop, nieuw: Knoop) -> None:
    """Pair children that are equal but for their number, or that changed places."""
    waiting: dict[int, deque[Knoop]] = defaultdict(deque)
    for left in _vrij(oud.kinderen):
        waiting[left.zonder_merk].append(left)
    for right in _vrij(nieuw.kinderen):
        same = waiting[right.zonder_merk]
        if same and _heel_vrij(right) and _heel_vrij(same[0]):
            _verbind_geheel(same.popleft(), right)


def _naast_elkaar(oud: list[Knoop], nieuw: list[Knoop]) -> list[tuple[Knoop, Knoop]]:
    """Pair what alone is left between the same two neighbours, when it has something in common."""
    pairs = []
    for left, right in _tussenruimten(oud, nieuw):
        if len(left) != 1 or len(right) != 1 or left[0].groep != right[0].groep:
            continue
        low = left[0].groep not in ("alinea", "element")
        if low or _gelijkenis(left[0], right[0]) >= _NAAST:
            _verbind(left[0], right[0])
            pairs.append((left[0], right[0]))
    return pairs


def _tussenruimten(
    oud: Sequence[Knoop], nieuw: Sequence[Knoop]
) -> Iterable[tuple[list[Knoop], list[Knoop]]]:
    """Yield what is free between each two neighbours that are pairs of each other."""
    anchors = [(-1, -1)]
    for right in nieuw:
        left = right.paar
        if left is not None and oud and left.ouder is oud[0].ouder and left.index > anchors[-1][0]:
            anchors.append((left.index, right.index))
    anchors.append((len(oud), len(nieuw)))
    for (begin, start), (end, stop) in pairwise(anchors):
        yield _vrij(oud[begin + 1 : end]), _vrij(nieuw[start + 1 : stop])


# --- anywhere in the text ------------------------------------------------------------------


def _los(wortel: Knoop) -> list[Knoop]:
    """Return the nodes without a pair, the weightiest first; of equals the first."""
    return sorted(_vrij(onder(wortel)), key=lambda knoop: -knoop.gewicht)


def _zelfde_elders(oud: Knoop, nieuw: Knoop) -> bool:
    """Pair what is wholly equal but for its number, wherever it went."""
    waiting: dict[int, deque[Knoop]] = defaultdict(deque)
    for left in _los(oud):
        waiting[left.zonder_merk].append(left)
    found = False
    for right in _los(nieuw):
        same = waiting.get(right.zonder_merk)
        if not same or right.paar or right.woorden < _GROOT_GENOEG or right.groep in _IN_TABEL:
            continue
        left = same.popleft()
        if _heel_vrij(left) and _heel_vrij(right):
            _verbind_geheel(left, right)
            found = True
    return found


_IN_TABEL = ("kop", "rij", "cel")  # these stay with their table


def _gelijkend_elders(oud: Knoop, nieuw: Knoop) -> bool:
    """Pair what is much alike, wherever it went: titled parts first, then what is in them."""
    found = False
    for groepen in (("deel", *ZONDER_KOP, "element"), ("onderdeel",), ("alinea",)):
        left = [knoop for knoop in _los(oud) if knoop.groep in groepen]
        right = [knoop for knoop in _los(nieuw) if knoop.groep in groepen]
        for one, other in _gelijkend(left, right, _ELDERS, _GROOT_GENOEG):
            _uitlijnen(one, other)
            found = True
    return found


def _zelfde_nummer(nieuw: Knoop) -> bool:
    """Pair what has only its number in common: it was written anew."""
    found = False
    for right in [knoop for knoop in onder(nieuw) if knoop.paar and _vrij(knoop.kinderen)]:
        named: dict[tuple[str, str], deque[Knoop]] = defaultdict(deque)
        for left in _vrij(right.paar.kinderen if right.paar else ()):
            if left.merk not in ("", *ALLE_STREPEN):
                named[left.groep, left.merk].append(left)
        for kind in _vrij(right.kinderen):
            if same := named.get((kind.groep, kind.merk)):
                left = same.popleft()
                _verbind(left, kind)
                _uitlijnen(left, kind)
                found = True
    return found


# --- likeness ------------------------------------------------------------------------------


class _Paar(NamedTuple):
    score: float
    links: Knoop
    rechts: Knoop


def _gelijkend(
    oud: Iterable[Knoop], nieuw: Iterable[Knoop], drempel: float, minimum: int
) -> list[tuple[Knoop, Knoop]]:
    """Pair the nodes that are most alike; return the pairs.

    Args:
        oud: nodes without a pair.
        nieuw: the same, of the other edition.
        drempel: how much a pair must have in common, from 0 to 1.
        minimum: how many words a node must have.
    """
    index = _Index(knoop for knoop in oud if knoop.woorden >= minimum)
    found = [
        _Paar(score, links, rechts)
        for rechts in nieuw
        if rechts.woorden >= minimum
        for links in index.kandidaten(rechts)
        if (score := _score(links, rechts, drempel))
    ]
    pairs = []
    for _, links, rechts in sorted(found, key=lambda paar: -paar.score):  # stable: text order
        if links.paar is None and rechts.paar is None:
            _verbind(links, rechts)
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


def _score(oud: Knoop, nieuw: Knoop, drempel: float) -> float:
    """Return how well two nodes fit, 0 when they are not the same part."""
    if oud.groep != nieuw.groep:
        return 0
    named = oud.plek.adres == nieuw.plek.adres
    titled = bool(oud.inhoud) and platte_tekst(oud.inhoud) == platte_tekst(nieuw.inhoud)
    gelijkenis = _gelijkenis(oud, nieuw)
    few = min(oud.woorden, nieuw.woorden) < _KLEIN_ONDERDEEL
    needed = _ZELFDE_KOP if named and titled else drempel
    if gelijkenis < needed or (few and gelijkenis <= _HELFT):
        return 0
    return gelijkenis + _ZELFDE_NAAM * (named + titled)


_HELFT = 0.5


def _gelijkenis(oud: Knoop, nieuw: Knoop) -> float:
    """Return the share of words that two nodes have in common (Dice), from 0 to 1."""
    total = oud.woorden + nieuw.woorden
    if not total:
        return 1.0
    few, many = sorted((oud.telling, nieuw.telling), key=len)
    return 2 * sum(min(count, many[word]) for word, count in few.items()) / total
