"""Tracked changes: who changed what, as Word writes it around runs, paragraphs and rows."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.elements import LINKS, W, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from lxml.etree import _Element as Element

    from convenantwerk.papier.document import Wijziging

# The element that wraps what changed, for each fate.
WRAPPERS: Mapping[Wijziging, str] = {
    "ingevoegd": "ins",
    "vervallen": "del",
    "vertrokken": "moveFrom",
    "aangekomen": "moveTo",
}
# Rows, and the text of notes, cannot move.
STILL: Mapping[Wijziging, Wijziging] = {"vertrokken": "vervallen", "aangekomen": "ingevoegd"}
MARKS = frozenset(f"{{{W}}}{tag}" for tag in WRAPPERS.values())
# Text that goes has names of its own, so that a reader that knows no marks does not show it.
_GONE = {f"{{{W}}}t": f"{{{W}}}delText", f"{{{W}}}instrText": f"{{{W}}}delInstrText"}
_P, _R, _TR = (f"{{{W}}}{tag}" for tag in ("p", "r", "tr"))
_RPR, _PPR, _TRPR = (f"{{{W}}}{tag}" for tag in ("rPr", "pPr", "trPr"))


class Tracker:
    """Wraps elements in tracked changes.

    Args:
        author: who changed the text.
        op: the day on which it changed.
        ids: the numbers that are free for a mark.
    """

    def __init__(self, author: str, op: date, ids: Iterator[str]) -> None:
        self.by = {"author": author, "date": f"{op.isoformat()}T00:00:00Z"}
        self._ids = ids

    def mark(self, tag: str, *children: Element, **attributes: str) -> Element:
        """Return an element that tells who did what it stands for."""
        return w(tag, *children, id=next(self._ids), **self.by, **attributes)

    def words(self, content: Iterable[Element], fate: Wijziging) -> Iterator[Element]:
        """Yield the content of a paragraph with every run wrapped; "" leaves it as it is.

        What has a mark of its own keeps that one; a link stays around the mark, as Word wants.
        """
        if not fate:
            yield from content
            return
        tag = WRAPPERS[fate]
        for kind, group in groupby(content, key=lambda element: element.tag):
            elements = list(group)
            if kind == _R:
                if tag == "del":
                    _rename(elements)
                yield self.mark(tag, *elements)
                continue
            for element in elements:
                if kind in LINKS:
                    element[:] = list(self.words(list(element), fate))
                yield element

    def blocks(self, elements: Sequence[Element], fate: Wijziging) -> None:
        """Mark everything in whole paragraphs and tables that has no mark of its own."""
        still = STILL.get(fate, fate)
        for element in elements:
            for row in element.iter(_TR):
                self.row(row, still)
            for paragraph in element.iter(_P):
                self._paragraph(paragraph, fate)

    def row(self, row: Element, fate: Wijziging) -> None:
        """Mark a row as inserted or deleted, with all that stands in it."""
        properties = row.find(_TRPR)
        if properties.find(f"{{{W}}}{WRAPPERS[fate]}") is None:
            properties.append(self.mark(WRAPPERS[fate]))
        for paragraph in row.iter(_P):
            self._paragraph(paragraph, fate)

    def _paragraph(self, paragraph: Element, fate: Wijziging) -> None:
        properties = paragraph[0]
        own = properties.find(_RPR)
        if own is None:
            own = w("rPr")
            later = [child.tag for child in properties].count(f"{{{W}}}sectPr")
            properties.insert(len(properties) - later, own)
        if not any(child.tag in MARKS for child in own):
            own.insert(0, self.mark(WRAPPERS[fate]))
        content = list(self.words(paragraph[1:], fate))
        paragraph[1:] = content

    def move(self, elements: Sequence[Element], fate: Wijziging, name: str) -> None:
        """Put the marks of one of the two places of a move around elements of the body."""
        tag = WRAPPERS[fate]
        start = self.mark(f"{tag}RangeStart", name=name)
        elements[0].insert(1, start)
        elements[-1].addnext(w(f"{tag}RangeEnd", id=start.get(f"{{{W}}}id")))

    def restyle(self, run: Element, was: Element) -> None:
        """Note that a run had another emphasis; `was` is the same run as it looked."""
        old = was.find(_RPR)
        own = run.find(_RPR)
        if own is None:
            own = w("rPr")
            run.insert(0, own)
        own.append(self.mark("rPrChange", w("rPr", *(old if old is not None else ()))))

    def reshape(self, paragraph: Element, was: Element) -> None:
        """Note that a paragraph has other properties than it had, if it has."""
        old = [child for child in was if child.tag not in LAYOUT]
        new = [child for child in paragraph[0] if child.tag not in LAYOUT]
        if list(map(_shape, old)) != list(map(_shape, new)):
            change = self.mark("pPrChange", w("pPr", *old))
            paragraph[0].append(change)


# What a paragraph owes to its neighbours; Word needs no mark for that.
LAYOUT = frozenset(
    f"{{{W}}}{tag}" for tag in ("keepNext", "pageBreakBefore", "rPr", "sectPr", "pPrChange")
)


def _shape(element: Element) -> tuple[object, ...]:
    return (element.tag, dict(element.attrib), tuple(map(_shape, element)))


def _rename(runs: Iterable[Element]) -> None:
    for run in runs:
        for child in run:
            child.tag = _GONE.get(child.tag, child.tag)
