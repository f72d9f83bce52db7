"""The controles of the registers: what cannot be true, and what needs a look."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.dossier.gebeurtenissen import PROTOCOLDELEN, Partnergebeurtenis, van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Opzegbevestiging,
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
from convenantwerk.tijd.deelname import begin, verloop
from convenantwerk.tijd.mandaat import is_bevoegd, mandaat_eindes
from convenantwerk.tijd.stand import (
    eerste_vaststelling,
    op_datum,
    per_partner,
    vergaderingen,
)
from convenantwerk.tijd.vertrek import vormen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.regels import Toetredingsregel
    from convenantwerk.dossier.registers import Ondertekenaar


_STUK = re.compile(r"(?P<naam>.+) \d{4}")
_VROEGST = date(1990, 1, 1)  # no Veiligheidshuis is older
_VOORUIT = 10  # years


def check_partners(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A declaration names the organisation by its number, so that must be its own."""
    registers = onderzoek.registers
    known: dict[str, str] = {}
    for partner in registers.partners:
        kvk, naam = partner.kvk, partner.naam
        if kvk and not KVK.fullmatch(kvk):
            yield CODES["CV213"].at(partner.position, naam=naam, kvk=kvk)
        elif kvk in known:
            yield CODES["CV215"].at(partner.position, naam=naam, kvk=kvk, ander=known[kvk])
        elif kvk:
            known[kvk] = naam


def check_verwijzingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every partner, ondertekenaar, besluit, deel and stuk that is named is known."""
    registers = onderzoek.registers
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
            yield onbekend(g.position, "ondertekenaar", signer, list(signers))
        besluit = getattr(g, "besluit", "")
        if besluit and besluit not in besluiten:
            yield onbekend(g.position, "besluit", besluit, list(besluiten))
        elif isinstance(g, Besluitvorming) and besluiten[besluit].datum != g.datum:
            genomen = voluit(besluiten[besluit].datum)
            reden = f"volgens besluiten.yaml is dit besluit van {genomen}"
            yield _kan_niet(g, reden, "maak de twee datums gelijk")
        for deel in getattr(g, "delen", ()):
            if deel not in delen:
                yield onbekend(g.position, "deel", deel, sorted(delen))


def check_stukken(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every stuk that a vergadering adopts is one that the rules name."""
    registers = onderzoek.registers
    regel = registers.instellingen.regels.vergaderingen
    stukken = [stuk.naam for stuk in regel.stukken] if regel else []
    for vergadering in van_soort(registers.gebeurtenissen, Vergadering):
        for stuk in vergadering.stukken:
            match = _STUK.fullmatch(stuk)
            if match is None or match["naam"] not in stukken:
                known = [f"{naam} {vergadering.datum.year}" for naam in stukken]
                yield onbekend(vergadering.position, "stuk", stuk, known)


