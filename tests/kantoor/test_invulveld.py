"""Filling in what is open, from the finding beside it: everywhere, or in one place."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.dossier import Invulling
from convenantwerk.opdrachten.invullen import stel_invulling_voor

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
YAML = "convenant/convenant.yaml"
TEKST = """\
# 2 Artikelen

## Artikel 1 Doel

1. Namens [*Naam Penvoerder*] werkt [Naam Penvoerder] samen.

2. Ook [Naam Penvoerder] en [nog iets], te [...].
"""


@pytest.fixture
def loket(tmp_path: Path) -> Loket:
    """The page of a dossier with two invulvelden, one of them three times."""
    root = kopie(KLEIN, tmp_path / "d")
    (root / "convenant/deel-1/02-artikelen.md").write_text(TEKST)
    return Loket(root, OP)


def _vul(loket: Loket, **waarden: str) -> None:
    loket.open("/tekst/deel-1")
    loket.klik("Vul “Naam Penvoerder” in")
    loket.stuur(waarden, "Bekijk wat hieruit volgt")


@pytest.mark.traag
def test_an_invulveld_is_filled_in_everywhere_from_the_finding_beside_it(loket: Loket) -> None:
    """A row comes in convenant.yaml, and nothing else changes there."""
    path = loket.kantoor.root / YAML
    eerst = path.read_text()
    _vul(loket, waarde="Gemeente <b>Voorbeeld</b> {{ 7*7 }}")
    assert "[Naam Penvoerder] wordt" in loket.blad.tekst
    assert "artikel 1, lid 2" in loket.blad.tekst or "artikel 1, tweede lid" in loket.blad.tekst
    assert path.read_text() == eerst
    loket.stuur(knop="Vul in")
    assert "[Naam Penvoerder] is ingevuld" in loket.blad.tekst
    rij = "  - tekst: Naam Penvoerder\n    waarde: 'Gemeente <b>Voorbeeld</b> {{ 7*7 }}'\n"
    assert path.read_text().replace(rij, "") == eerst
    blad = loket.open("/tekst/deel-1")
    # Words that a finding marks stand apart.
    letters = blad.tekst.replace(" ", "")
    assert letters.count("Gemeente<b>Voorbeeld</b>{{7*7}}") == 3
    assert "Vul “nog iets” in" in blad.koppelingen
    assert "Vul “...” in" not in blad.koppelingen


@pytest.mark.traag
def test_it_can_be_filled_in_in_one_place_and_then_in_the_others(loket: Loket) -> None:
    """Rows that are there stay."""
    _vul(loket, waarde="Gemeente A", bij="deel-1-artikel-1--1")
    loket.stuur(knop="Vul in")
    _vul(loket, waarde="Gemeente B")
    loket.stuur(knop="Vul in")
    tekst = loket.open("/tekst/deel-1").tekst
    assert "Namens Gemeente A werkt Gemeente A samen" in tekst
    assert "Ook Gemeente B en" in tekst


def test_what_is_open_itself_or_stands_elsewhere_is_not_recorded(loket: Loket) -> None:
    """A value with brackets, and a place that does not have this invulveld."""
    eerst = (loket.kantoor.root / YAML).read_bytes()
    _vul(loket, waarde="[later]")
    assert "Vul in" not in loket.blad.formulieren[-1].knoppen
    loket.open("/doe/invulveld")
    waarden = {"tekst": "nog iets", "bij": "deel-1-artikel-1--1", "waarde": "X"}
    loket.stuur(waarden, "Bekijk wat hieruit volgt")
    assert "komt bij 'deel-1-artikel-1--1' niet voor" in loket.blad.tekst
    assert (loket.kantoor.root / YAML).read_bytes() == eerst


@pytest.mark.parametrize("vorm", ["commentaar", "geen", "op een regel"])
def test_what_stands_in_the_list_stays_as_it_is(loket: Loket, vorm: str) -> None:
    """With its comments; a list that is not there yet comes behind what the format has first."""
    path = loket.kantoor.root / YAML
    voor, _, na = path.read_text().partition("invulvelden:\n")
    rest = na[na.index("\n", na.index("waarde:")) + 1 :]
    lijst = {
        "commentaar": "invulvelden: # welke\n  # Waarom.\n  - tekst: nog iets\n    waarde: A # x\n",
        "geen": "",
        "op een regel": "invulvelden: [{tekst: nog iets, waarde: A}]\n",
    }[vorm]
    path.write_text(voor + lijst + rest)
    eerst = path.read_text()
    with loket.kantoor.dossier() as dossier:
        invulling = Invulling(tekst="Naam Penvoerder", waarde="Gemeente A")
        voorstel = stel_invulling_voor(dossier, invulling)
    tekst = voorstel.wordt.decode()
    assert len(voorstel.plaatsen) == 2
    assert voorstel.gekomen == ()
    if vorm == "commentaar":
        rij = "  - tekst: Naam Penvoerder\n    waarde: Gemeente A\n"
        assert tekst == eerst.replace(lijst, lijst + rij)


def test_a_row_that_would_lose_a_comment_is_for_a_person(loket: Loket) -> None:
    """Another value where one is filled in already; it is told, and nothing is written."""
    path = loket.kantoor.root / YAML
    path.write_text(path.read_text().replace("  - tekst: datum\n", "  - tekst: datum # waarom\n"))
    with loket.kantoor.dossier() as dossier, pytest.raises(ConvenantwerkError, match="CV913"):
        stel_invulling_voor(dossier, Invulling(tekst="datum", waarde="morgen"))
