"""Reads the words back out of a built PDF or HTML file, for the law that no word gets lost.

A PDF is read through its tag tree, so that what is only decoration (running headers, page
numbers at the foot, the watermark) never counts as text. In the tree of WeasyPrint text that the
style sheet made up (the mark that calls a footnote, a dash, a page number in the table of
contents) hangs in a NonStruct element; the footnotes of a page hang in one too, right under the
document, as Note elements.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from lxml import html as lxml_html
from pypdf import PdfReader
from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pypdf import PageObject
    from pypdf.generic import (
        ArrayObject,
        DictionaryObject,
        IndirectObject,
        PdfObject,
        StreamObject,
    )

INLINE_ELEMENTS = {"a", "del", "em", "ins", "span", "strong", "sup"}
SAME_LINE = 1.0  # baselines that differ less than this, in CSS pixels, are one line


@dataclass(frozen=True)
class Piece:
    """Text drawn in one stroke: its page from 1, its baseline, or an end of a block."""

    page: int
    y: float
    text: str


BREAK = Piece(0, 0.0, "")


def pdf_words(data: bytes, expected: Sequence[str]) -> list[str]:
    """Return the words of a PDF in reading order, footnotes left out.

    At the end of a line the file does not tell whether a word ended, was hyphenated, or was
    broken after a sign of its own ("en/of"); `expected` decides, and is used for nothing else.
    """
    return [word for _, word in _joined(_tree(data).body(), LineEnds(expected))]


def pdf_note_words(data: bytes, expected: Sequence[str]) -> list[str]:
    """Return the words of the footnotes of a PDF, without their marks."""
    return [word for _, word in _joined(_tree(data).notes(), LineEnds(expected))]


def pdf_word_pages(data: bytes, expected: Sequence[str]) -> list[tuple[int, str]]:
    """Return the words of `pdf_words`, each with the page on which it starts."""
    return _joined(_tree(data).body(), LineEnds(expected))


def pdf_note_pages(data: bytes, expected: Sequence[str]) -> list[tuple[int, str]]:
    """Return the words of `pdf_note_words`, each with its page."""
    return _joined(_tree(data).notes(), LineEnds(expected))


class LineEnds:
    """Tells how the last word of a line and the first of the next belong together."""

    def __init__(self, expected: Sequence[str]) -> None:
        self._starts = {start for word in expected for start in _starts(word)}
        self._pairs = {
            (word, start) for word, after in pairwise(expected) for start in _starts(after)
        }

    def joined(self, start: str, rest: str) -> str | None:
        """Return the one word that two halves make, or None when they are two words."""
        if (start, rest) in self._pairs:
            return None
        whole = rest.removesuffix("-")  # the word may go on, on yet another line
        for word in (start.removesuffix("-"), start):
            if {word + rest, word + whole} & self._starts:
                return word + rest
        return None


def _starts(word: str) -> Iterator[str]:
    return (word[:end] for end in range(1, len(word) + 1))


def html_words(data: bytes) -> list[str]:
    """Return the visible words of a page in order, without footnotes and class "hulp"."""
    (body,) = lxml_html.document_fromstring(data.decode()).iter("body")
    return "".join(_html_text(body, _is_beside_text)).split()


def html_note_words(data: bytes) -> list[str]:
    """Return the words of the footnotes of a page, without their marks and backlinks."""
    page = lxml_html.document_fromstring(data.decode())
    notes = page.xpath('//*[@role="doc-endnotes"]')
    return " ".join("".join(_html_text(note, _is_note_mark)) for note in notes).split()


def _html_text(
    element: lxml_html.HtmlElement, skip: Callable[[lxml_html.HtmlElement], bool]
) -> Iterator[str]:
    boundary = "" if element.tag in INLINE_ELEMENTS else " "
    yield boundary
    yield element.text or ""
    for child in element:
        if not skip(child):
            yield from _html_text(child, skip)
        yield child.tail or ""
    yield boundary


def _classes(element: lxml_html.HtmlElement) -> list[str]:
    return str(element.get("class", "")).split()


def _is_beside_text(element: lxml_html.HtmlElement) -> bool:
    role = element.get("role")
    return "hulp" in _classes(element) or role in {"doc-endnotes", "doc-noteref"}


def _is_note_mark(element: lxml_html.HtmlElement) -> bool:
    return bool({"hulp", "merk"} & set(_classes(element)))


class _Tree:
    """The tag tree of a PDF with the text that hangs in it."""

    def __init__(self, data: bytes) -> None:
        reader = PdfReader(BytesIO(data))
        self._document = _top(reader)
        self._texts = {
            (_number(page.indirect_reference), mcid): piece
            for number, page in enumerate(reader.pages, start=1)
            for mcid, piece in _page_pieces(page, reader, number)
        }

    def body(self) -> Iterator[Piece]:
        """Yield the text of the document without what hangs in NonStruct elements."""
        before: tuple[int, list[str]] = (0, [])
        for element in children(self._document):
            if kind(element) == "/NonStruct":
                continue
            # A table that runs over pages repeats its header on each; it is one table to read.
            page, head = _number(element.raw_get("/Pg")), self._table_head(element)
            repeated = bool(head) and head == before[1] and page != before[0]
            yield from self._walk(element, skip_head=repeated)
            before = (page, head)

    def notes(self) -> Iterator[Piece]:
        """Yield the text of the footnotes, page after page, without their marks."""
        for area in children(self._document):
            if kind(area) == "/NonStruct":
                for note in children(area):
                    yield from self._walk(note)
                    yield BREAK

    def _walk(self, element: DictionaryObject, *, skip_head: bool = False) -> Iterator[Piece]:
        tag = kind(element)
        if tag in {"/NonStruct", "/Lbl"} or (skip_head and tag == "/THead"):
            return
        inline = tag in {"/Span", "/Link", "/Note"}
        if not inline:
            yield BREAK
        page = _number(element.raw_get("/Pg"))
        for kid in _kids(element):
            if isinstance(kid, int):
                yield self._texts.get((page, kid), BREAK)
            elif "/S" in kid:
                yield from self._walk(kid, skip_head=skip_head)
        if not inline:
            yield BREAK

    def _table_head(self, element: DictionaryObject) -> list[str]:
        if kind(element) == "/Div":  # the frame around a table
            return [text for child in children(element) for text in self._table_head(child)]
        if kind(element) == "/Table":
            heads = [child for child in children(element) if kind(child) == "/THead"]
            return [piece.text for head in heads for piece in self._walk(head)]
        return []


@lru_cache(maxsize=1)  # the words and then the notes of one file
def _tree(data: bytes) -> _Tree:
    return _Tree(data)


def _number(reference: PdfObject | None) -> int:
    return cast("IndirectObject", reference).idnum


def _kids(element: DictionaryObject) -> Iterator[int | DictionaryObject]:
    for kid in cast("ArrayObject", element["/K"]):
        yield kid if isinstance(kid, int) else cast("DictionaryObject", kid.get_object())


def _top(reader: PdfReader) -> DictionaryObject:
    root = cast("DictionaryObject", reader.trailer["/Root"])
    (document,) = children(cast("DictionaryObject", root["/StructTreeRoot"]))
    return document


def tag_tree(data: bytes) -> DictionaryObject:
    """Return the element of the tag tree that holds the whole document."""
    return _top(PdfReader(BytesIO(data)))


def kind(element: DictionaryObject) -> str:
    """Return the kind of an element of the tag tree, such as "/P"."""
    return str(element["/S"])


def children(element: DictionaryObject) -> Iterator[DictionaryObject]:
    """Yield the elements directly below an element of the tag tree."""
    for kid in _kids(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield kid


def _page_pieces(page: PageObject, reader: PdfReader, number: int) -> Iterator[tuple[int, Piece]]:
    """Yield each tagged piece of text of a page, with the number by which the tree names it."""
    fonts = cast("DictionaryObject", cast("DictionaryObject", page["/Resources"])["/Font"])
    tables = {name: _unicode(cast("DictionaryObject", fonts[name])) for name in fonts}
    table: dict[int, str] = {}
    mcid, y, text = -1, 0.0, ""
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC":
            mcid, y, text = operands[1]["/MCID"], 0.0, ""
        elif operator == b"BMC":
            mcid = -1
        elif operator == b"Tf":
            table = tables[operands[0]]
        elif operator == b"Tm":
            y = float(operands[5])
        elif operator == b"TJ" and mcid >= 0:
            text += "".join(_decoded(part, table) for part in operands[0])
        elif operator == b"EMC" and mcid >= 0:
            yield mcid, Piece(number, y, text)
            mcid = -1


def _decoded(part: object, table: dict[int, str]) -> str:
    if isinstance(part, (int, float)):
        return ""  # a correction of the distance between two letters
    raw: bytes = getattr(part, "original_bytes", part)  # type: ignore[arg-type]
    return "".join(table[int.from_bytes(raw[at : at + 2], "big")] for at in range(0, len(raw), 2))


def _unicode(font: DictionaryObject) -> dict[int, str]:
    cmap = cast("StreamObject", font["/ToUnicode"]).get_data().decode("ascii")
    pairs = re.findall(r"<([0-9a-f]{4})> <([0-9a-f]+)>\n", cmap.split("beginbfchar", 1)[-1])
    return {int(glyph, 16): bytes.fromhex(text).decode("utf-16-be") for glyph, text in pairs}


def _joined(pieces: Iterable[Piece], ends: LineEnds) -> list[tuple[int, str]]:
    """Return the words of pieces of text, joined over the ends of lines, with their pages."""
    words: list[tuple[int, str]] = []
    last, block_ended = BREAK, True
    for piece in pieces:
        if not piece.text:
            block_ended = True
            continue
        new_page = piece.page != last.page
        same_line = not block_ended and not new_page and abs(piece.y - last.y) < SAME_LINE
        parts = re.split(r"\s+", piece.text)
        whole = None
        # A block that goes on after the page is two blocks in the tree, but a word may go on too.
        if words and (not block_ended or new_page):
            whole = words[-1][1] + parts[0] if same_line else ends.joined(words[-1][1], parts[0])
        if whole is not None:
            words[-1] = (words[-1][0], whole)
            parts = parts[1:]
        words.extend((piece.page, part) for part in parts)
        last, block_ended = piece, False
    return [(page, word) for page, word in words if word]
