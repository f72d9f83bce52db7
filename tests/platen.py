"""One drawing, in every way that programs save a picture; an exporter must show the same of each.

White paper with a block at the top left and a band at the bottom, so that one sees which side is
up. All sizes are a multiple of 16, so that a JPEG has no block with an edge in it.
"""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageDraw
from tests.vijandig.plek import pngbestand
from tests.voorbeelden import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

BREED, HOOG = 96, 48
BLOK, BAND = (200, 40, 40), (20, 30, 120)
GEVALLEN = ROOT / "tests" / "beelden"  # as they came from offices
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))


def tekening(paper: tuple[int, int, int] = (255, 255, 255)) -> Image.Image:
    """Return the drawing as it should look, upright."""
    image = Image.new("RGB", (BREED, HOOG), paper)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, BREED // 2 - 1, 15), BLOK)
    draw.rectangle((0, HOOG - 16, BREED - 1, HOOG - 1), BAND)
    return image


def bestand(image: Image.Image, soort: str, **hoe: object) -> bytes:
    """Return a picture as a file."""
    out = BytesIO()
    if soort in ("JPEG", "MPO"):  # else the colours of a JPEG run over the edges of the drawing
        hoe = {"quality": 95, "subsampling": 0, **hoe}
    image.save(out, soort, **hoe)
    return out.getvalue()


def verschil(een: Image.Image, ander: Image.Image) -> int:
    """Return how much two pictures differ at most, of 255; those of another size wholly."""
    if een.size != ander.size:
        return 255
    pairs = zip(een.convert("RGB").tobytes(), ander.convert("RGB").tobytes(), strict=True)
    return max(abs(one - other) for one, other in pairs)


# --- what Pillow does not write


def png(
    image: Image.Image, kleur: int, *stukken: tuple[bytes, bytes], diep: int = 8, verweven: int = 0
) -> bytes:
    """Return a PNG of bytes, or of pairs of bytes, in one pass or in seven."""
    wide = [b"".join(_punt(image.getpixel(xy), diep) for xy in row) for row in _rijen(verweven)]
    kop = struct.pack(">IIBBBBB", BREED, HOOG, diep, kleur, 0, 0, verweven)
    data = zlib.compress(b"".join(b"\0" + row for row in wide))
    return pngbestand((b"IHDR", kop), *stukken, (b"IDAT", data))


def _rijen(verweven: int) -> Sequence[list[tuple[int, int]]]:
    """Return the places of each row, of each pass."""
    passes = (*_ADAM7, (0, 1, 1, 2)) if verweven else ((0, 0, 1, 1),)
    return [
        [(x, y) for x in range(left, BREED, right)]
        for left, top, right, down in passes
        for y in range(top, HOOG, down)
    ]


