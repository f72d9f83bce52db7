"""`convenant toetreding`: from a request to a declaration bound to the convenant, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.basis.namen import zelfde_naam
from convenantwerk.basis.stage import write_all
from convenantwerk.controles.feiten import (
    als_besluit,
    als_ondertekenaar,
    check_feiten,
    check_naam,
    namen_van,
)
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Toetreding,
    Toetredingsinstemming,
    Toetredingsverzoek,
)
from convenantwerk.dossier.partnerkeuze import bekende_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.registertabel import REGISTERS
from convenantwerk.opdrachten.toetreding.waarden import instemmingsbesluit, tekstwaarden
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.oplegnotitie import Oplegnotitie
from convenantwerk.stukken.brieven.stuurgroepbesluit import Stuurgroepbesluit
from convenantwerk.tekenen.tekeneditie import laatste_versie, tekeneditie
from convenantwerk.tekenen.toetreding import eis_stap, ontbreekt, ontbreekt_aan_verklaring
from convenantwerk.tijd.stand import stand as deelnames_op
from convenantwerk.tijd.toetreding import (
    Toetredingsstand,
    toetredingsstand,
    toetredingsstanden,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.toetreding import Instemming, Toetredingsfeiten
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.stukken.brieven.brief import Brief
    from convenantwerk.tijd.deelname import Deelname


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Where an accession stands: the partner, and what the next stage lacks.

    `neemt_deel` says on what ground it takes part already, "" when it does not; `deelname` where
    the partner stands.
    """

    stand: Toetredingsstand
    ontbreekt: tuple[str, ...]
    neemt_deel: str
    deelname: Deelname


def overzicht(geopend: Geopend, asked: str) -> Overzicht | None:
    """Return where the accession of a partner stands, None when no partner is called so yet.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV922, more than one partner is called so.
    """
    partner = bekende_partner(geopend.root, geopend.registers, asked)
    return None if partner is None else _overzicht(geopend, partner)


def _overzicht(geopend: Geopend, partner: Partner) -> Overzicht:
    registers, op = geopend.registers, geopend.op
    stand = toetredingsstand(registers, partner, op)
    own = next(d for d in deelnames_op(registers, op).deelnames if d.partner is partner)
    return _zicht(geopend, stand, own, _versienaam(geopend))


def overzichten(geopend: Geopend) -> tuple[Overzicht, ...]:
    """Return the accessions under way and those that are done, in the order of the register.

    Raises:
        OnleesbaarError: the registers or a version cannot be read.
    """
    registers, op = _van_wie_toetreedt(geopend.registers), geopend.op
    versie = _versienaam(geopend)
    deelnames = {d.partner.sleutel: d for d in deelnames_op(registers, op).deelnames}
    return tuple(
        _zicht(geopend, stand, deelnames[stand.partner.sleutel], versie)
        for stand in toetredingsstanden(registers, op)
        if stand.verzoek or stand.aangehecht
    )


def lopende_toetredingen(geopend: Geopend) -> int:
    """Return how many accessions are under way."""
    standen = toetredingsstanden(_van_wie_toetreedt(geopend.registers), geopend.op)
    return sum(stand.verzoek is not None and stand.aangehecht is None for stand in standen)


def _van_wie_toetreedt(registers: Registers) -> Registers:
    """Return the registers with those partners alone that asked to join, or did: mostly a few."""
    soorten = Toetredingsverzoek | Toetreding
    wie = {g.partner for g in registers.gebeurtenissen if isinstance(g, soorten)}
    return replace(registers, partners=tuple(p for p in registers.partners if p.sleutel in wie))


def straks_nodig(geopend: Geopend, stand: Toetredingsstand) -> tuple[str, ...]:
    """Return what a declaration will lack, while its turn has yet to come; each in a few words."""
    if stand.volgende != "instemming":
        return ()
    registers, op = geopend.registers, geopend.op
    return tuple(ontbreekt_aan_verklaring(stand, registers, _versienaam(geopend), op))


def _versienaam(geopend: Geopend) -> str:
    versie = laatste_versie(geopend, geopend.registers)
    return versie.naam if versie else ""


def _zicht(geopend: Geopend, stand: Toetredingsstand, own: Deelname, versie: str) -> Overzicht:
    missing = ontbreekt(stand, geopend.registers, versie, geopend.op)
    grond = own.grond if own.status == "deelnemer" and stand.volgende == "verzoek" else ""
    return Overzicht(stand, tuple(missing), grond, own)


# --- verzoek -------------------------------------------------------------------------------


def controleer_feiten(geopend: Geopend, feiten: Toetredingsfeiten) -> list[Diagnostic]:
    """Return what keeps a newcomer from being recorded."""
    editie = tekeneditie(geopend)
    delen, overleggen = list(editie.titels), list(editie.overleggen)
    return [
        *check_naam(feiten, namen_van(geopend.registers.partners)),
        *check_feiten(feiten, geopend.registers, delen, overleggen, geopend.op),
    ]


def keuzes(geopend: Geopend) -> dict[str, Mapping[str, str]]:
    """Return the delen and overleggen that can be joined: their titles by their short names."""
    editie = tekeneditie(geopend)
    return {"delen": editie.titels, "overleggen": editie.overleggen}


