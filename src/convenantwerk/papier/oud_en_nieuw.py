"""The two editions in a renvooi: what a reader has who accepts every change, or rejects them all.

All functions are pure, and leave a document without marks as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from convenantwerk.papier import document as d
from convenantwerk.papier.markeren import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.papier.document import Wijziging

    T = TypeVar("T")

NEW: frozenset[Wijziging] = frozenset({"ingevoegd", "aangekomen"})
OLD: frozenset[Wijziging] = frozenset({"vervallen", "vertrokken"})
_KEPT: Wijziging = ""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What stays of marked blocks: all but the fates in `drops`, with or without its marks."""

    drops: frozenset[Wijziging]
    keeps_marks: bool = False

    @property
    def is_old(self) -> bool:
        """Tell whether this reads the old edition."""
        return self.drops is NEW


_ACCEPTED, _REJECTED = _Reading(OLD), _Reading(NEW)
_ARRIVED = _Reading(OLD, keeps_marks=True)


def accepted(document: d.Document) -> d.Document:
    """Return the new edition in a renvooi: every change accepted."""
    return replace(document, blocks=accepted_blocks(document.blocks), renvooi=False)


def rejected(document: d.Document) -> d.Document:
    """Return the old edition in a renvooi: every change rejected."""
    return replace(document, blocks=rejected_blocks(document.blocks), renvooi=False)


def fates(block: d.Table | d.TableOfContents) -> tuple[Wijziging, ...]:
    """Return what became of every row of a table, or entry of a table of contents."""
    parts = block.rows if isinstance(block, d.Table) else block.entries
    return block.changes or (_KEPT,) * len(parts)


