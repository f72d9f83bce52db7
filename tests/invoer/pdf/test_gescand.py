"""Of two readings of a page the surer word is taken, and every doubt is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image
from tests.invoer.pdf.test_lezen import bewezen, teksten
from tests.invoer.pdf.test_scan import bestand

from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.pdf import scan, tesseract
from convenantwerk.invoer.pdf.tesseract import Gelezen, Lezing

if TYPE_CHECKING:
    import pytest

    from convenantwerk.invoer.brok import Ingelezen

BLAD = bestand(Image.new("L", (1500, 600), 255), dpi=(300, 300))


def lezing(*woorden: tuple[str, float]) -> Lezing:
    """Return a line of words; an underscore is a place where nothing is read."""
    gelezen = [
        Gelezen(tekst, zeker, 200 + 300 * i, 400, 250, 40, (1, 1, 1))
        for i, (tekst, zeker) in enumerate(woorden)
        if tekst != "_"
    ]
    return Lezing(tuple(gelezen), " ".join(woord.tekst for woord in gelezen))


def _gescand(monkeypatch: pytest.MonkeyPatch, *lezingen: Lezing) -> Ingelezen:
    rij = iter(lezingen)
    monkeypatch.setattr(tesseract, "gelezen", lambda *_: next(rij))
    monkeypatch.setattr(tesseract, "programma", lambda: "")
    return bewezen(scan.lees(BLAD, "scan.png", Wens()))


def test_the_surer_of_two_readings_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """What only one of them saw comes along; each difference is unsure."""
    uit = _gescand(
        monkeypatch,
        lezing(("Convenant", 96), ("vcn", 40), ("Testdam", 95), ("_", 0)),
        lezing(("Convenant", 90), ("van", 92), ("Testdan", 60), ("2026", 91)),
    )
    assert teksten(uit) == ["Convenant van Testdam 2026"]
    assert [(een.tekst, een.waarom) for een in uit.onzeker] == [
        ("van", "ook gelezen als 'vcn'"),
        ("Testdam", "ook gelezen als 'Testdan'"),
        ("2026", "ook gelezen als 'niets'"),
    ]
    assert str(uit.onzeker[0].plek) == "bladzijde 1, regel 1"


def test_rules_that_stick_to_words_go_and_a_bracket_is_mended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A rule is no letter; "[naam)" was read wrong, and is told of."""
    woorden = lezing(("_Convenant", 96), ("[naam", 96), ("Partij)", 96), ("|", 90))
    uit = _gescand(monkeypatch, woorden, woorden)
    assert teksten(uit) == ["Convenant [naam Partij]"]
    assert [een.waarom for een in uit.onzeker] == ["ook gelezen als 'Partij)'"]


def test_a_page_that_lies_on_its_side_is_turned(monkeypatch: pytest.MonkeyPatch) -> None:
    """When hardly a word is read well, the page is tried in its other three ways."""
    rommel = lezing(("Uu", 20), ("eee", 30), ("|||", 10))
    goed = lezing(("Convenant", 96), ("veiligheidshuis", 95), ("Testdam", 95))
    uit = _gescand(monkeypatch, rommel, goed, rommel, rommel, goed, goed)
    assert teksten(uit) == ["Convenant veiligheidshuis Testdam"]
