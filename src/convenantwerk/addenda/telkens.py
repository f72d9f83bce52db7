"""Words that become the same other words every time: in an artikel, or in the whole text.

Said once, with "telkens" (Aanwijzingen voor de regelgeving, chapter 6), and only where it is true:
every time the words stand there, they are replaced.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.addenda.tekst_vervangen import telling
from convenantwerk.addenda.woordwijzigingen import Paar, paren
from convenantwerk.addenda.woordzinnen import is_citeerbaar
from convenantwerk.tekst.adressen import in_part
from convenantwerk.tekst.boom import Alinea, Element
from convenantwerk.tekst.inhoud_wijzigen import zoek

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.verschil import Verschil

_OVERAL = 3  # fewer than so many, and a jurist names the places


def telkens_in(verschil: Verschil) -> tuple[Paar, ...]:
    """Return what is replaced every time in a titled part that holds no other titled part."""
    part = verschil.was
    if not isinstance(part, Element) or any(isinstance(kind, Element) for kind in part.inhoud):
        return ()
    found = Counter(pair for kind in _alineas([verschil]) for pair in paren(kind.tekst))
    return tuple(
        pair
        for pair, count in found.items()
        if count > 1 and _is_alles([part], pair[0], pair, count + _in_opschrift(verschil, pair[0]))
    )


def _in_opschrift(verschil: Verschil, woorden: str) -> int:
    """Return how often words stand in an opschrift that is given anew without them."""
    was, wordt = verschil.was, verschil.wordt
    if not isinstance(was, Element) or not isinstance(wordt, Element):
        return 0
    return 0 if zoek(wordt.opschrift, woorden) else len(zoek(was.opschrift, woorden))


def telkens_overal(oud: Delen, nieuw: Delen, wortels: Sequence[Verschil]) -> tuple[Paar, ...]:
    """Return what is replaced every time in the whole text, in more than one titled part."""
    found: Counter[Paar] = Counter()
    places: dict[Paar, set[str]] = {}
    for kind in _alineas(wortels):
        for pair in paren(kind.tekst):
            found[pair] += 1
            places.setdefault(pair, set()).add(kind.paar[0].partition("--")[0])
    return tuple(
        pair
        for pair, count in found.items()
        if count >= _OVERAL
        and len(places[pair]) > 1
        and _is_alles(oud, pair[0], pair, count)
        and not any(telling(part, pair[0]) for deel in nieuw for part in in_part(deel))
    )


def _is_alles(parts: Iterable[Part], woorden: str, pair: Paar, count: int) -> bool:
    if not all(map(is_citeerbaar, pair)):
        return False
    return sum(telling(inner, woorden) for part in parts for inner in in_part(part)) == count


def _alineas(wortels: Iterable[Verschil]) -> Iterator[Verschil]:
    """Yield the alineas that are in both texts."""
    for verschil in wortels:
        if isinstance(verschil.was, Alinea) and isinstance(verschil.wordt, Alinea):
            yield verschil
        yield from _alineas(kind for kind in verschil.kinderen if not kind.is_rij)
