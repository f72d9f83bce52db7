"""Overleggen on the page: who sits in which, what is missing, and the papers of it."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.kantoor.handelingen import geheimhouding

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
TEKENING = """  - {datum: 2018-07-01, soort: ondertekening, partner: halt, ondertekenaar: halt,
     delen: [deel-2], versie: 2018-06-18}
"""


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The page of a dossier in which two partners sit in the Top60-overleg, of whom one signed."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path_factory.mktemp("overleggen") / "hm")
    path = root / "convenant/deel-3/04-top60-overleg.md"
    text = path.read_text("utf-8").replace(
        "soort: overleg\n", "soort: overleg\ndeelnemers: [halt, cardea]\nprotocol: regionaal\n", 1
    )
    path.write_text(text, encoding="utf-8")
    with (root / "convenant/registers/gebeurtenissen.yaml").open("a", encoding="utf-8") as rows:
        rows.write(TEKENING)
    return Loket(root, OP)


@pytest.mark.traag
def test_the_matrix_and_each_overleg_say_who_must_still_sign(loket: Loket) -> None:
    """In words; of overleggen that record nobody that is told."""
    loket.open("/overleggen")
    said = loket.blad.tekst.replace(" :", ":")
    assert "Op één plaats ontbreekt een handtekening" in said
    assert "2 partners zitten erin; bij 1 ontbreekt iets" in said
    zit = "Zit erin, maar tekende het regionale privacyprotocol nog niet (1) Cardea"
    assert f"{zit} Neemt deel en tekende het regionale privacyprotocol (1) Stichting Halt" in said
    assert "29 partners zitten in geen van deze overleggen" in said
    assert "Niet vastgelegd wie erin zit" in said
    loket.open("/partners/cardea")
    assert "zit erin, maar tekende het regionale privacyprotocol nog niet" in loket.blad.tekst


def test_without_an_overleg_the_page_says_so(klein: Path) -> None:
    """As in a convenant whose text has none."""
    loket = Loket(klein, OP)
    loket.open("/overleggen")
    assert "staat nog geen overleg" in loket.blad.tekst


@pytest.mark.traag
@pytest.mark.parametrize("lijst", ["overleggen", "partners"])
def test_the_papers_of_a_list_are_made(loket: Loket, lijst: str) -> None:
    """In the format that was chosen, in build/; told where they are."""
    loket.open(f"/{lijst}")
    loket.stuur({"formaat": "md"}, "Maak")
    for _ in range(100):
        if "is gemaakt" in loket.blad.tekst:
            break
        time.sleep(0.05)
        loket.open(str(loket.antwoord.url))
    naam = {"overleggen": "overlegmatrix", "partners": "partnerregister"}[lijst]
    assert f"{naam}.md" in loket.blad.koppelingen
    loket.klik(f"{naam}.md")
    assert loket.antwoord.status_code == 200
    assert "Stichting Halt" in loket.antwoord.text


def test_a_list_or_format_that_is_not_there_is_refused(loket: Loket) -> None:
    """Whatever a form says."""
    for pad, formaat in (("x", "pdf"), ("partners", "exe"), ("%2e%2e%2fx", "pdf")):
        data = {"formaat": formaat, "formulier": "t"}
        assert loket.client.post(f"/lijsten/{pad}", data=data).status_code == 404


@pytest.mark.traag
def test_a_declaration_of_secrecy_is_made_and_nothing_recorded(
    loket: Loket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For somebody who attends once; the name stands on the paper and nowhere else."""
    monkeypatch.setattr(geheimhouding, "vanzelf", lambda _: ("docx",))
    registers = loket.kantoor.root / "convenant/registers"
    before = {path: path.read_bytes() for path in registers.iterdir()}
    loket.open("/overleggen")
    loket.klik("Maak een geheimhoudingsverklaring")
    wie = {"naam": "A. <b>Gast</b>", "functie": "tolk", "organisatie": "Tolkbureau"}
    loket.stuur({**wie, "overleg": "top60-overleg", "datum": "2026-12-01"})
    assert "A. <b>Gast</b>, tolk bij Tolkbureau, voor Top60-overleg" in loket.blad.tekst
    loket.stuur(knop="Maak de verklaring")
    assert "is gemaakt" in loket.blad.tekst
    assert any(naam.endswith(".docx") for naam in loket.blad.koppelingen)
    assert {path: path.read_bytes() for path in registers.iterdir()} == before
