"""Escaping: what a reader of Markdown gets back is the text that went in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from convenantwerk.papier.escaping import address, escaped, literal, started

READER = MarkdownIt("commonmark").enable("table")


def read(markdown: str) -> list[str]:
    """Return the kinds of blocks in Markdown, and the text of the first line."""
    tokens = READER.parse(markdown)
    text = "".join(
        child.content for t in tokens if t.type == "inline" for child in t.children or ()
    )
    return [*(t.type for t in tokens if t.nesting == 1), text]


@pytest.mark.parametrize(
    "line", ["# kop", "1. een", "2) twee", "- streep", "+ plus", "=== ", "> citaat", "a | b", "*a*"]
)
def test_a_line_is_a_paragraph(line: str) -> None:
    """Whatever it begins with, and whatever stands in it."""
    for markdown in (started(escaped(line)), literal(line)):
        assert read(markdown) == ["paragraph_open", line.strip()]


@given(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=20))
def test_every_text_comes_back(text: str) -> None:
    """In a paper as in a letter, no sign is lost and none is added."""
    for markdown in (f"x {escaped(text)}", f"x {literal(text)}"):
        assert read(markdown) == ["paragraph_open", f"x {text}".strip()]


def test_numbers_that_begin_no_list_stay_as_they_are() -> None:
    """A reader of the plain file is not bothered without need; a letter takes no risk."""
    assert started("8.4 en 1.000") == "8.4 en 1.000"
    assert literal("a. het bureau\n van de partij") == r"a\. het bureau van de partij"


def test_an_address_has_no_sign_that_ends_it() -> None:
    """Spaces and brackets are written as bytes."""
    assert address("mijn figuur (1).png") == "mijn%20figuur%20%281%29.png"
