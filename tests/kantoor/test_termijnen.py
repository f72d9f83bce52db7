"""Termijnen: the list with its reasons, the year in a picture, calendars, and stel dat."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, KLEIN, kopie

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.opzegging import Opzegopdracht, bereken
from convenantwerk.opdrachten.steldat import stel_dat
from convenantwerk.opdrachten.termijnen import lees_termijnen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

OP = date(2026, 11, 24)
NIEUW = "<b>Stichting</b> {{ 7*7 }} met een heel erg lange naam van ruim zestig letters"


@pytest.fixture(scope="module")
def midden(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The page of a whole dossier; no test here changes it."""
    return Loket(kopie(HOLLANDS_MIDDEN, tmp_path_factory.mktemp("m") / "midden"), OP)


def _bytes(root: Path) -> Mapping[str, bytes]:
    paden = (p for p in root.rglob("*") if p.is_file())
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in paden}


@pytest.mark.traag
def test_the_list_is_that_of_the_command_with_what_is_overdue_first(midden: Loket) -> None:
    """Each day with the steps by which it was found."""
    tekst = midden.open("/termijnen").tekst
    gezegd = convenant("termijnen", "--op", "2026-11-24", cwd=midden.kantoor.root).stdout
    titels = [r.split(": ", 1)[1] for r in gezegd.splitlines() if r and not r.startswith(" ")]
    assert "6 dingen zijn te laat" in tekst
    assert tekst.index("Begroting 2018") < tekst.index("Jaarplan 2027") < tekst.index("voorbij")
    for titel in titels[-3:]:
        assert titel.removeprefix("TE LAAT: ")[:40] in tekst
    assert "artikel 7, onder l" in tekst
    assert "/doe/vergadering?stukken=" in midden.antwoord.text


def test_it_is_narrowed_by_kind_year_and_partner(midden: Loket) -> None:
    """As by the form above it; what nothing passes says so."""
    tekst = midden.open("/termijnen?jaar=2027&soort=opzegdag").tekst
    assert "Laatste veilige dag voor opzegging per 1 januari 2028" in tekst
    assert "Stilzwijgende verlenging tot" not in tekst
    assert "Er is niets dat hierbij past" in midden.open("/termijnen?soort=mandaat").tekst
    tekst = midden.open("/termijnen?partner=halt").tekst
    assert "Stilzwijgende verlenging tot" in tekst
    assert "Begroting 2027 vast te stellen" not in tekst
    midden.open("/termijnen?tot=2026-12-31")
    assert "Jaarplan 2027" in midden.blad.tekst
    assert "Jaarplan 2028" not in midden.blad.tekst


@pytest.mark.parametrize(
    "zoek",
    [
        "jaar=0",
        "jaar=%C2%B2",
        "soort=<b>",
        "partner=../x",
        "tot=31-02-2026",
        "tot=2020-01-01",
        "tot=2999-12-31",
    ],
)
def test_what_cannot_be_chosen_is_told(midden: Loket, zoek: str) -> None:
    """And the list is there all the same."""
    tekst = midden.open(f"/termijnen?{zoek}").tekst
    assert midden.antwoord.status_code == 422
    assert "Eén antwoord past niet" in tekst


def test_the_picture_is_that_of_the_calendar(midden: Loket) -> None:
    """By an address of its own; other addresses are not there."""
    midden.open("/termijnen/jaar-2027.svg")
    assert midden.antwoord.headers["content-type"].startswith("image/svg+xml")
    assert "30 jun laatste opzegdag" in midden.antwoord.text
    for jaar in ("1989", "2201", "x", "²", "99999999999999999999"):
        assert midden.client.get(f"/termijnen/jaar-{jaar}.svg").status_code == 404


