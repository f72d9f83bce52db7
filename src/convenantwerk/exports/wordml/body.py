"""Blocks to the body of a Word file: every kind of block in a named style of the template."""

from __future__ import annotations

import copy
import hashlib
import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.image.image import Image

from convenantwerk.errors import ConvenantwerkError
from convenantwerk.exports.wordml.elements import (
    Graphic,
    W,
    drawing,
    field_end,
    field_start,
    run,
    set_property,
    w,
)
from convenantwerk.exports.wordml.styles import DEPTHS, HEADINGS, PARAGRAPHS, TOC_DEPTHS
from convenantwerk.exports.wordml.tables import signature, table
from convenantwerk.model import document as d

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.exports.wordml.styles import Styles
    from convenantwerk.exports.wordml.text import Text

STEP = 397  # twips each list goes in, as in the template; for tables, which have no such style
TOC = 'TOC \\o "1-3" \\h \\z \\u'
# The label of a heading: its character style, and what parts it from the title. A number hangs
# in the margin; "Artikel 5" is too long for that.
LABELS: Mapping[d.HeadingKind, tuple[str | None, str]] = {
    "deel": ("Deelnummer", "\n"),
    "hoofdstuk": (None, "\t"),
    "paragraaf": ("Kopnummer", "\t"),
    "artikel": ("Kopnummer", "\u2002"),
}


@dataclass(frozen=True, slots=True)
class Room:
    """What a page of the template leaves for text, in twips."""

    width: int
    height: int

    @classmethod
    def of(cls, section: Element) -> Room:
        """Read the room from the page size and margins of a section."""

        def twips(tag: str, *names: str) -> int:
            element = section.find(f"{{{W}}}{tag}")
            return sum(abs(int(element.get(f"{{{W}}}{name}", "0"))) for name in names)

        return cls(
            twips("pgSz", "w") - twips("pgMar", "left", "right", "gutter"),
            twips("pgSz", "h") - twips("pgMar", "top", "bottom"),
        )


