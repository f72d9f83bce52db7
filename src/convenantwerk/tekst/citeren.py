"""How a part of the text is cited: "artikel 8.4, onder b", "hoofdstuk 3, tweede alinea"."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from convenantwerk.tekst.aanduidingen import merknaam, soort_van
from convenantwerk.tekst.adressen import Plaats, plaatsen_in, wijkt_uit
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, Tabel, elementen, titel
from convenantwerk.tekst.omgeving import is_lid
from convenantwerk.tekst.verschil import rij_adres
from convenantwerk.tekst.verwijswoorden import RANGTELWOORDEN

if TYPE_CHECKING:
    from convenantwerk.tekst.adressen import Container
    from convenantwerk.tekst.boom import Convenant


SLOTREGELS = "de slotregels"


def rangtelwoord(nummer: int) -> str:
    """Return an ordinal, counted from 1: "tweede", "21e"."""
    return RANGTELWOORDEN[nummer - 1] if nummer <= len(RANGTELWOORDEN) else f"{nummer}e"


class Citaten:
    """The citations of all parts of one text, by their address."""

    def __init__(self, convenant: Convenant) -> None:
        self._names: dict[str, str] = {}
        namen = [(deel, _elementnamen(deel)) for deel in convenant.delen]
        overal = Counter(naam for _, names in namen for _, naam in names)
        for deel, names in namen:
            for element, kort in names:
                elders = overal[kort] > 1 and deel.niveau and not kort.startswith("de ")
                naam = f"{titel_kort(deel)}, {kort}" if elders else kort
                if kort == SLOTREGELS and overal[kort] > 1 and deel.niveau:
                    naam = f"{kort} van {titel_kort(deel)}"
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
            if isinstance(place.part, Tabel):  # a row is cited as the table that it is of
                rijen = range(1 + len(place.part.rijen))
                self._names |= {rij_adres(place.adres, rij): cited for rij in rijen}


def _elementnamen(deel: Element) -> list[tuple[Element, str]]:
    """Return how the titled parts of a deel are cited within it, told apart where that is needed.

    What would be cited like another goes by what it stands in, "“Toelichting” bij “A”", and what
    is still alike by its order: "de tweede “Toelichting” bij “A”".
    """
    kort = [(element, citeer_element(element)) for element in elementen([deel])]
    alike = Counter(naam for _, naam in kort)
    names: list[tuple[Element, str]] = []

    def walk(element: Element, naam: str, boek: str) -> None:
        names.append((element, naam))
        boek = naam if element.soort == "boek" else boek
        for part in element.inhoud:
            if isinstance(part, Element):
                own = citeer_element(part)
                own += _waarin(part, naam if element is not deel else "", boek, alike[own])
                walk(part, own, boek)

    walk(deel, citeer_element(deel), "")
    again = Counter(naam for _, naam in names)
    seen: Counter[str] = Counter()
    for at, (element, naam) in enumerate(names):
        seen[naam] += 1
        if again[naam] > 1 and naam.startswith("“"):
            names[at] = (element, f"de {rangtelwoord(seen[naam])} {naam}")
    return names


def _waarin(element: Element, ouder: str, boek: str, aantal: int) -> str:
    """Return what is said behind the citation of a part that others in its deel share."""
    if aantal == 1:
        return ""
    if element.soort == "slot":
        return f" van {ouder}" if ouder and not ouder.startswith("de ") else ""
    if not element.nummer:
        return f" bij {ouder}" if ouder else ""
    boven = ouder if wijkt_uit(element) else boek
    return f" van {boven}" if boven else ""


def _telt(place: Plaats) -> str:
    if isinstance(place.part, Onderdeel):
        return "streepje" if soort_van(place.part.merk) == "streep" else place.part.merk
    return type(place.part).__name__.lower()


def _citeer_in(container: Container, place: Plaats, naam: str, nummer: int) -> str:
    part = place.part
    if isinstance(part, Onderdeel):
        merk = merknaam(part.merk)
        match soort_van(part.merk):
            case "lid" if isinstance(container, Element):
                return citeer_lid(container, naam, merk)
            case "lid":
                return f"{naam}, {merk}"
            case "nummer" if isinstance(container, Element) and is_lid(container, part):
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


def citeer_lid(element: Element, naam: str, lid: str) -> str:
    """Return how a lid of an element is cited that is cited as `naam`.

    Lid 5.3 is artikel 5.3; but of artikel 1.4, lid 1.4.2 is "artikel 1.4, lid 1.4.2".
    """
    samengesteld = element.soort == "artikel" and not element.nummer.isalnum()
    return f"artikel {lid}" if lid.count(".") == 1 and not samengesteld else f"{naam}, lid {lid}"


_ZONDER_KOP = "zonder opschrift"  # of a "##" with nothing behind it


def citeer_element(element: Element) -> str:
    """Return how a titled part is cited within its deel: "artikel 8", "hoofdstuk 3"."""
    if element.soort == "slot":
        return SLOTREGELS
    if element.soort == "artikelen":
        return "de aanhef"
    if not element.nummer:
        return f"“{titel(element) or _ZONDER_KOP}”"
    return titel_kort(element) if element.soort == "deel" else f"{element.soort} {element.nummer}"


def titel_kort(element: Element) -> str:
    """Return what stands before the title of a part: "Deel 1"; its title when nothing does."""
    return " ".join(element.aanduiding.split()) or titel(element)
