"""Tables to WordprocessingML: those of the text, and the one in which a party signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.elements import run, set_property, w
from convenantwerk.papier.formaten.docx.tracking import STILL
from convenantwerk.papier.kolommen import kolommen
from convenantwerk.papier.oud_en_nieuw import fates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lxml.etree import _Element as Element

    from convenantwerk.papier import document as d
    from convenantwerk.papier.formaten.docx.text import Text
    from convenantwerk.papier.kolommen import Kolommen

JUSTIFICATIONS: Mapping[d.Alignment, str] = {
    "links": "left",
    "midden": "center",
    "rechts": "right",
}
CHARACTER = 86  # twips that a letter in a table is wide, on the average
_KEPT: d.Wijziging = ""
# Who signs, and what to fill in.
SIGNING_SHARES = (0.45, 0.55)
SIGNATURE_FIELD = "handtekening"
SIGNATURE_HEIGHT, FIELD_HEIGHT = 1134, 567  # twips: 20 mm to sign in, 10 mm to write in
LINE_COLOR = "4A5563"


def table(text: Text, block: d.Table, width: int, indent: int) -> Element:
    """Return a table of `width` twips whose header row comes back on every page.

    Where its words do not fit beside each other, Word may hyphenate them: it breaks them anyhow.
    """
    columns = kolommen(block, width / CHARACTER)
    widths = _widths(columns.breedtes, width)
    element = _table(text.styles["Tabel"], widths, indent)
    was = block.alignments if block.was_alignments is None else block.was_alignments
    alignments = tuple(zip(block.alignments, was, strict=True))
    for cells, change in zip((block.header, *block.rows), (_KEPT, *fates(block)), strict=True):
        header = cells is block.header
        notes = len(text.notes)
        row = w("tr", w("trPr", w("cantSplit"), *((w("tblHeader"),) if header else ())))
        for runs, size, sides in zip(cells, widths, alignments, strict=True):
            content, was = (_cell(text, side, columns, header=header) for side in sides)
            content.extend(text.runs(runs))
            if text.tracker is not None:
                text.tracker.reshape(content, was[0])
            row.append(w("tc", w("tcPr", _width("tcW", size)), content))
        if change and text.tracker is not None:
            text.tracker.row(row, STILL.get(change, change))
            text.track_notes(notes, change)
        element.append(row)
    return element


def _cell(text: Text, alignment: d.Alignment, columns: Kolommen, *, header: bool) -> Element:
    """Return the paragraph of a cell, without its words."""
    content = text.paragraph("Tabeltekst", keepNext=header)
    set_property(content, w("jc", val=JUSTIFICATIONS[alignment]))
    if columns.krap:
        set_property(content, w("suppressAutoHyphens", val="0"))
    return content


def signature(text: Text, block: d.SignatureBlock, width: int) -> Element:
    """Return who signs, over all rows, beside a line to write on for every field."""
    widths = _widths(SIGNING_SHARES, width)
    element = _table(text.styles["Ondertekening"], widths, 0)
    labels = block.fields or ("",)
    for place, label in enumerate(labels):
        # A table stays on one page when all its rows but the last stay with the next.
        stays = place < len(labels) - 1
        people = [_person(text, stays=stays)] if place else _people(text, block, stays=stays)
        merge = w("vMerge", val="continue" if place else "restart")
        field = text.paragraph("Ondertekenveld", run(label), keepNext=stays)
        to_sign = label.casefold().startswith(SIGNATURE_FIELD)
        height = str(SIGNATURE_HEIGHT if to_sign else FIELD_HEIGHT)
        element.append(
            w(
                "tr",
                w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast")),
                _signing_cell(widths[0], people, merge, align="top"),
                _signing_cell(widths[1], [field], *_line(label), align="bottom"),
            )
        )
    return element


def _people(text: Text, block: d.SignatureBlock, *, stays: bool) -> list[Element]:
    first, *rest = block.lines or ("",)
    content = text.marked(block.anchor, [run(first)])
    organisation = text.paragraph("Partij", *content, keepNext=stays)
    return [organisation, *(_person(text, line, stays=stays) for line in rest)]


def _person(text: Text, line: str = "", *, stays: bool) -> Element:
    content = (run(line),) if line else ()
    return text.paragraph("Ondertekenaar", *content, keepNext=stays)


def _signing_cell(
    width: int, content: Iterable[Element], *properties: Element, align: str
) -> Element:
    sizes = (_width("tcW", width), *properties, w("vAlign", val=align))
    return w("tc", w("tcPr", *sizes), *content)


def _line(label: str) -> Iterator[Element]:
    """Yield the line to write on, when there is something to fill in."""
    if label:
        yield w("tcBorders", w("bottom", val="single", sz="4", space="0", color=LINE_COLOR))


def _widths(weights: Sequence[float], width: int) -> list[int]:
    widths = [int(width * weight / sum(weights)) for weight in weights]
    widths[-1] += width - sum(widths)
    return widths


def _width(tag: str, twips: int) -> Element:
    return w(tag, w=str(twips), type="dxa")


def _table(style: str, widths: Sequence[int], indent: int) -> Element:
    properties = (
        w("tblStyle", val=style),
        _width("tblW", sum(widths)),
        _width("tblInd", indent),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0020", firstRow="1", noHBand="1", noVBand="1"),
    )
    grid = w("tblGrid", *(w("gridCol", w=str(width)) for width in widths))
    return w("tbl", w("tblPr", *properties), grid)
