"""Meetings, decisions, renewals and corrections on the page leave what the commands leave."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.handelingen import stuurgroep

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OP = date(2026, 11, 24)
VANDAAG = ("--op", "2026-11-24", "--ja")
BEKIJK = "Bekijk wat hieruit volgt"


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier."""
    return Loket(klein, OP)


def _registers(root: Path) -> dict[str, bytes]:
    folder = root / "convenant/registers"
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _opdracht(root: Path, *args: str) -> None:
    answer = convenant(*args, *VANDAAG, cwd=root)
    assert answer.returncode == 0, answer.stderr


def _doe(loket: Loket, adres: str, velden: Mapping[str, str], knop: str) -> None:
    loket.open(adres)
    loket.stuur(velden, BEKIJK)
    assert loket.antwoord.status_code == 200, loket.blad.tekst
    loket.stuur(knop=knop)
    assert loket.antwoord.url.path.startswith("/gedaan/"), loket.blad.tekst


@pytest.mark.traag
def test_meetings_and_decisions_are_recorded_as_by_the_commands(
    loket: Loket, klein: Path, tmp_path: Path
) -> None:
    """A meeting, completed, moved and called off; a decision; all byte for byte."""
    ander = kopie(KLEIN, tmp_path / "ander")
    _opdracht(ander, "besluit", "2026-11-20", "--titel", "Jaarplan goedgekeurd", "--kenmerk", "B1")
    velden = {"datum": "2026-11-20", "titel": "Jaarplan goedgekeurd", "kenmerk": "B1"}
    _doe(loket, "/doe/besluit", velden, "Leg vast")
    assert "Jaarplan goedgekeurd is vastgelegd" in loket.blad.tekst
    assert _registers(klein) == _registers(ander)

    stuk = ("--stuk", "jaarplan 2027", "--stuk", "begroting 2027")
    _opdracht(ander, "vergadering", "2026-12-01", "--plaats", "Voorbeeldstad", *stuk)
    loket.open("/doe/vergadering?stukken=jaarplan+2027")
    assert ("stukken", "jaarplan 2027") in loket.blad.formulieren[0].velden
    velden = {
        "datum": "2026-12-01",
        "plaats": "Voorbeeldstad",
        "stukken": "jaarplan 2027\nbegroting 2027",
    }
    _doe(loket, "/doe/vergadering", velden, "Leg vast")
    assert _registers(klein) == _registers(ander)

    naar = ("--naar", "2026-12-08", "--reden", "de zaal is bezet")
    _opdracht(ander, "vergadering", "2026-12-01", *naar)
    velden = {"datum": "2026-12-01", "naar": "2026-12-08", "reden": "de zaal is bezet"}
    _doe(loket, "/doe/vergadering-verzetten", velden, "Leg vast")
    assert "gaat naar 8 december 2026" in loket.blad.tekst
    assert _registers(klein) == _registers(ander)

    _opdracht(ander, "vergadering", "2026-12-08", "--vervalt")
    _doe(loket, "/doe/vergadering-vervalt", {"datum": "2026-12-08"}, "Leg vast")
    assert _registers(klein) == _registers(ander)


def test_a_besluit_is_shown_in_words_before_it_is_recorded(klein: Path) -> None:
    """The name that the register gives it is for the register."""
    loket = Loket(klein, OP)
    loket.open("/doe/besluit")
    tekst = loket.stuur({"datum": "2026-11-20", "titel": "Jaarplan goedgekeurd"}).tekst
    assert "Nieuw besluit van 20 november 2026, Jaarplan goedgekeurd: titel: Jaarplan" in tekst
    assert "sleutel" not in tekst


