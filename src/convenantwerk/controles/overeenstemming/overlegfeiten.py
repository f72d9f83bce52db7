"""The controle of what the text of an overleg says of itself, against the facts above that text."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.lezingen import DE_FEITEN, even_lang, zinnen_van
from convenantwerk.controles.overeenstemming.partnerlijsten import lid_van, noemt_deel
from convenantwerk.invoer.voorstellen.getallen import PERIODE, periode
from convenantwerk.tekst.boom import elementen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.naamlijst import Treffer
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.controles.woordplaatsen import Passage
    from convenantwerk.tekst.overlegfeiten import Overlegfeiten

_MINSTENS = 2  # partners in a list of who takes part
_KERN = ("bewaar", "bewaard", "vernietig", "gewist", "bijeen", "vergader", "neem", "nemen deel")
_PER = r"(?:(?:één|een|1) ?(?:keer|maal) |(?<!keer )(?<!maal ))per"  # "twee keer per" is another
_HOE_VAAK = {
    "week": rf"wekelijks|(?:elke|iedere|{_PER}) week",
    "twee weken": rf"(?:twee|2)[ -]?wekelijks|(?:elke|iedere|{_PER}) (?:twee|2) weken|om de week",
    "maand": rf"maandelijks|(?:elke|iedere|{_PER}) maand",
    "kwartaal": rf"(?:elk|ieder|{_PER}) kwartaal|(?:vier|4) (?:keer|maal) per jaar",
    "jaar": rf"jaarlijks|(?:elk|ieder|{_PER}) jaar",
}
# Who takes part stands within "nemen … deel", behind "nemen deel:", or before it.
_DEELNAME = (
    r"\b[Nn]e(?:men|emt)\b(?P<tussen>[^.;]{0,200}?)\bdeel\b(?P<erna>:.*)?"
    r"|[Dd]eelnemers (?:aan [^.;:]{3,30} )?zijn(?:: | (?=(?:de |het )?[A-Z]))(?P<zijn>.*)"
)
# What leads up to a list of who takes part, and not of what they do.
_LIJST_VAN = (
    r"(?i)(?:\A|[.:;] )(?:(?:de|alle|vaste) )*deelnemers(?: (?:aan|van|bij) [^.;:]{3,60}?)?"
    r"(?: zijn)?\s*:?\Z|\bne(?:men|emt)\b[^.;]{0,200}?\bdeel\b(?: aan [^.;:]{3,60})?\s*:?\Z"
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
        velden |= {"woorden": lang, "bron": "", "waar": DE_FEITEN}
        yield CODES["CV161"].at(deel.plaats(begin + at), **velden)


def _in_zinnen(onderzoek: Onderzoek, van: Mapping[int, Overlegfeiten]) -> Iterator[Diagnostic]:
    """Yield who takes part by a sentence of the text, and not by its facts."""
    namen = {p.sleutel: p.naam for p in onderzoek.registers.partners}
    for deel, treffers in onderzoek.genoemd if van else ():
        feiten = van.get(id(deel.omgeving.element))
        if feiten is None or not feiten.deelnemers:
            continue
        for zin, rij in groupby(treffers, key=lambda treffer: deel.zin_om(treffer.begin)):
            for treffer in _die_deelnemen(deel.tekst[slice(*zin)], zin[0], tuple(rij)):
                if treffer.sleutel not in feiten.deelnemers:
                    velden = {"naam": namen[treffer.sleutel], "wat": _WEL, "waar": _DEELNEMERS}
                    yield CODES["CV152"].at(deel.plaats(treffer.begin), **velden)


def _die_deelnemen(zin: str, begin: int, treffers: Sequence[Treffer]) -> Sequence[Treffer]:
    """Return who takes part of those that a sentence names; it may name who invites them too."""
    match = re.search(_DEELNAME, zin)
    if match is None or " niet " in zin:
        return ()
    for van, tot in (*map(match.span, ("zijn", "tussen", "erna")), (0, match.start())):
        if found := [treffer for treffer in treffers if van <= treffer.begin - begin < tot]:
            return found
    return ()


def _in_lijsten(onderzoek: Onderzoek, van: Mapping[int, Overlegfeiten]) -> Iterator[Diagnostic]:
    """Yield who stands in a list of deelnemers and not in the facts, and the other way round."""
    namen = {p.sleutel: p.naam for p in onderzoek.registers.partners}
    for lijst in onderzoek.lijsten if van else ():
        feiten = van.get(id(lijst.pad[-1]))
        over = re.search(_LIJST_VAN, lijst.inleiding)
        if not over or noemt_deel(lijst.inleiding) or feiten is None or not feiten.deelnemers:
            continue
        leden = {lid_van(p.tekst, onderzoek.partnernamen): p.position for p in lijst.punten}
        if len(leden.keys() & namen.keys()) < _MINSTENS:
            continue
        for sleutel in sorted((leden.keys() & namen.keys()) - set(feiten.deelnemers)):
            velden = {"naam": namen[sleutel], "wat": _WEL, "waar": _DEELNEMERS}
            yield CODES["CV152"].at(leden[sleutel], **velden)
        for sleutel in feiten.deelnemers:
            if sleutel in namen and sleutel not in leden:
                velden = {"naam": namen[sleutel], "wat": _NIET, "waar": _DEELNEMERS}
                yield CODES["CV152"].at(lijst.position, **velden)


_WEL = "hier bij de deelnemers, en niet in de gegevens boven de tekst van dit overleg"
_DEELNEMERS = "'deelnemers' boven de tekst van dit overleg"
_NIET = "hier niet bij de deelnemers, en wel in de gegevens boven de tekst van dit overleg"

CONTROLES = (Controle(check_overlegfeiten, "nalezen"),)
