"""Numbers as legal texts write them: what is one, and which comes after which.

26c, 26ca, 26d; 5, 5bis, 5ter, 6; 3.9, 3.9a, 3.10; 1:1, 1:2; I, II, III; z, aa.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is put behind a number to come between two others, by the letter that it counts as.
LATIJN = dict(
    zip(
        ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"),
        "abcdefghi",
        strict=True,
    )
)
TOEVOEGING = rf"(?:{'|'.join(LATIJN)}|[a-z]{{1,3}}|[A-Z]{{1,2}})?"
_GETAL = rf"\d+{TOEVOEGING}"
_ROMEINS = r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
_ROMEINS_MEER = rf"{_ROMEINS}(?:bis|ter|[a-z]{{1,2}}|[A-D])?"
_LETTERNUMMER = r"[A-Z]\d{0,2}"
# The number of a titled part: "5", "3.9a", "1:1", "2.1.3", "5bis", "7A", "IIa", "A", "B2".
NUMMER = rf"(?:{_GETAL}(?:[.:]{_GETAL})*|{_ROMEINS_MEER}|{_LETTERNUMMER})"

_DELEN = re.compile(r"(?P<boven>(?:\d+[a-z]*[.:])*)(?P<getal>\d*)(?P<toevoeging>[a-z]*)")
_IS_ROMEINS = re.compile(_ROMEINS_MEER)
_IS_LETTER = re.compile(_LETTERNUMMER)
_ROMEINS_GETAL = re.compile(rf"(?P<getal>{_ROMEINS})(?P<toevoeging>bis|ter|[a-zA-D]*)")
_WAARDEN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMEINSE_TEKENS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_CIJFERS = 18


class Nummer(NamedTuple):
    """A number taken apart: "3.9a" is `((3, 0),)`, 9 and "a"; of letters alone the getal is 0."""

    boven: tuple[tuple[int, int, str], ...]
    getal: int
    toevoeging: str


def ontleed(nummer: str, *, romeins: bool = False) -> Nummer | None:
    """Take a number apart; None when it is of a kind that has no order.

    Args:
        nummer: the number without the punctuation of its mark.
        romeins: it stands in a row of Roman numerals, so "V" is five and no letter.
    """
    if romeins and (match := _ROMEINS_GETAL.fullmatch(_hoog(nummer))):
        return Nummer((), _waarde(match["getal"]), _letter(match["toevoeging"].lower()))
    match = _DELEN.fullmatch(nummer.lower())
    if match is None or not nummer:
        return None
    boven = tuple(_segment(part) for part in re.split(r"[.:]", match["boven"]) if part)
    toevoeging = match["toevoeging"]
    if match["getal"]:
        toevoeging = _letter(toevoeging)
    return Nummer(boven, _getal(match["getal"] or "0"), toevoeging)


def als_romeins(nummer: int, hoogste: int = 3999) -> str:
    """Return a count as a Roman numeral: IV for 4; in digits below 1 and above `hoogste`."""
    if not 0 < nummer <= hoogste:
        return str(nummer)
    tekst = ""
    for getal, teken in _ROMEINSE_TEKENS:
        aantal, nummer = divmod(nummer, getal)
        tekst += teken * aantal
    return tekst


def als_letters(nummer: int) -> str:
    """Return a count in letters: c for 3, ab for 28; in digits below 1."""
    if nummer < 1:
        return str(nummer)
    tekst = ""
    while nummer:
        nummer, rest = divmod(nummer - 1, len(_LETTERS))
        tekst = _LETTERS[rest] + tekst
    return tekst


def is_romeins(nummers: Iterable[str]) -> bool:
    """Tell whether a row is one of Roman numerals; "C", "D" are letters, and "I" alone is one."""
    row = [_hoog(nummer) for nummer in nummers]
    return (
        all(_ROMEINS_GETAL.fullmatch(nummer) for nummer in row)
        and len(row) > 1
        and (row[0] == "I" or any(len(nummer) > 1 for nummer in row))
    )


def is_romeins_nummer(tekst: str) -> bool:
    """Tell whether a word is a Roman numeral in capitals, with a letter or not: "IV", "IIa"."""
    return bool(_IS_ROMEINS.fullmatch(tekst))


def is_letternummer(tekst: str) -> bool:
    """Tell whether a word is a capital that a titled part may have for a number: "A", "B2"."""
    return bool(_IS_LETTER.fullmatch(tekst))


def _hoog(nummer: str) -> str:
    """Return a Roman numeral in capitals, what is put behind it not."""
    return nummer.upper() if nummer.islower() and not set(nummer) - set("ivxlc") else nummer


def _letter(toevoeging: str) -> str:
    """Return what is put behind a number as letters: "bis" counts as "a"."""
    return LATIJN.get(toevoeging, toevoeging)


def _waarde(romeins: str) -> int:
    values = [_WAARDEN[letter] for letter in romeins]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def _segment(part: str) -> tuple[int, int, str]:
    cijfers = part.rstrip(_LETTERS)
    letters = part.removeprefix(cijfers)
    return _getal(cijfers), len(letters), letters


def _getal(cijfers: str) -> int:
    """Return a number; all that are longer than any number of an artikel come last, alike."""
    return int(cijfers) if len(cijfers) <= _CIJFERS else 10**_CIJFERS


def komt_na(nummer: Nummer, vorige: Nummer) -> bool:
    """Tell whether a number may come after another: 26ca after 26c, and aa after z."""
    here, before = nummer[:2], vorige[:2]
    if here != before:
        return here > before
    one, other = nummer.toevoeging, vorige.toevoeging
    return one > other or (len(one) > len(other) and one.startswith("a"))


def volgt(nummer: Nummer, vorige: Nummer) -> bool:
    """Tell whether nothing is missing between a number and the one before it."""
    if nummer[:2] == vorige[:2]:
        return nummer.toevoeging in _volgende(vorige.toevoeging)
    if nummer.boven != vorige.boven:
        return bool(nummer.boven or vorige.boven)
    return nummer.getal == vorige.getal + 1 and nummer.toevoeging in ("", "a")


def _volgende(letters: str) -> set[str]:
    """Return what may follow letters: after "ca" comes "cb", "caa" or "d", after "z" also "aa"."""
    found = {f"{letters}a", _opvolger(letters)}
    while len(letters) > 1:
        letters = letters[:-1]
        found.add(_opvolger(letters))
    return found


def _opvolger(letters: str) -> str:
    """Return the letter after this one: "" a b … z aa ab (Aanwijzingen voor de regelgeving)."""
    if letters == "":
        return "a"
    head, last = letters[:-1], _LETTERS.index(letters[-1])
    return head + _LETTERS[last + 1] if last + 1 < len(_LETTERS) else f"{_opvolger(head)}a"


def sluit_aan(nummer: str, vorige: str) -> bool:
    """Tell whether one number directly follows another, read as numbers, letters or numerals."""
    for romeins in (False, True):
        one, other = ontleed(nummer, romeins=romeins), ontleed(vorige, romeins=romeins)
        if one and other and one != other and komt_na(one, other) and volgt(one, other):
            return True
    return False
