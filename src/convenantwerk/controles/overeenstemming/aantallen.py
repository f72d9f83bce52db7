"""The controle of numbers: "alle 19 regiogemeenten" against the registers and the text itself.

A number counts when the words say that it is of all there are: "alle", "de" from three on, "bestaat
uit". Of those "die" do something there may be any number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.namen import ook
from convenantwerk.controles.overeenstemming.partnerlijsten import van_het_begin
from convenantwerk.dossier.dossier import VOORWERK
from convenantwerk.invoer.voorstellen.getallen import GETAL, getal
from convenantwerk.tijd.stand import overleggen_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek

_ALLE = ("alle", "bestaat", "bestaan", "telt", "kent", "nemen", "er zijn")
_TELBAAR = ("artners", "artijen", "emeenten", "rganisaties", "verleggen", "delen")
_ENKELE = 2  # "de twee partijen" are those of a dispute


@cache
def _aantal() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?P<hoe>alle|de|deze|onze|bestaa[nt] uit|telt|kent|nemen|er zijn)\s+"
        rf"(?P<getal>{GETAL})\s+"
        r"(?:\(\w+\)\s+)?(?:(?:deelnemende|aangesloten|samenwerkende|ondertekenende|verschillende"
        r"|(?:boven|hierboven |hieronder )?genoemde|volgende)\s+)?"
        r"(?:(?P<gemeenten>(?:regio)?gemeenten)|(?P<ketenpartners>ketenpartners)"
        r"|(?P<partners>partners|partijen|convenantpartners|partnerorganisaties|organisaties)"
        r"|(?P<overleggen>\(?(?:casus|keten)?\)?overleggen)|(?P<delen>delen))\b"
        r"(?!\s+(?:die|dat|waar\w*|welke|met|uit)\b)"
    )


def check_aantallen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """How many partners, gemeenten, overleggen or delen there are, is what the text says."""
    tellingen = _tellingen(onderzoek)
    gevonden: dict[tuple[str, str, int], list[Position]] = {}
    for deel in onderzoek.passages:
        if not any(woord in deel.tekst for woord in _TELBAAR):
            continue
        for match in _aantal().finditer(deel.tekst):
            soort = match.lastgroup or ""
            aantal = getal(match["getal"])
            bekend = tellingen.get(soort, ())
            geheel = match["hoe"].lower().startswith(_ALLE) or aantal > _ENKELE
            over = soort != "delen" or "convenant" in deel.zin(match.start()).lower()
            if aantal and bekend and geheel and over and aantal not in bekend:
                woorden = " ".join(match[0][match.start("getal") - match.start() :].split())
                key = (woorden, soort, bekend[0])
                gevonden.setdefault(key, []).append(deel.plaats(match.start("getal")))
    for (woorden, soort, aantal), plaatsen in gevonden.items():
        velden = {"woorden": woorden, "aantal": aantal, "waar": _WAAR.get(soort, "het register")}
        yield CODES["CV160"].at(plaatsen[0], **velden, ook=ook(len(plaatsen) - 1))


_WAAR = {"overleggen": "de tekst", "delen": "de tekst"}


def _tellingen(onderzoek: Onderzoek) -> Mapping[str, tuple[int, ...]]:
    """Return what numbers are right: of those there are now, and of those there first were."""
    registers = onderzoek.registers
    nu, begin = registers.partners, van_het_begin(registers)
    overleggen = overleggen_in(onderzoek.convenant)
    delen = [d for d in onderzoek.convenant.delen if d.soort == "deel" and d.anker != VOORWERK]
    wijzen = [
        sum(o.feiten.wijze == wijze for o in overleggen)
        for wijze in ("georganiseerd", "gefaciliteerd")
    ]
    tellingen = {
        "gemeenten": [sum(p.is_gemeente for p in rij) for rij in (begin, nu)],
        "ketenpartners": [sum(p.soort == "ketenpartner" for p in rij) for rij in (begin, nu)],
        "partners": [
            *(len(rij) for rij in (begin, nu)),
            *(sum(p.soort == "ketenpartner" for p in rij) for rij in (begin, nu)),
        ],
        "overleggen": [len(overleggen), *wijzen],
        "delen": [len(delen)],
    }
    return {soort: tuple(filter(None, aantallen)) for soort, aantallen in tellingen.items()}


CONTROLES = (Controle(check_aantallen, "nalezen"),)
