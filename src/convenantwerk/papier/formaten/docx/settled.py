"""A renvooi made ready for Word: every fate on its own block, and every move on a pair of places.

Word knows no marks within marks: what moved is whole where it left, and where it arrived only
words that are new beside it have a mark of their own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.oud_en_nieuw import (
    NEW,
    OLD,
    accepted_blocks,
    arrived_blocks,
    fates,
    rejected_blocks,
)
from convenantwerk.papier.pieces import Loose, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence


def settled(document: d.Document) -> tuple[d.Block, ...]:
    """Return blocks in which no `Marked` holds another, unless new text in text that arrived.

    What moved without both its places, or cannot move in Word, is deleted and inserted.
    """
    if not document.renvooi:
        return document.blocks
    blocks = _settled(document.blocks)
    seen = Counter((block.wijziging, block.move) for block in _moved(blocks))
    pairs = {
        name
        for (_, name), count in seen.items()
        if name and count == seen["vertrokken", name] == seen["aangekomen", name] == 1
    }
    unfit = {b.move for b in _moved(blocks) if not _can_move(b.blocks)}
    return tuple(_paired(blocks, pairs - unfit))


def followers(found: Sequence[Loose], place: int) -> tuple[d.Block | None, d.Block | None]:
    """Return the blocks that come after one, in the new edition and in the old."""
    return (_next(found, place, OLD), _next(found, place, NEW))


def _next(found: Sequence[Loose], place: int, without: frozenset[d.Wijziging]) -> d.Block | None:
    for later in range(place + 1, len(found)):
        if found[later].fate not in without:
            return found[later].block
    return None


def _settled(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    return tuple(_around_something(part for block in blocks for part in _block(block)))


def _around_something(blocks: Iterable[d.Block]) -> Iterator[d.Block]:
    """Leave out marks around nothing: they would stand where an item has its first paragraph."""
    return (block for block in blocks if not isinstance(block, d.Marked) or block.blocks)


def _block(block: d.Block) -> Iterator[d.Block]:
    match block:
        case d.Marked("aangekomen"):
            yield replace(block, blocks=tuple(map(_headed, arrived_blocks(block.blocks))))
        case d.Marked("ingevoegd"):
            yield replace(block, blocks=tuple(_within(block.blocks, accepted_blocks)))
        case d.Marked("vervallen"):
            yield replace(block, blocks=tuple(_within(block.blocks, rejected_blocks)))
        case d.Marked("vertrokken"):
            yield replace(block, blocks=rejected_blocks(block.blocks))
        case d.Marked():
            yield replace(block, blocks=_settled(block.blocks))
        case d.ItemList():
            for item in block.items:
                yield from _item(block, item)
        case d.Notice():
            yield replace(block, blocks=_settled(block.blocks))
        case d.TableOfContents():
            entries = zip(block.entries, fates(block), strict=True)
            yield replace(block, entries=tuple(_entry(*entry) for entry in entries))
        case _:
            yield block


def _within(
    blocks: Iterable[d.Block], read: Callable[[Iterable[d.Block]], tuple[d.Block, ...]]
) -> Iterator[d.Block]:
    """Yield what came or went as it is read, but with what moved into it or out of it as moved."""
    for block in blocks:
        match block:
            case d.Marked("aangekomen" | "vertrokken"):
                yield from _around_something(_block(block))
            case d.Marked():
                yield from _within(block.blocks, read)
            case d.ItemList() if any(_moved((block,))):
                items = (replace(i, blocks=tuple(_within(i.blocks, read))) for i in block.items)
                yield replace(block, items=tuple(items))
            case _:
                yield from read((block,))


def _entry(entry: d.Heading, fate: d.Wijziging) -> d.Heading:
    """Return an entry of a table of contents; one that came or went has no other past."""
    if not fate:
        return entry
    (whole,) = rejected_blocks((entry,)) if fate in OLD else accepted_blocks((entry,))
    return whole if isinstance(whole, d.Heading) else entry


def _headed(block: d.Block) -> d.Block:
    """Put a new paragraph that begins an item beside the mark of the item, as new words."""
    if not isinstance(block, d.ItemList):
        return block
    return replace(block, items=tuple(map(_headed_item, block.items)))


def _headed_item(item: d.Item) -> d.Item:
    blocks = tuple(map(_headed, item.blocks))
    match blocks:
        case [d.Marked("ingevoegd", [d.Paragraph(style="tekst") as first, *others]), *rest]:
            runs = tuple(replace(run, wijziging="ingevoegd") for run in first.runs)
            more = (d.Marked("ingevoegd", tuple(others)),) if others else ()
            return replace(item, blocks=(replace(first, runs=runs), *more, *rest))
    return replace(item, blocks=blocks)


def _item(block: d.ItemList, item: d.Item) -> Iterator[d.Block]:
    """Yield an item; one that begins with another paragraph than it did is another item."""
    alone = replace(block, items=(item,))
    found = tuple(unwrapped(_settled(item.blocks)))
    new, old = followers([Loose(alone), *found], 0)
    if new is old or not (_is_text(new) or _is_text(old)):
        yield replace(block, items=(replace(item, blocks=_settled(item.blocks)),))
    else:
        yield d.Marked("vervallen", _without_anchors(rejected_blocks((alone,))))
        yield d.Marked("ingevoegd", accepted_blocks((alone,)))


def _is_text(block: d.Block | None) -> bool:
    return isinstance(block, d.Paragraph) and block.style == "tekst"


def _without_anchors(blocks: Iterable[d.Block]) -> tuple[d.Block, ...]:
    """Leave the places that links lead to to the new edition."""
    return tuple(
        replace(
            block,
            items=tuple(
                replace(item, anchor=None, blocks=_without_anchors(item.blocks))
                for item in block.items
            ),
        )
        if isinstance(block, d.ItemList)
        else block
        for block in blocks
    )


def _moved(blocks: Iterable[d.Block]) -> Iterator[d.Marked]:
    for block in blocks:
        match block:
            case d.Marked("vertrokken" | "aangekomen"):
                yield block
            case d.Marked():
                yield from _moved(block.blocks)
            case d.ItemList():
                for item in block.items:
                    yield from _moved(item.blocks)
            case d.Notice():
                yield from _moved(block.blocks)
            case _:
                pass


def _can_move(blocks: Iterable[d.Block]) -> bool:
    """Tell whether Word can show blocks as moved; it shows a table as deleted and inserted."""
    for block in blocks:
        match block:
            case d.ItemList():
                fits = all(_can_move(item.blocks) for item in block.items)
            case d.Marked():
                fits = _can_move(block.blocks)
            case _:
                fits = isinstance(block, d.Paragraph | d.Heading)
        if not fits:
            return False
    return True


def _paired(blocks: Iterable[d.Block], pairs: set[str]) -> Iterator[d.Block]:
    for block in blocks:
        match block:
            case d.Marked("", inner):
                yield replace(block, blocks=tuple(_paired(inner, pairs)))
            case d.Marked() if block.move not in pairs:
                fate: d.Wijziging = "vervallen" if block.wijziging in OLD else "ingevoegd"
                inner = tuple(_paired(block.blocks, pairs))
                yield replace(block, wijziging=fate, blocks=inner, move="")
            case d.ItemList():
                items = (replace(i, blocks=tuple(_paired(i.blocks, pairs))) for i in block.items)
                yield replace(block, items=tuple(items))
            case d.Notice():
                yield replace(block, blocks=tuple(_paired(block.blocks, pairs)))
            case _:
                yield block
