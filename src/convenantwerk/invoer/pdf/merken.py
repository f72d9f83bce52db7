"""What a paragraph may begin with: numbers, letters and bullets, as a typist sets them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import BOLLEN

if TYPE_CHECKING:
    from convenantwerk.invoer.pdf.zetregels import Zetregel

_MERK = re.compile(
    rf"(?:[{re.escape(BOLLEN)}]|\(?[a-zA-Z]{{1,2}}[.)]|\(?\d{{1,3}}[.)°º]\.?|\d+(?:\.\d+[a-z]?)+[.)]?"
    r"|\(?[ivxIVX]{1,5}[.)°º]\.?|[o§])(?=\s|$)"
)
_KOP = re.compile(
    r"(?:artikel|hoofdstuk|paragraaf|afdeling|titel|deel|boek|bijlage)\s+(?:\d+|[ivxlIVXL]+\b)",
    re.IGNORECASE,
)
_KAAL = re.compile(r"\d{1,3}(?=\s|$)")  # "2  Samenwerking": a mark when a wide space follows


def heeft_merk(tekst: str) -> bool:
    """Tell whether a text begins as an item or a titled part does."""
    return bool(_MERK.match(tekst) or _KOP.match(tekst))


def merk_van(regel: Zetregel) -> str:
    """Return the mark a line begins with; "" when it has none."""
    if gevonden := _MERK.match(regel.tekst) or _KOP.match(regel.tekst):
        return gevonden[0]
    return _los_nummer(regel)


def _los_nummer(regel: Zetregel) -> str:
    """Return a number that stands alone, when the space behind it is no space between words."""
    eerste = regel.stroken[0]
    if len(regel.stroken) > 1 and _KAAL.fullmatch(eerste.tekst):
        ver = regel.stroken[1].links - eerste.rechts
        return eerste.tekst if ver > 0.6 * regel.grootte else ""
    return ""


def tekst_x(regel: Zetregel, merk: str) -> float:
    """Return where the text behind a mark begins; where the line begins when that is not known."""
    if merk and len(regel.stroken) > 1:
        lengte = 0
        for strook in regel.stroken[:-1]:
            lengte += len(strook.tekst)
            if lengte >= len(merk):
                break
        volgende = regel.stroken[regel.stroken.index(strook) + 1]
        if lengte <= len(merk) + 1 and volgende.los:
            return volgende.links
    return regel.x0


def los_merk(regel: Zetregel, merk: str) -> bool:
    """Tell whether a wide space parts a mark from its text, as a list sets it."""
    return bool(merk) and tekst_x(regel, merk) - regel.x0 > len(merk) * 0.3 * regel.grootte
