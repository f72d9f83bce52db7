"""How a besluit points to a place: "artikel 5, tweede lid, onder b", "de aanhef van artikel 3".

Under the words "Artikel 5 wordt als volgt gewijzigd:" a place is named from there on: "het tweede
lid", "onderdeel b". What there is only one of is not counted: the only alinea of an artikel is the
artikel (Aanwijzingen voor de regelgeving, chapter 6).
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from convenantwerk.addenda.telwoorden import cijfers
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.tekst import omgeving
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import SCHEIDING, houder, maak_adres, plaatsen_in
from convenantwerk.tekst.boom import Alinea, Element, Figuur, Onderdeel, Tabel
from convenantwerk.tekst.citeren import SLOTREGELS, Citaten, rangtelwoord

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.tekst.adressen import Part, Plaats

_IN = {Tabel: "tabel", Figuur: "figuur"}


class Wegwijzer:
    """Names the places of one text.

    Args:
        citaten: how its titled parts are cited.
        parts: its parts by their address.
    """

    def __init__(self, citaten: Citaten, parts: Mapping[str, Part]) -> None:
        self.citaten = citaten
        self.parts = parts

    def naam(self, adres: str, binnen: str = "") -> str:
        """Return how a place is named, from another place on when it lies in that one.

        Returns:
            "artikel 5, tweede lid", or in artikel 5 "het tweede lid"; "" for that place itself.
        """
        if not ligt_in(adres, binnen):
            binnen = ""
        path = [one for one in pad(adres) if len(one) > len(binnen)]
        tekst = "" if binnen else self.element(path.pop(0))
        for one in path:
            tekst = self._verder(tekst, one)
        return tekst

    def stuk(self, adres: str, binnen: str = "") -> str:
        """Return how a part itself is named: the only alinea of an artikel is its text.

        Returns:
            "de tekst van artikel 5", where `naam` says "artikel 5"; from that on "de tekst".
        """
        naam = self.naam(adres, binnen)
        boven = self.parts.get(houder(adres))
        if not self.is_enige(adres) or (naam and not isinstance(boven, Element)):
            return naam
        return f"de tekst van {naam}" if naam else "de tekst"

    def element(self, anker: str) -> str:
        """Return how a titled part is named: "artikel 5", "het onderdeel “Voorwoord”"."""
        cited = self.citaten.citeer(anker)
        return f"het onderdeel {cited}" if cited.startswith("“") else cited

    def naast(self, adres: str) -> list[Plaats]:
        """Return what stands beside a place in what holds it, itself included."""
        boven = houder(adres)
        container = self.parts.get(boven)
        if not isinstance(container, Element | Onderdeel):
            return []
        return plaatsen_in(container, boven)

    def is_enige(self, adres: str) -> bool:
        """Tell whether an alinea is all there is in what holds it."""
        return isinstance(self.parts.get(adres), Alinea) and len(self.naast(adres)) == 1

    def _verder(self, tekst: str, adres: str) -> str:
        part = self.parts.get(adres)
        if isinstance(part, Onderdeel):
            return self._onderdeel(tekst, adres, part)
        beside = self.naast(adres)
        alike = [place for place in beside if type(place.part) is type(part)]
        rang = rangtelwoord(1 + [place.adres for place in alike].index(adres)) if alike else ""
        if not isinstance(part, Alinea):
            wat = _IN.get(type(part), "lijst van ondertekenaars")
            naam = f"de {wat}" if len(alike) == 1 else f"de {rang} {wat}"
            return f"{naam} in {tekst}" if tekst else naam
        if len(beside) == 1:
            return tekst
        if len(alike) == 1 and beside[0].adres == adres and isinstance(beside[1].part, Onderdeel):
            return f"de aanhef van {tekst}" if tekst else "de aanhef"
        return f"{tekst}, {rang} alinea" if tekst else f"de {rang} alinea"

    def _onderdeel(self, tekst: str, adres: str, part: Onderdeel) -> str:
        """Return the name of a lid, an onderdeel or a dash in a place that is named."""
        merk = merknaam(part.merk)
        soort = soort_van(part.merk)
        if soort == "streep":
            strepen = [place.adres for place in self.naast(adres) if _is_streep(place.part)]
            rang = f"{rangtelwoord(1 + strepen.index(adres))} streepje"
            return f"{tekst}, {rang}" if tekst else f"het {rang}"
        if is_lid(self.parts, adres):
            zelf = self.citaten.citeer(adres)  # "artikel 5.3", which names its artikel already
            if soort == "lid" and (not tekst or zelf.startswith(f"artikel {merk}")):
                return zelf if zelf.endswith(f"artikel {merk}") else f"lid {merk}"
            if not cijfers(merk):
                return f"{tekst}, lid {merk}" if tekst else f"lid {merk}"
            rang = f"{rangtelwoord(int(merk))} lid"
            return f"{tekst}, {rang}" if tekst else f"het {rang}"
        return f"{tekst}, onder {merk}" if tekst else f"onderdeel {merk}"


def _is_streep(part: Part) -> bool:
    return isinstance(part, Onderdeel) and soort_van(part.merk) == "streep"


def is_lid(parts: Mapping[str, Part], adres: str) -> bool:
    """Tell whether an onderdeel is a lid of its artikel, numbered "1." or "5.3"."""
    return is_lid_van(parts.get(houder(adres)), parts.get(adres))


def is_lid_van(boven: Part | None, part: Part | None) -> bool:
    """Tell whether a part is a lid of what holds it."""
    if not isinstance(part, Onderdeel) or not isinstance(boven, Element):
        return False
    return omgeving.is_lid(boven, part) or soort_van(part.merk) == "lid"


def merknaam(merk: str) -> str:
    """Return what a mark is called, without its punctuation: "a" for "a." and "(a)", "1°"."""
    return merk.removeprefix("(").rstrip(".)")


def pad(adres: str) -> list[str]:
    """Return the addresses on the way to a place: its titled part first, itself last."""
    return list(accumulate(adres.split(SCHEIDING), maak_adres))


def ligt_in(adres: str, binnen: str) -> bool:
    """Tell whether a place is another, or lies in it; "" is no place."""
    return bool(binnen) and (adres == binnen or adres.startswith(binnen + SCHEIDING))


def zinsdeel(naam: str) -> str:
    """Return a name as it goes before a verb: one with a comma in it is closed by one."""
    return f"{naam}," if "," in naam else naam


def vorm(naam: str, een: str, meer: str) -> str:
    """Return the form of a verb that goes with a name: the closing lines are more than one."""
    return meer if naam.startswith(SLOTREGELS) and "," not in naam else een


def onderwerp(naam: str) -> str:
    """Return a name to begin a sentence with: "Artikel 3, onder f,"."""
    return eerste_groot(zinsdeel(naam))
