"""Whether there is anything on a scan: a picture of blank paper is no signed sheet.

What is looked for is a stroke: points that differ from the paper round them, beside each other. So
white, grey or black paper has none, nor has the noise of a scanner or the shadow of a fold. Whether
a stroke is a signature, and whose, no program can tell: printed words are strokes too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import ImageChops, ImageFilter

from convenantwerk.basis.beelden import BeeldError
from convenantwerk.basis.beeldpunten import grijs

if TYPE_CHECKING:
    from PIL.Image import Image

LEEG = "dit is een leeg blad, of een beeld zonder inkt"
_ZIJDE = 1600  # points: at twice this a stroke of a pen is four points wide
_RAND = 0.03  # of each side: the lid of a scanner shows there
_ROND = 24  # points round each, by which one tells what paper is
_VERSCHIL = 30  # of 255, between a stroke and its paper
_RUIS = 6  # times as much as most points differ by
_BUREN = 3  # points of nine that differ together: a speck is one
_VAK = 64  # points a side, of the squares in which a stroke must be: dust lies scattered
_MINST = 2  # of 255, of such a square: as much as half a stroke across it


def bezwaar(data: bytes) -> str:
    """Return why a PNG or JPEG cannot be a signed sheet, "" when it can."""
    try:
        return "" if heeft_inkt(data) else LEEG
    except BeeldError as error:
        return str(error)


def heeft_inkt(data: bytes) -> bool:
    """Tell whether a PNG or JPEG shows a stroke anywhere.

    Raises:
        BeeldError: it cannot be decoded, or is too large.
    """
    return is_beschreven(grijs(data))


def is_beschreven(image: Image) -> bool:
    """Tell whether a picture in greys shows a stroke anywhere, dark or light."""
    small = image.reduce(max(1, max(image.size) // _ZIJDE))
    breed, hoog = small.size
    x, y = round(breed * _RAND), round(hoog * _RAND)
    sheet = small.crop((x, y, x + _heel(breed - 2 * x), y + _heel(hoog - 2 * y)))
    verschil = ImageChops.difference(sheet, sheet.filter(ImageFilter.BoxBlur(_ROND)))
    samen = verschil.filter(ImageFilter.RankFilter(3, 9 - _BUREN))
    grens = max(_VERSCHIL, _RUIS * _middelste(samen.histogram()))
    streken = samen.point([255 * (value >= grens) for value in range(256)])
    _, most = streken.reduce(_VAK).getextrema()
    return isinstance(most, int) and most >= _MINST


def _heel(zijde: int) -> int:
    """Return as much of a side as whole squares take; all of it when that is less than one."""
    return zijde // _VAK * _VAK or zijde


def _middelste(counts: list[int]) -> int:
    """Return the median of values that are counted."""
    half, passed = sum(counts) / 2, 0
    for value, count in enumerate(counts):
        passed += count
        if passed >= half:
            return value
    return 0
