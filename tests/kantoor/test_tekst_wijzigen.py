"""Changing a part of the text in its source: what follows at once, saving, and two at a time."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
ARTIKEL = "/tekst/wijzig/deel-1-artikel-1"
BRON = "convenant/deel-1/02-artikelen.md"


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier, open at the source of artikel 1."""
    loket = Loket(klein, OP)
    loket.open("/tekst/deel-1")
    loket.klik("Wijzig Artikel 1 Doel")
    return loket


def _bron(loket: Loket) -> str:
    return dict(loket.blad.formulieren[0].velden)["tekst"]


def _bestanden(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".convenant" not in path.parts
    }


@pytest.mark.traag
def test_what_an_edit_would_do_is_shown_and_nothing_is_written(loket: Loket, klein: Path) -> None:
    """The words that come and go, the text as it would be, and the findings that come and go."""
    eerst = _bestanden(klein)
    assert _bron(loket).startswith("## Artikel 1 Doel\n\n1. Partijen")
    tekst = _bron(loket).replace("hoofdstuk 1", "hoofdstuk 9").replace("samen", "beter samen")
    loket.stuur({"tekst": tekst}, "Bekijk wat er verandert")
    html = loket.antwoord.text
    assert '<ins class="ingevoegd los">beter </ins>' in html
    assert '<del class="vervallen los">1</del><ins class="ingevoegd los">9</ins>' in html
    assert "Verwijzing naar 'hoofdstuk 9', die dit convenant niet heeft" in loket.blad.tekst
    loket.client.post(f"{ARTIKEL}/bekijk", data={"tekst": tekst, "deel": "ja"})
    assert _bestanden(klein) == eerst


@pytest.mark.traag
def test_a_finding_that_only_counts_otherwise_is_not_new(loket: Loket) -> None:
    """A word that stands there once more is still written in two ways: nothing came or went."""
    erbij = "Een Werkplan is goed. Dit Werkplan ook, en elk werkplan, of een werkplan."
    begin = f"{_bron(loket)}\n\n{erbij}"
    loket.stuur({"tekst": begin}, "Bewaar")
    loket.open(ARTIKEL)
    loket.stuur({"tekst": f"{_bron(loket)}\n\nEen werkplan."}, "Bekijk wat er verandert")
    assert "Dit verandert niets aan de bevindingen." in loket.blad.tekst


def test_the_script_gets_the_piece_that_it_puts_in_its_place(loket: Loket) -> None:
    """Without the page around it; nothing changed is said too."""
    answer = loket.client.post(f"{ARTIKEL}/bekijk", data={"tekst": _bron(loket), "deel": "ja"})
    assert answer.text.strip() == '<p class="klein" data-kort>Er is nog niets gewijzigd.</p>'


@pytest.mark.traag
def test_saving_changes_those_words_and_not_a_byte_besides(loket: Loket, klein: Path) -> None:
    """And tells what became of the findings; sent twice it is done once."""
    eerst = _bestanden(klein)
    tekst = _bron(loket).replace("samen", "beter samen")
    form = loket.blad.formulieren[0]
    loket.stuur({"tekst": tekst.replace("\n", "\r\n")}, "Bewaar")
    assert "Artikel 1 Doel is bewaard" in loket.blad.tekst
    assert "Leid uit" not in loket.blad.tekst  # there is no version yet that it could change
    na = _bestanden(klein)
    assert na == {**eerst, BRON: eerst[BRON].replace(b"samen zoals", b"beter samen zoals")}
    loket.client.post(form.naar, data={**dict(form.velden), "tekst": "## Artikel 1 Anders\n\nX."})
    assert _bestanden(klein) == na
    loket.klik("Terug naar de tekst")
    assert "beter samen" in loket.blad.tekst


def test_saving_without_a_change_writes_nothing(loket: Loket, klein: Path) -> None:
    """And leads back to the text."""
    voor = (klein / BRON).stat()
    loket.stuur(knop="Bewaar")
    assert loket.antwoord.status_code == 200
    assert str(loket.antwoord.url).endswith("/tekst/deel-1#deel-1-artikel-1")
    assert (klein / BRON).stat().st_mtime_ns == voor.st_mtime_ns


def _wijzig(klein: Path, was: str, wordt: str) -> bytes:
    path = klein / BRON
    path.write_text(path.read_text().replace(was, wordt))
    return path.read_bytes()


@pytest.mark.traag
def test_who_saves_on_top_of_another_sees_both_and_chooses(loket: Loket, klein: Path) -> None:
    """The text before, theirs and mine; then mine, when that is what is chosen."""
    tekst = _bron(loket).replace("werken samen", "werken altijd samen")
    hun = _wijzig(klein, "werken samen", "werken soms samen")
    loket.stuur({"tekst": tekst}, "Bewaar")
    assert loket.antwoord.status_code == 409
    assert (klein / BRON).read_bytes() == hun
    html = loket.antwoord.text
    assert '<ins class="ingevoegd los">soms </ins>' in html
    assert '<ins class="ingevoegd los">altijd </ins>' in html
    assert "Partijen werken samen zoals" in loket.blad.tekst
    assert loket.blad.koppelingen["de tekst van de ander laten staan"].startswith("/tekst/deel-1")
    assert _bron(loket) == tekst
    loket.stuur(knop="Bewaar mijn tekst over die van de ander")
    assert "is bewaard" in loket.blad.tekst
    assert (klein / BRON).read_bytes() == hun.replace(b"soms", b"altijd")


