"""How a count is written in each number format of Word (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.nummers import als_romeins
from convenantwerk.tekst.verwijswoorden import RANGTELWOORDEN, TELWOORDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HOOGSTE = 32767  # no list counts so far; it bounds how long a Roman numeral can be
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LANGSTE = 30  # letters in a row: after 780 Word begins with A again
_VOOR_CIRKELS, _CIRKELS = 0x245F, 20  # ① to ⑳
_NULLEN = re.compile(r"(0{1,9}1)(?:, *0*2)?(?:, *0*3)?(?:, *\.{3})?")


class Geteld(NamedTuple):
    """A count as it is written, and whether that is sure to be what Word shows."""

    tekst: str
    zeker: bool = True


def geschreven(nummer: int, vorm: str, *, eigen: str = "", taal: str = "nl") -> Geteld:
    """Return a count in a number format.

    Args:
        nummer: the count; nought, which letters and Roman numerals do not have, and what is past
            HOOGSTE are written in digits.
        vorm: the w:val of numFmt: "decimal", "lowerRoman".
        eigen: the w:format of a numFmt that is "custom": "001, 002, 003, ...".
        taal: of the file: words and endings follow it; "" counts as Dutch.
    """
    if vorm in ZONDER_GETAL:
        return Geteld("")
    if vorm == "custom":
        found = _NULLEN.fullmatch(eigen.strip())
        return (
            Geteld(str(nummer).zfill(len(found[1]))) if found else Geteld(str(nummer), zeker=False)
        )
    if vorm in IN_WOORDEN:
        return _in_woorden(nummer, vorm, taal or "nl")
    schrijf = VORMEN.get(vorm)
    if schrijf is None:
        return Geteld(str(nummer), zeker=False)
    return Geteld(schrijf(nummer) if 0 < nummer <= HOOGSTE else str(nummer))


def letters(nummer: int) -> str:
    """Return the letter of a count: A to Z, then AA, BB, CC, and so on, AAA after ZZ."""
    keer, letter = divmod(nummer - 1, len(_LETTERS))
    return _LETTERS[letter] * (keer % _LANGSTE + 1)


def _romeins(nummer: int) -> str:
    return als_romeins(nummer, HOOGSTE)


def _met_nul(nummer: int) -> str:
    return f"{nummer:02d}"


def _in_woorden(nummer: int, vorm: str, taal: str) -> Geteld:
    if vorm == "ordinal" and taal == "nl":
        return Geteld(f"{nummer}e", zeker=False)  # LibreOffice writes 1ste
    if vorm == "ordinal" and taal == "en":
        return Geteld(f"{nummer}{_einde(nummer)}")
    rij = RANGTELWOORDEN if vorm == "ordinalText" else TELWOORDEN
    if taal == "nl" and vorm != "ordinal" and 0 < nummer <= len(rij):
        return Geteld(rij[nummer - 1].capitalize(), zeker=False)
    return Geteld(str(nummer), zeker=False)


def _einde(nummer: int) -> str:
    if nummer % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(nummer % 10, "th")


# Formats without a number of their own, and those that follow the language of the file.
ZONDER_GETAL = ("bullet", "none")
IN_WOORDEN = ("ordinal", "ordinalText", "cardinalText")
VORMEN: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": _met_nul,
    "upperRoman": _romeins,
    "lowerRoman": lambda nummer: _romeins(nummer).lower(),
    "upperLetter": letters,
    "lowerLetter": lambda nummer: letters(nummer).lower(),
    "decimalHalfWidth": str,
    "decimalEnclosedCircle": lambda nummer: (
        chr(_VOOR_CIRKELS + nummer) if nummer <= _CIRKELS else str(nummer)
    ),
    "numberInDash": lambda nummer: f"- {nummer} -",
    "hex": lambda nummer: f"{nummer:X}",
}
