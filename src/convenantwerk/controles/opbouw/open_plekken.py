"""The controles of what is left open without brackets: a choice, a cell, a day, a name.

What stands between square brackets is an invulveld (CV110), and lines and crosses are CV122.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import MAANDEN
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.tekst.boom import Alinea, Registerplaats, Tabel, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.alineas import Blokplek
    from convenantwerk.controles.onderzoek import Onderzoek

_KEUZE = (
    r"(?i)(?:door(?:halen|strepen)|aankruisen|omcirkelen)"
    r" (?:wat|hetgeen|indien|voor zover) (?:niet )?(?:van toepassing|gewenst|juist)"
    r"|(?:schrappen|weghalen|verwijderen) (?:wat|hetgeen|indien) niet (?:van toepassing|gewenst)"
    r"|niet van toepassing (?:zijnde )?(?:s\.v\.p\. |svp )?door(?:halen|strepen)"
    r"|(?<![\w/(])ja ?/ ?nee(?=\s*[.;*]?\s*(?:\n|\Z))"
    r"|(?:\A|(?<=[\n(]))(?:optie|variant|keuze|alternatief) (?:\d|[A-C])\b(?=\s*[:)])"
    r"|[☐□]|(?:\A|(?<=\s))\( \) (?=\w)"
    r"|(?<![\w/])[^\W\d_]{3,}/[^\W\d_]{3,}\*(?!\w)"
)
# Without one of these letters or signs nothing of the above can be there.
_KEUZETEKENS = (
    *("doorhalen", "doorstrepen", "aankruisen", "omcirkelen", "schrappen ", "weghalen "),
    *("verwijderen ", "/nee", "/ nee", "*", "☐", "□", "( )"),
    *(
        f"{woord} {eerste}"
        for woord in ("optie", "variant", "keuze", "alternatief")
        for eerste in "123abc"
    ),
)

_JAAR = r"(?:19|20)\d\d"
# What stands before a month without a day; only behind a place for the day, no year need follow.
_DATUM = (
    r"(?i)(?:(?P<open>(?<![_.…])(?:_{1,2}|…|\.{2,3}|\?+)\s*)"
    r"|(?<!\w)(?:op|d\.d\.|dd\.|de dato|gedateerd|dagtekening:?|datum:|met ingang van)\s+"
    r"|(?<!\w)(?:opgemaakt|getekend|ondertekend|gedaan)\s(?:[^.;\d\n]{0,60}?[ ,])?"
    r"(?<!in )(?<!eind )(?<!begin )(?<!medio )(?<!sinds )"
    r"|(?<!\w)(?:geldt|gold|eindigt|treedt in werking|loopt|gaat in)\s[^.;,\d\n]{0,30}?"
    r"(?<!\w)(?:vanaf|tot en met|tot|per)\s+"
    r"|(?P<plaats>(?:\A|(?<=\n))[^\W\d_][\w \u2019'-]{2,30}, ))"
    rf"(?:{'|'.join(MAANDEN)})(?P<jaar>\s+{_JAAR})?(?!\w)(?P<regeleinde>\n|\Z)?"
)
_DATUM_LEEG = (
    rf"(?i)(?<!\w)(?:d\.d\.|de dato|gedateerd|dagtekening:?)\s+{_JAAR}(?![\d-])"
    rf"|(?<![\d-])[-/]\s*[-/]\s*{_JAAR}(?!\d)"
)
_DATUMTEKENS = ("19", "20", "_", "…", "..", "?")

_NAAMREGEL = r"(?i)\A\s*(?:naam|namen|naam en functie)\s*:?\s*\Z"
_NAMENS = (
    r"(?i)\A(?:namens (?:de|het|deze|partij|\w+ partij)\b.{0,80}|voor deze|hoogachtend"
    r"|de (?:voorzitter|burgemeester|secretaris|ketenmanager|directeur|wethouder)\b.{0,60})"
    r"[,:]?\s*\Z"
)
_FUNCTIE = (
    r"(?i)\A(?:de |het )?(?:\w+end )?(?:voorzitter|burgemeester|secretaris|ketenmanager|directeur"
    r"|bestuurder|wethouder|manager|hoofdofficier|politiechef|teamchef|coördinator)\b"
    r"(?: [\w-]+){0,7}\Z"
)
_TOTAAL = r"(?i)\A(?:sub)?totaal|\Asaldo|\Asom\b"
_HELFT = 2
_KWART = 4
_TWEE = 2


def check_keuzes(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No choice is left to the reader: nothing is to be crossed out any more."""
    for deel in onderzoek.passages_met(_KEUZETEKENS):
        for match in re.finditer(_KEUZE, deel.tekst):
            yield CODES["CV124"].at(deel.plaats(match.start()), woorden=match[0].strip())


