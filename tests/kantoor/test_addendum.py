"""From an edited text to the addendum and the besluit, by a form."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.gewijzigd import gewijzigd
from tests.kantoor.loket import Loket

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.afleiden import Afleidopdracht, stel_afleiding_voor

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier in whose text words were changed since its last version."""
    return gewijzigd(tmp_path / "klein")


def _bytes(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.pdf
def test_the_addendum_is_that_of_the_command_and_its_sentences_are_shown_first(
    root: Path,
) -> None:
    """Byte for byte what the opdracht derives; nothing is written before the second act."""
    opdracht = Afleidopdracht("2021", "werk", naam="proef {{ 7*7 }}")
    afgeleid = stel_afleiding_voor(Geopend(root, OP), opdracht)
    loket = Loket(root, OP)
    loket.open("/vergelijken?oud=versie:2021&nieuw=werk&editie=vanzelf")
    loket.klik("Laat het addendum en het besluit schrijven die dit verschil maken")
    tekst = loket.stuur({"naam": "proef {{ 7*7 }}"}).tekst
    nauw = "“<b>nauw</b> {{ 7*7 }}”"
    assert f"A. Na “werken” wordt in artikel 1, eerste lid, {nauw} ingevoegd." in tekst
    assert "precies de nieuwe" in tekst
    assert "Zet die plaatsen bij Tekst terug" in tekst
    assert "git" not in tekst
    assert not (root / "addenda" / afgeleid.map).exists()
    tekst = loket.stuur(knop="Schrijf het addendum en het besluit").tekst
    assert "wijzigingsbesluit.docx" in tekst
    bestanden = {naam: text.encode() for naam, text in afgeleid.bestanden.items()}
    assert _bytes(root / "addenda" / afgeleid.map) == bestanden


@pytest.mark.traag
def test_who_saved_an_edit_is_led_to_the_addendum(root: Path) -> None:
    """There is a version that the edit changes."""
    loket = Loket(root, OP)
    loket.open("/tekst/wijzig/deel-1-artikel-1")
    tekst = dict(loket.blad.formulieren[0].velden)["tekst"]
    loket.stuur({"tekst": f"{tekst.rstrip()} Dit ook.\n"}, "Bewaar")
    loket.klik("Leid uit de wijzigingen het addendum af")
    assert loket.antwoord.url.path == "/doe/addendum-afleiden"


@pytest.mark.traag
def test_two_that_are_equal_leave_nothing_to_decide(root: Path) -> None:
    """And there is no button then."""
    loket = Loket(root, OP)
    loket.open("/doe/addendum-afleiden")
    tekst = loket.stuur({"nieuw": "versie:2021"}).tekst
    assert "er valt niets te besluiten" in tekst
    assert "Schrijf het addendum" not in loket.antwoord.text


@pytest.mark.traag
def test_an_addendum_is_never_overwritten(root: Path) -> None:
    """The form says that the name is taken, and what was filled in still stands there."""
    (root / "addenda/2026-11-24-proef").mkdir(parents=True)
    loket = Loket(root, OP)
    loket.open("/doe/addendum-afleiden")
    tekst = loket.stuur({"naam": "proef"}).tekst
    assert loket.antwoord.status_code == 422
    assert "is er al" in tekst
