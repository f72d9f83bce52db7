"""The marks of lists and headings as LibreOffice shows them: counted, and stored nowhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.invoer.brok import STREEP
from convenantwerk.invoer.html.tags import getal
from convenantwerk.invoer.odt.namen import attributen, naam
from convenantwerk.invoer.odt.stijlen import Niveau
from convenantwerk.tekst.nummers import als_letters, als_romeins

if TYPE_CHECKING:
    from convenantwerk.invoer.odt.stijlen import Lijststijl, Stijlen

_PLAATS = re.compile(r"%(\d{1,2})%")
_ALFABET = 26
_OVER = frozenset(("text:tracked-changes", "office:annotation", "text:note"))


@dataclass(frozen=True, slots=True)
class Merk:
    """A mark: what is shown, the level of its list from 0, and how far it stands in, in points."""

    tekst: str
    diepte: int
    inspringing: float


@dataclass
class _Telling:
    """How far a list has counted, by level."""

    standen: dict[int, int] = field(default_factory=dict)

    def volgende(self, diepte: int, begin: int, gegeven: int | None) -> None:
        self.standen[diepte] = (
            gegeven if gegeven is not None else self.standen.get(diepte, begin - 1) + 1
        )
        for dieper in [n for n in self.standen if n > diepte]:
            del self.standen[dieper]


@dataclass
class _Lijst:
    stijl: str
    telling: _Telling
    diepte: int
    vers: bool = False  # the item has no mark yet
    kop: bool = False
    begin: int | None = None


class Nummering:
    """Counts through a text once.

    Args:
        stijlen: of the file.
    """

    def __init__(self, stijlen: Stijlen) -> None:
        self._stijlen = stijlen
        self._open: list[_Lijst] = []
        self._bij_naam: dict[str, _Telling] = {}
        self._laatste: dict[str, _Telling] = {}
        self._koppen = _Telling()
        self.merken: dict[etree._Element, Merk] = {}

    def tel(self, tekst: etree._Element) -> dict[etree._Element, Merk]:
        """Return the marks of the paragraphs of a text that have one."""
        over: etree._Element | None = None
        for wat, element in etree.iterwalk(tekst, events=("start", "end")):
            tag = naam(element.tag)
            if over is not None:
                over = None if wat == "end" and element is over else over
            elif wat == "end":
                if tag == "text:list" and self._open:
                    self._open.pop()
            elif tag in _OVER:
                over = element
            else:
                self._begin(tag, element)
        return self.merken

    def _begin(self, tag: str, element: etree._Element) -> None:
        if tag == "text:list":
            self._lijst(element)
        elif tag in ("text:list-item", "text:list-header") and self._open:
            lijst = self._open[-1]
            lijst.vers, lijst.kop = True, tag == "text:list-header"
            gegeven = attributen(element).get("text:start-value")
            lijst.begin = getal(gegeven, 1) if gegeven else None
        elif tag in ("text:p", "text:h"):
            self._alinea(tag, element)

    def _lijst(self, element: etree._Element) -> None:
        attrs = attributen(element)
        boven = self._open[-1] if self._open else None
        stijl = attrs.get("text:style-name", boven.stijl if boven else "")
        if boven is not None and stijl == boven.stijl:
            telling = boven.telling
        elif attrs.get("text:continue-list") in self._bij_naam:
            telling = self._bij_naam[attrs["text:continue-list"]]
        elif attrs.get("text:continue-numbering") == "true":
            telling = self._laatste.get(stijl, _Telling())
        else:
            telling = _Telling()
        self._laatste[stijl] = telling
        if "xml:id" in attrs:
            self._bij_naam[attrs["xml:id"]] = telling
        self._open.append(_Lijst(stijl, telling, len(self._open) + 1))

    def _alinea(self, tag: str, element: etree._Element) -> None:
        attrs = attributen(element)
        if not self._open:
            if tag == "text:h" and attrs.get("text:is-list-header") != "true":
                self._kop(attrs, element)
            return
        lijst = self._open[-1]
        if not lijst.vers or lijst.kop:
            return
        lijst.vers = False
        niveaus = self._stijlen.lijsten.get(lijst.stijl) or self._van_alinea(attrs)
        niveau = niveaus.get(lijst.diepte, Niveau())
        for boven in range(1, lijst.diepte):  # what is deeper without what is above it
            if boven not in lijst.telling.standen:
                lijst.telling.standen[boven] = niveaus.get(boven, Niveau()).begin
        lijst.telling.volgende(lijst.diepte, niveau.begin, lijst.begin)
        self._merk(element, niveaus, lijst.diepte, lijst.telling)

    def _van_alinea(self, attrs: dict[str, str]) -> Lijststijl:
        zegt = self._stijlen.van("paragraph", attrs.get("text:style-name", ""))
        return self._stijlen.lijsten.get(zegt.get("style:list-style-name", ""), {})

    def _kop(self, attrs: dict[str, str], element: etree._Element) -> None:
        diepte = max(1, getal(attrs.get("text:outline-level"), 1))
        zegt = self._stijlen.van("paragraph", attrs.get("text:style-name", ""))
        eigen = zegt.get("style:list-style-name")
        if eigen == "":  # its style says that it is not numbered
            return
        niveau = self._stijlen.koppen.get(diepte, Niveau())
        gegeven = attrs.get("text:start-value") if attrs.get("text:restart-numbering") else None
        for boven in range(1, diepte):
            self._koppen.standen.setdefault(boven, self._stijlen.koppen.get(boven, Niveau()).begin)
        self._koppen.volgende(diepte, niveau.begin, getal(gegeven, 1) if gegeven else None)
        self._merk(element, self._stijlen.koppen, diepte, self._koppen)

    def _merk(
        self, element: etree._Element, niveaus: Lijststijl, diepte: int, telling: _Telling
    ) -> None:
        niveau = niveaus.get(diepte, Niveau())
        tekst = STREEP if niveau.soort == "•" else merk_van(niveaus, diepte, telling.standen)
        if tekst:
            self.merken[element] = Merk(tekst, diepte - 1, niveau.inspringing)


def merk_van(niveaus: Lijststijl, diepte: int, standen: dict[int, int]) -> str:
    """Return the mark of an item on a level of a list, "" when it shows none."""
    niveau = niveaus.get(diepte, Niveau())
    if not niveau.soort:
        # A level that counts in nothing shows only what is written round it.
        return f"{niveau.voor}{niveau.na}".strip() if not niveau.vorm else ""
    if niveau.vorm:
        tekst = _PLAATS.sub(
            lambda match: (
                _getal(niveaus, int(match[1]), standen) if int(match[1]) <= diepte else ""
            ),
            niveau.vorm,
        )
        return tekst.strip()
    eerste = max(1, diepte - niveau.toont + 1)
    getallen = [_getal(niveaus, n, standen) for n in range(eerste, diepte + 1)]
    return f"{niveau.voor}{'.'.join(filter(None, getallen))}{niveau.na}".strip()


def _getal(niveaus: Lijststijl, diepte: int, standen: dict[int, int]) -> str:
    niveau = niveaus.get(diepte, Niveau())
    nummer = standen.get(diepte, niveau.begin)
    match niveau.soort:
        case "a" | "A":
            tekst = _samen(nummer) if niveau.samen else als_letters(nummer)
            return tekst.upper() if niveau.soort == "A" else tekst
        case "i":
            return als_romeins(nummer).lower()
        case "I":
            return als_romeins(nummer)
        case "" | "•":
            return ""
        case _:
            return str(nummer)


def _samen(nummer: int) -> str:
    if nummer < 1:
        return str(nummer)
    keer, letter = divmod(nummer - 1, _ALFABET)
    return chr(ord("a") + letter) * min(keer + 1, _ALFABET)
