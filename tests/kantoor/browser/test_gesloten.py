"""A window that stays open when its kantoor is closed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.kantoor.browser.huis import Huis

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


def test_a_window_says_that_its_kantoor_was_closed(browser: Browser, klein: Path) -> None:
    """Before anything is sent in vain; what was typed still stands there to be copied."""
    huis = Huis(klein, date(2026, 11, 24))
    blad = browser.new_page()
    blad.goto(huis.adres)
    blad.goto(f"{huis.basis}/doe/besluit")
    blad.get_by_label("Hoe het heet").fill("Jaarplan")
    huis.sluit()
    blad.get_by_text("Dit kantoor is gesloten, of opnieuw geopend").wait_for(timeout=20_000)
    assert blad.get_by_label("Hoe het heet").input_value() == "Jaarplan"
    blad.close()
