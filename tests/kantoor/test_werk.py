"""Long work: what the page shows of it while it goes on, and when it is done."""

from __future__ import annotations

import threading
import time
from datetime import date
from typing import TYPE_CHECKING

from tests.kantoor.loket import Loket
from tests.kantoor.werk import klaar

from convenantwerk.kantoor.antwoord import Uitslag, Verder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from convenantwerk.kantoor.werk import Werk

OP = date(2026, 11, 24)


def _begonnen(loket: Loket, doe: Callable[[Werk], Uitslag | Verder]) -> Werk:
    werk = loket.kantoor.werkbank.begin("Iets <b>langs</b>", "/papieren", doe)
    loket.open(f"/werk/{werk.sleutel}")
    return werk


def test_what_is_done_is_told_under_its_own_title(klein: Path) -> None:
    """What stands deeper is a list below its sentence."""
    loket = Loket(klein, OP)
    _begonnen(loket, lambda _: Uitslag("Het is <i>af</i>", ["Dit is er:", ("een", "twee <i>")]))
    assert "Het is <i>af</i> Dit is er: een twee <i>" in klaar(loket).tekst
    assert "<i>" not in loket.antwoord.text


def test_work_may_lead_on_to_a_page(klein: Path) -> None:
    """But not before it is done, also when what came of it is there a moment earlier."""
    loket = Loket(klein, OP)
    verder = threading.Event()

    def doe(_: Werk) -> Verder:
        verder.wait(5)
        return Verder("/papieren")

    werk = _begonnen(loket, doe)
    werk.uitslag = Verder("/papieren")
    assert "Voortgang" in loket.open(f"/werk/{werk.sleutel}").tekst
    verder.set()
    klaar(loket)
    assert loket.antwoord.url.path == "/papieren"


def test_who_presses_stop_is_told_that_it_will(klein: Path) -> None:
    """Until the step is over; then there is a way back."""
    loket = Loket(klein, OP)
    verder = threading.Event()

    def doe(werk: Werk) -> Uitslag:
        verder.wait(5)
        werk.meld(1, 2, "de tweede stap")
        return Uitslag("Klaar")

    _begonnen(loket, doe)
    assert "Het stopt zodra deze stap af is" in loket.stuur(knop="Stop").tekst
    verder.set()
    assert "U hebt dit gestopt" in klaar(loket).tekst
    assert loket.blad.koppelingen["Terug"] == "/papieren"


def test_who_left_finds_the_way_back_until_it_was_seen(klein: Path) -> None:
    """On every page but its own; what went wrong meanwhile is told there too."""
    loket = Loket(klein, OP)
    verder = threading.Event()

    def doe(_: Werk) -> Uitslag:
        verder.wait(5)
        raise OSError("vol")

    werk = _begonnen(loket, doe)
    assert "Nog bezig" not in loket.blad.tekst
    assert "Nog bezig: Iets <b>langs</b>" in loket.open("/geschiedenis").tekst
    verder.set()
    while werk.toestand == "bezig":
        time.sleep(0.01)
    assert "Niet gelukt: Iets <b>langs</b>" in loket.open("/geschiedenis").tekst
    assert "Dit is niet gelukt." in loket.klik("Iets <b>langs</b>").tekst
    assert "Iets <b>langs</b>" not in loket.open("/geschiedenis").tekst
