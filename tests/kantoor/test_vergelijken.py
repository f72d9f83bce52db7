"""Vergelijken: what differs between two editions, or an edition and a file; papers of it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.gewijzigd import gewijzigd
from tests.kantoor.loket import Loket
from tests.kantoor.werk import klaar

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor.paginas import vergelijken
from convenantwerk.opdrachten.renvooi import Vergelijkopdracht

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend

OP = date(2026, 11, 24)
BEIDE = "/vergelijken?oud=versie:2021&nieuw=werk&editie=vanzelf"


@pytest.fixture(scope="module")
def loket(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The page of a dossier whose text changed since its version; no test here changes it."""
    return Loket(gewijzigd(tmp_path_factory.mktemp("v") / "klein"), OP)


@pytest.mark.traag
def test_what_differs_is_told_marked_and_linked(loket: Loket) -> None:
    """In one line as the command says it, in short, and in the text itself; text is no markup."""
    tekst = loket.open(BEIDE).tekst
    assert "Verschillen: 1 gewijzigd." in tekst
    assert "<b>nauw</b>" not in loket.antwoord.text
    assert "nauw" in tekst
    assert "{{ 7*7 }}" in tekst
    assert "Artikel 2" not in tekst
    anker = loket.blad.koppelingen["Artikel 1, lid 1"].removeprefix("#")
    assert f'id="{anker}"' in loket.antwoord.text


def test_the_whole_text_and_the_two_beside_each_other(loket: Loket) -> None:
    """Only the changes are shown until the whole text is asked for."""
    loket.open(BEIDE)
    loket.klik("Toon de hele tekst")
    assert "Artikel 2" in loket.blad.tekst
    assert 'class="was"' not in loket.antwoord.text
    loket.klik("Naast elkaar")
    html = loket.antwoord.text
    assert "Artikel 2" in loket.blad.tekst
    assert 'class="was"' in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert " style=" not in html
    loket.klik("Was-wordt-tabel")
    assert "Toelichting" in loket.blad.tekst


def test_two_that_are_equal_say_so(loket: Loket) -> None:
    """Also a day on which nothing was changed yet since."""
    loket.open("/vergelijken")
    tekst = loket.stuur({"oud": "versie:2021", "nieuw": "versie:2021"}).tekst
    assert "De twee teksten zijn gelijk." in tekst
    tekst = loket.stuur({"oud": "dag", "oud_dag": "2021-06-01", "nieuw": "werk"}).tekst
    assert "De twee teksten zijn gelijk." in tekst


@pytest.mark.parametrize(
    "zoek",
    [
        "oud=..%2F..&nieuw=werk&editie=vanzelf",
        "oud=%2Fetc&nieuw=werk&editie=vanzelf",
        "oud=versie:9999&nieuw=werk&editie=vanzelf",
        "oud=bestand:x&nieuw=werk&editie=vanzelf",
        "oud=dag&oud_dag=31-02-2020&nieuw=werk&editie=vanzelf",
        "oud=dag&oud_dag=&nieuw=werk&editie=vanzelf",
        "oud=werk&nieuw=werk&editie=x",
        "oud=<b>{{7*7}}</b>&nieuw=werk&editie=vanzelf",
    ],
)
def test_only_what_the_dossier_has_can_be_chosen(loket: Loket, zoek: str) -> None:
    """A path is no edition here, though it is one for the command."""
    loket.open(f"/vergelijken?{zoek}")
    assert loket.antwoord.status_code == 422
    assert "past niet" in loket.blad.tekst or "passen niet" in loket.blad.tekst
    assert "<b>{{" not in loket.antwoord.text


