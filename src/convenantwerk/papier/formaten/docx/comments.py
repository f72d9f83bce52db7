"""Remarks of a renvooi in its Word file, as comments in the margin: they are in neither edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.papier.formaten.docx import package
from convenantwerk.papier.formaten.docx.elements import W, run, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.tracking import Tracker

KIND = f"{package.OFFICE}/comments"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_P = f"{{{W}}}p"


class Comments:
    """Gathers comments as they are hung on paragraphs.

    Args:
        tracker: says who made them and when.
        first: the first number that is free for a comment.
    """

    def __init__(self, tracker: Tracker, first: int = 0) -> None:
        self.found: list[Element] = []
        self._tracker = tracker
        self._first = first

    def hang(self, elements: Iterable[Element], remark: str) -> None:
        """Hang a remark on the first paragraph in elements; it is not struck with any word."""
        paragraph = next((p for element in elements for p in element.iter(_P)), None)
        if paragraph is None:
            return
        number = str(self._first + len(self.found))
        self.found.append(
            w(
                "comment",
                w("p", run(f"{remark[:1].upper()}{remark[1:]}.")),
                id=number,
                initials="",
                **self._tracker.by,
            )
        )
        paragraph.insert(1, w("r", w("commentReference", id=number)))


def write(parts: dict[str, bytes], main: str, found: Sequence[Element]) -> None:
    """Put comments into the parts of a Word file, beside those that its template has."""
    if not found:
        return
    empty = package.xml(w("comments"))
    name = package.related(parts, main, KIND) or package.add(
        parts, main, KIND, "comments.xml", content_type=TYPE, data=empty
    )
    tree = etree.fromstring(parts[name])
    tree.extend(found)
    parts[name] = package.xml(tree)


def free(parts: dict[str, bytes], main: str) -> int:
    """Return the first number that no comment in the template has."""
    name = package.related(parts, main, KIND)
    tree = etree.fromstring(parts[name]) if name else w("comments")
    return max((int(one.get(f"{{{W}}}id", "0")) for one in tree), default=-1) + 1
