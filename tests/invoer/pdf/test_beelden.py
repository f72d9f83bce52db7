"""Pictures of a PDF come along, and what belongs to the page does not."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from tests.invoer.pdf.test_lezen import gelezen
from tests.pdfmaker import pdf, regels

from convenantwerk.basis.beelden import bezwaar
from convenantwerk.invoer.brok import Alineabrok, Beeldbrok
from convenantwerk.invoer.pdf import beelden

TEKST = regels(["Een zin boven de figuur."]), regels(["Een zin."]), regels(["Nog een zin."])


def _jpeg() -> tuple[bytes, int, int]:
    uit = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(uit, "JPEG")
    return uit.getvalue(), 40, 20


def test_a_picture_stands_where_it_stands() -> None:
    """Below the line above it, with the bytes that the file has."""
    data = pdf(TEKST[0], tekening="q 200 0 0 100 72 500 cm /B Do Q", jpeg=_jpeg())
    tekst, beeld = gelezen(data).brokken
    assert isinstance(tekst, Alineabrok)
    assert isinstance(beeld, Beeldbrok)
    assert (beeld.suffix, beeld.data, bezwaar(beeld.data)) == (".jpg", _jpeg()[0], "")
    assert str(beeld.plek) == "bladzijde 1"


@pytest.mark.parametrize(
    "maat", ["595 0 0 842 0 0", "8 0 0 8 72 500"], ids=["achtergrond", "sierteken"]
)
def test_what_is_no_figure_is_left(maat: str) -> None:
    """The paper itself, and what is smaller than a letter."""
    data = pdf(
        regels(["Tekst.", "Tekst van.", "Tekst van de bladzijde."] * 7),
        tekening=f"q {maat} cm /B Do Q",
        jpeg=_jpeg(),
    )
    assert [type(brok) for brok in gelezen(data).brokken] == [Alineabrok] * 21


def test_a_logo_on_every_page_is_told_and_left() -> None:
    """It belongs to the paper of the office."""
    uit = gelezen(pdf(*TEKST, tekening="q 100 0 0 50 72 760 cm /B Do Q", jpeg=_jpeg()))
    assert not any(isinstance(brok, Beeldbrok) for brok in uit.brokken)
    assert [opmerking.tekst for opmerking in uit.opmerkingen] == [
        "een figuur die op elke bladzijde terugkomt, zoals een logo, is niet overgenomen"
    ]


def test_a_picture_that_is_too_large_is_told_and_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not decoded."""
    monkeypatch.setattr(beelden, "MEEST_PUNTEN", 700)
    uit = gelezen(pdf(TEKST[0], tekening="q 200 0 0 100 72 500 cm /B Do Q", jpeg=_jpeg()))
    assert [str(opmerking.plek) for opmerking in uit.opmerkingen] == ["bladzijde 1"]
    assert not any(isinstance(brok, Beeldbrok) for brok in uit.brokken)
