"""Waits at the page for long work to end."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.kantoor.loket import Bladlezer, Loket

_GEDULD = 3_000  # looks


def klaar(loket: Loket) -> Bladlezer:
    """Return the page that comes when the work that was begun is done."""
    adres = str(loket.antwoord.url)
    for _ in range(_GEDULD):
        if "Voortgang" not in loket.open(adres).tekst:
            break
        time.sleep(0.01)
    return loket.blad