def check_datums(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A date on which something was done, or begins, has a day."""
    for deel in onderzoek.passages_met(_DATUMTEKENS):
        gevonden = [
            *filter(_is_zonder_dag, re.finditer(_DATUM, deel.tekst)),
            *re.finditer(_DATUM_LEEG, deel.tekst),
        ]
        for match in gevonden:
            woorden = " ".join(match[0].split())
            yield CODES["CV126"].at(deel.plaats(match.start()), woorden=woorden)


def _is_zonder_dag(match: re.Match[str]) -> bool:
    """Tell whether a month stands for a date: with a year, and a place alone in its line."""
    if match["plaats"]:
        return bool(match["jaar"]) and match["regeleinde"] is not None
    return bool(match["jaar"] or match["open"])


def check_cellen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """In a column that is filled, no cell is left empty."""
    for plek in onderzoek.blokplekken:
        if isinstance(plek.blok, Tabel):
            yield from _lege_cellen(plek.blok)


def _lege_cellen(tabel: Tabel) -> Iterator[Diagnostic]:
    kop, *rijen = [[plain(cel).strip() for cel in rij] for rij in (tabel.kop, *tabel.rijen)]
    # A row with one word in it is a heading within a table of more columns; a total counts up.
    gewoon = [
        (number, rij)
        for number, rij in enumerate(rijen, 2)
        if (sum(map(bool, rij)) > 1 or len(kop) == _TWEE) and not re.match(_TOTAAL, rij[0])
    ]
    leeg = []
    for k, naam in enumerate(kop):
        lege = [(number, k) for number, rij in gewoon if not rij[k]]
        # Of the first column, an empty cell may well mean "as above", and a corner has no head.
        mag = len(gewoon) // (_HELFT if k else _KWART)
        if not naam and k and len(lege) < len(gewoon):
            leeg.append((0, k))
        elif naam and len(lege) <= mag and len(lege) < len(gewoon):
            leeg += lege
    if leeg:
        number, k = min(leeg)
        # The head, the rule below it, and each row are one line of the source.
        plaats = replace(tabel.position, line=tabel.position.line + number)
        rij = (rijen[number - 2][0] or f"rij {number - 1}") if number else "de kop"
        meer = f" (en nog {len(leeg) - 1} in deze tabel)" if len(leeg) > 1 else ""
        velden = {"kolom": kop[k] or f"nummer {k + 1}", "rij": rij, "meer": meer}
        yield CODES["CV125"].at(plaats, **velden)


def check_namen_onder(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Under a text, who signs for whom is followed by a name."""
    gezien: set[str] = set()
    for plek in onderzoek.blokplekken:
        if isinstance(plek.blok, Alinea) and plek.onderdeel is None:
            woorden = _zonder_naam(plek)
            if woorden and plek.element.anker not in gezien:
                gezien.add(plek.element.anker)
                yield CODES["CV127"].at(plek.blok.position, woorden=woorden)


def _zonder_naam(plek: Blokplek) -> str:
    """Return the line that asks for a name which does not follow; "" when there is none."""
    regels = plek.tekst.split("\n")
    for regel in regels:
        if regel.rstrip().endswith(":") and re.match(_NAAMREGEL, regel):
            return regel.strip()
    laatste = regels[-1].strip()
    if isinstance(plek.na, Registerplaats):  # which has the names, if it does not say of whom
        return laatste if laatste.endswith(":") and re.match(_FUNCTIE, laatste[:-1]) else ""
    if plek.na is not None:
        return ""
    namens = laatste[-1:] in (",", ":") and re.match(_NAMENS, laatste)
    alleen_functie = (
        len(regels) == 1 and re.match(_FUNCTIE, laatste) and plek.element.soort != "artikel"
    )
    return laatste if namens or alleen_functie else ""


CONTROLES = (
    Controle(check_keuzes, "nalezen"),
    Controle(check_datums, "nalezen"),
    Controle(check_cellen, "nalezen"),
    Controle(check_namen_onder, "nalezen"),
)
