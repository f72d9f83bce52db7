"""Vergelijken: what differs between two editions, or an edition and a file; papers of it."""

from __future__ import annotations

import re
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
BEIDE = "/vergelijken?oud=versie:2017&nieuw=versie:2018-06-18&editie=vanzelf"


@pytest.fixture(scope="module")
def midden(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The page of a whole dossier; no test here changes it."""
    return Loket(kopie(HOLLANDS_MIDDEN, tmp_path_factory.mktemp("m") / "midden"), OP)


def _klaar(loket: Loket) -> str:
    """Wait until long work is done, and return what its page says."""
    adres = loket.antwoord.url.path
    for _ in range(400):
        if "Voortgang" not in loket.open(adres).tekst:
            break
        time.sleep(0.05)
    return loket.blad.tekst


def test_what_differs_is_told_marked_and_linked(midden: Loket) -> None:
    """In one line as the command says it, in short, and in the text itself."""
    tekst = midden.open(BEIDE).tekst
    assert "Verschillen: 20 ingevoegd, 10 gewijzigd, 10 in de registers." in tekst
    assert midden.blad.koppelingen["Artikel 8 Het Casusoverleg"].startswith("#")
    html = midden.antwoord.text
    anker = midden.blad.koppelingen["Artikel 8 Het Casusoverleg"].removeprefix("#")
    assert f'id="{anker}"' in html
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert "style=" not in html.replace('rel="stylesheet"', "")


def test_the_whole_text_and_the_two_beside_each_other(midden: Loket) -> None:
    """Only the changes are shown until the whole text is asked for."""
    kort = midden.open(BEIDE).tekst
    assert "Financiering" not in kort
    midden.klik("Toon de hele tekst")
    assert "Financiering" in midden.blad.tekst
    midden.klik("Naast elkaar")
    html = midden.antwoord.text
    assert "Financiering" in midden.blad.tekst
    assert html.count('class="was"') > 20
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    midden.klik("Was-wordt-tabel")
    assert "Toelichting" in midden.blad.tekst


def test_two_that_are_equal_say_so(midden: Loket) -> None:
    """A day on which the last version is in force."""
    midden.open("/vergelijken")
    tekst = midden.stuur({"oud": "versie:2017", "nieuw": "versie:2017"}).tekst
    assert "De twee teksten zijn gelijk." in tekst
    tekst = midden.stuur({"oud": "dag", "oud_dag": "2018-01-01", "nieuw": "versie:2017"}).tekst
    assert midden.antwoord.status_code == 200
    assert "ingevoegd" not in tekst


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
def test_only_what_the_dossier_has_can_be_chosen(midden: Loket, zoek: str) -> None:
    """A path is no edition here, though it is one for the command."""
    midden.open(f"/vergelijken?{zoek}")
    assert midden.antwoord.status_code == 422
    assert "past niet" in midden.blad.tekst or "passen niet" in midden.blad.tekst
    assert "<b>{{" not in midden.antwoord.text


def test_a_file_is_read_and_compared_and_the_dossier_stays(klein: Path) -> None:
    """What was unsure is told; the differences are those of the text."""
    loket = Loket(klein, OP)
    eerst = {p: p.read_bytes() for p in klein.rglob("*") if p.is_file()}
    gestuurd = b"# Convenant\n\n## Artikel 1 Doel\n\n1. Partijen werken <b>samen</b> {{ 7*7 }}.\n"
    loket.open("/vergelijken")
    loket.stuur({"met": "werk"}, "Lees het bestand", [("bestand", ("../Van <i>ons.md", gestuurd))])
    tekst = _klaar(loket)
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
    assert "Dit is niet gelukt" in _klaar(loket)
    loket.open("/vergelijken")
    loket.stuur({}, "Lees het bestand", [("niets", ("x", b""))])
    assert loket.antwoord.status_code == 422
    assert "kies een bestand" in loket.blad.tekst


@pytest.mark.pdf
def test_all_papers_are_made_and_listed_beside_the_comparing(klein: Path) -> None:
    """Those that `convenant renvooi` makes, where it makes them."""
    loket = Loket(klein, OP)
    loket.open("/vergelijken")
    loket.stuur({"oud": "werk", "nieuw": "dag", "nieuw_dag": "2020-01-01"})
    loket.stuur(knop="Maak alle stukken")
    assert "renvooi.docx" in _klaar(loket)
    made = {path.name for path in (klein / "build/renvooi/werk--2020-01-01").iterdir()}
    assert made >= {"renvooi.docx", "renvooi.pdf", "renvooi.html", "renvooi.json"}
    assert "eerder van deze vergelijking" in loket.klik("Naar de vergelijking").tekst
