"""Marks: the signs with which leden, onderdelen and dashes begin."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.tekst.nummers import LATIJN, sluit_aan

if TYPE_CHECKING:
    from convenantwerk.tekst.boom import OnderdeelSoort

# Dashes and bullets as people and text processors write them; those of Markdown come first.
STREPEN = "-*+"
_GEDACHTESTREPEN = "\u2010\u2013\u2014\u2012\u2015\u2212"
_STREPEN_VAN_ELDERS = f"{_GEDACHTESTREPEN}•·▪▫\u2043‣◦●○■□►➢"
ALLE_STREPEN = STREPEN + _STREPEN_VAN_ELDERS
# What a backslash may stand before, besides the punctuation of ASCII that Markdown allows.
LETTERLIJK = frozenset(f"{_STREPEN_VAN_ELDERS}°º")

_ERBIJ = rf"(?:{'|'.join(LATIJN)}|[a-z]{{1,2}}|[A-Z])?"  # "1a.", "2bis.", "3A."

# The forms a mark may have, most telling first. A mark is followed by white space and text, also
# by the tab or hard space that comes along when text is pasted from Word.
MARKS: tuple[tuple[OnderdeelSoort, re.Pattern[str]], ...] = (
    ("lid", re.compile(rf"\d+[a-z]{{0,2}}(?:\.\d{{1,2}}{_ERBIJ}){{1,2}}\.?(?=\s)")),
    (
        "nummer",
        re.compile(rf"(?:\d+[°º]\.?|\d+(?!de\b){_ERBIJ}[.)]|\(\d{{1,2}}[a-z]?\))(?=\s)"),
    ),
    (
        "letter",
        re.compile(
            r"(?:(?:[a-z]{1,2}|[ivx]{2,5}|[A-Z]|[IVX]{2,5})[.)]"
            r"|\((?:[a-z]{1,2}|[ivx]{2,5}|[A-Z]|[IVX]{2,5})\))(?=\s)"
        ),
    ),
    ("streep", re.compile(rf"[{re.escape(ALLE_STREPEN)}](?=\s)")),
)
_HOOFDLETTERS = re.compile(r"[A-Z]{1,5}[.)]")
# Marks with which ordinary lines begin too: initials, "2e. klas", "ca. tien". They are marks only
# where a list is under way, or the next of their form follows.
_TWIJFEL = re.compile(
    r"[A-Z]+[.)]|\d+[eo]\.|\d+[°º](?!\.)|(?!a?[a-z][.)]|([b-z])\1|[ivx]{2,5}[.)])[a-z]{2}[.)]"
)
# Marks that the text of a wrapped line may well begin with, even in a list.
_OOK_IN_DE_ZIN = re.compile(rf"\(|\d+[a-z]+[.)]|[{_GEDACHTESTREPEN}]")
_DICHTBIJ = 3  # so many letters on, an initial may be a mark: others went
_RANGTELWOORD = re.compile(r"\d+(?P<uitgang>[eo])\.")


def find_mark(line: str) -> tuple[OnderdeelSoort, str] | None:
    """Return `(soort, merk)` when a line starts as an item does, else None."""
    if line[:1].isupper() and not _HOOFDLETTERS.match(line):  # as most lines do
        return None
    for soort, pattern in MARKS:
        if match := pattern.match(line):
            if line[match.end() :].strip():
                return soort, match.group()
            return None
    return None


@cache
def is_twijfel(merk: str) -> bool:
    """Tell whether an ordinary line may begin as this mark does: "A." in "A. Jansen tekent."."""
    return bool(_TWIJFEL.fullmatch(merk))


@cache
def ook_in_de_zin(merk: str) -> bool:
    """Tell whether the second line of a sentence may begin as this mark does: "(a)", a dash."""
    return bool(_OOK_IN_DE_ZIN.match(merk))


@cache
def soort_van(merk: str) -> OnderdeelSoort:
    """Return the kind of list that items with this mark make.

    Raises:
        ValueError: no item can begin so.
    """
    found = find_mark(f"{merk} x")
    if found is None or found[1] != merk:
        raise ValueError(merk)
    return found[0]


@cache
def form(merk: str) -> str:
    """Return the form of a mark; items of one list share it ("a." and "b.", but not "a)")."""
    if match := _RANGTELWOORD.fullmatch(merk):
        return f"1{match['uitgang']}."
    vorm = re.sub(r"[a-z]+", "a", re.sub(r"\d+[a-zA-Z]*", "1", merk))
    return re.sub(r"[*+]", "-", re.sub(r"[A-Z]+", "A", vorm))


@cache
def merknaam(merk: str) -> str:
    """Return what a mark is called, without its punctuation: "8.4", "a" for "(a)", "1°"."""
    return merk.removeprefix("(").rstrip(".)")


@cache
def getal(merk: str) -> str:
    """Return the number or letter of a mark: "1" for "1°." and for "1e."."""
    if _RANGTELWOORD.fullmatch(merk):
        return merk[:-2]
    return merknaam(merk).rstrip("°º.")


def met_getal(merk: str, nieuw: str) -> str:
    """Return a mark with another number: "(b)" for "(a)", "2e." for "1e."."""
    begin, _, einde = merk.partition(getal(merk))
    return f"{begin}{nieuw.removesuffix(einde.rstrip('.)'))}{einde}" if einde else nieuw


@cache
def is_eerste(merk: str) -> bool:
    """Tell whether a list may begin with this mark: 1, a, A, i, I, or a dash."""
    return soort_van(merk) == "streep" or getal(merk) in {"1", "a", "A", "i", "I"}


@cache
def is_opvolger(merk: str, vorige: str) -> bool:
    """Tell whether a mark is the next of its form after another; a dash after the same dash."""
    if form(merk) != form(vorige):
        return False
    return soort_van(merk) == "streep" or sluit_aan(getal(merk), getal(vorige))


@cache
def kan_later(merk: str, vorige: str) -> bool:
    """Tell whether a doubtful mark may come later in the list of another: D. after B., not J."""
    if form(merk) != form(vorige) or is_opvolger(merk, vorige):
        return form(merk) == form(vorige)
    if merk[0].isdigit():
        return int(merk.rstrip("eo.°º")) > int(vorige.rstrip("eo.°º"))
    return merk[0].isupper() and 0 < ord(merk[0]) - ord(vorige[0]) <= _DICHTBIJ
