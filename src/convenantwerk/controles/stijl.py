"""How easily a text reads: only who asks for it hears of it, and never more than a hint.

Formal words are right, and so is a long sentence; they are told for who writes for readers that
are no jurists. The table of words is our own. A word is told once, at its first place.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.elders import elders
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage

_LANG = 35  # words
_LIJDEND = 3  # times in one sentence
_AFKORTING = 8  # letters before a full stop in which one can stand
_MEEST_GETOOND = 6  # words by which a sentence is called

# What is harder than it need be, and what says the same; only where that is so in any sentence.
GEWOON: Mapping[str, str] = {
    "aangaande": "over",
    "aanvangen": "beginnen",
    "aldaar": "daar",
    "alsdan": "dan",
    "alsmede": "en ook",
    "alvorens": "voordat",
    "behoudens": "behalve",
    "benevens": "en ook",
    "bewerkstelligen": "zorgen voor",
    "bij gebreke van": "zonder",
    "bij ontstentenis van": "bij afwezigheid van",
    "conform": "volgens",
    "continueren": "voortzetten",
    "daaromtrent": "daarover",
    "dan wel": "of",
    "danwel": "of",
    "derhalve": "daarom",
    "desalniettemin": "toch",
    "desgewenst": "als dat gewenst is",
    "dewelke": "die",
    "dienaangaande": "daarover",
    "dienen te": "moeten",
    "dient te": "moet",
    "dientengevolge": "daardoor",
    "doch": "maar",
    "door middel van": "met",
    "echter": "maar",
    "eenieder": "iedereen",
    "effectueren": "uitvoeren",
    "faciliteren": "mogelijk maken",
    "gaarne": "graag",
    "geschieden": "gebeuren",
    "geschiedt": "gebeurt",
    "hetgeen": "wat",
    "hetwelk": "dat",
    "hieromtrent": "hierover",
    "implementeren": "invoeren",
    "in casu": "hier",
    "indien": "als",
    "ingeval": "als",
    "ingevolge": "volgens",
    "initiëren": "beginnen",
    "inzake": "over",
    "jegens": "tegenover",
    "krachtens": "volgens",
    "met betrekking tot": "over",
    "met inachtneming van": "volgens",
    "middels": "met",
    "mitsdien": "daarom",
    "monitoren": "volgen",
    "mutatie": "wijziging",
    "nadien": "daarna",
    "niettegenstaande": "ondanks",
    "nopens": "over",
    "omtrent": "over",
    "onderhavige": "deze",
    "optimaliseren": "verbeteren",
    "participeren": "meedoen",
    "reeds": "al",
    "te allen tijde": "altijd",
    "ten aanzien van": "over",
    "ten behoeve van": "voor",
    "teneinde": "om",
    "ter zake van": "over",
    "terstond": "direct",
    "tevens": "ook",
    "thans": "nu",
    "trachten": "proberen",
    "uit hoofde van": "op grond van",
    "vigerende": "geldende",
    "voornoemd": "dit",
    "voornoemde": "deze",
    "voorts": "ook",
    "wederom": "weer",
    "zich te vergewissen van": "na te gaan",
    "zodoende": "zo",
    "zorg dragen voor": "zorgen voor",
    "zulks": "dat",
}
# Patterns are compiled at first use: most commands do not ask for style.
# A full stop ends a sentence when a capital follows, but for those behind these.
_EINDE = r"[.!?][)\"\u201d\u2019]*(?=\s+[\"\u201c\u2018(]*[A-Z\u00cb\u00c9\d])|;(?=\s)|\n"
_AFGEKORT = r"\b(?:art|nr|mr|drs|dr|ir|dhr|mw|mevr|Stb|Stcrt|bijv|resp|[a-zA-Z])\Z"
_WOORD = r"[^\W_]\S*"
_WORDEN = r"(?i)\b(?:wordt|worden|werd|werden|geworden)\b"
_ENOF = r"(?i)\ben\s?/\s?of\b"
_DUBBEL = (
    r"(?i)\b(?:niet dan (?:nadat|na|met|wanneer|indien)|niet zonder|geen [a-z]+ d(?:ie|at) niet"
    r"|niet on(?!der|s\b|ze\b|t|verwijld|verkort|middellijk|verminderd|line)[a-z]{4,}"
    r"|(?:nooit|nimmer) (?:niet|geen))\b"
)


class Zin(NamedTuple):
    """A sentence of the text, with the place of its first word."""

    tekst: str
    plaats: Position

    @property
    def begin(self) -> str:
        """Its first words, by which it is called."""
        woorden = self.tekst.split(maxsplit=_MEEST_GETOOND)
        return " ".join(woorden[:_MEEST_GETOOND])


def _zinnen(onderzoek: Onderzoek) -> Iterator[Zin]:
    """Yield the sentences of paragraphs, items and notes; an item is one of its own."""
    for passage in onderzoek.passages:
        if passage.soort in {"kop", "cel"}:
            continue
        begin = 0
        for match in re.finditer(_EINDE, passage.tekst):
            voor = passage.tekst[max(match.start() - _AFKORTING, begin) : match.start()]
            if match[0][0] != "." or not re.search(_AFGEKORT, voor):
                yield _zin(passage, begin, match.end())
                begin = match.end()
        yield _zin(passage, begin, len(passage.tekst))


def _zin(passage: Passage, begin: int, eind: int) -> Zin:
    tekst = passage.tekst[begin:eind]
    return Zin(tekst, passage.plaats(begin + len(tekst) - len(tekst.lstrip())))


def check_lange_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No sentence is so long that its beginning is forgotten at its end."""
    for zin in _zinnen(onderzoek):
        aantal = sum(1 for _ in re.finditer(_WOORD, zin.tekst))
        if aantal > _LANG:
            yield CODES["CV180"].at(zin.plaats, begin=zin.begin, aantal=aantal)


