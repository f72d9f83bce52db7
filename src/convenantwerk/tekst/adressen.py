"""The text tree as parts with an address: what can be inserted, replaced, moved and compared.

An Opsomming is not a part itself: its onderdelen are parts of the element or onderdeel that holds
it, so that a lid can be addressed as lawyers cite it. Onderdelen of one form that follow each
other are one Opsomming, as they are for the reader of a source file; so `opgebouwd(parts_of(x))`
gives the content of x back.

An address is the anker of an element and the names of the parts within it, joined by "--":
"deel-1-artikel-8--8.4--b". A part without a mark is counted: "deel-1-hoofdstuk-3--alinea-2".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.aanduidingen import form, merknaam, soort_van
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Element,
    Figuur,
    Onderdeel,
    Opsomming,
    Registerplaats,
    Tabel,
    elementen,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SCHEIDING = "--"  # between the names of an address

Part = Element | Onderdeel | Alinea | Tabel | Figuur | Registerplaats
Container = Element | Onderdeel

_GETELD: dict[type, str] = {
    Alinea: "alinea",
    Tabel: "tabel",
    Figuur: "figuur",
    Registerplaats: "register",
}


@waarde
class Plaats:
    """A part of the text and its address."""

    adres: str
    part: Part


def maak_adres(*namen: str) -> str:
    """Return the address that names make, from the anker inward; empty ones are passed over."""
    return SCHEIDING.join(filter(None, namen))


def houder(adres: str) -> str:
    """Return the address of what holds a lid, onderdeel or block; "" of a titled part."""
    return adres.rpartition(SCHEIDING)[0]


def anker_van(adres: str) -> str:
    """Return the anker of the titled part that an address is of, or lies in."""
    return adres.partition(SCHEIDING)[0]


def parts_of(inhoud: Iterable[Element | Blok]) -> list[Part]:
    """Return content as parts: every Opsomming dissolved in its onderdelen."""
    parts: list[Part] = []
    for kind in inhoud:
        if isinstance(kind, Opsomming):
            parts += kind.onderdelen
        else:
            parts.append(kind)
    return parts


def opgebouwd(parts: Iterable[Part]) -> tuple[Element | Blok, ...]:
    """Return parts as content: onderdelen of one form that follow each other in one Opsomming."""
    inhoud: list[Element | Blok] = []
    for vorm, group in groupby(parts, key=_vorm):
        members = list(group)
        if vorm is None:
            inhoud += [part for part in members if not isinstance(part, Onderdeel)]
        else:
            onderdelen = tuple(part for part in members if isinstance(part, Onderdeel))
            first = onderdelen[0]
            inhoud.append(Opsomming(soort_van(first.merk), onderdelen, first.position))
    return tuple(inhoud)


def _vorm(part: Part) -> str | None:
    return form(part.merk) if isinstance(part, Onderdeel) else None


def with_parts(container: Container, parts: Iterable[Part]) -> Container:
    """Return an element or onderdeel with other parts in it."""
    return replace(container, inhoud=opgebouwd(parts))  # type: ignore[arg-type]  # see `fits`


def fits(container: Container, part: Part) -> bool:
    """Tell whether a part may stand in a container: only an element holds elements."""
    return isinstance(container, Element) or not isinstance(part, Element)


def plaatsen_in(container: Container, adres: str) -> list[Plaats]:
    """Return the parts directly in a container with their addresses, in reading order.

    Args:
        container: an element or onderdeel.
        adres: its own address.
    """
    places: list[Plaats] = []
    seen: Counter[str] = Counter()
    for part in parts_of(container.inhoud):
        if isinstance(part, Element):
            places.append(Plaats(part.anker, part))
            continue
        counted = _GETELD.get(type(part)) or ("streep" if _is_streep(part) else "")
        naam = counted or _citeer(part)
        seen[naam] += 1
        if counted:
            naam = f"{naam}-{seen[naam]}"
        elif seen[naam] > 1:  # a fout already, but a place all the same
            naam = f"{naam}~{seen[naam]}"
        places.append(Plaats(maak_adres(adres, naam), part))
    return places


def _is_streep(part: Part) -> bool:
    return isinstance(part, Onderdeel) and soort_van(part.merk) == "streep"


def _citeer(part: Part) -> str:
    return merknaam(part.merk) if isinstance(part, Onderdeel) else ""


def alle_plaatsen(delen: Iterable[Element]) -> Iterator[Plaats]:
    """Yield every part of a text with its address, in reading order.

    Of parts that have one anker, which is a fout but may be so while an addendum is at work, the
    second is called "anker~2".
    """
    for naam, element in _benoemd(elementen(delen)):
        yield from _met_blokken(Plaats(naam, element))


def _met_blokken(place: Plaats) -> Iterator[Plaats]:
    """Yield a part and what stands in it, the titled parts under it apart: they come after it."""
    yield place
    if isinstance(place.part, Element | Onderdeel):
        for child in plaatsen_in(place.part, place.adres):
            if not isinstance(child.part, Element):
                yield from _met_blokken(child)


def plaats_op(delen: Iterable[Element], adres: str) -> Plaats | None:
    """Return the part at an address, None when there is none.

    Only the titled parts are gone through, and what stands on the way down to the part.
    """
    return _afgedaald(dict(_benoemd(elementen(delen))), adres)


def _benoemd(elements: Iterable[Element]) -> Iterator[tuple[str, Element]]:
    """Yield titled parts with their names; of those with one anker the second is "anker~2"."""
    seen: Counter[str] = Counter()
    for element in elements:
        seen[element.anker] += 1
        number = seen[element.anker]
        yield (f"{element.anker}~{number}" if number > 1 else element.anker), element


def _afgedaald(elements: dict[str, Element], adres: str) -> Plaats | None:
    if adres in elements:
        return Plaats(adres, elements[adres])
    boven = houder(adres)
    place = _afgedaald(elements, boven) if boven else None
    if place is None or not isinstance(place.part, Element | Onderdeel):
        return None
    return next((p for p in plaatsen_in(place.part, place.adres) if p.adres == adres), None)


def in_part(part: Part) -> Iterator[Part]:
    """Yield a part and all that stand under it, in reading order."""
    yield part
    if isinstance(part, Element | Onderdeel):
        for child in parts_of(part.inhoud):
            yield from in_part(child)


# --- ankers -------------------------------------------------------------------------------


@cache
def slug(text: str) -> str:
    """Return a name for use in an address: "Thematafel (ex-)x" becomes "thematafel-ex-x"."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def afgeleid_anker(element: Element) -> str:
    """Return the anker of a titled part that has none of its own, without that of its deel."""
    nummer = element.nummer
    naam = slug(f"{element.soort} {nummer}" if nummer else plain(element.opschrift))
    return naam or element.soort


