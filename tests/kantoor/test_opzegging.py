"""The notices on the page: until when each partner takes part and why, and what can be done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.kantoor.handelingen import opzegging

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
REGISTER = "convenant/registers/gebeurtenissen.yaml"
BEKIJK = "Bekijk wat hieruit volgt"
# The address of each act, what its form is given, and the options of the command.
STAPPEN = (
    (
        "opzegging",
        {"ontvangen": "2026-06-01", "vorm": "brief", "kenmerk": "P-1"},
        ("--vorm", "brief"),
    ),
    ("opzegging-bevestigd", {"ontvangen": "2026-06-10", "kenmerk": "P-2"}, ("--bevestigd",)),
    ("opzegging-ingetrokken", {"ontvangen": "2026-11-02", "kenmerk": "P-3"}, ("--intrekken",)),
    ("intrekking-ingestemd", {"ontvangen": "2026-11-16", "kenmerk": "SG-9"}, ("--instemming",)),
)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Letters as text: what matters here is not how they look."""
    monkeypatch.setattr(opzegging, "vanzelf", lambda _: ("md",))


def _doe(root: Path, *args: str) -> None:
    done = convenant(
        "opzegging", *args, "--formaat", "md", "--op", OP.isoformat(), "--ja", cwd=root
    )
    assert done.returncode == 0, done.stderr


def test_when_nobody_gave_notice_the_page_says_what_to_do(klein: Path) -> None:
    """And how a notice is given, by the rule of the convenant."""
    loket = Loket(klein, OP)
    loket.open("/opzegging")
    assert "Er loopt nu geen opzegging" in loket.blad.tekst
    assert "Opzeggen kan per aangetekende brief aan het bureau" in loket.blad.tekst
    assert loket.open("/opzegging/politie").tekst
    assert loket.antwoord.status_code == 404


@pytest.mark.traag
def test_a_notice_from_its_receipt_to_the_consent_to_its_withdrawal(
    klein: Path, tmp_path: Path
) -> None:
    """Each act from its place on the page, and byte for byte what the commands leave."""
    ander = kopie(KLEIN, tmp_path / "ander")
    loket = Loket(klein, OP)
    loket.open("/opzegging")
    loket.klik("Leg een opzegging vast")
    gezien = []
    for naam, gegeven, opties in STAPPEN:
        assert loket.antwoord.url.path == f"/doe/{naam}"
        loket.stuur({"partner": "politie", **gegeven}, BEKIJK)
        loket.stuur(knop="Leg vast")
        assert ("heeft geen adres" in loket.blad.tekst) == (naam != "opzegging-bevestigd")
        kenmerk = ("--ontvangen", gegeven["ontvangen"], "--kenmerk", gegeven["kenmerk"])
        _doe(ander, "politie", *kenmerk, *opties)
        assert (klein / REGISTER).read_bytes() == (ander / REGISTER).read_bytes()
        loket.klik("Naar de opzegging")
        gezien.append(loket.blad.tekst)
        assert "Zet recht" in gezien[-1]
        volgende = [k for k in loket.blad.koppelingen if k.startswith("Leg ")]
        if volgende:
            loket.klik(volgende[0])
    assert "neemt deel tot 1 januari 2027" in gezien[0]
    assert "loopt af op 1 december 2026 (artikel 9.2)" in gezien[0]
    assert "De opzegging kwam niet per aangetekende brief" in gezien[0]
    assert "kwam niet" not in gezien[1]
    assert "intrekking wacht op instemming" in gezien[2]
    assert "ingetrokken; de deelname loopt door" in gezien[3]
    assert "Opzeggingsbevestiging" in gezien[0]


@pytest.mark.traag
def test_the_list_tells_until_when_each_takes_part(klein: Path) -> None:
    """Those under way and those that are over; of a partner that gave notice twice the last."""
    _doe(klein, "politie", "--ontvangen", "2025-03-01")
    _doe(klein, "gemeente-voorbeeldstad", "--ontvangen", "2026-11-20")
    _doe(klein, "verzonnen", "--ontvangen", "2026-11-02")
    _doe(klein, "verzonnen", "--ontvangen", "2026-11-02", "--intrekken")
    _doe(klein, "verzonnen", "--ontvangen", "2026-11-23")
    loket = Loket(klein, OP)
    tekst = loket.open("/opzegging").tekst
    onderweg, voorbij = tekst.split("Voorbij")
    assert "Gemeente Voorbeeldstad 20 november 2026 1 januari 2028" in onderweg
    assert "20 mei 2027" in onderweg
    assert "neemt niet meer deel sinds 1 januari 2026" in voorbij
    assert "ingetrokken; de deelname loopt door" in voorbij
    loket.open("/opzegging/verzonnen")
    assert loket.antwoord.url.path == "/opzegging/verzonnen/2"
    for nummer in ("3", "0", "x", "%2e%2e"):
        loket.open(f"/opzegging/verzonnen/{nummer}")
        assert loket.antwoord.status_code == 404


@pytest.mark.traag
def test_a_confirmation_in_another_wrong_form_is_not_enough(klein: Path) -> None:
    """The page goes on asking for the form that the convenant wants."""
    _doe(klein, "politie", "--ontvangen", "2026-11-02", "--vorm", "e-mail")
    _doe(klein, "politie", "--ontvangen", "2026-11-09", "--vorm", "brief", "--bevestigd")
    tekst = Loket(klein, OP).open("/opzegging").tekst
    assert "bevestiging per aangetekende brief" in tekst


@pytest.mark.traag
def test_what_is_recorded_is_never_html(klein: Path) -> None:
    """Also not what a partner wrote on its letter."""
    raar = "<b>{{ 7*7 }}</b>" + "x" * 60
    _doe(klein, "politie", "--ontvangen", "2026-11-02", "--kenmerk", raar, "--geadresseerde", raar)
    loket = Loket(klein, OP)
    loket.open("/opzegging/politie/1")
    assert loket.blad.tekst.count(raar) == 2
    assert "<b>{{" not in loket.antwoord.text


@pytest.mark.traag
def test_who_only_reads_sees_no_acts(klein: Path) -> None:
    """Nothing leads to a form."""
    _doe(klein, "politie", "--ontvangen", "2026-11-02", "--vorm", "e-mail")
    loket = Loket(klein, OP, alleen_lezen=True)
    for adres in ("/opzegging", "/opzegging/politie/1"):
        loket.open(adres)
        assert not [naar for naar in loket.blad.koppelingen.values() if naar.startswith("/doe/")]


def test_the_regeling_of_its_consequences_is_recorded_from_its_page(
    klein: Path, tmp_path: Path
) -> None:
    """Byte for byte as by the command; then nothing is asked of it any more."""
    ander = kopie(KLEIN, tmp_path / "ander")
    for root in (klein, ander):
        _doe(root, "politie", "--ontvangen", "2026-06-01")
    loket = Loket(klein, OP)
    loket.open("/opzegging/politie")
    loket.klik("Leg vast dat de gevolgen zijn geregeld")
    gegeven = {"partner": "politie", "ontvangen": "2026-11-20", "kenmerk": "R-1"}
    loket.stuur(gegeven, BEKIJK)
    loket.stuur(knop="Leg vast")
    _doe(ander, "politie", "--ontvangen", "2026-11-20", "--kenmerk", "R-1", "--regeling")
    assert (klein / REGISTER).read_bytes() == (ander / REGISTER).read_bytes()
    loket.klik("Naar de opzegging")
    assert "Gevolgen geregeld op 20 november 2026" in loket.blad.tekst
    assert "Leg vast dat de gevolgen" not in loket.blad.tekst
