"""What a verwijzing leads to: the titled parts, leden and onderdelen that can be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import plaatsen_in
from convenantwerk.tekst.boom import Element, Onderdeel, elementen, plain
from convenantwerk.tekst.omgeving import is_lid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tekst.boom import Convenant, Verwijsdoel, Verwijzing
    from convenantwerk.tekst.omgeving import Omgeving


class Adresboek:
    """The addresses of all that a verwijzing can name in one convenant."""

    def __init__(self, convenant: Convenant) -> None:
        self._elements: dict[tuple[str, str], list[tuple[str, Element]]] = {}
        self._soorten: set[tuple[str, str]] = set()
        self._titels: dict[str, list[str]] = {}
        # The leden of an element by its anker, the letters by that and by their lid ("" without).
        self._leden: dict[str, dict[str, str]] = {}
        self._letters: dict[tuple[str, str], dict[str, str]] = {}
        self._adressen: dict[tuple[str, int], str] = {}
        # What was asked before: a text may say "artikel 8" a thousand times, and mean many by it.
        self._gevraagd: dict[tuple[Verwijsdoel, str, tuple[str, ...]], tuple[str, ...]] = {}
        for deel in convenant.delen:
            for element in elementen([deel]):
                self._add(deel.anker, element)

    def _add(self, deel: str, element: Element) -> None:
        self._elements.setdefault((element.soort, element.nummer), []).append((deel, element))
        if element.nummer:
            self._soorten.add((element.soort, deel))
        self._titels.setdefault(plain(element.opschrift), []).append(element.anker)
        leden = self._leden.setdefault(element.anker, {})
        for place in plaatsen_in(element, element.anker):
            part = place.part
            if not isinstance(part, Onderdeel):
                continue
            if soort_van(part.merk) == "letter":
                self._add_letter(element, "", part, place.adres)
            elif is_lid(element, part):
                lid = self._named(leden, element, part, place.adres)
                for nested in plaatsen_in(part, place.adres):
                    inner = nested.part
                    if isinstance(inner, Onderdeel) and soort_van(inner.merk) == "letter":
                        self._add_letter(element, lid, inner, nested.adres)

    def _add_letter(self, element: Element, lid: str, letter: Onderdeel, adres: str) -> None:
        letters = self._letters.setdefault((element.anker, lid), {})
        self._named(letters, element, letter, adres)

    def _named(self, known: dict[str, str], element: Element, part: Onderdeel, adres: str) -> str:
        """Keep an onderdeel under its name, the first of that name only; return the name."""
        naam = part.merk.rstrip(".)")
        if naam not in known:
            known[naam] = adres
            self._adressen[element.anker, id(part)] = adres
        return naam

    def adres(self, element: Element, onderdeel: Onderdeel) -> str | None:
        """Return the address of a lid or letter in an element, None when no verwijzing leads there.

        Of onderdelen of one name, only the first can be named.
        """
        return self._adressen.get((element.anker, id(onderdeel)))

    def resolve(self, verwijzing: Verwijzing, omgeving: Omgeving) -> tuple[str, ...]:
        """Return all that a verwijzing can mean, read where it stands; one when all is well."""
        naar = verwijzing.naar
        element = omgeving.element
        here = (element.anker, element.nummer, omgeving.lid) if naar.soort == "lid" else ()
        asked = (naar, omgeving.deel, here)
        if asked not in self._gevraagd:
            self._gevraagd[asked] = self._resolve(naar, omgeving)
        return self._gevraagd[asked]

    def _resolve(self, naar: Verwijsdoel, omgeving: Omgeving) -> tuple[str, ...]:
        if naar.soort == "titel":
            return tuple(self._titels.get(naar.nummer, ()))
        if naar.soort == "lid":
            return tuple(self._within(omgeving.element, naar.lid or omgeving.lid, naar))
        own, other = self._candidates(naar, omgeving)
        # A deel with artikelen of its own means those; only one without any looks elsewhere.
        return tuple(own or (() if (naar.soort, omgeving.deel) in self._soorten else other))

    def _candidates(self, naar: Verwijsdoel, omgeving: Omgeving) -> tuple[list[str], list[str]]:
        """Return the addresses in the same deel, and those elsewhere."""
        nummer, lid = naar.nummer, naar.lid
        if (naar.soort, nummer) not in self._elements and "." in nummer and not lid:
            nummer, lid = nummer.split(".")  # "artikel 8.4" is lid 4 of artikel 8
        own: list[str] = []
        other: list[str] = []
        for deel, element in self._elements.get((naar.soort, nummer), []):
            (own if deel == omgeving.deel else other).extend(self._within(element, lid, naar))
        return own, other

    def _within(self, element: Element, lid: str, naar: Verwijsdoel) -> Iterator[str]:
        adres, leden = element.anker, self._leden.get(element.anker, {})
        if lid:
            names = [name for name in (lid, f"{element.nummer}.{lid}") if name in leden]
            if not names:
                return
            lid = names[0]
            adres = leden[lid]
        letters = self._letters.get((element.anker, lid), {})
        if all(letter in letters for letter in (naar.onderdeel, naar.tot) if letter):
            yield letters[naar.onderdeel] if naar.onderdeel else adres
