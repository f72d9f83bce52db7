"""What would follow if something happened: dates, letters and stand, beside those of now.

Nothing is recorded, and nothing is written: the registers that would be are values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.partnerkeuze import bekende_partner
from convenantwerk.dossier.registers import Bijschrijving, Partner, vrije_sleutel
from convenantwerk.opdrachten.corrigeren.gevolgen import datumverschillen, standverschillen
from convenantwerk.opdrachten.opzegging import Opzegopdracht, bereken, brieven_over, zinnen_over
from convenantwerk.opdrachten.vergadering import Vergaderopdracht, stel_vergadering_voor
from convenantwerk.stukken.brieven.aanbiedingsbrief import Aanbiedingsbrief
from convenantwerk.stukken.brieven.kennisgeving_toetreding import KennisgevingToetreding
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.oplegnotitie import Oplegnotitie
from convenantwerk.stukken.brieven.stuurgroepbesluit import Stuurgroepbesluit
from convenantwerk.stukken.brieven.toetredingsverklaring import Toetredingsverklaring
from convenantwerk.tekst.adressen import slug
from convenantwerk.tijd.stand import stand
from convenantwerk.tijd.termijnen.tabel import standaard_tot
from convenantwerk.tijd.toetreding import toetredingsstand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partnersoort
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.opzegging import Zin
    from convenantwerk.papier.document import Document
    from convenantwerk.stukken.brieven.brief import Brief
    from convenantwerk.tijd.uiterste_data import UitersteDatum


@dataclass(frozen=True, slots=True)
class Toetreedopdracht:
    """That an organisation joins on a day.

    Args:
        partner: a partner that takes no part, by its sleutel or name; another name is that of an
            organisation that is not in the register yet.
        datum: the day from which it takes part.
        soort: what an organisation that is not in the register will be.
    """

    partner: str
    datum: date
    soort: Partnersoort = "ketenpartner"


Veronderstelling = Opzegopdracht | Toetreedopdracht | Vergaderopdracht


@dataclass(frozen=True, slots=True)
class Steldat:
    """What would follow.

    Args:
        wat: what is supposed, in a sentence.
        op: the day from which one looks: today, or the day of what is supposed if that is later.
        tot: the last day that is looked at.
        zinnen: what follows by the rules, in sentences.
        bezwaren: findings that would be new.
        stand: what becomes another in who takes part and who signed, each in a sentence.
        data: what falls due otherwise: as it is now, and as it would be; None where it is not.
        brieven: the titles of the letters that would go with it.
        op_te_stellen: those letters, when all that they say is known; else nothing.
    """

    wat: str
    op: date
    tot: date
    zinnen: tuple[Zin, ...]
    bezwaren: tuple[Diagnostic, ...]
    stand: tuple[str, ...]
    data: tuple[tuple[UitersteDatum | None, UitersteDatum | None], ...]
    brieven: tuple[str, ...]
    op_te_stellen: tuple[Brief, ...] = ()


def stel_dat(geopend: Geopend, opdracht: Veronderstelling) -> Steldat:
    """Return what would follow if this happened; nothing is written.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: as `opzegging.bereken` and `stel_vergadering_voor`; CV301, the partner
            takes part already.
    """
    match opdracht:
        case Opzegopdracht():
            then = _op(geopend, opdracht.ontvangen)
            gevolg = bereken(then, opdracht)
            wat = f"{gevolg.partner.naam} zegt op; dat is ontvangen op {voluit(opdracht.ontvangen)}"
            regels = then.registers.instellingen.regels
            brieven = tuple(brieven_over(gevolg.partner, regels, gevolg.opzegging))
            gezien = _gevolgd(then, wat, gevolg.voorstel, zinnen_over(gevolg))
            titels = tuple(brief.titel for brief in brieven)
            return replace(gezien, brieven=titels, op_te_stellen=brieven)
        case Toetreedopdracht():
            return _toetreding(_op(geopend, opdracht.datum), opdracht)
        case _:
            found = stel_vergadering_voor(geopend, opdracht)
            return _gevolgd(geopend, found.wat.rstrip("."), found.voorstel)


def stel_op(geopend: Geopend, gezien: Steldat, nummer: int) -> Document:
    """Return a letter that would go with what is supposed, as it would read.

    Args:
        geopend: the dossier.
        gezien: what would follow.
        nummer: which of its letters.

    Raises:
        IndexError: it has no such letter.
        ConvenantwerkError: a template is no good.
    """
    brief = gezien.op_te_stellen[nummer]
    instellingen = geopend.registers.instellingen
    return maak_brief(brief, geopend.briefsjablonen, instellingen, gezien.op)


def _op(geopend: Geopend, dag: date) -> Geopend:
    """Return the dossier on that day, for what has yet to happen is no fact before it."""
    return geopend if dag <= geopend.op else geopend.ander(geopend.root, dag)


def _gevolgd(
    geopend: Geopend,
    wat: str,
    voorstel: Voorstel,
    zinnen: tuple[Zin, ...] = (),
    brieven: tuple[str, ...] = (),
) -> Steldat:
    op, tot = geopend.op, standaard_tot(geopend.op)
    voor, na = geopend.registers, voorstel.registers
    return Steldat(
        f"Stel: {wat}.",
        op,
        tot,
        zinnen,
        voorstel.bezwaren,
        (*standverschillen(voor, na, op), *_deelnemers(voor, na, tot)),
        tuple(datumverschillen(voor, na, op, tot)),
        brieven,
    )


def _deelnemers(voor: Registers, na: Registers, dag: date) -> Iterator[str]:
    """Yield how many take part on a day, when that is another number."""
    nu, dan = (
        sum(d.status == "deelnemer" for d in stand(registers, dag).deelnames)
        for registers in (voor, na)
    )
    if nu != dan:
        yield f"Op {voluit(dag)} nemen {dan} partners deel; anders waren dat er {nu}"


def _toetreding(geopend: Geopend, opdracht: Toetreedopdracht) -> Steldat:
    registers, op = geopend.registers, geopend.op
    naam = " ".join(opdracht.partner.split())
    partner = bekende_partner(geopend.root, registers, naam)
    erbij: tuple[Partner, ...] = ()
    if partner is None:
        sleutel = vrije_sleutel(slug(naam) or "partner", (p.sleutel for p in registers.partners))
        partner = Partner(sleutel, naam, opdracht.soort)
        erbij = (partner,)
    elif _neemt_deel(registers, partner, op):
        tip = "kies een partner die niet deelneemt, of noem een nieuwe organisatie"
        raise ConvenantwerkError(
            "CV301", naam=partner.naam, reden="die neemt op die dag al deel", tip=tip
        )
    toetreding = Toetreding(datum=opdracht.datum, partner=partner.sleutel)
    voorstel = geopend.stel_voor(Bijschrijving(partners=erbij, gebeurtenissen=(toetreding,)))
    wat = f"{partner.naam} treedt toe op {voluit(opdracht.datum)}"
    soorten = _brieven(registers, partner, op)
    titels = tuple(f"{soort.stuknaam} {partner.naam}" for soort in soorten)
    return _gevolgd(geopend, wat, voorstel, brieven=titels)


def _neemt_deel(registers: Registers, partner: Partner, op: date) -> bool:
    deelnames = stand(registers, op).deelnames
    return any(d.partner is partner and d.status == "deelnemer" for d in deelnames)


def _brieven(registers: Registers, partner: Partner, op: date) -> Iterator[type[Brief]]:
    """Yield the papers of the stages that have yet to be done."""
    gedaan = toetredingsstand(registers, partner, op)
    if gedaan.vraagt_instemming and not gedaan.instemming:
        yield from (Oplegnotitie, Stuurgroepbesluit)
    if not gedaan.aanbieding:
        yield from (Toetredingsverklaring, Aanbiedingsbrief)
    yield KennisgevingToetreding


def vergaderdagen(geopend: Geopend) -> tuple[date, ...]:
    """Return the days of meetings that are recorded and still to come, in order."""
    found = van_soort(geopend.registers.gebeurtenissen, Vergadering)
    return tuple(sorted(g.datum for g in found if g.datum >= geopend.op))
