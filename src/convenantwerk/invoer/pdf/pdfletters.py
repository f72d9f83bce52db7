"""The letters of a page as pdfium gives them, and which way up they stand."""

from __future__ import annotations

import math
from ctypes import addressof, byref, c_double, c_int, c_ushort, create_string_buffer
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as ruw

from convenantwerk.invoer.pdf.letters import AFGEBROKEN, CURSIEF, VET, Geknipt, Letter
from convenantwerk.invoer.pdf.vormen import gedraaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2 as pdfium

    from convenantwerk.invoer.pdf.vormen import Vak

_KWART = math.pi / 2
_SCHEEF = math.radians(3)  # what leans more than this is no ordinary text
_ONDERSTEBOVEN = 2  # quarters that a line is turned
_HELLING = 0.15  # letters that lean so much are slanted, as italics are
_ONZICHTBAAR = 3  # the way to draw text of which nothing is seen: the text under a scan
_OMLIJND = 2  # filled and outlined: how programs make letters bold that have no bold
_VET = ("bold", "black", "heavy", "demi", "-vet")
_CURSIEF = ("italic", "oblique", "cursief", "kursiv")
_FONTCURSIEF, _FONTVET = 1 << 6, 1 << 18  # PDF 1.7, table 123
_ZWAAR = 600
_NAAM = 256  # bytes of the name of a font
_AFGEBROKEN = (0x02, 0xFFFE)  # how pdfium marks the hyphen of a broken word
_HOOG, _LAAG, _TOT = 0xD800, 0xDC00, 0xE000  # the two halves of a character in UTF-16


class _Aanblik(NamedTuple):
    """How the letters of an object look; `kwart` is in quarter turns to the left, -1: they lean."""

    grootte: float
    stijl: int
    kwart: int
    zichtbaar: bool


class _Teken(NamedTuple):
    """A character with its box and origin in the units of the file; without a look a space."""

    teken: str
    vak: tuple[float, float, float, float]
    punt: tuple[float, float]
    aanblik: _Aanblik | None


_ONBEKEND = _Aanblik(0, 0, 0, zichtbaar=False)
_SPATIE = _Teken(" ", (0, 0, 0, 0), (0, 0), None)


@dataclass(slots=True)
class Gelezen:
    """What was read of a page; `vreemd` counts letters that have no character."""

    letters: list[_Teken] = field(default_factory=list)
    vreemd: int = 0

    @property
    def zichtbaar(self) -> bool:
        """Whether any of it is seen."""
        return any(teken.aanblik and teken.aanblik.zichtbaar for teken in self.letters)

    @property
    def kwart(self) -> int:
        """Which way up most letters stand, in quarter turns to the left."""
        telling = [0, 0, 0, 0]
        for teken in self.letters:
            if teken.aanblik is not None and teken.aanblik.kwart >= 0:
                telling[teken.aanblik.kwart] += 1
        return telling.index(max(telling))

    def rechtop(self, kwart: int, kader: Vak) -> tuple[list[Letter], list[str], list[Geknipt]]:
        """Return the letters as they are read, the words that stand otherwise, and mixed ones."""
        letters: list[Letter] = []
        scheef: list[str] = []
        geknipt: list[Geknipt] = []
        for woord in self._woorden():
            delen = [(r, list(g)) for r, g in groupby(woord, lambda t: _is_recht(t, kwart))]
            teksten = ["".join(teken.teken for teken in deel) for _, deel in delen]
            for (recht, deel), tekst in zip(delen, teksten, strict=True):
                if recht:
                    letters += (_letter(teken, kwart, kader) for teken in deel)
                    letters.append(_WIT)
                else:
                    scheef.append(tekst.replace(AFGEBROKEN, "-"))
            if len(delen) > 1:
                geknipt.append(
                    Geknipt(*(naad.join(teksten).replace(AFGEBROKEN, "-") for naad in ("", " ")))
                )
        return letters, scheef, geknipt

    def _woorden(self) -> Iterator[list[_Teken]]:
        """Yield what stands between spaces; a word that is broken at the end of a line is two."""
        woord: list[_Teken] = []
        for teken in self.letters:
            if teken.aanblik is not None:
                woord.append(teken)
            if woord and (teken.aanblik is None or teken.teken == AFGEBROKEN):
                yield woord
                woord = []
        if woord:
            yield woord


def _is_recht(teken: _Teken, kwart: int) -> bool:
    return teken.aanblik is not None and teken.aanblik.kwart == kwart


_WIT = Letter(" ", 0, 0, 0, 0, 0)


