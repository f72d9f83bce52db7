"""What OCR mostly reads wrong in the words of a convenant, and what was meant.

Whatever is mended here is told of, as edited and as unsure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_GELIJMD = re.compile(r"([^\W\d_]{3,}-)(en|of)")  # "Samenwerkings-en": the space was too small
_GENUMMERD = re.compile(r"(Artikel|Hoofdstuk|Deel|Bijlage|artikel|hoofdstuk|lid)(\d+[.:,]?)")
_HAAK = {")": "(", "]": "["}
_SLUIT = {"(": ")", "[": "]"}


def hersteld(woorden: Iterable[str]) -> Iterator[str]:
    """Yield for each word, in reading order, what it must be: mostly the same.

    A bracket closes what was opened: "[naam Partij)" was read wrong.
    """
    open_ = ""
    for woord in woorden:
        uit = ""
        for teken in woord:
            if teken in _SLUIT:
                open_ += teken
            elif teken in _HAAK and open_:
                was, open_ = open_[-1], open_[:-1]
                uit += _SLUIT[was]
                continue
            uit += teken
        yield _gescheiden(uit)


def _gescheiden(woord: str) -> str:
    """Return two words that were read as one."""
    for vorm in (_GELIJMD, _GENUMMERD):
        if gevonden := vorm.fullmatch(woord):
            return f"{gevonden[1]} {gevonden[2]}"
    return woord
