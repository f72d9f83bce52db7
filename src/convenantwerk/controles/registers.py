"""The controles of the registers: what cannot be true, and what needs a look."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.dossier.gebeurtenissen import PROTOCOLDELEN, Partnergebeurtenis, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Opzegging,
    Toetreding,
    Toetredingsinstemming,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import (
    Besluitvorming,
    Vergadering,
    Verlenging,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import Ondertekening, Tegentekening, Tekening
from convenantwerk.dossier.registers import KVK
from convenantwerk.tijd.deelname import begin, is_bevoegd, mandaat_eindes, verloop
from convenantwerk.tijd.stand import (
    eerste_vaststelling,
    op_datum,
    overleggen_in,
    per_partner,
    vergaderingen,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.dossier.dossier import Dossier, Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar
    from convenantwerk.tekst.boom import Convenant


_STUK = re.compile(r"(?P<naam>.+) \d{4}")
_VROEGST = date(1990, 1, 1)  # no Veiligheidshuis is older
_VOORUIT = 10  # years


def check_registers(registers: Registers, op: date) -> list[Diagnostic]:
    """Return what is wrong in the registers, seen from a day."""
    return [
        *_check_partners(registers),
        *_check_verwijzingen(registers),
        *_check_stukken(registers),
        *_check_voorzitters(registers),
        *_check_datums(registers, op),
        *_check_verloop(registers),
        *_check_bevoegdheid(registers),
        *_check_vergaderingen(registers, op),
        *_check_verlengingen(registers),
    ]


def _check_partners(registers: Registers) -> Iterator[Diagnostic]:
    """A declaration names the organisation by its number, so that must be its own."""
    known: dict[str, str] = {}
    for partner in registers.partners:
        kvk, naam = partner.kvk, partner.naam
        if kvk and not KVK.fullmatch(kvk):
            yield CODES["CV213"].at(partner.position, naam=naam, kvk=kvk)
        elif kvk in known:
            yield CODES["CV215"].at(partner.position, naam=naam, kvk=kvk, ander=known[kvk])
        elif kvk:
            known[kvk] = naam


def _check_verwijzingen(registers: Registers) -> Iterator[Diagnostic]:
    """Every partner, ondertekenaar, besluit, deel and stuk that is named is known."""
    partners = {p.sleutel: p for p in registers.partners}
    signers = {o.sleutel: o for o in registers.ondertekenaars}
    besluiten = {b.sleutel: b for b in registers.besluiten}
    delen = {*registers.instellingen.delen, *PROTOCOLDELEN.values()}
    for g in registers.gebeurtenissen:
        if isinstance(g, Partnergebeurtenis) and g.partner not in partners:
            tip = bedoelde(g.partner, partners) or "voeg de partner toe aan partners.yaml"
            yield CODES["CV202"].at(g.position, sleutel=g.partner, tip=tip)
        signer = getattr(g, "ondertekenaar", "")
        if signer and signer not in signers:
            yield _onbekend(g.position, "ondertekenaar", signer, list(signers))
        besluit = getattr(g, "besluit", "")
        if besluit and besluit not in besluiten:
            yield _onbekend(g.position, "besluit", besluit, list(besluiten))
        elif isinstance(g, Besluitvorming) and besluiten[besluit].datum != g.datum:
            genomen = voluit(besluiten[besluit].datum)
            reden = f"volgens besluiten.yaml is dit besluit van {genomen}"
            yield _kan_niet(g, reden, "maak de twee datums gelijk")
        for deel in getattr(g, "delen", ()):
            if deel not in delen:
                yield _onbekend(g.position, "deel", deel, sorted(delen))


def _check_stukken(registers: Registers) -> Iterator[Diagnostic]:
    """Every stuk that a vergadering adopts is one that the rules name."""
    stukken = [stuk.naam for stuk in registers.instellingen.regels.stukken]
    for vergadering in van_soort(registers.gebeurtenissen, Vergadering):
        for stuk in vergadering.stukken:
            match = _STUK.fullmatch(stuk)
            if match is None or match["naam"] not in stukken:
                known = [f"{naam} {vergadering.datum.year}" for naam in stukken]
                yield _onbekend(vergadering.position, "stuk", stuk, known)


def _check_voorzitters(registers: Registers) -> Iterator[Diagnostic]:
    """Every voorzitter who may countersign is an ondertekenaar."""
    known = [o.sleutel for o in registers.ondertekenaars]
    regels = registers.instellingen.ondertekening
    for sleutel in regels.voorzitters:
        if sleutel not in known:
            yield _onbekend(regels.position, "ondertekenaar", sleutel, known)


def check_versienamen(
    gebeurtenissen: Iterable[Gebeurtenis], versies: list[str]
) -> Iterator[Diagnostic]:
    """What was adopted or signed is a frozen version of this dossier, when it has any."""
    for g in gebeurtenissen:
        versie = getattr(g, "versie", "")
        if versies and versie and versie not in versies:
            yield _onbekend(g.position, "versie", versie, versies)


def _onbekend(position: Position, wat: str, sleutel: str, known: list[str]) -> Diagnostic:
    shown = ", ".join(known[:10]) or "nog geen"
    tip = bedoelde(sleutel, known) or f"bekend zijn: {shown}"
    return CODES["CV212"].at(position, wat=wat, sleutel=sleutel, tip=tip)


def _check_datums(registers: Registers, op: date) -> Iterator[Diagnostic]:
    """Dates are in order, receipt after dispatch, and none is centuries off."""
    for g in registers.gebeurtenissen:
        verzonden = g.verzonden if isinstance(g, Opzegging) else None
        if verzonden and verzonden > g.datum:
            velden = {"ontvangen": voluit(g.datum), "verzonden": voluit(verzonden)}
            yield CODES["CV206"].at(g.position, **velden)
        for dag in (g.datum, getattr(g, "ingangsdatum", None), verzonden):
            if dag and not _VROEGST <= dag <= date(min(op.year + _VOORUIT, 9999), 12, 31):
                waar = "het verleden" if dag < _VROEGST else "de toekomst"
                yield CODES["CV207"].at(g.position, datum=voluit(dag), waar=waar)
    for one, other in pairwise(registers.gebeurtenissen):
        if other.datum < one.datum:
            velden = {"datum": voluit(other.datum), "vorige": voluit(one.datum)}
            yield CODES["CV208"].at(other.position, **velden)


def _check_verloop(registers: Registers) -> Iterator[Diagnostic]:
    """Partners come in, give notice and go in an order that can be."""
    eigen = per_partner(op_datum(registers.gebeurtenissen))
    first = eerste_vaststelling(registers.gebeurtenissen)
    regels = registers.instellingen.regels
    for partner in registers.partners:
        mine = eigen[partner.sleutel]
        start = begin(partner, mine, first)
        for g, _, bezwaar in verloop(start, mine, regels):
            if bezwaar:
                yield _kan_niet(g, bezwaar.reden, bezwaar.tip)
            elif isinstance(g, Toetreding) and not _ingestemd(g, mine):
                plaats = regels.vindplaatsen.toetreding
                yield CODES["CV214"].at(g.position, naam=partner.naam, plaats=plaats)
            elif isinstance(g, Opzegging) and g.vorm != "aangetekend":
                yield CODES["CV209"].at(
                    g.position,
                    naam=partner.naam,
                    vorm="gewone brief" if g.vorm == "brief" else g.vorm,
                    plaats=regels.vindplaatsen.opzegging,
                )


def _ingestemd(toetreding: Toetreding, mine: Iterable[Gebeurtenis]) -> bool:
    """Tell whether the Stuurgroep agreed before someone joined (7.e)."""
    return bool(toetreding.besluit) or any(
        g.datum <= toetreding.datum for g in van_soort(mine, Toetredingsinstemming)
    )


def _kan_niet(g: Gebeurtenis, reden: str, tip: str) -> Diagnostic:
    velden = {"soort": g.soort, "datum": voluit(g.datum), "reden": reden, "tip": tip}
    return CODES["CV205"].at(g.position, **velden)


def _check_bevoegdheid(registers: Registers) -> Iterator[Diagnostic]:
    """Who signed had authority that day, for that partner, or as voorzitter for the Stuurgroep."""
    signers: dict[str, Ondertekenaar] = {o.sleutel: o for o in registers.ondertekenaars}
    eindes = mandaat_eindes(registers.gebeurtenissen)
    voorzitters = registers.instellingen.ondertekening.voorzitters
    for g in van_soort(registers.gebeurtenissen, Tekening):
        signer = signers.get(g.ondertekenaar)
        if signer is None:
            continue
        if isinstance(g, Tegentekening) and signer.sleutel not in voorzitters:
            reden = "zij of hij is geen voorzitter (ondertekening.voorzitters in convenant.yaml)"
        elif isinstance(g, Ondertekening) and signer.partner != g.partner:
            reden = f"zij of hij tekent voor '{signer.partner}', niet voor '{g.partner}'"
        elif not is_bevoegd(signer, g.datum, eindes):
            reden = f"de bevoegdheid gold op {voluit(g.datum)} niet"
        else:
            continue
        yield CODES["CV210"].at(g.position, sleutel=signer.sleutel, reden=reden)


def _check_vergaderingen(registers: Registers, op: date) -> Iterator[Diagnostic]:
    """The Stuurgroep meets often enough (3.1), in the years since its meetings are recorded."""
    known = list(van_soort(registers.gebeurtenissen, Vergadering))
    if not known:
        return
    regels = registers.instellingen.regels
    for jaar in range(min(g.datum.year for g in known), op.year + 1):
        aantal = len(vergaderingen(known, jaar))
        # One meeting a day at most: with fewer days left than meetings, it cannot be done.
        over = (date(jaar, 12, 31) - op).days + 1 if jaar == op.year else 0
        if aantal + over < regels.vergaderingen:
            before = [g for g in known if g.datum.year <= jaar]
            yield CODES["CV211"].at(
                before[-1].position,
                jaar=jaar,
                aantal=aantal,
                minimum=regels.vergaderingen,
                plaats=regels.vindplaatsen.vergaderingen,
            )


def _check_verlengingen(registers: Registers) -> Iterator[Diagnostic]:
    """A year is renewed once."""
    seen: dict[int, Verlenging] = {}
    for g in op_datum(van_soort(registers.gebeurtenissen, Verlenging)):
        if g.jaar in seen:
            reden = f"de verlenging voor {g.jaar} is al vastgelegd op {voluit(seen[g.jaar].datum)}"
            yield _kan_niet(g, reden, "houd één van de twee")
        seen.setdefault(g.jaar, g)


# --- what the text and the registers say of each other -------------------------------------


def check_overleggen(dossier: Dossier, convenant: Convenant) -> Iterator[Diagnostic]:
    """Deelnemers of an overleg are partners; an overleg that a partner joined is in the text."""
    partners = {p.sleutel for p in dossier.partners}
    overleggen = overleggen_in(convenant)
    for overleg in overleggen:
        for sleutel in overleg.feiten.deelnemers:
            if sleutel not in partners:
                tip = bedoelde(sleutel, partners) or "voeg de partner toe aan partners.yaml"
                yield CODES["CV202"].at(overleg.position, sleutel=sleutel, tip=tip)
    known = [overleg.sleutel for overleg in overleggen]
    for g in dossier.gebeurtenissen:
        for sleutel in getattr(g, "overleggen", ()):
            if known and sleutel not in known:
                yield _onbekend(g.position, "overleg", sleutel, known)
