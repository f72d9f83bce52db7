"""The controles of names in the text: of partners, as the register has them, and of who signs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.namen import naamwoorden
from convenantwerk.controles.naamlijst import letters_van
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.overeenstemming.partnerlijsten import lid_van, partnerlijsten
from convenantwerk.dossier.gebeurtenissen.deelname import Opzegging, Uittreding
from convenantwerk.tijd.deelname import begin, op_dag, verloop
from convenantwerk.tijd.mandaat import is_bevoegd, mandaat_eindes
from convenantwerk.tijd.stand import eerste_vaststelling, op_datum, per_partner

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.registers import Ondertekenaar

_TEKENT = ("ertegenwoordigd door", " ondertekent ", " tekent ")
_DICHTBIJ = 80  # characters between a name and what that person is


@cache
def _persoon() -> re.Pattern[str]:
    """A name with its initials: "H.J.J. van der Voorbeeld"."""
    return re.compile(
        r"(?<![\w.])(?:[A-Z]\. ?){1,6}(?:(?:van|de|der|den|ten|ter|het|in) ){0,3}[A-Z][\w-]+"
    )


@cache
def _functie() -> re.Pattern[str]:
    return re.compile(
        r"(?i)\b(?:loco-?burgemeester|burgemeester|wethouder|gemeentesecretaris|secretaris"
        r"|(?:hoofd)?officier|politiechef|(?:\w*-?)directeur|bestuurder|(?:\w*-?)voorzitter"
        r"|(?:\w*-?)manager)\b"
    )


def check_naamvorm(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A partner is called in the text as in the register: not nearly so, nor by a name like it.

    An item of a list of partners that is no partner is a finding already (CV201).
    """
    if not onderzoek.registers.partners:
        return
    gevonden: dict[tuple[str, str, bool], list[Position]] = {}
    for deel, treffers in onderzoek.genoemd:
        for treffer in treffers:
            if treffer.naam:
                woorden = " ".join(deel.tekst[treffer.begin : treffer.einde].split())
                key = (woorden, treffer.naam, treffer.verwant)
                gevonden.setdefault(key, []).append(deel.plaats(treffer.begin))
    if not gevonden:
        return
    gemeld = {
        (punt.position.path, punt.position.line)
        for one in partnerlijsten(onderzoek)
        for punt in one.lijst.punten
        if one.lijst.vorm == "opsomming" and not lid_van(punt.tekst, onderzoek.partnernamen)
    }
    for (woorden, naam, verwant), alle in gevonden.items():
        plaatsen = [p for p in alle if (p.path, p.line) not in gemeld]
        if not plaatsen:
            continue
        meer = ook(len(plaatsen) - 1)
        if verwant:
            wat = f"het register heeft '{naam}'{meer}"
            yield CODES["CV154"].at(plaatsen[0], naam=woorden, wat=wat, tip=_GEEN_PARTNER)
        else:
            yield CODES["CV153"].at(plaatsen[0], woorden=woorden, naam=naam, ook=meer)


_GEEN_PARTNER = "is het die partner, schrijf de naam dan zo; is het een andere, laat het dan staan"
_WEG = "haal de naam bij een volgende wijziging weg"


def ook(aantal: int) -> str:
    """Return that it is so in other places too."""
    if not aantal:
        return ""
    return f", ook op {aantal} andere {'plaats' if aantal == 1 else 'plaatsen'}"


