"""How a part of the text is cited: "artikel 8.4, onder b", "hoofdstuk 3, tweede alinea"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import Plaats, plaatsen_in
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, elementen, titel
from convenantwerk.tekst.verwijswoorden import RANGTELWOORDEN

if TYPE_CHECKING:
    from convenantwerk.tekst.adressen import Container
    from convenantwerk.tekst.boom import Convenant


def rangtelwoord(nummer: int) -> str:
    """Return an ordinal, counted from 1: "tweede", "21e"."""
    return RANGTELWOORDEN[nummer - 1] if nummer <= len(RANGTELWOORDEN) else f"{nummer}e"


class Citaten:
    """The citations of all parts of one text, by their address."""

    def __init__(self, convenant: Convenant) -> None:
        self._names: dict[str, str] = {}
        numbers = Counter((e.soort, e.nummer) for e in elementen(convenant.delen) if e.nummer)
        for deel in convenant.delen:
            for element in elementen([deel]):
                naam = citeer_element(element)
                if numbers[element.soort, element.nummer] > 1 and deel.niveau:
                    naam = f"{titel_kort(deel)}, {naam}"
                self._names[element.anker] = naam
                self._within(element, element.anker, naam)

    def citeer(self, adres: str) -> str:
        """Return how the part at an address is cited; the address itself when there is none."""
        return self._names.get(adres, adres)

    def _within(self, container: Container, adres: str, naam: str) -> None:
        counts: Counter[str] = Counter()
        for place in plaatsen_in(container, adres):
            if isinstance(place.part, Element):
                continue
            key = _telt(place)
            counts[key] += 1
            cited = _citeer_in(container, place, naam, counts[key])
            self._names[place.adres] = cited
            if isinstance(place.part, Onderdeel):
                self._within(place.part, place.adres, cited)


def _telt(place: Plaats) -> str:
    if isinstance(place.part, Onderdeel):
        return "streepje" if soort_van(place.part.merk) == "streep" else place.part.merk
    return type(place.part).__name__.lower()


def _citeer_in(container: Container, place: Plaats, naam: str, nummer: int) -> str:
    part = place.part
    if isinstance(part, Onderdeel):
        merk = part.merk.rstrip(".)")
        match soort_van(part.merk):
            case "lid":
                return f"artikel {merk}" if isinstance(container, Element) else f"{naam}, {merk}"
            case "nummer" if isinstance(container, Element) and container.soort == "artikel":
                return f"{naam}, lid {merk}"
            case "streep":
                return f"{naam}, {rangtelwoord(nummer)} streepje"
            case _:
                return f"{naam}, onder {merk}"
    if isinstance(part, Alinea):
        if isinstance(container, Onderdeel) and nummer == 1:
            return naam
        return f"{naam}, {rangtelwoord(nummer)} alinea"
    wat = {"tabel": "tabel", "figuur": "figuur", "registerplaats": "lijst van ondertekenaars"}
    return f"{naam}, {rangtelwoord(nummer)} {wat[_telt(place)]}"


def citeer_element(element: Element) -> str:
    """Return how a titled part is cited within its deel: "artikel 8", "hoofdstuk 3"."""
    if element.soort == "slot":
        return "de slotregels"
    if not element.nummer:
        return f"“{titel(element)}”"
    return titel_kort(element) if element.soort == "deel" else f"{element.soort} {element.nummer}"


def titel_kort(element: Element) -> str:
    """Return what stands before the title of a part: "Deel 1"; its title when nothing does."""
    return element.aanduiding.rstrip(".:") or titel(element)


def eerste_groot(naam: str) -> str:
    """Return a citation with a capital, to begin a line with."""
    return naam[:1].upper() + naam[1:]
