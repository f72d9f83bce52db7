"""Eisen on the page: what the text must settle, with links to where it does."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 6, 1)
BRON = """# 2 Proef

## Artikel 1 Duur {dekt: convenant-duur, convenant-kosten}

Dit convenant geldt een jaar.

## Artikel 2 Opzegging

Een partner kan opzeggen.
"""


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of a dossier that settles some of what its list asks."""
    (klein / "convenant/deel-1/02-artikelen.md").write_text(BRON, encoding="utf-8")
    yaml = klein / "convenant/convenant.yaml"
    yaml.write_text(yaml.read_text("utf-8") + "\neisen: [convenant]\n", encoding="utf-8")
    return Loket(klein, OP)


def test_each_eis_leads_to_where_it_is_settled(loket: Loket) -> None:
    """From the page of the text; with the outcome in a word, also in the matrix."""
    loket.open("/tekst")
    loket.klik("Wat de tekst moet regelen")
    said = loket.blad.tekst
    assert "Van de 13 punten die deze tekst moet regelen, zijn er 1 bevestigd, 1 gevonden" in said
    assert "Hoe lang het geldt Aanwijzingen voor convenanten artikel 1 bevestigd" in said
    assert "Wie wat betaalt Aanwijzingen voor convenanten artikel 1 gemerkt" in said
    assert "Hoe een partij eruit kan – gevonden" in said
    loket.klik("artikel 2")
    assert "Een partner kan opzeggen." in loket.blad.tekst


def test_another_list_can_be_looked_at(loket: Loket) -> None:
    """One that is none is as if nothing was asked."""
    loket.open("/eisen?lijst=wgs")
    assert "rechtmatigheid adviseert" in loket.blad.tekst
    assert "Het overzicht met de matrix" not in loket.blad.tekst
    loket.open("/eisen?lijst=%3Cb%3E")
    assert "Hoe lang het geldt" in loket.blad.tekst


def test_a_dossier_that_names_no_list_is_told_how(klein: Path) -> None:
    """With the lists to choose from."""
    loket = Loket(klein, OP)
    loket.open("/eisen")
    assert "zegt niet wat voor tekst het is" in loket.blad.tekst
    assert "AVG, verwerkersovereenkomst" in loket.blad.tekst


@pytest.mark.traag
def test_the_paper_is_made(loket: Loket) -> None:
    """In the format that was chosen, in build/."""
    loket.open("/eisen")
    loket.stuur({"formaat": "md"}, "Maak")
    for _ in range(100):
        if "is gemaakt" in loket.blad.tekst:
            break
        time.sleep(0.05)
        loket.open(str(loket.antwoord.url))
    loket.klik("eisen.md")
    assert "artikel 1 | bevestigd" in loket.antwoord.text
