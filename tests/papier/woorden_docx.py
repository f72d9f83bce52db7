"""The words of a Word file, read from its XML without any help of the exporter."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BREAKS = frozenset({f"{W}tab", f"{W}br", f"{W}p"})
# A run that calls a footnote or shows its sign; a sign of one's own is text in that run.
SIGNS = (f"{W}footnoteReference", f"{W}footnoteRef")


def part(data: bytes, name: str) -> Element:
    """Return a part of a Word file as XML."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def docx_words(data: bytes) -> list[str]:
    """Return the words of the body in order; page numbers of fields and note signs left out."""
    return "".join(_texts(part(data, "word/document.xml"))).split()


def docx_note_words(data: bytes) -> list[str]:
    """Return the words of the footnotes, in the order in which the body calls them."""
    notes = {n.get(f"{W}id"): n for n in part(data, "word/footnotes.xml")}
    calls = part(data, "word/document.xml").iter(f"{W}footnoteReference")
    called = [notes[call.get(f"{W}id")] for call in calls]
    for note in called:
        # The sign of a note is the first run of its first paragraph.
        first = note.find(f"{W}p/{W}r")
        first.getparent().remove(first)
    return " ".join("".join(_texts(note)) for note in called).split()


def _texts(root: Element) -> Iterator[str]:
    """Yield pieces of text; inside a PAGEREF field nothing counts but the tab before it."""
    fields: list[str] = []
    for element in root.iter():
        match element.tag:
            case tag if tag == f"{W}fldChar":
                if element.get(f"{W}fldCharType") == "begin":
                    fields.append("")
                elif element.get(f"{W}fldCharType") == "end":
                    fields.pop()
            case tag if tag == f"{W}instrText":
                fields[-1] += element.text
            case tag if any("PAGEREF" in code for code in fields):
                pass
            case tag if tag in BREAKS:
                yield " "
            case tag if tag == f"{W}t" and not _is_sign(element.getparent()):
                yield element.text or ""


def _is_sign(run: Element) -> bool:
    return any(run.find(sign) is not None for sign in SIGNS)
