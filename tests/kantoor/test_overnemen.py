"""Overnemen: a file of an office becomes a dossier, or comes into the one that is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.cli.test_importeer import _TEKST
from tests.kantoor.loket import Loket
from tests.kantoor.werk import klaar
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.kantoor.paginas import overnemen
from convenantwerk.kantoor.werk import Werk
from convenantwerk.opdrachten.importeren.inlezen import lees_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.kantoor.loket import Bladlezer

    from convenantwerk.invoer.brok import Ingelezen, Wens
    from convenantwerk.invoer.gebouwd import Als, Gebouwd

OP = date(2026, 11, 24)
_ADDENDUM = """\
Addendum gegevensdeling

Artikel 1 Afspraken

1. Partijen spreken af dat zij gegevens delen.
"""


def _bestanden(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def _geef(loket: Loket, naam: str, tekst: str, **waarden: str) -> Bladlezer:
    loket.open("/overnemen")
    bestand = ("bestand", (naam, tekst.encode()))
    loket.stuur(waarden, "Lees het bestand", bestanden=[bestand])
    return klaar(loket)


def _neem(loket: Loket, **waarden: str) -> Bladlezer:
    loket.stuur(waarden, "Neem de tekst over")
    return klaar(loket)


@pytest.mark.traag
def test_a_text_becomes_the_dossier_that_the_command_makes(tmp_path: Path) -> None:
    """Byte for byte, report included; what is said of it is what the command says."""
    (tmp_path / "convenant.txt").write_text(_TEKST, encoding="utf-8")
    args = ("convenant.txt", "--naar", "ander", "--op", OP.isoformat())
    gezegd = convenant("importeer", *args, cwd=tmp_path).stdout
    loket = Loket(tmp_path / "nieuw", OP)
    blad = _geef(loket, "convenant.txt", _TEKST)
    assert ("naam", "Netwerk Aanpak Voorbeeldstad") in blad.formulieren[0].velden
    assert not (tmp_path / "nieuw").exists()
    blad = _neem(loket)
    for zin in ("Elk woord is nageteld", "Geen plaats in de tekst is onzeker", "partners: 2"):
        assert zin in blad.tekst
        assert zin in gezegd
    assert _bestanden(tmp_path / "nieuw") == _bestanden(tmp_path / "ander")
    loket.klik("Lees het rapport")
    assert 'src="/bestand/import/rapport.html"' in loket.antwoord.text
    rapport = loket.client.get("/bestand/import/rapport.html")
    assert "Netwerk Aanpak" in rapport.text
    assert "sandbox" in rapport.headers["content-security-policy"]
    assert loket.blad.koppelingen["Vandaag"] == "/"


def test_what_the_text_does_not_say_is_asked(tmp_path: Path) -> None:
    """As the command asks for the name; what is answered counts, however it looks."""
    loket = Loket(tmp_path / "nieuw", OP)
    _geef(loket, "kort.txt", "Artikel 1 Doel\n\n1. Samen werken.\n")
    loket.stuur({}, "Neem de tekst over")
    assert loket.antwoord.status_code == 422
    assert not (tmp_path / "nieuw").exists()
    _neem(loket, naam="Netwerk <b>{{ 7*7 }}</b>", editie="mei 2026")
    assert "samenwerkingsverband: Netwerk <b>{{ 7*7 }}</b>" in loket.blad.tekst
    assert "editie: mei 2026" in loket.blad.tekst
    assert "<b>{{" not in loket.antwoord.text


@pytest.mark.traag
def test_an_addendum_comes_into_the_dossier_as_by_the_command(klein: Path, tmp_path: Path) -> None:
    """What it must know and the text does not say is asked: all of it at once."""
    ander = kopie(KLEIN, tmp_path / "ander")
    (tmp_path / "a.txt").write_text(_ADDENDUM, encoding="utf-8")
    args = ("--ingangsdatum", "2027-01-01", "--besluit", "Stuurgroepbesluit 4", "--bij", "Deel 1")
    op = ("--op", OP.isoformat())
    naar = ("--naar", "ander", "--als", "addendum")
    gedaan = convenant("importeer", "a.txt", *naar, *args, *op, cwd=tmp_path)
    assert gedaan.returncode == 0, gedaan.stderr
    loket = Loket(klein, OP)
    _geef(loket, "a.txt", _ADDENDUM, als="addendum")
    loket.stuur({}, "Neem de tekst over")
    assert "3 antwoorden passen niet" in loket.blad.tekst
    antwoorden = {"ingangsdatum": "2027-01-01", "besluit": "Stuurgroepbesluit 4", "bij": "deel-1"}
    assert "Erbij in" in _neem(loket, **antwoorden).tekst
    assert _bestanden(klein) == _bestanden(ander)


@pytest.mark.proef
def test_an_overleg_needs_no_answers(klein: Path) -> None:
    """It comes beside those that are there."""
    eerst = set(_bestanden(klein))
    loket = Loket(klein, OP)
    _geef(loket, "zorg.txt", "Zorgoverleg\n\nHet overleg bespreekt zorg.\n", als="overleg")
    _neem(loket)
    nieuw = set(_bestanden(klein)) - eerst
    assert any(pad.startswith("convenant/deel-3/") for pad in nieuw), nieuw


def test_what_a_file_looks_like_is_told_before_anything_is_written(tmp_path: Path) -> None:
    """And in which language it is."""
    loket = Loket(tmp_path / "nieuw", OP)
    zin = "The parties shall not use data which are not needed for the purpose of this agreement. "
    blad = _geef(loket, "x.txt", _ADDENDUM + "\n" + zin * 12)
    assert "dit lijkt een addendum" in blad.tekst
    assert "lijkt in het Engels te zijn" in blad.tekst
    assert not (tmp_path / "nieuw").exists()


def test_tracked_changes_are_asked_about_and_read_as_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file waits meanwhile, and need not be chosen anew."""
    gelezen: list[str] = []

    def lees(path: Path, als: Als, wens: Wens, naam: str) -> tuple[Ingelezen, Gebouwd]:
        gelezen.append(wens.wijzigingen)
        if not wens.wijzigingen:
            bevinding = CODES["CV941"].at(NERGENS, aantal="2 wijzigingen", wie="P. Proef")
            raise OnleesbaarError([bevinding])
        return lees_in(path, als, wens, naam)

    monkeypatch.setattr(overnemen, "lees_in", lees)
    loket = Loket(tmp_path / "nieuw", OP)
    blad = _geef(loket, "convenant.txt", _TEKST)
    assert "heeft 2 wijzigingen die nog niet zijn aanvaard of verworpen, van P. Proef" in blad.tekst
    loket.stuur({"wijzigingen": ""}, "Lees het zo")
    assert "kies er een" in loket.blad.tekst.lower()
    loket.stuur({"wijzigingen": "verwerp"}, "Lees het zo")
    assert "is gelezen: " in klaar(loket).tekst
    assert gelezen == ["", "verwerp"]


