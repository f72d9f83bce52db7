"""Laws, ministries and bodies that are no more: since when, what came instead, where that stands.

A row is here only when its day was found in what its `bron` names: a law, its decree of entry into
force, a paper of parliament, or the body that it became. A number of a Staatsblad stands here only
when it was read.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple


class Vervangen(NamedTuple):
    """A law, ministry or body that is no more.

    Args:
        kern: letters in small of which some are in each of its names.
        naam: a pattern of its names, as they stand in a text.
        sinds: the first day on which it was gone.
        nu: what came instead.
        bron: where that stands.
    """

    kern: tuple[str, ...]
    naam: str
    sinds: date
    nu: str
    bron: str


class Gekomen(NamedTuple):
    """A law that people wrote of before it was there: "zodra de WGS in werking treedt".

    Args:
        naam: a pattern of its names, as they stand in a text.
        sinds: the first day on which it was in force.
        bron: where that stands.
    """

    naam: str
    sinds: date
    bron: str


_AVG = "de Algemene verordening gegevensbescherming (AVG)"
_JENV = "het ministerie van Justitie en Veiligheid"
_WKKGZ = "de Wet kwaliteit, klachten en geschillen zorg (Wkkgz)"
_WKKGZ_BRON = "de Wkkgz, die op 1 januari 2016 in werking is getreden en deze wet vervangt"
_JEUGDWET_BRON = "de Jeugdwet, in werking op 1 januari 2015 (Stb. 2014, 443)"
_WGS = r"WGS|Wgs|[Ww]et gegevensverwerking door samenwerkingsverbanden"

VERVANGEN = (
    Vervangen(
        ("bescherming persoonsgegevens", "wbp"),
        r"[Ww]et [Bb]escherming [Pp]ersoonsgegevens|Wbp|WBP",
        date(2018, 5, 25),
        f"{_AVG} en de Uitvoeringswet AVG",
        "artikel 51 Uitvoeringswet AVG (Stb. 2018, 144)",
    ),
    Vervangen(
        ("richtlijn 95",),
        r"[Rr]ichtlijn 95/46(?:/EG)?",
        date(2018, 5, 25),
        _AVG,
        "artikel 94 AVG",
    ),
    Vervangen(
        ("minister",),
        r"[Mm]inisterie van (?:VenJ|V&J|Veiligheid (?:en|&) Justitie)"
        r"|[Mm]inister van Veiligheid en Justitie",
        date(2017, 10, 26),
        _JENV,
        "de naam sinds het aantreden van het kabinet op 26 oktober 2017",
    ),
    Vervangen(
        ("ministerie van justitie",),
        r"[Mm]inisterie van Justitie(?! en)",
        date(2010, 10, 14),
        _JENV,
        "op 14 oktober 2010 ondergebracht bij het ministerie van Veiligheid en Justitie",
    ),
    Vervangen(
        ("college bescherming", "cbp"),
        r"[Cc]ollege [Bb]escherming [Pp]ersoonsgegevens|CBP",
        date(2016, 1, 1),
        "de Autoriteit Persoonsgegevens",
        "de naam die deze toezichthouder sinds 1 januari 2016 voert",
    ),
    Vervangen(
        ("jeugdzorg",),
        r"[Bb]ureaus? [Jj]eugdzorg",
        date(2015, 1, 1),
        "een gecertificeerde instelling",
        _JEUGDWET_BRON,
    ),
    Vervangen(
        ("jeugdzorg",),
        r"[Ww]et op de [Jj]eugdzorg",
        date(2015, 1, 1),
        "de Jeugdwet",
        _JEUGDWET_BRON,
    ),
    Vervangen(
        ("meldpunt", "amk", "amhk", "steunpunt"),
        r"Advies- en Meldpunt(?:en)? Kindermishandeling|AMK"
        r"|[Ss]teunpunt(?:en)? [Hh]uiselijk [Gg]eweld|AMHK",
        date(2015, 1, 1),
        "Veilig Thuis",
        "de Wet maatschappelijke ondersteuning 2015, en de naam die gemeenten daarvoor kozen",
    ),
    Vervangen(
        ("bijzondere ziektekosten", "awbz"),
        r"[Aa]lgemene [Ww]et [Bb]ijzondere [Zz]iektekosten|AWBZ",
        date(2015, 1, 1),
        "de Wet langdurige zorg (Wlz)",
        "de Wet langdurige zorg, in werking op 1 januari 2015 (Stb. 2014, 521)",
    ),
    Vervangen(
        ("werk en bijstand", "wwb"),
        r"[Ww]et werk en bijstand|WWB|Wwb",
        date(2015, 1, 1),
        "de Participatiewet",
        "de citeertitel is op 1 januari 2015 gewijzigd (Stb. 2014, 270)",
    ),
    Vervangen(
        ("bopz", "bijzondere opnemingen"),
        r"[Ww]et bijzondere opnemingen in psychiatrische ziekenhuizen|[Ww]et [Bb]opz|BOPZ",
        date(2020, 1, 1),
        "de Wet verplichte geestelijke gezondheidszorg (Wvggz) of de Wet zorg en dwang (Wzd)",
        "de Wvggz en de Wzd, in werking op 1 januari 2020 (Kamerstukken 32 399, nr. 91)",
    ),
    Vervangen(
        ("basisadministratie", "gba"),
        r"[Gg]emeentelijke basisadministratie(?: persoonsgegevens)?|GBA",
        date(2014, 1, 6),
        "de basisregistratie personen (BRP)",
        "de Wet basisregistratie personen, in werking op 6 januari 2014",
    ),
    Vervangen(
        ("openbaarheid van bestuur", "wob"),
        r"[Ww]et openbaarheid van bestuur|Wob",
        date(2022, 5, 1),
        "de Wet open overheid (Woo)",
        "artikel 10.1 Wet open overheid (Stb. 2021, 499)",
    ),
    Vervangen(
        ("politiewet 1993",),
        r"Politiewet 1993",
        date(2013, 1, 1),
        "de Politiewet 2012",
        "de Politiewet 2012 (Stb. 2012, 315), in werking op 1 januari 2013",
    ),
    Vervangen(
        ("landelijke politiediensten", "klpd"),
        r"Korps landelijke politiediensten|KLPD",
        date(2013, 1, 1),
        "de landelijke eenheden van de politie",
        "de Politiewet 2012 (Stb. 2012, 315), in werking op 1 januari 2013",
    ),
    Vervangen(
        ("landelijke eenheid",),
        r"[Ll]andelijke Eenheid",
        date(2024, 1, 1),
        "de Eenheid Landelijke Expertise en Operaties of de Eenheid Landelijke Opsporing en "
        "Interventies",
        "de splitsing van de eenheid door de politie op 1 januari 2024",
    ),
    Vervangen(
        ("politieregisters",),
        r"[Ww]et politieregisters",
        date(2008, 1, 1),
        "de Wet politiegegevens (Wpg)",
        "de wet is vervallen op 1 januari 2008, volgens wetten.overheid.nl",
    ),
    Vervangen(
        ("kwaliteitswet",),
        r"[Kk]waliteitswet zorginstellingen",
        date(2016, 1, 1),
        _WKKGZ,
        _WKKGZ_BRON,
    ),
    Vervangen(
        ("klachtrecht", "wkcz"),
        r"[Ww]et klachtrecht cliënten zorgsector|Wkcz|WKCZ",
        date(2016, 1, 1),
        _WKKGZ,
        _WKKGZ_BRON,
    ),
    Vervangen(
        ("gezondheidszorg", "igz", "inspectie jeugdzorg"),
        r"[Ii]nspectie voor de [Gg]ezondheidszorg|IGZ|[Ii]nspectie [Jj]eugdzorg",
        date(2017, 10, 1),
        "de Inspectie Gezondheidszorg en Jeugd (IGJ)",
        "de fusie van de inspecties op 1 oktober 2017",
    ),
    Vervangen(
        ("wetsvoorstel",),
        r"[Ww]etsvoorstel gegevensverwerking door samenwerkingsverbanden|[Ww]etsvoorstel WGS",
        date(2025, 3, 1),
        "de Wet gegevensverwerking door samenwerkingsverbanden (WGS)",
        "de WGS (Stb. 2024, 198), in werking op 1 maart 2025 (Stb. 2024, 380)",
    ),
)

GEKOMEN = (
    Gekomen(_WGS, date(2025, 3, 1), "Stb. 2024, 198 en 380"),
    Gekomen(
        r"AVG|[Aa]lgemene [Vv]erordening [Gg]egevensbescherming",
        date(2018, 5, 25),
        "artikel 99 AVG",
    ),
    Gekomen(r"Wvggz|WVGGZ|Wzd|WZD", date(2020, 1, 1), "Kamerstukken 32 399, nr. 91"),
    Gekomen(r"Woo|[Ww]et open overheid", date(2022, 5, 1), "Stb. 2021, 499"),
)


@cache
def _namen() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(one.naam for one in VERVANGEN)})(?!\w)")


def heette(tekst: str, begin: int) -> bool:
    """Tell whether a name of what is no more begins at one of the characters of a text."""
    return _namen().match(tekst, begin) is not None
