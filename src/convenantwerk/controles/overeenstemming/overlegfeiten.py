"""The controle of what the text of an overleg says of itself, against the facts above that text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.lezingen import even_lang, zinnen_van
from convenantwerk.controles.overeenstemming.partnerlijsten import lid_van, noemt_deel
from convenantwerk.invoer.voorstellen.getallen import PERIODE, periode
from convenantwerk.tekst.boom import elementen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.tekst.overlegfeiten import Overlegfeiten

_MINSTENS = 2  # partners in a list of who takes part
_KERN = ("bewaar", "bewaard", "vernietig", "gewist", "bijeen", "vergader", "neem", "nemen deel")
_HOE_VAAK = {
    "week": r"wekelijks|(?:elke|iedere|per) week|één keer per week|eens per week",
    "twee weken": r"(?:twee|2)[ -]?wekelijks|(?:elke|iedere|per) (?:twee|2) weken|om de week",
    "maand": r"maandelijks|(?:elke|iedere|per) maand|eens per maand",
    "kwartaal": r"(?:elk|ieder|per) kwartaal|vier keer per jaar",
    "jaar": r"jaarlijks|(?:elk|ieder|eenmaal per|eens per) jaar",
}
_DEELNAME = (
    r"(?:[Nn]emen|[Nn]eemt)\b[^.;]{0,60}\bdeel\b"
    r"|[Dd]eelnemers (?:aan [^.;:]{3,30} )?zijn:? (?:de |het )?[A-Z]"
)


@cache
def _bewaard() -> re.Pattern[str]:
    """How long is kept what an overleg shares; not of a melding, or "in afwijking"."""
    return re.compile(
        rf"(?i)\bna (?P<na>{PERIODE})[^.;]{{0,30}}\b(?:vernietigd|gewist|verwijderd)"
        rf"|\bbewaar(?:d|termijn|t)\b[^.;]{{0,40}}?\b(?P<lang>{PERIODE})"
        rf"|\b(?P<eerst>{PERIODE}) (?:lang )?bewaard"
    )


@cache
def _keren() -> re.Pattern[str]:
    groepen = "|".join(
        f"(?P<w{number}>{woorden})" for number, woorden in enumerate(_HOE_VAAK.values())
    )
    return re.compile(rf"(?i)(?<!\w)(?:{groepen})(?!\w)")


def _hoe_vaak(tekst: str) -> re.Match[str] | None:
    """Return what words say of how often; None when they say nothing or more than one thing."""
    found = list(_keren().finditer(tekst))
    return found[0] if len({match.lastgroup for match in found}) == 1 else None


def check_overlegfeiten(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """The text of an overleg has no other term, frequency or deelnemers than its facts."""
    van = {
        id(deel): element.feiten
        for wortel in onderzoek.convenant.delen
        for element in elementen([wortel])
        if element.soort == "overleg" and element.feiten is not None
        for deel in elementen([element])
    }
    for deel in onderzoek.passages_met(_KERN) if van else ():
        feiten = van.get(id(deel.omgeving.element))
        if feiten is not None and deel.soort != "kop":
            for begin, zin in zinnen_van(deel.tekst):
                yield from _anders(zin, begin, deel, feiten)
    yield from _in_zinnen(onderzoek, van)
    yield from _in_lijsten(onderzoek, van)


def _anders(zin: str, begin: int, deel: Passage, feiten: Overlegfeiten) -> Iterator[Diagnostic]:
    if re.search(r"(?i)\bafwijking|\bmelding|\bniet\b", zin):
        return
    velden = {}
    if feiten.bewaartermijn is not None and (match := _bewaard().search(zin)):
        lang = match[match.lastgroup or "na"]
        if not even_lang(periode(lang), feiten.bewaartermijn):
            velden = {"regel": "bewaartermijn", "wat": feiten.bewaartermijn.voluit}
            at = match.start(match.lastgroup or "na")
    elif re.search(r"(?i)\b(?:bijeen|vergadert|vergaderen)\b", zin):
        hier, daar = _hoe_vaak(zin), _hoe_vaak(feiten.frequentie)
        if hier and daar and hier.lastgroup != daar.lastgroup:
            lang, at = hier[0], hier.start()
            velden = {"regel": "frequentie", "wat": feiten.frequentie}
    if velden:
        yield CODES["CV161"].at(deel.plaats(begin + at), woorden=lang, **velden, bron="")


def _in_zinnen(onderzoek: Onderzoek, van: Mapping[int, Overlegfeiten]) -> Iterator[Diagnostic]:
    """Yield who takes part by a sentence of the text, and not by its facts."""
    namen = {p.sleutel: p.naam for p in onderzoek.registers.partners}
    for deel, treffers in onderzoek.genoemd if van else ():
        feiten = van.get(id(deel.omgeving.element))
        for treffer in treffers if feiten is not None and feiten.deelnemers else ():
            zin = deel.zin(treffer.begin)
            neemt_deel = re.search(_DEELNAME, zin) and " niet " not in zin
            if neemt_deel and feiten is not None and treffer.sleutel not in feiten.deelnemers:
                naam = namen[treffer.sleutel]
                yield CODES["CV152"].at(deel.plaats(treffer.begin), naam=naam, wat=_WEL)


def _in_lijsten(onderzoek: Onderzoek, van: Mapping[int, Overlegfeiten]) -> Iterator[Diagnostic]:
    """Yield who stands in a list of deelnemers and not in the facts, and the other way round."""
    namen = {p.sleutel: p.naam for p in onderzoek.registers.partners}
    for lijst in onderzoek.lijsten if van else ():
        feiten = van.get(id(lijst.pad[-1]))
        over = re.search(r"(?i)\bdeelnemers\b|\bnemen\b.*\bdeel\b", lijst.inleiding)
        if not over or noemt_deel(lijst.inleiding) or feiten is None or not feiten.deelnemers:
            continue
        leden = {lid_van(p.tekst, onderzoek.partnernamen): p.position for p in lijst.punten}
        if len(leden.keys() & namen.keys()) < _MINSTENS:
            continue
        for sleutel in sorted((leden.keys() & namen.keys()) - set(feiten.deelnemers)):
            yield CODES["CV152"].at(leden[sleutel], naam=namen[sleutel], wat=_WEL)
        for sleutel in feiten.deelnemers:
            if sleutel in namen and sleutel not in leden:
                yield CODES["CV152"].at(lijst.position, naam=namen[sleutel], wat=_NIET)


_WEL = "hier bij de deelnemers, en niet in de gegevens boven de tekst van dit overleg"
_NIET = "hier niet bij de deelnemers, en wel in de gegevens boven de tekst van dit overleg"

CONTROLES = (Controle(check_overlegfeiten, "nalezen"),)
