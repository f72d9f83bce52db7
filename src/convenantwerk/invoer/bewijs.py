"""The proof of an import: every word of the file is in the text, or is reported as left out.

The words of the file are those that its reader counted apart from what it made of it; the words of
the text are those of the files that would be written. A difference stops the import.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.brok import STREEP
from convenantwerk.tekst.boom import (
    Element,
    Figuur,
    Opsomming,
    Tabel,
    Voetnoot,
    alle_inline,
    inhouden,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.invoer.brok import Ingelezen
    from convenantwerk.invoer.gebouwd import Gebouwd
    from convenantwerk.tekst.boom import Blok, Inline

# What begins an item of a list and is no word. A dash between words counts on neither side.
_STREEPJE = re.compile(r"[-–—―•▪◦●○■□‣⁃∙·*+\uf0b7\uf0a7\uf0d8\uf02d]+")


class Verschil(NamedTuple):
    """Words that the file has and the text has not, and the other way round."""

    te_weinig: Counter[str]
    te_veel: Counter[str]


def woorden(tekst: str) -> tuple[str, ...]:
    """Return the words of a text as they are counted: what stands between spaces, in NFC.

    A mark of a bullet or a loose dash is no word.
    """
    return tuple(
        woord
        for woord in unicodedata.normalize("NFC", tekst).split()
        if not _STREEPJE.fullmatch(woord)
    )


def woorden_van(element: Element) -> Iterator[str]:
    """Yield the words of an element and all under it, notes after the block that calls them."""
    yield from _woorden((*element.vooraf,))
    yield from woorden(element.kopmerk)
    yield from _woorden(element.opschrift)
    for kind in element.inhoud:
        if isinstance(kind, Element):
            yield from woorden_van(kind)
        else:
            yield from _woorden_van_blok(kind)


def _woorden_van_blok(blok: Blok) -> Iterator[str]:
    match blok:
        case Opsomming():
            for onderdeel in blok.onderdelen:
                if onderdeel.merk != STREEP:
                    yield from woorden(onderdeel.merk)
                for binnen in onderdeel.inhoud:
                    yield from _woorden_van_blok(binnen)
        case Figuur():
            yield from woorden(blok.alt)
        case Tabel():
            for inhoud in inhouden(blok):
                yield from _woorden(inhoud)
        case _:
            for inhoud in inhouden(blok):
                yield from _woorden(inhoud)


def _woorden(inhoud: Iterable[Inline]) -> Iterator[str]:
    delen = tuple(inhoud)
    yield from woorden(plain(delen))
    for inline in alle_inline(delen):
        if isinstance(inline, Voetnoot):
            yield from woorden(plain(inline.inhoud))


def verschil(ingelezen: Ingelezen, gebouwd: Gebouwd) -> Verschil:
    """Return what the text that would be written has less or more than the file.

    What the reader and `bouwen` left out, or wrote otherwise, is what they report. The title of the
    convenant is in its settings.
    """
    bron = Counter(woord for rauw in ingelezen.woorden for woord in woorden(rauw))
    for bewerkt in (*ingelezen.bewerkt, *gebouwd.bewerkt):
        bron.subtract(woorden(bewerkt.was))
        bron.update(woorden(bewerkt.wordt))
    for weg in (*ingelezen.weggelaten, *gebouwd.weggelaten):
        bron.subtract(woorden(weg.tekst))
    bron.subtract(woorden(gebouwd.titel))
    for bestand in gebouwd.bestanden.values():
        bron.subtract(woorden_van(bestand.element))
    return Verschil(+bron, -bron)
