"""The text in a real browser: what follows from an edit while it is typed, and without a script."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.kantoor.browser.huis import Huis
from tests.kantoor.browser.venster import BREED, SMAL
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.kantoor.browser.venster import Venster

OP = date(2026, 11, 24)
BRON = "addenda/2018-06-18-avg/10-addendum-samenwerkingsconvenant.md"
ARTIKEL = "/tekst/wijzig/deel-1-artikel-14"


@pytest.fixture
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    """The kantoor of this dossier."""
    huis = Huis(kopie(HOLLANDS_MIDDEN, tmp_path_factory.mktemp("tekst") / "d"), OP)
    yield huis
    huis.sluit()


def test_what_follows_is_shown_while_one_types_and_two_who_edit_see_each_other(
    huis: Huis, open_venster: Callable[..., Venster]
) -> None:
    """For everybody, at both widths, before and after the clash."""
    venster = open_venster(huis, meten=True)
    venster.ga(ARTIKEL)
    veld = venster.blad.locator("#tekst")
    veld.fill(veld.input_value().replace("[*Naam Partij*]", "Gemeente Leiden"))
    venster.blad.locator("[data-beeld] ins").first.wait_for()
    woord = venster.blad.locator("[data-beeld] ins").first
    assert woord.evaluate("ins => getComputedStyle(ins).display") == "inline"
    assert "Geen erbij, 2 verdwenen." in venster.blad.locator("[data-melding]").inner_text()
    bezwaren = [*venster.bezwaren(BREED), *venster.bezwaren(SMAL)]
    path = huis.root / BRON
    path.write_text(path.read_text("utf-8").replace("14.3 De dagelijkse", "14.3 De wekelijkse"))
    venster.klik("Bewaar")
    assert "Iemand anders heeft dit stuk gewijzigd" in venster.tekst
    bezwaren += [*venster.bezwaren(BREED), *venster.bezwaren(SMAL)]
    venster.klik("Bewaar mijn tekst over die van de ander")
    assert "is bewaard" in venster.tekst
    assert "14.3 De dagelijkse" in path.read_text("utf-8")
    assert bezwaren == []


def test_a_verwijzing_shows_what_it_leads_to_by_keyboard_too(
    huis: Huis, open_venster: Callable[..., Venster]
) -> None:
    """And hides it again with Escape."""
    venster = open_venster(huis)
    venster.ga("/tekst/deel-1-hoofdstuk-10")
    venster.blad.get_by_role("link", name="artikel 8.4, onder a", exact=True).first.focus()
    kijkje = venster.blad.locator(".kijkje")
    kijkje.wait_for()
    assert "Het aanwijzen van een Casusregisseur" in kijkje.inner_text()
    venster.blad.keyboard.press("Escape")
    kijkje.wait_for(state="detached")


def test_without_a_script_it_is_a_click_more(
    huis: Huis, open_venster: Callable[..., Venster]
) -> None:
    """Looking at what changes, saving, and filling in."""
    venster = open_venster(huis, script=False)
    venster.ga("/tekst/deel-1-hoofdstuk-10")
    venster.klik("Wijzig Artikel 13 Casusregisseur")
    veld = venster.blad.locator("#tekst")
    veld.fill(veld.input_value().replace("Casusregisseur worden", "Casusregisseur mogen worden"))
    venster.klik("Bekijk wat er verandert")
    assert venster.blad.locator("ins").first.inner_text().strip() == "mogen"
    venster.klik("Bewaar")
    assert "is bewaard" in venster.tekst
    venster.klik("Terug naar de tekst")
    venster.klik("Vul “Naam Partij” in")
    venster.vul(waarde="Gemeente Leiden")
    venster.klik("Bekijk wat hieruit volgt")
    venster.klik("Vul in")
    assert "[Naam Partij] is ingevuld" in venster.tekst
