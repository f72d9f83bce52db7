"""Tekst: the convenant as it reads on a day, with its findings at their words."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.kantoor.leestekst.weergave import Weergave, naam_van
from convenantwerk.papier.traversal import anchors_of, note_words, words
from convenantwerk.stukken.tekst import Composer

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie

OP = date(2026, 11, 24)
ADDENDUM = "/tekst/deel-1-hoofdstuk-10"


@pytest.fixture(scope="module")
def lezen(tmp_path_factory: pytest.TempPathFactory) -> Loket:
    """The page of this repository's own dossier, only looked at."""
    folder = tmp_path_factory.mktemp("tekst")
    return Loket(kopie(HOLLANDS_MIDDEN, folder / "d"), OP, alleen_lezen=True)


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier."""
    return Loket(klein, OP)


@pytest.mark.traag
@pytest.mark.parametrize("editie", ["met-addenda", "doorlopend"])
def test_the_pages_together_are_the_text(lezen: Loket, editie: Editie) -> None:
    """Every word, note and place of it, in order and once: what is read is what is built."""
    with lezen.kantoor.dossier() as dossier:
        beeld = Weergave(dossier, OP, editie)
        hele = Composer.van(beeld.gelezen.dossier, beeld.gelezen.convenant).blocks()
        rijen = [beeld.rij(one) for blad in beeld.bladen.bladen for one in blad.leesdelen]
    read = [block for rij in rijen for block in rij.blokken]
    assert words(read) == words(hele)
    assert note_words(read) == note_words(hele)
    assert list(anchors_of(read)) == list(anchors_of(hele))


def test_a_finding_stands_beside_its_words_and_leads_to_them(lezen: Loket) -> None:
    """Artikel 14 has six open invulvelden, each marked where it stands."""
    lezen.open(ADDENDUM)
    html = lezen.antwoord.text
    assert "open invulveld [Naam Partij]" in lezen.blad.tekst.replace("Open", "open")
    merk = html.split('<mark id="')[1].split('"')[0]
    assert f'href="#{merk}"' in html
    assert (
        "Wijzig Artikel 14 Ondersteunend Personeel" not in lezen.blad.koppelingen
    )  # only looked at
    merken = set(re.findall('<mark id="([^"]+)"', html))
    kaarten = html.split('<div class="kaart ')[1:]
    naar = [re.findall('href="#([^"]+)"', kaart)[0] for kaart in kaarten]
    fouten = [adres for adres, kaart in zip(naar, kaarten, strict=True) if kaart[:4] == "fout"]
    assert set(fouten) <= merken  # words that two findings are about are marked once
    assert len(set(naar) - merken) <= 2


def test_places_in_a_finding_are_called_as_one_reads_them(lezen: Loket) -> None:
    """Beside the text, and where it is said to be right: no file, line or folder."""
    lezen.open("/tekst?toon=bevindingen")
    said = lezen.blad.tekst
    assert "een andere schrijfwijze van het begrip 'Partners' in hoofdstuk 7" in said
    assert re.findall(r"\S*\.md:\d+", said) == []
    assert str(lezen.kantoor.root) not in said


def test_a_verwijzing_leads_to_the_page_that_it_names_and_shows_it(lezen: Loket) -> None:
    """Also when that is another page; the preview is a piece of it without a second anchor."""
    lezen.open(ADDENDUM)
    assert lezen.blad.koppelingen["artikel 8.4, onder a"].startswith(f"{ADDENDUM}#")
    lezen.open("/tekst/kijk?adres=deel-1-artikel-8--8.4--a")
    assert lezen.blad.tekst.endswith("a. Het aanwijzen van een Casusregisseur;")
    assert "<mark" not in lezen.antwoord.text
    assert " id=" not in lezen.antwoord.text


def test_only_the_places_with_a_finding_are_shown_and_those_that_have_none(lezen: Loket) -> None:
    """All of them; one that is not about the text stands in a list of its own."""
    blad = lezen.open("/tekst?toon=bevindingen")
    with lezen.kantoor.dossier() as dossier:
        found = len(dossier.tekst().nagelezen)
        beeld = Weergave(dossier, OP, "vanzelf")
        los = len(beeld.geplaatst.los)
        met = {
            f"Lees {naam_van(one)} in de tekst"
            for blad_ in beeld.bladen.bladen
            for one in blad_.leesdelen
            if one.begint and beeld.geplaatst.bij(one.element.anker)
        }
    assert lezen.antwoord.text.count('<div class="kaart') == found - los
    assert {naam for naam in blad.koppelingen if naam.startswith("Lees ")} == met
    lezen.klik("toon alleen die")
    assert lezen.antwoord.text.count('<div class="kaart fout') == 28
    assert '<div class="kaart hint' not in lezen.antwoord.text


def test_the_day_and_the_edition_that_are_asked_for_stay_asked_for(lezen: Loket) -> None:
    """Before the addendum its chapter is not there; what is no day is told."""
    assert lezen.open(f"{ADDENDUM}?op=2017-06-01").tekst
    assert lezen.antwoord.status_code == 404
    blad = lezen.open("/tekst?op=2017-06-01")
    assert "geldt op 1 juni 2017" in blad.tekst
    assert all(
        "op=2017-06-01" in adres for t, adres in blad.koppelingen.items() if "/tekst/" in adres
    )
    lezen.open("/tekst?op=gisteren")
    assert lezen.antwoord.status_code == 422


def test_the_source_of_what_an_addendum_changed_says_so(lezen: Loket) -> None:
    """Only in the text into which the addenda are worked; elsewhere it reads as in its source."""
    zin = "Een addendum heeft dit stuk gewijzigd"
    assert zin in lezen.open("/tekst/wijzig/voorwoord?editie=doorlopend").tekst
    assert zin not in lezen.open("/tekst/wijzig/voorwoord").tekst
    assert zin not in lezen.open("/tekst/wijzig/deel-1-artikel-14?editie=doorlopend").tekst


@pytest.mark.parametrize("adres", ["/tekst/../convenant", "/tekst/niets", "/tekst/kijk?adres=x"])
def test_what_the_text_does_not_have_is_not_there(lezen: Loket, adres: str) -> None:
    """Whatever the address says."""
    lezen.open(adres)
    assert lezen.antwoord.status_code == 404


def test_text_is_never_html_or_a_template(loket: Loket, klein: Path) -> None:
    """Signs of either are signs of the text."""
    path = klein / "convenant/deel-1/02-artikelen.md"
    path.write_text(path.read_text().replace("Partijen werken", "5 < 6 & {{ 7*7 }} werken"))
    loket.open("/tekst/deel-1")
    assert "5 &lt; 6 &amp; {{ 7*7 }} werken" in loket.antwoord.text
    assert 'class="ondertekening"' in loket.antwoord.text
    assert "<img src" in loket.antwoord.text


def test_words_are_marked_where_the_finding_is(klein: Path) -> None:
    """In emphasis, in a note, twice in a line: not the first words that are alike."""
    path = klein / "convenant/deel-1/02-artikelen.md"
    path.write_text(
        "# 2 Artikelen\n\n## Artikel 1 Doel\n\nDat *thans* zo is, en momenteel <b>ook</b>.[^7]\n\n"
        "<!-- goed: CV121, omdat dit een citaat is -->\nThans is het zo.\n\nMomenteel.\n\n"
        "## Artikel 2 Duur\n\nTekst.\n\n[^7]: Momenteel.\n",
        encoding="utf-8",
    )
    loket = Loket(klein, OP)
    loket.open("/tekst/deel-1")
    html = loket.antwoord.text
    merken = re.findall(r'<mark id="[^"]+">(?:<em>)?([^<]+)', html)
    assert [m for m in merken if m.lower() in ("thans", "momenteel")] == [
        *("thans", "momenteel", "Momenteel", "Momenteel")
    ]
    assert "goed:" not in loket.blad.tekst
    assert "<b>ook</b>" not in html
