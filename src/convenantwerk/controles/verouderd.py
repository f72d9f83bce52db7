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

_STUK_VAN = (
    r"\b(?:besluit(?:en)?|beschikking|brief|aanwijzing|advies)\b[^.;]{0,150}?"
    r"\bvan (?:\d{1,2} [a-z]{3,9} )?((?:19|20)\d\d)\b"
)
# What stands between a name and its abbreviation: "Wet bescherming persoonsgegevens (Wbp)".
_AFGEKORT = r" \((?:hierna|verder)?(?: te noemen)?:? ?[\"'\u2018\u201c\u201e]?"
# Words by which a sentence tells of what was.
_VERLEDEN = re.compile(
    r"(?i)\b(?:vervangen|vervangt|ingetrokken|vervallen|voorheen|vroeger|destijds|voormalige?"
    r"|opvolger|opgevolgd|gewijzigd in|toenmalige?|overgegaan|was\b|waren\b|werd(?:en)?\b"
    r"|gold(?:en)?\b|heette\b|tot \d)"
)
_NU = (
    r"(?i)(?<![\w-])(?P<woord>momenteel|op dit moment|op dit ogenblik|thans|heden ten dage"
    r"|tegenwoordig|vooralsnog"
    r"|inmiddels(?= (?:zijn|is|telt|tellen|werken|nemen|hebben) [^.;]{0,40}\d)"
    r"|ad (?P<jaar>(?:19|20)\d\d)|anno (?P<anno>(?:19|20)\d\d))(?![\w-])"
)
# "Zoals die thans luidt en in de toekomst zal luiden" holds at any time.
_EN_LATER = r"(?i)\b(?:in de toekomst|te eniger tijd|zal luiden)\b"
_NU_KERN = (
    *("momenteel", "moment", "ogenblik", "thans", "heden", "tegenwoordig", "vooralsnog"),
    *("inmiddels", "ad 1", "ad 2", "anno"),
)

_TIJDSTIP = (
    r"(?:in de loop van|in de periode van|in het voorjaar van|in het najaar van|vanaf|per|medio"
    r"|eind|begin|uiterlijk(?: in| op| per)?|in|met ingang van|tot en met)"
)
_KOMEND = (
    rf"(?i)(?<!\w){_TIJDSTIP} (?:de |het )?(?:\d{{1,2}} )?(?:[a-z]{{3,9}} )?(?P<van>20\d\d)"
    r"(?![\d-])(?: tot(?: en met)? (?P<tot>20\d\d))?"
)
_ZAL = r"(?i)\b(?:zal|zullen|gaat|gaan)\b"
_WORDT = r"(?i)\b(?:wordt|worden|komt er|komen er|treedt)\b"
_WORDT_ERVOOR = re.compile(r"(?:wordt|worden|zal|zullen|komt|komen|treedt)\s+\Z")
_WORDT_ERNA = re.compile(r",?\s+(?:wordt|worden|zal|zullen|komt|komen|treedt)\b")
# The text itself was to enter into force, which it did: no later text is to say otherwise.
_EIGEN_INGANG = (
    r"(?i)\b(?:dit|deze) (?:convenant|overeenkomst|regeling|verordening|besluit|reglement|protocol"
    r"|addendum|gedragscode) treedt\b|\btreedt (?:dit|deze)\b"
)
_NAAST = 12  # so near stands the verb that belongs to a time
_ZODRA = (
    r"(?i:zodra|wanneer|als|totdat|tot) (?:de |het )?(?:"
    + "|".join(f"(?P<w{nummer}>{one.naam})" for nummer, one in enumerate(GEKOMEN))
    + r")(?: \(\w+\))? (?:in werking (?:treedt|is getreden)|van kracht (?:wordt|is)|van toepassing"
    r" wordt|ingaat|is aangenomen)"
)

_ZODRA_KERN = ("in werking", "van kracht", "van toepassing wordt", "ingaat", "is aangenomen")


def check_vervangen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No law, ministry or body is named that is no more on this day."""
    for one in VERVANGEN:
        if onderzoek.op < one.sinds:
            continue
        for deel in onderzoek.passages_met(one.kern):
            einde = 0
            for match in re.finditer(rf"(?<![\w-])(?:{one.naam})(?![\w-])", deel.tekst):
                tussen, einde = deel.tekst[einde : match.start()] if einde else "", match.end()
                zin = deel.zin(match.start())
                if re.fullmatch(_AFGEKORT, tussen) or _is_van_toen(zin, one.sinds.year):
                    continue  # the name was a finding just now, or is that of its day
                wat = {"naam": match[0], "nu": one.nu, "bron": one.bron}
                plaats = deel.plaats(match.start())
                yield CODES["CV120"].at(plaats, sinds=voluit(one.sinds), **wat)


def _is_van_toen(zin: str, jaar: int) -> bool:
    """Tell whether a sentence tells of what was, or cites a paper: "het besluit van X van 1996"."""
    return bool(_VERLEDEN.search(zin)) or any(
        int(match[1]) < jaar for match in re.finditer(_STUK_VAN, zin)
    )


def check_nu(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No words say "now" in a text that is read for years, and no year that is past."""
    for deel in onderzoek.passages_met(_NU_KERN):
        for match in re.finditer(_NU, deel.tekst):
            if deel.is_aangehaald(match.start()) or re.search(_EN_LATER, deel.zin(match.start())):
                continue
            if _jaar(match) < onderzoek.op.year or not _jaar(match):
                yield CODES["CV121"].at(deel.plaats(match.start()), woorden=match["woord"])


def check_komend(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Nothing is announced for a year that is past, or waits for a law that is in force."""
    for deel in onderzoek.passages_met(("20",)):
        for match in re.finditer(_KOMEND, deel.tekst):
            jaar = match["tot"] or match["van"]
            if int(jaar) < onderzoek.op.year and _is_toekomst(deel, match):
                woorden = match[0].strip()
                velden = {"woorden": woorden, "wanneer": jaar}
                yield CODES["CV128"].at(deel.plaats(match.start()), **velden)
    for deel in onderzoek.passages_met(_ZODRA_KERN):
        for match in re.finditer(_ZODRA, deel.tekst):
            wet = GEKOMEN[int((match.lastgroup or "w0")[1:])]
            if wet.sinds <= onderzoek.op:
                wanneer = f"{voluit(wet.sinds)}, toen dat gebeurde ({wet.bron}),"
                velden = {"woorden": match[0], "wanneer": wanneer}
                yield CODES["CV128"].at(deel.plaats(match.start()), **velden)


def _is_toekomst(deel: Passage, match: re.Match[str]) -> bool:
    """Tell whether a sentence says of a time that it will be: "in 2018 wordt", not "is in 2018"."""
    tekst = deel.tekst
    zin = deel.zin(match.start()).replace(match[0].strip(), "")
    if _VERLEDEN.search(zin) or re.search(_EIGEN_INGANG, zin):
        return False
    if not match[0].lower().startswith("in ") or " van " in match[0]:
        return bool(re.search(_ZAL, zin) or re.search(_WORDT, zin))
    ervoor, erna = tekst[max(match.start() - _NAAST, 0) : match.start()], tekst[match.end() :]
    return bool(_WORDT_ERVOOR.search(ervoor) or _WORDT_ERNA.match(erna))


def _jaar(match: re.Match[str]) -> int:
    return int(match["jaar"] or match["anno"] or 0)


CONTROLES = (
    Controle(check_vervangen, "tekst"),
    Controle(check_nu, "tekst"),
    Controle(check_komend, "nalezen"),
)
