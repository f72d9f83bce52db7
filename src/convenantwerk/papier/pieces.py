"""Blocks as they lie on the page: out of their `Marked`, each with its fate.

A template sees no wrappers: lists that `Marked` cut in pieces are one list again, in which every
item knows what became of it, so that the margins, indents and tags are those of one list.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby, starmap
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.papier.document import (
    Heading,
    ItemList,
    Marked,
    Notice,
    Paragraph,
    Table,
    TitlePage,
    text_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.papier.document import Block, Item, Note, Run, Wijziging

    Cells = tuple[tuple[Run, ...], ...]

_LONG = 700  # characters in a cell: some fifteen lines in a column of a landscape page


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list: what became of it, what is remarked before it, whether it changed."""

    item: Item
    fate: Wijziging
    remark: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, what became of it, and whether anything in it changed.

    `long` tells that it may break over pages; a shorter row stands better as a whole.
    """

    cells: Cells
    fate: Wijziging
    changed: bool
    long: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A block out of its `Marked`.

    Attributes:
        block: the block itself, never a `Marked`.
        fate: what became of it as a whole.
        remark: what is remarked before it.
        changed: whether anything in it changed, however deep, its footnotes included.
        kept: whether it stays when only changes are shown: it changed, or it is the heading of
            something that did.
        items: of a list, the items.
        rows: of a table, the rows without the header.
    """

    block: Block
    fate: Wijziging
    remark: str
    changed: bool
    kept: bool
    items: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()


class Loose(NamedTuple):
    """A block out of the `Marked` that it stood in.

    Attributes:
        block: the block itself, never a `Marked`.
        fate: what became of it as a whole.
        remark: what is remarked before it.
        move: the name of the pair of places of something that moved.
        is_cut: whether it stood in a `Marked`.
    """

    block: Block
    fate: Wijziging = ""
    remark: str = ""
    move: str = ""
    is_cut: bool = False


def unwrapped(blocks: Iterable[Block], fate: Wijziging = "") -> Iterator[Loose]:
    """Yield every block out of its `Marked`; `fate` is that of what they stand in.

    The inner fate counts, the outer move, and the remarks of both.
    """
    for block in blocks:
        if not isinstance(block, Marked):
            yield Loose(block, fate)
            continue
        remark = block.remark
        for loose in unwrapped(block.blocks, block.wijziging or fate):
            whole = " ".join(filter(None, (remark, loose.remark)))
            yield loose._replace(remark=whole, move=block.move, is_cut=True)
            remark = ""


def pieces(blocks: Iterable[Block], fate: Wijziging = "") -> tuple[Piece, ...]:
    """Return blocks as they lie on the page; `fate` is that of what they stand in."""
    found: list[Piece] = []
    was_cut = False
    for loose in unwrapped(blocks, fate):
        piece = _remarked(_piece(loose.block, loose.fate), loose.remark)
        if (was_cut or loose.is_cut) and found and _are_one_list(found[-1].block, piece.block):
            last = found[-1]
            changed = last.changed or piece.changed
            found[-1] = replace(last, items=last.items + piece.items, changed=changed, kept=changed)
        else:
            found.append(piece)
        was_cut = loose.is_cut
    return _with_headings_kept(found)


def _piece(block: Block, fate: Wijziging) -> Piece:
    changed = bool(fate) or has_changed(block)
    piece = Piece(block, fate, "", changed, changed)
    match block:
        case ItemList():
            entries = (Entry(i, fate, "", bool(fate) or _item_changed(i)) for i in block.items)
            return replace(piece, items=tuple(entries))
        case Table():
            changes = block.changes or ("" for _ in block.rows)
            rows = starmap(partial(_row, fate=fate), zip(block.rows, changes, strict=True))
            return replace(piece, rows=tuple(rows))
        case _:
            return piece


def _row(cells: Cells, change: Wijziging, fate: Wijziging) -> Row:
    own = change or fate
    changed = bool(own) or any(map(runs_changed, cells))
    return Row(cells, own, changed, any(len(text_of(cell)) > _LONG for cell in cells))


