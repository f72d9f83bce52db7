"""Papieren: what there is, to look at and to keep; building with progress, whole or not at all."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from tests.kantoor.loket import Loket
from tests.kantoor.werk import klaar
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.kantoor.paginas import papieren
from convenantwerk.kantoor.paginas.papieren import omvang
from convenantwerk.kantoor.werk import Werk
from convenantwerk.papier import uitgeven

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kantoor.loket import Bladlezer

OP = date(2026, 11, 24)
_LICHT = {"formaten": ["html", "md"], "documenten": "convenant"}


@pytest.fixture
def loket(klein: Path) -> Loket:
    """The page of the small dossier."""
    return Loket(klein, OP)


def _maak(loket: Loket, **waarden: str | list[str]) -> Bladlezer:
    loket.open("/papieren/maak")
    loket.stuur({**_LICHT, **waarden}, "Maak de stukken")
    return klaar(loket)


def _bestanden(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_without_papers_it_says_what_to_do_first(loket: Loket) -> None:
    """Make a concept."""
    blad = loket.open("/papieren")
    assert "Er zijn nog geen stukken" in blad.tekst
    assert blad.koppelingen["Maak een concept"] == "/papieren/maak"


@pytest.mark.traag
def test_the_build_leaves_what_the_command_leaves(
    loket: Loket, klein: Path, tmp_path: Path
) -> None:
    """Byte for byte; and the page says so, in the words of the command."""
    ander = kopie(KLEIN, tmp_path / "ander" / "klein")
    args = ("convenant", "--formaat", "html,md", "--op", OP.isoformat())
    gedaan = convenant("bouw", *args, cwd=ander)
    blad = _maak(loket)
    assert "Concept gebouwd in de map build van dit dossier." in blad.tekst
    assert blad.koppelingen["Bekijk alle stukken"] == "/papieren"
    assert _bestanden(klein / "build") == _bestanden(ander / "build")
    assert gedaan.stdout.startswith("Concept gebouwd in build:\n  convenant.html\n")


def test_what_was_made_can_be_looked_at_and_kept(loket: Loket, klein: Path) -> None:
    """In the browser, one by one, and all in one file."""
    (klein / "build").mkdir()
    (klein / "build/convenant.html").write_text("<p>Convenant", encoding="utf-8")
    (klein / "build/convenant.md").write_text("Convenant", encoding="utf-8")
    blad = loket.open("/papieren")
    (naam,) = [n for n, naar in blad.koppelingen.items() if naar.startswith("/papieren/bekijk/")]
    loket.klik(naam)
    assert 'src="/bestand/build/convenant.html"' in loket.antwoord.text
    loket.open("/papieren")
    download = loket.blad.koppelingen[f"Markdown van {naam}"]
    assert loket.client.get(download).content == b"Convenant"
    for adres in ("/papieren/zip", "/papieren/zip?map=build"):
        answer = loket.client.get(adres)
        assert answer.headers["content-disposition"].startswith("attachment")
        with ZipFile(BytesIO(answer.content)) as found:
            assert found.namelist() == ["build/convenant.html", "build/convenant.md"]


def test_what_keeps_a_definitive_one_back_is_told_and_nothing_is_made(klein: Path) -> None:
    """On the page itself, and again to whoever asks for it."""
    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_text("# Voorwoord\n\nEen [open <b>veld</b>].\n", encoding="utf-8")
    loket = Loket(klein, OP)
    assert "Dit houdt een definitief convenant tegen" in loket.open("/papieren").tekst
    assert "open invulveld [open <b>veld</b>]" in loket.blad.tekst
    assert "<b>veld" not in loket.antwoord.text
    loket.klik("Naar Voorwoord")
    assert (loket.antwoord.status_code, loket.antwoord.url.path[:7]) == (200, "/tekst/")
    loket.open("/papieren/maak")
    loket.stuur({**_LICHT, "status": "definitief"}, "Maak de stukken")
    assert loket.antwoord.status_code == 409
    assert "Er is niets gemaakt" in loket.blad.tekst
    assert not (klein / "build").exists()


@pytest.mark.proef
def test_a_definitive_one_is_made_when_nothing_keeps_it_back(loket: Loket, klein: Path) -> None:
    """And says so in its manifest."""
    assert "Definitief gebouwd" in _maak(loket, status="definitief").tekst
    assert '"status": "definitief"' in (klein / "build/manifest.json").read_text("utf-8")


@pytest.mark.traag
def test_progress_tells_of_each_document_and_format_and_stop_leaves_nothing(
    loket: Loket, klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever stops in the middle finds build/ as it was."""
    _maak(loket)
    eerst = _bestanden(klein)
    gezien: list[str] = []

    def meld(werk: Werk, gedaan: int, totaal: int, stap: str) -> None:
        gezien.append(f"{gedaan}/{totaal} {stap.rpartition('(')[2]}")
        if gedaan == 1:
            werk.stop()
        gewoon(werk, gedaan, totaal, stap)

    gewoon = Werk.meld
    monkeypatch.setattr(Werk, "meld", meld)
    blad = _maak(loket, formaten=["html", "md"], op="2019-06-01")
    assert gezien == ["0/0 De tekst wordt gelezen.", "0/2 webpagina)", "1/2 Markdown)"]
    assert "U hebt dit gestopt" in blad.tekst
    assert _bestanden(klein) == eerst


