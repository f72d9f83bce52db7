"""Blocks to the body of a Word file: every kind of block in a named style of the template."""

from __future__ import annotations

import copy
import hashlib
import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier.edities import OLD, fates, rejected_blocks
from convenantwerk.papier.formaten.docx.elements import (
    Graphic,
    W,
    drawing,
    field_end,
    field_start,
    run,
    set_property,
    w,
)
from convenantwerk.papier.formaten.docx.settled import followers
from convenantwerk.papier.formaten.docx.styles import DEPTHS, HEADINGS, PARAGRAPHS, TOC_DEPTHS
from convenantwerk.papier.formaten.docx.tables import signature, table
from convenantwerk.papier.formaten.docx.tracking import STILL
from convenantwerk.papier.pieces import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.styles import Styles
    from convenantwerk.papier.formaten.docx.text import Text
    from convenantwerk.papier.pieces import Loose

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
        self._in_sheet = False
        self._moves: dict[tuple[d.Wijziging, str], list[Element]] = {}

    def write(self, blocks: Sequence[d.Block]) -> list[Element]:
        """Return the elements of a whole document, and set its last section right."""
        elements: list[Element] = []
        # What comes after a sheet starts a page; the start of a section has one already.
        at_top, after_sheet, title_first = True, False, False
        previous: d.Block | None = None
        found = tuple(unwrapped(blocks))
        for place, (block, fate, *_) in enumerate(found):
            if isinstance(block, d.TitlePage):
                # The title pages of two editions are one.
                if not at_top and not (fate and isinstance(previous, d.TitlePage)):
                    self._end_section(elements, title_first=title_first)
                at_top, title_first = True, True
            new = self._piece(found, place, 0)
            if not at_top and (after_sheet or _starts_page(block)):
                first = next(new[0].iter(f"{{{W}}}p"))
                set_property(first, w("pageBreakBefore"))
                for change in first[0].iterfind(f"{{{W}}}pPrChange"):
                    set_property(change, w("pageBreakBefore"))
            elements += new
            at_top = False
            is_sheet = isinstance(block, d.Notice | d.TitlePage | d.TableOfContents)
            # What is in one edition only may be gone; then what comes next is after the sheet.
            after_sheet = is_sheet or (after_sheet and bool(fate))
            previous = block
        _set_title_page(self._section, wanted=title_first)
        return elements

    def finish(self) -> None:
        """Mark the places of what moved, once the elements stand in the tree of the file."""
        for (fate, name), elements in self._moves.items():
            if self._text.tracker is not None:
                self._text.tracker.move(elements, fate, name)

    def _end_section(self, elements: list[Element], *, title_first: bool) -> None:
        section = copy.deepcopy(self._section)
        _set_title_page(section, wanted=title_first)
        # The end of a section may not go with a paragraph that goes.
        if (
            elements[-1].tag != f"{{{W}}}p"
            or elements[-1].find(f"{{{W}}}pPr/{{{W}}}rPr") is not None
        ):
            elements.append(self._gap())
        set_property(elements[-1], section)

    def _blocks(self, blocks: Sequence[d.Block], level: int) -> Iterator[Element]:
        found = tuple(unwrapped(blocks))
        for place in range(len(found)):
            yield from self._piece(found, place, level)

    def _piece(self, found: Sequence[Loose], place: int, level: int) -> list[Element]:
        """Return a block with the marks of its fate, or of how it changed."""
        block, fate, _, move, _ = found[place]
        following, was_following = followers(found, place)
        if self._text.tracker is None or not fate:
            elements = list(self._block(block, following, level))
            if self._text.tracker is not None:
                self._reshape(elements, block, was_following)
            return elements
        notes = len(self._text.notes)
        elements = list(self._block(block, was_following if fate in OLD else following, level))
        self._text.tracker.blocks(elements, fate)
        self._text.track_notes(notes, fate)
        if move:
            side: d.Wijziging = "vertrokken" if fate == "vertrokken" else "aangekomen"
            self._moves.setdefault((side, move), []).extend(elements)
        return elements

    def _reshape(
        self, elements: list[Element], block: d.Block, was_following: d.Block | None
    ) -> None:
        """Note how a paragraph looked in the old edition, where that can be different."""
        tracker = self._text.tracker
        if tracker is None:
            return
        if isinstance(block, d.Heading):
            (old,) = rejected_blocks((replace(block, runs=()),))
            if isinstance(old, d.Heading) and not self._in_sheet:
                tracker.reshape(elements[0], self._heading_shape(old, was_following)[0])
        elif isinstance(block, d.Paragraph) and block.style == "slot":
            shape = self._text.paragraph(self._paragraph_style(block, was_following, 0))
            tracker.reshape(elements[0], shape[0])

    def _block(  # noqa: C901  # one case for each block
        self, block: d.Block, following: d.Block | None, level: int
    ) -> Iterator[Element]:
        match block:
            case d.Paragraph():
                yield self._paragraph(block, following, level)
            case d.Heading() if self._in_sheet:
                yield self._sheet_heading(block)
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
        style = self._paragraph_style(block, following, level)
        content = self._text.runs(block.runs)
        return self._text.paragraph(style, *content, keepNext=_is_led_in(following))

    def _paragraph_style(self, block: d.Paragraph, following: d.Block | None, level: int) -> str:
        if block.style == "slot" and not _is_slot(following):
            return "Slot einde"
        if block.style == "tekst" and level:
            return _nested("Vervolg", level)
        return PARAGRAPHS[block.style]

    def _heading(self, block: d.Heading, following: d.Block | None) -> Element:
        style, parting = LABELS[block.kind]
        label = self._text.instead(block.label, block.was_label, parting, style)
        # A title is where links lead to; as a link it would look struck by a pen.
        title = self._text.runs(replace(piece, link=None) for piece in block.runs)
        element = self._heading_shape(block, following)
        element.extend(self._text.marked(block.anchor, [*label, *title]))
        return element

    def _heading_shape(self, block: d.Heading, following: d.Block | None) -> Element:
        """Return a heading with its properties and nothing else."""
        name = HEADINGS[block.kind]
        element = self._text.paragraph(name)
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
            first, rest = _split(item.blocks)
            mark = self._text.instead(item.mark, item.was_mark, "\t")
            content = self._text.marked(item.anchor, [*mark, *self._text.runs(first)])
            leads = bool(rest) and _is_led_in(rest[0])
            element = self._text.paragraph(
                "Lid" if lid else _item_style(item.mark, inner), *content, keepNext=leads
            )
            if self._text.tracker is not None and item.was_mark is not None and not lid:
                was = self._text.paragraph(_item_style(item.was_mark, inner))
                self._text.tracker.reshape(element, was[0])
            yield element
            yield from self._blocks(rest, inner)

    def _picture(self, block: d.Picture, level: int) -> Element:
        from docx.image.image import Image  # noqa: PLC0415  few documents have a picture

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
        tracked = self._text.tracker is not None and block.was_lines is not None
        lines = [self._title_line(line, framed=not tracked) for line in block.lines]
        if self._text.tracker is not None and block.was_lines is not None:
            was = [self._title_line(line, framed=False) for line in block.was_lines]
            self._text.tracker.blocks(was, "vervallen")
            self._text.tracker.blocks(lines, "ingevoegd")
            lines = was + lines
        yield from lines
        # A frame holds on to the next paragraph, which must be on its own page.
        yield self._gap()

    def _title_line(self, line: str, *, framed: bool = True) -> Element:
        element = self._text.paragraph("Titelregel", run(line))
        frame = self._text.styles.property("Titelregel", "framePr")
        if frame is not None and framed:
            # LibreOffice overlooks a frame that only the style has, and the marks in one it sees.
            set_property(element, copy.deepcopy(frame))
        return element

    def _notice(self, block: d.Notice) -> Iterator[Element]:
        """A sheet is no part of the text: its headings stay out of the table of contents."""
        yield self._text.paragraph("Bladtitel", run(block.title))
        self._in_sheet = True
        yield from self._blocks(block.blocks, 0)
        self._in_sheet = False

    def _sheet_heading(self, block: d.Heading) -> Element:
        label = self._text.instead(block.label, block.was_label, " ")
        content = self._text.marked(block.anchor, [*label, *self._text.runs(block.runs)])
        return self._text.paragraph("Bladkop", *content)

    def _contents(self, block: d.TableOfContents) -> Element:
        """Return the table of contents as Word makes it, with the pages of the PDF filled in."""
        entries = [self._entry(*entry) for entry in zip(block.entries, fates(block), strict=True)]
        if any(block.changes):
            entries.insert(0, self._gap())  # the field may not begin in an entry that goes
        last = self._gap()
        first = entries[0] if entries else last
        first[1:1] = field_start(TOC)
        last.append(field_end())
        title = self._text.paragraph("TOC Heading", run(block.title))
        gallery = w("docPartGallery", val="Table of Contents")
        properties = w("sdtPr", w("docPartObj", gallery, w("docPartUnique")))
        return w("sdt", properties, w("sdtContent", title, *entries, last))

    def _entry(self, heading: d.Heading, change: d.Wijziging) -> Element:
        parting = LABELS[heading.kind][1].replace("\n", "\t")
        content = self._entry_text(heading, parting)
        target = self._text.bookmarks.get(heading.anchor)
        tracker = self._text.tracker
        if target is not None:
            page = str(self._pages.get(heading.anchor, ""))
            code = field_start(f"PAGEREF {target} \\h", dirty=not page)
            content += [run("\t"), *code, run(page), field_end()]
            content = [w("hyperlink", *content, anchor=target, history="1")]
        element = self._entry_shape(heading)
        element.extend(content)
        if tracker is not None:
            (old,) = rejected_blocks((replace(heading, runs=()),))
            if change:
                tracker.blocks([element], STILL.get(change, change))
            elif isinstance(old, d.Heading):
                tracker.reshape(element, self._entry_shape(old)[0])
        return element

    def _entry_text(self, heading: d.Heading, parting: str) -> list[Element]:
        tracker = self._text.tracker
        if tracker is None:
            label = f"{heading.label}{parting}" if heading.label else ""
            return [run(label + d.text_of(heading.runs))]
        content = self._text.instead(heading.label, heading.was_label, parting)
        for fate, group in itertools.groupby(heading.runs, key=lambda piece: piece.wijziging):
            content += tracker.words([run(d.text_of(group))], fate)
        return content

    def _entry_shape(self, heading: d.Heading) -> Element:
        """Return an entry with its properties and nothing else."""
        style = f"toc {min(heading.level, TOC_DEPTHS)}"
        element = self._text.paragraph(style)
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


def _item_style(mark: str, level: int) -> str:
    return _nested("Onderdeel" if mark else "Streep", level)


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
