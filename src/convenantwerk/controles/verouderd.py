"""The controles of what time has overtaken: laws and bodies that are gone, and "at present".

A table says what is gone, since when, what came instead, and where that stands. What a text tells
of the past ("the Wbp was replaced by the AVG") is no finding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.vervangen import GEKOMEN, VERVANGEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage

# A law that is named so in full may live on under that name with another year: the Wmo 2015.
_NAAM = re.compile(
    "|".join(f"(?P<v{nummer}>{one.naam})" for nummer, one in enumerate(VERVANGEN)).join(
        (r"(?<![\w-])(?:", r")(?![\w-])")
    )
)
# Words by which a sentence tells of what was.
_VERLEDEN = re.compile(
    r"(?i)\b(?:vervangen|vervangt|ingetrokken|vervallen|voorheen|vroeger|destijds|voormalige?"
    r"|opvolger|opgevolgd|gewijzigd in|toenmalige?|overgegaan|was\b|waren\b|tot \d)"
)
_NU = re.compile(
    r"(?i)(?<![\w-])(?P<woord>momenteel|op dit moment|op dit ogenblik|thans|heden ten dage"
    r"|tegenwoordig|vooralsnog|ad (?P<jaar>(?:19|20)\d\d)|anno (?P<anno>(?:19|20)\d\d))(?![\w-])"
)

_JAAR = re.compile(r"[12][09]\d\d")
_TIJDSTIP = (
    r"(?:in de loop van|in de periode van|in het voorjaar van|in het najaar van|vanaf|per|medio"
    r"|eind|begin|uiterlijk(?: in| op| per)?|vóór|voor|in|met ingang van|tot en met)"
)
_KOMEND = re.compile(
    rf"(?i)(?<!\w){_TIJDSTIP} (?:de |het )?(?:\d{{1,2}} )?(?:[a-z]{{3,9}} )?(?P<van>20\d\d)"
    r"(?![\d-])(?: tot(?: en met)? (?P<tot>20\d\d))?"
)
_ZAL = re.compile(r"(?i)\b(?:zal|zullen|gaat|gaan)\b")
_WORDT = re.compile(r"(?i)\b(?:wordt|worden|komt er|komen er|treedt)\b")
_WORDT_ERVOOR = re.compile(r"(?:wordt|worden|zal|zullen|komt|komen|treedt)\s+\Z")
_WORDT_ERNA = re.compile(r",?\s+(?:wordt|worden|zal|zullen|komt|komen|treedt)\b")
_NAAST = 12  # so near stands the verb that belongs to a time
_ZODRA = re.compile(
    r"(?i:zodra|wanneer|als|totdat|tot) (?:de |het )?(?:"
    + "|".join(f"(?P<w{nummer}>{one.naam})" for nummer, one in enumerate(GEKOMEN))
    + r")(?: \(\w+\))? (?:in werking (?:treedt|is getreden)|van kracht (?:wordt|is)|van toepassing"
    r" wordt|ingaat|is aangenomen)"
)


def check_vervangen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No law, ministry or body is named that is no more on this day."""
    for deel in onderzoek.passages:
        for match in _NAAM.finditer(deel.tekst):
            one = VERVANGEN[int((match.lastgroup or "v0")[1:])]
            if onderzoek.op < one.sinds or _VERLEDEN.search(deel.zin(match.start())):
                continue
            velden = {"naam": match[0], "sinds": voluit(one.sinds), "nu": one.nu, "bron": one.bron}
            yield CODES["CV120"].at(deel.plaats(match.start()), **velden)


def check_nu(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No words say "now" in a text that is read for years, and no year that is past."""
    for deel in onderzoek.passages:
        for match in _NU.finditer(deel.tekst):
            if _jaar(match) < onderzoek.op.year or not _jaar(match):
                yield CODES["CV121"].at(deel.plaats(match.start()), woorden=match["woord"])


def check_komend(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Nothing is announced for a year that is past, or waits for a law that is in force."""
    for deel in onderzoek.passages:
        for match in _KOMEND.finditer(deel.tekst) if _JAAR.search(deel.tekst) else ():
            jaar = match["tot"] or match["van"]
            if int(jaar) < onderzoek.op.year and _is_toekomst(deel, match):
                woorden = match[0].strip()
                velden = {"woorden": woorden, "wanneer": jaar}
                yield CODES["CV128"].at(deel.plaats(match.start()), **velden)
        for match in _ZODRA.finditer(deel.tekst):
            wet = GEKOMEN[int((match.lastgroup or "w0")[1:])]
            if wet.sinds <= onderzoek.op:
                wanneer = f"{voluit(wet.sinds)}, toen dat gebeurde ({wet.bron}),"
                velden = {"woorden": match[0], "wanneer": wanneer}
                yield CODES["CV128"].at(deel.plaats(match.start()), **velden)


def _is_toekomst(deel: Passage, match: re.Match[str]) -> bool:
    """Tell whether a sentence says of a time that it will be: "in 2018 wordt", not "is in 2018"."""
    tekst = deel.tekst
    zin = deel.zin(match.start()).replace(match[0].strip(), "")
    if _VERLEDEN.search(zin):
        return False
    if not match[0].lower().startswith("in ") or " van " in match[0]:
        return bool(_ZAL.search(zin) or _WORDT.search(zin))
    ervoor, erna = tekst[max(match.start() - _NAAST, 0) : match.start()], tekst[match.end() :]
    return bool(_WORDT_ERVOOR.search(ervoor) or _WORDT_ERNA.match(erna))


def _jaar(match: re.Match[str]) -> int:
    return int(match["jaar"] or match["anno"] or 0)


CONTROLES = (
    Controle(check_vervangen, "tekst"),
    Controle(check_nu, "tekst"),
    Controle(check_komend, "nalezen"),
)
