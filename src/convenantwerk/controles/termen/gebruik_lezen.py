"""The one walk along the words of a text, by which is known how its terms are used."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING

from convenantwerk.controles.termen.definities import lees_definities
from convenantwerk.controles.termen.gebruik import (
    Hoofdwoord,
    Termgebruik,
    Woord,
    woorden_in,
    woordplaatsen_in,
)
from convenantwerk.controles.termen.woordvormen import (
    LIDWOORDEN,
    VERBINDEN,
    VOORNAAMWOORDEN,
    grondvorm,
    is_afkorting,
)
from convenantwerk.controles.vervangen import heette

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.dossier.dossier import Registers

    _Woorden = list[re.Match[str]]

_VER = 3  # words between two words with capitals of one name: "Raad voor de Kinderbescherming"
_MIDDEN = frozenset(",)")  # after which a sentence goes on, as it does after letters
# "de minister van Zorg, Sport en Werk": names, commas and all.
_MINISTERS = ("inister", "taatssecretaris")
_MINISTER_VAN = (
    r"(?:[Mm]inister(?:ie|s)?|[Ss]taatssecretaris(?:sen)?) van (?:[A-Z][\w-]+(?:,? |,? en ))*\Z"
)
_VER_TERUG = 100
_BEPALEND = LIDWOORDEN | VOORNAAMWOORDEN


def lees_gebruik(passages: Sequence[Passage], registers: Registers) -> Termgebruik:
    """Return how the words of a text are used."""
    definities = lees_definities(passages)
    gebruik = Termgebruik(
        passages,
        definities,
        frozenset(_naamwoorden(registers)),
        registers.instellingen.samenwerkingsverband,
    )
    lijst = {d.passage for d in definities if d.wijze == "lijst"}
    zoeker = _Zoeker(gebruik)
    klein, hoofd = gebruik.klein, gebruik.hoofd
    for number, passage in enumerate(passages):
        tekst = passage.tekst
        if passage.soort == "kop":
            _lees_kop(passage, number, gebruik)
        elif number in lijst:
            gebruik.omschreven.update({grondvorm(woord) for woord in woorden_in(tekst)})
        elif not tekst.isupper():
            woorden = woordplaatsen_in(tekst)
            letters = [match[0] for match in woorden]
            hoofdletters: list[int] = []
            for at, woord in enumerate(letters):
                where = klein
                if woord[0].isupper():
                    where = hoofd
                    hoofdletters.append(at)
                if woord in where:
                    where[woord].aantal += 1
                else:
                    where[woord] = Woord(woord, 1, number, woorden[at].start())
            for at in hoofdletters:
                if hoofdwoord := _hoofdwoord(passage, woorden, at, number, gebruik):
                    gebruik.groot[grondvorm(hoofdwoord.woord)].append(hoofdwoord)
            zoeker.zoek(woorden, letters, number)
    return gebruik


def _lees_kop(passage: Passage, number: int, gebruik: Termgebruik) -> None:
    """Keep what a heading names, and its words with a hyphen, which others may be without."""
    is_overleg = passage.omgeving.element.feiten is not None
    (gebruik.overleggen if is_overleg else gebruik.koppen).update(_kopwoord(passage.tekst))
    for match in woordplaatsen_in(passage.tekst) if "-" in passage.tekst else ():
        if "-" in match[0] and match[0].islower():
            _tel(gebruik.klein, match[0], number, match)


def _tel(where: dict[str, Woord], woord: str, number: int, match: re.Match[str]) -> None:
    """Count words that stand in a passage."""
    if woord in where:
        where[woord].aantal += 1
    else:
        where[woord] = Woord(woord, 1, number, match.start())


class _Zoeker:
    """Looks for terms of more words, and for those of one that are written as two."""

    def __init__(self, gebruik: Termgebruik) -> None:
        self.gebruik = gebruik
        self.frasen: dict[str, set[int]] = defaultdict(set)  # how many words, by the first
        self.woorden: dict[str, str] = {}
        for definitie in gebruik.definities:
            for naam in definitie.namen:
                delen = tuple(grondvorm(woord) for woord in woorden_in(naam))
                if len(delen) > 1 and delen not in gebruik.vindplaatsen:
                    gebruik.vindplaatsen[delen] = {}
                    self.frasen[delen[0]].add(len(delen))
                elif len(delen) == 1:
                    self.woorden[naam.lower()] = delen[0]

    def zoek(self, woorden: _Woorden, letters: Sequence[str], number: int) -> None:
        """Look in the words of a passage; most have none, which is seen without a loop."""
        if self.frasen and not self.frasen.keys().isdisjoint(map(grondvorm, letters)):
            gronden = list(map(grondvorm, letters))
            for at, match in enumerate(woorden):
                for lengte in self.frasen.get(gronden[at], ()):
                    found = self.gebruik.vindplaatsen.get(tuple(gronden[at : at + lengte]))
                    if found is not None:
                        einde = woorden[at + lengte - 1].end()
                        _tel(found, match.string[match.start() : einde], number, match)
        if not self.woorden:
            return
        laag = list(map(str.lower, letters))
        if self.woorden.keys().isdisjoint(map(add, laag, laag[1:])):
            return
        for at, (een, ander) in enumerate(pairwise(laag)):
            tussen = woorden[at].string[woorden[at].end() : woorden[at + 1].start()]
            if een + ander in self.woorden and tussen == " " and ander not in VERBINDEN:
                _tel(self.gebruik.gescheiden, " ".join(letters[at : at + 2]), number, woorden[at])


def _hoofdwoord(
    passage: Passage, woorden: _Woorden, at: int, number: int, gebruik: Termgebruik
) -> Hoofdwoord | None:
    """Return a word with a capital in mid-sentence; None for another, and for an abbreviation.

    Names of more words are counted. A word of a title that is quoted, or of a law, is never alone.
    """
    tekst, match = passage.tekst, woorden[at]
    woord = match[0]
    if not _midden(tekst, match.start()) or is_afkorting(woord):
        return None
    ervoor = tekst[max(match.start() - _VER_TERUG, 0) : match.start()]
    if any(stam in ervoor for stam in _MINISTERS) and re.search(_MINISTER_VAN, ervoor):
        return Hoofdwoord(woord, number, match.start(), bepaald=False, los=False)
    verder = _naam_verder(tekst, woorden, at, 1, gebruik)
    eerder = _naam_verder(tekst, woorden, at, -1, gebruik)
    if verder is not None and eerder is None:
        while (nog := _naam_verder(tekst, woorden, verder, 1, gebruik)) is not None:
            verder = nog
        _tel(gebruik.frasen, tekst[match.start() : woorden[verder].end()], number, match)
    genummerd = tekst[match.end() : match.end() + 2].strip().isdigit()
    los = verder is None and eerder is None and not genummerd
    if los and (heette(tekst, match.start()) or passage.is_aangehaald(match.start())):
        los = False
    return Hoofdwoord(woord, number, match.start(), _bepaald(tekst, woorden, at), los)


def _bepaald(tekst: str, woorden: _Woorden, at: int) -> bool:
    """Tell whether an article or the like stands before a word, which is no part of a name."""
    if not at:
        return False
    lidwoord = woorden[at - 1][0]
    if lidwoord.lower() not in _BEPALEND:
        return False
    if lidwoord[0].isupper() and not _begint(tekst, woorden[at - 1].start()):  # "bij De Waag"
        return False
    if at == 1 or lidwoord not in LIDWOORDEN:
        return True
    naam = woorden[at - 2]  # "J. de Vries"
    return not (naam[0][0].isupper() and tekst[naam.end()] == ".")


def _midden(tekst: str, begin: int) -> bool:
    """Tell whether a sentence is under way before a word; "Artikel 3 Doel" quotes a heading."""
    if begin > 1 and tekst[begin - 1] == " ":
        ervoor = tekst[begin - 2]
        return ervoor.isalpha() or ervoor in _MIDDEN
    return begin > 1 and tekst[begin - 1] == "/" and tekst[begin - 2].isalnum()


def _begint(tekst: str, begin: int) -> bool:
    """Tell whether a sentence begins with a word."""
    return not begin or tekst[begin - 1] == "\n" or tekst[max(begin - 2, 0)] in ".!?:;"


def _naam_verder(
    tekst: str, woorden: _Woorden, at: int, stap: int, gebruik: Termgebruik
) -> int | None:
    """Return where a name of more words goes on after a word with a capital, or begins before it.

    "Stichting Halt", "Raad voor de Kinderbescherming"; None when it is a name of one word, and in
    "Verslag van de Stuurgroep" when either is a term.
    """
    for tussen in range(_VER + 1):
        other = at + stap * (tussen + 1)
        if not 0 <= other < len(woorden):
            return None
        links = min(other, other - stap)
        if tekst[woorden[links].end() : woorden[links + 1].start()] not in (" ", " & "):
            return None
        woord = woorden[other][0]
        if woord[0].isupper():
            begint = tussen > 0 and stap < 0 and _begint(tekst, woorden[other].start())
            # "Verslag van de Stuurgroep", but "Koninklijke Bond van Voorbeelden" is a name.
            langer = stap < 0 and tussen == 1 and _staat_na_naam(tekst, woorden, other)
            gronden = (grondvorm(woord), grondvorm(woorden[at][0]))
            apart = tussen > 0 and not langer and not gebruik.termen.keys().isdisjoint(gronden)
            return None if begint or apart or woord.lower() in _BEPALEND else other
        if woord not in VERBINDEN:
            return None
    return None


def _staat_na_naam(tekst: str, woorden: _Woorden, at: int) -> bool:
    """Tell whether a word with a capital stands directly behind another in mid-sentence."""
    if not at or tekst[woorden[at - 1].end() : woorden[at].start()] != " ":
        return False
    ervoor = woorden[at - 1]
    return ervoor[0][0].isupper() and not _begint(tekst, ervoor.start())


def _kopwoord(tekst: str) -> set[str]:
    """Return the grondvorm of a heading that is one word, with its article or without."""
    woorden = woorden_in(tekst)
    if len(woorden) > 1 and woorden[0].lower() in LIDWOORDEN:
        woorden = woorden[1:]
    return {grondvorm(woorden[0])} if len(woorden) == 1 else set()


def _naamwoorden(registers: Registers) -> Iterator[str]:
    """Yield the words of names of organisations and people, in small letters."""
    namen: list[str] = []
    for partner in registers.partners:
        namen += [partner.naam, *partner.ook_bekend_als]
    for signer in registers.ondertekenaars:
        namen += [signer.naam, signer.organisatie, signer.functie]
    for naam in namen:
        yield from (woord.lower() for woord in woorden_in(naam))