def _punt(value: object, diep: int) -> bytes:
    parts = value if isinstance(value, tuple) else (value,)
    return b"".join(bytes([part]) * (diep // 8) for part in parts)


def _omgekeerd_profiel() -> bytes:
    """Return a profile in which red and blue have changed places."""
    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = own.replace(b"rXYZ", b"????", 1).replace(b"bXYZ", b"rXYZ", 1)
    return turned.replace(b"????", b"bXYZ", 1)


def _doorzichtig() -> Image.Image:
    """Return the drawing on paper that is seen through, and black."""
    seen = tekening((0, 0, 0)).convert("RGBA")
    white = tekening().convert("L").point(lambda value: 0 if value == 255 else 255)
    seen.putalpha(white)
    return seen


def _gedraaid(stand: int) -> tuple[Image.Image, Image.Exif]:
    """Return the drawing as a camera saves it that was held so, and what it says of that."""
    how = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        6: Image.Transpose.ROTATE_90,
        8: Image.Transpose.ROTATE_270,
    }
    exif = Image.Exif()
    exif[0x0112] = stand
    return tekening().transpose(how[stand]), exif


def _omgekeerd() -> Image.Image:
    red, green, blue = tekening().split()
    return Image.merge("RGB", (blue, green, red))


def _palet_doorzichtig() -> bytes:
    image = Image.new("P", (BREED, HOOG), 0)
    image.putpalette((0, 0, 0, *BLOK, *BAND))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, BREED // 2 - 1, 15), 1)
    draw.rectangle((0, HOOG - 16, BREED - 1, HOOG - 1), 2)
    return bestand(image, "PNG", transparency=0)


def _met_alfa(diep: int) -> bytes:
    return png(_doorzichtig().convert("LA"), 4, diep=diep)


def _draaiend(stand: int, soort: str) -> bytes:
    image, exif = _gedraaid(stand)
    return bestand(image, soort, exif=exif)


def _zwart_weg(diep: int) -> bytes:
    """In greys, of which black is seen through."""
    through = struct.pack(">H", 0)
    return png(tekening((0, 0, 0)).convert("L"), 0, (b"tRNS", through), diep=diep)


def _bewegend() -> bytes:
    zwart = [Image.new("RGB", (BREED, HOOG))]
    return bestand(tekening(), "PNG", save_all=True, append_images=zwart, duration=100)


_KLEUR, _CMYK = tekening(), tekening().convert("CMYK")
_JPEG = bestand(_KLEUR, "JPEG")
# How a picture is saved, and whether its colours are gone.
PLATEN: dict[str, tuple[Callable[[], bytes], bool]] = {
    "gewoon.png": (lambda: bestand(_KLEUR, "PNG"), False),
    "grijs.png": (lambda: bestand(_KLEUR.convert("L"), "PNG"), True),
    "palet.png": (lambda: bestand(_KLEUR.quantize(4), "PNG"), False),
    "palet-doorzichtig.png": (_palet_doorzichtig, False),
    "doorzichtig.png": (lambda: bestand(_doorzichtig(), "PNG"), False),
    "doorzichtig-zwart.png": (
        lambda: bestand(tekening((0, 0, 0)), "PNG", transparency=(0, 0, 0)),
        False,
    ),
    "grijs-doorzichtig.png": (lambda: _met_alfa(8), True),
    "16-bit-grijs.png": (lambda: png(_KLEUR.convert("L"), 0, diep=16), True),
    "16-bit-grijs-doorzichtig.png": (lambda: _met_alfa(16), True),
    "16-bit-zwart-doorzichtig.png": (lambda: _zwart_weg(16), True),
    "16-bit-kleur.png": (lambda: png(_KLEUR, 2, diep=16), False),
    "verweven.png": (lambda: png(_KLEUR, 2, verweven=1), False),
    "gamma.png": (lambda: png(_KLEUR, 2, (b"gAMA", struct.pack(">I", 100_000))), False),
    "profiel.png": (
        lambda: bestand(_omgekeerd(), "PNG", icc_profile=_omgekeerd_profiel()),
        False,
    ),
    "stuk-profiel.png": (lambda: bestand(_KLEUR, "PNG", icc_profile=b"geen profiel"), False),
    "gedraaid.png": (lambda: _draaiend(6, "PNG"), False),
    "bewegend.png": (_bewegend, False),
    "eigenlijk-png.jpg": (lambda: bestand(_KLEUR, "PNG"), False),
    "gewoon.jpg": (lambda: _JPEG, False),
    "grijs.jpg": (lambda: bestand(_KLEUR.convert("L"), "JPEG"), True),
    "progressief.jpg": (lambda: bestand(_KLEUR, "JPEG", progressive=True), False),
    "drukwerk.jpg": (lambda: bestand(_CMYK, "JPEG"), False),
    "profiel.jpg": (
        lambda: bestand(_omgekeerd(), "JPEG", icc_profile=_omgekeerd_profiel()),
        False,
    ),
    "gespiegeld.jpg": (lambda: _draaiend(2, "JPEG"), False),
    "ondersteboven.jpg": (lambda: _draaiend(3, "JPEG"), False),
    "rechtsom.jpg": (lambda: _draaiend(6, "JPEG"), False),
    "linksom.jpg": (lambda: _draaiend(8, "JPEG"), False),
    "eigenlijk-jpeg.png": (lambda: _JPEG, False),
    "met-iets-erachter.jpg": (lambda: _JPEG + b"SEFT telefoon", False),
    "tweeluik.jpg": (
        lambda: bestand(_KLEUR, "MPO", save_all=True, append_images=[_KLEUR]),
        False,
    ),
}


def moet(naam: str) -> Image.Image:
    """Return what must be seen of a picture of `PLATEN`."""
    return tekening().convert("L" if PLATEN[naam][1] else "RGB")


# --- scans of a sheet


def vel(breed: int = 620, hoog: int = 877, papier: int = 255) -> Image.Image:
    """Return a sheet with nothing on it, A4 at 75 points an inch."""
    return Image.new("L", (breed, hoog), papier)


def ruis(sterk: float, licht: int = 245) -> Image.Image:
    """Return a sheet of which a scanner sees every point a little otherwise."""
    noise = Image.effect_noise((620, 877), sterk)
    return noise.point([min(255, max(0, value - 128 + licht)) for value in range(256)])


def getekend(sheet: Image.Image, inkt: int = 60, dik: int = 2, nummer: int = 0) -> Image.Image:
    """Return a sheet on which somebody signed; another signature for each number."""
    breed, hoog = sheet.size
    signed = sheet.copy()
    steps = [(n * 2654435761 + nummer) % 17 / 17 - 0.5 for n in range(24)]
    points = [(breed * (0.3 + n / 60), hoog * (0.8 + step / 16)) for n, step in enumerate(steps)]
    ImageDraw.Draw(signed).line(points, fill=inkt, width=dik, joint="curve")
    return signed


def scan(nummer: int = 0) -> bytes:
    """Return a small scan of a signed sheet, another one for each number."""
    return bestand(getekend(vel(100, 140), nummer=nummer), "PNG")


def _omgevallen(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


_LANG = bestand(Image.effect_noise((200, 200), 60), "PNG")
_GANG = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
# What cannot be decoded, and words of the reason.
KAPOT: dict[str, tuple[bytes, str]] = {
    "leeg.png": (b"", "beschadigd"),
    "tekst.png": (b"geen plaatje", "beschadigd"),
    "half.png": (_LANG[: len(_LANG) // 2], "beschadigd"),
    "zonder-begin.png": (_LANG[40:], "beschadigd"),
    "omgevallen.png": (_omgevallen(_LANG), "beschadigd"),
    "half.jpg": (bestand(Image.effect_noise((200, 200), 60), "JPEG")[:4000], "beschadigd"),
    "kop.jpg": (_JPEG[:30], "beschadigd"),
    "gangen.jpg": (_JPEG[:-2] + _GANG * 101 + _JPEG[-2:], "meer dan 100 gangen"),
    "gif.png": (bestand(_KLEUR, "GIF"), "een GIF"),
    "tiff.png": (bestand(_KLEUR, "TIFF"), "een TIFF"),
    "bmp.jpg": (bestand(_KLEUR, "BMP"), "een BMP"),
    "webp.jpg": (b"RIFF\x24\0\0\0WEBPVP8 ", "een WebP"),
    "heic.jpg": (b"\0\0\0\x18ftypheic\0\0\0\0", "een HEIC"),
    "svg.png": (b"<svg/>", "een tekening in SVG"),
    "pdf.png": (b"%PDF-1.7\n", "een PDF"),
}
