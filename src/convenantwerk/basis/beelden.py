"""Pictures: how large one is, from its header, and what an exporter gets of it.

Only `plaat` decodes; it alone loads what that takes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
MEEST_PUNTEN = 40_000_000
MEEST_BYTES = 300_000_000  # in memory
MEEST_SAMEN = 250_000_000  # pixels of all pictures of a text together: some seconds of decoding
_KANALEN = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of each colour type of a PNG
_TOT_KLEUR = 10  # bytes of the first chunk of a PNG, up to its colour type
_VULLING = 0xFF  # may stand before a marker of a JPEG
_GEEN_LENGTE = {0x00, 0x01, *range(0xD0, 0xDA), _VULLING}  # markers that nothing follows
_SOF = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # those that give its size
_SOS = 0xDA  # here the picture itself begins
_BEWAARD = 64  # pictures: a text and the versions of it mostly have the same
# How files begin that somebody may have given the name of a picture, and what they are.
_SOORTEN: tuple[tuple[int, tuple[bytes, ...], str], ...] = (
    (0, (b"GIF8",), "een GIF"),
    (8, (b"WEBP",), "een WebP"),
    (0, (b"II*\0", b"MM\0*"), "een TIFF"),
    (0, (b"BM",), "een BMP"),
    (4, (b"ftyphei", b"ftyphev", b"ftypmif"), "een HEIC, zoals telefoons die maken"),
    (4, (b"ftypavif",), "een AVIF"),
    (0, (b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51"), "een JPEG 2000"),
    (0, (b"%PDF-",), "een PDF"),
    (0, (b"<svg", b"<?xml"), "een tekening in SVG"),
    (0, (b"%!PS", b"\xc5\xd0\xd3\xc6"), "een tekening in PostScript"),
)


class BeeldError(Exception):
    """A picture cannot be used; the message says why, in Dutch."""


class Afmeting(NamedTuple):
    """Width and height in pixels, and how many bytes it takes in memory."""

    breed: int
    hoog: int
    bytes: int


def afmeting(data: bytes) -> Afmeting | None:
    """Return the size of a PNG or JPEG; None when it is neither, or tells no size.

    A header may tell a size twice; readers differ in which they believe, so the largest counts.
    """
    found = _png(data) if data.startswith(PNG) else _jpeg(data) if data.startswith(JPEG) else []
    return max(found, key=lambda size: size.bytes, default=None)


def te_groot(size: Afmeting) -> bool:
    """Tell whether a picture is larger than what is put on paper."""
    return size.breed * size.hoog > MEEST_PUNTEN or size.bytes > MEEST_BYTES


@lru_cache(maxsize=_BEWAARD)
def plaat(data: bytes) -> bytes:
    """Return a picture as every exporter gets it: a plain 8-bit sRGB PNG or JPEG, upright.

    The same bytes give the same bytes; a picture that is plain is left as it is.

    Raises:
        BeeldError: it cannot be decoded.
    """
    from convenantwerk.basis import beeldpunten  # noqa: PLC0415  loads Pillow

    return beeldpunten.plat(data)


def bezwaar(data: bytes) -> str:
    """Return why a picture cannot be used, "" when it can."""
    try:
        plaat(data)
    except BeeldError as error:
        return str(error)
    return ""


def suffix_van(data: bytes) -> str:
    """Return how the file of a picture ends; "" when it is no PNG or JPEG, or is too large."""
    maat = afmeting(data)
    if maat is None or te_groot(maat):
        return ""
    return ".png" if data.startswith(PNG) else ".jpg"


def soortnaam(data: bytes) -> str:
    """Return what a file is that is no PNG or JPEG; "" when it may be one, or is nothing known."""
    return next(
        (naam for plek, begin, naam in _SOORTEN if data.startswith(begin, plek)),
        "",
    )


def stukken(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the chunks of a PNG: the name of each, and where it begins and ends."""
    here = len(PNG)
    while here + 8 <= len(data):
        naam, length = data[here + 4 : here + 8], int.from_bytes(data[here : here + 4], "big")
        yield naam, here, here + length + 12
        if naam == b"IEND":
            return
        here += length + 12


def _png(data: bytes) -> list[Afmeting]:
    """Return the sizes in the chunks before the first of the picture itself."""
    found = []
    for naam, begin, end in stukken(data):
        if naam == b"IDAT":
            break
        body = data[begin + 8 : min(end - 4, begin + 8 + _TOT_KLEUR)]
        if naam == b"IHDR" and len(body) == _TOT_KLEUR:
            breed, hoog = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
            bits = breed * _KANALEN.get(body[9], 4) * body[8]
            found.append(Afmeting(breed, hoog, (bits + 7) // 8 * hoog))
    return found


def _jpeg(data: bytes) -> list[Afmeting]:
    """Return the sizes in the segments before the picture itself."""
    found = []
    here = len(JPEG)
    while (here := data.find(b"\xff", here)) >= 0 and here + 1 < len(data):
        marker = data[here + 1]
        if marker == _SOS:
            break
        if marker in _GEEN_LENGTE:
            here += 1 if marker == _VULLING else 2
            continue
        if marker in _SOF and here + 10 <= len(data):
            hoog = int.from_bytes(data[here + 5 : here + 7], "big")
            breed = int.from_bytes(data[here + 7 : here + 9], "big")
            found.append(Afmeting(breed, hoog, breed * hoog * data[here + 9]))
        here += 2 + int.from_bytes(data[here + 2 : here + 4], "big")
    return found
