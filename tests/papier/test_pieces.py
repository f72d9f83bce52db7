"""Blocks out of their marks: the same blocks, each with its fate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from tests.papier.renvooien import renvooien

from convenantwerk.papier import document as d
from convenantwerk.papier.pieces import Loose, marked_notes, unwrapped
from convenantwerk.papier.traversal import all_blocks, notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def line(text: str) -> d.Paragraph:
    """Return a paragraph."""
    return d.Paragraph((d.Run(text),))


def test_the_inner_fate_counts_and_the_outer_move() -> None:
    """A remark stands before the first block of what it is about, the outer one first."""
    new = d.Marked("ingevoegd", (line("b"),), "nieuw")
    came = d.Marked("aangekomen", (new, line("c")), "verplaatst van artikel 2", "paar")
    assert tuple(unwrapped((line("a"), came, line("d")))) == (
        Loose(line("a")),
        Loose(line("b"), "ingevoegd", "verplaatst van artikel 2 nieuw", "paar", is_cut=True),
        Loose(line("c"), "aangekomen", "", "paar", is_cut=True),
        Loose(line("d")),
    )


def test_what_has_no_fate_has_that_of_what_it_stands_in() -> None:
    """So an item of an inserted list is inserted."""
    same = d.Marked("", (line("a"),))
    assert [loose.fate for loose in unwrapped((same, line("b")), "vervallen")] == ["vervallen"] * 2


@given(renvooien())
def test_nothing_is_lost(document: d.Document) -> None:
    """The blocks are those of the document, and so are the footnotes, in their order."""
    loose = (one.block for one in unwrapped(document.blocks))
    assert unmarked(loose) == unmarked(document.blocks)
    assert [note for note, _, _ in marked_notes(document.blocks)] == list(notes_of(document.blocks))


def unmarked(blocks: Iterable[d.Block]) -> list[d.Block]:
    """Return every block, however deep, that is no mark around others."""
    return [block for block in all_blocks(blocks) if not isinstance(block, d.Marked)]
