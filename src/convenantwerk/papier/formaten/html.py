"""HTML: one page for the screen, with everything it needs inside it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.document import Notice, TableOfContents, TitlePage
from convenantwerk.papier.pieces import marked_notes, pieces, unwrapped
from convenantwerk.papier.traversal import notes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.papier.document import Block, Document
    from convenantwerk.papier.huisstijl import Huisstijl
    from convenantwerk.papier.layout import Press

SCREEN_TEMPLATE = "scherm.html"
RENVOOI_TEMPLATE = "renvooi.html"
_PARTS = {
    SCREEN_TEMPLATE: ("scherm.css", "blokken.html"),
    RENVOOI_TEMPLATE: ("scherm.css", "renvooi.css", "renvooi.js", "blokken.html"),
}
_FROM_ELSEWHERE = re.compile(
    r"(?:url\(|@import|\ssrc\s*=|<link\b[^>]*\shref\s*=)\s*(?:url\()?[\"']?\s*"
    r"(?P<bron>(?:https?:|file:|ftp:|//)[^\"')\s>]*)",
    re.IGNORECASE,
)


def to_html(document: Document, press: Press) -> bytes:
    """Return a document as one self-contained web page, in UTF-8.

    A renvooi has a page of its own, with the editions side by side and a way to see only what
    changed.

    Raises:
        ConvenantwerkError: CV020 when a template is missing, CV021 when one has a fault.
    """
    front = tuple(takewhile(_is_front, document.blocks))
    name = RENVOOI_TEMPLATE if document.renvooi else SCREEN_TEMPLATE
    _check_self_contained(press.huisstijl, (name, *_PARTS[name]))
    notes = marked_notes if document.renvooi else notes_of
    page = press.render(
        name,
        document=document,
        voorwerk=front,
        tekst=document.blocks[len(front) :],
        noten=tuple(notes(document.blocks)),
        heeft_titel=any(isinstance(piece.block, TitlePage) for piece in pieces(document.blocks)),
    )
    return page.encode("utf-8")


def _check_self_contained(huisstijl: Huisstijl, names: Iterable[str]) -> None:
    """Refuse templates that would make the browser of a reader load something from elsewhere."""
    for name in names:
        text = huisstijl.bestanden.get(name, b"").decode("utf-8", "replace")
        if match := _FROM_ELSEWHERE.search(text):
            reden = f"{match['bron'][:60]}: de webpagina mag niets van buiten laden"
            regel = text.count("\n", 0, match.start()) + 1
            pad = huisstijl.paden.get(name, name)
            raise ConvenantwerkError("CV020", pad=pad, regel=regel, reden=reden)


def _is_front(block: Block) -> bool:
    """Tell whether a block goes before <main>, where a skip link passes it."""
    front = Notice | TitlePage | TableOfContents
    return all(isinstance(loose.block, front) for loose in unwrapped((block,)))
