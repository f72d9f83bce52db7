"""PDF: the laid out pages as a tagged file (PDF/UA-1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from convenantwerk.exports.press import Press
    from convenantwerk.model.document import Document


def to_pdf(document: Document, press: Press) -> bytes:
    """Return a document as PDF; the same document and house style give the same bytes.

    Raises:
        ConvenantwerkError: CV020 or CV021, as `Press.layout`.
    """
    return press.write(press.layout(document), finisher=_tag_notes)


def _tag_notes(_rendering: object, pdf: Any) -> None:  # noqa: ANN401  WeasyPrint has no types
    """Call the footnotes Note in the tag tree; WeasyPrint has no tag for them.

    It hangs the footnotes of each page in a nameless element directly under the document.
    """
    parts = {part.reference: part for part in pdf.objects if _is_element(part)}
    for root in [part for part in parts.values() if part["S"] == "/Document"]:
        for area in _kids(root, parts):
            if area["S"] == "/NonStruct":
                for note in _kids(area, parts):
                    _name_note(note, parts)


def _name_note(note: Any, parts: dict[bytes, Any]) -> None:  # noqa: ANN401  see `_tag_notes`
    if note["S"] != "/Span":
        return
    note["S"] = "/Note"
    note["ID"] = f"(noot-{note.number})"  # in the notation of PDF itself
    for child in _kids(note, parts):
        if child["S"] == "/NonStruct":
            child["S"] = "/Lbl"


def _is_element(part: object) -> bool:
    return isinstance(part, dict) and part.get("Type") == "/StructElem"


def _kids(element: Any, parts: dict[bytes, Any]) -> list[Any]:  # noqa: ANN401  see `_tag_notes`
    return [parts[kid] for kid in element["K"] if kid in parts]
