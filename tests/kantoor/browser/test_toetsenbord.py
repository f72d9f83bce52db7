"""An accession by keyboard alone: every field and button is reached by Tab, and seen when it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.kantoor.browser.huis import Huis
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.kantoor.browser.venster import Venster

_MEEST = 120  # times Tab
ZICHTBAAR = """() => {
  const hier = document.activeElement, stijl = getComputedStyle(hier);
  const vlak = hier.getBoundingClientRect();
  return vlak.width > 0 && (stijl.outlineStyle !== 'none' || stijl.boxShadow !== 'none');
}"""
NAAM = """() => {
  const hier = document.activeElement;
  return hier.name && hier.tagName !== 'BUTTON' ? hier.name : hier.innerText.trim();
}"""


def _tab_naar(venster: Venster, wat: str) -> None:
    """Press Tab until the focus is on what is called so; on each stop it can be seen."""
    for _ in range(_MEEST):
        venster.blad.keyboard.press("Tab")
        assert venster.blad.evaluate(ZICHTBAAR), venster.blad.evaluate(NAAM)
        if str(venster.blad.evaluate(NAAM)).startswith(wat):
            return
    raise AssertionError(wat)


def _ga(venster: Venster, wat: str) -> None:
    _tab_naar(venster, wat)
    with venster.blad.expect_navigation():
        venster.blad.keyboard.press("Enter")


def test_an_accession_by_keyboard_alone(
    tmp_path: Path, open_venster: Callable[..., Venster]
) -> None:
    """From the menu to the request that is recorded."""
    root = kopie(KLEIN, tmp_path / "klein")
    words = ("vaststellen", "2026", "--besluit", "Besluit", "--datum", "2026-01-01")
    assert convenant(*words, cwd=root).returncode == 0
    huis = Huis(root, date(2026, 11, 24))
    huis.kantoor.stand()  # what the command left is seen, so no page shows itself anew halfway
    venster = open_venster(huis)
    _ga(venster, "Toetreding")
    _ga(venster, "Begin een toetreding")
    velden = {
        "naam": "Stichting Toetsenbord",
        "rechtsvorm": "stichting",
        "kvk": "12345678",
        "zetel": "Voorbeeldstad",
        "contact": "Secretariaat",
        "fg": "fg@toets.example",
        "tekenaar": "T. Toets",
        "functie": "bestuurder",
    }
    for naam, waarde in velden.items():
        _tab_naar(venster, naam)
        venster.blad.keyboard.type(waarde)
    _tab_naar(venster, "grond")
    venster.blad.keyboard.press("ArrowDown")
    _ga(venster, "Bekijk wat hieruit volgt")
    _tab_naar(venster, "Leg")
    venster.blad.keyboard.press("Enter")
    venster.blad.wait_for_url("**/gedaan/**")
    register = (root / "convenant/registers/partners.yaml").read_text("utf-8")
    assert "Stichting Toetsenbord" in register
    huis.sluit()
