"""Geschiedenis: all that was recorded, by year, with its papers, and what was annulled as such."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.programma import convenant

from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.momenten import stukken_bij
from convenantwerk.opdrachten.tijdlijn import Moment

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
_REGISTER = "convenant/registers/gebeurtenissen.yaml"


def _leg_vast(root: Path, *args: str) -> None:
    answer = convenant(*args, "--op", "2026-11-24", "--ja", cwd=root)
    assert answer.returncode == 0, answer.stderr


def test_what_was_recorded_stands_by_year_with_the_newest_first(klein: Path) -> None:
    """What was annulled too, with the reason; and it cannot be annulled again."""
    (klein / _REGISTER).write_text("gebeurtenissen:\n  - {datum: 2025-03-01, soort: vergadering}\n")
    _leg_vast(klein, "besluit", "2026-11-01", "--kenmerk", "B-17")
    (eerste, *_) = Geopend(klein, OP).registers.gebeurtenissen
    _leg_vast(klein, "corrigeer", "--gebeurtenis", aanduiding(eerste), "--reden", "een proef")
    loket = Loket(klein, OP)
    tekst = loket.open("/geschiedenis").tekst
    assert "Correctie Vergadering, van 1 maart 2025; reden: een proef" in tekst
    assert "Telt niet mee: rechtgezet op 24 november 2026. Reden: een proef" in tekst
    assert tekst.index("1 november 2026 Besluit") < tekst.index("1 maart 2025 Vergadering")
    assert not any(k.startswith("Zet recht: 1 maart 2025") for k in loket.blad.koppelingen)
    assert any(k.startswith("Zet recht: 1 november 2026") for k in loket.blad.koppelingen)

    loket.stuur({"zoek": "b-17"}, "Zoek")
    assert "1 regel met" in loket.blad.tekst
    assert "Besluit" in loket.blad.tekst
    assert "1 maart 2025" not in loket.blad.tekst
    loket.stuur({"zoek": "<b>{{ 7*7 }}</b>"}, "Zoek")
    assert "Niets gevonden met “<b>{{ 7*7 }}</b>”" in loket.blad.tekst
    assert "<b>{{" not in loket.antwoord.text


def test_a_paper_in_the_archive_stands_beside_what_was_recorded_of_it(klein: Path) -> None:
    """By its hash; the text that lies beside it is no paper."""
    sha256 = "a" * 64
    (klein / _REGISTER).write_text(
        "gebeurtenissen:\n  - datum: 2026-11-03\n    soort: aanbieding\n"
        "    partner: gemeente-voorbeeldstad\n    ondertekenaar: x\n"
        "    stuk: ondertekeningsblad\n    versie: '2026'\n    delen: [deel-1]\n"
        f"    sha256: {sha256}\n"
    )
    folder = klein / "archief/aangeboden"
    folder.mkdir(parents=True)
    for soort in ("pdf", "md"):
        (folder / f"{sha256}.{soort}").write_bytes(b"x")
    loket = Loket(klein, OP)
    loket.open("/geschiedenis")
    papieren = [naar for naar in loket.blad.koppelingen.values() if naar.startswith("/bestand/")]
    assert papieren == [f"/bestand/archief/aangeboden/{sha256}.pdf"]
    assert "Ter ondertekening aangeboden: Gemeente Voorbeeldstad" in loket.blad.tekst


def test_a_paper_and_its_format_are_called_as_people_do(klein: Path) -> None:
    """No suffix in small letters, and no sleutel for a name."""
    geopend = Geopend(klein, OP)
    _leg_vast(klein, "besluit", "2026-11-01", "--kenmerk", "B-17")
    (besluit,) = Geopend(klein, OP).registers.gebeurtenissen
    paden = ("archief/getekend/a.png", "build/ondertekening/politie.pdf", "build/x/agenda.ics")
    stukken = tuple(geopend.root / pad for pad in paden)
    assert [
        (naam, soort)
        for naam, rijen in stukken_bij(geopend.root, Moment(besluit, "", "", (), stukken, None))
        for soort, _ in rijen
    ] == [("Het getekende stuk", "PNG"), ("Het ondertekeningsblad", "PDF"), ("Agenda", "agenda")]


@pytest.mark.traag
def test_thousands_are_told_a_page_at_a_time(klein: Path) -> None:
    """An address that asks for what is not there shows what there is."""
    begin = date(2010, 1, 1)
    (klein / _REGISTER).write_text(
        "gebeurtenissen:\n"
        + "".join(
            f"  - {{datum: {begin + timedelta(days=n)}, soort: vergadering}}\n" for n in range(230)
        )
    )
    loket = Loket(klein, OP)
    assert "1 tot en met 200 van de 230 regels" in loket.open("/geschiedenis").tekst
    loket.klik("Eerder vastgelegd")
    assert "201 tot en met 230 van de 230 regels" in loket.blad.tekst
    loket.klik("Later vastgelegd")
    assert "1 tot en met 200 van de 230 regels" in loket.blad.tekst
    for vanaf in ("-1", "x", "9" * 40, "²"):
        loket.open(f"/geschiedenis?vanaf={vanaf}")
        assert loket.antwoord.status_code == 200


def test_nothing_recorded_yet_says_what_can_be(klein: Path) -> None:
    """With the forms for it; who only reads is shown none."""
    blad = Loket(klein, OP).open("/geschiedenis")
    assert "Er is nog niets vastgelegd" in blad.tekst
    assert "/doe/vergadering-verzetten" in blad.koppelingen.values()
    assert "Leg iets vast" not in Loket(klein, OP, alleen_lezen=True).open("/geschiedenis").tekst


def test_what_was_repaired_is_told_once_on_the_next_page(klein: Path) -> None:
    """A command that was killed had something ready; the page has removed it."""
    loket = Loket(klein, OP)
    (klein / ".convenant").mkdir(exist_ok=True)
    (klein / ".convenant/journaal.klad").write_text("{")
    assert "werd onderbroken" in loket.open("/geschiedenis").tekst
    assert "werd onderbroken" not in loket.open("/geschiedenis").tekst
