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
    """A partner is called in the text as in the register, and not nearly so.

    An item of a list of partners that is nearly one is a finding already (CV201).
    """
    if not onderzoek.registers.partners:
        return
    gevonden: dict[tuple[str, str], list[Position]] = {}
    for deel, treffers in onderzoek.genoemd:
        for treffer in treffers:
            if treffer.naam:
                woorden = " ".join(deel.tekst[treffer.begin : treffer.einde].split())
                plaats = deel.plaats(treffer.begin)
                gevonden.setdefault((woorden, treffer.naam), []).append(plaats)
    if not gevonden:
        return
    genoemd = {
        (punt.position.path, punt.position.line)
        for one in partnerlijsten(onderzoek)
        for _, punt in one.leden
        if one.lijst.vorm == "opsomming" and not lid_van(punt.tekst, onderzoek.partnernamen)
    }
    for (woorden, naam), alle in gevonden.items():
        plaatsen = [p for p in alle if (p.path, p.line) not in genoemd]
        if plaatsen:
            velden = {"woorden": woorden, "naam": naam, "ook": ook(len(plaatsen) - 1)}
            yield CODES["CV153"].at(plaatsen[0], **velden)


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
            if treffer.sleutel in weg and not deel.tekst[treffer.begin : treffer.einde].islower():
                gevonden.setdefault(treffer.sleutel, []).append(deel.plaats(treffer.begin))
    for sleutel, plaatsen in gevonden.items():
        velden = {"naam": namen[sleutel], "dag": voluit(weg[sleutel])}
        yield CODES["CV154"].at(plaatsen[0], **velden, ook=ook(len(plaatsen) - 1))


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

    A name counts when it stands in a sentence with a partner that is "vertegenwoordigd door", or
    when it is that of a signatory and a function stands beside it.
    """
    tekenaars = {tuple(naamwoorden(o.naam)): o for o in onderzoek.registers.ondertekenaars}
    if not tekenaars:
        return
    per = {o.partner: o for o in reversed(_bevoegden(onderzoek))}
    for deel in onderzoek.passages:
        for match in _persoon().finditer(deel.tekst):
            tekenaar = tekenaars.get(tuple(naamwoorden(match[0])))
            if tekenaar is not None:
                functies = _functies(deel.tekst, match)
                eigen = tekenaar.functie.lower()
                if functies and not any(f in eigen or eigen in f for f in functies):
                    register = f"'{tekenaar.functie}'"
                    velden = {"naam": match[0], "tekst": f"'{functies[0]}'", "register": register}
                    yield CODES["CV157"].at(deel.plaats(match.start()), **velden)
                continue
            voor = deel.tekst[max(match.start() - 4 * _DICHTBIJ, 0) : match.start()]
            _, door, tussen = voor.rpartition("vertegenwoordigd door")
            if not door or len(tussen) > _DICHTBIJ or "." in tussen.strip(". ").replace("mr.", ""):
                continue
            partners = [t.sleutel for t in onderzoek.partnernamen.treffers(voor)]
            if partners and partners[-1] in per:
                register = f"'{per[partners[-1]].naam}'"
                velden = {"naam": match[0], "tekst": "wie voor de partner tekent"}
                yield CODES["CV157"].at(deel.plaats(match.start()), **velden, register=register)


def _functies(tekst: str, match: re.Match[str]) -> list[str]:
    """Return what a person is, by the words beside the name; those before it count first."""
    voor = tekst[max(match.start() - _DICHTBIJ, 0) : match.start()]
    na = tekst[match.end() : match.end() + _DICHTBIJ]
    if found := _functie().findall(re.split(r"[;\n]|\. ", voor)[-1]):
        return [found[-1].lower()]
    return [f.lower() for f in _functie().findall(re.split(r"[;.]", na)[0])[:1]]


CONTROLES = (
    Controle(check_naamvorm, "nalezen"),
    Controle(check_uitgetreden, "nalezen"),
    Controle(check_tekenaars, "nalezen"),
    Controle(check_vertegenwoordigers, "nalezen"),
)
