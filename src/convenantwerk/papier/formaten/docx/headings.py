"""Headings in a Word file: the label beside the title, and what a page begins with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.docx.elements import set_property, w
from convenantwerk.papier.formaten.docx.styles import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.text import Text

# The label of a heading: its character style, and what parts it from the title. A number hangs
# in the margin; "Artikel 5" is too long for that.
LABELS: Mapping[d.HeadingKind, tuple[str | None, str]] = {
    "deel": ("Deelnummer", "\n"),
    "hoofdstuk": (None, "\t"),
    "paragraaf": ("Kopnummer", "\t"),
    "artikel": ("Kopnummer", "\u2002"),
}


def heading(text: Text, block: d.Heading, following: d.Block | None) -> Element:
    """Return a heading, with its label and where links lead to."""
    style, parting = LABELS[block.kind]
    label = text.instead(block.label, block.was_label, parting, style)
    # A title is where links lead to; as a link it would look struck by a pen.
    title = text.runs(replace(piece, link=None) for piece in block.runs)
    element = heading_shape(text, block, following)
    element.extend(text.marked(block.anchor, [*label, *title]))
    return element


def heading_shape(text: Text, block: d.Heading, following: d.Block | None) -> Element:
    """Return a heading with its properties and nothing else."""
    name = HEADINGS[block.kind]
    element = text.paragraph(name)
    if not block.label:
        set_property(element, w("ind", left="0", firstLine="0"))
    if block.kind == "deel" and not (following and starts_page(following)):
        # The style is that of a sheet with nothing else on it.
        set_property(element, w("pBdr", w("top", val="nil")))
        set_property(element, w("spacing", before="0"))
    outline = w("outlineLvl", val=str(block.level - 1))
    usual = text.styles.property(name, "outlineLvl")
    if usual is None or usual.attrib != outline.attrib:
        set_property(element, outline)
    return element


def sheet_heading(text: Text, block: d.Heading) -> Element:
    """Return a heading on a sheet, which stays out of the table of contents."""
    label = text.instead(block.label, block.was_label, " ")
    content = text.marked(block.anchor, [*label, *text.runs(block.runs)])
    return text.paragraph("Bladkop", *content)


def starts_page(block: d.Block) -> bool:
    """Tell whether a block asks for a page of its own."""
    if isinstance(block, d.Heading):
        return block.new_page
    return isinstance(block, d.TableOfContents | d.Notice)
