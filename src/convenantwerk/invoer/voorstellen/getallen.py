"""Numbers, periods and names of bodies as Dutch convenanten write them."""

from __future__ import annotations

import re

from convenantwerk.basis.periode import Periode
from convenantwerk.tekst.verwijswoorden import TELWOORDEN

_WOORDEN = {
    **{woord: nummer for nummer, woord in enumerate(TELWOORDEN, start=1)},
    **dict.fromkeys(("één", "eén"), 1),
    "vierentwintig": 24,
    "dertig": 30,
    "zestig": 60,
    "negentig": 90,
}
_MAANDEN = {"een half jaar": 6, "half jaar": 6, "halfjaar": 6, "anderhalf jaar": 18, "kwartaal": 3}
GETAL = rf"(?:\d{{1,3}}|{'|'.join(_WOORDEN)})"
# "zes (6) maanden", "6 kalendermaanden", "een half jaar".
PERIODE = (
    rf"(?:een |één )?(?:half ?jaar|anderhalf jaar|kwartaal)"
    rf"|{GETAL}(?: ?\(\w+\))? (?:kalender)?(?:jaren|jaar|maanden|maand|weken|week|dagen|dag)\b"
)
_DELEN = re.compile(rf"(?P<getal>{GETAL})(?: ?\(\w+\))? (?:kalender)?(?P<maat>jaar|jaren|\w+)")
_MATEN = {"j": "jaren", "m": "maanden", "w": "weken", "d": "dagen"}
# What a body is called: an article, and words up to one that is no part of a name.
_STOP = (
    r"(?:van|de|het|alle|met|per|door|en|of|onder|binnen|uiterlijk|voor|vóór|is|zijn|wordt|worden|kan|kunnen|heeft"
    r"|hebben|tegen|op|in|waarbij|die|dat|dit|deze|opzeg\w*|opgezegd|kenbaar|mee\w*|gemeld"
    r"|bekend|gemaakt|schriftelijk|gericht|ten|te|gedaan|daarmee|daartoe|hiermee|daaraan|een"
    r"|besluit\w*|beslist|stelt|komt|vergadert|bijeen|minimaal|minstens|tenminste|jaarlijks"
    r"|vereist|nodig|toe\w*|ook|als|indien|tot|bij|aan|na|over|hierover|daarover|zich|vast"
    r"|ermee|akkoord|verleend|verkregen|gewijzigd|wijzig\w*|uitgebracht|eenmaal|waarin|ter)"
)
_NAAMWOORD = rf"(?!{_STOP}\b)[\w][\w'\u2019-]*"
INSTANTIE = (
    rf"(?:de|het|alle) {_NAAMWOORD}(?: {_NAAMWOORD}){{0,3}}"
    rf"(?: van (?:de |het |alle )?(?:{_NAAMWOORD})(?: {_NAAMWOORD}){{0,2}})*"
)
# What a body in which the partners decide is called.
ORGAAN = (
    r"(?:stuurgroep|[\w-]*overleg\b|[\w-]*bestuur|[\w-]*raad|[\w-]*commissie|[\w-]*college"
    r"|vergadering|directie|regiegroep|regiekamer)"
)


def getal(woord: str) -> int:
    """Return the number that is written: "6", "zes"; 0 for none."""
    return int(woord) if woord.isdigit() else _WOORDEN.get(woord.lower(), 0)


def periode(tekst: str) -> Periode:
    """Return the period that matches PERIODE."""
    plain = " ".join(tekst.lower().split())
    for woorden, maanden in _MAANDEN.items():
        if plain.endswith(woorden):
            return Periode(maanden=maanden)
    match = _DELEN.fullmatch(plain)
    if match is None:  # it did not match PERIODE
        return Periode()
    return Periode(**{_MATEN[match["maat"][0]]: getal(match["getal"])})