def with_ankers(delen: Iterable[Element]) -> tuple[Element, ...]:
    """Return delen in which every derived anker follows from the text: "deel-1-artikel-8".

    It begins with that of its deel, so it is the same whatever else the convenant holds; an
    anker written in the source stays as it is. Where headings without a number are alike, and
    where titels, afdelingen and paragrafen are numbered anew, that of what they stand in comes
    before their own: "deel-1-a-toelichting", and of two there the second is "…-toelichting-2".
    """
    return tuple(met_ankers(deel) for deel in delen)


def met_ankers(deel: Element) -> Element:
    """Return one deel so; a part in which no anker changes stays the same object."""
    if deel.soort != "deel":  # a folder without a heading of its own
        anker, prefix = deel.anker, ""
    else:
        anker = deel.anker if deel.eigen_anker else afgeleid_anker(deel)
        prefix = f"{anker}-"
    namen = _Namen()
    found = _geankerd(deel, anker, prefix, namen.tel)
    return _geankerd(deel, anker, prefix, namen.uniek) if namen.dubbel else found


class _Namen:
    """Counts the ankers of one deel, and then gives parts that would have the same their own."""

    def __init__(self) -> None:
        self._aantal: Counter[str] = Counter()
        self._vast: set[str] = set()
        self._volgnummer: defaultdict[str, int] = defaultdict(lambda: 1)

    @property
    def dubbel(self) -> bool:
        """Whether some anker was counted more than once."""
        return max(self._aantal.values(), default=0) > 1

    def tel(self, element: Element, naam: str, ouder: str) -> str:
        """Count the name that a part would have, and return it."""
        del ouder
        self._aantal[naam] += 1
        if element.eigen_anker or not wijkt_uit(element):
            self._vast.add(naam)
        return naam

    def uniek(self, element: Element, naam: str, ouder: str) -> str:
        """Return the name that a part has, once all were counted.

        A number that runs through a deel and is there twice is a fout, and makes nothing way.
        """
        if self._aantal[naam] == 1 or not wijkt_uit(element):
            return naam
        start = f"{ouder}-{afgeleid_anker(element)}"
        found = start
        while found in self._vast:
            self._volgnummer[start] += 1
            found = f"{start}-{self._volgnummer[start]}"
        self._vast.add(found)
        return found


def wijkt_uit(element: Element) -> bool:
    """Tell whether a part may share its name with others, and then goes by what it stands in."""
    if element.eigen_anker or element.soort == "slot":
        return False
    return not element.nummer or element.soort in _PER_OUDER


# The numbers of these begin anew in each part that holds them.
_PER_OUDER = ("titel", "afdeling", "paragraaf")


def _geankerd(
    element: Element, anker: str, prefix: str, noem: Callable[[Element, str, str], str]
) -> Element:
    """Return an element with an anker, and with those that follow from a prefix in it.

    Args:
        element: the part.
        anker: its own anker.
        prefix: what those of the parts in it begin with; in a boek all is numbered anew.
        noem: from a part, the anker that follows and that of what holds it to its anker.
    """
    if element.soort == "boek":
        prefix = f"{anker}-"
    inhoud = tuple(
        _geankerd(part, noem(part, _anker(part, prefix, anker), anker), prefix, noem)
        if isinstance(part, Element)
        else part
        for part in element.inhoud
    )
    same = all(one is other for one, other in zip(inhoud, element.inhoud, strict=True))
    if anker == element.anker and same:
        return element
    return replace(element, anker=anker, inhoud=inhoud)


def _anker(element: Element, prefix: str, ouder: str) -> str:
    if element.soort == "slot":  # it closes the file whose heading it stands under
        return f"{ouder}-slot"
    return element.anker if element.eigen_anker else prefix + afgeleid_anker(element)