def check_lijdende_zinnen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No sentence leaves several times untold who does something."""
    for zin in _zinnen(onderzoek):
        aantal = sum(1 for _ in re.finditer(_WORDEN, zin.tekst))
        if aantal >= _LIJDEND:
            yield CODES["CV181"].at(zin.plaats, begin=zin.begin, aantal=aantal)


def check_en_of(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No "en/of": what it says is said by "of", or leaves open which of the two."""
    yield from _eens(onderzoek, _ENOF, "CV182")


def check_dubbele_ontkenning(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Nothing is said by denying it twice."""
    yield from _eens(onderzoek, _DUBBEL, "CV183")


def check_gewone_woorden(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """No word is harder than one that says the same."""
    yield from _eens(onderzoek, _moeilijk(), "CV184")


@cache
def _moeilijk() -> str:
    """Return what finds the words of the table, the longest first."""
    woorden = sorted(GEWOON, key=len, reverse=True)
    keuze = "|".join(re.escape(woord) for woord in woorden)
    return rf"(?i)(?<![\w-])(?:{keuze})(?![\w-])"


def _eens(onderzoek: Onderzoek, patroon: str, code: str) -> Iterator[Diagnostic]:
    """Yield a finding for each that is found, at the first of its places."""
    eerst: dict[str, tuple[str, Position]] = {}
    aantal: Counter[str] = Counter()
    for passage in onderzoek.passages:
        for match in re.finditer(patroon, passage.tekst):
            laag = match[0].casefold()
            aantal[laag] += 1
            if laag not in eerst:
                eerst[laag] = (match[0], passage.plaats(match.start()))
    for laag, (woorden, plaats) in eerst.items():
        velden = {"woorden": woorden, "elders": elders(aantal[laag] - 1)}
        yield CODES[code].at(plaats, gewoon=GEWOON.get(laag, ""), **velden)


CONTROLES = tuple(
    Controle(functie, "stijl")
    for functie in (
        check_lange_zinnen,
        check_lijdende_zinnen,
        check_en_of,
        check_dubbele_ontkenning,
        check_gewone_woorden,
    )
)
