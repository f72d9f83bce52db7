"""Walking through the blocks of a document: its words, notes, places and rooms for signatures.

What became of a block does not matter here; `pieces` tells that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.document import (
    Heading,
    ItemList,
    Marked,
    Notice,
    Paragraph,
    SignatureBlock,
    Table,
    TableOfContents,
    TitlePage,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.papier.document import Block, Note


def within(block: Block) -> tuple[Block, ...]:
    """Return the blocks that stand in a block."""
    match block:
        case ItemList():
            return tuple(inner for item in block.items for inner in item.blocks)
        case Notice() | Marked():
            return block.blocks
        case _:
            return ()


def all_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks and, after each, those within it, in reading order."""
    for block in blocks:
        yield block
        yield from all_blocks(within(block))


def texts_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the visible texts of blocks in reading order, footnotes left out."""
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                yield item.was_mark or ""
                yield item.mark
                yield from texts_of(item.blocks)
        else:
            yield from _own_texts(block)
            yield from texts_of(within(block))


def _own_texts(block: Block) -> Iterator[str]:
    """Yield the texts of a block itself, without those of blocks within it."""
    match block:
        case Heading():
            yield from (block.was_label or "", block.label, text_of(block.runs))
        case Paragraph():
            yield text_of(block.runs)
        case Table():
            yield from (text_of(cell) for row in (block.header, *block.rows) for cell in row)
        case SignatureBlock():
            yield from (*block.lines, *block.fields)
        case TitlePage():
            yield from (block.title, block.subtitle, *(block.was_lines or ()), *block.lines)
        case TableOfContents():
            yield block.title
            yield from texts_of(block.entries)
        case Notice():
            yield block.title
        case Marked():
            yield block.remark


def words(blocks: Iterable[Block]) -> list[str]:
    """Return the visible words in reading order; footnotes come from `note_words`."""
    return " ".join(texts_of(blocks)).split()


def notes_of(blocks: Iterable[Block]) -> Iterator[Note]:
    """Yield the footnotes in the order in which they are called."""
    for block in all_blocks(blocks):
        match block:
            case Paragraph(runs) | Heading(runs=runs):
                yield from (run.note for run in runs if run.note)
            case Table():
                cells = (cell for row in (block.header, *block.rows) for cell in row)
                yield from (run.note for cell in cells for run in cell if run.note)
            case _:
                pass


def note_words(blocks: Iterable[Block]) -> list[str]:
    """Return the words of all footnotes, in the order in which they are called, without marks."""
    return " ".join(text_of(note.runs) for note in notes_of(blocks)).split()


def anchors_of(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the places in blocks that a link can point at, in reading order."""
    for block in blocks:
        match block:
            case Heading() | SignatureBlock():
                yield block.anchor
            case ItemList():
                for item in block.items:
                    if item.anchor is not None:
                        yield item.anchor
                    yield from anchors_of(item.blocks)
            case _:
                yield from anchors_of(within(block))


def signature_blocks(blocks: Iterable[Block]) -> list[SignatureBlock]:
    """Return the room for signatures, in reading order; none stands within another block."""
    return [block for block in blocks if isinstance(block, SignatureBlock)]
