"""The title page of a Word file, and the section that goes without running header for it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.elements import W, run, set_property, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from convenantwerk.papier import document as d
    from convenantwerk.papier.formaten.docx.text import Text


def title_page(text: Text, block: d.TitlePage) -> Iterator[Element]:
    """Yield the title, the subtitle and the small lines at the foot of the first page."""
    yield text.paragraph("Title", run(block.title))
    if block.subtitle:
        yield text.paragraph("Subtitle", run(block.subtitle))
    tracked = text.tracker is not None and block.was_lines is not None
    lines = [_title_line(text, line, framed=not tracked) for line in block.lines]
    if text.tracker is not None and block.was_lines is not None:
        was = [_title_line(text, line, framed=False) for line in block.was_lines]
        text.tracker.blocks(was, "vervallen")
        text.tracker.blocks(lines, "ingevoegd")
        lines = was + lines
    yield from lines
    # A frame holds on to the next paragraph, which must be on its own page.
    yield text.gap()


def _title_line(text: Text, line: str, *, framed: bool = True) -> Element:
    element = text.paragraph("Titelregel", run(line))
    frame = text.styles.property("Titelregel", "framePr")
    if frame is not None and framed:
        # LibreOffice overlooks a frame that only the style has, and the marks in one it sees.
        set_property(element, copy.deepcopy(frame))
    return element


def set_title_page(section: Element, *, wanted: bool) -> None:
    """Say whether the first page of a section goes without header and footer."""
    flag = section.find(f"{{{W}}}titlePg")
    if wanted and flag is None:
        following = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")
        later = sum(len(section.findall(f"{{{W}}}{tag}")) for tag in following)
        section.insert(len(section) - later, w("titlePg"))
    elif not wanted and flag is not None:
        section.remove(flag)
