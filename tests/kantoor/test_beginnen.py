"""Beginnen: a model or a text in a folder where nothing is yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.proeven import in_de_proef
from tests.programma import convenant

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
_NAAM = "Zorg- en Veiligheidshuis Voorbeeldstreek"
_ANTWOORDEN = {"naam": _NAAM, "plaats": "Voorbeeldstad"}


def _bestanden(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def test_without_a_dossier_every_address_leads_to_beginning(tmp_path: Path) -> None:
    """The folder may be empty, or not be there at all; looking makes nothing."""
    loket = Loket(tmp_path / "nieuw", OP)
    blad = loket.open("/papieren")
    assert loket.antwoord.url.path == "/beginnen"
    assert blad.koppelingen["Begin met een model"] == "/beginnen/model"
    assert blad.koppelingen["Neem het convenant over"] == "/overnemen"
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.traag
@pytest.mark.parametrize(
    ("keuze", "opties"),
    in_de_proef([("geen", ("--zonder-partners",)), ("voorbeeld", ())], om_de=2),
)
def test_a_model_is_what_the_command_makes(
    tmp_path: Path, keuze: str, opties: tuple[str, ...]
) -> None:
    """Byte for byte, with and without invented partners; then there is nothing to begin."""
    args = ("--naam", _NAAM, "--plaats", "Voorbeeldstad", "--op", OP.isoformat(), *opties)
    convenant("nieuw", "ander", *args, cwd=tmp_path)
    loket = Loket(tmp_path / "nieuw", OP)
    loket.open("/beginnen/model")
    blad = loket.stuur({**_ANTWOORDEN, "partners": keuze}, "Begin het dossier")
    assert "Een nieuw dossier, een convenant met privacyprotocol" in blad.tekst
    assert _bestanden(tmp_path / "nieuw") == _bestanden(tmp_path / "ander")
    lijst = blad.koppelingen.get("Neem de lijst van uw partners over")
    assert lijst == (None if keuze == "voorbeeld" else "/partnerlijst")
    assert loket.open("/beginnen/model").koppelingen.get("Terug") is None


def test_a_form_that_is_sent_twice_begins_one_dossier(tmp_path: Path) -> None:
    """And is answered with what came of the first."""
    loket = Loket(tmp_path / "nieuw", OP)
    form = loket.open("/beginnen/model").formulieren[0]
    data = {**dict(form.velden), **_ANTWOORDEN, "soort": "leeg"}
    eerst = loket.client.post(form.naar, data=data)
    weer = loket.client.post(form.naar, data=data)
    assert (weer.status_code, weer.url) == (200, eerst.url)
    assert "Uw dossier is begonnen" in weer.text


def test_what_is_missing_is_told_of_every_field_at_once(tmp_path: Path) -> None:
    """And nothing is written."""
    loket = Loket(tmp_path / "nieuw", OP)
    loket.open("/beginnen/model")
    blad = loket.stuur({"soort": "<b>", "op": "31-02-2026"}, "Begin het dossier")
    assert loket.antwoord.status_code == 422
    assert "4 antwoorden passen niet" in blad.tekst
    assert not (tmp_path / "nieuw").exists()


def test_a_folder_with_other_files_is_refused_as_the_command_does(tmp_path: Path) -> None:
    """With the reason; and again when the form is sent all the same."""
    (tmp_path / "vakantie.txt").write_text("Zon", encoding="utf-8")
    loket = Loket(tmp_path, OP)
    blad = loket.open("/beginnen")
    assert "er staat al iets in, zoals 'vakantie.txt'" in blad.tekst
    assert "Begin met een model" not in blad.koppelingen
    loket.open("/beginnen/model")
    assert "vakantie.txt" in loket.stuur(_ANTWOORDEN, "Begin het dossier").tekst
    assert loket.antwoord.status_code == 409
    assert [*_bestanden(tmp_path)] == ["vakantie.txt"]


def test_a_hostile_name_is_only_a_name(tmp_path: Path) -> None:
    """It is never HTML, and never a template."""
    naam = f"<b>{{{{ 7*7 }}}}</b> {'w' * 60}"
    loket = Loket(tmp_path / "nieuw", OP)
    loket.open("/beginnen/model")
    loket.stuur({**_ANTWOORDEN, "naam": naam, "soort": "leeg"}, "Begin het dossier")
    loket.open("/sluiten")
    assert naam in loket.blad.tekst
    assert "<b>{{" not in loket.antwoord.text


def test_who_only_reads_begins_nothing(tmp_path: Path) -> None:
    """And is told why."""
    loket = Loket(tmp_path, OP, alleen_lezen=True)
    assert "alleen lezen" in loket.open("/beginnen").tekst
    answer = loket.client.post("/beginnen/model", data={**_ANTWOORDEN, "formulier": "x"})
    assert answer.status_code == 403
    assert not [*tmp_path.iterdir()]
