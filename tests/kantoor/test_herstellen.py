"""Mending from the page: shown first, and the files are those that the command leaves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.kantoor.loket import Loket
from tests.opdrachten.test_herstel_tekens import inhoud
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
VOORWOORD = "convenant/voorwerk/01-voorwoord.md"
TEKST = "# Voorwoord\n\nPartijen <b>overleggen</b> , en besluiten  samen.\n"


def test_it_leaves_what_the_command_leaves(tmp_path: Path) -> None:
    """Each change is on the page before anything is written; after it there is nothing to do."""
    een, ander = (kopie(KLEIN, tmp_path / naam) for naam in ("een", "ander"))
    for root in (een, ander):
        (root / VOORWOORD).write_text(TEKST, encoding="utf-8")
    loket = Loket(een, OP)
    loket.open("/tekst")
    loket.klik("Herstel wat vanzelf kan")
    loket.stuur(knop="Bekijk wat hieruit volgt")
    said = loket.antwoord.text.replace("&#39;", "'")
    assert "<li>Voorwoord: 'besluiten  samen.' wordt" in said
    assert str(tmp_path) not in said
    assert (een / VOORWOORD).read_text("utf-8") == TEKST
    loket.stuur(knop="Herstel dit")
    assert "De tekst is hersteld" in loket.blad.tekst
    convenant("controleer", "--herstel", "--ja", "--op", OP.isoformat(), cwd=ander)
    assert inhoud(een) == inhoud(ander)
    loket.open("/doe/herstel")
    loket.stuur(knop="Bekijk wat hieruit volgt")
    assert "Er is niets te herstellen" in loket.blad.tekst
