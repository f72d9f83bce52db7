"""Nothing leaves the page, in PDF and in Word: long words break, what belongs together does not."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pytest
from tests.papier.conftest import eigen_huisstijl
from tests.papier.harde_namen import ADRES, KOPPEN, SAMEN, TABELLEN, VERWIJZINGEN, hard
from tests.papier.proefpers import fake_press
from tests.papier.woorden import html_words, pdf_words
from tests.papier.woorden_docx import W, docx_words, part
from tests.proeven import in_de_proef

from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.formaten.docx.elements import TWIP
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.layout import Layout

MM = 96 / 25.4  # in CSS pixels
RIJ = re.compile(r"€ 1\d\d\.500,00")  # in the last table alone
# The text of a page: what stands left of it hangs in the margin, by 14 mm.
RECHTS = {False: (210 - 36) * MM, True: (297 - 22) * MM}
LINKS = {False: (46 - 14) * MM, True: (36 - 14) * MM}


@pytest.fixture(
    scope="module", params=in_de_proef(["tekst", "brief", "liggend"], behalve=["liggend"])
)
def gezet(request: pytest.FixtureRequest) -> tuple[Document, Press, Layout]:
    """The document of hard names, laid out, in each of the ways that pages look."""
    document = hard(landscape=request.param == "liggend", hyphenate=request.param != "brief")
    press = Press(eigen_huisstijl())
    return document, press, press.layout(document)


def dozen(page: Any, soort: str) -> Iterator[Any]:  # WeasyPrint has no types
    """Yield the boxes of a page, or within a box of it, that are of this kind."""
    root = getattr(page, "_page_box", page)  # where a box lies a page tells nowhere else
    return (box for box in root.descendants() if type(box).__name__ == soort)


def tussen_kolommen(layout: Layout) -> list[float]:
    """Return how far the texts of neighbouring cells stand apart, in all rows of a layout."""
    rows = [row for page in layout.rendering.pages for row in dozen(page, "TableRowBox")]
    return [
        min(box.position_x for box in right) - max(box.position_x + box.width for box in left)
        for row in rows
        for left, right in pairwise([teksten(cell) for cell in row.children])
        if left and right
    ]


def teksten(page: Any) -> list[Any]:
    """Return the pieces of text of a page, in headers and footers too, or of a box."""
    return [box for box in dozen(page, "TextBox") if box.text.strip()]


@pytest.mark.proef
@pytest.mark.pdf
def test_every_word_is_within_the_page(gezet: tuple[Document, Press, Layout]) -> None:
    """Titles, headings, headers, footers, notes, tables, lists and signature blocks."""
    document, _, layout = gezet
    links, rechts = LINKS[document.landscape], RECHTS[document.landscape]
    buiten = [
        (number, box.text)
        for number, page in enumerate(layout.rendering.pages, start=1)
        for box in teksten(page)
        if box.position_x < links - 1
        or box.position_x + box.width > rechts + 1
        or box.position_y < 0
        or box.position_y + box.height > page.height
    ]
    assert buiten == []


@pytest.mark.pdf
def test_columns_of_a_table_stay_apart(gezet: tuple[Document, Press, Layout]) -> None:
    """However their text is aligned: what stands beside each other is never read as one word."""
    _, _, layout = gezet
    gaps = tussen_kolommen(layout)
    assert len(gaps) > 100
    assert min(gaps) >= MM


@pytest.mark.pdf
def test_no_amount_date_or_reference_is_broken(gezet: tuple[Document, Press, Layout]) -> None:
    """At no end of a line; in the cells of a table that has room for them neither."""
    document, _, layout = gezet
    whole = [box.text for page in layout.rendering.pages for box in teksten(page)]
    for text in (*SAMEN, *VERWIJZINGEN):
        times = " ".join(traversal.words(document.blocks)).count(text)
        assert sum(piece.count(text) for piece in whole) == times > 1


@pytest.mark.pdf
def test_an_address_is_broken_without_a_hyphen(gezet: tuple[Document, Press, Layout]) -> None:
    """Who types it over must not take that for a part of it."""
    _, _, layout = gezet
    pieces = [box.text for page in layout.rendering.pages for box in teksten(page)]
    begin = [piece[piece.index(ADRES[:3]) :] for piece in pieces if ADRES[:13] in piece]
    assert len(begin) > 2
    assert all(ADRES.startswith(piece) for piece in begin)


@pytest.mark.pdf
def test_the_words_are_those_of_the_document(gezet: tuple[Document, Press, Layout]) -> None:
    """However they are broken, and with common spaces in what is kept together."""
    document, press, _ = gezet
    words = traversal.words(document.blocks)
    assert pdf_words(to_pdf(document, press), words) == words
    assert html_words(to_html(document, press)) == words
    assert "\u00a0" not in to_html(document, press).decode()


@pytest.mark.pdf
def test_the_header_of_a_table_is_on_each_of_its_pages(
    gezet: tuple[Document, Press, Layout],
) -> None:
    """The last table takes three pages or more."""
    _, _, layout = gezet
    pages = [[box.text for box in teksten(page)] for page in layout.rendering.pages]
    met_rijen = [words for words in pages if any(RIJ.fullmatch(w) for w in words)]
    assert len(met_rijen) >= 3
    assert all({"Nummer", "Bedrag"} <= set(words) for words in met_rijen)


# --- Word -----------------------------------------------------------------------------------


@pytest.fixture
def woord() -> Mapping[bool, bytes]:
    """The same as Word files, upright and on their side."""
    press = fake_press(eigen_huisstijl())
    return {landscape: to_docx(hard(landscape=landscape), press) for landscape in (False, True)}


@pytest.mark.traag
def test_tables_of_word_have_the_width_of_the_page(woord: Mapping[bool, bytes]) -> None:
    """Columns of fixed width, together as wide as the text, in every table; also L03."""
    for data in woord.values():
        body = part(data, "word/document.xml").find(f"{W}body")
        section = docx.Document(BytesIO(data)).sections[-1]
        emu = section.page_width - section.left_margin - section.right_margin  # type: ignore[operator]
        room = emu / TWIP
        tables = list(body.iter(f"{W}tbl"))
        assert len(tables) >= len(TABELLEN)
        for table in tables:
            assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
            grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
            indent = int(table.find(f"{W}tblPr/{W}tblInd").get(f"{W}w"))
            assert sum(grid) + indent == pytest.approx(room, abs=2)
            assert min(grid) > 400
            for row in table.iter(f"{W}tr"):
                cells = [int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")]
                assert cells == grid


def test_a_table_of_word_repeats_its_header(woord: Mapping[bool, bytes]) -> None:
    """On every page; a row is not cut in two."""
    for data in woord.values():
        for table in part(data, "word/document.xml").iter(f"{W}tbl"):
            first, *_ = rows = table.findall(f"{W}tr")
            if table.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "Tabel":
                assert first.find(f"{W}trPr/{W}tblHeader") is not None
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_word_hyphenates_where_words_do_not_fit(woord: Mapping[bool, bytes]) -> None:
    """In all cells of such a table, and in no other: names that fit stay whole."""
    body = part(woord[False], "word/document.xml")
    tables = [t for t in body.iter(f"{W}tbl") if t.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    may = [
        {hyphens.get(f"{W}val") for hyphens in table.iter(f"{W}suppressAutoHyphens")}
        for table in tables
    ]
    assert may == [{"0"}, {"0"}, {"0"}, {"0"}, set()]


def test_word_keeps_together_by_no_break_spaces(woord: Mapping[bool, bytes]) -> None:
    """They are spaces to who reads the words; a reference keeps its own."""
    words = traversal.words(hard().blocks)
    assert docx_words(woord[False]) == words
    text = "".join(part(woord[False], "word/document.xml").itertext())
    for piece in SAMEN:
        assert piece not in text
        assert piece.replace(" ", "\u00a0") in text
    assert all(piece in text for piece in (*VERWIJZINGEN, KOPPEN[0]))
