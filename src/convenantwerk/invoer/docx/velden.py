"""Fields of Word: what they show counts, what they are told to do does not (17.16)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.invoer.docx.ooxml import W

if TYPE_CHECKING:
    from convenantwerk.invoer.docx.ooxml import Xml

_TOC = re.compile(r"\s*TO[CA]\b", re.IGNORECASE)


@dataclass(slots=True)
class _Veld:
    opdracht: str = ""
    toont: bool = False


@dataclass(slots=True)
class Velden:
    """The fields that are open at a place; one may lie in another, and go over paragraphs."""

    _open: list[_Veld] = field(default_factory=list)

    def meet(self, element: Xml) -> None:
        """Meet a w:fldChar, or a piece of what a field is told (w:instrText).

        A fldChar that closes what is not open is passed over.
        """
        if element.tag == W + "instrText":
            if self._open and not self._open[-1].toont:
                self._open[-1].opdracht += element.text or ""
            return
        soort = element.get(W + "fldCharType")
        if soort == "begin":
            self._open.append(_Veld())
        elif self._open and soort == "separate":
            self._open[-1].toont = True
        elif self._open and soort == "end":
            self._open.pop()

    @property
    def toont(self) -> bool:
        """Whether text at this place is shown, and not part of what a field is told."""
        return all(veld.toont for veld in self._open)

    @property
    def in_inhoudsopgave(self) -> bool:
        """Whether a contents list is being shown."""
        return any(veld.toont and _TOC.match(veld.opdracht) for veld in self._open)