def rijen(feiten: Toetredingsfeiten, registers: Registers) -> Bijschrijving:
    """Return what facts give to record: partner, ondertekenaar, request, and consent if any.

    Who was a partner before is in the registers already.
    """
    sleutel = feiten.partner.sleutel
    partners = () if _bekend(registers, sleutel) else (feiten.partner,)
    same = any(
        o.partner == sleutel and zelfde_naam(o.naam, feiten.tekenaar.naam)
        for o in registers.ondertekenaars
    )
    verzoek = Toetredingsverzoek(
        datum=feiten.verzoek,
        partner=sleutel,
        delen=feiten.delen,
        overleggen=feiten.overleggen,
        ingangsdatum=feiten.ingangsdatum,
        kenmerk=feiten.kenmerk,
    )
    nieuw = Bijschrijving(
        gebeurtenissen=(verzoek,),
        partners=partners,
        ondertekenaars=() if same else (als_ondertekenaar(feiten, registers),),
    )
    if feiten.instemming is None:
        return nieuw
    return samen(nieuw, _instemming(sleutel, feiten.instemming, registers))


def _bekend(registers: Registers, sleutel: str) -> bool:
    return any(partner.sleutel == sleutel for partner in registers.partners)


def _instemming(sleutel: str, instemming: Instemming, registers: Registers) -> Bijschrijving:
    """Return the consent as a besluit, when that is new, and a gebeurtenis."""
    besluit, new = als_besluit(instemming, registers)
    g = Toetredingsinstemming(datum=instemming.datum, partner=sleutel, besluit=besluit.sleutel)
    return Bijschrijving(gebeurtenissen=(g,), besluiten=(besluit,) if new else ())


def samen(een: Bijschrijving, ander: Bijschrijving) -> Bijschrijving:
    """Return the rows of both."""
    rows: dict[str, Any] = {r.naam: (*r.rijen(een), *r.rijen(ander)) for r in REGISTERS}
    return Bijschrijving(**rows)


def stel_verzoek_voor(geopend: Geopend, feiten: Toetredingsfeiten) -> Voorstel:
    """Return what recording the facts of a newcomer would do."""
    return geopend.stel_voor(rijen(feiten, geopend.registers))


# --- instemming ----------------------------------------------------------------------------


def schrijf_besluitstukken(
    geopend: Geopend, uit: Path, zicht: Overzicht, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Write the oplegnotitie and the concept of the besluit; nothing is recorded.

    Returns:
        Their paths below `uit`.

    Raises:
        ConvenantwerkError: CV302, it is not the turn of this stage; a template is no good.
    """
    eis_stap(zicht.stand, "instemming")
    waarden = tekstwaarden(zicht.stand, tekeneditie(geopend))
    besluit = instemmingsbesluit(geopend.registers, zicht.stand)
    brieven = (Oplegnotitie(**waarden), Stuurgroepbesluit(**waarden, besluit=besluit))
    made = _gemaakt(geopend, brieven, formaten)
    write_all(uit, made)
    return tuple(made)


def zin_over_stukken(stand: Toetredingsstand) -> str:
    """Return what was made for the body that decides, in a sentence."""
    return f"Stukken voor {stand.orgaan} gemaakt; er is nog niets vastgelegd."


def zin_over_instemming(stand: Toetredingsstand, datum: date) -> str:
    """Return that a body agreed on a day, in a sentence."""
    orgaan, naam = eerste_groot(stand.orgaan), stand.partner.naam
    return f"{orgaan} stemde op {voluit(datum)} in met de toetreding van {naam}."


def stel_instemming_voor(
    geopend: Geopend, zicht: Overzicht, instemming: Instemming, formaten: tuple[str, ...]
) -> tuple[Voorstel, Mapping[str, bytes]]:
    """Return what recording the consent does, and the besluit as a paper.

    Raises:
        ConvenantwerkError: as `schrijf_besluitstukken`.
    """
    eis_stap(zicht.stand, "instemming")
    registers = geopend.registers
    sleutel = zicht.stand.partner.sleutel
    verzoek = zicht.stand.verzoek
    if verzoek is not None and instemming.datum < verzoek.datum:
        reden = f"de instemming is van voor het verzoek ({voluit(verzoek.datum)})"
        tip = "controleer de datum van het besluit"
        raise ConvenantwerkError("CV301", naam=zicht.stand.partner.naam, reden=reden, tip=tip)
    voorstel = geopend.stel_voor(_instemming(sleutel, instemming, registers))
    brief = instemmingsbrief(geopend, voorstel.registers, zicht.stand.partner)
    return voorstel, _gemaakt(geopend, (brief,), formaten)


def instemmingsbrief(geopend: Geopend, registers: Registers, partner: Partner) -> Stuurgroepbesluit:
    """Return the besluit by which the Stuurgroep agreed."""
    stand = toetredingsstand(registers, partner, geopend.op)
    waarden = tekstwaarden(stand, tekeneditie(geopend))
    return Stuurgroepbesluit(**waarden, besluit=instemmingsbesluit(registers, stand))


def _gemaakt(
    geopend: Geopend, brieven: Iterable[Brief], formaten: tuple[str, ...]
) -> Mapping[str, bytes]:
    sjablonen, instellingen = geopend.briefsjablonen, geopend.registers.instellingen
    documents = (maak_brief(brief, sjablonen, instellingen, geopend.op) for brief in brieven)
    return {b.pad: b.data for b in geopend.maak(documents, formaten)}
