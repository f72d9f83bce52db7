"""The lists of a text with their places: of an opsomming the items, of a table its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Opsomming,
    Tabel,
    Tekst,
    alle_inline,
    blokken,
    is_besluit,
    plain,
    titel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Blok, Convenant, Inline, Onderdeel

_LANGST = 400  # characters of an item that can be a name, with what a contract puts behind it


@waarde
class Punt:
    """One item of a list; `tekst` is "" when it is more than a name can be."""

    tekst: str
    position: Position


@waarde
class Lijst:
    """A list of two items or more.

    Args:
        punten: its items, in order.
        inleiding: the paragraph before it, the heading of the column, or the sentence.
        pad: the titled parts it stands in, the outermost first.
        vorm: the items of an opsomming, a column of a table, or words in a sentence.
    """

    punten: tuple[Punt, ...]
    inleiding: str
    pad: tuple[Element, ...]
    vorm: Literal["opsomming", "kolom", "zin"] = "opsomming"

    @property
    def position(self) -> Position:
        """Where its first item is."""
        return self.punten[0].position

    @property
    def waar(self) -> str:
        """The heading it stands under; "" where there is none."""
        return next((naam for element in reversed(self.pad) if (naam := titel(element))), "")


def lijsten_van(convenant: Convenant) -> Iterator[Lijst]:
    """Yield the lists of a text, in reading order, but for those of besluiten."""
    for deel in convenant.delen:
        yield from _in_element(deel, ())


def _in_element(element: Element, boven: tuple[Element, ...]) -> Iterator[Lijst]:
    if is_besluit(element):
        return
    pad = (*boven, element)
    yield from _in_blokken(blokken(element), pad)
    for kind in element.inhoud:
        if isinstance(kind, Element):
            yield from _in_element(kind, pad)


def _in_blokken(bloks: Iterable[Blok], pad: tuple[Element, ...]) -> Iterator[Lijst]:
    inhoud: tuple[Inline, ...] = ()
    for blok in bloks:
        match blok:
            case Alinea():
                inhoud = blok.inhoud
            case Opsomming():
                if len(blok.onderdelen) > 1:
                    yield Lijst(tuple(map(_punt, blok.onderdelen)), plain(inhoud), pad)
                for onderdeel in blok.onderdelen:
                    yield from _in_blokken(onderdeel.inhoud, pad)
            case Tabel() if len(blok.rijen) > 1:
                yield from _kolommen(blok, pad)
            case _:
                pass


def _kolommen(tabel: Tabel, pad: tuple[Element, ...]) -> Iterator[Lijst]:
    for kolom, kop in enumerate(tabel.kop):
        cellen = (rij[kolom] for rij in tabel.rijen if kolom < len(rij))
        punten = tuple(Punt(_kort(cel), plaats_van(cel, tabel.position)) for cel in cellen)
        if len(punten) > 1:
            yield Lijst(punten, plain(kop), pad, "kolom")


def _punt(onderdeel: Onderdeel) -> Punt:
    match onderdeel.inhoud:
        case (Alinea(inhoud), *_):
            return Punt(_kort(inhoud), plaats_van(inhoud, onderdeel.position))
        case _:
            return Punt("", onderdeel.position)


def _kort(inhoud: tuple[Inline, ...]) -> str:
    tekst = plain(inhoud)
    return tekst if len(tekst) <= _LANGST else ""


def plaats_van(inhoud: Iterable[Inline], anders: Position) -> Position:
    """Return where the first of some words are; elsewhere when they were not read from a file."""
    for inline in alle_inline(inhoud):
        if isinstance(inline, Tekst) and inline.position != NERGENS:
            return inline.position
    return anders


def kale_naam(item: str) -> str:
    """Return a name without what a list puts behind it: "(onderdeel van Fantasie); en"."""
    for woord in ("en", "of"):
        before = item.removesuffix(woord)
        if before != item and before[-1:].isspace():
            item = before.rstrip()
            break
    item = (item[:-1] if item.endswith((";", ",", ".")) else item).rstrip()
    opened = item.find("(", item.rfind(")", 0, -1) + 1) if item.endswith(")") else -1
    return item if opened < 0 else item[:opened].rstrip()
