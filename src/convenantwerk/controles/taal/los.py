"""Compounds that are written apart: "privacy protocol", "samenwerkings convenant".

Two words that stand beside each other can be joined more often than they should be. Told are only a
part that is no word of its own ("samenwerkings"), what the text itself joins elsewhere, and two of
a table of nouns that do not stand loose before another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.taal.woordenboek import Woordenboek
    from convenantwerk.controles.woordplaatsen import Passage

_LANGST = 40  # letters
_KORTST = 4


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


# Two that follow each other; the next may begin with the second.
_PAAR = (  # compiled at first use
    rf"(?<![\w'\u2019-])(?=([^\W\d_]{{3,{_LANGST}}}) ([a-zë]{{{_KORTST},{_LANGST}}})"
    r"(?![\w'\u2019-]))"
)
# Nouns that seldom stand loose before another noun, and what they are then put before.
_VOOR = _woorden(
    "privacy keten casus convenant informatie persoonsgegevens dossier project proces regio zorg "
    "jeugd veiligheid risico crisis beleid mandaat samenwerking werk"
)
_NA = _woorden(
    "partner partners manager managers regisseur regisseurs protocol protocollen convenant overleg "
    "overleggen deling uitwisseling verwerking verstrekking systeem plan plannen beleid team teams "
    "huis aanpak regie bescherming beveiliging leider leiders houder houders register reglement "
    "verband overeenkomst medewerker medewerkers dag dagen wijze groep groepen proces processen "
    "afspraken termijn termijnen gebied gebieden verklaring"
)
# Stems of verbs, which stand loose in no such text: "woon overlast".
_STAMMEN = _woorden(
    "bewaar beslis bemiddel leef meld opzeg reken spreek teken vergader verwerk woon zoek"
)
# What stands before a noun and is none; joined it is another word: "in stand", "te veel".
_LIDWOORDEN = _woorden(
    "aan achter alle als bij binnen boven buiten daar dan dat deze die dit door een eens eigen elk "
    "elke enig enige enkel geen haar had heeft heel hem het hier hoe hun ieder iedere jouw kan kon "
    "langs maar meer men met mij mits naar naast niet nog omdat onder ons onze ook over per pas "
    "rond samen sinds ten ter terug tegen toe tot tussen twee uit uw van vast veel vol voor voort "
    "waar was wat weer weg wel wie zal zelf zich zij zijn zo zou zonder"
)


def los_geschreven(
    passages: Iterable[Passage], bekend: Container[str], boek: Woordenboek
) -> Iterator[tuple[tuple[str, str], Diagnostic]]:
    """Yield the two words of each compound that is written apart, with the finding, once each.

    Args:
        passages: the text.
        bekend: its words, in lower case, that are known.
        boek: the dictionary.
    """
    gezien: set[tuple[str, str]] = set()
    for passage in passages:
        for match in re.finditer(_PAAR, passage.tekst):
            voor, na = match[1].casefold(), match[2]
            if (voor, na) in gezien or {voor, na} & _LIDWOORDEN:
                continue
            aaneen, reden = _aaneen(match[1], na, bekend, boek)
            if aaneen:
                gezien.add((voor, na))
                plaats = passage.plaats(match.start())
                velden = {"woorden": f"{match[1]} {na}", "aaneen": aaneen, "reden": reden}
                yield (voor, na), CODES["CV172"].at(plaats, **velden)


def _aaneen(woord: str, na: str, bekend: Container[str], boek: Woordenboek) -> tuple[str, str]:
    """Return two words as the one that they are, and why; "" when they are two."""
    voor = woord.casefold()
    vormen = (woord + na, f"{woord}s{na}")
    aaneen = next((vorm for vorm in vormen if boek.kent(vorm)), "") if _bijeen(voor, na) else ""
    if aaneen:
        return aaneen, "het is één woord"
    if voor.endswith("s") and voor not in bekend and not boek.kent(voor):
        los = boek.kent(voor[:-1]) and boek.kent(na) and boek.kent(voor + na)
        return (woord + na, f"'{voor}' is geen woord") if los else ("", "")
    naam = woord[:1].isupper()  # "de Stuurgroep besluit"
    if voor + na in bekend and voor in bekend and not (naam or voor.endswith("en")):
        return woord + na, "elders in de tekst is het één woord"
    return "", ""


def _bijeen(voor: str, na: str) -> bool:
    return (voor in _VOOR and na in _NA) or voor in _STAMMEN
