"""Fields for signatures in a PDF, each on its block and in the tag tree.

They are written as the pages are, not added afterwards: so they have a place in the tag tree, as
PDF/UA asks, and a thousand papers cost no second pass. pyHanko reads, fills and validates them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

from convenantwerk.papier.identiteit import SLEUTEL
from convenantwerk.papier.traversal import signature_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

    import weasyprint

    from convenantwerk.papier.document import Document

PLAATS = "veld-"  # what the anchor of the room for a signature begins with, in blokken.html
_PUNT = 0.75  # points to a CSS pixel
_LABEL = 16  # points at the foot of the room, which the label takes
_RAND = 4  # points around the field
_PRINT = 4  # the flag of an annotation that is printed too
# There may be signatures, and programs may only add to the file. Set from the start, because a
# flag that changes with the first signature is a change that validators do not expect.
_SIGFLAGS = 3


def maak_ondertekenbaar(document: Document, rendering: weasyprint.Document, pdf: pydyf.PDF) -> None:
    """Give a PDF its identity and a field for each signature block.

    Args:
        document: what the PDF shows; one without an identiteit is not meant for signing.
        rendering: its pages.
        pdf: the file made of them.
    """
    if document.identiteit is None:
        return
    pdf.info[SLEUTEL] = pydyf.String(str(document.identiteit))
    fields = pydyf.Array()
    elements = _blocks(pdf)
    blocks = signature_blocks(document.blocks)
    for number, block in enumerate(blocks):
        for page_number, page in enumerate(rendering.pages):
            place = page.anchors.get(f"{PLAATS}{block.anchor}")
            if place is None:
                continue
            reference = pdf.page_references[page_number]
            field = _field(block.anchor, block.lines[0], _rectangle(place, page.height), reference)
            pdf.add_object(field)
            fields.append(field.reference)
            _on_page(pdf, reference, field.reference)
            # Blocks are known by their form; a template may have given them another.
            own = elements[number] if len(elements) == len(blocks) else None
            _tag(pdf, own, field, reference)
            break
    if fields:
        form = pydyf.Dictionary({"Fields": fields, "SigFlags": _SIGFLAGS})
        pdf.add_object(form)
        pdf.catalog["AcroForm"] = form.reference


def _field(naam: str, organisatie: str, rectangle: list[float], page: bytes) -> pydyf.Dictionary:
    """Return a field and its widget, which are one object."""
    return pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pydyf.String(naam),
            "TU": pydyf.String(f"Handtekening namens {organisatie}"),
            "F": _PRINT,
            "Rect": pydyf.Array(rectangle),
            "P": page,
        }
    )


def _rectangle(place: tuple[float, float, float, float], height: float) -> list[float]:
    """Return the room for a signature in points from the foot of the page, above its label."""
    left, top, right, bottom = (value * _PUNT for value in place)
    foot = height * _PUNT
    values = (left, foot - bottom + _LABEL, right, foot - top)
    inset = (0, _RAND / 2, 0, -_RAND)
    return [round(value + shift, 2) for value, shift in zip(values, inset, strict=True)]


def _on_page(pdf: pydyf.PDF, reference: bytes, field: bytes) -> None:
    page = next(part for part in pdf.objects if part.reference == reference)
    page.setdefault("Annots", pydyf.Array()).append(field)


def _blocks(pdf: pydyf.PDF) -> list[pydyf.Dictionary]:
    """Return the elements of the signature blocks: a Div that holds just a Div for each half."""
    parts: Mapping[bytes, pydyf.Dictionary] = {
        part.reference: part for part in pdf.objects if _is(part, "/StructElem")
    }
    return [
        part
        for part in parts.values()
        if part["S"] == "/Div"
        and [parts[kid]["S"] for kid in part["K"] if kid in parts] == ["/Div", "/Div"]
    ]


def _tag(
    pdf: pydyf.PDF, block: pydyf.Dictionary | None, field: pydyf.Dictionary, page: bytes
) -> None:
    """Put a field in the tag tree: at the end of its block, else at the end of the document."""
    tree = next(part for part in pdf.objects if _is(part, "/StructTreeRoot"))
    by_reference = {part.reference: part for part in pdf.objects}
    parent = block if block is not None else by_reference[tree["K"][0]]
    mapping = by_reference[tree["ParentTree"]]["Nums"]
    where = pydyf.Dictionary({"Type": "/OBJR", "Obj": field.reference, "Pg": page})
    pdf.add_object(where)
    element = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/Form",
            "K": pydyf.Array([where.reference]),
            "Pg": page,
            "P": parent.reference,
        }
    )
    pdf.add_object(element)
    parent["K"].append(element.reference)
    number = mapping[-2] + 1
    mapping.extend([number, element.reference])
    field["StructParent"] = number


def _is(part: pydyf.Object, kind: str) -> bool:
    return isinstance(part, dict) and part.get("Type") == kind
