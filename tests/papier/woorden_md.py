"""Reads the words back out of a built Markdown file, as a reader of Markdown sees it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

CRITIC = re.compile(r"(\\.)|\{(?:\+\+|--|>>)|(?:\+\+|--|<<)\}", re.DOTALL)
SIGN = "‖"  # stands where a mark stood, so that what is beside it is still beside a sign
BETWEEN = {"softbreak", "hardbreak"}


def tokens(data: bytes) -> list[Token]:
    """Return what a parser of Markdown makes of a file; CriticMarkup is left out."""
    text = CRITIC.sub(lambda found: found[1] or SIGN, data.decode())
    return MarkdownIt("commonmark").enable("table").use(footnote_plugin).parse(text)


def md_words(data: bytes) -> list[str]:
    """Return the words of a file in order, footnotes left out."""
    found = tokens(data)
    ends = [at for at, token in enumerate(found) if token.type == "footnote_block_open"]
    return _words(found[: ends[0]] if ends else found)


def md_note_words(data: bytes) -> list[str]:
    """Return the words of the footnotes of a file."""
    found = tokens(data)
    ends = [at for at, token in enumerate(found) if token.type == "footnote_block_open"]
    return _words(found[ends[0] :] if ends else [])


def _words(found: Iterable[Token]) -> list[str]:
    inlines = (token.children or [] for token in found if token.type == "inline")
    return " ".join("".join(_texts(children)) for children in inlines).replace(SIGN, "").split()


def _texts(children: Iterable[Token]) -> Iterator[str]:
    for child in children:
        if child.type in BETWEEN or (child.type == "html_inline" and child.content == "<br>"):
            yield " "
        elif child.type in {"text", "text_special", "html_inline", "code_inline"}:
            yield child.content
