"""An act on the page: its form, what follows, the recording; twice sent is once done."""

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


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier."""
    return Loket(klein, OP)


def _register(root: Path) -> bytes:
    """Return the register of gebeurtenissen; there is none before something is recorded."""
    path = root / "convenant/registers/gebeurtenissen.yaml"
    return path.read_bytes() if path.exists() else b""


def _bekeken(loket: Loket) -> None:
    loket.open("/doe/opzegging?partner=gemeente-voorbeeldstad")
    loket.stuur({"ontvangen": "2026-11-20"}, "Bekijk wat hieruit volgt")


def test_what_follows_is_shown_and_nothing_is_recorded(loket: Loket, klein: Path) -> None:
    """The page says until when the partner takes part, in the words of the command."""
    eerst = _register(klein)
    _bekeken(loket)
    assert "neemt deel tot 1 januari 2028" in loket.blad.tekst
    assert _register(klein) == eerst


def test_what_follows_can_be_looked_at_again(loket: Loket, klein: Path) -> None:
    """It has an address: reloading it or coming back to it sends nothing again."""
    _bekeken(loket)
    adres = str(loket.antwoord.url)
    assert loket.antwoord.request.method == "GET"
    assert "neemt deel tot 1 januari 2028" in loket.open(adres).tekst
    assert "Opzegging" in loket.open("/doe/opzegging/bekijk/onbekend").tekst
    assert loket.antwoord.url.path == "/doe/opzegging"
    assert _register(klein) == b""


@pytest.mark.pdf
def test_the_second_act_records_the_same_as_the_command(
    loket: Loket, klein: Path, tmp_path: Path
) -> None:
    """Byte for byte the register that `convenant opzegging` leaves."""
    ander = kopie(KLEIN, tmp_path / "ander")
    args = ("gemeente-voorbeeldstad", "--ontvangen", "2026-11-20", "--op", "2026-11-24", "--ja")
    assert convenant("opzegging", *args, cwd=ander).returncode == 0
    _bekeken(loket)
    loket.stuur(knop="Leg vast")
    assert "is vastgelegd" in loket.blad.tekst
    assert _register(klein) == _register(ander)


@pytest.mark.pdf
def test_a_form_that_is_sent_twice_is_answered_with_what_came_of_the_first(
    loket: Loket, klein: Path
) -> None:
    """As by a double click, or by going back and sending again."""
    _bekeken(loket)
    form = next(f for f in loket.blad.formulieren if "Leg vast" in f.knoppen)
    eerst = loket.client.post(form.naar, data=dict(form.velden))
    na = _register(klein)
    weer = loket.client.post(form.naar, data=dict(form.velden))
    assert weer.url == eerst.url
    assert _register(klein) == na


@pytest.mark.proef
@pytest.mark.pdf
def test_what_changed_since_it_was_shown_is_shown_again(loket: Loket, klein: Path) -> None:
    """Somebody recorded the notice on the command line while the page was open."""
    _bekeken(loket)
    args = ("gemeente-voorbeeldstad", "--ontvangen", "2026-11-19", "--op", "2026-11-24", "--ja")
    assert convenant("opzegging", *args, cwd=klein).returncode == 0
    na = _register(klein)
    loket.stuur(knop="Leg vast")
    assert loket.antwoord.status_code == 409
    assert _register(klein) == na


def test_what_does_not_fit_is_told_of_every_field_at_once(loket: Loket) -> None:
    """And what was typed still stands there."""
    loket.open("/doe/opzegging")
    loket.stuur({"ontvangen": "31-02-2026", "kenmerk": "X-1"}, "Bekijk wat hieruit volgt")
    assert loket.antwoord.status_code == 422
    assert "2 antwoorden passen niet" in loket.blad.tekst
    assert ("kenmerk", "X-1") in loket.blad.formulieren[0].velden


def test_who_only_reads_changes_nothing(klein: Path) -> None:
    """Also when the form is sent all the same."""
    loket = Loket(klein, OP, alleen_lezen=True)
    answer = loket.client.post("/doe/opzegging", data={"formulier": "x"})
    assert answer.status_code == 403
