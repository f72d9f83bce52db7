"""Where a paragraph that ends in tracked words meets paragraphs that came, or went, as a whole.

Word puts the mark of the first new paragraph on the one before it, for there the enter was given.
Written otherwise the two changes touch, and LibreOffice takes them for one that ends with the end
of the first paragraph; rejecting it would join that with whatever comes next.
"""

from __future__ import annotations

import copy
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.elements import W, set_property, w
from convenantwerk.papier.formaten.docx.tracking import LAYOUT, MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.tracking import Tracker

_P, _RPR, _CHANGE = (f"{{{W}}}{tag}" for tag in ("p", "rPr", "pPrChange"))
_FATES = (f"{{{W}}}ins", f"{{{W}}}del")
_BOOKMARKS = (f"{{{W}}}bookmarkStart", f"{{{W}}}bookmarkEnd")
_SECTION = f"{{{W}}}sectPr"


def move_marks(elements: Sequence[Element], tracker: Tracker) -> None:
    """Put the marks of paragraphs that came or went on the paragraph before, where they touch.

    Args:
        elements: what stands in the body, in order.
        tracker: makes the note of the properties that a paragraph had.
    """
    for place, first in enumerate(elements):
        fate = _last_words(first)
        if not fate or any(_mark(first, mark) is not None for mark in MARKS):
            continue
        row = list(takewhile(partial(_goes_or_comes, fate), islice(elements, place + 1, None)))
        if row:
            _shift(first, row, fate, tracker)


def _last_words(paragraph: Element) -> str:
    """Return the mark around the last words of a paragraph; "" when they have none."""
    if paragraph.tag != _P or any(child.tag == _SECTION for child in paragraph[0]):
        return ""
    words = [child.tag for child in paragraph[1:] if child.tag not in _BOOKMARKS]
    return words[-1] if words and words[-1] in _FATES else ""


def _goes_or_comes(fate: str, element: Element) -> bool:
    """Tell whether a paragraph has a fate as a whole."""
    return element.tag == _P and _mark(element, fate) is not None


def _mark(paragraph: Element, fate: str) -> Element | None:
    own = paragraph[0].find(_RPR)
    return None if own is None else own.find(fate)


def _shift(first: Element, row: Sequence[Element], fate: str, tracker: Tracker) -> None:
    """Let each mark go to the paragraph before; the last one ends as the first one did."""
    mark = _mark(row[-1], fate)
    if mark is None:
        return
    own = first[0].find(_RPR)
    if own is None:
        own = w("rPr")
        set_property(first, own)
    own.insert(0, mark)
    last = row[-1]
    if fate == _FATES[0]:
        _was(last, _shape(first, is_old=True), tracker)
    else:
        old = _shape(last, is_old=True)
        _reshaped(last, _shape(first, is_old=False))
        _was(last, old, tracker)


def _shape(paragraph: Element, *, is_old: bool) -> list[Element]:
    """Return the properties of a paragraph as they are, or as they were."""
    change = paragraph[0].find(_CHANGE) if is_old else None
    shape = paragraph[0] if change is None else change[0]
    return [copy.deepcopy(child) for child in shape if child.tag not in LAYOUT]


def _reshaped(paragraph: Element, shape: Sequence[Element]) -> None:
    kept = [child for child in paragraph[0] if child.tag in LAYOUT and child.tag != _CHANGE]
    paragraph[0][:] = []
    for child in (*shape, *kept):
        set_property(paragraph, child)


def _was(paragraph: Element, shape: Sequence[Element], tracker: Tracker) -> None:
    """Note how a paragraph looked, in the place of what was noted before."""
    change = paragraph[0].find(_CHANGE)
    if change is not None:
        paragraph[0].remove(change)
    tracker.reshape(paragraph, w("pPr", *shape))
