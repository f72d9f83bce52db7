"""HTML: one page for the screen, with everything it needs inside it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from convenantwerk.model.document import Notice, TableOfContents, TitlePage, notes_of

if TYPE_CHECKING:
    from convenantwerk.exports.press import Press
    from convenantwerk.model.document import Block, Document

SCREEN_TEMPLATE = "scherm.html"


def to_html(document: Document, press: Press) -> bytes:
    """Return a document as one self-contained web page, in UTF-8.

    Raises:
        ConvenantwerkError: CV020 when a template is missing, CV021 when one has a fault.
    """
    front = tuple(takewhile(_is_front, document.blocks))
    page = press.render(
        SCREEN_TEMPLATE,
        document=document,
        voorwerk=front,
        tekst=document.blocks[len(front) :],
        noten=tuple(notes_of(document.blocks)),
        heeft_titel=any(isinstance(block, TitlePage) for block in document.blocks),
    )
    return page.encode("utf-8")


def _is_front(block: Block) -> bool:
    """Tell whether a block goes before <main>, where a skip link passes it."""
    return isinstance(block, (Notice, TitlePage, TableOfContents))
