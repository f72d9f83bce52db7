"""Pictures that unpack to more than they are, or are something else."""

from __future__ import annotations

import struct
import zlib
from functools import partial
from typing import TYPE_CHECKING

from tests.vijandig.plek import FIGUUR, KWAAD, TEKST, Geval, nullen, plaat, pngbestand

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vijandig.plek import Plek

_GROOT = 50_000  # pixels a side: 2.5 gigapixel
_KLEUR, _GRIJS = 2, 0


def _png(breed: int, hoog: int, *, diep: int = 8, kleur: int = _GRIJS, verweven: int = 0) -> bytes:
    """Return a picture of one colour, which takes little room however large it is."""
    bits = diep * (3 if kleur == _KLEUR else 1)
    line = bytes(1 + (breed * bits + 7) // 8)
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(line) for _ in range(hoog)) + packer.flush()
    kop = struct.pack(">IIBBBBB", breed, hoog, diep, kleur, 0, 0, verweven)
    return pngbestand((b"IHDR", kop), (b"IDAT", data))


def _kop(breed: int, hoog: int) -> bytes:
    """Return a picture of which only the size is large."""
    kop = struct.pack(">IIBBBBB", breed, hoog, 8, _KLEUR, 0, 0, 0)
    return pngbestand((b"IHDR", kop), (b"IDAT", zlib.compress(bytes(100))))


def _jpeg(breed: int, hoog: int) -> bytes:
    """Return a JPEG of one grey block that says it is of this size."""
    sof = struct.pack(">BHHBBBB", 8, hoog, breed, 1, 1, 0x11, 0)
    parts = (
        (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
        (0xDB, b"\0" + b"\1" * 64),
        (0xC0, sof),
        (0xC4, b"\0" + b"\1" + b"\0" * 15 + b"\0"),
        (0xC4, b"\x10" + b"\1" + b"\0" * 15 + b"\0"),
        (0xDA, b"\1\1\0\0\x3f\0"),
    )
    rows = (bytes((0xFF, mark)) + struct.pack(">H", len(d) + 2) + d for mark, d in parts)
    return b"\xff\xd8" + b"".join(rows) + b"\0" * 64 + b"\xff\xd9"


def _gangen() -> bytes:
    """A picture of which each of a hundred thousand parts goes over all its points."""
    data = _jpeg(6_000, 6_000)
    part = data[data.index(b"\xff\xda") : -2]
    return data[:-2] + part * 100_000 + data[-2:]


def _tekstbom() -> bytes:
    packed = nullen(500)
    return plaat((b"zTXt", b"Comment\0\0" + packed), (b"iTXt", b"C\0\1\0\0\0" + packed))


def _profielbom() -> bytes:
    return plaat((b"iCCP", b"x\0\0" + nullen(500)))


def _bewegend() -> bytes:
    """A picture that says it has a milliard frames."""
    frame = struct.pack(">IIIIIHHBB", 0, 1, 1, 0, 0, 1, 1, 0, 0)
    return plaat((b"acTL", struct.pack(">II", 1_000_000_000, 0)), (b"fcTL", frame))


def _exif() -> bytes:
    """An orientation whose directory names itself."""
    exif = b"MM\0*\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\x08"
    return plaat((b"eXIf", exif))


def _veelluik() -> bytes:
    """A picture with a program behind it, and a whole end."""
    return plaat() + b"PK\x03\x04" + KWAAD.encode() + b"IEND\xaeB`\x82"


_PDF = f"%PDF-1.7\n1 0 obj<</OpenAction<</S/Launch/F({KWAAD})>>>>endobj\n%%EOF".encode()
_SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><script>{KWAAD}</script></svg>'.encode()

# The name of the case, what makes the bytes, the name of the file.
_BEELDEN: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("bom", lambda: _png(_GROOT, _GROOT, diep=1), "schema.png"),
    ("bom-kleur", lambda: _png(20_000, 20_000, kleur=_KLEUR), "schema.png"),
    ("41-megapixel", lambda: _png(6_500, 6_400, kleur=_KLEUR), "schema.png"),
    ("verweven", lambda: _png(7_000, 7_000, verweven=1), "schema.png"),
    ("diep", lambda: _png(6_400, 6_400, diep=16, kleur=_KLEUR), "schema.png"),
    ("kop", lambda: _kop(2**31 - 1, 2**31 - 1), "schema.png"),
    ("kop-smal", lambda: _kop(1, 2**31 - 1), "schema.png"),
    ("kop-nul", lambda: _kop(0, 0), "schema.png"),
    ("jpeg-groot", lambda: _jpeg(65_500, 65_500), "schema.jpg"),
    ("jpeg-smal", lambda: _jpeg(65_500, 8), "schema.jpg"),
    ("jpeg-lus", lambda: b"\xff\xd8" + b"\xff\xe0\0\2" * 500_000 + b"\xff\xd9", "schema.jpg"),
    ("jpeg-gangen", _gangen, "schema.jpg"),
    ("afgebroken", lambda: plaat(breed=500, hoog=500)[:600], "schema.png"),
    ("afgebroken-heel", lambda: plaat(breed=9, hoog=9)[:50] + plaat()[-12:], "schema.png"),
    ("tekstbom", _tekstbom, "schema.png"),
    ("profielbom", _profielbom, "schema.png"),
    ("bewegend", _bewegend, "schema.png"),
    ("exif", _exif, "schema.png"),
    ("gif", lambda: b"GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\2\0;", "schema.png"),
    ("svg", lambda: _SVG, "schema.png"),
    ("pdf", lambda: _PDF, "schema.png"),
    ("veelluik", _veelluik, "schema.png"),
    ("leeg", lambda: b"", "schema.png"),
    ("ps", lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n(/etc/passwd) run\n", "schema.jpg"),
    ("tiff", lambda: b"II*\0\x08\0\0\0\1\0" + b"\0" * 12 + b"\x08\0\0\0", "schema.jpg"),
)


def _figuur(maak: Callable[[], bytes], naam: str, plek: Plek) -> None:
    plek.vervang("convenant/deel-1/01-partijen.md", "schema.png", naam)
    (plek.dossier / FIGUUR).unlink()
    plek.schrijf(f"convenant/deel-1/{naam}", maak())


def _velen(plek: Plek) -> None:
    """Hundreds of pictures that are each just within what a picture may be."""
    data = _png(6_000, 6_000, diep=1)
    for n in range(200):
        plek.schrijf(f"convenant/deel-1/f{n}.png", data + b"\0" * n)
    plek.erbij(TEKST, "".join(f"\n![f](f{n}.png)\n" for n in range(200)))


def _herhaald(plek: Plek) -> None:
    """One picture, called thousands of times."""
    plek.erbij(TEKST, "\n![f](schema.png)\n" * 5_000)


GEVALLEN: tuple[Geval, ...] = (
    *(
        Geval(f"figuur-{n}", partial(_figuur, maak, naam), ("controleer", "bouw-pdf"))
        for n, maak, naam in _BEELDEN
    ),
    Geval("figuur-velen", _velen, ("controleer", "bouw-md")),
    Geval("figuur-herhaald", _herhaald, ("controleer",)),
)
