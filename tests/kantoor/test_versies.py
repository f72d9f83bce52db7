"""The adopted versions on the page, and adopting one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
ANTWOORDEN = {"naam": "2020", "anders": "<b>Besluit</b> van de Stuurgroep", "datum": "2020-01-01"}


def _alles(root: Path) -> dict[str, bytes]:
    paden = (p for p in (root / "convenant").rglob("*") if p.is_file())
    return {str(p.relative_to(root)): p.read_bytes() for p in paden}


@pytest.mark.traag
def test_adopting_leaves_what_the_command_leaves(klein: Path, tmp_path: Path) -> None:
    """Shown first; every file of the dossier is then the same, byte for byte."""
    ander = kopie(KLEIN, tmp_path / "ander")
    act = ("vaststellen", "2020", "--besluit", ANTWOORDEN["anders"], "--datum", "2020-01-01")
    assert convenant(*act, cwd=ander).returncode == 0
    eerst = _alles(klein)
    loket = Loket(klein, OP)
    assert "nog geen versie vastgesteld" in loket.open("/versies").tekst
    loket.klik("Stel een versie vast")
    loket.stuur(ANTWOORDEN)
    assert "wordt versie 2020, bij besluit: <b>Besluit</b> van de Stuurgroep." in loket.blad.tekst
    assert _alles(klein) == eerst
    loket.stuur(knop="Stel versie 2020 vast")
    assert "Versie 2020 is vastgesteld" in loket.blad.tekst
    assert _alles(klein) == _alles(ander)
    assert "2020 1 januari 2020" in loket.open("/versies").tekst
    assert "zoals vastgesteld" in loket.blad.tekst
    tekst = next((klein / "convenant/versies/2020").rglob("*.md"))
    tekst.write_text(tekst.read_text("utf-8") + "\nEn meer.\n", encoding="utf-8")
    assert "veranderd na de vaststelling" in loket.open("/versies").tekst


@pytest.mark.traag
def test_what_stands_in_the_way_is_shown_and_stops_it(klein: Path) -> None:
    """A name that is no name; text with a fout, which may be accepted, and is named then."""
    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_text("# Voorwoord\n\nZie Bijlage 9.\n", encoding="utf-8")
    loket = Loket(klein, OP)
    loket.open("/doe/vaststellen")
    loket.stuur({**ANTWOORDEN, "naam": "../x"})
    assert "dat is geen naam voor een map" in loket.blad.tekst
    assert "Stel versie" not in loket.blad.tekst
    loket.open("/doe/vaststellen")
    loket.stuur(ANTWOORDEN)
    assert "er staan nog fouten open (1)" in loket.blad.tekst
    loket.stuur(knop="Wijzig de antwoorden")
    loket.stuur({"ondanks_fouten": "ja"})
    assert "Let op: vastgesteld met 1 fout" in loket.blad.tekst
    loket.stuur(knop="Stel versie 2020 vast")
    assert "met 1 open fout" in loket.open("/versies").tekst
