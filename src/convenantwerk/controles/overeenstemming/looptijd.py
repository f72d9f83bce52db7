"""What a text says of how long it is in force, and from when."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import MAANDEN, voluit
from convenantwerk.controles.overeenstemming.lezingen import (
    VOOR,
    Lezing,
    dagvorm,
    even_lang,
    periodevorm,
)
from convenantwerk.invoer.voorstellen.getallen import GETAL, PERIODE, periode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.dossier.regels import Looptijd, Regels

# "Na de eerste periode van tien jaar" tells how long the text lasted before it was renewed.
_NA_AFLOOP = (
    r"\bna (?:(?:het einde|afloop|ommekomst|verloop) van )?(?:de |die |deze )?(?:eerste )?"
    r"(?:periode|duur) van\Z"
)
# What stands before a period by which the text is renewed.
_MET = (" met", " voor", " duur van", " periode van", " telkens", " steeds")


def lees_looptijd(zin: str, laag: str, regels: Regels) -> Iterator[Lezing]:
    """Yield what a sentence says of how long the text lasts; `laag` is it in small letters."""
    regel = regels.looptijd
    if regel is None:
        return
    if regel.verlenging and "verleng" in laag and "stilzwijgend" in laag:
        for match in periodevorm().finditer(zin):
            ervoor = laag[max(match.start() - VOOR, 0) : match.start()].rstrip()
            if ervoor.endswith(_MET) and not re.search(_NA_AFLOOP, ervoor):
                strookt = even_lang(periode(match[0]), regel.verlenging)
                wat = f"verlenging met {regel.verlenging.voluit}"
                yield Lezing("looptijd", regel, match.start(), match[0], wat, strookt)
    for woorden in ("onbepaalde tijd", "stilzwijgend"):
        at = laag.find(woorden)
        if at >= 0 and ("verleng" in laag if woorden == "stilzwijgend" else _over_tekst(laag)):
            strookt = regel.soort.startswith(woorden)
            yield Lezing("looptijd", regel, at, zin[at : at + len(woorden)], regel.soort, strookt)
    yield from _einde(zin, laag, regel)


def _einde(zin: str, laag: str, regel: Looptijd) -> Iterator[Lezing]:
    """Yield on which day, or after how long, a sentence has the text end."""
    if regel.soort == "onbepaalde tijd":
        for match in _vaste_duur().finditer(zin):
            wat = match.lastgroup or "duur"
            at, woorden = match.start(wat), match[wat]
            yield Lezing("looptijd", regel, at, woorden, regel.soort, strookt=False)
    if regel.tot is not None and _over_tekst(laag) and "werking" not in laag:
        for match in dagvorm().finditer(zin):
            if match["jaar"] and (dag := _datum(match)):
                strookt = dag in (regel.tot, regel.tot + timedelta(days=1))
                wat = f"tot en met {voluit(regel.tot)}"
                yield Lezing("looptijd", regel, match.start("dag"), voluit(dag), wat, strookt)


@cache
def _vaste_duur() -> re.Pattern[str]:
    """What says that the text itself, and not something in it, lasts so long or until a day."""
    # "Zij geldt vijf jaar" may be the duty of secrecy.
    zij = "zij(?= heeft een looptijd| is aangegaan| wordt aangegaan| eindigt)"
    tekst = rf"(?:{zij}|(?:dit|deze) [\w-]*(?:convenant|overeenkomst|regeling))"
    geldt = r"geldt|loopt|is aangegaan|wordt aangegaan|heeft een looptijd van"
    dag = rf"\d{{1,2}} (?:{'|'.join(MAANDEN)}) \d{{4}}\b"
    return re.compile(
        rf"(?i)\A{tekst} (?:(?:{geldt})(?: voor)?(?: (?:de|een) (?:duur|periode|termijn) van)?"
        rf" (?P<duur>{PERIODE})|(?:[^.;]{{0,60}}?\b)?(?:(?:geldt|loopt|duurt)\b[^.;]{{0,40}}?\btot"
        rf"(?: en met)?|eindigt(?: van rechtswege)?(?: op| per)?) (?P<dag>{dag}))"
        rf"|\b(?:duur|looptijd) van {tekst} (?:is|bedraagt) (?P<lang>{PERIODE})"
    )


def _over_tekst(laag: str) -> bool:
    """Tell whether a sentence is about how long the text itself lasts."""
    if any(w in laag for w in ("vorig", "eerder", "ander convenant", "verwerkersovereenkomst")):
        return False
    return any(w in laag for w in ("convenant", "overeenkomst", "regeling", "zij eindigt")) and any(
        w in laag for w in ("geldt", "eindigt", "aangegaan", "gesloten voor", "looptijd", "loopt")
    )


def _datum(match: re.Match[str]) -> date | None:
    try:
        return date(
            int(match["jaar"]), MAANDEN.index(match["maand"].lower()) + 1, int(match["dag"])
        )
    except ValueError:
        return None


# When a text says that it is in force, by words that are not of another moment too.
_INWERKING = {
    "vaststelling": (r"vaststel\w*|vastgesteld", "op de dag van de vaststelling"),
    "allen": (
        r"\balle (?:\w+ )?(?:partijen|partners|deelnemers|organisaties)\b[^.;]{0,80}teken",
        "zodra allen hebben ondertekend",
    ),
    "aantal": (
        rf"\b{GETAL} (?:partijen|partners|deelnemers|organisaties)\b[^.;]{{0,80}}teken",
        "zodra een aantal heeft ondertekend",
    ),
}


def lees_inwerking(zin: str, laag: str, regels: Regels) -> Iterator[Lezing]:
    """Yield what a sentence says of when the text is in force, where that is not by the rule."""
    regel = regels.inwerking
    if regel is None or "in werking" not in laag or "wijziging" in laag:
        return
    if not re.match(r"(?:dit|deze) [\w-]*(?:convenant|overeenkomst|regeling)\b", laag):
        return
    gezegd = [
        (bij, match)
        for bij, (woorden, _) in _INWERKING.items()
        if (match := re.search(f"(?i){woorden}", zin))
    ]
    if len(gezegd) == 1 and gezegd[0][0] != regel.bij:
        wat = f"in werking {_INWERKING[regel.bij][1]}"
        _, match = gezegd[0]
        yield Lezing("inwerking", regel, match.start(), match[0], wat, strookt=False)