@pytest.mark.traag
def test_stel_dat_shows_what_would_follow_and_changes_no_byte(midden: Loket) -> None:
    """Dates, letters and stand of a notice, an accession and a meeting."""
    eerst = _bytes(midden.kantoor.root)
    tekst = midden.open("/termijnen/stel-dat/opzegging?partner=halt&ontvangen=2026-11-24").tekst
    assert "Stichting Halt neemt deel tot 1 januari 2028" in tekst
    assert "Regeling van de gevolgen van de opzegging door Stichting Halt" in tekst
    assert "Opzeggingsbevestiging Stichting Halt" in tekst
    assert "opgezegd per 1 januari 2028" in tekst
    assert "nemen 30 partners deel; anders waren dat er 31" in tekst
    tekst = midden.klik("Opzeggingsbevestiging Stichting Halt").tekst
    assert "Zo zou deze brief dan luiden" in tekst
    assert "1 januari 2028" in tekst
    midden.open("/termijnen/stel-dat/toetreding")
    tekst = midden.stuur({"naam": "Stichting Nieuw", "datum": "2027-03-01"}).tekst
    assert "Stichting Nieuw treedt toe op 1 maart 2027" in tekst
    assert "Toetredingsverklaring Stichting Nieuw" in tekst
    midden.open("/termijnen/stel-dat/vergadering")
    tekst = midden.stuur({"datum": "2027-03-01"}).tekst
    assert "Nog één vergadering van de Stuurgroep te plannen in 2027" in tekst
    assert _bytes(midden.kantoor.root) == eerst


def test_stel_dat_says_what_is_so_once_it_is_recorded(klein: Path) -> None:
    """What is new are the dates that are there when the notice came in on that later day."""
    dag = date(2026, 12, 15)
    opdracht = Opzegopdracht("politie", dag)
    gezien = stel_dat(Geopend(klein, OP), opdracht)
    later = Geopend(klein, dag)
    later.leg_vast(bereken(later, opdracht).voorstel)
    data = lees_termijnen(Geopend(klein, dag)).data
    nieuw = [wordt for was, wordt in gezien.data if was is None]
    assert nieuw
    assert set(nieuw) <= set(data)


@pytest.mark.traag
def test_stel_dat_of_what_cannot_be_says_why(midden: Loket) -> None:
    """A partner that is in already, a day that is none, a meeting that is not there."""
    for adres, zin in (
        ("toetreding?naam=Stichting+Halt&soort=ketenpartner&datum=2027-01-01", "neemt op die dag"),
        ("opzegging?partner=niemand&ontvangen=2026-11-24", "deze keuze is er niet"),
        ("opzegging?partner=halt&ontvangen=31-02-2026", "past niet"),
        ("vergadering?wat=komt&datum=", "vul een datum in"),
        ("vergadering?wat=vervalt&welke=2027-01-01&datum=", "deze keuze is er niet"),
    ):
        assert zin in midden.open(f"/termijnen/stel-dat/{adres}").tekst
        assert midden.antwoord.status_code == 422
    for adres in ("x", "x/brief/0", "opzegging/brief/0", "toetreding/brief/²"):
        assert midden.client.get(f"/termijnen/stel-dat/{adres}").status_code == 404


def test_what_was_typed_is_no_markup(midden: Loket) -> None:
    """Nor is it filled in as a template."""
    midden.open("/termijnen/stel-dat/toetreding")
    tekst = midden.stuur({"naam": NIEUW}).tekst
    assert f"{NIEUW} treedt toe op 24 november 2026" in tekst


@pytest.mark.traag
def test_calendars_are_given_out_as_the_command_does(klein: Path, tmp_path: Path) -> None:
    """The agendaboek and every calendar, byte for byte."""
    ander = kopie(KLEIN, tmp_path / "ander")
    args = ("--op", "2026-11-24", "--ics", "build/kalender")
    assert convenant("termijnen", *args, cwd=ander).returncode == 0
    loket = Loket(klein, OP)
    eerst = _bytes(klein)
    assert "nog geen agenda’s uitgegeven" in loket.open("/termijnen").tekst
    loket.klik("Geef de agenda’s uit")
    tekst = loket.stuur().tekst
    assert "een agenda voor het bureau, en een voor elk van de 3 partners" in tekst
    assert _bytes(klein) == eerst
    tekst = loket.stuur(knop="Geef de agenda's uit").tekst
    assert "kalender.ics" in tekst
    assert {p: b for p, b in _bytes(klein).items() if p not in eerst} == {
        p: b for p, b in _bytes(ander).items() if p not in eerst
    }
    loket.open("/termijnen")
    loket.klik("Agenda voor Politie Voorbeeld")
    assert loket.antwoord.text.startswith("BEGIN:VCALENDAR")


def test_who_only_reads_makes_nothing(klein: Path) -> None:
    """The year calendar is a paper in the dossier, so it is refused."""
    loket = Loket(klein, OP, alleen_lezen=True)
    assert "Maak de jaarkalender" not in loket.open("/termijnen").tekst
    answer = loket.client.post("/termijnen/jaarkalender", data={"formulier": "x", "jaar": "2026"})
    assert answer.status_code == 403
