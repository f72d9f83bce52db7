"""Verwijzingen cut out of the characters of a text, so that they are parts of the tree."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.boom import Tekst, Verwijzing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Inline, Vervolg
    from convenantwerk.tekst.verwijzingen import Gevonden


@waarde
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
    if len(letters) == 1 and not found:
        return _tekst(letters[0].text, position(start), ())
    parts: list[Inline] = []

    def add_tekst(start: int, end: int) -> None:
        text, jumps = _between(letters, start, end)
        parts.extend(_tekst(text, position(start), _vervolg(jumps, position)))

    for index in range(bisect_left(found, start, key=attrgetter("start")), len(found)):
        gevonden = found[index]
        if gevonden.start >= end:
            break
        if gevonden.end > end and gevonden.naar.soort == "web":
            continue  # a part of an address leads elsewhere
        # Where emphasis ends in it, "*artikel 5*, lid 2", what lies before that stands for it all.
        add_tekst(start, gevonden.start)
        tekst, jumps = _between(letters, gevonden.start, min(gevonden.end, end))
        at = position(gevonden.start)
        parts.append(Verwijzing(tekst, gevonden.naar, at, _vervolg(jumps, position)))
        start = min(gevonden.end, end)
    add_tekst(start, end)
    return parts


def _between(
    letters: Sequence[Letters], start: int, end: int
) -> tuple[str, Sequence[tuple[int, int]]]:
    """Return the characters whose source lies from `start` up to `end`, and where it jumps.

    That is after a line and after an escape: offsets in the characters, and those in the source.
    """
    if len(letters) == 1:
        return _clip(letters[0], start, end), ()
    first = max(bisect_right(letters, start, key=attrgetter("start")) - 1, 0)
    text: list[str] = []
    jumps: list[tuple[int, int]] = []
    length = 0
    for index in range(first, len(letters)):
        some = letters[index]
        if some.start >= end:
            break
        if length and letters[index - 1].source != letters[index - 1].text:
            jumps.append((length, some.start))
        text.append(_clip(some, start, end))
        length += len(text[-1])
    return "".join(text), jumps


def _vervolg(jumps: Iterable[tuple[int, int]], position: Callable[[int], Position]) -> Vervolg:
    return tuple([(offset, position(at)) for offset, at in jumps])


def _clip(some: Letters, start: int, end: int) -> str:
    if len(some.text) != len(some.source):  # an escape: "\\*" in the source, "*" in the text
        return some.text if start <= some.start < end else ""
    return some.text[max(start - some.start, 0) : max(end - some.start, 0)]


def _tekst(text: str, position: Position, vervolg: Vervolg) -> list[Inline]:
    return [Tekst(text, position, vervolg)] if text else []
