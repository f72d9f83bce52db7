"""Forms for every fact: what was and becomes is shown; they leave the rows of the command."""

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
BEKIJK, LEG_VAST = "Bekijk wat hieruit volgt", "Leg vast"
LANG = "Gemeenschappelijke Regeling Samenwerkingsverband Voorbeeldstad"
BESLUIT = """besluiten:
  - {sleutel: b1, datum: 2026-03-01, titel: Vaststelling, orgaan: Stuurgroep}
"""
GENOMEN = "gebeurtenissen:\n  - {datum: 2026-03-01, soort: besluit, besluit: b1}\n"


@pytest.fixture
def paar(klein: Path, tmp_path: Path) -> tuple[Loket, Path]:
    """The page of a dossier, and a copy of that for the command."""
    for naam, tekst in (("besluiten", BESLUIT), ("gebeurtenissen", GENOMEN)):
        (klein / f"convenant/registers/{naam}.yaml").write_text(tekst, encoding="utf-8")
    return Loket(klein, OP), kopie(klein, tmp_path / "ander")


def registers(root: Path) -> dict[str, bytes]:
    """What the registers hold."""
    return {p.name: p.read_bytes() for p in (root / "convenant/registers").iterdir()}


def gelijk(paar: tuple[Loket, Path], *words: str) -> bool:
    """Tell whether the page left what a command leaves, and that this was something."""
    loket, ander = paar
    before = registers(ander)
    done = convenant("wijzig", *words, "--op", "2026-11-24", "--ja", cwd=ander)
    assert (done.returncode, done.stderr) == (0, "")
    return registers(loket.kantoor.root) == registers(ander) != before


@pytest.mark.traag
def test_a_partner_gets_other_facts(paar: tuple[Loket, Path]) -> None:
    """From its card; only what was filled in otherwise changes."""
    loket, _ = paar
    loket.open("/partners/politie")
    loket.klik("Wijzig deze gegevens")
    loket.stuur(
        {"email": "p@p.example", "adres": "Kade 1\r\n1234 AB  Dorp", "aard": "publiek"}, BEKIJK
    )
    assert "email: was “niets”, wordt “p@p.example”" in loket.blad.tekst
    assert "naam: was" not in loket.blad.tekst
    loket.stuur(knop=LEG_VAST)
    assert "De gegevens van Politie Voorbeeld zijn gewijzigd" in loket.blad.tekst
    adres = ("--adres", "Kade 1", "--adres", "1234 AB  Dorp", "--aard", "publiek")
    assert gelijk(paar, "partner", "politie", "--email", "p@p.example", *adres)


@pytest.mark.traag
def test_what_is_emptied_is_taken_away(paar: tuple[Loket, Path]) -> None:
    """As with an empty text on the command line."""
    loket, _ = paar
    loket.open("/doe/wijzig-partner?partner=verzonnen")
    loket.stuur({"opmerking": "", "kort": "Verz"}, BEKIJK)
    loket.stuur(knop=LEG_VAST)
    assert gelijk(paar, "partner", "verzonnen", "--opmerking", "", "--kort", "Verz")


def test_when_nothing_changes_nothing_is_recorded(paar: tuple[Loket, Path]) -> None:
    """The form says so; spaces that a form folds are no change."""
    loket, ander = paar
    path = loket.kantoor.root / "convenant/registers/partners.yaml"
    path.write_text(path.read_text("utf-8").replace("Politie Voor", "Politie  Voor"), "utf-8")
    loket.open("/doe/wijzig-partner?partner=politie")
    loket.stuur(knop=BEKIJK)
    assert loket.antwoord.status_code == 422
    assert "er verandert niets" in loket.blad.tekst
    assert "  Voor" in path.read_text("utf-8")
    assert registers(ander).keys() == registers(loket.kantoor.root).keys()


def test_a_field_that_was_not_sent_stays(paar: tuple[Loket, Path]) -> None:
    """A form that is sent in part empties nothing."""
    loket, _ = paar
    adres = "/doe/wijzig-partner/bekijk?partner=verzonnen"
    sent = {"partner": "verzonnen", "naam": "Stichting Anders", "soort": "flexibele schil"}
    answer = loket.client.post(adres, data=sent)
    assert "naam: was" in answer.text
    assert "opmerking: was" not in answer.text


