"""The list of an office on the page: its columns, its questions, the rows of the command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook
from tests.invoer.lijsten.kantoor import als_csv, als_xlsx, bewaard, vul
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import kopie

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

OP = date(2026, 11, 24)
BEKIJK, NEEM = "Bekijk wat hieruit volgt", "Neem dit over"
KOP = ("Organisatie", "Soort", "Adres", "E-mail", "Ondertekenaar", "Functie")
STAD = ("Gemeente Voorbeeldstad", "ketenpartner", "Plein 1, 1234 AB Voorbeeldstad", "s@s.example")
POLITIE = ("Politie Voorbeeld", "ketenpartner", "Kade 2, 1234 AC Voorbeeldstad", "p@p.example")
NIEUW = ("Stichting Erbij", "flexibele schil", "Laan 3, 1234 AD Dorp", "e@e.example")
VASTGESTELD = "gebeurtenissen:\n  - {datum: 2026-01-01, soort: vaststelling, versie: x}\n"


@pytest.fixture
def paar(klein: Path, tmp_path: Path) -> tuple[Loket, Path]:
    """The page of a dossier, and a copy of that for the command."""
    return Loket(klein, OP), kopie(klein, tmp_path / "ander")


def stuur(loket: Loket, data: bytes, naam: str = "lijst.csv") -> None:
    """Send a list."""
    loket.open("/partners")
    loket.klik("Neem een lijst over")
    loket.stuur(knop="Lees de lijst", bestanden=[("bestand", (naam, data))])


def gelijk(paar: tuple[Loket, Path], data: bytes, *opties: str) -> bool:
    """Tell whether the page left what a command leaves, and that this was something."""
    loket, ander = paar
    before = _registers(ander)
    (ander / "lijst.csv").write_bytes(data)
    args = ("--uit", "lijst.csv", *opties, "--op", "2026-11-24", "--ja")
    done = convenant("partners", *args, cwd=ander)
    assert done.returncode == 0, done.stderr
    return _registers(loket.kantoor.root) == _registers(ander) != before


def _registers(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (root / "convenant/registers").iterdir()}


@pytest.mark.traag
def test_a_list_is_taken_over_as_by_the_command(paar: tuple[Loket, Path]) -> None:
    """Its columns are recognised, and what was and becomes is shown first."""
    loket, _ = paar
    rijen = [KOP, (*STAD, "A. Voorbeeld", "burgemeester"), (*NIEUW, "E. Erbij", "directeur")]
    data = als_csv(rijen, "utf-8")
    stuur(loket, data)
    assert "Kolom D 'E-mail' (s@s.example)" in loket.blad.tekst
    assert "Herkend aan de naam van de kolom" in loket.blad.tekst
    before = _registers(loket.kantoor.root)
    loket.stuur(knop=BEKIJK)
    assert "lijst.csv: 2 organisaties" in loket.blad.tekst
    assert "Stichting Erbij (stichting-erbij): flexibele schil" in loket.blad.tekst
    assert _registers(loket.kantoor.root) == before
    loket.stuur(knop=NEEM)
    assert "1 partner is nieuw in het register" in loket.blad.tekst
    assert gelijk(paar, data)


@pytest.mark.traag
def test_a_column_may_be_something_else_than_it_seems(paar: tuple[Loket, Path]) -> None:
    """As with --kolom; what one is said to be, no other holds any more."""
    loket, _ = paar
    data = als_csv([KOP, NIEUW], "utf-8")
    stuur(loket, data)
    loket.stuur({"kolom-2": "opmerking", "kolom-3": "niets"}, BEKIJK)
    loket.stuur(knop=NEEM)
    assert gelijk(paar, data, "--kolom", "C=opmerking", "--kolom", "e-mail=niets")


@pytest.mark.traag
def test_who_looks_like_a_partner_is_asked(paar: tuple[Loket, Path]) -> None:
    """Whether it is the partner or a new one; a new one of no soort is asked that."""
    loket, _ = paar
    eerst = als_csv([KOP, STAD, POLITIE], "utf-8")
    stuur(loket, eerst)
    loket.stuur(knop=BEKIJK)
    loket.stuur(knop=NEEM)
    assert gelijk(paar, eerst)
    data = als_csv([KOP, STAD, ("Stichting Anders", "", *POLITIE[2:])], "utf-8")
    stuur(loket, data)
    assert "Rij 3, Stichting Anders, lijkt Politie Voorbeeld" in loket.blad.tekst
    loket.stuur(knop=BEKIJK)
    assert "Eén antwoord past niet" in loket.blad.tekst
    loket.stuur({"rij-3": "nieuw"}, BEKIJK)
    assert "Soort van de nieuwe partners" in loket.blad.tekst
    loket.stuur({"soort": "incidenteel"}, BEKIJK)
    loket.stuur(knop=NEEM)
    assert gelijk(paar, data, "--zelfde", "3=nieuw", "--soort", "incidenteel")
    data = als_csv([KOP, ("Politie, eenheid Nieuw", *POLITIE[1:])], "utf-8")
    stuur(loket, data)
    loket.stuur({"rij-2": "politie"}, BEKIJK)
    assert "naam: was “Politie Voorbeeld”" in loket.blad.tekst
    loket.stuur(knop=NEEM)
    assert "1 partner of ondertekenaar is gewijzigd" in loket.blad.tekst


def test_what_brings_nothing_new_has_nothing_to_record(paar: tuple[Loket, Path]) -> None:
    """The page says so, and has no button for it."""
    loket, _ = paar
    stuur(loket, als_csv([KOP, ("Politie Voorbeeld", "ketenpartner")], "utf-8"))
    loket.stuur(knop=BEKIJK)
    assert "De lijst brengt niets nieuws" in loket.blad.tekst
    assert NEEM not in loket.blad.formulieren[0].knoppen


@pytest.mark.traag
def test_of_a_workbook_the_sheet_is_chosen(paar: tuple[Loket, Path]) -> None:
    """When it has more than one."""
    loket, _ = paar
    book = Workbook()
    een = book.active
    assert een is not None
    een.title = "Partners"
    vul(een, [KOP, STAD, POLITIE])
    vul(book.create_sheet("Vorig jaar"), [KOP, NIEUW])
    stuur(loket, bewaard(book), "lijst.xlsx")
    assert "In deze werkmap staan 2 bladen" in loket.blad.tekst
    loket.stuur({"blad": "Vorig jaar"}, "Bekijk de kolommen")
    assert "(Stichting Erbij)" in loket.blad.tekst
    stuur(loket, als_xlsx([KOP, NIEUW]), "lijst.xlsx")
    assert "(Stichting Erbij)" in loket.blad.tekst  # of one sheet nothing is asked


@pytest.mark.traag
@pytest.mark.parametrize(
    ("naam", "data", "melding"),
    [
        ("lijst.xls", b"\xd0\xcf\x11\xe0", "oud Excel"),
        ("lijst.csv", b"", "leeg"),
        ("<b>.pdf", b"%PDF-1.7", "het is een PDF"),
        ("../../lijst.csv", b"1;2\n3;4\n", "geen kolommen met partners"),
        ("lijst.xlsx", b"PK\x03\x04kapot", "Deze lijst kan niet worden gelezen"),
    ],
)
def test_what_is_no_list_is_refused(
    paar: tuple[Loket, Path], naam: str, data: bytes, melding: str
) -> None:
    """With what it is and what to do; nothing of it is kept."""
    loket, _ = paar
    stuur(loket, data, naam)
    assert loket.antwoord.status_code == 422
    assert melding in loket.blad.tekst
    assert "<b>.pdf" not in loket.antwoord.text


def test_without_a_column_of_names_nothing_can_follow(paar: tuple[Loket, Path]) -> None:
    """It is told with the form."""
    loket, _ = paar
    stuur(loket, als_csv([KOP, NIEUW], "utf-8"))
    loket.stuur({"kolom-0": "niets"}, BEKIJK)
    assert loket.antwoord.status_code == 422
    assert "moet de naam van de organisatie zijn" in loket.blad.tekst


def test_hostile_cells_stay_text(paar: tuple[Loket, Path]) -> None:
    """Markup and a template in a name, a heading and a column that was not recognised."""
    loket, _ = paar
    rijen: Sequence[Sequence[str]] = [
        (*KOP, "<i>{{ 7*7 }}</i>"),
        ("<b>Stichting</b> {{ 7*7 }}", *NIEUW[1:], "", "", "=1+1"),
    ]
    stuur(loket, als_csv(rijen, "utf-8"))
    assert "<i>{{" not in loket.antwoord.text
    loket.stuur(knop=BEKIJK)
    assert "<b>Stichting</b> {{ 7*7 }}" in loket.blad.tekst
    assert "<b>Stichting" not in loket.antwoord.text


@pytest.mark.traag
def test_after_a_version_was_adopted_nobody_comes_in_by_a_list(klein: Path) -> None:
    """Who is new must accede (CV967)."""
    (klein / "convenant/registers/gebeurtenissen.yaml").write_text(VASTGESTELD, encoding="utf-8")
    loket = Loket(klein, OP)
    stuur(loket, als_csv([KOP, STAD, NIEUW], "utf-8"))
    loket.stuur(knop=BEKIJK)
    assert "Stichting Erbij komt niet in het register" in loket.blad.tekst
    loket.stuur(knop=NEEM)
    assert "nieuw in het register" not in loket.blad.tekst


def test_a_list_that_is_not_here_any_more_is_told(paar: tuple[Loket, Path]) -> None:
    """As after the page was started anew; and the short way to the page is there."""
    loket, _ = paar
    for pad in ("/doe/partnerlijst", "/doe/partnerlijst?lijst=..%2F", "/partnerlijst?lijst=x"):
        loket.open(pad)
        assert loket.antwoord.status_code == 409
    loket.open("/partners/lijst")
    assert "Neem een lijst over" in loket.blad.tekst
