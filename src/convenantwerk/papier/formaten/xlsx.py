"""XLSX: a document of tables as a workbook, one sheet for each table."""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from convenantwerk.papier.document import Heading, Notice, Table, text_of, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from convenantwerk.papier.document import Block, Document
    from convenantwerk.papier.layout import Press

_VERBODEN = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
_NAAM = 31  # characters in it
_BREEDTE = (8, 48)  # of a column, in characters
_STEMPEL = (1980, 1, 1, 0, 0, 0)  # the time in the zip, so that the same input gives the same bytes


def to_xlsx(document: Document, press: Press) -> bytes:  # noqa: ARG001  # the form of an Export
    """Return a document as a workbook.

    Each table is a sheet of its own, named by the heading above it; what stands before it goes
    above it, what comes after the last below. Every cell is text and never a formula.
    """
    from openpyxl import Workbook  # noqa: PLC0415  only for those who ask for it

    book = Workbook()
    first = book.active
    if first is not None:
        book.remove(first)
    names: set[str] = set()
    for lines, table, naam in _sheets(document):
        sheet = book.create_sheet(_sheet_name(naam or document.title, names))
        _fill(sheet, lines, table)
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.orientation = "landscape" if document.landscape else "portrait"
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToHeight = 0
    moment = datetime.combine(document.op, time())
    book.properties.creator = document.publisher
    book.properties.title = document.title
    book.properties.language = "nl-NL"
    book.properties.created = moment
    book.properties.modified = moment
    buffer = BytesIO()
    book.save(buffer)
    return _repacked(buffer.getvalue(), moment)


def _sheets(document: Document) -> Iterator[tuple[list[tuple[str, bool]], Table | None, str]]:
    """Yield, for each table, the lines above it (and whether they are headings) and its name."""
    lines: list[tuple[str, bool]] = []
    naam, made = "", False
    for block in _flat(document.blocks):
        if isinstance(block, Table):
            yield lines, block, naam
            lines, made = [], True
        else:
            if isinstance(block, Heading):
                naam = text_of(block.runs)
            text = " ".join(part for part in texts_of([block]) if part)
            lines.append((text, isinstance(block, Heading)))
    if lines or not made:
        yield lines, None, naam


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Notice):
            yield from _flat(block.blocks)
        else:
            yield block


def _sheet_name(naam: str, names: set[str]) -> str:
    """Return a name that Excel allows and that no other sheet has."""
    clean = _VERBODEN.sub(" ", naam).strip(" '") or "Blad"
    candidate, number = clean[:_NAAM].strip(), 2
    while candidate.casefold() in names:
        tail = f" ({number})"
        candidate, number = clean[: _NAAM - len(tail)].strip() + tail, number + 1
    names.add(candidate.casefold())
    return candidate


def _fill(sheet: Worksheet, lines: Sequence[tuple[str, bool]], table: Table | None) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415  see `to_xlsx`
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  see `to_xlsx`

    for number, (text, kop) in enumerate(lines, start=1):
        _text(sheet, number, 1, text).font = Font(bold=kop, size=14 if kop else 11)
    if table is None:
        return
    top = len(lines) + (2 if lines else 1)
    rows = [[text_of(cel) for cel in rij] for rij in (table.header, *table.rows)]
    for down, row in enumerate(rows):
        for right, value in enumerate(row, start=1):
            cell = _text(sheet, top + down, right, value)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if not down:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor="E4E4E4")
    for right in range(1, len(rows[0]) + 1):
        widest = max(len(row[right - 1]) for row in rows) + 3
        width = min(max(widest, _BREEDTE[0]), _BREEDTE[1])
        sheet.column_dimensions[get_column_letter(right)].width = width
    last = f"{get_column_letter(len(rows[0]))}{top + len(rows) - 1}"
    sheet.auto_filter.ref = f"A{top}:{last}"
    sheet.freeze_panes = f"B{top + 1}"
    sheet.print_title_rows = f"{top}:{top}"


def _text(sheet: Worksheet, row: int, column: int, value: str):  # type: ignore[no-untyped-def]  # noqa: ANN202  # a cell has many types
    """Put text in a cell as text, also when it begins as a formula does."""
    cell = sheet.cell(row, column)
    cell.value = value
    cell.data_type = "s"
    cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    return cell


def _repacked(data: bytes, moment: datetime) -> bytes:
    """Return the zip with one time for every part; the library writes the clock into it."""
    stamp = f"{moment.isoformat()}Z"
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(rf"\g<1>{stamp}\g<2>".encode(), part)
            if name == "xl/styles.xml":
                part = _LETTER.sub(rb"\g<1>" + _GEWOON, part, count=1)
            info = ZipInfo(name, _STEMPEL)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, part)
    return out.getvalue()


# The library writes what its standard font is in another order than the schema asks.
_LETTER = re.compile(rb"(<fonts[^>]*>)<font>.*?</font>", re.DOTALL)
_GEWOON = b'<font><sz val="11"/><name val="Calibri"/></font>'
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
