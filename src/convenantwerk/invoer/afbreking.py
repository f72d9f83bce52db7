"""Words that are broken at the end of a line: whether their hyphen was of the word itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STREEPJES = "\x02\u00ad\u2010\u2011-"
_LANGST = 80  # letters: no word is longer
_EIND = re.compile(rf"([^\s{STREEPJES}][^\s]*)[{STREEPJES}]$")
_BEGIN = re.compile(r"[^\s]+")
_KERN = re.compile(r"^\W+|\W+$")
# What may follow a hyphen that stands for the rest of a word: "samenwerkings- en privacyconvenant".
_SAMEN = frozenset(
    ("en", "of", "en/of", "tot", "dan", "noch", "als", "respectievelijk", "c.q.", "cq", "dan/of")
)
# After these a hyphen is of the word itself (Leidraad 6.K, 6.L of the Groene Boekje).
_EIGEN = frozenset(
    (
        *("ex", "niet", "non", "oud", "vice", "adjunct", "aspirant", "interim", "kandidaat"),
        *("leerling", "assistent", "chef", "collega", "stagiair", "substituut", "minister"),
        *("secretaris", "directeur", "procureur"),
    )
)
_BOTSING = re.compile(r"(?:aa|ae|ai|au|ee|ei|eu|ie|ij|oe|oi|oo|ou|ui|uu)")
_ADRES = re.compile(r"@|://|www\.|\.nl\b")


class Afbreking(NamedTuple):
    """What becomes of a broken word.

    Args:
        midden: what stands between its halves: "" when it is one word, "-" when the hyphen is of
            the word, "- " when the halves are words.
        zeker: whether that is known.
    """

    midden: str
    zeker: bool


def woordtelling(regels: Iterable[str]) -> dict[str, int]:
    """Count the words of lines that are whole, as other words are held against them."""
    telling: dict[str, int] = {}
    for regel in regels:
        woorden = regel.split()
        if woorden and is_afgebroken(woorden[-1]):
            woorden.pop()
        for woord in woorden:
            kern = _KERN.sub("", woord).casefold()
            telling[kern] = telling.get(kern, 0) + 1
    return telling


def is_afgebroken(regel: str) -> bool:
    """Tell whether a line ends in a hyphen that is stuck to a word."""
    return _eind(regel) is not None


def _eind(regel: str) -> re.Match[str] | None:
    """Return the half of a word that a line ends with."""
    return _EIND.match(regel[-_LANGST:].rsplit(" ", 1)[-1])


def afgebroken(voor: str, na: str, telling: Mapping[str, int]) -> Afbreking:
    """Return what becomes of a word that a line ends with and the next begins with.

    Args:
        voor: the line; `is_afgebroken`.
        na: the next line.
        telling: how often which word stands elsewhere in the file.
    """
    eind = _eind(voor)
    begin = _BEGIN.match(na)
    if eind is None or begin is None:
        return Afbreking("- ", zeker=True)
    half, rest = eind[1].lstrip("([\"'‘“„"), begin[0]
    if rest.rstrip(",;") in _SAMEN:
        return Afbreking("- ", zeker=True)
    if _ADRES.search(half) or _ADRES.search(rest):
        return Afbreking("-", zeker=False)
    kern = _KERN.sub("", rest)
    een, twee = (f"{half}{kern}").casefold(), (f"{half}-{kern}").casefold()
    aaneen, los = telling.get(een, 0), telling.get(twee, 0)
    if aaneen != los:
        return Afbreking("" if aaneen > los else "-", zeker=not (aaneen and los))
    if not half[-1:].isalpha() or not rest[0].isalpha():
        return Afbreking("-", zeker=True)
    return _naar_regel(half, rest)


def _naar_regel(half: str, rest: str) -> Afbreking:
    deel = half.rsplit("-", 1)[-1]
    if rest[0].isupper() and not half.isupper():  # Zuid-Holland, niet-Nederlander
        return Afbreking("-", zeker=True)
    if len(deel) == 1 or (deel.isupper() and not rest[0].isupper()):  # e-mail, AVG-verzoek
        return Afbreking("-", zeker=True)
    if rest[0].isupper():
        return Afbreking("", zeker=False)
    if deel.casefold() in _EIGEN:
        return Afbreking("-", zeker=deel.casefold() in ("ex", "niet", "non"))
    if _BOTSING.fullmatch((deel[-1] + rest[0]).casefold()):  # zee-egel, but also geïnformeerd
        return Afbreking("", zeker=False)
    return Afbreking("", zeker=True)
