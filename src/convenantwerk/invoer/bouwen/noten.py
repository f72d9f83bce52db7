"""Notes of one file: in it no two have one mark, and each mark can be written."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import (
    Alinea,
    Element,
    Nadruk,
    Opsomming,
    Tabel,
    Voetnoot,
    alle_inline,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.invoer.bouwen.lopend import Inhoud
    from convenantwerk.tekst.boom import Blok, Inline

_GEEN_MERK = re.compile(r"[\s\[\]^]+")


class Notenkenner:
    """Gives the notes of one file marks of their own.

    Args:
        meld: told where a mark became another, and why.
    """

    def __init__(self, meld: Callable[[Position, str], None]) -> None:
        self._meld = meld
        self._gezien: set[str] = set()

    def element(self, element: Element) -> Element:
        """Return an element with such notes, in it and under it."""
        opschrift = self._inhoud(element.opschrift, element.position)
        inhoud = tuple(
            self.element(deel) if isinstance(deel, Element) else self._blok(deel)
            for deel in element.inhoud
        )
        return replace(element, opschrift=opschrift, inhoud=inhoud)

    def _blok(self, blok: Blok) -> Blok:
        match blok:
            case Alinea():
                return replace(blok, inhoud=self._inhoud(blok.inhoud, blok.position))
            case Opsomming():
                onderdelen = tuple(
                    replace(deel, inhoud=tuple(map(self._blok, deel.inhoud)))
                    for deel in blok.onderdelen
                )
                return replace(blok, onderdelen=onderdelen)
            case Tabel():
                kop, *rijen = (
                    tuple(self._inhoud(cel, blok.position) for cel in rij)
                    for rij in (blok.kop, *blok.rijen)
                )
                return replace(blok, kop=kop, rijen=tuple(rijen))
            case _:
                return blok

    def _inhoud(self, inhoud: Inhoud, position: Position) -> Inhoud:
        if not any(isinstance(deel, Voetnoot) for deel in alle_inline(inhoud)):
            return inhoud
        return tuple(self._een(deel, position) for deel in inhoud)

    def _een(self, deel: Inline, position: Position) -> Inline:
        if isinstance(deel, Voetnoot):
            return replace(deel, merk=self._merk(deel.merk, position))
        if isinstance(deel, Nadruk):
            return replace(deel, inhoud=self._inhoud(deel.inhoud, position))
        return deel

    def _merk(self, was: str, position: Position) -> str:
        merk = kaal = _GEEN_MERK.sub("", was) or "noot"
        nummer = 1
        while merk in self._gezien:
            nummer += 1
            merk = f"{kaal}-{nummer}"
        self._gezien.add(merk)
        if merk != was:
            self._meld(position, f"noot '{was}' heet hier '{merk}'")
        return merk