@pytest.mark.traag
def test_a_change_elsewhere_in_the_file_stays(loket: Loket, klein: Path) -> None:
    """It is no clash, and it is told."""
    tekst = _bron(loket).replace("samen", "beter samen")
    hun = _wijzig(klein, "Artikel 2 Duur", "Artikel 2 Looptijd")
    loket.stuur({"tekst": tekst}, "Bewaar")
    assert "ergens anders in dit bestand" in loket.blad.tekst
    assert (klein / BRON).read_bytes() == hun.replace(b"samen zoals", b"beter samen zoals")


def test_a_part_that_is_gone_gives_back_what_was_typed(loket: Loket, klein: Path) -> None:
    """Somebody gave the artikel another number."""
    _wijzig(klein, "## Artikel 1 Doel", "## Artikel 7 Doel")
    loket.stuur({"tekst": "## Artikel 1 Doel\n\nMijn woorden."}, "Bewaar")
    assert loket.antwoord.status_code == 409
    assert "Mijn woorden." in loket.blad.tekst


@pytest.mark.traag
def test_what_cannot_be_read_any_more_is_not_saved_without_saying_so(
    loket: Loket, klein: Path
) -> None:
    """First the finding; who wants it all the same, says so of exactly that text."""
    voor = (klein / BRON).read_bytes()
    loket.stuur({"tekst": "## Artikel 1 Doel\n\nZie noot[^9].", "toch": "ja"}, "Bewaar")
    assert loket.antwoord.status_code == 422
    assert "Er is nog niets bewaard" in loket.blad.tekst
    assert "Nieuw" in loket.blad.tekst
    assert (klein / BRON).read_bytes() == voor
    toch = loket.antwoord.text.split('name="toch" value="')[1].split('"')[0]
    loket.stuur({"toch": toch, "tekst": "## Artikel 1 Doel\n\nEn noot[^8]."}, "Bewaar")
    assert loket.antwoord.status_code == 422
    loket.stuur({"toch": toch, "tekst": "## Artikel 1 Doel\n\nZie noot[^9]."}, "Bewaar")
    assert "is bewaard" in loket.blad.tekst
    assert b"noot[^9]" in (klein / BRON).read_bytes()


def test_what_is_typed_is_never_html_or_a_template(loket: Loket) -> None:
    """Not in the field, nor in the text as it would be."""
    vies = "## Artikel 1 Doel\n\n1. A <b>x</b> {{ 7*7 }} \"'</textarea> " + "W" * 60
    loket.stuur({"tekst": vies, "eerst": "<i>"}, "Bekijk wat er verandert")
    assert "&lt;/textarea&gt;" in loket.antwoord.text
    assert "<b>x" not in loket.antwoord.text
    assert "{{ 7*7 }}" in loket.blad.tekst
    assert _bron(loket) == vies


def test_a_part_of_an_addendum_says_so(klein: Path) -> None:
    """And there it is changed, nowhere else."""
    eerst = _bestanden(klein)
    loket = Loket(klein, OP)
    loket.open("/tekst/deel-1")
    loket.klik("Wijzig 3 Uitbreiding")
    assert "uit het addendum van 1 januari 2020" in loket.blad.tekst
    loket.stuur({"tekst": _bron(loket) + "\n\nEn meer."}, "Bewaar")
    na = _bestanden(klein)
    anders = [pad for pad in na if na[pad] != eerst.get(pad)]
    assert anders == ["addenda/2020-01-01-uitbreiding/03-uitbreiding.md"]


def test_who_only_reads_is_offered_no_change(klein: Path) -> None:
    """And cannot make one."""
    loket = Loket(klein, OP, alleen_lezen=True)
    blad = loket.open("/tekst/deel-1")
    assert not any(tekst.startswith("Wijzig") for tekst in blad.koppelingen)
    answer = loket.client.post(ARTIKEL, data={"formulier": "x", "tekst": "x"})
    assert answer.status_code == 403


def test_a_file_that_cannot_be_read_is_mended_as_a_whole(klein: Path) -> None:
    """It is not in the text any more, so its findings lead to the file."""
    path = klein / BRON
    eerst = path.read_bytes()
    path.write_bytes(eerst.replace(b"# 2 Artikelen", b"Twee: artikelen"))
    loket = Loket(klein, OP)
    loket.open("/tekst?toon=bevindingen")
    loket.klik("Wijzig dit bestand")
    tekst = _bron(loket)
    loket.stuur({"tekst": tekst.replace("Twee: artikelen", "# 2 Artikelen")}, "Bewaar")
    assert "is bewaard" in loket.blad.tekst
    assert path.read_bytes() == eerst


@pytest.mark.traag
def test_only_parts_and_files_of_text_can_be_changed(klein: Path) -> None:
    """Whatever the address says, and whether it is looked at or sent."""
    loket = Loket(klein, OP)
    for adres in (
        "/tekst/wijzig/niets",
        "/tekst/wijzig/..%2fregisters",
        "/tekst/wijzig/deel-1%00",
        "/tekst/wijzig/voorwerk",
        "/tekst/wijzig-bestand/convenant/convenant.yaml",
        "/tekst/wijzig-bestand/convenant/registers/partners.yaml",
        "/tekst/wijzig-bestand/convenant/versies/2017/convenant/deel-1/00-deel.md",
        "/tekst/wijzig-bestand/%2e%2e/buiten.md",
        "/tekst/wijzig-bestand/convenant/deel-1/schema.png",
        "/tekst/wijzig-bestand/",
    ):
        assert loket.client.get(adres).status_code == 404, adres
        data = {"tekst": "x", "formulier": adres}
        assert loket.client.post(adres, data=data).status_code in (404, 409), adres
