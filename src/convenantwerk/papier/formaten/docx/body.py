"""Blocks to the body of a Word file: every kind of block in a named style of the template."""

from __future__ import annotations

import copy
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docx.image.image import Image

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.docx.elements import (
    Graphic,
    W,
    drawing,
    run,
    set_property,
    w,
)
from convenantwerk.papier.formaten.docx.headings import (
    heading,
    heading_shape,
    sheet_heading,
    starts_page,
)
from convenantwerk.papier.formaten.docx.joints import move_marks
from convenantwerk.papier.formaten.docx.settled import followers
from convenantwerk.papier.formaten.docx.styles import DEPTHS, PARAGRAPHS
from convenantwerk.papier.formaten.docx.tables import signature, table
from convenantwerk.papier.formaten.docx.titlepage import set_title_page, title_page
from convenantwerk.papier.formaten.docx.toc import contents
from convenantwerk.papier.oud_en_nieuw import OLD, rejected_blocks
from convenantwerk.papier.pieces import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.text import Text
    from convenantwerk.papier.pieces import Loose

STEP = 397  # twips each list goes in, as in the template; for tables, which have no such style


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
            if not at_top and (after_sheet or starts_page(block)):
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
        set_title_page(self._section, wanted=title_first)
        if self._text.tracker is not None:
            move_marks(elements, self._text.tracker)
        return elements

    def finish(self) -> None:
        """Mark the places of what moved, once the elements stand in the tree of the file."""
        for (fate, name), elements in self._moves.items():
            if self._text.tracker is not None:
                self._text.tracker.move(elements, fate, name)

    def _end_section(self, elements: list[Element], *, title_first: bool) -> None:
        section = copy.deepcopy(self._section)
        set_title_page(section, wanted=title_first)
        # The end of a section may not go with a paragraph that goes.
        if (
            elements[-1].tag != f"{{{W}}}p"
            or elements[-1].find(f"{{{W}}}pPr/{{{W}}}rPr") is not None
        ):
            elements.append(self._text.gap())
        set_property(elements[-1], section)

    def _blocks(self, blocks: Sequence[d.Block], level: int) -> Iterator[Element]:
        found = tuple(unwrapped(blocks))
        for place in range(len(found)):
            yield from self._piece(found, place, level)

    def _piece(self, found: Sequence[Loose], place: int, level: int) -> list[Element]:
        """Return a block with the marks of its fate, or of how it changed."""
        block, fate, remark, move, _ = found[place]
        following, was_following = followers(found, place)
        if self._text.tracker is None or not fate:
            elements = list(self._block(block, following, level))
            if self._text.tracker is not None:
                self._reshape(elements, block, was_following)
            if self._text.comments is not None and remark:
                self._text.comments.hang(elements, remark)
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
                tracker.reshape(elements[0], heading_shape(self._text, old, was_following)[0])
        elif isinstance(block, d.Paragraph) and block.style == "slot":
            shape = self._text.paragraph(self._paragraph_style(block, was_following, 0))
            tracker.reshape(elements[0], shape[0])

    def _block(self, block: d.Block, following: d.Block | None, level: int) -> Iterator[Element]:
        match block:
            case d.Paragraph():
                yield self._paragraph(block, following, level)
            case d.Heading():
                yield (
                    sheet_heading(self._text, block)
                    if self._in_sheet
                    else heading(self._text, block, following)
                )
            case d.ItemList():
                yield from self._list(block, following, level)
            case d.Table():
                indent = level * STEP
                yield self._text.gap(keepNext=True)
                yield table(self._text, block, self._room.width - indent, indent)
                yield self._text.gap()
            case d.Picture():
                yield self._picture(block, level)
            case d.SignatureBlock():
                yield self._text.gap(keepNext=True)
                yield signature(self._text, block, self._room.width)
                yield self._text.gap()
            case d.TitlePage():
                yield from title_page(self._text, block)
            case d.TableOfContents():
                yield contents(self._text, block, self._pages)
            case d.Notice():
                yield from self._notice(block)

    def _paragraph(self, block: d.Paragraph, following: d.Block | None, level: int) -> Element:
        style = self._paragraph_style(block, following, level)
        content = self._text.runs(block.runs)
        # What closes a text goes with what comes before it, and so is not alone on a page.
        leads = _is_led_in(following) or _is_slot(following)
        return self._text.paragraph(style, *content, keepNext=leads)

    def _paragraph_style(self, block: d.Paragraph, following: d.Block | None, level: int) -> str:
        if block.style == "slot" and not _is_slot(following):
            return "Slot einde"
        if block.style == "tekst" and level:
            return _nested("Vervolg", level)
        return PARAGRAPHS[block.style]

    def _list(self, block: d.ItemList, following: d.Block | None, level: int) -> Sequence[Element]:
        elements = list(self._items(block, level))
        if elements and _is_slot(following) and elements[-1].tag == f"{{{W}}}p":
            set_property(elements[-1], w("keepNext"))
        return elements

    def _items(self, block: d.ItemList, level: int) -> Iterator[Element]:
        # The number of a lid hangs in the margin, so that what stands in it does not go in.
        lid = block.kind == "lid" and level == 0
        inner = level if lid else level + 1
        for item in block.items:
            if block.kind == "citaat":
                yield from self._blocks(item.blocks, inner)
                continue
            first, rest = _split(item.blocks)
            mark = self._text.instead(item.mark, item.was_mark, "\t")
            content = self._text.marked(item.anchor, [*mark, *self._text.runs(first)])
            leads = bool(rest) and _is_led_in(rest[0])
            now, before = _item_styles(item, level, inner, lid=lid)
            element = self._text.paragraph(now, *content, keepNext=leads)
            if self._text.tracker is not None and now != before:
                self._text.tracker.reshape(element, self._text.paragraph(before)[0])
            yield element
            yield from self._blocks(rest, inner)

    def _picture(self, block: d.Picture, level: int) -> Element:
        image = Image.from_blob(block.data)
        identity = f"figuur-{hashlib.sha256(block.data).hexdigest()[:12]}"
        self.pictures[f"{identity}.{image.ext}"] = (block.data, image.content_type)
        # Some of the height goes to the line the picture stands in, and to what leads in.
        room = (self._room.width - level * STEP, self._room.height * 8 // 10)
        graphic = Graphic(block.name, block.alt, identity, image.px_width, image.px_height)
        content = drawing(graphic, next(self._text.ids), room)
        return self._text.paragraph(_nested("Vervolg", level) if level else "Figuur", content)

    def _notice(self, block: d.Notice) -> Iterator[Element]:
        """A sheet is no part of the text: its headings stay out of the table of contents."""
        yield self._text.paragraph("Bladtitel", run(block.title))
        self._in_sheet = True
        yield from self._blocks(block.blocks, 0)
        self._in_sheet = False


def _split(blocks: Sequence[d.Block]) -> tuple[tuple[d.Run, ...], Sequence[d.Block]]:
    """Part the text that stands beside the mark of an item from the rest of the item."""
    match blocks:
        case [d.Paragraph(style="tekst") as first, *rest]:
            return first.runs, rest
    return (), blocks


def _item_styles(item: d.Item, level: int, inner: int, *, lid: bool) -> tuple[str, str]:
    """Return the style of the first paragraph of an item, and the one it had."""
    was_mark = item.mark if item.was_mark is None else item.was_mark
    loose = _nested("Vervolg", level) if level else PARAGRAPHS["tekst"]
    now = "Lid" if lid else _item_style(item.mark, inner)
    before = "Lid" if lid else _item_style(was_mark, inner)
    return (loose if item.loose == "nieuw" else now, loose if item.loose == "oud" else before)


def _item_style(mark: str, level: int) -> str:
    return _nested("Onderdeel" if mark else "Streep", level)


def _nested(name: str, level: int) -> str:
    return f"{name} {min(level, DEPTHS)}"


def _is_led_in(following: d.Block | None) -> bool:
    """Tell whether a block stays with the text that introduces it."""
    return isinstance(following, d.ItemList | d.Table)


def _is_slot(block: d.Block | None) -> bool:
    return isinstance(block, d.Paragraph) and block.style == "slot"
