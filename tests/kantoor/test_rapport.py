"""The controlerapport is made from the page, and is that of the command."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.kantoor.loket import Loket
from tests.kantoor.werk import klaar
from tests.opdrachten.test_herstel_tekens import inhoud
from tests.programma import convenant

if TYPE_CHECKING:
    from pathlib import Path

OP = date(2026, 11, 24)
MAP = "build/controle/"


def test_the_report_is_that_of_the_command(klein: Path) -> None:
    """Byte for byte, and it can be downloaded."""
    loket = Loket(klein, OP)
    loket.open("/tekst")
    loket.klik("Maak een controlerapport")
    assert "Excel" not in loket.blad.tekst  # no paper of this kind is made in it
    loket.stuur({"formaten": "md"}, "Bekijk wat hieruit volgt")
    assert "Het rapport noemt" in loket.blad.tekst
    loket.stuur(knop="Maak het rapport")
    blad = klaar(loket)
    assert "Het rapport is gemaakt" in blad.tekst
    gemaakt = {pad: data for pad, data in inhoud(klein).items() if pad.startswith(MAP)}
    assert all(f"/bestand/{pad}" in str(blad.koppelingen) for pad in gemaakt)
    assert gemaakt
    convenant("controleer", "--rapport", "--formaat", "md", "--op", OP.isoformat(), cwd=klein)
    assert {p: data for p, data in inhoud(klein).items() if p.startswith(MAP)} == gemaakt
