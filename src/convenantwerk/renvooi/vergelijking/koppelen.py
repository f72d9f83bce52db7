"""Which part of the new edition is which part of the old one.

Most telling first: the same content at the same place, the same content elsewhere, the same
number with much the same words, much the same words elsewhere, and last the same number alone
("Artikel 5 komt te luiden").
"""

from __future__ import annotations

from collections import defaultdict, deque
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.renvooi.vergelijking.gelijkenis import gelijkend, gelijkenis
from convenantwerk.renvooi.vergelijking.knopen import Knoop, onder
from convenantwerk.renvooi.vergelijking.omhullen import omhuld
from convenantwerk.renvooi.vergelijking.paren import heel_vrij, verbind, verbind_geheel, vrij
from convenantwerk.renvooi.vergelijking.rijen import naast_elkaar
from convenantwerk.renvooi.vergelijking.verplaatst import (
    gelijkend_elders,
    uniek_elders,
    zelfde_elders,
)
from convenantwerk.tekst.aanduidingen import ALLE_STREPEN
from convenantwerk.tekst.boom import Element, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_HIER = 0.45  # likeness (Dice over their words) of the same part among the children of one pair
_NAAST = 0.25  # likeness for a part that stands alone between the same neighbours


def koppel(oud: Knoop, nieuw: Knoop) -> None:
    """Pair the nodes under two roots; afterwards `paar` tells for each its other side."""
    verbind(oud, nieuw)
    for left, right in uniek_elders(oud, nieuw):
        _uitlijnen(left, right)
    _uitlijnen(oud, nieuw)
    while any(_ronde(oud, nieuw)):
        pass


def _ronde(oud: Knoop, nieuw: Knoop) -> Iterator[bool]:
    """Yield whether anything was paired, the most telling first."""
    yield zelfde_elders(oud, nieuw)
    pairs = gelijkend_elders(oud, nieuw)
    for left, right in pairs:
        _uitlijnen(left, right)
    yield bool(pairs)
    yield _alleen_over(nieuw)
    yield _zelfde_nummer(nieuw)


# --- among the children of a pair ----------------------------------------------------------


def _uitlijnen(oud: Knoop, nieuw: Knoop) -> None:
    """Pair the children of a pair, and theirs."""
    if oud.groep in ("rij", "kop"):  # cells stand under their column
        for left, right in zip(oud.kinderen, nieuw.kinderen, strict=True):
            verbind(left, right)
        return
    if oud.groep.startswith("tabel"):  # a table has one header
        verbind(oud.kinderen[0], nieuw.kinderen[0])
        _uitlijnen(oud.kinderen[0], nieuw.kinderen[0])
    pairs = omhuld(oud, nieuw)
    _op_volgorde(oud, nieuw)
    _op_inhoud(oud, nieuw)
    pairs += _slotregels(vrij(oud.kinderen), vrij(nieuw.kinderen))
    pairs += gelijkend(vrij(oud.kinderen), vrij(nieuw.kinderen), _HIER)
    pairs += _naast_elkaar(oud.kinderen, nieuw.kinderen, _IN_TABEL)
    for left, right in pairs:
        _uitlijnen(left, right)


def _op_volgorde(oud: Knoop, nieuw: Knoop) -> None:
    """Pair children that are wholly equal and in the same order."""
    left, right = vrij(oud.kinderen), vrij(nieuw.kinderen)
    blocks = naast_elkaar([k.geheel for k in left], [k.geheel for k in right])
    for block in blocks.as_matching_blocks():
        for step in range(block.size):
            one, other = left[block.a + step], right[block.b + step]
            if heel_vrij(one) and heel_vrij(other):
                verbind_geheel(one, other)


def _op_inhoud(oud: Knoop, nieuw: Knoop) -> None:
    """Pair children that are equal but for their number, or that changed places."""
    waiting: dict[int, deque[Knoop]] = defaultdict(deque)
    for left in vrij(oud.kinderen):
        waiting[left.zonder_merk].append(left)
    for right in vrij(nieuw.kinderen):
        same = waiting[right.zonder_merk]
        if same and heel_vrij(right) and heel_vrij(same[0]):
            verbind_geheel(same.popleft(), right)


def _naast_elkaar(
    oud: list[Knoop], nieuw: list[Knoop], hoe_dan_ook: tuple[str, ...]
) -> list[tuple[Knoop, Knoop]]:
    """Pair what alone is left between the same two neighbours, when it has something in common.

    Parts of the groups `hoe_dan_ook` are a pair whatever they say.
    """
    pairs = []
    for left, right in _tussenruimten(oud, nieuw):
        if len(left) != 1 or len(right) != 1 or left[0].groep != right[0].groep:
            continue
        if left[0].groep in hoe_dan_ook or gelijkenis(left[0], right[0]) >= _NAAST:
            verbind(left[0], right[0])
            pairs.append((left[0], right[0]))
    return pairs


def _slotregels(oud: list[Knoop], nieuw: list[Knoop]) -> list[tuple[Knoop, Knoop]]:
    """Pair the closing lines of a text, which has them once, whatever they say."""
    sides = ([k for k in side if k.groep == "slot"] for side in (oud, nieuw))
    pairs = list(zip(*sides, strict=False))
    for left, right in pairs:
        verbind(left, right)
    return pairs


_IN_TABEL = ("rij", "kop", "cel", "figuur", "register")
_ZONDER_KOP = ("onderdeel", *_IN_TABEL)


def _alleen_over(nieuw: Knoop) -> bool:
    """Pair the onderdelen that alone are left between neighbours: nothing better was found."""
    found = False
    for right in [knoop for knoop in onder(nieuw) if knoop.paar and vrij(knoop.kinderen)]:
        left = right.paar
        pairs = _naast_elkaar(left.kinderen, right.kinderen, _ZONDER_KOP) if left else []
        for one, other in pairs:
            _uitlijnen(one, other)
        found = found or bool(pairs)
    return found


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
        yield vrij(oud[begin + 1 : end]), vrij(nieuw[start + 1 : stop])


# --- the number alone ----------------------------------------------------------------------


def _naam(knoop: Knoop) -> str:
    """Return the number of a part; of a heading without one what it says, "" of all other."""
    if knoop.merk and knoop.merk in ALLE_STREPEN:
        return ""
    is_kop = isinstance(knoop.plek.part, Element)
    return knoop.merk or (plain(knoop.inhoud) if is_kop else "")


def _zelfde_nummer(nieuw: Knoop) -> bool:
    """Pair what has only its number or its title in common: it was written anew."""
    found = False
    for right in [knoop for knoop in onder(nieuw) if knoop.paar and vrij(knoop.kinderen)]:
        named: dict[tuple[str, str], deque[Knoop]] = defaultdict(deque)
        for left in vrij(right.paar.kinderen if right.paar else ()):
            if naam := _naam(left):
                named[left.groep, naam].append(left)
        for kind in vrij(right.kinderen):
            if same := named.get((kind.groep, _naam(kind))):
                left = same.popleft()
                verbind(left, kind)
                _uitlijnen(left, kind)
                found = True
    return found
