"""How large a picture is, from its header: nothing is decoded."""

from __future__ import annotations

from typing import NamedTuple

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
MEEST_PUNTEN = 40_000_000
MEEST_BYTES = 300_000_000  # in memory
_KANALEN = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of each colour type of a PNG
_TOT_KLEUR = 10  # bytes of the first chunk of a PNG, up to its colour type
_VULLING = 0xFF  # may stand before a marker of a JPEG
_GEEN_LENGTE = {0x00, 0x01, *range(0xD0, 0xDA), _VULLING}  # markers that nothing follows
_SOF = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}  # those that give its size
_SOS = 0xDA  # here the picture itself begins


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


def _png(data: bytes) -> list[Afmeting]:
    """Return the sizes in the chunks before the first of the picture itself."""
    found = []
    here = len(PNG)
    while here + 8 <= len(data) and data[here + 4 : here + 8] != b"IDAT":
        length = int.from_bytes(data[here : here + 4], "big")
        body = data[here + 8 : here + 8 + min(length, _TOT_KLEUR)]
        if data[here + 4 : here + 8] == b"IHDR" and len(body) == _TOT_KLEUR:
            breed, hoog = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
            bits = breed * _KANALEN.get(body[9], 4) * body[8]
            found.append(Afmeting(breed, hoog, (bits + 7) // 8 * hoog))
        here += length + 12
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