def check_voorzitters(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every voorzitter who may countersign is an ondertekenaar."""
    registers = onderzoek.registers
    known = [o.sleutel for o in registers.ondertekenaars]
    regels = registers.instellingen.ondertekening
    for sleutel in regels.voorzitters:
        if sleutel not in known:
            yield onbekend(regels.position, "ondertekenaar", sleutel, known)


def onbekend(position: Position, wat: str, sleutel: str, known: list[str]) -> Diagnostic:
    """Return that what is named is not there, with the nearest of what is known."""
    shown = ", ".join(known[:10]) or "nog geen"
    tip = bedoelde(sleutel, known) or f"bekend zijn: {shown}"
    return CODES["CV212"].at(position, wat=wat, sleutel=sleutel, tip=tip)


def check_datums(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Dates are in order, receipt after dispatch, and none is centuries off."""
    registers = onderzoek.registers
    op = onderzoek.op
    for g in registers.gebeurtenissen:
        verzonden = g.verzonden if isinstance(g, Opzegging | Opzegbevestiging) else None
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


def check_verloop(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Partners come in, give notice and go in an order that can be."""
    registers = onderzoek.registers
    eigen = per_partner(op_datum(registers.gebeurtenissen))
    first = eerste_vaststelling(registers.gebeurtenissen)
    regels = registers.instellingen.regels
    for partner in registers.partners:
        mine = eigen[partner.sleutel]
        start = begin(partner, mine, first)
        for g, _, bezwaar in verloop(start, mine, regels):
            if bezwaar:
                yield _kan_niet(g, bezwaar.reden, bezwaar.tip)
            elif isinstance(g, Toetreding) and _zonder_instemming(g, mine, regels.toetreding):
                bron = regels.toetreding.bron if regels.toetreding else ""
                velden = {"naam": partner.naam, "wie": regels.beslisser, "bron": bron}
                yield CODES["CV214"].at(g.position, **velden)
            elif (
                isinstance(g, Opzegging)
                and regels.opzegging
                and not any(map(regels.opzegging.voldoet, vormen(g, mine)))
            ):
                yield CODES["CV209"].at(
                    g.position,
                    naam=partner.naam,
                    sleutel=partner.sleutel,
                    vorm="gewone brief" if g.vorm == "brief" else g.vorm,
                    gevraagd=regels.opzegging.vormzin,
                    bron=regels.opzegging.bron,
                )


def _zonder_instemming(
    toetreding: Toetreding, mine: Iterable[Gebeurtenis], regel: Toetredingsregel | None
) -> bool:
    """Tell whether someone joined before the Stuurgroep agreed, where that must be."""
    if regel is None or not regel.orgaan or toetreding.besluit:
        return False
    return all(g.datum > toetreding.datum for g in van_soort(mine, Toetredingsinstemming))


def _kan_niet(g: Gebeurtenis, reden: str, tip: str) -> Diagnostic:
    velden = {"soort": g.soort, "datum": voluit(g.datum), "reden": reden, "tip": tip}
    return CODES["CV205"].at(g.position, **velden)


def check_bevoegdheid(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Who signed had authority that day, for that partner, or as voorzitter for the Stuurgroep."""
    registers = onderzoek.registers
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


def check_vergaderingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """The Stuurgroep meets often enough, in the years since its meetings are recorded."""
    registers = onderzoek.registers
    op = onderzoek.op
    known = list(van_soort(registers.gebeurtenissen, Vergadering))
    regel = registers.instellingen.regels.vergaderingen
    if not known or regel is None:
        return
    for jaar in range(min(g.datum.year for g in known), op.year + 1):
        aantal = len(vergaderingen(known, jaar))
        # One meeting a day at most: with fewer days left than meetings, it cannot be done.
        over = (date(jaar, 12, 31) - op).days + 1 if jaar == op.year else 0
        if aantal + over < regel.aantal:
            before = [g for g in known if g.datum.year <= jaar]
            yield CODES["CV211"].at(
                before[-1].position,
                wie=registers.instellingen.regels.vergadert,
                jaar=jaar,
                aantal=aantal,
                minimum=regel.aantal,
                bron=regel.bron,
            )


def check_verlengingen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A year is renewed once."""
    registers = onderzoek.registers
    seen: dict[int, Verlenging] = {}
    for g in op_datum(van_soort(registers.gebeurtenissen, Verlenging)):
        if g.jaar in seen:
            reden = f"de verlenging voor {g.jaar} is al vastgelegd op {voluit(seen[g.jaar].datum)}"
            yield _kan_niet(g, reden, "houd één van de twee")
        seen.setdefault(g.jaar, g)


def check_toekomst(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Only a vergadering can be recorded before its day."""
    op = onderzoek.op
    for g in onderzoek.nieuw:
        if g.datum > op and not isinstance(g, Vergadering):
            reden = f"die dag moet nog komen (het is {voluit(op)})"
            yield _kan_niet(g, reden, "leg het vast als het is gebeurd, of verbeter de datum")


CONTROLES = (
    Controle(check_partners, "registers"),
    Controle(check_verwijzingen, "registers"),
    Controle(check_stukken, "registers"),
    Controle(check_voorzitters, "registers"),
    Controle(check_datums, "registers"),
    Controle(check_verloop, "registers"),
    Controle(check_bevoegdheid, "registers"),
    Controle(check_vergaderingen, "registers"),
    Controle(check_verlengingen, "registers"),
    Controle(check_toekomst, "bijschrijving"),
)
