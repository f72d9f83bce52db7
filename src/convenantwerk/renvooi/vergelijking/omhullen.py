"""A bare artikel whose text became leden, or the reverse: only the numbers came or went.

In one edition the text stands in a lid, in the other directly in the artikel. There it is put in a
node without a mark, so that the two can be a pair and only the mark differs.
"""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING

from convenantwerk.renvooi.vergelijking.gelijkenis import gelijkenis
from convenantwerk.renvooi.vergelijking.knopen import Knoop
from convenantwerk.renvooi.vergelijking.paren import verbind
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel
from convenantwerk.tekst.omgeving import is_lid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_ZELFDE_TEKST = 0.6  # likeness of the text of a lid and that of an alinea without a mark
_EIGEN = -1  # what such a node holds is equal to nothing


def omhuld(oud: Knoop, nieuw: Knoop) -> list[tuple[Knoop, Knoop]]:
    """Pair the text of a bare artikel with the leden that hold it now, or held it; see above."""
    if not (isinstance(oud.plek.part, Element) and isinstance(nieuw.plek.part, Element)):
        return []
    was, wordt = _leden(oud), _leden(nieuw)
    if bool(was) == bool(wordt):
        return []
    if wordt:
        return _omhul(oud, wordt)
    return [(lid, kaal) for kaal, lid in _omhul(nieuw, was)]


def omhul(alinea: Knoop) -> Knoop:
    """Put an alinea that stands for itself in a node without a mark, in its place."""
    om = _zonder_merk([alinea])
    boven = alinea.ouder
    om.ouder, om.index = boven, alinea.index
    alinea.ouder, alinea.index = om, 0
    if boven is not None:
        boven.kinderen[om.index] = om
    return om


def _leden(knoop: Knoop) -> list[Knoop]:
    element = knoop.plek.part
    return [
        kind
        for kind in knoop.kinderen
        if isinstance(element, Element)
        and isinstance(kind.plek.part, Onderdeel)
        and is_lid(element, kind.plek.part)
    ]


def _omhul(kaal: Knoop, leden: Sequence[Knoop]) -> list[tuple[Knoop, Knoop]]:
    """Put the text of a bare artikel in nodes that are pairs of the leden that say the same."""
    pairs = []
    free = [groep for groep in _groepen(kaal.kinderen) if _is_vrij(groep[0])]
    for lid in leden:
        tekst = lid.kinderen[0] if lid.kinderen else None
        if tekst is None or not _is_vrij(tekst) or lid.paar is not None:
            continue
        best = max(free, key=lambda groep: gelijkenis(groep[0], tekst), default=None)
        if best is None or gelijkenis(best[0], tekst) < _ZELFDE_TEKST:
            continue
        free = free[free.index(best) + 1 :]
        members = [best[0], *takewhile(partial(_kan_onder, lid), best[1:])]
        om = _zonder_merk(members)
        first = kaal.kinderen.index(best[0])
        kaal.kinderen[first : first + len(members)] = [om]
        om.ouder = kaal
        for index, kind in enumerate(members):
            kind.ouder, kind.index = om, index
        verbind(om, lid)
        pairs.append((om, lid))
    for index, kind in enumerate(kaal.kinderen):
        kind.index = index
    return pairs


def _kan_onder(lid: Knoop, kind: Knoop) -> bool:
    """Tell whether what follows the text stands in the lid too, if it has more than its text."""
    return len(lid.kinderen) > 1 and (kind.paar is None or kind.paar.ouder is lid)


def _is_vrij(knoop: Knoop) -> bool:
    return isinstance(knoop.plek.part, Alinea) and knoop.paar is None


def _groepen(kinderen: Iterable[Knoop]) -> list[list[Knoop]]:
    """Return every alinea with the lists and tables that follow it."""
    groepen: list[list[Knoop]] = []
    is_open = False
    for kind in kinderen:
        if isinstance(kind.plek.part, Alinea):
            groepen.append([kind])
            is_open = True
        elif isinstance(kind.plek.part, Element):
            is_open = False
        elif is_open:
            groepen[-1].append(kind)
    return groepen


def _zonder_merk(members: Sequence[Knoop]) -> Knoop:
    return Knoop(
        plek=members[0].plek,
        groep="onderdeel",
        merk="",
        inhoud=(),
        kinderen=list(members),
        zonder_merk=_EIGEN,
        geheel=_EIGEN,
        gewicht=1 + sum(kind.gewicht for kind in members),
    )