def _remarked(piece: Piece, remark: str) -> Piece:
    """Put a remark before a piece; in a list it goes into the first item, where its mark is."""
    if not remark or not piece.items:
        return replace(piece, remark=remark) if remark else piece
    first, *others = piece.items
    return replace(piece, items=(replace(first, remark=remark), *others))


def _are_one_list(one: Block, other: Block) -> bool:
    return isinstance(one, ItemList) and isinstance(other, ItemList) and one.kind == other.kind


def _with_headings_kept(found: list[Piece]) -> tuple[Piece, ...]:
    """Keep the headings under which something changed."""
    kept = list(found)
    above: list[tuple[int, int]] = []  # of the headings that are open: level and index
    for index, piece in enumerate(found):
        if isinstance(piece.block, Heading):
            level = piece.block.level
            above = [(high, place) for high, place in above if high < level]
            above.append((level, index))
        if piece.changed:
            for _, place in above:
                kept[place] = replace(kept[place], kept=True)
    return tuple(kept)


def has_changed(block: Block) -> bool:
    """Tell whether anything in a block is marked, its footnotes included."""
    match block:
        case Marked():
            marked = bool(block.wijziging or block.remark)
            return marked or any(map(has_changed, block.blocks))
        case Heading():
            return block.was_label is not None or runs_changed(block.runs)
        case Paragraph():
            return runs_changed(block.runs)
        case ItemList():
            return any(map(_item_changed, block.items))
        case Table():
            cells = (cell for row in (block.header, *block.rows) for cell in row)
            laid_out = block.was_alignments is not None
            return laid_out or any(block.changes) or any(map(runs_changed, cells))
        case TitlePage():
            return block.was_lines is not None
        case Notice():
            return any(map(has_changed, block.blocks))
        case _:
            return False


def _item_changed(item: Item) -> bool:
    return item.was_mark is not None or any(map(has_changed, item.blocks))


def runs_changed(runs: Iterable[Run]) -> bool:
    """Tell whether a run is marked, or a footnote that is called in it."""
    return any(run.wijziging or (run.note and runs_changed(run.note.runs)) for run in runs)


def words_changed(runs: Iterable[Run]) -> bool:
    """Tell whether a run is marked, footnotes left out: those have a change bar of their own."""
    return any(run.wijziging for run in runs)


def stretches(
    runs: Iterable[Run], fate: Wijziging = ""
) -> tuple[tuple[Wijziging, tuple[Run, ...]], ...]:
    """Return runs by what became of them; `fate` is that of the block they stand in."""
    groups = groupby(runs, key=lambda run: run.wijziging or fate)
    return tuple((change, tuple(group)) for change, group in groups)


def current(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return the runs that the new edition has."""
    return tuple(run for run in runs if run.wijziging != "vervallen")


def marked_notes(
    blocks: Iterable[Block], fate: Wijziging = ""
) -> Iterator[tuple[Note, Wijziging, bool]]:
    """Yield the footnotes in the order of `notes_of`, with their fate and whether they changed."""
    for piece in pieces(blocks, fate):
        match piece.block:
            case Paragraph(runs) | Heading(runs=runs):
                yield from _notes_in(runs, piece.fate)
            case ItemList():
                for entry in piece.items:
                    yield from marked_notes(entry.item.blocks, entry.fate)
            case Table(header):
                rows = [(header, piece.fate), *((row.cells, row.fate) for row in piece.rows)]
                for cells, change in rows:
                    for cell in cells:
                        yield from _notes_in(cell, change)
            case Notice(blocks=inner):
                yield from marked_notes(inner, piece.fate)
            case _:
                pass


def _notes_in(runs: Iterable[Run], fate: Wijziging) -> Iterator[tuple[Note, Wijziging, bool]]:
    for run in runs:
        if run.note is not None:
            change = run.wijziging or fate
            yield run.note, change, bool(change) or runs_changed(run.note.runs)
