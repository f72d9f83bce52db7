"""The size of a picture is known from its header, before anything is decoded."""

import struct

import pytest

from convenantwerk.basis.beelden import PNG, Afmeting, afmeting, te_groot


def png(*sizes: tuple[int, int], diepte: int = 8, soort: int = 2) -> bytes:
    """A PNG whose headers tell these sizes, with nothing in it."""
    heads = b"".join(
        _chunk(b"IHDR", struct.pack(">IIBB3x", *size, diepte, soort)) for size in sizes
    )
    return PNG + _chunk(b"tEXt", b"IDAT") + heads + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")


def _chunk(soort: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + soort + data + bytes(4)


def jpeg(*sizes: tuple[int, int], marker: int = 0xC0, voor: bytes = b"") -> bytes:
    """A JPEG whose frames have these sizes, with nothing in it."""
    frames = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">HBHHB", 17, 8, hoog, breed, 3) + bytes(9)
        for breed, hoog in sizes
    )
    exif = b"\xff\xe1" + struct.pack(">H", 12) + b"\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03"
    return b"\xff\xd8" + voor + exif + frames + b"\xff\xda\x00\x02\xff\xd9"


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png((30, 20)), Afmeting(30, 20, 1800)),
        (png((9, 2), diepte=1, soort=0), Afmeting(9, 2, 4)),
        (png((10, 10), diepte=16, soort=6), Afmeting(10, 10, 800)),
        (png((10, 10), (9_000, 9_000)), Afmeting(9_000, 9_000, 243_000_000)),
        (jpeg((30, 20)), Afmeting(30, 20, 1800)),
        (jpeg((30, 20), marker=0xC2), Afmeting(30, 20, 1800)),
        (jpeg((30, 20), voor=b"\xff\xff\x01\x00"), Afmeting(30, 20, 1800)),
        (jpeg((1, 1), (60_000, 60_000)), Afmeting(60_000, 60_000, 10_800_000_000)),
    ],
)
def test_the_size_is_the_largest_that_a_header_tells(data: bytes, size: Afmeting) -> None:
    """Other segments are passed over, also when they look like one with a size."""
    assert afmeting(data) == size


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", PNG, png(), jpeg(), png((3, 3))[:20], jpeg((3, 3))[:20], b"\xff\xd8\xff"],
)
def test_what_tells_no_size_has_none(data: bytes) -> None:
    """No picture, or one that was cut short."""
    assert afmeting(data) is None


def test_what_is_too_large_for_paper() -> None:
    """Over 40 million pixels, or over 300 MB in memory."""
    assert not te_groot(Afmeting(8_000, 5_000, 160_000_000))
    assert te_groot(Afmeting(8_001, 5_000, 160_000_000))
    assert te_groot(Afmeting(6_500, 6_000, 312_000_000))
