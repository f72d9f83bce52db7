"""How certain a word of a scan is, and why a person must look at it.

The bounds were measured on a scan of this repository's own convenant, with
`scripts/proef_invoer_pdf.py`: each of them marks words that were read wrong there, with a certainty
that misled.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_ZEKER = 90.0  # a word read so certainly is known when it comes again
_GEWOON, _NIEUW, _VREEMD = 80.0, 90.0, 93.0  # bounds: a known or long word, another, odd signs
_KORTST, _LANG = 1, 6  # letters: one letter is never known, and a long word is seldom another
_VAAK = 2  # times: a word that was read so often is known
_LIJM = 96.5  # two words that were read as one are read with less certainty than this
_STREEP = re.compile(r"[-–—•·]+")
_KERN = re.compile(r"^\W+|\W+$")
_LETTERS = re.compile(r"[(\[]?[^\W\d_]+(?:-[^\W\d_]+)*-?[.,;:)]*")
_STAART = re.compile(r"[^\W\d_][\"'’‘?!*°ˆ²³“”]+[.,;:)]*$")
_GELIJMD = re.compile(r"-(?:en|of)$")
_NUMMER = re.compile(r"\W*\d{2,}[a-z]?\W*")
# No plural or verb ends so, as many do in "en" and "te".
_KORT = ("de", "het", "een", "is", "op", "van", "dat", "zover")


class Woordlezing(NamedTuple):
    """A word as it was read.

    Args:
        tekst: its letters.
        zeker: how certain the reading is, 0 to 100.
        anders: what another reading made of it; "" when it made the same.
    """

    tekst: str
    zeker: float
    anders: str


class Zekerheid:
    """Knows the words of a file, and so which reading is likely.

    Args:
        woorden: all words of the file.
    """

    def __init__(self, woorden: Iterable[Woordlezing]) -> None:
        self._telling: dict[str, int] = {}
        for woord in woorden:
            if woord.zeker >= _ZEKER:
                kern = _kern(woord.tekst)
                self._telling[kern] = self._telling.get(kern, 0) + 1

    def bezwaar(self, woord: Woordlezing, *, eerste: bool) -> str:
        """Return why a person must look at a word, "" when nothing is against it.

        Args:
            woord: the word.
            eerste: whether a line begins with it, where numbers of artikelen and leden stand.
        """
        kern = _kern(woord.tekst)
        if not kern:
            return "" if _STREEP.fullmatch(woord.tekst) else "een los teken, of een vlek"
        if woord.anders:
            return f"ook gelezen als '{woord.anders}'"
        if woord.zeker < self._grens(woord.tekst, kern):
            return f"onzeker gelezen ({woord.zeker:.0f} van 100)"
        if _STAART.search(woord.tekst):
            return "het laatste teken kan een cijfer van een voetnoot zijn"
        if _GELIJMD.search(woord.tekst) or (woord.zeker < _LIJM and self._is_twee(kern)):
            return "dit kunnen twee woorden zijn"
        if eerste and _NUMMER.fullmatch(woord.tekst):
            return "in dit nummer kan een punt ontbreken"
        return ""

    def _grens(self, tekst: str, kern: str) -> float:
        if not _LETTERS.fullmatch(tekst):
            return _VREEMD
        if len(kern) > _KORTST and (self._telling.get(kern, 0) >= _VAAK or len(kern) > _LANG):
            return _GEWOON
        return _NIEUW

    def _is_twee(self, kern: str) -> bool:
        """Tell whether a word is one that is known with a short one behind it."""
        return any(
            len(kern) > len(kort) + 1
            and kern.endswith(kort)
            and self._telling.get(kern[: -len(kort)], 0) >= _VAAK
            for kort in _KORT
        )


def _kern(tekst: str) -> str:
    return _KERN.sub("", tekst).casefold()
