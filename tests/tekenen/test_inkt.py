"""A blank page is no signed sheet, however it was scanned; one with a stroke on it may be."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw
from tests.platen import bestand, getekend, ruis, scan, vel
from tests.proeven import in_de_proef

from convenantwerk.tekenen import inkt, scanpdf

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHUIN = Image.linear_gradient("L").resize((620, 877)).point([n // 2 + 120 for n in range(256)])


def stoffig() -> Image.Image:
    """Return a sheet with dust all over it."""
    sheet, kans = vel(1240, 1754, 250), random.Random(4)  # noqa: S311  dust is no secret
    draw = ImageDraw.Draw(sheet)
    for _ in range(150):
        draw.point((kans.randrange(1240), kans.randrange(1754)), 0)
    return sheet


def met_rand() -> Image.Image:
    """Return a sheet that lay askew: at one side the lid shows."""
    sheet = vel(papier=250)
    ImageDraw.Draw(sheet).rectangle((0, 0, 8, 877), 0)
    return sheet


def doorzichtig() -> Image.Image:
    """Return a picture of which nothing is seen, though it holds a signature."""
    image = getekend(vel()).convert("RGBA")
    image.putalpha(0)
    return image


# What holds no ink.
LEEG: dict[str, Callable[[], Image.Image]] = {
    "wit": vel,
    "zwart": lambda: vel(papier=0),
    "grijs": lambda: vel(papier=128),
    "een-punt": lambda: vel(1, 1, 0),
    "twee-punten": lambda: vel(2, 1, 0),
    "smal": lambda: vel(1, 900),
    "doorzichtig": doorzichtig,
    "scanner": lambda: ruis(4),
    "slechte-scanner": lambda: ruis(9, 200),
    "sneeuw": lambda: ruis(60, 128),
    "schaduw": lambda: _SCHUIN,
    "stof": stoffig,
    "klep": met_rand,
}
# What may be a signature.
INKT: dict[str, Callable[[], Image.Image]] = {
    "pen": lambda: getekend(vel()),
    "dun": lambda: getekend(vel(), dik=1),
    "potlood": lambda: getekend(vel(papier=250), inkt=180),
    "op-grijs": lambda: getekend(vel(papier=170), inkt=90),
    "300-dpi": lambda: getekend(vel(2480, 3508), dik=7),
    "600-dpi-dun": lambda: getekend(vel(4960, 7016), dik=6),
    "slechte-scanner": lambda: ImageChops.multiply(getekend(vel()), ruis(9)),
    "schaduw": lambda: ImageChops.multiply(getekend(vel()), _SCHUIN),
    "klein": lambda: getekend(vel(100, 140)),
    "blauw": lambda: Image.merge("RGB", (getekend(vel(), 40), getekend(vel(), 60), vel())),
    "zwart-wit": lambda: getekend(vel()).convert("1"),
}


@pytest.mark.parametrize("naam", in_de_proef(LEEG, om_de=3))
def test_paper_without_ink_is_refused(naam: str) -> None:
    """As PNG, as JPEG, and as a page of a PDF."""
    image = LEEG[naam]()
    assert inkt.bezwaar(bestand(image, "PNG")) == inkt.LEEG
    if image.mode == "L":
        assert inkt.bezwaar(bestand(image, "JPEG", quality=40)) == inkt.LEEG
        assert scanpdf.bezwaar(bestand(image, "PDF")) == inkt.LEEG


@pytest.mark.parametrize("naam", in_de_proef(INKT, behalve=["pen", "dun", "schaduw", "blauw"]))
def test_a_signed_sheet_passes(naam: str) -> None:
    """Pencil on a bad scanner too."""
    image = INKT[naam]()
    assert inkt.bezwaar(bestand(image, "PNG")) == ""
    assert scanpdf.bezwaar(bestand(image, "PDF")) == ""


def test_what_cannot_be_decoded_is_no_scan() -> None:
    """Nobody could read it in the archive either."""
    assert "beschadigd" in inkt.bezwaar(scan()[:90])


# --- pages of PDFs


def pdf(*drawings: bytes, page: bytes = b"", things: tuple[bytes, ...] = ()) -> bytes:
    """Return a PDF of pages with these drawings; `things` are objects from 50 on."""
    objects: dict[int, bytes] = {1: b"<</Type/Catalog/Pages 2 0 R>>"}
    for number, drawing in enumerate(drawings):
        own = 10 + 2 * number
        objects[own] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R %s>>" % (
            own + 1,
            page,
        )
        objects[own + 1] = b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing)
    kids = b" ".join(b"%d 0 R" % (10 + 2 * n) for n in range(len(drawings)))
    objects[2] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(drawings))
    objects |= {50 + n: thing for n, thing in enumerate(things)}
    out = b"%PDF-1.7\n"
    rows = []
    for number, body in sorted(objects.items()):
        rows.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    xref = b"xref\n0 1\n0000000000 65535 f \n" + b"".join(rows)
    trailer = b"trailer\n<</Root 1 0 R/Size %d>>\n" % (max(objects) + 1)
    return out + xref + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def beeld(image: Image.Image, extra: bytes, data: bytes) -> bytes:
    """Return an object that is a picture."""
    size = b"/Width %d/Height %d" % image.size
    head = b"<</Type/XObject/Subtype/Image%s%s/Length %d>>" % (size, extra, len(data))
    return head + b"stream\n" + data + b"\nendstream"


def met_beeld(thing: bytes) -> bytes:
    """Return a PDF of one page that shows a picture, as scanners make them."""
    page = b"/Resources<</XObject<</Im0 50 0 R>>>>"
    return pdf(b"q 595 0 0 842 0 0 cm /Im0 Do Q", page=page, things=(thing,))


def _los(image: Image.Image) -> bytes:
    extra = b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    return beeld(image, extra, zlib.compress(image.tobytes()))


def _kleur(image: Image.Image) -> bytes:
    extra = b"/ColorSpace/DeviceRGB/BitsPerComponent 8"
    return beeld(image, extra, image.convert("RGB").tobytes())


def _bit(image: Image.Image) -> bytes:
    extra = b"/ImageMask true/Filter/FlateDecode"
    return beeld(image, extra, zlib.compress(image.convert("1").tobytes()))


def _voorspeld(image: Image.Image) -> bytes:
    breed, hoog = image.size
    extra = b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode"
    extra += b"/DecodeParms<</Predictor 15/Colors 1/BitsPerComponent 8/Columns %d>>" % breed
    rows = (image.crop((0, y, breed, y + 1)).tobytes() for y in range(hoog))
    return beeld(image, extra, zlib.compress(b"".join(b"\0" + row for row in rows)))


@pytest.mark.parametrize("maak", [_los, _kleur, _bit, _voorspeld])
def test_a_picture_in_a_pdf_is_looked_at(maak: Callable[[Image.Image], bytes]) -> None:
    """In the ways that scanners put one there."""
    assert scanpdf.bezwaar(met_beeld(maak(vel(300, 400)))) == inkt.LEEG
    assert scanpdf.bezwaar(met_beeld(maak(getekend(vel(300, 400))))) == ""


_WIT = _los(vel(30, 40))
_VORM = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%s/Length %d>>stream\n%s\nendstream"


@pytest.mark.parametrize(
    "data",
    [
        pdf(b""),
        pdf(b"", b"", b""),
        pdf(b"0.1 w\nq 0 0 595 842 re W* n\nQ"),  # LibreOffice
        pdf(b"BT /F1 11 Tf 1 0 0 1 72 760 Tm 0 g [( )] TJ ET"),  # Word
        pdf(b"BT (\t ) Tj ( ) ' ET"),
        pdf(b"", page=b"/Annots[<</Subtype/Link/AP<<>>>>]"),
        met_beeld(_VORM % (b"", 2, b"q ")),
    ],
)
def test_a_page_with_nothing_on_it_is_refused(data: bytes) -> None:
    """What programs write for a blank page draws nothing."""
    assert scanpdf.bezwaar(data) == inkt.LEEG


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"", b"0 0 m 9 9 l S"),
        pdf(b"BT (Getekend) Tj ET"),
        pdf(b"BT (Een (haak) erin) Tj ET"),
        pdf(b"BT <0041> Tj ET"),
        pdf(b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"),
        pdf(b"", page=b"/Annots[<</Subtype/Ink/AP<</N 2 0 R>>>>]"),
        met_beeld(_VORM % (b"", 6, b"9 9 m S")),
        met_beeld(beeld(vel(9, 9), b"/Filter/JPXDecode", b"jpx")),
        met_beeld(beeld(vel(9, 9), b"/Filter/DCTDecode", b"geen jpeg")),
        met_beeld(beeld(vel(9, 9), b"/ColorSpace/DeviceCMYK/BitsPerComponent 8", b"x")),
        met_beeld(b"<</Subtype/Image>>"),
    ],
)
def test_what_may_be_something_passes(data: bytes) -> None:
    """Lines, words, a signature of a tablet, and whatever is not read here."""
    assert scanpdf.bezwaar(data) == ""


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", pdf(), pdf(b"")[:200]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """And one without pages."""
    assert "beschadigde PDF" in scanpdf.bezwaar(data)


def test_a_drawing_in_itself_ends() -> None:
    """A thousand times in itself, that as often, and so on."""
    own = b"/Im0 Do " * 1000
    thing = _VORM % (b"/Resources<</XObject<</Im0 50 0 R>>>>", len(own), own)
    assert scanpdf.bezwaar(met_beeld(thing)) == ""


@pytest.mark.traag
@pytest.mark.parametrize("deel", [b"(", b"(\\", b"<", b"<00 ", b"1 ", b"/a ", b"q "])
def test_a_drawing_without_an_end_is_read_in_its_length(deel: bytes) -> None:
    """Whatever is opened and never closed; what is longer than a blank page may be something."""
    assert scanpdf.bezwaar(pdf(deel * (400_000 // len(deel)))) == inkt.LEEG
    assert scanpdf.bezwaar(pdf(deel * (5_200_000 // len(deel)))) == ""


def test_what_stands_behind_the_end_is_not_searched() -> None:
    """It is a broken copy."""
    assert "beschadigde PDF" in scanpdf.bezwaar(pdf(b"") + b"x" * 5_000_000)


def test_pages_in_pages_end() -> None:
    """A group of pages that holds itself."""
    assert scanpdf.bezwaar(pdf().replace(b"/Kids[]", b"/Kids[2 0 R]")) == ""
