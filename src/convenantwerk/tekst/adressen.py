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
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.tekst.aanduidingen import form, soort_van
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Element,
    Figuur,
    Onderdeel,
    Opsomming,
    Registerplaats,
    Tabel,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEIDING = "--"

Part = Element | Onderdeel | Alinea | Tabel | Figuur | Registerplaats
Container = Element | Onderdeel

_GETELD: dict[type, str] = {
    Alinea: "alinea",
    Tabel: "tabel",
    Figuur: "figuur",
    Registerplaats: "register",
}


@dataclass(frozen=True, slots=True)
class Plaats:
    """A part of the text and its address."""

    adres: str
    part: Part


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
        places.append(Plaats(f"{adres}{SCHEIDING}{naam}", part))
    return places


def _is_streep(part: Part) -> bool:
    return isinstance(part, Onderdeel) and soort_van(part.merk) == "streep"


def _citeer(part: Part) -> str:
    return part.merk.rstrip(".)") if isinstance(part, Onderdeel) else ""


def alle_plaatsen(delen: Iterable[Element]) -> Iterator[Plaats]:
    """Yield every part of a text with its address, in reading order.

    Of parts that have one anker, which is a fout but may be so while an addendum is at work, the
    second is called "anker~2".
    """
    seen: Counter[str] = Counter()
    for deel in delen:
        yield from _met_onderliggende(Plaats(deel.anker, deel), seen)


def _met_onderliggende(place: Plaats, seen: Counter[str]) -> Iterator[Plaats]:
    if isinstance(place.part, Element):
        seen[place.adres] += 1
        if seen[place.adres] > 1:
            place = Plaats(f"{place.adres}~{seen[place.adres]}", place.part)
    yield place
    if isinstance(place.part, Element | Onderdeel):
        for child in plaatsen_in(place.part, place.adres):
            yield from _met_onderliggende(child, seen)


def in_part(part: Part) -> Iterator[Part]:
    """Yield a part and all that stand under it, in reading order."""
    yield part
    if isinstance(part, Element | Onderdeel):
        for child in parts_of(part.inhoud):
            yield from in_part(child)


# --- ankers -------------------------------------------------------------------------------


def slug(text: str) -> str:
    """Return a name for use in an address: "Thematafel (ex-)x" becomes "thematafel-ex-x"."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def afgeleid_anker(element: Element) -> str:
    """Return the anker of a titled part that has none of its own, without that of its deel."""
    nummer = element.nummer
    return slug(f"{element.soort} {nummer}" if nummer else plain(element.opschrift))


def with_ankers(delen: Iterable[Element]) -> tuple[Element, ...]:
    """Return delen in which every derived anker follows from the text: "deel-1-artikel-8".

    It begins with that of its deel, so it is the same whatever else the convenant holds; an
    anker written in the source stays as it is.
    """
    return tuple(_deel(deel) for deel in delen)


def _deel(deel: Element) -> Element:
    if deel.soort != "deel":  # a folder without a heading of its own
        return replace(deel, inhoud=_inhoud(deel.inhoud, "", deel))
    eigen = deel.anker if deel.eigen_anker else afgeleid_anker(deel)
    deel = replace(deel, anker=eigen)
    return replace(deel, inhoud=_inhoud(deel.inhoud, f"{eigen}-", deel))


def _inhoud(
    inhoud: Iterable[Element | Blok], prefix: str, ouder: Element
) -> tuple[Element | Blok, ...]:
    return tuple(
        _element(part, prefix, ouder) if isinstance(part, Element) else part for part in inhoud
    )


def _element(element: Element, prefix: str, ouder: Element) -> Element:
    anker = element.anker
    if element.soort == "slot":  # it closes the file whose heading it stands under
        anker = f"{ouder.anker}-slot"
    elif not element.eigen_anker:
        anker = prefix + afgeleid_anker(element)
    element = replace(element, anker=anker)
    return replace(element, inhoud=_inhoud(element.inhoud, prefix, element))
