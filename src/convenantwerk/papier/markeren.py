"""Blocks with marks of what became of them: wrapping, joining, and showing old text as old."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.papier.document import Wijziging

_WAS = "was-"  # before an anchor of the old edition, so that every anchor is unique


def marked(wijziging: Wijziging, blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return blocks wrapped in their fate; nothing when there are no blocks."""
    wrapped = tuple(blocks)
    return (d.Marked(wijziging, wrapped),) if wrapped else ()


def joined(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return blocks in which lists of one kind, and marks of one fate, that meet are one."""
    found: list[d.Block] = []
    for block in blocks:
        last = found[-1] if found else None
        match last, block:
            case d.ItemList(kind), d.ItemList() if kind == block.kind:
                found[-1] = replace(block, items=(*last.items, *block.items))
            case d.Marked(wijziging, remark="", move=""), d.Marked(remark="", move="") if (
                wijziging == block.wijziging
            ):
                found[-1] = replace(block, blocks=joined((*last.blocks, *block.blocks)))
            case _:
                found.append(block)
    return tuple(found)


def closing(block: d.Block) -> d.Block:
    """Return a block as it looks in the closing lines of a text."""
    match block:
        case d.Paragraph():
            return replace(block, style="slot")
        case d.Marked():
            return replace(block, blocks=tuple(map(closing, block.blocks)))
        case _:
            return block


def former(block: d.Block) -> d.Block:
    """Return a block of the old edition: its anchors are its own, and it links to nothing."""
    match block:
        case d.Heading():
            return replace(block, runs=_runs(block.runs), anchor=_WAS + block.anchor)
        case d.Paragraph():
            return replace(block, runs=_runs(block.runs))
        case d.ItemList():
            return replace(block, items=tuple(map(_item, block.items)))
        case d.Table():
            rows = tuple(tuple(map(_runs, row)) for row in block.rows)
            return replace(block, header=tuple(map(_runs, block.header)), rows=rows)
        case d.SignatureBlock():
            return replace(block, anchor=_WAS + block.anchor)
        case _:
            return block


def _item(item: d.Item) -> d.Item:
    anchor = _WAS + item.anchor if item.anchor else None
    return replace(item, anchor=anchor, blocks=tuple(map(former, item.blocks)))


def _runs(runs: tuple[d.Run, ...]) -> tuple[d.Run, ...]:
    return tuple(
        replace(run, link=None, note=former_note(run.note) if run.note else None) for run in runs
    )


def former_note(note: d.Note) -> d.Note:
    """Return a footnote of the old edition."""
    return replace(note, anchor=_WAS + note.anchor, runs=_runs(note.runs))