@pytest.mark.traag
def test_what_was_wrong_is_set_right_as_by_the_command(
    loket: Loket, klein: Path, tmp_path: Path
) -> None:
    """From the list of what was recorded; it is shown as annulled, with the reason."""
    for root in (klein, ander := kopie(KLEIN, tmp_path / "ander")):
        _opdracht(root, "vergadering", "2026-11-03")
    (g,) = Geopend(ander, OP).registers.gebeurtenissen
    door = ("--reden", "verkeerde dag", "--door", "ketenmanager", "--datum", "2026-11-04")
    _opdracht(ander, "corrigeer", "--gebeurtenis", aanduiding(g), *door)
    loket.open("/")
    (zet_recht,) = (k for k in loket.blad.koppelingen if k.startswith("Zet recht"))
    loket.klik(zet_recht)
    velden = {"reden": "verkeerde dag", "door": "ketenmanager", "datum": "2026-11-04"}
    loket.stuur(velden, BEKIJK)
    assert "Wordt geannuleerd: 3 november 2026, vergadering" in loket.blad.tekst
    assert "Daarvoor in de plaats: 4 november 2026, vergadering" in loket.blad.tekst
    loket.stuur(knop="Zet recht")
    assert "Dit telt niet meer mee: 3 november 2026, vergadering" in loket.blad.tekst
    assert _registers(klein) == _registers(ander)


def test_what_cannot_be_annulled_says_why(loket: Loket, klein: Path) -> None:
    """A correction that is asked of what is not there, and a moved meeting that is not there."""
    _opdracht(klein, "vergadering", "2026-11-03")
    loket.open("/doe/corrigeer?gebeurtenis=<b>niets</b>")
    assert "<b>niets" not in loket.antwoord.text
    loket.stuur({"gebeurtenis": "niets", "reden": "x"}, BEKIJK)
    assert loket.antwoord.status_code == 422
    loket.open("/doe/vergadering-vervalt")
    loket.stuur({"datum": "2026-01-01"}, BEKIJK)
    assert loket.antwoord.status_code == 422


def test_a_form_that_is_right_in_form_only_is_told_in_words(loket: Loket) -> None:
    """Hostile words become text, and only what is wrong keeps it from being recorded."""
    _doe(
        loket,
        "/doe/besluit",
        {"datum": "2026-11-20", "titel": f"<b>{{{{ 7*7 }}}}</b> {'z' * 60}"},
        "Leg vast",
    )
    assert "<b>{{" not in loket.antwoord.text
    assert "&lt;b&gt;{{ 7*7 }}" in loket.antwoord.text
    assert "{{ 7*7 }}" in loket.open("/").tekst


def test_a_renewal_that_cannot_be_is_told_before_it_is_asked(loket: Loket) -> None:
    """The year stands in the form already; of a year far ahead it says which is meant."""
    loket.open("/doe/verlenging")
    assert ("jaar", "2027") in loket.blad.formulieren[0].velden
    loket.stuur({}, BEKIJK)
    assert "/doe/wijzig-partner?partner=gemeente-voorbeeldstad" in loket.blad.koppelingen.values()
    loket.open("/doe/verlenging")
    loket.stuur({"jaar": "2030"}, BEKIJK)
    assert "bedoelt u 2026 of 2027" in loket.blad.tekst.lower()
    assert "Leg vast" not in {k for f in loket.blad.formulieren for k in f.knoppen}


@pytest.mark.traag
def test_a_renewal_is_recorded_as_by_the_command(
    loket: Loket, klein: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its messages; who asks again gets the letters again, and nothing is recorded."""
    ander = kopie(KLEIN, tmp_path / "ander")
    monkeypatch.setattr(stuurgroep, "vanzelf", lambda _: ("md",))
    _opdracht(ander, "verlenging", "2027", "--formaat", "md")
    loket.open("/doe/verlenging?jaar=2027")
    loket.stuur({}, BEKIJK)
    loket.stuur(knop="Leg vast")
    loket.wacht()
    assert "De verlenging per 1 januari 2027 is vastgelegd" in loket.blad.tekst
    assert _registers(klein) == _registers(ander)
    loket.open("/doe/verlenging?jaar=2027")
    loket.stuur({}, BEKIJK)
    assert "De verlenging voor 2027 is al vastgelegd, op 24 november 2026" in loket.blad.tekst
    na = _registers(klein)
    loket.stuur(knop="Maak de brieven opnieuw")
    assert "Er is niets vastgelegd" in loket.wacht().tekst
    assert _registers(klein) == na
    (brief,) = (klein / "build/verlenging/2027").glob("*voorbeeldstad*.md")
    assert f"/bestand/{brief.relative_to(klein)}" in loket.blad.koppelingen.values()
