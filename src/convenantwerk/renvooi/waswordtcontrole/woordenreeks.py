"""Text as a row of words in which a quotation is found, whatever its quotes and spaces are."""

from __future__ import annotations

import re
import unicodedata

from convenantwerk.basis.tekens import NIET_TE_ZIEN, SPATIES, nummer

_AANHALING = str.maketrans(
    dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u0060\u00b4", "'")
)
_WOORD = re.compile(r"\d+(?:[.,:]\d+)*\w*|\w+(?:[-'\u2011]\w+)*|[^\w\s]")
# What stands for text that is left out.
WEGGELATEN = re.compile(r"\(\s*(?:\u2026|\.{2,})\s*\)|\[\s*(?:\u2026|\.{2,})\s*\]|\u2026|\.{3,}")
_RONDOM = 6  # letters around such a sign by which it is known


def woorden(tekst: str) -> list[str]:
    """Return the words, numbers and signs of a text, in one form of quotes and letters."""
    text = NIET_TE_ZIEN.sub("", SPATIES.sub(" ", tekst)).translate(_AANHALING)
    return _WOORD.findall(unicodedata.normalize("NFC", text))


def reeks(tekst: str) -> str:
    """Return a text as its words with one space around each, so that it can be searched."""
    return _met_spaties(woorden(tekst))


def _met_spaties(delen: list[str]) -> str:
    return f" {' '.join(delen)} " if delen else " "


def onzichtbaar(tekst: str) -> list[tuple[str, str]]:
    """Return what cannot be seen in a text, each by its name and with the letters around it.

    Another kind of space is no finding: a program for text puts those in by itself.
    """
    found: dict[tuple[str, str], None] = {}
    for line in tekst.split("\n"):
        text = line.strip().replace("\t", " ")
        for match in NIET_TE_ZIEN.finditer(text):
            at = match.start()
            rondom = text[max(0, at - _RONDOM) : at + _RONDOM + 1]
            found[nummer(match.group()), rondom] = None
    return list(found)