def test_what_goes_wrong_on_the_way_leaves_nothing(
    loket: Loket, klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the program itself fails on the second format."""

    def stuk(*_: object) -> list[object]:
        raise RuntimeError

    monkeypatch.setattr(uitgeven, "_bestanden", stuk)
    assert "Dit is niet gelukt" in _maak(loket).tekst
    assert not (klein / "build").exists()


def test_what_does_not_fit_is_told_of_every_field_at_once(loket: Loket, klein: Path) -> None:
    """No document, no format, an edition that is not there."""
    loket.open("/papieren/maak")
    loket.stuur({"documenten": [], "formaten": [], "editie": "{{ 7*7 }}"}, "Maak de stukken")
    assert loket.antwoord.status_code == 422
    assert "3 antwoorden passen niet" in loket.blad.tekst
    assert "49" not in loket.antwoord.text
    assert not (klein / "build").exists()


def test_only_papers_can_be_asked_for(loket: Loket, klein: Path) -> None:
    """What is no paper of this dossier is not there."""
    (klein / "build").mkdir()
    (klein / "build/x.pdf").write_bytes(b"x")
    for pad in (
        "bekijk/convenant/convenant.yaml",
        "bekijk/build/../convenant/convenant.yaml",
        "bekijk/build/%2e%2e/convenant/convenant.yaml",
        "bekijk/<b>",
        "zip?map=convenant",
        "zip?map=../build",
    ):
        assert loket.client.get(f"/papieren/{pad}").status_code == 404, pad


def test_names_of_files_are_never_markup(klein: Path) -> None:
    """Sixty letters fit, and what looks like HTML or a template is shown as it is."""
    (klein / "build").mkdir()
    for naam in ("<b>vet</b>&x=1#?.pdf".replace("/", "∕"), "{{ 7*7 }}.pdf", f"{'w' * 60}.pdf"):
        (klein / "build" / naam).write_bytes(b"%PDF-")
    loket = Loket(klein, OP)
    blad = loket.open("/papieren")
    assert "{{ 7*7 }}" in blad.tekst
    assert "<b>vet" not in loket.antwoord.text
    for naar in [*blad.koppelingen.values()]:
        if naar.startswith(("/papieren/bekijk/", "/bestand/")):
            assert loket.client.get(naar).status_code == 200, naar


def test_of_many_papers_the_first_are_shown_and_all_when_asked(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Five thousand rows are no page."""
    monkeypatch.setattr(papieren, "_EERST", 2)
    (klein / "build/brieven").mkdir(parents=True)
    for naam in "abc":
        (klein / f"build/brieven/{naam}.pdf").write_bytes(b"x")
    loket = Loket(klein, OP)
    assert "Brieven (3)" in loket.open("/papieren").tekst
    assert "C" not in loket.blad.koppelingen
    assert "C" in loket.klik("Toon alle 3").koppelingen


def test_who_only_reads_makes_nothing(klein: Path) -> None:
    """And is not offered it."""
    loket = Loket(klein, OP, alleen_lezen=True)
    assert "Maak een concept" not in loket.open("/papieren").koppelingen
    assert loket.client.post("/papieren/maak", data={"formulier": "x"}).status_code == 403


@pytest.mark.parametrize(
    ("grootte", "zegt"), [(1, "1 kB"), (340_400, "340 kB"), (1_250_000, "1,2 MB")]
)
def test_sizes_are_said_as_people_say_them(grootte: int, zegt: str) -> None:
    """In kB and MB, with a comma."""
    assert omvang(grootte) == zegt
