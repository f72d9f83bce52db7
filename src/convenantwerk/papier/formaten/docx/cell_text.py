"""The tables of a Word file that people made, as the text of their cells."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

# Bytes of the text when it is unpacked; a table of a thousand pages has less.
MEEST_XML = 60_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEKST = "word/document.xml"
_DIEPST = 30  # tables in tables
_BREEDST = 60  # columns that one cell may cover
# What else than letters stands in a run.
_TEKENS = {
    f"{_W}tab": " ",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
# What is no text of the cell: what was deleted with tracked changes, and the old form of a run.
_NIET = {f"{_W}{naam}" for naam in ("del", "moveFrom", "rPr", "pPr", "tcPr", "instrText")}


class GeenTabellenError(Exception):
    """A Word file cannot be read; the argument says in Dutch why."""


def tabellen(data: bytes) -> list[list[list[str]]]:
    """Return the tables of a Word file as rows of cells, merged ones repeated in all they cover.

    Raises:
        GeenTabellenError: it is no Word file, is damaged, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(_TEKST) as stream:
            xml = stream.read(MEEST_XML + 1)
    except KeyError:
        raise GeenTabellenError("het is wel een zip-bestand, maar geen Word-bestand") from None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError):
        raise GeenTabellenError("het is beschadigd, of geen Word-bestand (.docx)") from None
    if len(xml) > MEEST_XML:
        raise GeenTabellenError(f"de tekst is uitgepakt groter dan {MEEST_XML // 1_000_000} MB")
    # No entities: a file may not grow while it is read, nor read another.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError:
        raise GeenTabellenError("de tekst erin is beschadigd") from None
    found = (t for t in root.iter(f"{_W}tbl") if not _in_tabel(t))
    return [list(_rijen(table)) for table in found]


def _in_tabel(table: Element) -> bool:
    return next(table.iterancestors(f"{_W}tbl"), None) is not None


def _rijen(table: Element) -> Iterator[list[str]]:
    above: list[str] = []
    for row in table.iter(f"{_W}tr"):  # also one in a content control
        if next(row.iterancestors(f"{_W}tbl")) is not table:
            continue
        cells: list[str] = []
        for cel in row.iter(f"{_W}tc"):
            if next(cel.iterancestors(f"{_W}tr")) is not row:
                continue  # of a table within a cell
            text = _tekst(cel, 0).strip()
            merge = cel.find(f"{_W}tcPr/{_W}vMerge")
            for _ in range(_breedte(cel)):
                continues = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
                at = len(cells)
                cells.append(above[at] if continues and at < len(above) and not text else text)
        yield cells
        above = cells


def _breedte(cel: Element) -> int:
    """Return how many columns a cell covers; 1 when what it says cannot be."""
    span = cel.find(f"{_W}tcPr/{_W}gridSpan")
    value = "1" if span is None else span.get(f"{_W}val", "1")
    return min(max(int(value), 1), _BREEDST) if re.fullmatch("[0-9]{1,3}", value) else 1


def _tekst(node: Element, diep: int) -> str:
    """Return the text under a node, a paragraph on each line."""
    if node.tag == f"{_W}t":
        return node.text or ""
    if node.tag in _TEKENS:
        return _TEKENS[node.tag]
    if node.tag in _NIET or diep > _DIEPST * 4:
        return ""
    text = "".join(_tekst(child, diep + 1) for child in node)
    return f"{text}\n" if node.tag == f"{_W}p" else text
