"""Sluiten: the kantoor ends by its own page, and can be put on the desktop."""

from __future__ import annotations

import sys
import threading
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket

from convenantwerk.kantoor.antwoord import Uitslag
from convenantwerk.kantoor.paginas import sluiten

if TYPE_CHECKING:
    from convenantwerk.kantoor.werk import Werk

OP = date(2026, 11, 24)


@pytest.fixture(autouse=True)
def _meteen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for a browser that is not there."""
    monkeypatch.setattr(sluiten, "_NOG", 0.0)


def _gesloten(loket: Loket) -> threading.Event:
    gedaan = threading.Event()
    loket.kantoor.bij_sluiten = gedaan.set
    return gedaan


@pytest.mark.parametrize("alleen_lezen", [False, True])
def test_it_is_closed_from_the_foot_of_the_menu(klein: Path, *, alleen_lezen: bool) -> None:
    """By a button, also for who only reads; looking at the page closes nothing."""
    loket = Loket(klein, OP, alleen_lezen=alleen_lezen)
    gedaan = _gesloten(loket)
    loket.open("/overnemen")
    loket.klik("Sluit het kantoor")
    assert not gedaan.wait(0.05)
    blad = loket.stuur(knop="Sluit het kantoor")
    assert "Het kantoor is gesloten" in blad.tekst
    assert not blad.koppelingen
    assert gedaan.wait(5)


def test_it_can_be_closed_before_there_is_a_dossier(tmp_path: Path) -> None:
    """As when the folder was the wrong one; and twice is as good as once."""
    loket = Loket(tmp_path / "nieuw", OP)
    gedaan = _gesloten(loket)
    loket.open("/sluiten")
    loket.stuur(knop="Sluit het kantoor")
    assert gedaan.wait(5)
    assert loket.client.post("/sluiten").status_code == 200


def test_work_that_goes_on_is_named(klein: Path) -> None:
    """It would stop."""
    loket = Loket(klein, OP)
    verder = threading.Event()

    def doe(_: Werk) -> Uitslag:
        verder.wait(5)
        return Uitslag("Klaar")

    loket.kantoor.werkbank.begin("Iets <b>langs</b>", "/", doe)
    assert "Iets <b>langs</b>" in loket.open("/sluiten").tekst
    verder.set()


def test_another_page_cannot_close_it(klein: Path) -> None:
    """The request must come from a page of ours."""
    loket = Loket(klein, OP)
    gedaan = _gesloten(loket)
    answer = loket.client.post("/sluiten", headers={"origin": "https://elders.example"})
    assert answer.status_code == 403
    assert not gedaan.wait(0.05)


def test_a_launcher_is_put_on_the_desktop(
    klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page tells where it is."""
    (tmp_path / "Desktop").mkdir()
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", "darwin")
    loket = Loket(klein, OP)
    loket.open("/sluiten")
    blad = loket.stuur(knop="Zet een snelkoppeling op het bureaublad")
    (pad,) = (tmp_path / "Desktop").iterdir()
    assert f"De snelkoppeling staat klaar: {pad}" in blad.tekst
