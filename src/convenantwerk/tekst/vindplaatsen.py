"""Addresses: every part, lid and onderdeel of a convenant, and what a verwijzing points to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Onderdeel,
    Opsomming,
    Plaatsaanduiding,
    Tabel,
    Verwijzing,
    Vindplaats,
    alle_inline,
    blokken,
    elementen,
    inhouden,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.boom import Blok, Convenant, Inline


@dataclass(frozen=True, slots=True)
class Context:
    """Where an inline part stands: its deel, its element, and the lid if it is in one."""

    deel: str
    element: Element
    lid: str = ""

    @property
    def vindplaats(self) -> Vindplaats:
        """The address of the lid, or of the element when there is no lid."""
        return Vindplaats(self.element.anker, self.lid)


def contexts(convenant: Convenant) -> Iterator[tuple[Context, Inline]]:
    """Yield every inline part of the text with the place where it stands, in reading order."""
    for deel in convenant.delen:
        for element in elementen([deel]):
            context = Context(deel.anker, element)
            yield from ((context, inline) for inline in alle_inline(element.opschrift))
            yield from _in_blocks(context, blokken(element))


def _in_blocks(context: Context, bloks: Iterable[Blok]) -> Iterator[tuple[Context, Inline]]:
    for blok in bloks:
        match blok:
            case Alinea() | Tabel():
                for inhoud in inhouden(blok):
                    yield from ((context, inline) for inline in alle_inline(inhoud))
            case Opsomming():
                for onderdeel in blok.onderdelen:
                    yield from _in_blocks(within(context, blok, onderdeel), onderdeel.inhoud)
            case _:
                pass


def within(context: Context, opsomming: Opsomming, onderdeel: Onderdeel) -> Context:
    """Return the context of what stands in an onderdeel."""
    if not context.lid and is_lid(context.element, opsomming):
        return Context(context.deel, context.element, onderdeel.merk.rstrip(".)"))
    return context


def is_lid(element: Element, opsomming: Opsomming) -> bool:
    """Tell whether the items of an opsomming are leden: "5.3", or "1." directly in an artikel."""
    if opsomming.soort == "nummer":  # "1°." is what comes below an onderdeel
        return element.soort == "artikel" and "°" not in opsomming.onderdelen[0].merk
    return opsomming.soort == "lid"


class Plaatsen:
    """The index of all addresses in one convenant."""

    def __init__(self, convenant: Convenant) -> None:
        self.elements: dict[tuple[str, str], list[tuple[str, Element]]] = {}
        self.soorten: set[tuple[str, str]] = set()
        self.titles: dict[str, list[Element]] = {}
        self.leden: dict[str, dict[str, Onderdeel]] = {}
        self.letters: dict[tuple[str, str], dict[str, Onderdeel]] = {}
        for deel in convenant.delen:
            for element in elementen([deel]):
                self._add(deel.anker, element)

    def _add(self, deel: str, element: Element) -> None:
        self.elements.setdefault((element.soort, element.nummer), []).append((deel, element))
        if element.nummer:
            self.soorten.add((element.soort, deel))
        self.titles.setdefault(plain(element.opschrift), []).append(element)
        for blok in blokken(element):
            if isinstance(blok, Opsomming):
                self._add_items(element, blok)

    def _add_items(self, element: Element, blok: Opsomming) -> None:
        if blok.soort == "letter":
            self._add_letters((element.anker, ""), blok)
        elif is_lid(element, blok):
            for onderdeel in blok.onderdelen:
                lid = onderdeel.merk.rstrip(".)")
                self.leden.setdefault(element.anker, {}).setdefault(lid, onderdeel)
                for nested in onderdeel.inhoud:
                    if isinstance(nested, Opsomming) and nested.soort == "letter":
                        self._add_letters((element.anker, lid), nested)

    def _add_letters(self, key: tuple[str, str], blok: Opsomming) -> None:
        letters = self.letters.setdefault(key, {})
        for onderdeel in blok.onderdelen:
            letters.setdefault(onderdeel.merk.rstrip(".)"), onderdeel)

    def address(self, vindplaats: Vindplaats, onderdeel: Onderdeel) -> bool:
        """Tell whether this onderdeel is the one its address leads to (the first of its name)."""
        if vindplaats.onderdeel:
            letters = self.letters.get((vindplaats.anker, vindplaats.lid), {})
            return letters.get(vindplaats.onderdeel) is onderdeel
        return self.leden.get(vindplaats.anker, {}).get(vindplaats.lid) is onderdeel

    def resolve(self, verwijzing: Verwijzing, context: Context) -> tuple[Vindplaats, ...]:
        """Return all that a verwijzing can mean, read where it stands; one when all is well."""
        naar = verwijzing.naar
        if naar.soort == "titel":
            return tuple(Vindplaats(element.anker) for element in self.titles.get(naar.nummer, ()))
        if naar.soort == "lid":
            return tuple(self._within(context.element, naar.lid or context.lid, naar))
        own, other = self._candidates(naar, context)
        # A deel with artikelen of its own means those; only one without any looks elsewhere.
        return tuple(own or (() if (naar.soort, context.deel) in self.soorten else other))

    def _candidates(
        self, naar: Plaatsaanduiding, context: Context
    ) -> tuple[list[Vindplaats], list[Vindplaats]]:
        """Return the places in the same deel, and those elsewhere."""
        nummer, lid = naar.nummer, naar.lid
        if (naar.soort, nummer) not in self.elements and "." in nummer and not lid:
            nummer, lid = nummer.split(".")  # "artikel 8.4" is lid 4 of artikel 8
        own: list[Vindplaats] = []
        other: list[Vindplaats] = []
        for deel, element in self.elements.get((naar.soort, nummer), []):
            (own if deel == context.deel else other).extend(self._within(element, lid, naar))
        return own, other

    def _within(self, element: Element, lid: str, naar: Plaatsaanduiding) -> Iterator[Vindplaats]:
        leden = self.leden.get(element.anker, {})
        if lid:
            names = [name for name in (lid, f"{element.nummer}.{lid}") if name in leden]
            if not names:
                return
            lid = names[0]
        letters = self.letters.get((element.anker, lid), {})
        if all(letter in letters for letter in (naar.onderdeel, naar.tot) if letter):
            yield Vindplaats(element.anker, lid, naar.onderdeel)