@pytest.mark.traag
def test_a_file_is_read_and_compared_and_the_dossier_stays(klein: Path) -> None:
    """What was unsure is told; the differences are those of the text."""
    loket = Loket(klein, OP)
    eerst = {p: p.read_bytes() for p in klein.rglob("*") if p.is_file()}
    gestuurd = b"# Convenant\n\n## Artikel 1 Doel\n\n1. Partijen werken <b>samen</b> {{ 7*7 }}.\n"
    loket.open("/vergelijken")
    loket.stuur({"met": "werk"}, "Lees het bestand", [("bestand", ("../Van <i>ons.md", gestuurd))])
    tekst = klaar(loket).tekst
    assert "Van <i>ons.md is gelezen" in tekst
    tekst = loket.klik("Toon de verschillen").tekst
    assert "{{ 7*7 }}" in tekst
    assert "in de registers" not in tekst
    assert {p: p.read_bytes() for p in klein.rglob("*") if p.is_file()} == eerst
    loket.kantoor.sluit()
    assert loket.open(str(loket.antwoord.url)).tekst.count("past niet") == 1


def test_what_is_no_text_is_refused_in_words(klein: Path) -> None:
    """And a form without a file says that one is missing."""
    loket = Loket(klein, OP)
    loket.open("/vergelijken")
    loket.stuur({}, "Lees het bestand", [("bestand", ("x.docx", b"PK\x03\x04geen zip"))])
    assert "Dit is niet gelukt" in klaar(loket).tekst
    loket.open("/vergelijken")
    loket.stuur({}, "Lees het bestand", [("niets", ("x", b""))])
    assert loket.antwoord.status_code == 422
    assert "kies een bestand" in loket.blad.tekst


@pytest.mark.proef
@pytest.mark.pdf
def test_all_papers_are_made_and_listed_beside_the_comparing(tmp_path: Path) -> None:
    """Those that `convenant renvooi` makes, where it makes them."""
    root = gewijzigd(tmp_path / "klein")
    loket = Loket(root, OP)
    loket.open(BEIDE)
    loket.stuur(knop="Maak alle stukken")
    assert "renvooi.docx" in klaar(loket).tekst
    made = {path.name for path in (root / "build/renvooi/2021--werk").iterdir()}
    assert made >= {"renvooi.docx", "renvooi.pdf", "renvooi.html", "renvooi.json"}
    assert "eerder van deze vergelijking" in loket.klik("Naar de vergelijking").tekst


def test_papers_are_asked_as_the_command_asks_them(
    loket: Loket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In all formats, for the editions that are on the page; a button twice is one work."""
    asked: list[Vergelijkopdracht] = []

    def maak(_geopend: Geopend, _uit: Path, opdracht: Vergelijkopdracht, _meld: object) -> None:
        asked.append(opdracht)
        raise ConvenantwerkError("CV904", versie="x", tip="y")

    monkeypatch.setattr(vergelijken, "renvooi", maak)
    loket.open(BEIDE)
    form = next(f for f in loket.blad.formulieren if "Maak alle stukken" in f.knoppen)
    for _ in range(2):
        loket.antwoord = loket.client.post(form.naar, data=dict(form.velden))
    assert "Dit is niet gelukt" in klaar(loket).tekst
    assert asked == [Vergelijkopdracht("2021", "werk")]


@pytest.mark.traag
def test_a_table_of_others_is_held_against_the_text(loket: Loket) -> None:
    """In the words of the command; what is in the table is no markup."""
    tabel = "| Artikel | Was | Wordt |\n| - | - | - |\n| 1.1 | <i>Partijen</i> werkten | x |\n"
    loket.open("/vergelijken")
    loket.klik("Kijk een was-wordt-tabel na die met de hand is gemaakt")
    loket.stuur({}, "Kijk de tabel na", [("tabel", ("tabel <b>.md", tabel.encode()))])
    tekst = klaar(loket).tekst
    assert "tabel <b>.md nakijken" in tekst
    assert "Gelezen: 1 rijen" in tekst
    assert "bevindingen." in tekst
    loket.open("/vergelijken/tabel")
    loket.stuur({"oud": "dag"}, "Kijk de tabel na", [("tabel", ("t.md", tabel.encode()))])
    assert loket.antwoord.status_code == 422
    loket.open("/vergelijken/tabel")
    loket.stuur({}, "Kijk de tabel na", [("tabel", ("t.exe", b"MZ"))])
    assert "geen soort bestand dat hier wordt gelezen" in klaar(loket).tekst
    assert "convenant-kantoor-" not in loket.antwoord.text
