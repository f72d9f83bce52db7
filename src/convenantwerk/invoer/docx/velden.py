"""Fields of Word: what they show counts, what they are told to do does not (17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.invoer.docx.ooxml import W

if TYPE_CHECKING:
    from convenantwerk.invoer.docx.ooxml import Xml

_TOC = re.compile(r"\s*TO[CA]\b", re.IGNORECASE)


_BEGIN = 100  # characters of what a field is told, of which only the first word matters


@dataclass(slots=True)
class _Veld:
    opdracht: str = ""
    toont: bool = False

    @property
    def is_toc(self) -> bool:
        """Whether it makes a contents list."""
        return _TOC.match(self.opdracht) is not None


@dataclass(slots=True)
class Velden:
    """The fields that are open at a place; one may lie in another, and go over paragraphs."""

    _open: list[_Veld] = field(default_factory=list)
    _zwijgt: int = 0  # how many of them show nothing yet; a file may open any number
    _toc: int = 0  # and how many are a contents list that is being shown

    def meet(self, element: Xml) -> None:
        """Meet a w:fldChar, or a piece of what a field is told (w:instrText).

        A fldChar that closes what is not open is passed over.
        """
        if element.tag == W + "instrText":
            veld = self._open[-1] if self._open else None
            if veld and not veld.toont and len(veld.opdracht) < _BEGIN:
                veld.opdracht += element.text or ""
            return
        soort = element.get(W + "fldCharType")
        if soort == "begin":
            self._open.append(_Veld())
            self._zwijgt += 1
        elif self._open and soort == "separate" and not self._open[-1].toont:
            self._open[-1].toont = True
            self._zwijgt -= 1
            self._toc += self._open[-1].is_toc
        elif self._open and soort == "end":
            veld = self._open.pop()
            self._zwijgt -= not veld.toont
            self._toc -= veld.toont and veld.is_toc

    @property
    def toont(self) -> bool:
        """Whether text at this place is shown, and not part of what a field is told."""
        return not self._zwijgt

    @property
    def in_inhoudsopgave(self) -> bool:
        """Whether a contents list is being shown."""
        return self._toc > 0