def check_uitgetreden(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """The text names no partner that has left."""
    weg = _uitgetreden(onderzoek)
    if not weg:
        return
    namen = {p.sleutel: p.naam for p in onderzoek.registers.partners}
    gevonden: dict[str, list[Position]] = {}
    for deel, treffers in onderzoek.genoemd:
        for treffer in treffers:
            woorden = deel.tekst[treffer.begin : treffer.einde]
            if treffer.sleutel in weg and not (treffer.verwant or woorden.islower()):
                gevonden.setdefault(treffer.sleutel, []).append(deel.plaats(treffer.begin))
    for sleutel, plaatsen in gevonden.items():
        meer = ook(len(plaatsen) - 1)
        wat = f"deze partner neemt sinds {voluit(weg[sleutel])} niet meer deel{meer}"
        yield CODES["CV154"].at(plaatsen[0], naam=namen[sleutel], wat=wat, tip=_WEG)


def _uitgetreden(onderzoek: Onderzoek) -> Mapping[str, date]:
    """Return the partners that no longer take part, with the first day of that."""
    registers = onderzoek.registers
    alle = registers.gebeurtenissen
    sleutels = {g.partner for g in alle if isinstance(g, Opzegging | Uittreding)}
    if not sleutels:
        return {}
    tot_dan = per_partner(op_datum(g for g in alle if g.datum <= onderzoek.op))
    first = eerste_vaststelling(alle)
    weg = {}
    for partner in registers.partners:
        if partner.sleutel in sleutels:
            eigen = tot_dan[partner.sleutel]
            deelname = begin(partner, eigen, first)
            for _, after, _ in verloop(deelname, eigen, registers.instellingen.regels):
                deelname = after
            deelname = op_dag(deelname, onderzoek.op)
            if deelname.status == "uitgetreden" and deelname.tot:
                weg[partner.sleutel] = deelname.tot
    return weg


def check_tekenaars(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """One person signs for a partner, and for an organisation of that name."""
    partners = {p.sleutel: p for p in onderzoek.registers.partners}
    per: dict[str, list[Ondertekenaar]] = {}
    for tekenaar in _bevoegden(onderzoek):
        if tekenaar.partner in partners:
            per.setdefault(tekenaar.partner, []).append(tekenaar)
    for sleutel, tekenaars in per.items():
        naam = partners[sleutel].naam
        if len(tekenaars) > 1:
            wie = " en ".join(f"{t.persoon} ({t.organisatie})" for t in tekenaars[:2])
            velden = {"naam": naam, "aantal": len(tekenaars), "wie": wie}
            yield CODES["CV155"].at(tekenaars[1].position, **velden)
            continue
        organisatie = letters_van(tekenaars[0].organisatie)
        if not any(letters_van(n) in organisatie for n in partners[sleutel].namen[1:]):
            velden = {"organisatie": tekenaars[0].organisatie, "naam": naam}
            yield CODES["CV156"].at(tekenaars[0].position, **velden)


def _bevoegden(onderzoek: Onderzoek) -> list[Ondertekenaar]:
    """Return who may sign on the day."""
    eerder = (g for g in onderzoek.registers.gebeurtenissen if g.datum <= onderzoek.op)
    eindes = mandaat_eindes(eerder)
    return [o for o in onderzoek.registers.ondertekenaars if is_bevoegd(o, onderzoek.op, eindes)]


def check_vertegenwoordigers(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Who is named in the text as a signatory is one in the register, with that function.

    A name counts when it stands behind "vertegenwoordigd door", or "namens … tekent": who signs
    for a partner may well be something else elsewhere, such as the voorzitter of the Stuurgroep.
    """
    tekenaars = {tuple(naamwoorden(o.naam)): o for o in onderzoek.registers.ondertekenaars}
    if not tekenaars:
        return
    per = {o.partner: o for o in reversed(_bevoegden(onderzoek))}
    for deel in onderzoek.passages:
        if not any(woorden in deel.tekst for woorden in _TEKENT):
            continue
        for match in _persoon().finditer(deel.tekst):
            voor = deel.tekst[max(match.start() - 4 * _DICHTBIJ, 0) : match.start()]
            door, tussen = _na_tekent(voor)
            if not door or len(tussen) > _DICHTBIJ or "." in tussen.strip(". ").replace("mr.", ""):
                continue
            tekenaar = tekenaars.get(tuple(naamwoorden(match[0])))
            partners = [t.sleutel for t in onderzoek.partnernamen.treffers(voor)]
            velden = {}
            if tekenaar is not None:
                functies = _functies(tussen)
                eigen = tekenaar.functie.lower()
                if functies and not any(f in eigen or eigen in f for f in functies):
                    velden = {"tekst": f"'{functies[-1]}'", "register": f"'{tekenaar.functie}'"}
            elif partners and partners[-1] in per:
                register = f"'{per[partners[-1]].naam}'"
                velden = {"tekst": "wie voor de partner tekent", "register": register}
            if velden:
                yield CODES["CV157"].at(deel.plaats(match.start()), naam=match[0], **velden)


def _na_tekent(voor: str) -> tuple[str, str]:
    """Return the words that say that a person signs for a partner, and what stands behind them."""
    for woorden in _TEKENT:
        ervoor, found, tussen = voor.rpartition(woorden)
        if found and (woorden == _TEKENT[0] or "amens" in ervoor):
            return found, tussen
    return "", ""


def _functies(tussen: str) -> list[str]:
    """Return what a person is, by the words before the name."""
    return [functie.lower() for functie in _functie().findall(tussen)]


CONTROLES = (
    Controle(check_naamvorm, "nalezen"),
    Controle(check_uitgetreden, "nalezen"),
    Controle(check_tekenaars, "nalezen"),
    Controle(check_vertegenwoordigers, "nalezen"),
)
