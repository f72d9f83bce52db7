"""Without a script the pages do the same, with a click more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.browser.huis import Huis
from tests.platen import scan
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.kantoor.browser.venster import Venster

BEKIJK = "Bekijk wat hieruit volgt"
REGISTER = "convenant/registers/gebeurtenissen.yaml"


@pytest.fixture
def huis(tmp_path: Path) -> Iterator[Huis]:
    """The kantoor of the small dossier, of which a version was adopted."""
    root = kopie(KLEIN, tmp_path / "klein")
    words = ("vaststellen", "2026", "--besluit", "Besluit", "--datum", "2026-01-01")
    assert convenant(*words, cwd=root).returncode == 0
    huis = Huis(root, date(2026, 11, 24))
    yield huis
    huis.sluit()


@pytest.fixture
def venster(huis: Huis, open_venster: Callable[..., Venster]) -> Venster:
    """A window that runs no script."""
    return open_venster(huis, script=False)


def test_what_falls_due_is_read_and_a_meeting_recorded(huis: Huis, venster: Venster) -> None:
    """Vandaag, and the button beside what it says."""
    assert "Dit vraagt uw aandacht" in venster.tekst
    venster.klik("Geschiedenis")
    venster.klik("Een vergadering")
    venster.vul(datum="2026-12-10", plaats="Voorbeeldstad")
    venster.klik(BEKIJK)
    venster.leg_vast()
    assert "2026-12-10" in (huis.root / REGISTER).read_text("utf-8")


def test_the_text_is_changed(huis: Huis, venster: Venster) -> None:
    """Looked at first, then kept."""
    venster.ga("/tekst")
    venster.blad.get_by_role("link", name="Wijzig").last.click()
    bron = venster.blad.locator("textarea").first
    bron.fill(bron.input_value() + "\n\nPartijen evalueren elk jaar.\n")
    venster.klik("Bekijk wat er verandert")
    assert "Partijen evalueren elk jaar." in venster.tekst
    venster.klik("Bewaar")
    texts = [path.read_text("utf-8") for path in (huis.root / "convenant").rglob("*.md")]
    assert any("Partijen evalueren elk jaar." in text for text in texts)


def test_a_sheet_signed_with_the_pen_is_recorded(
    huis: Huis, venster: Venster, tmp_path: Path
) -> None:
    """Offered first, then its scan is given."""
    venster.ga("/doe/pakket?partner=gemeente-voorbeeldstad")
    venster.klik(BEKIJK)
    venster.leg_vast()
    venster.wacht_zonder_script()
    blad = tmp_path / "scan.png"
    blad.write_bytes(scan())
    venster.ga("/doe/met-de-pen?partner=gemeente-voorbeeldstad")
    venster.vul(datum="2026-11-24")
    venster.geef(venster.bestandsveld(), blad)
    venster.klik(BEKIJK)
    venster.leg_vast()
    assert "soort: ondertekening" in (huis.root / REGISTER).read_text("utf-8")


def test_papers_are_built_and_shown(huis: Huis, venster: Venster) -> None:
    """The page of the work shows itself anew until it is done."""
    venster.ga("/papieren")
    venster.klik("Maak een concept")
    for vorm in ("pdf", "docx", "html", "md"):
        venster.blad.locator(f"[value='{vorm}']").set_checked(vorm == "md")
    venster.klik("Maak de stukken")
    venster.wacht_zonder_script()
    assert (huis.root / "build/convenant.md").exists()


def test_a_notice_is_what_if_and_then_so(huis: Huis, venster: Venster) -> None:
    """First what would follow, of which nothing is kept; then the notice itself."""
    voor = (huis.root / REGISTER).read_bytes() if (huis.root / REGISTER).exists() else b""
    venster.ga("/termijnen")
    venster.klik("een partner opzegt")
    venster.vul(partner="verzonnen", ontvangen="2026-11-24")
    venster.klik("Bekijk wat hieruit zou volgen")
    assert "1 januari 2028" in venster.tekst
    assert ((huis.root / REGISTER).read_bytes() if voor else b"") == voor