def _letter(teken: _Teken, kwart: int, kader: Vak) -> Letter:
    aanblik = teken.aanblik or _ONBEKEND
    vak = gedraaid(teken.vak, kwart, kader)
    if kwart == 0:
        basis = kader.onder - teken.punt[1]
    elif kwart == 1:
        basis = teken.punt[0] - kader.links
    elif kwart == _ONDERSTEBOVEN:
        basis = teken.punt[1] - kader.boven
    else:
        basis = kader.rechts - teken.punt[0]
    return Letter(teken.teken, vak.links, vak.rechts, basis, aanblik.grootte, aanblik.stijl)


def tekst_van(tekstlaag: pdfium.PdfTextPage, aantal: int) -> str:
    """Return the text of a page in one piece; a word that is broken is two, as it is seen."""
    buffer = (c_ushort * (aantal * 2 + 2))()
    lengte = ruw.FPDFText_GetText(tekstlaag, 0, aantal, buffer)
    tekst = bytes(buffer)[: max(0, lengte - 1) * 2].decode("utf-16-le", "replace")
    return tekst.replace("\ufffe", "-\n").replace("\x02", "-\n").replace("\x00", "")


def gelezen(tekstlaag: pdfium.PdfTextPage, aantal: int) -> Gelezen:
    """Return every letter of a page in the order of the file.

    All letters of an object stand on one line and look alike, so of these pdfium is asked once.
    """
    uit = Gelezen()
    bekend: dict[int, tuple[tuple[float, float], _Aanblik]] = {}
    laag, vak = tekstlaag.raw, ruw.FS_RECTF()
    naar_vak = byref(vak)
    ding_van, vak_van = ruw.FPDFText_GetTextObject, ruw.FPDFText_GetLooseCharBox
    fout_in, erbij = ruw.FPDFText_HasUnicodeMapError, uit.letters.append
    for i, teken in _tekens(laag, aantal):
        if teken.isspace():
            erbij(_SPATIE)
            continue
        ding = ding_van(laag, i)
        if not ding:  # made by pdfium: it belongs to what is before it
            voor = uit.letters[-1] if uit.letters else _SPATIE
            if voor.aanblik is not None:
                erbij(voor._replace(teken=teken))
            continue
        adres = addressof(ding.contents)
        if adres not in bekend:
            bekend[adres] = _punt(laag, i), _aanblik(laag, i, ding)
        vak_van(laag, i, naar_vak)
        uit.vreemd += fout_in(laag, i) == 1
        erbij(_Teken(teken, (vak.left, vak.bottom, vak.right, vak.top), *bekend[adres]))
    return uit


def _punt(laag: object, i: int) -> tuple[float, float]:
    """Return where a letter stands on its line."""
    x, y = c_double(), c_double()
    ruw.FPDFText_GetCharOrigin(laag, i, x, y)
    return x.value, y.value


def _tekens(laag: object, aantal: int) -> Iterator[tuple[int, str]]:
    hoog, code_van = 0, ruw.FPDFText_GetUnicode
    for i in range(aantal):
        code = code_van(laag, i)
        if _HOOG <= code < _LAAG:
            hoog = code
            continue
        if hoog and _LAAG <= code < _TOT:
            code = 0x10000 + ((hoog - _HOOG) << 10) + code - _LAAG
        hoog = 0
        if code in _AFGEBROKEN:
            yield i, AFGEBROKEN
        elif code:
            yield i, chr(code) if not _HOOG <= code < _TOT else "\ufffd"


def _aanblik(laag: object, i: int, ding: object) -> _Aanblik:
    matrix = ruw.FS_MATRIX()
    ruw.FPDFText_GetMatrix(laag, i, matrix)
    hoek = math.atan2(matrix.b, matrix.a)
    kwart = round(hoek / _KWART)
    recht = abs(hoek - kwart * _KWART) <= _SCHEEF
    schaal = math.hypot(matrix.c, matrix.d) or 1.0
    wijze = ruw.FPDFTextObj_GetTextRenderMode(ding)
    naam, vlaggen = create_string_buffer(_NAAM), c_int()
    ruw.FPDFText_GetFontInfo(laag, i, naam, _NAAM, vlaggen)
    lettertype = naam.value.decode("latin-1").lower()
    vet = (
        any(woord in lettertype for woord in _VET)
        or vlaggen.value & _FONTVET
        or ruw.FPDFText_GetFontWeight(laag, i) >= _ZWAAR
        or wijze == _OMLIJND
    )
    leunt = abs(matrix.c / schaal) > _HELLING and kwart == 0 and recht
    cursief = (
        any(woord in lettertype for woord in _CURSIEF) or vlaggen.value & _FONTCURSIEF or leunt
    )
    return _Aanblik(
        round(ruw.FPDFText_GetFontSize(laag, i) * schaal, 1),
        (VET if vet else 0) | (CURSIEF if cursief else 0),
        kwart % 4 if recht else -1,
        wijze != _ONZICHTBAAR,
    )
