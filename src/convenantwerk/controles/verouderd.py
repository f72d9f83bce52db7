"""The controles of what time has overtaken: laws and bodies that are gone, and "at present".

A table says what is gone, since when, what came instead, and where that stands. What a text tells
of the past ("the Wbp was replaced by the AVG") is no finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek


@dataclass(frozen=True, slots=True)
class Vervangen:
    """A law, ministry or body that is no more.

    Args:
        naam: a pattern of its names, as they stand in a text.
        sinds: the first day on which it was gone.
        nu: what came instead.
        bron: where that stands.
    """

    naam: str
    sinds: date
    nu: str
    bron: str


VERVANGEN = (
    Vervangen(
        r"[Ww]et [Bb]escherming [Pp]ersoonsgegevens|Wbp|WBP",
        date(2018, 5, 25),
        "de Algemene verordening gegevensbescherming (AVG) en de Uitvoeringswet AVG",
        "artikel 51 Uitvoeringswet AVG",
    ),
    Vervangen(
        r"[Rr]ichtlijn 95/46(?:/EG)?",
        date(2018, 5, 25),
        "de Algemene verordening gegevensbescherming (AVG)",
        "artikel 94 AVG",
    ),
    Vervangen(
        r"[Mm]inisterie van (?:VenJ|V&J|Veiligheid (?:en|&) Justitie)"
        r"|[Mm]inister van Veiligheid en Justitie",
        date(2017, 10, 26),
        "het ministerie van Justitie en Veiligheid",
        "de naam sinds het aantreden van het kabinet op 26 oktober 2017",
    ),
    Vervangen(
        r"[Mm]inisterie van Justitie(?! en)",
        date(2010, 10, 14),
        "het ministerie van Justitie en Veiligheid",
        "de naam verviel bij het aantreden van het kabinet op 14 oktober 2010",
    ),
    Vervangen(
        r"[Cc]ollege [Bb]escherming [Pp]ersoonsgegevens|CBP",
        date(2016, 1, 1),
        "de Autoriteit Persoonsgegevens",
        "Stb. 2015, 230",
    ),
    Vervangen(
        r"[Bb]ureaus? [Jj]eugdzorg",
        date(2015, 1, 1),
        "een gecertificeerde instelling",
        "Jeugdwet, Stb. 2014, 105",
    ),
    Vervangen(
        r"[Ww]et op de [Jj]eugdzorg",
        date(2015, 1, 1),
        "de Jeugdwet",
        "Jeugdwet, Stb. 2014, 105",
    ),
    Vervangen(
        r"Advies- en Meldpunt(?:en)? Kindermishandeling|AMK"
        r"|[Ss]teunpunt(?:en)? [Hh]uiselijk [Gg]eweld",
        date(2015, 1, 1),
        "Veilig Thuis",
        "Wet maatschappelijke ondersteuning 2015, Stb. 2014, 280",
    ),
    Vervangen(
        r"[Aa]lgemene [Ww]et [Bb]ijzondere [Zz]iektekosten|AWBZ",
        date(2015, 1, 1),
        "de Wet langdurige zorg (Wlz)",
        "Wet langdurige zorg, Stb. 2014, 494",
    ),
    Vervangen(
        r"[Ww]et werk en bijstand|WWB",
        date(2015, 1, 1),
        "de Participatiewet",
        "Stb. 2014, 270",
    ),
    Vervangen(
        r"[Ww]et bijzondere opnemingen in psychiatrische ziekenhuizen|[Ww]et [Bb]opz|BOPZ",
        date(2020, 1, 1),
        "de Wet verplichte geestelijke gezondheidszorg (Wvggz) of de Wet zorg en dwang (Wzd)",
        "Stb. 2018, 37",
    ),
    Vervangen(
        r"[Gg]emeentelijke basisadministratie(?: persoonsgegevens)?|GBA",
        date(2014, 1, 6),
        "de basisregistratie personen (BRP)",
        "Wet basisregistratie personen, Stb. 2013, 315",
    ),
    Vervangen(
        r"[Ww]et openbaarheid van bestuur|Wob",
        date(2022, 5, 1),
        "de Wet open overheid (Woo)",
        "Stb. 2021, 499",
    ),
    Vervangen(
        r"Politiewet 1993",
        date(2013, 1, 1),
        "de Politiewet 2012",
        "Stb. 2012, 315",
    ),
    Vervangen(
        r"Korps landelijke politiediensten|KLPD",
        date(2013, 1, 1),
        "de politie (Landelijke Eenheid)",
        "Politiewet 2012, Stb. 2012, 315",
    ),
)
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


def _jaar(match: re.Match[str]) -> int:
    return int(match["jaar"] or match["anno"] or 0)


CONTROLES = (
    Controle(check_vervangen, "tekst"),
    Controle(check_nu, "tekst"),
)
