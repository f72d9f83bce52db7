"""The table of contents of a Word file: a field that Word can make anew, filled in beforehand."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.docx.elements import (
    W,
    field_end,
    field_start,
    run,
    set_property,
    w,
)
from convenantwerk.papier.formaten.docx.headings import LABELS
from convenantwerk.papier.formaten.docx.styles import TOC_DEPTHS
from convenantwerk.papier.formaten.docx.tracking import STILL
from convenantwerk.papier.oud_en_nieuw import fates, rejected_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.styles import Styles
    from convenantwerk.papier.formaten.docx.text import Text

TOC = 'TOC \\o "1-3" \\h \\z \\u'


def contents(text: Text, block: d.TableOfContents, pages: Mapping[str, int]) -> Element:
    """Return the table of contents as Word makes it, with the pages of the PDF filled in."""
    entries = [
        _entry(text, pages, *entry) for entry in zip(block.entries, fates(block), strict=True)
    ]
    if any(block.changes):
        entries.insert(0, text.gap())  # the field may not begin in an entry that goes
    last = text.gap()
    first = entries[0] if entries else last
    first[1:1] = field_start(TOC)
    last.append(field_end())
    title = text.paragraph("TOC Heading", run(block.title))
    gallery = w("docPartGallery", val="Table of Contents")
    properties = w("sdtPr", w("docPartObj", gallery, w("docPartUnique")))
    return w("sdt", properties, w("sdtContent", title, *entries, last))


def _entry(
    text: Text, pages: Mapping[str, int], heading: d.Heading, change: d.Wijziging
) -> Element:
    parting = LABELS[heading.kind][1].replace("\n", "\t")
    content = _entry_text(text, heading, parting)
    target = text.bookmarks.get(heading.anchor)
    tracker = text.tracker
    if target is not None:
        page = str(pages.get(heading.anchor, ""))
        code = field_start(f"PAGEREF {target} \\h", dirty=not page)
        content += [run("\t"), *code, run(page), field_end()]
        content = [w("hyperlink", *content, anchor=target, history="1")]
    element = _entry_shape(text, heading)
    element.extend(content)
    if tracker is not None:
        (old,) = rejected_blocks((replace(heading, runs=()),))
        if change:
            tracker.blocks([element], STILL.get(change, change))
        elif isinstance(old, d.Heading):
            tracker.reshape(element, _entry_shape(text, old)[0])
    return element


def _entry_text(text: Text, heading: d.Heading, parting: str) -> list[Element]:
    tracker = text.tracker
    if tracker is None:
        label = f"{heading.label}{parting}" if heading.label else ""
        return [run(label + d.text_of(heading.runs))]
    content = text.instead(heading.label, heading.was_label, parting)
    told = itertools.chain.from_iterable(map(_told, heading.runs))
    for fate, group in itertools.groupby(told, key=lambda piece: piece.wijziging):
        content += tracker.words([run(d.text_of(group))], fate)
    return content


def _entry_shape(text: Text, heading: d.Heading) -> Element:
    """Return an entry with its properties and nothing else."""
    style = f"toc {min(heading.level, TOC_DEPTHS)}"
    element = text.paragraph(style)
    if not heading.label:
        for value in _without_label(text.styles, style):
            set_property(element, value)
    return element


def _without_label(styles: Styles, style: str) -> Iterator[Element]:
    """Yield what takes away the tab after a label, at which a short title would meet its page."""
    tabs, indent = styles.property(style, "tabs"), styles.property(style, "ind")
    if tabs is not None:
        places = (tab.get(f"{{{W}}}pos") for tab in tabs if tab.get(f"{{{W}}}val") == "left")
        yield w("tabs", *(w("tab", val="clear", pos=place) for place in places))
    if indent is not None:
        left, hanging = (int(indent.get(f"{{{W}}}{name}", "0")) for name in ("left", "hanging"))
        yield w("ind", left=str(left - hanging), firstLine="0")


def _told(piece: d.Run) -> Iterator[d.Run]:
    """Yield what contents tell of words in a heading: other signs too, but not how they look."""
    if piece.wijziging != "opmaak":
        yield piece
        return
    was = piece.was.text if piece.was else piece.text
    if was == piece.text:
        yield d.Run(piece.text)
        return
    if was:
        yield d.Run(was, wijziging="vervallen")
    if piece.text:
        yield d.Run(piece.text, wijziging="ingevoegd")
