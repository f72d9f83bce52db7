"""What is drawn on a page besides letters: rules, frames and pictures, and where they stand."""

from __future__ import annotations

from ctypes import c_float
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as ruw

if TYPE_CHECKING:
    import pypdfium2 as pdfium

MEEST_OBJECTEN = 20_000  # of one page, that are looked at
MEEST_SEGMENTEN = 400  # of one path: a drawing has more, a table has not
_ONDERSTEBOVEN = 2  # quarters that a page is turned
_DIEP = 4  # drawings within drawings
_RECHTHOEK = 5  # segments: a path with no more is a line or a rectangle


class Vak(NamedTuple):
    """A rectangle: from the left and from above, but `kader` of a page is as the file has it."""

    links: float
    boven: float
    rechts: float
    onder: float


def gedraaid(vak: tuple[float, float, float, float], kwart: int, kader: Vak) -> Vak:
    """Return a rectangle in units of the file (left, bottom, right, top) as the page is read.

    Args:
        vak: the rectangle.
        kwart: how many quarter turns to the left the text of the page was set.
        kader: of the page; its second is the lower side, its fourth the upper.
    """
    links, onder, rechts, boven = vak
    if kwart == 0:
        return Vak(
            links - kader.links, kader.onder - boven, rechts - kader.links, kader.onder - onder
        )
    if kwart == 1:
        return Vak(
            onder - kader.boven, links - kader.links, boven - kader.boven, rechts - kader.links
        )
    if kwart == _ONDERSTEBOVEN:
        return Vak(
            kader.rechts - rechts, onder - kader.boven, kader.rechts - links, boven - kader.boven
        )
    return Vak(
        kader.onder - boven, kader.rechts - rechts, kader.onder - onder, kader.rechts - links
    )


def vormen(
    bladzijde: pdfium.PdfPage, kwart: int, kader: Vak
) -> tuple[tuple[Vak, ...], tuple[tuple[Vak, pdfium.PdfObject], ...]]:
    """Return where rules and rectangles are, and the pictures with their places."""
    vakken: list[Vak] = []
    beelden: list[tuple[Vak, pdfium.PdfObject]] = []
    for nummer, ding in enumerate(bladzijde.get_objects(max_depth=_DIEP)):
        if nummer > MEEST_OBJECTEN:
            break
        if ding.type == ruw.FPDF_PAGEOBJ_PATH:
            vakken += (gedraaid(_in_blad(vak, ding), kwart, kader) for vak in _paden(ding))
        elif ding.type == ruw.FPDF_PAGEOBJ_IMAGE:
            beelden.append((gedraaid(_in_blad(ding.get_bounds(), ding), kwart, kader), ding))
    return tuple(vakken), tuple(beelden)


def _in_blad(
    vak: tuple[float, float, float, float], ding: pdfium.PdfObject
) -> tuple[float, float, float, float]:
    """Return a rectangle of a drawing within a drawing as it stands on the page."""
    om = ding.container
    while om is not None:
        matrix = om.get_matrix()
        hoeken = [matrix.on_point(x, y) for x in (vak[0], vak[2]) for y in (vak[1], vak[3])]
        vak = _om(hoeken)
        om = om.container
    return vak


def _om(punten: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """Return the rectangle around points: left, bottom, right, top."""
    xs, ys = [x for x, _ in punten], [y for _, y in punten]
    return min(xs), min(ys), max(xs), max(ys)


def _paden(ding: pdfium.PdfObject) -> list[tuple[float, float, float, float]]:
    """Return the parts of a path: each piece that is begun anew is one."""
    aantal = ruw.FPDFPath_CountSegments(ding)
    if not 0 < aantal <= MEEST_SEGMENTEN:
        return []
    if aantal <= _RECHTHOEK:
        return [ding.get_bounds()]
    matrix = ding.get_matrix()
    delen: list[list[tuple[float, float]]] = []
    x, y = c_float(), c_float()
    for i in range(aantal):
        segment = ruw.FPDFPath_GetPathSegment(ding, i)
        ruw.FPDFPathSegment_GetPoint(segment, x, y)
        if ruw.FPDFPathSegment_GetType(segment) == ruw.FPDF_SEGMENT_MOVETO or not delen:
            delen.append([])
        delen[-1].append(matrix.on_point(x.value, y.value))
    return [_om(deel) for deel in delen]
