"""Pictures in a PDF, as files that a text can show."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2 as pdfium

from convenantwerk.basis.beelden import MEEST_PUNTEN, bezwaar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL import Image

    from convenantwerk.invoer.pdf.vormen import Vak

_KLEINST = 14.0  # points: what is smaller is an ornament
_ACHTERGROND = 0.8  # of the page: what is larger lies behind the text
_SCHAAL = 300 / 72
_MEEST = 60  # pictures of a page


class Beeld(NamedTuple):
    """A picture: where it is, its file and the suffix of that; b"" when it cannot be shown."""

    vak: Vak
    data: bytes
    suffix: str


def beelden_van(
    dingen: Iterable[tuple[Vak, pdfium.PdfObject]], oppervlak: float, bekend: dict[bytes, bytes]
) -> list[Beeld]:
    """Return the pictures of a page.

    Args:
        dingen: pictures with their places.
        oppervlak: of the page, in square points.
        bekend: files of pictures that were seen before, so that each is kept once.
    """
    uit = []
    for vak, ding in list(dingen)[:_MEEST]:
        breed, hoog = vak.rechts - vak.links, vak.onder - vak.boven
        if min(breed, hoog) >= _KLEINST and breed * hoog < _ACHTERGROND * oppervlak:
            data, suffix = _bestand(ding)
            uit.append(Beeld(vak, bekend.setdefault(data, data), suffix))
    return uit


def _bestand(ding: pdfium.PdfObject) -> tuple[bytes, str]:
    breed, hoog = ding.get_px_size()
    if breed * hoog > MEEST_PUNTEN:
        return b"", ""
    try:
        if ding.get_filters() == ["DCTDecode"]:
            data = bytes(ding.get_data())
            if not bezwaar(data):
                return data, ".jpg"
        uit = BytesIO()
        ding.get_bitmap().to_pil().convert("RGB").save(uit, "PNG")
    except (pdfium.PdfiumError, OSError, ValueError):
        return b"", ""
    return uit.getvalue(), ".png"


def afgebeeld(bladzijde: pdfium.PdfPage) -> Image.Image:
    """Return a page as a picture in greys, at 300 dpi, or less when it is larger than paper is."""
    breed, hoog = bladzijde.get_size()
    schaal = min(_SCHAAL, (MEEST_PUNTEN / max(1.0, breed * hoog)) ** 0.5)
    beeld: Image.Image = bladzijde.render(scale=schaal, grayscale=True).to_pil()
    return beeld.convert("L")