@pytest.mark.traag
def test_who_signs_gets_other_facts(paar: tuple[Loket, Path]) -> None:
    """And a name that is of the same person, better spelled."""
    loket, _ = paar
    loket.open("/partners/politie")
    loket.klik("Wijzig")
    loket.stuur(
        {"grond": "mandaat", "van": "2026-01-01", "naam": "B. Verzonne", "schrijffout": "ja"},
        BEKIJK,
    )
    assert "grond: was “niets”, wordt “mandaat”" in loket.blad.tekst
    loket.stuur(knop=LEG_VAST)
    wie = ("--grond", "mandaat", "--van", "2026-01-01", "--naam", "B. Verzonne", "--schrijffout")
    assert gelijk(paar, "ondertekenaar", "politie", *wie)


@pytest.mark.traag
def test_somebody_else_signs_from_a_day_on(paar: tuple[Loket, Path]) -> None:
    """The row of who signed stays, and ends the day before."""
    loket, _ = paar
    loket.open("/partners/politie")
    loket.klik("Iemand anders gaat tekenen")
    loket.stuur({"vanaf": "2027-01-01", "naam": "C. Nieuw", "titel": "Mw."}, BEKIJK)
    assert "nieuw: Mw. C. Nieuw" in loket.blad.tekst
    assert "op welke grond Mw. C. Nieuw mag tekenen" in loket.blad.tekst
    loket.stuur(knop=LEG_VAST)
    wie = ("--vanaf", "2027-01-01", "--naam", "C. Nieuw", "--titel", "Mw.")
    assert gelijk(paar, "ondertekenaar", "politie", *wie)


@pytest.mark.traag
def test_a_decision_moves_with_what_was_decided(paar: tuple[Loket, Path]) -> None:
    """Reached from the list of decisions."""
    loket, _ = paar
    loket.open("/besluiten")
    loket.klik("Wijzig: Vaststelling")
    loket.stuur({"datum": "2026-03-02", "kenmerk": "SG-1"}, BEKIJK)
    loket.stuur(knop=LEG_VAST)
    assert gelijk(paar, "besluit", "b1", "--datum", "2026-03-02", "--kenmerk", "SG-1")


@pytest.mark.traag
def test_hostile_facts_stay_text(paar: tuple[Loket, Path]) -> None:
    """Of sixty letters, markup and a template; in the form, what follows, the card and the list."""
    loket, _ = paar
    vijandig = "<b>{{ 7*7 }}</b>\"'"
    loket.open("/doe/wijzig-partner?partner=politie")
    loket.stuur({"naam": LANG, "zetel": vijandig, "kvk": "12"}, BEKIJK)
    assert "acht cijfers" in loket.blad.tekst
    assert ("zetel", vijandig) in loket.blad.formulieren[0].velden  # carried on unseen
    loket.open("/doe/wijzig-partner?partner=politie")
    loket.stuur({"naam": LANG, "zetel": vijandig}, BEKIJK)
    loket.stuur(knop=LEG_VAST)
    for pad in ("/partners", "/partners/politie"):
        loket.open(pad)
        assert vijandig in loket.blad.tekst
        assert LANG in loket.blad.tekst
        assert "<b>{{" not in loket.antwoord.text


@pytest.mark.parametrize(
    "pad",
    [
        "wijzig-partner",
        "wijzig-partner?partner=..%2F..%2Fetc",
        "wijzig-ondertekenaar?ondertekenaar=%3Cb%3E",
        "opvolger",
        "wijzig-besluit?besluit=x",
    ],
)
def test_what_is_not_there_cannot_be_changed(paar: tuple[Loket, Path], pad: str) -> None:
    """The page says what there is."""
    loket, _ = paar
    loket.open(f"/doe/{pad}")
    assert loket.antwoord.status_code == 409
    assert "<b>" not in loket.antwoord.text.partition("<h1>")[2].replace("<b>Fout", "")


def test_who_only_reads_sees_no_button_that_records(klein: Path) -> None:
    """Also on the act itself."""
    loket = Loket(kopie(KLEIN, klein / "lees"), OP, alleen_lezen=True)
    loket.open("/doe/wijzig-partner?partner=politie")
    loket.stuur({"kort": "POL"}, BEKIJK)
    assert LEG_VAST not in loket.blad.formulieren[0].knoppen
