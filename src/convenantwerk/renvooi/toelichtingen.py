"""Why parts changed, as the addenda that changed them tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.adressen import afgeleid_anker, alle_plaatsen
from convenantwerk.tekst.boom import Element, elementen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.dossier.dossier import Addendum, Wijziging
    from convenantwerk.tekst.boom import Convenant


def toelichtingen(addenda: Iterable[Addendum], nieuw: Convenant) -> dict[str, str]:
    """Return the toelichting of each changed part by its address; the last addendum decides.

    Args:
        addenda: in order; those that lie between the two editions.
        nieuw: the new edition, in which the inserted parts stand.
    """
    delen = {place.adres: deel.anker for deel in nieuw.delen for place in alle_plaatsen([deel])}
    return {
        adres: wijziging.toelichting
        for addendum in addenda
        for wijziging in addendum.gegevens.wijzigingen
        if wijziging.toelichting
        for adres in _adressen(wijziging, addendum, delen)
    }


def _adressen(wijziging: Wijziging, addendum: Addendum, delen: dict[str, str]) -> Iterator[str]:
    """Yield the address that changed, and those of the titled parts that were inserted."""
    if wijziging.plaats:
        yield wijziging.plaats
    deel = delen.get(wijziging.na or wijziging.voor or wijziging.in_, "")
    parts = addendum.teksten.get(wijziging.tekst, ())
    for element in elementen(part for part in parts if isinstance(part, Element)):
        anker = element.anker if element.eigen_anker else afgeleid_anker(element)
        yield from (naam for naam in (f"{deel}-{anker}", anker) if naam in delen)