class Body:
    """Turns blocks into elements, divides them over pages and sections, gathers pictures.

    Args:
        text: turns runs into elements.
        section: the section properties of the template, which every section takes over.
        pages: the page of the PDF on which each anchor stands.
    """

    def __init__(self, text: Text, section: Element, pages: Mapping[str, int]) -> None:
        self.pictures: dict[str, tuple[bytes, str]] = {}
        self._text = text
        self._section = section
        self._room = Room.of(section)
        self._pages = pages

    def write(self, blocks: Sequence[d.Block]) -> list[Element]:
        """Return the elements of a whole document, and set its last section right."""
        elements: list[Element] = []
        # What comes after a sheet starts a page; the start of a section has one already.
        at_top, after_sheet, title_first = True, False, False
        for block, following in itertools.zip_longest(blocks, blocks[1:]):
            if isinstance(block, d.TitlePage):
                if not at_top:
                    self._end_section(elements, title_first=title_first)
                at_top, title_first = True, True
            new = list(self._block(block, following, 0))
            if not at_top and (after_sheet or _starts_page(block)):
                set_property(next(new[0].iter(f"{{{W}}}p")), w("pageBreakBefore"))
            elements += new
            at_top = False
            after_sheet = isinstance(block, d.Notice | d.TitlePage | d.TableOfContents)
        _set_title_page(self._section, wanted=title_first)
        return elements

    def _end_section(self, elements: list[Element], *, title_first: bool) -> None:
        section = copy.deepcopy(self._section)
        _set_title_page(section, wanted=title_first)
        if elements[-1].tag != f"{{{W}}}p":
            elements.append(self._gap())
        set_property(elements[-1], section)

    def _blocks(self, blocks: Sequence[d.Block], level: int) -> Iterator[Element]:
        for block, following in itertools.zip_longest(blocks, blocks[1:]):
            yield from self._block(block, following, level)

    def _block(self, block: d.Block, following: d.Block | None, level: int) -> Iterator[Element]:
        match block:
            case d.Paragraph():
                yield self._paragraph(block, following, level)
            case d.Heading():
                yield self._heading(block, following)
            case d.ItemList():
                yield from self._list(block, level)
            case d.Table():
                indent = level * STEP
                yield self._gap(keepNext=True)
                yield table(self._text, block, self._room.width - indent, indent)
                yield self._gap()
            case d.Picture():
                yield self._picture(block, level)
            case d.SignatureBlock():
                yield self._gap(keepNext=True)
                yield signature(self._text, block, self._room.width)
                yield self._gap()
            case d.TitlePage():
                yield from self._title_page(block)
            case d.TableOfContents():
                yield self._contents(block)
            case d.Notice():
                yield from self._notice(block)

    def _gap(self, **flags: bool) -> Element:
        """Return a little room: a table has none of its own, and tables that touch become one."""
        return self._text.paragraph("Tussenruimte", **flags)

    def _paragraph(self, block: d.Paragraph, following: d.Block | None, level: int) -> Element:
        style = PARAGRAPHS[block.style]
        if block.style == "slot" and not _is_slot(following):
            style = "Slot einde"
        elif block.style == "tekst" and level:
            style = _nested("Vervolg", level)
        content = self._text.runs(block.runs)
        return self._text.paragraph(style, *content, keepNext=_is_led_in(following))

    def _heading(self, block: d.Heading, following: d.Block | None) -> Element:
        name = HEADINGS[block.kind]
        style, parting = LABELS[block.kind]
        label = []
        if block.label:
            mark = self._text.styled(block.label, style) if style else run(block.label)
            label = [mark, run(parting)]
        # A title is where links lead to; as a link it would look struck by a pen.
        title = self._text.runs(replace(piece, link=None) for piece in block.runs)
        content = self._text.marked(block.anchor, [*label, *title])
        element = self._text.paragraph(name, *content)
        if not block.label:
            set_property(element, w("ind", left="0", firstLine="0"))
        if block.kind == "deel" and not (following and _starts_page(following)):
            # The style is that of a sheet with nothing else on it.
            set_property(element, w("pBdr", w("top", val="nil")))
            set_property(element, w("spacing", before="0"))
        outline = w("outlineLvl", val=str(block.level - 1))
        usual = self._text.styles.property(name, "outlineLvl")
        if usual is None or usual.attrib != outline.attrib:
            set_property(element, outline)
        return element

    def _list(self, block: d.ItemList, level: int) -> Iterator[Element]:
        # The number of a lid hangs in the margin, so that what stands in it does not go in.
        lid = block.kind == "lid" and level == 0
        inner = level if lid else level + 1
        for item in block.items:
            style = "Lid" if lid else _nested("Onderdeel" if item.mark else "Streep", inner)
            first, rest = _split(item.blocks)
            mark = [run(f"{item.mark}\t")] if item.mark else []
            content = self._text.marked(item.anchor, [*mark, *self._text.runs(first)])
            leads = bool(rest) and _is_led_in(rest[0])
            yield self._text.paragraph(style, *content, keepNext=leads)
            yield from self._blocks(rest, inner)

    def _picture(self, block: d.Picture, level: int) -> Element:
        try:
            image = Image.from_blob(block.data)
        except Exception as error:  # python-docx has no one error for pictures it cannot read
            tip = "sla de figuur opnieuw op, het liefst als PNG"
            raise ConvenantwerkError("CV011", pad=block.name, naam=block.name, tip=tip) from error
        identity = f"figuur-{hashlib.sha256(block.data).hexdigest()[:12]}"
        self.pictures[f"{identity}.{image.ext}"] = (block.data, image.content_type)
        # Some of the height goes to the line the picture stands in, and to what leads in.
        room = (self._room.width - level * STEP, self._room.height * 8 // 10)
        graphic = Graphic(block.name, block.alt, identity, image.px_width, image.px_height)
        content = drawing(graphic, next(self._text.ids), room)
        return self._text.paragraph(_nested("Vervolg", level) if level else "Figuur", content)

    def _title_page(self, block: d.TitlePage) -> Iterator[Element]:
        yield self._text.paragraph("Title", run(block.title))
        if block.subtitle:
            yield self._text.paragraph("Subtitle", run(block.subtitle))
        frame = self._text.styles.property("Titelregel", "framePr")
        for line in block.lines:
            element = self._text.paragraph("Titelregel", run(line))
            if frame is not None:
                # LibreOffice overlooks a frame that only the style has.
                set_property(element, copy.deepcopy(frame))
            yield element
        # A frame holds on to the next paragraph, which must be on its own page.
        yield self._gap()

    def _notice(self, block: d.Notice) -> Iterator[Element]:
        """A sheet is no part of the text: its headings stay out of the table of contents."""
        yield self._text.paragraph("Bladtitel", run(block.title))
        for part, following in itertools.zip_longest(block.blocks, block.blocks[1:]):
            if isinstance(part, d.Heading):
                label = [run(f"{part.label} ")] if part.label else []
                content = self._text.marked(part.anchor, [*label, *self._text.runs(part.runs)])
                yield self._text.paragraph("Bladkop", *content)
            else:
                yield from self._block(part, following, 0)

    def _contents(self, block: d.TableOfContents) -> Element:
        """Return the table of contents as Word makes it, with the pages of the PDF filled in."""
        entries = [self._entry(heading) for heading in block.entries]
        last = self._gap()
        first = entries[0] if entries else last
        first[1:1] = field_start(TOC)
        last.append(field_end())
        title = self._text.paragraph("TOC Heading", run(block.title))
        gallery = w("docPartGallery", val="Table of Contents")
        properties = w("sdtPr", w("docPartObj", gallery, w("docPartUnique")))
        return w("sdt", properties, w("sdtContent", title, *entries, last))

    def _entry(self, heading: d.Heading) -> Element:
        style = f"toc {min(heading.level, TOC_DEPTHS)}"
        parting = LABELS[heading.kind][1].replace("\n", "\t")
        label = f"{heading.label}{parting}" if heading.label else ""
        content = [run(label + d.text_of(heading.runs))]
        target = self._text.bookmarks.get(heading.anchor)
        if target is not None:
            page = str(self._pages.get(heading.anchor, ""))
            content += [run("\t"), *field_start(f"PAGEREF {target} \\h"), run(page), field_end()]
            content = [w("hyperlink", *content, anchor=target, history="1")]
        element = self._text.paragraph(style, *content)
        if not heading.label:
            for value in _without_label(self._text.styles, style):
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


def _split(blocks: Sequence[d.Block]) -> tuple[tuple[d.Run, ...], Sequence[d.Block]]:
    """Part the text that stands beside the mark of an item from the rest of the item."""
    match blocks:
        case [d.Paragraph(style="tekst") as first, *rest]:
            return first.runs, rest
    return (), blocks


def _nested(name: str, level: int) -> str:
    return f"{name} {min(level, DEPTHS)}"


def _starts_page(block: d.Block) -> bool:
    if isinstance(block, d.Heading):
        return block.new_page
    return isinstance(block, d.TableOfContents | d.Notice)


def _is_led_in(following: d.Block | None) -> bool:
    """Tell whether a block stays with the text that introduces it."""
    return isinstance(following, d.ItemList | d.Table)


def _is_slot(block: d.Block | None) -> bool:
    return isinstance(block, d.Paragraph) and block.style == "slot"


def _set_title_page(section: Element, *, wanted: bool) -> None:
    """Say whether the first page of a section goes without header and footer."""
    flag = section.find(f"{{{W}}}titlePg")
    if wanted and flag is None:
        following = ("textDirection", "bidi", "rtlGutter", "docGrid", "printerSettings")
        later = sum(len(section.findall(f"{{{W}}}{tag}")) for tag in following)
        section.insert(len(section) - later, w("titlePg"))
    elif not wanted and flag is not None:
        section.remove(flag)
