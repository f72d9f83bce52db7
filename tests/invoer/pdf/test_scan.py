"""A picture of a page is read by tesseract, and what is unsure is told."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from PIL import Image, ImageFile
from tests.invoer.pdf.test_lezen import gelezen, teksten
from tests.pdfmaker import pdf, regels

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.pdf import scan, tesseract
from convenantwerk.invoer.pdf.gescand import Scan
from convenantwerk.invoer.pdf.lezen import lees as lees_pdf
from convenantwerk.invoer.pdf.opmaak import Pagina
from convenantwerk.invoer.pdf.rechtzetten import hoek
from convenantwerk.invoer.pdf.scan import lees

if TYPE_CHECKING:
    from pathlib import Path


def bestand(beeld: Image.Image, soort: str = "PNG", **hoe: object) -> bytes:
    """Return a picture as a file."""
    uit = BytesIO()
    beeld.save(uit, soort, **hoe)
    return uit.getvalue()


WIT = Image.new("L", (200, 280), 255)


def _met_maat(breed: int, hoog: int) -> bytes:
    """Return a PNG whose header tells a size that it has not."""
    kop = b"IHDR" + breed.to_bytes(4, "big") + hoog.to_bytes(4, "big") + b"\x08\0\0\0\0"
    klein = bestand(WIT)
    return klein[:12] + kop + crc32(kop).to_bytes(4, "big") + klein[33:]


def _code(data: bytes, naam: str = "scan.png") -> list[tuple[str, str]]:
    with pytest.raises(OnleesbaarError) as gevangen:
        lees(data, naam, Wens())
    assert all(d.tip and d.position.path == naam for d in gevangen.value.diagnostics)
    return [(d.code, d.melding) for d in gevangen.value.diagnostics]


@pytest.mark.parametrize(
    ("data", "melding"),
    [
        (b"", "geen PNG"),
        (b"%PDF-1.7", "geen PNG"),
        (bestand(WIT, "GIF"), "geen PNG"),
        (bestand(WIT)[:80], "beschadigd"),
        (bestand(WIT, "TIFF")[:300], "geen PNG"),
    ],
)
@pytest.mark.parametrize("gezet", [False, True])
def test_what_is_no_picture_is_refused(
    monkeypatch: pytest.MonkeyPatch, data: bytes, melding: str, *, gezet: bool
) -> None:
    """A file may be called .png and be anything (CV951), also once a PDF was laid out here.

    WeasyPrint tells Pillow, in all of the process, to be content with a part of a picture.
    """
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", gezet)
    [(code, gezegd)] = _code(data)
    assert code == "CV951"
    assert melding in gezegd or "beschadigd" in gezegd


def test_a_picture_that_is_too_large_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 500 megapixels only the header is read (CV951); so are the pages of a TIFF counted."""
    for breed, hoog in ((25_000, 20_000), (9_000, 9_000)):
        assert _code(_met_maat(breed, hoog))[0][0] == "CV951"
    monkeypatch.setattr(scan, "MEEST_BLADZIJDEN", 0)
    assert _code(bestand(WIT, "TIFF"))[0][0] == "CV951"


def test_without_tesseract_it_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A scan asks for two packages (CV948); a PDF with text asks for nothing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    [(code, melding)] = _code(bestand(WIT))
    assert (code, "tesseract is niet" in melding) == ("CV948", True)
    with pytest.raises(OnleesbaarError) as gevangen:
        lees_pdf(pdf([], tekening="10 10 500 700 re f"), "scan.pdf", Wens())
    assert [d.code for d in gevangen.value.diagnostics] == ["CV948"]


def test_when_tesseract_fails_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it says, and whatever keeps it, is a reason (CV949)."""

    def faalt(*_: object) -> None:
        raise tesseract.TesseractError("het lezen duurt langer dan 120 seconden")

    monkeypatch.setattr(tesseract, "gelezen", faalt)
    assert _code(bestand(WIT, dpi=(300, 300))) == [
        (
            "CV949",
            "bladzijde 1 is een beeld dat niet is gelezen: het lezen duurt langer dan 120 seconden",
        )
    ]


def test_a_page_that_lies_askew_is_straightened() -> None:
    """The lines of a page are level at one angle, to a tenth of a degree."""
    blad = Image.new("L", (600, 800), 0)
    for y in range(60, 700, 30):
        blad.paste(255, (60, y, 540, y + 9))
    assert hoek(blad) == 0
    assert hoek(blad.rotate(-0.7)) == pytest.approx(0.7, abs=0.11)
    assert hoek(blad.rotate(2.3)) == pytest.approx(-2.3, abs=0.11)


ZINNEN = [
    "Artikel 3 Doel van de samenwerking",
    "De partijen werken samen aan een veilige regio en",
    "delen daartoe informatie over complexe casussen.",
]


@pytest.mark.proces
@pytest.mark.traag
def test_a_scan_is_read() -> None:
    """A page without letters in a PDF: words, lines and paragraphs, though it lies askew."""
    import pypdfium2  # noqa: PLC0415  only this test draws a page

    bron = pdf([*regels(ZINNEN[:1], y=60, grootte=16), *regels(ZINNEN[1:], af=16)], maat=(420, 150))
    blad = pypdfium2.PdfDocument(bron)[0].render(scale=150 / 72, grayscale=True).to_pil()
    scheef = blad.convert("L").rotate(0.7, Image.Resampling.BICUBIC, fillcolor=255)
    uit = gelezen(bestand(scheef, "PDF", resolution=150))
    assert uit.formaat == "scan"
    assert teksten(uit) == [ZINNEN[0], f"{ZINNEN[1]} {ZINNEN[2]}"]


@pytest.mark.traag
def test_every_page_of_a_tiff_is_read_at_300_dpi(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are upright, in greys, and as large as they are on paper."""
    maten = []

    def gescand(beeld: Image.Image, nummer: int) -> Scan:
        maten.append((beeld.mode, beeld.size))
        return Scan(Pagina(nummer, 200, 280, [], ()), {})

    monkeypatch.setattr(scan, "gescand", gescand)
    bladen = [Image.new(soort, (100, 140)) for soort in ("1", "RGB", "L")]
    tiff = bestand(bladen[0], "TIFF", save_all=True, append_images=bladen[1:], dpi=(150, 150))
    assert lees(tiff, "scan.tif", Wens()).formaat == "scan"
    assert maten == [("L", (200, 280))] * 3
    lees(bestand(Image.new("RGBA", (1654, 2339))), "scan.png", Wens())
    assert maten[3] == ("L", (2480, 3507))  # nothing is told of its size: it is A4
