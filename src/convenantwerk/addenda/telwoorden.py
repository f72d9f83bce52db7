"""Numbers in the words of a besluit: "drie onderdelen", "het tweede tot en met vierde lid"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.citeren import rangtelwoord
from convenantwerk.tekst.verwijswoorden import TELWOORDEN

if TYPE_CHECKING:
    from collections.abc import Sequence

_ACHTER = "°ºeo"  # behind the number of an onderdeel: "1°", "1e"
_RIJ = 3  # from so many on, numbers that follow each other are named by the first and the last


def telwoord(aantal: int) -> str:
    """Return a count: "drie", from 21 on in digits."""
    return TELWOORDEN[aantal - 1] if aantal <= len(TELWOORDEN) else str(aantal)


def cijfers(nummer: str) -> bool:
    """Tell whether a number consists of digits only, so that it has an ordinal."""
    return nummer.isascii() and nummer.isdigit()


def en(names: Sequence[str]) -> str:
    """Return names as they are listed: "a, b en c"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def volgt_op(nummers: Sequence[str]) -> bool:
    """Tell whether numbers or letters are a row that its first and last name."""
    if len(nummers) < _RIJ:
        return False
    kaal = [nummer.rstrip(_ACHTER) for nummer in nummers]
    zelfde = len({nummer[len(k) :] for nummer, k in zip(nummers, kaal, strict=True)}) == 1
    if zelfde and all(map(cijfers, kaal)):
        waarden = [int(nummer) for nummer in kaal]
    elif all(len(nummer) == 1 and nummer.isascii() and nummer.isalpha() for nummer in nummers):
        waarden = [ord(nummer) for nummer in nummers]
    else:
        return False
    return waarden == list(range(waarden[0], waarden[0] + len(waarden)))


def reeks(nummers: Sequence[str], *, kort: bool = True) -> str:
    """Return numbers as they are listed: "5 en 6", "5 tot en met 8", "5, 6 en 9".

    Args:
        nummers: the numbers.
        kort: a row may be named by its first and last.
    """
    if kort and volgt_op(nummers):
        return f"{nummers[0]} tot en met {nummers[-1]}"
    return en(nummers)


def rangen(nummers: Sequence[str], *, kort: bool = True) -> str:
    """Return numbers as ordinals: "tweede en derde", "tweede tot en met vierde"."""
    if kort and volgt_op(nummers):
        return f"{rangtelwoord(int(nummers[0]))} tot en met {rangtelwoord(int(nummers[-1]))}"
    return en([rangtelwoord(int(nummer)) for nummer in nummers])
