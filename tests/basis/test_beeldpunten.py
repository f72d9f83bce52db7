"""Every picture is made plain once, so that no exporter has anything of its own to make of it."""

from io import BytesIO

import pytest
from PIL import Image
from tests.platen import GEVALLEN, KAPOT, PLATEN, bestand, moet, tekening, verschil

from convenantwerk.basis.beelden import BeeldError, bezwaar, plaat
from convenantwerk.basis.beeldpunten import plat

_BIJNA = 6  # of 255: what a JPEG and a conversion of colours lose
_BIJNA_FOTO = 16  # where edges lie within the blocks of a JPEG


def geopend(data: bytes) -> Image.Image:
    """Return a plain picture as any program sees it."""
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("naam", PLATEN)
def test_a_picture_is_plain_and_looks_as_it_should(naam: str) -> None:
    """8 bits, greys or RGB, upright, on white; and it holds nothing else."""
    image = geopend(plat(PLATEN[naam][0]()))
    assert verschil(image, moet(naam)) <= _BIJNA
    assert (image.format in ("PNG", "JPEG"), image.mode in ("L", "RGB")) == (True, True)
    assert not {"exif", "icc_profile", "gamma", "transparency", "adobe"} & set(image.info)


@pytest.mark.parametrize("naam", PLATEN)
def test_a_plain_picture_is_left_as_it_is(naam: str) -> None:
    """So the same bytes give the same bytes, and nothing is lost a second time."""
    once = plat(PLATEN[naam][0]())
    assert plat(PLATEN[naam][0]()) == once
    assert plat(once) == once


@pytest.mark.parametrize("naam", KAPOT)
def test_what_cannot_be_decoded_has_a_reason(naam: str) -> None:
    """In words for who saved it; a file of another kind is told by its name."""
    data, reden = KAPOT[naam]
    assert reden in bezwaar(data)
    with pytest.raises(BeeldError):
        plaat(data)


def test_a_grey_of_16_bits_is_no_black_block() -> None:
    """White paper, a grey box, a black band."""
    image = geopend(plaat((GEVALLEN / "grijs-16-bit.png").read_bytes()))
    assert (image.mode, image.size) == ("L", (400, 200))
    seen = [image.getpixel(xy) for xy in ((3, 3), (200, 197))]
    assert seen == [255, 0]
    greys = image.getcolors()
    assert greys is not None
    assert len(greys) == 3


def test_a_photo_of_a_telephone_is_upright() -> None:
    """The camera was held on its side, and says so."""
    data = (GEVALLEN / "gedraaid-exif.jpg").read_bytes()
    before, after = geopend(data), geopend(plaat(data))
    turned = before.transpose(Image.Transpose.ROTATE_270)
    assert after.size == (200, 400)
    assert verschil(turned, after) <= _BIJNA_FOTO
    assert "exif" not in after.info


def test_a_jpeg_without_jfif_gets_one() -> None:
    """Its colours are red, green and blue, as its marker says; python-docx knew no such file."""
    data = (GEVALLEN / "jpeg-zonder-jfif.jpg").read_bytes()
    after = geopend(plaat(data))
    assert "jfif" in after.info
    assert verschil(geopend(data), after) <= _BIJNA_FOTO


def test_what_lies_behind_a_picture_stays_behind() -> None:
    """Comments, places and programs that somebody put into the file go on no paper."""
    data = bestand(tekening(), "PNG", pnginfo=None) + b"PK\x03\x04 programma IEND\xaeB`\x82"
    assert b"programma" not in plaat(data)
    assert plaat(data) == plaat(bestand(tekening(), "PNG"))
