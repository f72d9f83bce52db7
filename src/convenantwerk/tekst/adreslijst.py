"""All in a text that has a name of its own: titled parts, leden and onderdelen, by those names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.aanduidingen import merknaam, soort_van
from convenantwerk.tekst.adressen import plaatsen_in
from convenantwerk.tekst.boom import Element, Onderdeel, plain
from convenantwerk.tekst.nummers import is_letternummer
from convenantwerk.tekst.omgeving import is_lid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tekst.boom import Convenant

_PUNT = re.compile(r"[.:]")
_DEEL = re.compile(r"(\d+)([a-z]*)")
_CIJFERS = 9  # a number of more figures is none of a part
Waarde = tuple[tuple[int, str], ...]


class Titeldeel(NamedTuple):
    """A titled part, the anker of its deel, and those of all that it lies in."""

    deel: str
    element: Element
    in_: frozenset[str]


class Adreslijst:
    """The parts of one convenant, by their names and in their order."""

    def __init__(self, convenant: Convenant) -> None:
        self.elements: dict[tuple[str, str], list[Titeldeel]] = {}
        # Of each soort in each deel the numbers, and the parts in the order of the text.
        self.nummers: dict[tuple[str, str], set[str]] = {}
        self.grens: dict[tuple[str, str, str], tuple[Waarde, Waarde]] = {}
        self.volgnummer = {deel.anker: number for number, deel in enumerate(convenant.delen)}
        self.volgorde: dict[tuple[str, str], list[Element]] = {}
        self.rang: dict[str, int] = {}
        # Of each part, by its anker, the nearest of each soort that it lies in, or is.
        self.boven: dict[str, dict[str, str]] = {}
        self.soorten: set[str] = set()
        self.met_letters: set[str] = set()  # the soorten of which some have a letter for a number
        self.vormen: set[str] = set()
        self.titels: dict[str, list[str]] = {}
        self.delen: dict[str, str] = {}
        # The leden of an element by its anker, the letters by that and by their lid ("" without);
        # the leden that have a letter, and the names of all in their order.
        self.leden: dict[str, dict[str, str]] = {}
        self.letters: dict[tuple[str, str], dict[str, str]] = {}
        self.leden_met: dict[tuple[str, str], list[str]] = {}
        self.lidnamen: dict[str, list[str]] = {}
        self.lidrang: dict[tuple[str, str], int] = {}
        self.adressen: dict[tuple[str, int], str] = {}
        for deel in convenant.delen:
            if deel.opschrift:
                self.delen[plain(deel.opschrift)] = deel.anker
            self._add_all(deel.anker, deel, frozenset(), {})

    def _add_all(
        self, deel: str, element: Element, in_: frozenset[str], boven: dict[str, str]
    ) -> None:
        self._add(Titeldeel(deel, element, in_))
        inner = in_ | {element.anker}
        self.boven[element.anker] = {**boven, element.soort: element.anker}
        for kind in element.inhoud:
            if isinstance(kind, Element):
                self._add_all(deel, kind, inner, self.boven[element.anker])

    def _add(self, plek: Titeldeel) -> None:
        deel, element, _ = plek
        soort, nummer = element.soort, sleutel(element.nummer)
        self.elements.setdefault((soort, nummer), []).append(plek)
        if nummer:
            self.soorten.add(soort)
            self.nummers.setdefault((soort, deel), set()).add(nummer)
            if waarde := waarde_van(nummer):
                row_of = (soort, deel, vorm(nummer))
                low, high = self.grens.get(row_of, (waarde, waarde))
                self.grens[row_of] = (min(low, waarde), max(high, waarde))
        row = self.volgorde.setdefault((soort, deel), [])
        self.rang.setdefault(element.anker, len(row))
        row.append(element)
        if soort == "artikel":
            self.vormen.add(vorm(nummer))
        if is_letternummer(element.nummer):
            self.met_letters.add(soort)
        self._add_onder(element)

    def _add_onder(self, element: Element) -> None:
        """Add the leden and letters of an element."""
        self.titels.setdefault(plain(element.opschrift), []).append(element.anker)
        self.leden.setdefault(element.anker, {})
        for place in plaatsen_in(element, element.anker):
            part = place.part
            if not isinstance(part, Onderdeel):
                continue
            if soort_van(part.merk) == "letter":
                self._add_letter(element, "", part, place.adres)
            elif is_lid(element, part):
                lid = self._add_lid(element, part, place.adres)
                for nested in plaatsen_in(part, place.adres):
                    inner = nested.part
                    if isinstance(inner, Onderdeel) and soort_van(inner.merk) == "letter":
                        self._add_letter(element, lid, inner, nested.adres)

    def _add_lid(self, element: Element, part: Onderdeel, adres: str) -> str:
        lid = self._named(self.leden[element.anker], element, part, adres)
        row = self.lidnamen.setdefault(element.anker, [])
        if (element.anker, lid) not in self.lidrang:
            self.lidrang[element.anker, lid] = len(row)
            row.append(lid)
            self.vormen.add(vorm(lid))
        return lid

    def _add_letter(self, element: Element, lid: str, letter: Onderdeel, adres: str) -> None:
        letters = self.letters.setdefault((element.anker, lid), {})
        naam = self._named(letters, element, letter, adres)
        self.leden_met.setdefault((element.anker, naam), []).append(lid)

    def _named(self, known: dict[str, str], element: Element, part: Onderdeel, adres: str) -> str:
        """Keep an onderdeel under its name, the first of that name only; return the name."""
        naam = sleutel(merknaam(part.merk))
        if naam not in known:
            known[naam] = adres
            self.adressen[element.anker, id(part)] = adres
        return naam

    def namen_van(self, element: Element, lid: str) -> Iterator[str]:
        """Yield the names by which an element knows a lid: "2" is "5.2" in artikel 5."""
        if lid == "laatste":
            yield from self.lidnamen.get(element.anker, [])[-1:]
        leden = self.leden.get(element.anker, {})
        for naam in (sleutel(lid), sleutel(f"{element.nummer}.{lid}")):
            if naam in leden:
                yield naam


def sleutel(nummer: str) -> str:
    """Return the form in which a number or mark is looked up, whatever its case."""
    return nummer.casefold().rstrip("º")


def vorm(nummer: str) -> str:
    """Return the form of a number: as many points and colons as it has."""
    return "".join(teken for teken in nummer if teken in ".:")


def waarde_van(nummer: str) -> Waarde:
    """Return what to sort a number by: 8 < 8a < 9, 2.4 < 3.1; nothing for "IV" and the like."""
    parts = [_DEEL.fullmatch(part) for part in _PUNT.split(nummer)]
    if not all(parts):
        return ()
    return tuple((int(part[1][:_CIJFERS]), part[2]) for part in parts if part)
