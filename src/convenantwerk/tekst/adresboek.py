"""What a verwijzing leads to: the titled parts, leden and onderdelen that can be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.adreslijst import Adreslijst, sleutel, vorm, waarde_van
from convenantwerk.tekst.nummers import is_letternummer, is_romeins_nummer
from convenantwerk.tekst.regelingen import is_deze_tekst, naam_is
from convenantwerk.tekst.verwijswoorden import RUIM, SOMS_ELDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.boom import Convenant, Element, Onderdeel, Verwijzing
    from convenantwerk.tekst.omgeving import Omgeving
    from convenantwerk.tekst.verwijsdoel import Verwijsdoel

_BUREN = {"vorige": -1, "volgende": 1}
_ONZEKER = 3  # the lid itself, the artikel, and one lid that has such a letter


class Adresboek:
    """The addresses of all that a verwijzing can name in one convenant.

    Args:
        convenant: the text.
        namen: what it is called: its title and how it is cited.
        geen: the words that look like a verwijzing and are none, each with the address of the
            element or lid that they are limited to, "" for all of the text.
    """

    def __init__(
        self,
        convenant: Convenant,
        namen: Iterable[str] = (),
        geen: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._namen = tuple(namen)
        self._geen: dict[tuple[str, str], int] = {}
        for number, (tekst, bij) in enumerate(geen):
            self._geen.setdefault((_woorden(tekst), bij), number)
        self._lijst = Adreslijst(convenant)
        # What was asked before: a text may say "artikel 8" a thousand times, and mean many by it.
        self._gevraagd: dict[tuple[Verwijsdoel, str, tuple[str, ...]], tuple[str, ...]] = {}

    def adres(self, element: Element, onderdeel: Onderdeel) -> str | None:
        """Return the address of a lid or letter in an element, None when no verwijzing leads there.

        Of onderdelen of one name, only the first can be named.
        """
        return self._lijst.adressen.get((element.anker, id(onderdeel)))

    # --- which text is meant --------------------------------------------------------------

    def merk(self, verwijzing: Verwijzing, omgeving: Omgeving) -> int | None:
        """Return which mark says that these words are no verwijzing; None when none does."""
        if not self._geen:
            return None
        tekst = _woorden(verwijzing.tekst)
        for words in (tekst, f"{verwijzing.naar.soort} {tekst}"):
            for bij in (omgeving.adres, omgeving.element.anker, ""):
                if (number := self._geen.get((words, bij))) is not None:
                    return number
        return None

    def elders(self, naar: Verwijsdoel) -> bool:
        """Tell whether another text is meant: a law that is named, a book of one, the web."""
        soort = naar.soort
        if soort == "web" or (soort in SOMS_ELDERS and soort not in self._lijst.soorten):
            return True
        if naar.binnen is not None and self.elders(naar.binnen):
            return True
        if self._is_vreemde_letter(naar):
            return True
        return bool(naar.van) and not self.noemt_deze_tekst(naar)

    def _is_vreemde_letter(self, naar: Verwijsdoel) -> bool:
        """Tell whether a letter is no number here, as in "afdeling C" of an office."""
        if naar.soort == "bijlage" or not is_letternummer(naar.nummer):
            return False
        return not is_romeins_nummer(naar.nummer) and naar.soort not in self._lijst.met_letters

    def noemt_deze_tekst(self, naar: Verwijsdoel) -> bool:
        """Tell whether the words themselves say that this text is meant: "van dit convenant"."""
        return bool(naar.van) and (
            is_deze_tekst(naar.van) or naam_is(naar.van, (*self._namen, *self._lijst.delen))
        )

    def kent_vorm(self, nummer: str) -> bool:
        """Tell whether an artikel or lid here may have such a number: "2.3.6a" has three parts.

        A number of another form than all here is hardly one of this text, but in an artikel of it.
        """
        boven = ("artikel", sleutel(nummer).rpartition(".")[0])
        return vorm(nummer) in self._lijst.vormen or boven in self._lijst.elements

    def begint_opnieuw(self, soort: str, deel: str) -> bool:
        """Tell whether a deel has numbers that another deel has too: they begin anew in each."""
        eigen = self._lijst.nummers.get((soort, deel), set())
        return any(
            eigen & nummers
            for (ander, waar), nummers in self._lijst.nummers.items()
            if ander == soort and waar != deel
        )

    def heeft_leden(self, element: Element) -> bool:
        """Tell whether words in an element can name a lid or onderdeel of it."""
        return bool(
            element.soort == "artikel"
            or self._lijst.leden.get(element.anker)
            or self._lijst.letters.get((element.anker, ""))
        )

    def deel_van(self, adres: str, naar: Verwijsdoel) -> str:
        """Return the anker of the deel in which what a verwijzing leads to lies; "" if unknown."""
        for soort, nummer, _ in _lezingen(naar):
            for plek in self._lijst.elements.get((soort, nummer), ()):
                if adres == plek.element.anker or adres.startswith(f"{plek.element.anker}--"):
                    return plek.deel
        return ""

    # --- where it leads -------------------------------------------------------------------

    def resolve(self, verwijzing: Verwijzing, omgeving: Omgeving) -> tuple[str, ...]:
        """Return all that a verwijzing can mean, read where it stands; one when all is well.

        Nothing when it names another text, or is marked as no verwijzing.
        """
        if self.merk(verwijzing, omgeving) is not None:
            return ()
        naar = verwijzing.naar
        element = omgeving.element
        plaatselijk = naar.soort in {"lid", "volzin"} or naar.nummer in {"dit", *_BUREN}
        here = (element.anker, element.nummer, omgeving.lid) if plaatselijk else ()
        asked = (naar, omgeving.deel, here)
        if asked not in self._gevraagd:
            found = () if self.elders(naar) else self._resolve(naar, omgeving)
            self._gevraagd[asked] = found
        return self._gevraagd[asked]

    def _resolve(self, naar: Verwijsdoel, omgeving: Omgeving) -> tuple[str, ...]:
        match naar.soort:
            case "opschrift":
                return tuple(self._lijst.titels.get(naar.nummer, ()))
            case "volzin":
                return (omgeving.adres,)
            case "lid":
                return tuple(self._plaatselijk(naar, omgeving))
        if naar.nummer == "dit":
            anker = omgeving.element.anker
            return (self._lijst.boven.get(anker, {}).get(naar.soort, anker),)
        if naar.nummer in _BUREN:
            return tuple(self._buur(naar, omgeving))
        own, other = self._candidates(naar, omgeving)
        return tuple(own or (other if self._telt_door(naar, omgeving, other) else ()))

    def _telt_door(self, naar: Verwijsdoel, omgeving: Omgeving, other: list[str]) -> bool:
        """Tell whether a number that the own deel does not have can be that of another deel.

        Not when it fits in the numbering of the own deel, where it is a gap: in a deel with
        artikelen 5 to 25, "artikel 2" is a lost one, though a later deel may have an artikel 2.
        """
        soort, nummer = naar.soort, sleutel(naar.nummer)
        grenzen = self._lijst.grens.get((soort, omgeving.deel, vorm(nummer)))
        waarde = waarde_van(nummer)
        if grenzen is None or not waarde or naar.binnen or naar.van or soort in RUIM or not other:
            return True
        rang = self._lijst.volgnummer
        eerder = rang.get(self.deel_van(other[0], naar), 0) < rang.get(omgeving.deel, 0)
        return waarde > grenzen[1] or (eerder and waarde < grenzen[0])

    def elders_in_de_tekst(self, naar: Verwijsdoel, omgeving: Omgeving) -> str:
        """Return where a number stands that is a gap in the own deel; "" when nowhere, or twice."""
        other = self._candidates(naar, omgeving)[1]
        return other[0] if len(other) == 1 else ""

    def _plaatselijk(self, naar: Verwijsdoel, omgeving: Omgeving) -> Iterator[str]:
        """Yield the lid or onderdeel of the element that the words stand in."""
        lid, anker = naar.lid, omgeving.element.anker
        if lid == "dit":
            lid = omgeving.lid
        elif lid in _BUREN:
            at = self._lijst.lidrang.get((anker, sleutel(omgeving.lid)), -2) + _BUREN[lid]
            namen = self._lijst.lidnamen.get(anker, [])
            if not 0 <= at < len(namen):
                return
            lid = namen[at]
        yield from self._within(omgeving.element, lid or omgeving.lid, naar, genoemd=bool(lid))

    def _buur(self, naar: Verwijsdoel, omgeving: Omgeving) -> Iterator[str]:
        """Yield the part of a kind before or after the one that the words stand in."""
        row = self._lijst.volgorde.get((naar.soort, omgeving.deel), [])
        at = self._lijst.rang.get(omgeving.element.anker, -2) + _BUREN[naar.nummer]
        if omgeving.element.soort == naar.soort and 0 <= at < len(row):
            yield from self._within(row[at], naar.lid, naar)

    def _candidates(self, naar: Verwijsdoel, omgeving: Omgeving) -> tuple[list[str], list[str]]:
        """Return the addresses in the same deel, and those elsewhere."""
        binnen = self._grenzen(naar, omgeving)
        own: list[str] = []
        other: list[str] = []
        for soort, nummer, lid in _lezingen(naar):
            if (soort, nummer) not in self._lijst.elements:
                continue
            elsewhere: list[str] = []
            for plek in self._lijst.elements[soort, nummer]:
                if binnen is None or binnen & (plek.in_ | {plek.element.anker}):
                    here = own if plek.deel == omgeving.deel else elsewhere
                    here.extend(self._within(plek.element, lid, naar))
            other = other or elsewhere
            if own:
                break
        return own, other

    def _grenzen(self, naar: Verwijsdoel, omgeving: Omgeving) -> set[str] | None:
        """Return the ankers of what it must lie in; None when nothing was said of that."""
        if naar.binnen is not None:
            own, other = self._candidates(naar.binnen, omgeving)
            return set(own or other)
        woorden = _woorden(naar.van)
        delen = self._lijst.delen.items()
        return {anker for titel, anker in delen if _woorden(titel) == woorden} or None

    def _within(
        self, element: Element, lid: str, naar: Verwijsdoel, *, genoemd: bool = True
    ) -> Iterator[str]:
        """Yield the address of a lid or onderdeel in an element; `genoemd` when the lid was named.

        An onderdeel without a lid is that of the only lid that has such a letter.
        """
        anker = element.anker
        if lid:
            lid = next(self._lijst.namen_van(element, lid), "")
            if not lid:
                return
        asked = [sleutel(letter) for letter in (naar.onderdeel, naar.tot) if letter]
        if not asked:
            yield self._lijst.leden[anker][lid] if lid else anker
            return
        leden = self._lijst.leden_met.get((anker, asked[0]), ())
        places = [lid] if genoemd and lid else [lid, "", *leden]
        if len(places) > _ONZEKER:  # in more than one lid: it must be this one, or in none
            places = places[:2]
        for place in places:
            letters = self._lijst.letters.get((anker, place), {})
            if all(letter in letters for letter in asked):
                yield letters[asked[0]]
                return


def _lezingen(naar: Verwijsdoel) -> Iterator[tuple[str, str, str]]:
    """Yield how a number can be read, as (soort, number, lid): "artikel 8.4" is lid 4 of 8 too."""
    nummer = sleutel(naar.nummer)
    yield naar.soort, nummer, naar.lid
    if naar.soort == "artikel" and not naar.lid:
        artikel, _, lid = nummer.rpartition(".")
        if artikel:
            yield naar.soort, artikel, lid


def _woorden(tekst: str) -> str:
    return " ".join(tekst.casefold().split())
