"""XLSX: a document of tables as a workbook, one sheet for each table."""

from __future__ import annotations

import re
from datetime import datetime, time
from io import BytesIO
from typing import TYPE_CHECKING

from xlsxwriter import Workbook

from convenantwerk.papier.document import Heading, Notice, Table, text_of
from convenantwerk.papier.traversal import texts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from convenantwerk.papier.document import Block, Document
    from convenantwerk.papier.layout import Press

    Formats = Mapping[tuple[str, bool], Format]

_VERBODEN = re.compile(r"[\[\]:*?/\\]")  # in the name of a sheet
_NAAM = 31  # characters in it, as UTF-16 counts them
_BREEDTE = (8, 48)  # of a column, in characters
_TEKEN = 7  # pixels that a character is wide, by which Excel counts
_A4 = 9
_MARGES = (0.75, 0.75, 1, 1)  # left, right, top and bottom, in inches
_VORMEN: Mapping[str, Mapping[str, object]] = {
    "kop": {"bold": True, "font_size": 14},
    "regel": {},
    "kolomkop": {"bold": True, "bg_color": "#E4E4E4", "text_wrap": True, "valign": "top"},
    "cel": {"text_wrap": True, "valign": "top"},
}


def to_xlsx(document: Document, _press: Press) -> bytes:
    """Return a document as a workbook; the same document gives the same bytes.

    Each table is a sheet of its own, named by the heading above it; what stands before it goes
    above it, what comes after the last below. Every cell is text and never a formula.
    """
    buffer = BytesIO()
    # What is made in memory has no clock in its zip.
    with Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties(
            {
                "title": document.title,
                "author": document.publisher,
                "created": datetime.combine(document.op, time()),
            }
        )
        # The library has no property for it of its own; Excel knows it under this name.
        book.set_custom_property("Language", "nl-NL")
        formats = _formats(book)
        names: set[str] = set()
        for lines, table, naam in _sheets(document):
            sheet = book.add_worksheet(_sheet_name(naam or document.title, names))
            _fill(sheet, formats, lines, table)
            sheet.set_paper(_A4)
            sheet.set_margins(*_MARGES)
            if document.landscape:
                sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
    return buffer.getvalue()


def _formats(book: Workbook) -> Formats:
    """Return each form, for text as it is and for text that begins as a formula does."""
    return {
        (naam, quoted): book.add_format({**vorm, "quote_prefix": quoted})
        for naam, vorm in _VORMEN.items()
        for quoted in (False, True)
    }


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
    candidate, number = _cut(clean, _NAAM), 2
    while candidate.casefold() in names:
        tail = f" ({number})"
        candidate, number = _cut(clean, _NAAM - len(tail)) + tail, number + 1
    names.add(candidate.casefold())
    return candidate


def _cut(text: str, length: int) -> str:
    return text.encode("utf-16-le")[: 2 * length].decode("utf-16-le", "ignore").strip(" '")


def _fill(
    sheet: Worksheet, formats: Formats, lines: Sequence[tuple[str, bool]], table: Table | None
) -> None:
    for number, (text, kop) in enumerate(lines):
        _text(sheet, formats, (number, 0), text, "kop" if kop else "regel")
    if table is None:
        return
    top = len(lines) + bool(lines)
    rows = [[text_of(cel) for cel in rij] for rij in (table.header, *table.rows)]
    for down, row in enumerate(rows):
        for right, value in enumerate(row):
            _text(sheet, formats, (top + down, right), value, "cel" if down else "kolomkop")
    for right, column in enumerate(zip(*rows, strict=True)):
        width = min(max(max(map(len, column)) + 3, _BREEDTE[0]), _BREEDTE[1])
        sheet.set_column_pixels(right, right, width * _TEKEN)
    sheet.autofilter(top, 0, top + len(rows) - 1, len(rows[0]) - 1)
    sheet.freeze_panes(top + 1, 1)
    sheet.repeat_rows(top)


def _text(
    sheet: Worksheet, formats: Formats, place: tuple[int, int], value: str, vorm: str
) -> None:
    """Put text in a cell as text, also when it begins as a formula does."""
    form = formats[vorm, value.startswith(("=", "+", "-", "@"))]
    if value:
        sheet.write_string(*place, value, form)
    else:
        sheet.write_blank(*place, None, form)
