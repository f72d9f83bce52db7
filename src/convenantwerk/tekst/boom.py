"""The text tree: titled elements whose leaves are blocks, and blocks that hold inline content.

Numbers, letters and labels are kept as written and never computed: a signed text must not
renumber itself. `Position` is left out of `==`, so that moved text is equal text.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.opmerkingen import Opmerking
    from convenantwerk.tekst.overlegfeiten import Overlegfeiten
    from convenantwerk.tekst.verwijsdoel import Verwijsdoel

# So deep may lists lie in lists, and emphasis and invulvelden in each other. A convenant has four
# levels; without a limit, a text of nothing but marks exhausts whatever walks through the tree.
DIEPTE = 20
CELREGEL = "<br>"  # how a Regeleinde is written in a cell: a row is one line of the source


def _position() -> Position:
    return field(default=NERGENS, compare=False, repr=False)


# Offsets, rising, of characters not right behind the one before (a line, an escape), and places.
Vervolg = tuple[tuple[int, Position], ...]


# --- inline -------------------------------------------------------------------------------


@waarde
class Tekst:
    """Plain characters; `position` is that of the first, known of what was read from a file."""

    tekst: str
    position: Position = _position()
    vervolg: Vervolg = field(default=(), compare=False, repr=False)


@waarde
class Regeleinde:
    """A line break that belongs to the text."""


@waarde
class Nadruk:
    """Emphasis, or characters that stand high or low beside the others: "m^2^", "CO~2~"."""

    soort: Literal["cursief", "vet", "hoog", "laag"]
    inhoud: tuple[Inline, ...]


@waarde
class Invulveld:
    """A placeholder that still has to be filled in: "[*Naam Partij*]", brackets not included."""

    inhoud: tuple[Inline, ...]
    position: Position = _position()


@waarde
class Voetnoot:
    """A footnote at the place where it is called; `merk` as written."""

    merk: str
    inhoud: tuple[Inline, ...]
    position: Position = _position()


@waarde
class Verwijzing:
    """A reference as it stands in the text, and what it names."""

    tekst: str
    naar: Verwijsdoel
    position: Position = _position()
    vervolg: Vervolg = field(default=(), compare=False, repr=False)


Inline = Tekst | Regeleinde | Nadruk | Invulveld | Voetnoot | Verwijzing


# --- blocks -------------------------------------------------------------------------------


@waarde
class Alinea:
    """A paragraph."""

    inhoud: tuple[Inline, ...]
    position: Position = _position()
    opmerkingen: tuple[Opmerking, ...] = field(default=(), compare=False, repr=False)


OnderdeelSoort = Literal["streep", "nummer", "letter", "lid"]


@waarde
class Onderdeel:
    """One item of an Opsomming; `merk` as written ("8.4", "a.", "1)", "1°."), "-" for a dash."""

    merk: str
    inhoud: tuple[Blok, ...]
    position: Position = _position()
    opmerkingen: tuple[Opmerking, ...] = field(default=(), compare=False, repr=False)


@waarde
class Opsomming:
    """Leden, lettered onderdelen, numbered items or dashes that follow each other."""

    soort: OnderdeelSoort
    onderdelen: tuple[Onderdeel, ...]
    position: Position = _position()


Uitlijning = Literal["links", "midden", "rechts"]


@waarde
class Tabel:
    """A table: one header row, then rows of equally many cells."""

    kop: tuple[tuple[Inline, ...], ...]
    rijen: tuple[tuple[tuple[Inline, ...], ...], ...]
    uitlijning: tuple[Uitlijning, ...]
    position: Position = _position()
    opmerkingen: tuple[Opmerking, ...] = field(default=(), compare=False, repr=False)


@waarde
class Figuur:
    """A picture by its path from the text file, with the text that stands for it."""

    pad: str
    alt: str
    position: Position = _position()


@waarde
class Registerplaats:
    """The place where a register is printed: "::: ondertekenaars"."""

    register: str
    position: Position = _position()


Blok = Alinea | Opsomming | Tabel | Figuur | Registerplaats


# --- titled parts -------------------------------------------------------------------------

Genummerd = Literal[
    "deel", "boek", "hoofdstuk", "titel", "afdeling", "paragraaf", "artikel", "bijlage"
]
ElementSoort = Genummerd | Literal["overleg", "slot", "voorwerk", "artikelen"]
# These have no heading: the closing lines of a file, a folder of files, and a file that holds
# artikelen and an aanhef and nothing that is above them.
ZONDER_KOP = ("slot", "voorwerk", "artikelen")


@waarde
class Element:
    """A titled part of the text, down to the artikel.

    Args:
        aanduiding: what stands before the title, as written: "Artikel 5", "1.1", "Deel 1", "".
        nummer: the number within it: "5", "1.1", "1", "".
        anker: stable name of this part, unique within a convenant.
        eigen_anker: the anker was written in the source, not derived from the place.
        niveau: heading level in the source file; 0 for a part without a heading.
        ontbreekt: where the source says that the text of this part is missing; None if it is not.
        feiten: for an overleg, what is known of it besides its text.
        scheiding: what parts aanduiding and title besides a space, as written: ":", " -", "".
        vooraf: what stands before the aanduiding, an open choice: "[Optioneel:] Artikel 2".
        dekt: the keys of what the law asks that this part answers, as its mark says. A mark is no
            word of the text: with another, it is the same text.
    """

    soort: ElementSoort
    aanduiding: str
    nummer: str
    opschrift: tuple[Inline, ...]
    anker: str
    inhoud: tuple[Element | Blok, ...]
    niveau: int = 1
    eigen_anker: bool = False
    ontbreekt: bool = False
    feiten: Overlegfeiten | None = None
    scheiding: str = ""
    vooraf: tuple[Inline, ...] = ()
    dekt: tuple[str, ...] = field(default=(), compare=False, repr=False)
    position: Position = _position()
    opmerkingen: tuple[Opmerking, ...] = field(default=(), compare=False, repr=False)

    @property
    def kopmerk(self) -> str:
        """What a heading begins with, with what parts it from the title: "Artikel 5:", "1.1"."""
        return self.aanduiding + self.scheiding


@waarde
class Tekstbestand:
    """One source file: the front matter as written, and the element it holds."""

    front_matter: str
    element: Element


@waarde
class Convenant:
    """The text in force on a date: the delen in order, and what this edition is called."""

    delen: tuple[Element, ...]
    editie: str


BESLUIT = "besluit-"  # begins the anker of a wijzigingsbesluit that is bound to its text

# --- walking ------------------------------------------------------------------------------


def plain(inhoud: Iterable[Inline]) -> str:
    """Return the characters a reader sees, footnotes left out, invulvelden in brackets."""
    return "".join(map(_plain, inhoud))


def _plain(inline: Inline) -> str:
    match inline:
        case Tekst() | Verwijzing():
            return inline.tekst
        case Nadruk():
            return plain(inline.inhoud)
        case Invulveld():
            return f"[{plain(inline.inhoud)}]"
        case Regeleinde():
            return "\n"
        case Voetnoot():
            return ""


def titel(element: Element) -> str:
    """Return a heading as one line: "Artikel 5 Besluitvorming Stuurgroep"."""
    return " ".join(
        filter(None, (plain(element.vooraf), element.kopmerk, plain(element.opschrift)))
    ).strip()


def kopinhoud(element: Element) -> tuple[str, tuple[Inline, ...]]:
    """Return what stands beside a title, and the title; after an open choice all is title.

    "[Optioneel:] Artikel 2 Duur" has nothing beside it, since the choice comes first.
    """
    if not element.vooraf:
        return element.kopmerk, element.opschrift
    begin = Tekst(f" {element.kopmerk} " if element.opschrift else f" {element.kopmerk}")
    return "", (*element.vooraf, begin, *element.opschrift)


def is_besluit(element: Element) -> bool:
    """Tell whether a titled part is a wijzigingsbesluit that is bound to the text it amends."""
    return element.eigen_anker and element.anker.startswith(BESLUIT)


def elementen(wortels: Iterable[Element]) -> Iterator[Element]:
    """Yield elements and all that stand under them, in reading order."""
    for element in wortels:
        yield element
        yield from elementen(kind for kind in element.inhoud if isinstance(kind, Element))


def blokken(element: Element) -> Iterator[Blok]:
    """Yield the blocks that stand directly under an element, not those of its sub-elements."""
    return (kind for kind in element.inhoud if not isinstance(kind, Element))


def alle_blokken(bloks: Iterable[Blok]) -> Iterator[Blok]:
    """Yield blocks and those nested in their onderdelen, in reading order."""
    for blok in bloks:
        yield blok
        if isinstance(blok, Opsomming):
            for onderdeel in blok.onderdelen:
                yield from alle_blokken(onderdeel.inhoud)


def inhouden(blok: Blok) -> Iterator[tuple[Inline, ...]]:
    """Yield the inline content of one block itself."""
    match blok:
        case Alinea():
            yield blok.inhoud
        case Tabel():
            for rij in (blok.kop, *blok.rijen):
                yield from rij
        case _:
            pass


def alle_inline(inhoud: Iterable[Inline]) -> Iterator[Inline]:
    """Yield inline parts and those within them, in reading order; a footnote where it is called."""
    for inline in inhoud:
        yield inline
        if isinstance(inline, Nadruk | Invulveld | Voetnoot):
            yield from alle_inline(inline.inhoud)


def inline_van(wortels: Iterable[Element]) -> Iterator[Inline]:
    """Yield all inline parts of elements: headings first, then blocks, in reading order."""
    for element in elementen(wortels):
        yield from alle_inline((*element.vooraf, *element.opschrift))
        for blok in alle_blokken(blokken(element)):
            for inhoud in inhouden(blok):
                yield from alle_inline(inhoud)
