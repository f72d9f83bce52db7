"""Pictures decoded: each becomes one plain 8-bit sRGB PNG or JPEG, for every exporter the same.

What programs make of a picture differs where it is not plain: with 16 bits, colours for print, a
profile, an orientation, transparency. So it is made plain once, on white as the paper is. Pillow
takes 0.05 s to load, so who imports this module does it where there is a picture (`beelden`).
"""

from __future__ import annotations

import logging
import warnings
from contextlib import contextmanager
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageChops, ImageFile, ImageOps

from convenantwerk.basis.beelden import (
    JPEG,
    PNG,
    Afmeting,
    BeeldError,
    soortnaam,
    stukken,
    te_groot,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_KWALITEIT = 95  # of a JPEG that must be written anew: no eye sees what was lost
_VLUG = 3  # of 9: what a PNG takes less above it, is not worth the time
_GANGEN = 100  # through a JPEG: its picture may be sent in parts, and each part costs a full round
_GANG, _EINDE = b"\xff\xda", b"\xff\xd9"
_GEWOON = ("L", "RGB")
_ACHT = 8  # bits
_DIEPTE, _SOORT, _VERWEVEN = 24, 25, 28  # where a PNG says so
_ZONDER_PALET = (0, 2)  # the kinds of a PNG without palette and without transparency
_NODIG = (b"IHDR", b"IDAT", b"IEND")
# What Pillow found besides the picture itself.
_VREEMD = ("adobe", "exif", "gamma", "icc_profile", "mp", "transparency")
_BREUK, _VOL = 256, 255  # of 16 bits the first 8 count
_OPENERS = {
    True: ("PIL.PngImagePlugin", "PngImageFile"),
    False: ("PIL.JpegImagePlugin", "jpeg_factory"),
}
_BESCHADIGD = "het bestand is beschadigd of afgebroken"


def plat(data: bytes) -> bytes:
    """Return a PNG or JPEG as a plain one, which holds nothing but the picture.

    Raises:
        BeeldError: it cannot be decoded, or is too large.
    """
    with _ontcijferd(data) as image:
        if image.format == "PNG":
            if _is_gewone_png(image, data) and (bare := _kaal(data)):
                return bare
            return _geschreven(_vlak(image, data[_DIEPTE]), "PNG", compress_level=_VLUG)
        if _is_gewone_jpeg(image, data):
            return data
        return _geschreven(_vlak(image), "JPEG", quality=_KWALITEIT, subsampling=0)


def grijs(data: bytes) -> Image.Image:
    """Return a PNG or JPEG in greys on white.

    Raises:
        BeeldError: it cannot be decoded, or is too large.
    """
    with _ontcijferd(data) as image:
        diepte = data[_DIEPTE] if image.format == "PNG" else _ACHT
        return _vlak(image, diepte).convert("L")


@contextmanager
def _ontcijferd(data: bytes) -> Iterator[Image.Image]:
    """Give a picture of which every point was read; whatever goes wrong is a `BeeldError`."""
    if naam := soortnaam(data):
        raise BeeldError(f"dit is {naam}, en geen PNG of JPEG")
    if data.count(_GANG) > _GANGEN and data.startswith(JPEG):
        raise BeeldError(f"de JPEG is in meer dan {_GANGEN} gangen opgeslagen")
    try:
        with streng(), _opener(data)(BytesIO(data)) as image:
            _eis_maat(image)
            image.load()
            yield image
    except BeeldError:
        raise
    except Exception as error:  # whoever made it may have made it so that reading fails in any way
        logging.getLogger(__name__).debug("unreadable picture", exc_info=True)
        raise BeeldError(_BESCHADIGD) from error


@contextmanager
def streng() -> Iterator[None]:
    """Let Pillow read all of a picture or fail; WeasyPrint tells it to be content with a part."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it can do without is no matter here
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def _opener(data: bytes) -> Callable[[BytesIO], ImageFile.ImageFile]:
    """Return what opens a file; `Image.open` would load what opens five kinds of pictures."""
    module, naam = _OPENERS[data.startswith(PNG)]
    opener: Callable[[BytesIO], ImageFile.ImageFile] = getattr(import_module(module), naam)
    return opener


def _eis_maat(image: Image.Image) -> None:
    """See to it that a picture is no larger than paper needs, also when its header told less."""
    breed, hoog = image.size
    if te_groot(Afmeting(breed, hoog, breed * hoog)):
        raise BeeldError("de figuur heeft te veel beeldpunten")


def _vlak(image: Image.Image, diepte: int = _ACHT) -> Image.Image:
    """Return a picture upright, in greys or sRGB of 8 bits, on white.

    Args:
        image: the picture.
        diepte: of how many bits each of its colours is.
    """
    return _op_wit(_in_kleur(_in_acht_bits(ImageOps.exif_transpose(image), diepte)))


def _in_acht_bits(image: Image.Image, diepte: int) -> Image.Image:
    """Return a picture of which no colour has more than 8 bits, the one seen through among them."""
    through = image.info.get("transparency")
    if image.mode.startswith("I"):
        whole = image.convert("I")
        found = whole.point(lambda value: value * (1 / _BREUK)).convert("L")
        if isinstance(through, int):
            above = whole.point(lambda value: value * 1 - through).convert("L")
            below = whole.point(lambda value: value * -1 + through).convert("L")
            found.putalpha(ImageChops.lighter(above, below).point([0] + [_VOL] * _VOL))
        return found
    if diepte != _ACHT and image.mode in ("1", *_GEWOON):
        if isinstance(through, int):
            image.info["transparency"] = through * _VOL // (2**diepte - 1)
        elif isinstance(through, tuple):
            image.info["transparency"] = tuple(value // _BREUK for value in through)
    return image


def _in_kleur(image: Image.Image) -> Image.Image:
    """Return a picture in greys or sRGB, with its transparency when it has any."""
    profile = image.info.get("icc_profile")
    through = image.has_transparency_data
    if image.mode == "P" or (image.mode == "RGB" and through):
        image = image.convert("RGBA" if through else "RGB")
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "" if through else "L"):
        from convenantwerk.basis import kleurprofiel  # noqa: PLC0415  few pictures have a profile

        if made := kleurprofiel.omgerekend(image, profile):
            return made
    if through:
        return image.convert("RGBA")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _op_wit(image: Image.Image) -> Image.Image:
    if image.mode in _GEWOON and "transparency" not in image.info:
        return image
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")


def _is_gewone_png(image: Image.Image, data: bytes) -> bool:
    plain = data[_DIEPTE] == _ACHT and data[_SOORT] in _ZONDER_PALET and not data[_VERWEVEN]
    return plain and not any(key in image.info for key in _VREEMD)


def _kaal(data: bytes) -> bytes:
    """Return a PNG without all that is not its picture, which is left as it is; b"" if unsound."""
    own = [stuk for stuk in stukken(data) if stuk[0] in _NODIG]
    names = [naam for naam, _, _ in own]
    whole = names[0] == b"IHDR" and names[-1] == b"IEND" and names.count(b"IHDR") == 1
    if not whole or own[-1][2] > len(data):
        return b""
    return b"".join((PNG, *(data[begin:end] for _, begin, end in own)))


def _is_gewone_jpeg(image: Image.Image, data: bytes) -> bool:
    plain = image.format == "JPEG" and image.mode in _GEWOON and "jfif" in image.info
    alone = data.find(_EINDE) == len(data) - len(_EINDE)
    return plain and alone and not any(key in image.info for key in _VREEMD)


def _geschreven(image: Image.Image, soort: str, **hoe: int) -> bytes:
    image.info.clear()  # what was known of the old picture is not written with the new one
    out = BytesIO()
    image.save(out, soort, **hoe)
    return out.getvalue()
