"""PDF: the laid out pages as a tagged file (PDF/UA-1)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from convenantwerk.papier.document import Table, text_of
from convenantwerk.papier.formaten.tekenvelden import maak_ondertekenbaar

if TYPE_CHECKING:
    import pydyf
    import weasyprint

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.layout import Press

    Parts = dict[bytes, pydyf.Dictionary]


def to_pdf(document: Document, press: Press) -> bytes:
    """Return a document as PDF; the same document and house style give the same bytes.

    Raises:
        ConvenantwerkError: CV020 or CV021, as `Press.layout`.
    """
    layout = press.layout(document)
    return press.write(layout, partial(_finish, document))


def _finish(document: Document, rendering: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Mend the tag tree, and make a document that is meant for it ready for signing."""
    parts = _parts(pdf)
    if _has_long(document):
        _join_rows(parts)
    _tag_notes(parts)
    if document.identiteit is not None:
        maak_ondertekenbaar(document, rendering, pdf)


def _has_long(document: Document) -> bool:
    """Tell whether a row may break, and can be known as the rest of one by its empty first cell."""
    rows = [
        row
        for block in document.blocks
        if isinstance(block, Table) and block.widths
        for row in block.rows
    ]
    return bool(rows) and all(text_of(row[0]).strip() for row in rows)


def _join_rows(parts: Parts) -> None:
    """Make one row of what was left of a row on one page and its rest on the next.

    WeasyPrint gives every page a table of its own in the tree. The rest of a row is then a row
    that begins with nothing, and who listens hears the cells of the row in pieces.
    """
    for root in [part for part in parts.values() if part["S"] == "/Document"]:
        begun: pydyf.Dictionary | None = None
        for table in (_below(child, "/Table", parts) for child in _kids(root, parts)):
            bodies = [kid for part in table for kid in _kids(part, parts) if kid["S"] == "/TBody"]
            for body in bodies:
                first, *_ = rows = _kids(body, parts)
                if begun is not None and not _holds_text(_kids(first, parts)[0], parts):
                    for cell, rest in zip(_kids(begun, parts), _kids(first, parts), strict=True):
                        for kid in _kids(rest, parts):
                            kid["P"] = cell.reference
                            cell["K"].append(kid.reference)
                    body["K"].remove(first.reference)
                    rows = rows[1:]
                begun = rows[-1] if rows else begun


def _below(element: pydyf.Dictionary, kind: str, parts: Parts) -> list[pydyf.Dictionary]:
    """Return the elements of a kind, the element itself or what stands in a frame around it."""
    return [part for part in (element, *_kids(element, parts)) if part["S"] == kind]


def _holds_text(element: pydyf.Dictionary, parts: Parts) -> bool:
    kids = _kids(element, parts)
    return len(kids) < len(element["K"]) or any(_holds_text(kid, parts) for kid in kids)


def _parts(pdf: pydyf.PDF) -> Parts:
    """Return the elements of the tag tree by their references."""
    return {part.reference: part for part in pdf.objects if _is_element(part)}


def _tag_notes(parts: Parts) -> None:
    """Call the footnotes Note in the tag tree; WeasyPrint has no tag for them.

    It hangs the footnotes of each page in a nameless element directly under the document.
    """
    for root in [part for part in parts.values() if part["S"] == "/Document"]:
        for area in _kids(root, parts):
            if area["S"] == "/NonStruct":
                for note in _kids(area, parts):
                    _name_note(note, parts)


def _name_note(note: pydyf.Dictionary, parts: Parts) -> None:
    if note["S"] != "/Span":
        return
    note["S"] = "/Note"
    note["ID"] = f"(noot-{note.number})"  # in the notation of PDF itself
    for child in _kids(note, parts):
        if child["S"] == "/NonStruct":
            child["S"] = "/Lbl"


def _is_element(part: object) -> bool:
    return isinstance(part, dict) and part.get("Type") == "/StructElem"


def _kids(element: pydyf.Dictionary, parts: Parts) -> list[pydyf.Dictionary]:
    return [parts[kid] for kid in element["K"] if kid in parts]
