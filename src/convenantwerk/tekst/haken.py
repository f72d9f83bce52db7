"""Where brackets end, found once for a whole alinea.

To look for the end anew at each bracket takes time that grows with the square of the text, or, for
brackets that are never closed, with its cube: markdown-it does so, and a page of `[` took minutes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_HAAK = re.compile(r"\\.|[\[\]]", re.DOTALL)
_NOOT = re.compile(r"\[\^|[\] \n]")
# The rules of the parser ask about one alinea until they are done with it.
_BEWAARD = 4


@lru_cache(maxsize=_BEWAARD)
def sluithaken(text: str) -> Mapping[int, int]:
    """Return for each `[` that is closed the place of its `]`; escaped ones are characters."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for match in _HAAK.finditer(text):
        if match.group() == "[":
            open_.append(match.start())
        elif match.group() == "]" and open_:
            ends[open_.pop()] = match.start()
    return ends


@lru_cache(maxsize=_BEWAARD)
def nootmerken(text: str) -> Mapping[int, int]:
    """Return for each `[^` of a note the place of its `]`; its mark holds no white space."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    for match in _NOOT.finditer(text):
        if match.group() == "[^":
            open_.append(match.start())
            continue
        if match.group() == "]":
            ends |= {start: match.start() for start in open_ if match.start() > start + 2}
        open_.clear()
    return ends
