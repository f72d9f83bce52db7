"""Excel files: every word, as text, in the same bytes each time."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, cast
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.xlsx import to_xlsx

if TYPE_CHECKING:
    from convenantwerk.papier.layout import Press

NO_PRESS = cast("Press", None)


def table(*cells: str) -> d.Table:
    """Return a table of one row."""
    head = tuple((d.Run(f"K{n}"),) for n, _ in enumerate(cells))
    return d.Table(head, (tuple((d.Run(cell),) for cell in cells),), tuple("links" for _ in cells))


def document(*blocks: d.Block) -> d.Document:
    """Return a document of these blocks."""
    return d.Document("x", "Register", "Bureau", "editie", date(2026, 11, 24), False, blocks)  # noqa: FBT003


HEAD = d.Heading(1, "hoofdstuk", "", (d.Run("Lijst: a/b"),), "a")
DOCUMENT = document(
    HEAD,
    d.Paragraph((d.Run("Stand op vandaag."),)),
    table("=1+1", "00123456", "- streep", "@x", "2026-11-24"),
    HEAD,
    table("tweede", "é"),
    d.Paragraph((d.Run("Slot."),)),
)


def test_every_word_is_there_in_order() -> None:
    """Headings, paragraphs, headers and cells; the last lines on a sheet of their own."""
    book = load_workbook(BytesIO(to_xlsx(DOCUMENT, NO_PRESS)))
    cells = [
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
        if cell is not None
    ]  # fmt: skip
    assert " ".join(cells).split() == traversal.words(DOCUMENT.blocks)


def test_no_cell_is_a_formula_or_a_number() -> None:
    """What begins as a formula, and a KvK number with a zero in front, stay what they are."""
    book = load_workbook(BytesIO(to_xlsx(DOCUMENT, NO_PRESS)))
    kinds = {c.data_type for sheet in book for row in sheet.iter_rows() for c in row if c.value}
    assert kinds == {"s"}
    assert book.worksheets[0]["A5"].value == "=1+1"
    assert book.worksheets[0]["B5"].value == "00123456"


def test_sheets_have_names_that_excel_allows() -> None:
    """No signs that it refuses, no two alike, 31 characters at most."""
    book = load_workbook(BytesIO(to_xlsx(DOCUMENT, NO_PRESS)))
    assert book.sheetnames[:2] == ["Lijst  a b", "Lijst  a b (2)"]
    for naam in ("'" * 3 + "x" * 27 + "''", "\U0001f600" * 20):
        (name,) = load_workbook(
            BytesIO(to_xlsx(document(replace(HEAD, runs=(d.Run(naam),)), table("c")), NO_PRESS))
        ).sheetnames
        assert len(name.encode("utf-16-le")) <= 62
        assert not name.endswith("'")
    long = document(d.Heading(1, "hoofdstuk", "", (d.Run("x" * 60),), "a"), table("c"))
    assert load_workbook(BytesIO(to_xlsx(long, NO_PRESS))).sheetnames == ["x" * 31]


@pytest.mark.proef
def test_the_same_input_gives_the_same_bytes() -> None:
    """Also a second later: nothing of the clock stands in the file."""
    first = to_xlsx(DOCUMENT, NO_PRESS)
    time.sleep(1.1)
    assert to_xlsx(DOCUMENT, NO_PRESS) == first


def test_a_table_can_be_worked_with() -> None:
    """Its header stays in sight, repeats in print, and filters."""
    sheet = load_workbook(BytesIO(to_xlsx(DOCUMENT, NO_PRESS))).worksheets[0]
    assert sheet.freeze_panes == "B5"
    assert sheet.auto_filter.ref == "A4:E5"
    assert sheet.print_title_rows == "$4:$4"


def test_it_looks_as_a_list_does() -> None:
    """Headings large, the header in bold on grey, cells that wrap, columns as wide as they need."""
    sheet = load_workbook(BytesIO(to_xlsx(DOCUMENT, NO_PRESS))).worksheets[0]
    assert (sheet["A1"].font.b, sheet["A1"].font.sz) == (True, 14)
    assert (sheet["A2"].font.b, sheet["A2"].font.sz) == (False, 11)
    head, cell = sheet["A4"], sheet["B5"]
    assert (head.font.b, head.fill.fill_type, head.fill.fgColor.rgb) == (True, "solid", "FFE4E4E4")
    assert (cell.font.b, cell.fill.fill_type) == (False, None)
    for wrapped in (head, cell):
        assert (wrapped.alignment.wrap_text, wrapped.alignment.vertical) == (True, "top")
    assert [sheet.column_dimensions[name].width for name in "ABCDE"] == [8, 11, 13, 8, 13]
    assert [bool(row.quotePrefix) for row in sheet[5]] == [True, False, True, True, False]


def test_it_prints_on_a4_and_tells_what_it_is() -> None:
    """As wide as a page, on its side when the document is; the day of the document is its own."""
    book = load_workbook(BytesIO(to_xlsx(replace(DOCUMENT, landscape=True), NO_PRESS)))
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        fit = sheet.sheet_properties.pageSetUpPr
        assert fit is not None
        assert fit.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert (sheet.page_margins.left, sheet.page_margins.top) == (0.75, 1)
    about = book.properties
    assert (about.title, about.creator) == ("Register", "Bureau")
    for moment in (about.created, about.modified):
        assert moment.replace(tzinfo=None) == datetime(2026, 11, 24)  # noqa: DTZ001  Excel has none
    with ZipFile(BytesIO(to_xlsx(DOCUMENT, NO_PRESS))) as package:
        assert (
            '"Language"><vt:lpwstr>nl-NL</vt:lpwstr>'
            in package.read("docProps/custom.xml").decode()
        )
