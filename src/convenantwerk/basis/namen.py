"""When two names are the same name, whoever typed them, and on whatever keyboard.

The one place that decides this: for a partner that is asked for, for names that stand twice, and
for the person in a certificate.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from convenantwerk.basis.tekens import NIET_TE_ZIEN

_STREEPJES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d\u05be\u2043]")
_KOMMA = re.compile("[\u2018\u2019\u201b\u02bc\u02b9\u2032\u00b4]")
# What stands between the words of a name without being part of them.
_TUSSEN = re.compile(r"[\s.,;:'()\[\]/_\-]+")


@lru_cache(maxsize=1 << 16)  # a batch of newcomers asks for the names that are known each time
def naamsleutel(naam: str) -> str:
    """Return what two ways to write one name have in common; "" for no name.

    They may differ in what is not seen, in capitals, in the normal form of Unicode, and in kinds
    of spaces, hyphens and apostrophes. Letters that look alike stay different letters, and so
    does a letter with an accent from one without.
    """
    if naam.isascii() and naam.isprintable():  # nearly all, at a fifth of the time
        return " ".join(naam.lower().split())
    seen = NIET_TE_ZIEN.sub("", naam)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    return " ".join(_KOMMA.sub("'", _STREEPJES.sub("-", folded)).split())


def zelfde_naam(een: str, ander: str) -> bool:
    """Tell whether two names are one name, differently written; no name is nobody's."""
    sleutel = naamsleutel(een)
    return bool(sleutel) and sleutel == naamsleutel(ander)


def andere_hoofdletters(woorden: str, naam: str) -> bool:
    """Tell whether words are a name with other capitals behind its first word.

    "gemeente Voorbeeldstad" is no other way to write it, nor are all capitals, or none.
    """
    verder, eigen = (" ".join(een.split()[1:]) for een in (woorden, naam))
    gemengd = not (verder.isupper() or verder.islower())
    return gemengd and verder != eigen and verder.lower() == eigen.lower()


def zelfde_persoon(een: str, ander: str) -> bool:
    """Tell whether two names name one person: as `zelfde_naam`, but for accents and points.

    Registers of people are kept with accents or without, and initials with points or without.
    Every letter must be there, in its place: letters that are missing make another person.
    """
    parts = naamwoorden(een)
    return bool(parts) and parts == naamwoorden(ander)


def naamwoorden(naam: str) -> list[str]:
    """Return the words of a name, without accents and what stands between them."""
    return [part for part in _TUSSEN.split(_zonder_accent(naamsleutel(naam))) if part]


def _zonder_accent(text: str) -> str:
    """Leave out the accents of Latin letters; in other scripts a mark makes another letter."""
    if text.isascii():
        return text
    kept: list[str] = []
    latijn = False
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.category(char) != "Mn":
            latijn = "a" <= char <= "z"
        elif latijn:
            continue
        kept.append(char)
    return "".join(kept)
