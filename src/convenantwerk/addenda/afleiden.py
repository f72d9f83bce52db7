"""The addendum that turns one text into another, derived from what differs between them.

Wijzigingen are as small as a jurist would make them. Whether they do what they should is not
taken on trust: they are carried out as they are made, and where the outcome is not exactly the
new text, the part in question is replaced as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.addenda.afleider import Afgeleid, Afleider
from convenantwerk.addenda.soorten import alle_soorten
from convenantwerk.tekst.adressen import Part, alle_plaatsen
from convenantwerk.tekst.boom import Convenant, Element, elementen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.tekst.verschil import Verschil


def leid_af(
    oud: Convenant, nieuw: Convenant, wortels: tuple[Verschil, ...]
) -> tuple[Afgeleid, ...]:
    """Return the wijzigingen that make the new text of the old one, in the order to apply.

    Args:
        oud: the old text.
        nieuw: the new one.
        wortels: what differs between the two.

    Raises:
        ValueError: no wijzigingen can do it; the new text is not what a source can hold.
    """
    grof: set[str] = set()
    while True:
        af = Afleider(oud.delen, nieuw.delen, wortels, set(grof))
        _leid_af(af)
        wrong = _verschilt(af.werk.delen, nieuw.delen)
        if not wrong and not af.mislukt:
            return tuple(af.found)
        more = (af.mislukt or wrong) - grof or _ouders(wrong | af.mislukt, nieuw.delen) - grof
        if not more:
            raise ValueError(", ".join(sorted(wrong)))
        grof |= more


def _leid_af(af: Afleider) -> None:
    """Derive all: words first, then what goes, then numbers, then what comes and moves."""
    soorten = alle_soorten()
    for verschil in af.in_beide(af.wortels):
        whole = verschil.wordt if af.is_grof(verschil) else None
        if whole is not None:
            af.vervang(verschil, whole)
            continue
        for soort in soorten:
            if soort.leid_deel_af:
                soort.leid_deel_af(af, verschil)
    for soort in sorted(soorten, key=lambda soort: soort.beurt):
        if soort.leid_af:
            soort.leid_af(af)


def _ouders(ankers: set[str], delen: Delen) -> set[str]:
    """Return the ankers of the titled parts that directly hold these."""
    return {
        element.anker
        for element in elementen(delen)
        for part in element.inhoud
        if isinstance(part, Element) and part.anker in ankers
    }


def _verschilt(delen: Delen, nieuw: Delen) -> set[str]:
    """Return the ankers, in the new text, of the smallest parts that came out wrong."""
    if delen == nieuw:
        return set()
    made = {place.adres: place.part for place in alle_plaatsen(delen)}
    return set(_anders(nieuw, made)) or {deel.anker for deel in nieuw}


def _anders(elementen: Iterable[Element], made: dict[str, Part]) -> Iterator[str]:
    for element in elementen:
        other = made.get(element.anker)
        if other == element:
            continue
        titled = [part for part in element.inhoud if isinstance(part, Element)]
        inner = list(_anders(titled, made))
        yield from inner or [element.anker]
