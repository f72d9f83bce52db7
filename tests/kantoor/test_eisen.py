"""What the law asks as a page, and that and the findings as papers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.kantoor.werk import klaar
from tests.opdrachten.test_herstel_tekens import inhoud
from tests.programma import convenant

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of a dossier that says what kind of text it has."""
    yaml = klein / "convenant/convenant.yaml"
    yaml.write_text(yaml.read_text("utf-8").rstrip() + "\neisen: [avg-26]\n", encoding="utf-8")
    path = klein / "convenant/deel-1/02-artikelen.md"
    tekst = (
        "# 2 <b>Artikelen</b>\n\n## Artikel 1 Datalekken\n\n1. Een partner meldt een inbreuk in "
        "verband met persoonsgegevens zonder onredelijke vertraging aan de Autoriteit.\n"
    )
    path.write_text(tekst, encoding="utf-8")
    return Loket(klein, OP)


def test_each_eis_tells_where_it_is_answered(loket: Loket) -> None:
    """With a link to the artikel, and in words how certain that is; what is missing says so."""
    blad = loket.open("/tekst")
    assert blad.koppelingen["Wat de wet vraagt"] == "/eisen"
    loket.klik("Wat de wet vraagt")
    assert loket.antwoord.status_code == 200
    assert "artikel 1, lid 1" in loket.blad.koppelingen
    assert "gevonden, niet bevestigd" in loket.blad.tekst
    assert "Ontbreekt" in loket.blad.tekst
    assert "nergens gevonden" in loket.blad.tekst
    html = loket.antwoord.text
    assert html.count('<table class="matrix">') == 1
    loket.klik("artikel 1, lid 1")
    assert loket.antwoord.status_code == 200


def test_a_dossier_that_says_nothing_of_its_kind_is_told_what_to_do(klein: Path) -> None:
    """It names the lists there are."""
    loket = Loket(klein, OP)
    blad = loket.open("/eisen")
    assert "zegt niet wat voor tekst het is" in blad.tekst
    assert "avg-26" in blad.tekst
    assert "Maak hiervan een stuk, met de matrix" not in blad.koppelingen
    blad = loket.open("/doe/eisen")
    loket.stuur({"formaten": "md"}, "Bekijk wat hieruit volgt")
    assert "zet in convenant.yaml" in loket.blad.tekst


@pytest.mark.parametrize(
    ("naam", "knop", "opdracht", "pad"),
    [
        ("controlerapport", "Maak het rapport", ("controleer", "--rapport"), "build/controle"),
        ("eisen", "Maak het overzicht", ("eisen",), "build/eisen"),
    ],
)
def test_the_papers_are_those_of_the_command(
    loket: Loket, naam: str, knop: str, opdracht: tuple[str, ...], pad: str
) -> None:
    """Byte for byte, and they can be downloaded."""
    root = loket.kantoor.root
    loket.open(f"/doe/{naam}")
    loket.stuur({"formaten": "md"}, "Bekijk wat hieruit volgt")
    loket.stuur(knop=knop)
    blad = klaar(loket)
    assert "gemaakt" in blad.tekst
    gemaakt = {p: data for p, data in inhoud(root).items() if p.startswith(pad)}
    assert gemaakt
    assert any(next(iter(gemaakt)).rpartition("/")[2] in naam_ for naam_ in blad.koppelingen)
    convenant(*opdracht, "--formaat", "md", "--op", OP.isoformat(), cwd=root)
    assert {p: data for p, data in inhoud(root).items() if p.startswith(pad)} == gemaakt
