"""The vocabulary of WordprocessingML: elements, runs, fields, bookmark names, drawings.

What may stand in what order is fixed by ECMA-376, part 1; Word refuses a file that errs in it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.papier.aaneen import met_harde_spaties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# What stands around the runs of a link, within the text and out of it.
LINKS = frozenset({f"{{{W}}}hyperlink", f"{{{W}}}fldSimple"})
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

TWIP = 635  # in EMU, the unit of drawings
PIXEL = 9525  # in EMU, at 96 dpi
BOOKMARK_LENGTH = 40  # Word takes no longer names

# The properties of a paragraph that are set here, in the order of CT_PPr.
_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "jc", "outlineLvl", "rPr"),
    *("sectPr", "pPrChange"),
)
_RANKS = {f"{{{W}}}{tag}": rank for rank, tag in enumerate(_PARAGRAPH_ORDER)}
# What XML cannot hold. Those that Python takes for white space keep parting words.
_CONTROLS = {
    code: " " if chr(code).isspace() else None
    for code in (*range(0x20), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
    if chr(code) not in "\t\n"
}
_DRAWING = f"""
<w:drawing xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}">
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent/><wp:docPr/>
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>
<a:graphic><a:graphicData uri="{PIC}"><pic:pic>
<pic:nvPicPr><pic:cNvPr/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"""


class _Names(dict[str, str]):
    """Names in the namespace of WordprocessingML, each put together once."""

    def __missing__(self, name: str) -> str:
        full = self[name] = f"{{{W}}}{name}"
        return full


_NAMES = _Names()
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BREAKS = re.compile(r"([\n\t])")
_PREFIX = {"w": W}


def w(tag: str, *children: Element, **attributes: str) -> Element:
    """Return <w:tag> with attributes in the same namespace, around children."""
    element = etree.Element(_NAMES[tag], nsmap=_PREFIX)
    for name, value in attributes.items():
        element.set(_NAMES[name], value)
    for child in children:
        element.append(child)
    return element


def paragraph(style: str, *content: Element, **flags: bool) -> Element:
    """Return a paragraph of a style id, with the flags (keepNext…) that are true."""
    # An element that is made in its place costs a third of one that is made apart.
    element = etree.Element(_NAMES["p"], nsmap=_PREFIX)
    properties = etree.SubElement(element, _NAMES["pPr"])
    etree.SubElement(properties, _NAMES["pStyle"]).set(_NAMES["val"], style)
    for child in content:
        element.append(child)
    for flag, wanted in flags.items():
        if wanted:
            set_property(element, w(flag))
    return element


def set_property(of: Element, value: Element) -> None:
    """Put a property into a paragraph at the place where the schema wants it."""
    rank = _RANKS[value.tag]
    ranks = [_RANKS[child.tag] for child in of[0]]
    if rank not in ranks:
        of[0].insert(sum(other < rank for other in ranks), value)


def run(text: str, *properties: Element) -> Element:
    """Return a run of literal text; a newline becomes a line break, a tab a tab.

    An amount or a date gets no-break spaces: Word has no other way to keep it on one line.
    """
    element = w("r", w("rPr", *properties)) if properties else w("r")
    for piece in _BREAKS.split(clean(text)):
        if piece == "\n":
            etree.SubElement(element, _NAMES["br"])
        elif piece == "\t":
            etree.SubElement(element, _NAMES["tab"])
        elif piece:
            content = etree.SubElement(element, _NAMES["t"])
            content.text = met_harde_spaties(piece)
            content.set(_SPACE, "preserve")
    return element


def clean(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return text if text.isprintable() else text.translate(_CONTROLS)


def field_start(instruction: str, *, dirty: bool = False) -> list[Element]:
    """Return the runs that open a field; its cached result and `field_end` follow.

    Word fills in a `dirty` field when it opens the file, without asking.
    """
    code = w("instrText")
    code.text = f" {instruction} "
    code.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    begin, separate = (w("fldChar", fldCharType=kind) for kind in ("begin", "separate"))
    if dirty:
        begin.set(f"{{{W}}}dirty", "1")
    return [w("r", begin), w("r", code), w("r", separate)]


def field_end() -> Element:
    """Return the run that closes a field."""
    return w("r", w("fldChar", fldCharType="end"))


@dataclass(frozen=True, slots=True)
class Graphic:
    """A picture to be drawn: its relation in the package, and its sides in pixels."""

    name: str
    alt: str
    relation: str
    width: int
    height: int


def drawing(graphic: Graphic, number: str, room: tuple[int, int]) -> Element:
    """Return a picture in the line: its own size at 96 dpi, shrunk to the room (in twips)."""
    width, height = graphic.width * PIXEL, graphic.height * PIXEL
    scale = min(1.0, room[0] * TWIP / width, room[1] * TWIP / height)
    size = {"cx": str(round(width * scale)), "cy": str(round(height * scale))}
    names = {"id": number, "name": graphic.name, "descr": graphic.alt.translate(_CONTROLS)}
    element = etree.fromstring(_DRAWING, etree.XMLParser(remove_blank_text=True))
    for tag in (f"{{{WP}}}extent", f"{{{A}}}ext"):
        next(element.iter(tag)).attrib.update(size)
    for tag in (f"{{{WP}}}docPr", f"{{{PIC}}}cNvPr"):
        next(element.iter(tag)).attrib.update(names)
    next(element.iter(f"{{{A}}}blip")).set(f"{{{R}}}embed", graphic.relation)
    return w("r", element)


def bookmark_names(anchors: Iterable[str]) -> dict[str, str]:
    """Give every anchor a bookmark name Word accepts; names differ in more than their case."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors:
        name = re.sub(r"[^A-Za-z0-9_]", "_", anchor)
        if not name[:1].isalpha():
            name = f"a_{name}"
        if len(name) > BOOKMARK_LENGTH or name.casefold() in taken:
            mark = hashlib.sha256(anchor.encode()).hexdigest()[:12]
            name = f"{name[: BOOKMARK_LENGTH - 13]}_{mark}"
        names.setdefault(anchor, name)
        taken.add(name.casefold())
    return names


def highest(tree: Element, *tags: str) -> int:
    """Return the highest number in the ids of elements, in whatever namespace; 0 without any."""
    ids = (
        value
        for element in tree.iter(*(f"{{*}}{tag}" for tag in tags))
        for name, value in element.attrib.items()
        if etree.QName(name).localname == "id"
    )
    return max(map(int, ids), default=0)
