"""The page of long work tells of one moment, however the work goes on while the page is made."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.kantoor.loket import Loket

from convenantwerk.kantoor import app
from convenantwerk.kantoor.antwoord import Uitslag, Verder
from convenantwerk.kantoor.menu import menu
from convenantwerk.kantoor.werk import Werk

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("uitslag", [Uitslag("Het is gedaan", ("Alles is af.",)), Verder("/tekst")])
def test_work_that_ends_while_its_page_is_made_is_shown_as_it_was(
    klein: Path, monkeypatch: pytest.MonkeyPatch, uitslag: Uitslag | Verder
) -> None:
    """The next look tells that it is done."""
    loket = Loket(klein, date(2026, 11, 24))
    werk = Werk("sleutel", "Iets langs", "/")
    monkeypatch.setattr(loket.kantoor.werkbank, "zoek", lambda _: werk)

    def eindigt(*args: Any) -> Any:
        werk.uitslag, werk.toestand = uitslag, "klaar"
        return menu(*args)

    monkeypatch.setattr(app, "menu", eindigt)
    tekst = loket.open("/werk/sleutel").tekst
    assert loket.antwoord.status_code == 200
    assert "Iets langs" in tekst
    assert "Voortgang" in tekst
    tekst = loket.open("/werk/sleutel").tekst
    assert "Het is gedaan" in tekst or loket.antwoord.url.path == "/tekst"
