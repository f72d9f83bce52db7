"""Verwijzingen cut out of the characters of a text, so that they are parts of the tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Tekst, Verwijzing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Inline
    from convenantwerk.tekst.verwijzingen import Gevonden


@dataclass(frozen=True, slots=True)
class Letters:
    """Characters of the tree, and where they start in the text that holds the verwijzingen.

    `source` is how they are written there: an escape is longer than what it stands for.
    """

    text: str
    start: int
    source: str


def uitgesneden(
    letters: Sequence[Letters], found: Sequence[Gevonden], position: Callable[[int], Position]
) -> list[Inline]:
    """Return neighbouring characters joined, with the verwijzingen that lie within them set apart.

    Args:
        letters: characters that follow each other, with nothing between them.
        found: the verwijzingen of the text that they stand in, in order.
        position: from a place in that text to a position in the file.
    """
    if not letters:
        return []
    start, end = letters[0].start, letters[-1].start + len(letters[-1].source)
    if not found:
        return _tekst("".join([some.text for some in letters]), position(start))
    parts: list[Inline] = []
    for index in range(bisect_left(found, start, key=attrgetter("start")), len(found)):
        gevonden = found[index]
        if gevonden.start >= end:
            break
        if gevonden.end > end and gevonden.naar.soort == "web":
            continue  # a part of an address leads elsewhere
        # Where emphasis ends in it, "*artikel 5*, lid 2", what lies before that stands for it all.
        parts += _tekst(_between(letters, start, gevonden.start), position(start))
        tekst = _between(letters, gevonden.start, min(gevonden.end, end))
        parts.append(Verwijzing(tekst, gevonden.naar, position(gevonden.start)))
        start = min(gevonden.end, end)
    return [*parts, *_tekst(_between(letters, start, end), position(start))]


def _between(letters: Sequence[Letters], start: int, end: int) -> str:
    """Return the characters whose source lies from `start` up to `end`."""
    if len(letters) == 1:
        return _clip(letters[0], start, end)
    first = max(bisect_right(letters, start, key=attrgetter("start")) - 1, 0)
    text = []
    for index in range(first, len(letters)):
        if letters[index].start >= end:
            break
        text.append(_clip(letters[index], start, end))
    return "".join(text)


def _clip(some: Letters, start: int, end: int) -> str:
    if len(some.text) != len(some.source):  # an escape: "\\*" in the source, "*" in the text
        return some.text if start <= some.start < end else ""
    return some.text[max(start - some.start, 0) : max(end - some.start, 0)]


def _tekst(text: str, position: Position) -> list[Inline]:
    return [Tekst(text, position)] if text else []
