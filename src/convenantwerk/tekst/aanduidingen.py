"""Marks: the signs with which leden, onderdelen and dashes begin."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from convenantwerk.tekst.boom import OnderdeelSoort

# The forms a mark may have, most telling first. A mark is followed by white space and text, also
# by the tab or hard space that comes along when text is pasted from Word.
MARKS: tuple[tuple[OnderdeelSoort, re.Pattern[str]], ...] = (
    ("lid", re.compile(r"\d+[a-z]{0,2}\.\d{1,2}[a-z]{0,2}\.?(?=[ \t\u00a0])")),
    ("nummer", re.compile(r"\d+(?:°\.|[.)])(?=[ \t\u00a0])")),
    ("letter", re.compile(r"(?:a?[a-z]|([b-z])\1|[ivx]{2,5})[.)](?=[ \t\u00a0])")),
    ("streep", re.compile(r"[-*+](?=[ \t\u00a0])")),
)


def find_mark(line: str) -> tuple[OnderdeelSoort, str] | None:
    """Return `(soort, merk)` when a line starts as an item does, else None."""
    if line[:1].isupper():  # no mark does, and most lines do
        return None
    for soort, pattern in MARKS:
        if match := pattern.match(line):
            if line[match.end() :].strip():
                return soort, match.group()
            return None
    return None


@cache
def soort_van(merk: str) -> OnderdeelSoort:
    """Return the kind of list that items with this mark make.

    Raises:
        ValueError: no item can begin so.
    """
    found = find_mark(f"{merk} x")
    if found is None or found[1] != merk:
        raise ValueError(merk)
    return found[0]


@cache
def form(merk: str) -> str:
    """Return the form of a mark; items of one list share it ("a." and "b.", but not "a)")."""
    return re.sub(r"[*+]", "-", re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", merk)))
