"""Which lines begin an item: a mark may be typed, and a sentence may begin as a mark does.

"2017. Dat jaar", "1.5 miljoen euro", "A. Jansen tekent", "(a) of (b)" are no items. Whether a mark
is one is told by what stands before and behind it: its list, or the number of its artikel.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.regel import is_streep
from convenantwerk.invoer.bouwen.verslag import nootwoorden
from convenantwerk.invoer.brok import STREEP, Alineabrok
from convenantwerk.tekst.aanduidingen import (
    find_mark,
    form,
    getal,
    is_eerste,
    is_opvolger,
    is_twijfel,
    kan_later,
    ook_in_de_zin,
    soort_van,
)
from convenantwerk.tekst.nummers import komt_na, ontleed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.invoer.bouwen.regel import Regel

_VOORUIT = 60  # lines that are looked at for the next of a list
_NAAM = re.compile(r"(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ter|ten|el)\s)*[A-Z][a-z]")
_TEKENT = re.compile(
    r"\b(?:tekent|ondertekent|gemachtigd|namens|burgemeester|wethouder|directeur|bestuurder)\b"
)
_KAAL_MERK = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]{1,2}|[ivx]{1,5})(?:[.)]|°\.?)")


def is_merk(merk: str) -> bool:
    """Tell whether items can begin with a mark, in the source format."""
    try:
        soort_van(merk)
    except ValueError:
        return False
    return True


def met_losse_merken(regels: Sequence[Regel]) -> list[Regel]:
    """Return lines in which a mark that stands alone on one is that of the line below it."""
    gevonden: list[Regel] = []
    los = ""
    for regel in regels:
        if los:
            if regel.is_alinea and not regel.merk:
                gevonden[-1] = replace(regel, merk=los)
                los = ""
                continue
            los = ""
        gevonden.append(regel)
        kaal = regel.tekst.strip()
        if nootwoorden(regel):
            continue
        if not kaal and regel.merk and is_merk(regel.merk):
            los = regel.merk
        elif kaal and not regel.merk and _KAAL_MERK.fullmatch(kaal) and find_mark(f"{kaal} x"):
            los = kaal
    return gevonden


class Merkenkenner:
    """Tells which of the lines under one heading begin an item.

    Args:
        regels: the lines.
        nummers: the numbers of the artikel, paragraaf and hoofdstuk they stand in.
    """

    def __init__(self, regels: Sequence[Regel], nummers: Iterable[str]) -> None:
        self._regels = regels
        self._nummers = frozenset(filter(None, nummers))

    def merk(self, at: int, open_: Sequence[str]) -> str:
        """Return the mark of the item that a line begins, "" when it begins none.

        Args:
            at: which line.
            open_: the last marks of the lists that are under way, the outermost first.
        """
        regel = self._regels[at]
        gevonden = self._gevonden(at, regel, open_)
        if not gevonden and isinstance(regel.brok, Alineabrok) and is_streep(regel.brok.merk):
            return STREEP
        return gevonden

    def _gevonden(self, at: int, regel: Regel, open_: Sequence[str]) -> str:
        merk = regel.merk
        if not merk or not is_merk(merk):
            return ""
        if not regel.getypt:
            return merk
        if not is_streep(merk) and any(is_opvolger(merk, vorige) for vorige in open_):
            return merk
        if is_twijfel(merk):
            if any(kan_later(merk, vorige) for vorige in open_):
                return merk
            begint = is_eerste(merk) and self.nog(at, merk) and not self._is_naam(at)
            return merk if begint else ""
        if is_streep(merk):
            return merk if not ook_in_de_zin(merk) or self._streep(at, open_) else ""
        if soort_van(merk) == "lid":
            return merk if self._is_lid(at, merk, open_) else ""
        if is_eerste(merk):
            return merk if not ook_in_de_zin(merk) or self.nog(at, merk) or open_ else ""
        if any(is_later(merk, vorige) for vorige in open_):
            return merk
        return merk if self._vooraan(at) and self.nog(at, merk) else ""

    def nog(self, at: int, merk: str) -> bool:
        """Tell whether the next of a list comes after a line."""
        for regel in self._regels[at + 1 : at + 1 + _VOORUIT]:
            if regel.merk and is_merk(regel.merk) and form(regel.merk) == form(merk):
                return is_streep(merk) or is_opvolger(regel.merk, merk)
        return False

    def _is_naam(self, at: int) -> bool:
        """Tell whether a line begins with the initial of a person: "A. Jansen tekent"."""
        tekst = self._regels[at].tekst
        return bool(_NAAM.match(tekst) and _TEKENT.search(tekst))

    def _vooraan(self, at: int) -> bool:
        """Tell whether nothing with a mark stands before a line: a list may begin at "3."."""
        return not any(regel.merk for regel in self._regels[:at][-_VOORUIT:])

    def _streep(self, at: int, open_: Sequence[str]) -> bool:
        """Tell whether a dash begins an item: there are more, or a colon stands before it."""
        merk = self._regels[at].merk
        if any(form(merk) == form(vorige) for vorige in open_) or self.nog(at, merk):
            return True
        return at > 0 and self._regels[at - 1].tekst.endswith(":")

    def _is_lid(self, at: int, merk: str, open_: Sequence[str]) -> bool:
        """Tell whether "5.3" is a lid: of artikel 5, or one in a row."""
        boven = getal(merk).rpartition(".")[0]
        if boven in self._nummers:
            return True
        return any(is_later(merk, vorige) for vorige in open_) or (
            getal(merk).endswith(".1") and self.nog(at, merk)
        )


def is_later(merk: str, vorige: str) -> bool:
    """Tell whether a mark comes later in the list of another, though some between are missing."""
    if form(merk) != form(vorige) or is_streep(merk):
        return False
    een, ander = ontleed(getal(merk)), ontleed(getal(vorige))
    if een is None or ander is None or een.boven != ander.boven:
        return False
    return komt_na(een, ander) and een.getal - ander.getal < _SPRONG


_SPRONG = 10  # so many numbers may be missing in a list: a year is none
