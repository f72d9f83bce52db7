"""A page as a scanner gave it, straightened and made fit for reading by OCR."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PIL import Image, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

DPI = 300  # what tesseract reads best
_KLEIN = 75  # dpi, at which it is tried how a page lies
_DONKER = 128  # what is darker is ink
_MEEST = 8  # half degrees to either side: what lies more askew was not put into a scanner
_TIEND = 5  # tenths of a degree around the best of those
_VAAG = 1.2  # pixels: what is taken away of the noise, at 300 dpi
_WIT = 255


def rechtgezet(beeld: Image.Image) -> Image.Image:
    """Return a page in greys, at about 300 dpi, with its lines level."""
    scheef = hoek(_inkt(beeld))
    if scheef:
        beeld = beeld.rotate(scheef, Image.Resampling.BICUBIC, fillcolor=_WIT)
    return beeld


def ontruist(beeld: Image.Image, straal: float = _VAAG) -> Image.Image:
    """Return a page without most of the noise of a scanner.

    Args:
        beeld: the page, at 300 dpi.
        straal: in pixels: what is smaller than this goes.
    """
    return beeld.filter(ImageFilter.GaussianBlur(straal))


def hoek(klein: Image.Image) -> float:
    """Return by how many degrees a page must be turned to the left for its lines to be level.

    Args:
        klein: the page, ink white on black: level lines leave rows without any of it.
    """

    def goed(graden: float) -> tuple[int, float]:
        gedraaid = klein.rotate(graden, Image.Resampling.NEAREST, fillcolor=0)
        return _duidelijk(gedraaid), -abs(graden)

    ruw = max((stap / 2 for stap in range(-_MEEST, _MEEST + 1)), key=goed)
    return max((ruw + stap / 10 for stap in range(-_TIEND, _TIEND + 1)), key=goed)


def _inkt(beeld: Image.Image) -> Image.Image:
    deel = max(1, DPI // _KLEIN)
    klein = beeld.reduce(deel)
    return klein.point([_WIT if grijs < _DONKER + 40 else 0 for grijs in range(256)])


def _duidelijk(klein: Image.Image) -> int:
    """Return how much rows of pixels differ from the next: most when lines of text are level."""
    rijen: Sequence[int] = klein.resize((1, klein.height), Image.Resampling.BOX).tobytes()
    return sum((een - ander) ** 2 for een, ander in itertools.pairwise(rijen))
