"""Why parts changed: as the addenda that changed them tell it, and a file of the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.adressen import afgeleid_anker, alle_plaatsen, houder
from convenantwerk.tekst.boom import Element, elementen, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.dossier.dossier import Addendum, Wijziging
    from convenantwerk.dossier.toelichtingen import Toelichting
    from convenantwerk.tekst.boom import Convenant
    from convenantwerk.tekst.verschil import Verschil


def sleutel(oud: str) -> str:
    """Return the name under which a toelichting on a replacement of words is kept.

    It holds a character that no address has.
    """
    return f"vervanging:{oud}"


def toelichtingen(
    addenda: Iterable[Addendum], nieuw: Convenant, eigen: Iterable[Toelichting] = ()
) -> dict[str, str]:
    """Return the toelichting of each changed part by its address, or by the words replaced.

    The last addendum decides, and what the file of the dossier says goes before all.

    Args:
        addenda: in order; those that lie between the two editions.
        nieuw: the new edition, in which the inserted parts stand.
        eigen: what a file of the dossier tells.
    """
    addenda = list(addenda)
    delen = {place.adres: deel.anker for deel in nieuw.delen for place in alle_plaatsen([deel])}
    titels = {plain(element.opschrift): element.anker for element in elementen(nieuw.delen)}
    found = {
        naam: wijziging.toelichting
        for addendum in addenda
        for wijziging in addendum.gegevens.wijzigingen
        if wijziging.toelichting
        for naam in _namen(wijziging, addendum, delen, titels)
    }
    for row in eigen:
        if row.toelichting.strip():
            found[row.plaats or sleutel(row.vervanging)] = row.toelichting.strip()
    return found


def toelichting_bij(verschil: Verschil, toelichtingen: Mapping[str, str]) -> str:
    """Return why a part changed, "" when nobody told.

    What was told of an artikel goes for its leden.
    """
    for plek in (verschil.nieuw, verschil.oud):
        adres = plek.adres if plek else ""
        while adres:
            if adres in toelichtingen:
                return toelichtingen[adres]
            adres = houder(adres)
    return ""


def _namen(
    wijziging: Wijziging, addendum: Addendum, delen: dict[str, str], titels: dict[str, str]
) -> Iterator[str]:
    """Yield what a wijziging is about: a place, the words it replaces, the parts it inserts."""
    if wijziging.plaats:
        yield wijziging.plaats
    if wijziging.soort == "hernoemen" and wijziging.plaats:
        # A part without a number is called by its title, so that its address is another one now.
        yield from (anker for titel, anker in titels.items() if titel == wijziging.nieuw)
    elif wijziging.oud and (wijziging.overal == "ja" or not wijziging.plaats):
        hoofdletter = wijziging.oud[:1].upper() + wijziging.oud[1:]
        yield from map(sleutel, dict.fromkeys((wijziging.oud, hoofdletter)))
    deel = delen.get(wijziging.na or wijziging.voor or wijziging.in_, "")
    parts = addendum.teksten.get(wijziging.tekst, ())
    for element in elementen(part for part in parts if isinstance(part, Element)):
        anker = element.anker if element.eigen_anker else afgeleid_anker(element)
        yield from (naam for naam in (f"{deel}-{anker}", anker) if naam in delen)
