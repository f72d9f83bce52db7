"""What an import takes at most, and how it refuses what is more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import OnleesbaarError

if TYPE_CHECKING:
    from collections.abc import Sized

TEKST = 50_000_000  # bytes of a file that is text
ALINEAS = 200_000  # paragraphs of a file; 2,000 full pages have half as many

OPSLAAN = "open het in het programma waar het vandaan komt, sla het opnieuw op en lees dat in"
KLEINER = "haal eruit wat niet bij de tekst hoort, of lees het in delen in"


def weiger(path: str, reden: str, tip: str = OPSLAAN, regel: int = 0) -> NoReturn:
    """Refuse a file.

    Raises:
        OnleesbaarError: CV951, always.
    """
    raise OnleesbaarError((CODES["CV951"].at(Position(path, regel), reden=reden, tip=tip),))


def keur_omvang(data: bytes, path: str) -> None:
    """Refuse a file of text that is larger than any agreement.

    Raises:
        OnleesbaarError: CV951.
    """
    if len(data) > TEKST:
        weiger(path, f"het is groter dan {TEKST // 10**6} MB; zo groot is geen convenant", KLEINER)


def keur_aantal(alineas: Sized, path: str) -> None:
    """Refuse a file with more paragraphs than any agreement.

    Raises:
        OnleesbaarError: CV951.
    """
    if len(alineas) > ALINEAS:
        weiger(path, f"het heeft {len(alineas)} alinea's; meer dan {ALINEAS} is te veel", KLEINER)
