"""The wijzigingsbesluit as a piece of text that is bound behind the text it amends.

So the edition with addenda shows what was decided, in the very sentences. Text that is put in is
quoted in it: its headings are words in bold, for the artikelen of the besluit are not those of the
convenant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

from convenantwerk.addenda.zinnen import letters_van
from convenantwerk.tekst.adressen import opgebouwd
from convenantwerk.tekst.boom import (
    Alinea,
    Blok,
    Element,
    Figuur,
    Inline,
    Invulveld,
    Nadruk,
    Onderdeel,
    Opsomming,
    Registerplaats,
    Tabel,
    Tekst,
    Voetnoot,
    kopinhoud,
)
from convenantwerk.tekst.inhoud_wijzigen import herlezen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.addenda.wijzigingstaal import Zin


def besluit_element(
    titel: str, anker: str, alineas: Sequence[str], zinnen: Sequence[Zin], slot: str
) -> Element:
    """Return a besluit as a titled part of a text.

    Args:
        titel: what it is called.
        anker: the anker that it gets.
        alineas: what goes before the changes: who decides, on what ground.
        zinnen: the changes.
        slot: what is said after them, "" when nothing is.
    """
    writer = _Stuk()
    inhoud: list[Blok] = [_aanhef(tekst) for tekst in alineas]
    for naam, zin in letters_van(zinnen):
        inhoud += writer.zin(zin, (Nadruk("vet", (Tekst(f"{naam}."),)), Tekst(" ")))
    inhoud += [_alinea(slot)] if slot else []
    return Element("hoofdstuk", "", "", (Tekst(titel),), anker, tuple(inhoud), eigen_anker=True)


class _Stuk:
    """Makes blocks of sentences; notes get marks of their own, for one file holds them all."""

    def __init__(self) -> None:
        self.merken = count(1)

    def zin(self, zin: Zin, voor: tuple[Inline, ...]) -> Iterator[Blok]:
        """Yield a sentence, what stands under it and what it puts in."""
        yield Alinea((*voor, *herlezen((Tekst(zin.tekst),))))
        for number, one in enumerate(zin.onder, start=1):
            yield from self.zin(one, (Nadruk("cursief", (Tekst(f"{number}."),)), Tekst(" ")))
        for part in opgebouwd(zin.parts):
            yield from self._citaat(part)

    def _citaat(self, part: Element | Blok) -> Iterator[Blok]:
        if not isinstance(part, Element):
            yield from self._blok(part)
            return
        merk, opschrift = kopinhoud(part)
        kop = (Tekst(f"{merk} " if opschrift else merk),) if merk else ()
        if part.soort != "slot" and (kop or opschrift):
            # In quotation marks, or a reader of the file takes it for a heading.
            words = (*kop, *self._inhoud(_zonder_nadruk(opschrift)))
            yield Alinea((Nadruk("vet", (Tekst("“"), *words, Tekst("”"))),))
        for child in part.inhoud:
            yield from self._citaat(child)

    def _blok(self, blok: Blok) -> Iterator[Blok]:
        match blok:
            case Alinea(inhoud=inhoud):
                yield Alinea(self._inhoud(inhoud))
            case Opsomming(onderdelen=onderdelen):
                items = tuple(
                    Onderdeel(one.merk, tuple(b for inner in one.inhoud for b in self._blok(inner)))
                    for one in onderdelen
                )
                yield replace(blok, onderdelen=items)
            case Tabel(kop=kop, rijen=rijen):
                rows = tuple(tuple(self._inhoud(cel) for cel in rij) for rij in (kop, *rijen))
                yield replace(blok, kop=rows[0], rijen=rows[1:])
            case Figuur(alt=alt):
                yield _alinea(f"(figuur: {alt})")
            case Registerplaats():
                yield _alinea("(de lijst van ondertekenaars)")

    def _inhoud(self, inhoud: Iterable[Inline]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in inhoud)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Voetnoot():
                return replace(inline, merk=str(next(self.merken)))
            case Nadruk() | Invulveld():
                return replace(inline, inhoud=self._inhoud(inline.inhoud))
            case _:
                return inline


def _aanhef(tekst: str) -> Alinea:
    """Return a line of the aanhef; what has yet to be filled in is an invulveld in it."""
    match = re.fullmatch(r"\[(.+)\](.*)", tekst)
    if match is None:
        return _alinea(tekst)
    return Alinea((Invulveld((Tekst(match[1]),)), Tekst(match[2])))


def _alinea(tekst: str) -> Alinea:
    return Alinea(herlezen((Tekst(tekst),)))


def _zonder_nadruk(inhoud: Iterable[Inline]) -> Iterator[Inline]:
    """Yield a title without emphasis of its own, for all of it is in bold."""
    for inline in inhoud:
        if isinstance(inline, Nadruk):
            yield from _zonder_nadruk(inline.inhoud)
        else:
            yield inline