def accepted_blocks(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return what the new edition has of blocks, without marks."""
    return _read(blocks, _ACCEPTED)


def rejected_blocks(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return what the old edition has of blocks, without marks."""
    return _read(blocks, _REJECTED)


def arrived_blocks(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return what the new edition has of moved blocks; what is new in them keeps its mark.

    A label or mark that changed has "" for what it was.
    """
    return _read(blocks, _ARRIVED)


def same_blocks(one: Iterable[d.Block], other: Iterable[d.Block]) -> bool:
    """Tell whether blocks say the same: words, emphasis, notes, labels, kinds and tables."""
    return normal(one) == normal(other)


def normal(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Return blocks without what no reader sees: anchors, links, the cutting of lists and runs."""
    return tuple(_normal(block) for block in _joined(blocks))


# --- reading one edition


def _read(blocks: Iterable[d.Block], reading: _Reading) -> tuple[d.Block, ...]:
    return _joined(part for block in blocks for part in _parts(block, reading))


def _parts(block: d.Block, reading: _Reading) -> tuple[d.Block, ...]:
    """Return what a block is in the edition: nothing, itself, or what stood in its marks."""
    if isinstance(block, d.ItemList) and any(item.loose for item in block.items):
        return _loosened(block, reading)
    if not isinstance(block, d.Marked):
        return (_block(block, reading),)
    if block.wijziging in reading.drops:
        return ()
    if reading.keeps_marks and block.wijziging:
        return marked("ingevoegd", accepted_blocks(block.blocks))
    return _read(block.blocks, reading)


def _loosened(block: d.ItemList, reading: _Reading) -> tuple[d.Block, ...]:
    """Return a list without the items that are none in the edition: what stood in them is there."""
    found: list[d.Block] = []
    for item in block.items:
        if item.loose == ("oud" if reading.is_old else "nieuw"):
            found += _read(item.blocks, reading)
        else:
            found.append(replace(block, items=(_item(item, reading),)))
    return _joined(found)


def _block(block: d.Block, reading: _Reading) -> d.Block:
    match block:
        case d.Heading():
            return _heading(block, reading)
        case d.Paragraph():
            runs = _runs(block.runs, reading)
            return block if runs is block.runs else replace(block, runs=runs)
        case d.ItemList():
            return replace(block, items=tuple(_item(item, reading) for item in block.items))
        case d.Table():
            return _table(block, reading)
        case d.TitlePage():
            lines = _chosen(block.lines, block.was_lines, reading)
            was = () if reading.keeps_marks and block.was_lines is not None else None
            return replace(block, lines=lines, was_lines=was)
        case d.TableOfContents():
            return _contents(block, reading)
        case d.Notice():
            return replace(block, blocks=_read(block.blocks, reading))
        case _:
            return block


def _contents(block: d.TableOfContents, reading: _Reading) -> d.TableOfContents:
    kept = [
        (_heading(entry, reading), change)
        for entry, change in zip(block.entries, fates(block), strict=True)
        if change not in reading.drops
    ]
    return replace(
        block,
        entries=tuple(entry for entry, _ in kept),
        changes=tuple(change for _, change in kept) if reading.keeps_marks else (),
    )


def _heading(block: d.Heading, reading: _Reading) -> d.Heading:
    return replace(
        block,
        level=_chosen(block.level, block.was_level, reading),
        was_level=None,
        label=_chosen(block.label, block.was_label, reading),
        was_label=_former(block.was_label, reading),
        runs=_runs(block.runs, reading),
    )


def _item(item: d.Item, reading: _Reading) -> d.Item:
    return replace(
        item,
        mark=_chosen(item.mark, item.was_mark, reading),
        was_mark=_former(item.was_mark, reading),
        loose="",
        blocks=_read(item.blocks, reading),
    )


def _table(block: d.Table, reading: _Reading) -> d.Table:
    kept = [
        (tuple(_runs(cell, reading) for cell in row), change)
        for row, change in zip(block.rows, fates(block), strict=True)
        if change not in reading.drops
    ]
    return replace(
        block,
        header=tuple(_runs(cell, reading) for cell in block.header),
        rows=tuple(row for row, _ in kept),
        alignments=_chosen(block.alignments, block.was_alignments, reading),
        was_alignments=None,
        changes=tuple(change for _, change in kept) if reading.keeps_marks else (),
    )


def _chosen(now: T, was: T | None, reading: _Reading) -> T:
    return was if reading.is_old and was is not None else now


def _former(was: str | None, reading: _Reading) -> str | None:
    return "" if reading.keeps_marks and was is not None else None


def _runs(runs: tuple[d.Run, ...], reading: _Reading) -> tuple[d.Run, ...]:
    if not any(run.wijziging or run.note for run in runs):
        return runs  # as most are
    return _merged(_run(run, reading) for run in runs if run.wijziging not in reading.drops)


def _run(run: d.Run, reading: _Reading) -> d.Run:
    if run.wijziging == "" and run.note is None:
        return run
    if run.was is not None:
        return run.was if reading.is_old else replace(run, was=None, wijziging="")
    # What stands in a note that is new itself needs no mark of its own.
    inner = _ACCEPTED if reading.keeps_marks and run.wijziging else reading
    note = run.note and replace(run.note, runs=_runs(run.note.runs, inner))
    return replace(run, note=note, wijziging=run.wijziging if reading.keeps_marks else "")


# --- joining


def _joined(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Make lists of one kind that meet one list, as they are on paper."""
    found: list[d.Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if (
            isinstance(last, d.ItemList)
            and isinstance(block, d.ItemList)
            and last.kind == block.kind
        ):
            found[-1] = replace(last, items=(*last.items, *block.items))
        else:
            found.append(block)
    return tuple(found)


def _merged(runs: Iterable[d.Run]) -> tuple[d.Run, ...]:
    """Make runs of one appearance that meet one run, and leave out those without text or note."""
    found: list[d.Run] = []
    for run in runs:
        if not run.text and run.note is None:
            continue
        last = found[-1] if found else None
        if last is not None and last.note is None and _look(last) == _look(run):
            found[-1] = replace(run, text=last.text + run.text)
        else:
            found.append(run)
    return tuple(found)


def _look(run: d.Run) -> tuple[object, ...]:
    return (run.bold, run.italic, run.placeholder, run.link, run.wijziging, run.web, run.hoogte)


# --- normal form


def _normal(block: d.Block) -> d.Block:
    match block:
        case d.Heading():
            return replace(block, runs=_plain(block.runs), anchor="", new_page=False)
        case d.Paragraph():
            return replace(block, runs=_plain(block.runs))
        case d.ItemList():
            items = (replace(i, blocks=normal(i.blocks), anchor=None) for i in block.items)
            return replace(block, items=tuple(items))
        case d.Table():
            rows = tuple(tuple(map(_plain, row)) for row in block.rows)
            return replace(block, header=tuple(map(_plain, block.header)), rows=rows, widths=())
        case d.SignatureBlock():
            return replace(block, anchor="")
        case d.TableOfContents():
            entries = (_normal(entry) for entry in block.entries)
            return replace(block, entries=tuple(e for e in entries if isinstance(e, d.Heading)))
        case d.Notice() | d.Marked():
            return replace(block, blocks=normal(block.blocks))
        case _:
            return block


def _plain(runs: Iterable[d.Run]) -> tuple[d.Run, ...]:
    return _merged(
        replace(
            run,
            link=None,
            web=None,
            note=run.note and replace(run.note, anchor="", runs=_plain(run.note.runs)),
        )
        for run in runs
    )
