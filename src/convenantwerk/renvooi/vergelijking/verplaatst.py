"""Which parts went elsewhere in the text: what they say is told by their words with meaning."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from convenantwerk.renvooi.vergelijking.gelijkenis import gelijkend
from convenantwerk.renvooi.vergelijking.knopen import Knoop, onder
from convenantwerk.renvooi.vergelijking.omhullen import omhul
from convenantwerk.renvooi.vergelijking.paren import heel_vrij, verbind, verbind_geheel, vrij
from convenantwerk.tekst.boom import ZONDER_KOP, Element

if TYPE_CHECKING:
    from collections.abc import Iterable

_ELDERS = 0.6  # the share of their words with meaning that two parts must have in common
_GROOT_GENOEG = 8  # words; a smaller part that changed is found again elsewhere only by chance
_KERN = 4  # words with meaning; fewer tell of no sentence
_UNIEK = (4, 2)  # words, and those with meaning, of what stands once in either edition
_KAN_VERHUIZEN = ("element", "onderdeel", "alinea")
_IN_TABEL = ("kop", "rij", "cel")  # these stay with their table


def uniek_elders(oud: Knoop, nieuw: Knoop) -> list[tuple[Knoop, Knoop]]:
    """Pair what says the same and stands once in either edition, wherever; the largest first.

    Returns:
        The pairs that differ in a sign or in appearance, and are still to be compared.
    """
    left, right = _uniek(oud), _uniek(nieuw)
    pairs = []
    for key, een in sorted(left.items(), key=lambda item: -item[1].gewicht):
        ander = right.get(key)
        if ander is None or not (heel_vrij(een) and heel_vrij(ander)):
            continue
        if een.zonder_merk == ander.zonder_merk:
            verbind_geheel(een, ander)
        else:
            verbind(een, ander)
            pairs.append((een, ander))
    return pairs + _met_ander_merk(oud, nieuw)


def _met_ander_merk(oud: Knoop, nieuw: Knoop) -> list[tuple[Knoop, Knoop]]:
    """Pair text that stands for itself in one edition and beside a mark in the other."""
    pairs = []
    left, right = _eenmalig(oud), _eenmalig(nieuw)
    for rij, een in left.items():
        ander = right.get(rij)
        if ander is None or een.groep == ander.groep:
            continue
        was, wordt = (omhul(k) if k.groep == "alinea" else k for k in (een, ander))
        verbind(was, wordt)
        pairs.append((was, wordt))
    return pairs


def _eenmalig(wortel: Knoop) -> dict[tuple[str, ...], Knoop]:
    """Return the sentences that stand once in an edition, for themselves or beside a mark."""
    found = [
        knoop
        for (groep, _), knoop in _uniek(wortel).items()
        if heel_vrij(knoop) and (groep == "alinea" or _is_zin(knoop))
    ]
    counts = Counter(knoop.rij for knoop in found)
    return {knoop.rij: knoop for knoop in found if counts[knoop.rij] == 1}


def _is_zin(knoop: Knoop) -> bool:
    """Tell whether a part is one alinea beside a mark."""
    inner = [kind.groep for kind in knoop.kinderen]
    return knoop.groep == "onderdeel" and inner == ["alinea"]


def _uniek(wortel: Knoop) -> dict[tuple[str, tuple[str, ...]], Knoop]:
    words, core = _UNIEK
    found = [
        knoop
        for knoop in onder(wortel)
        if _kan_verhuizen(knoop) and knoop.woorden >= words and len(knoop.kern) >= core
    ]
    counts = Counter((_soort(knoop), knoop.rij) for knoop in found)
    keys = {(_soort(knoop), knoop.rij): knoop for knoop in found}
    return {key: knoop for key, knoop in keys.items() if counts[key] == 1}


def _soort(knoop: Knoop) -> str:
    """Return what a part is: a hoofdstuk is no artikel, though it may say the same."""
    part = knoop.plek.part
    return part.soort if isinstance(part, Element) else knoop.groep


def _kan_verhuizen(knoop: Knoop) -> bool:
    """Tell whether a part can be found elsewhere by itself; the text beside a mark goes with it."""
    boven = knoop.ouder.groep if knoop.ouder else ""
    beside = knoop.groep == "alinea" and boven == "onderdeel" and not knoop.index
    return knoop.groep in _KAN_VERHUIZEN and not beside


def _los(wortel: Knoop) -> list[Knoop]:
    """Return the nodes without a pair, the weightiest first; of equals the first."""
    return sorted(vrij(onder(wortel)), key=lambda knoop: -knoop.gewicht)


def zelfde_elders(oud: Knoop, nieuw: Knoop) -> bool:
    """Pair what is wholly equal but for its number, wherever it went."""
    waiting: dict[int, deque[Knoop]] = defaultdict(deque)
    for left in _los(oud):
        waiting[left.zonder_merk].append(left)
    found = False
    for right in _los(nieuw):
        same = waiting.get(right.zonder_merk)
        if not same or right.paar or right.woorden < _GROOT_GENOEG or right.groep in _IN_TABEL:
            continue
        if not (_kan_verhuizen(right) and _kan_verhuizen(same[0])):
            continue
        left = same.popleft()
        if heel_vrij(left) and heel_vrij(right):
            verbind_geheel(left, right)
            found = True
    return found


def gelijkend_elders(oud: Knoop, nieuw: Knoop) -> list[tuple[Knoop, Knoop]]:
    """Pair what is much alike, wherever it went: titled parts first, then what is in them."""
    pairs = []
    for groepen in (("deel", *ZONDER_KOP, "element"), ("onderdeel",), ("alinea",)):
        left = _in_groepen(oud, groepen)
        right = _in_groepen(nieuw, groepen)
        pairs += gelijkend(left, right, _ELDERS, _GROOT_GENOEG, _zegt_hetzelfde)
    return pairs


def _in_groepen(wortel: Knoop, groepen: Iterable[str]) -> list[Knoop]:
    titled = ("deel", *ZONDER_KOP)
    return [
        knoop
        for knoop in _los(wortel)
        if knoop.groep in groepen and (knoop.groep in titled or _kan_verhuizen(knoop))
    ]


def _zegt_hetzelfde(oud: Knoop, nieuw: Knoop) -> float:
    """Return the share of words with meaning that two parts have in common, in one order.

    A titled part holds many sentences, of which the order says little.
    """
    een, ander = oud.kern, nieuw.kern
    if min(len(een), len(ander)) < _KERN:
        return 0
    if oud.groep in ("onderdeel", "alinea"):
        common = LCSseq.similarity(een, ander)
    else:
        common = (Counter(een) & Counter(ander)).total()
    return 2 * common / (len(een) + len(ander))
