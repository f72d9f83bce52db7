"""What an import takes at most, and how it refuses what is more."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import OnleesbaarError

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Sized

TEKST = 50_000_000  # bytes of a file that is text
ALINEAS = 200_000  # paragraphs of a file; 2,000 full pages have half as many

OPSLAAN = "open het in het programma waar het vandaan komt, sla het opnieuw op en lees dat in"
KLEINER = "haal eruit wat niet bij de tekst hoort, of lees het in delen in"


def geweigerd(code: str, path: str, regel: int = 0, **velden: object) -> OnleesbaarError:
    """Return the refusal of a file; `velden` are those of the message of the code."""
    return OnleesbaarError((CODES[code].at(Position(path, regel), **velden),))


def weiger(path: str, reden: str, tip: str = OPSLAAN) -> NoReturn:
    """Refuse a file for a reason that has no code of its own.

    Raises:
        OnleesbaarError: CV951, always.
    """
    raise geweigerd("CV951", path, reden=reden, tip=tip)


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


def weiger_wijzigingen(wie: Counter[str], path: str) -> None:
    """Refuse a file with tracked changes of which nobody said what should become of them.

    Args:
        wie: how many there are of whom; none is no reason to refuse.
        path: the file as the user sees it.

    Raises:
        OnleesbaarError: CV941, with how many there are and whose.
    """
    if wie:
        aantal = wie.total()
        namen = [f"{naam} ({keer})" for naam, keer in wie.most_common(3)]
        rest = ["anderen"] if len(wie) > len(namen) else []
        hoeveel = "1 wijziging" if aantal == 1 else f"{aantal} wijzigingen"
        raise geweigerd("CV941", path, aantal=hoeveel, wie=", ".join([*namen, *rest]))
