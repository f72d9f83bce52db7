"""Characters that are other shapes of ordinary ones: ligatures, soft hyphens, spaces of a width."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VORMEN = re.compile("[\ufb00-\ufb06\u00ad\u2010\u2011\u200b-\u200d\u2060\ufeff\u0132\u0133]")
_ANDERS = {"\u2010": "-", "\u2011": "-"}


def gewone_vormen(tekst: str) -> Iterator[tuple[int, int, str]]:
    """Yield where such a character stands in a text, and what is written instead."""
    for gevonden in _VORMEN.finditer(tekst):
        teken = gevonden[0]
        gewoon = _ANDERS.get(teken, unicodedata.normalize("NFKC", teken))
        zichtbaar = "" if unicodedata.category(teken) == "Cf" else gewoon
        yield gevonden.start(), gevonden.end(), zichtbaar
