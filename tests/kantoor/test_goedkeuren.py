"""Saying of a finding beside the text that it is right: an opmerking comes in the source."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.loket import Loket
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.tekst.opmerkingen import is_opmerking

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
PAD = "convenant/deel-1/02-artikelen.md"
TEKST = """\
# 2 Artikelen

## Artikel 1 Doel

1. Partijen doen het volgende:
   a. zij overleggen, thans wekelijks;
   b. zij zijn momenteel met weinigen.[^1]

Een [plek] is open.

[^1]: Momenteel zijn dat er drie.
"""


@pytest.fixture
def loket(tmp_path: Path) -> Loket:
    """The page of a dossier with three hints and a fout."""
    root = kopie(KLEIN, tmp_path / "d")
    (root / PAD).write_bytes(TEKST.replace("\n", "\r\n").encode())
    return Loket(root, OP)


def _keur(loket: Loket, woorden: str, waarom: str) -> None:
    """Follow the link at the finding about these words, and say why."""
    blad = loket.open("/tekst/deel-1")
    loket.klik(next(naam for naam in blad.koppelingen if "Dit klopt" in naam and woorden in naam))
    loket.stuur({"waarom": waarom}, "Bekijk wat hieruit volgt")


def _codes(root: Path) -> list[str]:
    return [d.code for d in Geopend(root, OP).tekst().nagelezen if d.code in ("CV117", "CV121")]


def test_a_line_comes_above_the_words(loket: Loket) -> None:
    """It is shown first; no other byte changes, and the finding is gone."""
    path = loket.kantoor.root / PAD
    was = path.read_bytes()
    assert _codes(loket.kantoor.root) == ["CV121"] * 3
    _keur(loket, "thans", "Omdat het <b>zo</b> is besloten {{ 7*7 }}.")
    regel = "<!-- goed: CV121 'thans', omdat het <b>zo</b> is besloten {{ 7*7 }} -->"
    assert regel in loket.blad.tekst
    assert path.read_bytes() == was
    loket.stuur(knop="Leg vast dat dit klopt")
    assert "Dit wordt niet meer gemeld" in loket.blad.tekst
    wordt = path.read_bytes()
    assert wordt.replace(f"   {regel}\r\n".encode(), b"") == was
    assert _codes(loket.kantoor.root) == ["CV121"] * 2


def test_a_note_is_right_where_it_is_called(loket: Loket) -> None:
    """The opmerking comes above the item that calls it."""
    _keur(loket, "'Momenteel'", "dat in 2017 zo was")
    loket.stuur(knop="Leg vast dat dit klopt")
    regels = (loket.kantoor.root / PAD).read_text("utf-8").splitlines()
    at = next(n for n, regel in enumerate(regels) if is_opmerking(regel))
    assert regels[at + 1].startswith("   b.")
    assert "CV117" not in _codes(loket.kantoor.root)


def test_what_cannot_be_said_is_told_in_the_form(loket: Loket) -> None:
    """A reason that would end the opmerking; and a fout has no such link."""
    path = loket.kantoor.root / PAD
    was = path.read_bytes()
    _keur(loket, "thans", "het --> zo is")
    assert "kan niet worden gewijzigd" in loket.blad.tekst
    assert path.read_bytes() == was
    links = loket.open("/tekst/deel-1").koppelingen
    assert sum("Dit klopt" in naam for naam in links) == 3


def test_an_address_that_names_no_finding_asks_which(loket: Loket) -> None:
    """Also a hostile one; nothing of it comes on the page."""
    blad = loket.open("/doe/klopt-zo?bevinding=<script>alert(1)</script>&op=x&editie=%00")
    assert loket.antwoord.status_code == 200
    assert "alert(1)" not in loket.antwoord.text
    assert "Artikel 1 Doel" in blad.tekst