@pytest.mark.parametrize(
    ("naam", "data", "zin"),
    [
        ("leeg.txt", "", "dit is leeg"),
        ("brief.rtf", "{\\rtf1 x}", "een RTF-bestand"),
        ("../../<b>.docx", "PK\x03\x04 x", "een ingepakt bestand"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    tmp_path: Path, naam: str, data: str, zin: str
) -> None:
    """With the name that the user gave it, and a way back."""
    loket = Loket(tmp_path / "nieuw", OP)
    blad = _geef(loket, naam, data)
    assert "Dit is niet gelukt" in blad.tekst
    assert zin in blad.tekst
    assert naam.rpartition("/")[2] in blad.tekst
    assert "<b>.docx" not in loket.antwoord.text
    assert blad.koppelingen["Terug"] == "/beginnen"
    assert not (tmp_path / "nieuw").exists()


def test_stopping_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the words were counted already."""
    loket = Loket(tmp_path / "nieuw", OP)
    _geef(loket, "convenant.txt", _TEKST)
    gewoon = Werk.meld

    def meld(werk: Werk, gedaan: int, totaal: int, stap: str) -> None:
        if "geschreven" in stap:
            werk.stop()
        gewoon(werk, gedaan, totaal, stap)

    monkeypatch.setattr(Werk, "meld", meld)
    assert "U hebt dit gestopt" in _neem(loket).tekst
    assert not (tmp_path / "nieuw").exists()


def test_what_is_there_is_never_overwritten(tmp_path: Path) -> None:
    """Somebody put a file in the folder while the page asked its questions."""
    loket = Loket(tmp_path / "nieuw", OP)
    _geef(loket, "convenant.txt", _TEKST)
    (tmp_path / "nieuw").mkdir()
    (tmp_path / "nieuw/x.txt").write_text("x", encoding="utf-8")
    assert "er staat al iets in, zoals 'x.txt'" in _neem(loket).tekst
    assert [*_bestanden(tmp_path / "nieuw")] == ["x.txt"]


def test_what_is_not_there_is_not_found(klein: Path) -> None:
    """Neither work that is unknown, nor a report that was not made."""
    loket = Loket(klein, OP)
    for pad in (
        "/overnemen/niets",
        "/papieren/bekijk/import/rapport.html",
        "/papieren/bekijk/import/..%2Fconvenant%2Fconvenant.yaml",
        "/bestand/import/../convenant/convenant.yaml",
    ):
        assert loket.client.get(pad).status_code == 404, pad


def test_a_key_that_was_made_up_is_no_file(klein: Path) -> None:
    """Only what was sent here can be read."""
    loket = Loket(klein, OP)
    loket.open("/overnemen")
    loket.stuur({"als": "overleg", "bestand": "/etc/passwd"}, "Lees het bestand")
    assert loket.antwoord.status_code == 409
    assert "is er niet meer" in loket.blad.tekst
