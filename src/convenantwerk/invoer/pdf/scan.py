"""Reads pictures of pages: PNG, JPEG, and TIFF with as many pages as it has."""

from __future__ import annotations

from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps, UnidentifiedImageError

from convenantwerk.basis.beelden import MEEST_PUNTEN
from convenantwerk.basis.beeldpunten import streng
from convenantwerk.invoer.grenzen import KLEINER, geweigerd, weiger
from convenantwerk.invoer.pdf import tesseract
from convenantwerk.invoer.pdf.gescand import Scan, gescand, met_onzeker
from convenantwerk.invoer.pdf.opmaak import ingelezen
from convenantwerk.invoer.pdf.rechtzetten import DPI

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.brok import Ingelezen, Wens

MEEST_BLADZIJDEN = 500
_PUNTEN = f"meer dan {MEEST_PUNTEN // 1_000_000} miljoen is te veel"
_MINDER = "scan de bladzijde opnieuw, op 300 dpi"
_SOORTEN = ("PNG", "JPEG", "TIFF")
_ONGEVEER = 0.1  # so much larger or smaller is large enough as it is
_INCH_LANG = 11.69  # of the long side of A4: what a page is when the picture does not tell
_LAAG, _HOOG = 72, 1200  # dpi that a scanner may mean; what is outside is a guess of a program


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:  # noqa: ARG001  a picture has no changes
    """Return pictures of pages as brokken.

    Args:
        data: the file, whole.
        path: the file as the user sees it.
        wens: says nothing about a picture.

    Raises:
        OnleesbaarError: CV951, it cannot be read, or is too large; CV948, there is no OCR here;
            CV949, the OCR fails.
    """
    with _streng(path):
        scans = [
            lees_beeld(beeld, nummer, path)
            for nummer, beeld in enumerate(_beelden(data, path), start=1)
        ]
    met_onzeker(scans)
    return ingelezen("scan", [scan.pagina for scan in scans])


def lees_beeld(beeld: Image.Image, nummer: int, path: str) -> Scan:
    """Return a page that is a picture, in greys and at about 300 dpi, as it was read.

    Raises:
        OnleesbaarError: CV948 and CV949, as `lees`.
    """
    try:
        return gescand(beeld, nummer)
    except tesseract.TesseractError as error:
        code = "CV948" if error.ontbreekt else "CV949"
        raise geweigerd(code, path, bladzijde=nummer, reden=error) from error


def _beelden(data: bytes, path: str) -> Iterator[Image.Image]:
    """Yield the pages of a picture, in greys, upright and at about 300 dpi."""
    with Image.open(BytesIO(data), formats=_SOORTEN) as bestand:
        for nummer in range(MEEST_BLADZIJDEN + 1):
            try:
                bestand.seek(nummer)
            except EOFError:
                return
            if nummer == MEEST_BLADZIJDEN:
                weiger(path, f"het heeft meer dan {MEEST_BLADZIJDEN} bladzijden", KLEINER)
            breed, hoog = bestand.size
            if breed * hoog > MEEST_PUNTEN:
                weiger(path, f"het beeld is {breed} bij {hoog} punten; {_PUNTEN}", _MINDER)
            yield _op_maat(bestand)


def _op_maat(bestand: Image.Image) -> Image.Image:
    grijs = _grijs(ImageOps.exif_transpose(bestand))
    dpi = float(bestand.info.get("dpi", (0, 0))[0])
    if not _LAAG < dpi < _HOOG:
        dpi = max(grijs.size) / _INCH_LANG
    schaal = DPI / dpi
    if abs(schaal - 1) < _ONGEVEER:
        return grijs
    maat = (max(1, round(grijs.width * schaal)), max(1, round(grijs.height * schaal)))
    te_groot = maat[0] * maat[1] > MEEST_PUNTEN
    return grijs if te_groot else grijs.resize(maat, Image.Resampling.BICUBIC)


def _grijs(beeld: Image.Image) -> Image.Image:
    """Return a picture in greys of 8 bits, on white."""
    if beeld.mode.startswith("I"):  # 16 bits, of which the first 8 count
        return beeld.convert("I").point(lambda punt: punt * (1 / 256)).convert("L")
    if beeld.has_transparency_data:
        kleur = beeld.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", kleur.size, "white"), kleur).convert("L")
    return beeld.convert("L")


@contextmanager
def _streng(path: str) -> Iterator[None]:
    """Let whatever goes wrong in decoding be a refusal."""
    tip = "open het in een beeldprogramma en sla het opnieuw op als PNG"
    try:
        with streng():
            yield
    except UnidentifiedImageError:
        weiger(path, "dit is geen PNG, JPEG of TIFF", tip)
    except Image.DecompressionBombError:
        weiger(path, f"het beeld heeft te veel punten; {_PUNTEN}", _MINDER)
    except (OSError, ValueError, SyntaxError):
        weiger(path, "het beeld is beschadigd of afgebroken", tip)
