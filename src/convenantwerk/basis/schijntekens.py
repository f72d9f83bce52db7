"""Signs in running text that one does not see, or takes for others; and the ordinary ones for them.

A text with them looks like one without, but no search, comparison or reference takes one for the
other. They are told with their place; only who asks for it has them made ordinary.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.tekens import (
    GEWOON,
    LIJKT_LATIJN,
    SPATIES,
    VARIANT,
    in_tekst,
    nummer,
    schriften,
    siervorm,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic

_AFBREEKSTREEPJE = re.compile("\xad")
# A letter with the marks that stand on it, where Unicode has one sign for both.
_BIJEEN = re.compile(
    "[^\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff][\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
    "|[\u212a\u212b\u037e]"
)
_LIGATUUR = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_ONGEWOON = re.compile("[^\x00-\x7f]")
# Signs of measures, which stand among Latin letters as they should: "μm", "kΩ", "Δt".
_MATEN = frozenset("\u03bc\u03a9\u0394")
_LETTER = frozenset(("Lu", "Ll", "Lt", "Lo", "Nd", "Nl"))
_GEEN_BREEDTE = "Cf"  # the others leave room where they stand, and parted words
# A space that keeps together what should stay so: a number and what is counted, a word and its
# number, initials and a name, a title and who has it; and thin ones between thousands.
_VAST = "\u00a0\u202f"
_SMAL = "\u2007\u2008\u2009\u200a\u2006"
_STREEP = "\u2013\u2014"
_ZETWERK = (  # compiled where such a space is found; most texts have none
    rf"(?<=[\d§€$£°%])[{_VAST}{_SMAL}](?=[^\s])|(?<=[^\s])[{_VAST}{_SMAL}](?=[\d§€°%{_STREEP}])"
    rf"|(?<=[{_STREEP}])[{_VAST}{_SMAL}](?=\S)|(?<=[A-Za-z]\.)[{_VAST}](?=\S)"
    rf"|(?<=\w)[{_VAST}](?=(?:[IVXLC]+|[A-Z])\b)"
)


class Schijnteken(NamedTuple):
    """A sign that is not what it seems: where in the text, and what an ordinary text has there.

    Args:
        begin: of the signs in the text.
        einde: behind the last of them.
        wat: what it is, in words.
        gewoon: what would stand there, None when only who wrote it can tell.
        zetwerk: whether it may be meant: a space that keeps a number with its word.
    """

    begin: int
    einde: int
    wat: str
    gewoon: str | None
    zetwerk: bool = False


def schijntekens(text: str) -> list[Schijnteken]:
    """Return the signs of a text of one line that are not what they seem, in their order."""
    if GEWOON.fullmatch(text):
        return []
    return sorted(chain(_onzichtbaar(text), vormen(text), _spaties(text), _letters(text)))


def hersteld(text: str) -> str:
    """Return a text with ordinary signs for those that only seem to be; all else stays."""
    return "\n".join(map(_herstelde_regel, text.split("\n")))


def gewoon_te_maken(line: str) -> list[Schijnteken]:
    """Return the signs of a line that can be made ordinary, in their order and none twice."""
    found: list[Schijnteken] = []
    for teken in schijntekens(line):
        vrij = not found or teken.begin >= found[-1].einde
        if vrij and teken.gewoon is not None and not teken.zetwerk:
            found.append(teken)
    return found


def _herstelde_regel(line: str) -> str:
    while gewoon_te_maken(line):  # of the letters of a ligature, the last may bear an accent
        line = "".join(_hersteld(line))
    return line


def _hersteld(line: str) -> Iterator[str]:
    end = 0
    for found in gewoon_te_maken(line):
        yield line[end : found.begin]
        yield found.gewoon or ""
        end = found.einde
    yield line[end:]


def schijntekens_in(text: str, path: str) -> Iterator[Diagnostic]:
    """Yield a finding for what in a file of text is not what it seems: each kind once in a line.

    Signs without width, and those that turn the direction of reading, are CV216.

    Args:
        text: of the file; its front matter is left to `bind_text`.
        path: the file as the user sees it.
    """
    if not _ONGEWOON.search(text):
        return
    end = text.find("\n---", 3) if text.startswith("---") else 0
    first = text.count("\n", 0, max(0, end))
    for number, line in enumerate(text.split("\n")[first:], first + 1):
        told: set[str] = set()
        for found in schijntekens(line):
            soort = found.wat.split(" (U+")[0]
            if soort in told or next(in_tekst(line[found.begin]), None):
                continue
            told.add(soort)
            position = Position(path, number, found.begin + 1)
            code = "CV113" if found.zetwerk else "CV048"
            yield CODES[code].at(position, waar="deze regel", wat=found.wat)


def _onzichtbaar(text: str) -> Iterator[Schijnteken]:
    for match in _AFBREEKSTREEPJE.finditer(text):
        wat = f"een zacht afbreekstreepje ({nummer(match[0])}), dat u meestal niet ziet"
        yield Schijnteken(*match.span(), wat, "")
    for match in VARIANT.finditer(text):
        yield Schijnteken(*match.span(), f"{nummer(match[0])}, een onzichtbaar teken", "")
    for plek, teken, wat in in_tekst(text):
        if unicodedata.category(text[plek]) == _GEEN_BREEDTE:
            yield Schijnteken(plek, plek + 1, f"{teken}, {wat}", "")


def vormen(text: str) -> Iterator[Schijnteken]:
    """Yield letters that are put together of two signs, or stand for two letters, or are others."""
    for match in _BIJEEN.finditer(text):
        gewoon = unicodedata.normalize("NFC", match[0])
        if gewoon != match[0]:
            wat = f"de losse vorm van '{gewoon}' ({' '.join(map(nummer, match[0]))})"
            yield Schijnteken(*match.span(), wat, gewoon)
    for plek, teken in enumerate(text):
        if teken < "\u0132":
            continue
        if _LIGATUUR.match(teken):
            gewoon = unicodedata.normalize("NFKC", teken)
            wat = f"één teken voor de letters '{gewoon}' ({nummer(teken)})"
            yield Schijnteken(plek, plek + 1, wat, gewoon)
        elif _is_letter(teken) and (gewoon := siervorm(teken)):
            wat = f"een siervorm van '{gewoon}' ({nummer(teken)})"
            yield Schijnteken(plek, plek + 1, wat, gewoon)


def _is_letter(teken: str) -> bool:
    """Tell letters, digits and Roman numbers; what stands high or low ("m²", "CO₂") is meant so."""
    return unicodedata.category(teken) in _LETTER and teken != "\u212a"


def _spaties(text: str) -> Iterator[Schijnteken]:
    """Yield spaces that are no ordinary ones; a tab is one that everybody knows."""
    for match in SPATIES.finditer(text):
        if match[0] == "\t":
            continue
        zetwerk = re.compile(_ZETWERK).match(text, match.start()) is not None
        wat = f"een {_spatie(match[0])} in plaats van een gewone ({nummer(match[0])})"
        if zetwerk:
            begin = text[: match.start()].rsplit(None, 1)[-1]
            rest = text[match.end() :].split(None, 1)[0].rstrip(",.;:")
            wat = f"{wat}, in '{begin} {rest}'"
        yield Schijnteken(*match.span(), wat, " ", zetwerk)


def _spatie(teken: str) -> str:
    return "vaste spatie" if teken in _VAST else "smalle of brede spatie"


def _letters(text: str) -> Iterator[Schijnteken]:
    """Yield the letters of another script that stand among Latin ones, or pass for them."""
    for plek, teken, wat in schriften(text, alle=True):
        if text[plek] not in _MATEN:
            gewoon = LIJKT_LATIJN.get(ord(text[plek]))
            yield Schijnteken(plek, plek + 1, f"{wat} ({teken})", gewoon)
