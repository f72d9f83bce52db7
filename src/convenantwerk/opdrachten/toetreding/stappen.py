"""`convenant toetreding`: from a request to a declaration bound to the convenant, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.controles.feiten import (
    als_besluit,
    als_ondertekenaar,
    als_partner,
    check_feiten,
    sleutel_van,
)
from convenantwerk.controles.voorstel import (
    Gelezen,
    bekende_partner,
    open_registers,
    stel_voor,
)
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.dossier.toetreding import STAPPEN, Toetredingsstand
from convenantwerk.opdrachten.toetreding.verklaring import tekstwaarden
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.stukken.brieven.sjablonen import SJABLONEN
from convenantwerk.stukken.tekenblokken import open_block
from convenantwerk.tekenen.tekeneditie import laatste_versie, lees_tekeneditie
from convenantwerk.tekenen.toetreding import (
    ontbreekt,
    toetredingsstand,
)
from convenantwerk.tijd.stand import stand as deelnames_op

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.voorstel import Voorstel
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.dossier.toetreding import Instemming, Stap, Toetredingsfeiten
    from convenantwerk.papier.document import Document
    from convenantwerk.tekenen.tekeneditie import Tekeneditie

FOLDER = "toetreding"
KALENDER = "kalender"
_TITELS = {sjabloon.naam: sjabloon.titel for sjabloon in SJABLONEN}


@dataclass(frozen=True, slots=True)
class Overzicht:
    """Where an accession stands: the registers, the partner, and what the next stage lacks.

    `neemt_deel` says on what ground it takes part already, "" when it does not.
    """

    gelezen: Gelezen
    stand: Toetredingsstand
    ontbreekt: tuple[str, ...]
    neemt_deel: str = ""


def overzicht(root: Path, asked: str, op: date) -> Overzicht | Gelezen | tuple[Diagnostic, ...]:
    """Return where the accession of a partner stands on a day.

    Returns:
        Where it stands; just the registers when no partner is called so yet; only findings when
        the registers cannot be read.
    """
    gelezen = open_registers(root)
    if isinstance(gelezen, tuple):
        return gelezen
    partner = bekende_partner(gelezen.registers, asked)
    return gelezen if partner is None else _overzicht(root, gelezen, partner, op)


def _overzicht(root: Path, gelezen: Gelezen, partner: Partner, op: date) -> Overzicht:
    registers = gelezen.registers
    stand = toetredingsstand(registers, partner, op)
    versie = laatste_versie(root, registers, op)
    missing = ontbreekt(stand, registers, versie.naam if versie else "", op)
    own = next(d for d in deelnames_op(registers, op).deelnames if d.partner is partner)
    grond = own.grond if own.status == "deelnemer" and stand.volgende == "verzoek" else ""
    return Overzicht(gelezen, stand, tuple(missing), grond)


def eis_stap(stand: Toetredingsstand, stap: Stap) -> None:
    """Refuse a stage out of order.

    Raises:
        ConvenantwerkError: CV302, it is done already, or another comes first.
    """
    naam = stand.partner.naam
    if stand.volgende is None:
        reden, tip = "deze partner is al toegetreden", "'convenant stand' toont wie deelneemt"
    elif stand.volgende == stap or (stap == "verklaring" and stand.kan_opnieuw):
        return
    elif STAPPEN.index(stap) < STAPPEN.index(stand.volgende):
        reden = "deze stap is al gedaan"
        tip = f"de volgende stap is '{stand.volgende}'"
    else:
        reden = f"eerst komt stap '{stand.volgende}'"
        tip = f"'convenant toetreding {stand.partner.sleutel}' zegt wat u daarvoor doet"
    raise ConvenantwerkError("CV302", stap=stap, naam=naam, reden=reden, tip=tip)


# --- verzoek -------------------------------------------------------------------------------


def controleer_feiten(
    root: Path, gelezen: Gelezen, feiten: Toetredingsfeiten, op: date
) -> list[Diagnostic]:
    """Return what keeps a newcomer from being recorded."""
    editie = lees_tekeneditie(root, gelezen.registers, op)
    return [
        *check_feiten(feiten, gelezen.registers, list(editie.titels), list(editie.overleggen), op)
    ]


def keuzes(root: Path, gelezen: Gelezen, op: date) -> dict[str, Mapping[str, str]]:
    """Return the delen and overleggen that can be joined: their titles by their short names."""
    editie = lees_tekeneditie(root, gelezen.registers, op)
    return {"delen": editie.titels, "overleggen": editie.overleggen}


def rijen(feiten: Toetredingsfeiten, registers: Registers) -> Bijschrijving:
    """Return what facts give to record: partner, ondertekenaar, request, and consent if any.

    Who was a partner before is in the registers already.
    """
    sleutel = sleutel_van(feiten)
    partners = () if _bekend(registers, sleutel) else (als_partner(feiten),)
    same = any(
        (o.partner, o.naam) == (sleutel, feiten.tekenaar.naam) for o in registers.ondertekenaars
    )
    verzoek = Gebeurtenis(
        *(feiten.verzoek, "verzoek-toetreding", sleutel),
        delen=feiten.delen,
        overleggen=feiten.overleggen,
        ingangsdatum=feiten.ingangsdatum,
        kenmerk=feiten.kenmerk,
    )
    nieuw = Bijschrijving(
        (verzoek,), partners, () if same else (als_ondertekenaar(feiten, registers),)
    )
    if feiten.instemming is None:
        return nieuw
    return samen(nieuw, _instemming(sleutel, feiten.instemming, registers))


def _bekend(registers: Registers, sleutel: str) -> bool:
    return any(partner.sleutel == sleutel for partner in registers.partners)


def _instemming(sleutel: str, instemming: Instemming, registers: Registers) -> Bijschrijving:
    """Return the consent as a besluit, when that is new, and a gebeurtenis."""
    besluit, new = als_besluit(instemming, registers)
    g = Gebeurtenis(instemming.datum, "instemming", sleutel, besluit=besluit.sleutel)
    return Bijschrijving((g,), besluiten=(besluit,) if new else ())


def samen(een: Bijschrijving, ander: Bijschrijving) -> Bijschrijving:
    """Return the rows of both."""
    return Bijschrijving(
        (*een.gebeurtenissen, *ander.gebeurtenissen),
        (*een.partners, *ander.partners),
        (*een.ondertekenaars, *ander.ondertekenaars),
        (*een.besluiten, *ander.besluiten),
    )


def stel_verzoek_voor(gelezen: Gelezen, feiten: Toetredingsfeiten, op: date) -> Voorstel:
    """Return what recording the facts of a newcomer would do."""
    return stel_voor(gelezen, rijen(feiten, gelezen.registers), op)


# --- instemming ----------------------------------------------------------------------------


def maak_besluitstukken(
    root: Path, zicht: Overzicht, op: date, formaten: tuple[str, ...]
) -> Mapping[str, bytes]:
    """Return the oplegnotitie and the concept of the besluit; nothing is recorded.

    Raises:
        ConvenantwerkError: CV302, it is not the turn of this stage; a template is no good.
    """
    eis_stap(zicht.stand, "instemming")
    return _gemaakt(root, zicht, op, formaten, ("oplegnotitie", "stuurgroepbesluit"))


def stel_instemming_voor(
    root: Path, zicht: Overzicht, instemming: Instemming, op: date, formaten: tuple[str, ...]
) -> tuple[Voorstel, Mapping[str, bytes]]:
    """Return what recording the consent does, and the besluit as a paper.

    Raises:
        ConvenantwerkError: as `maak_besluitstukken`.
    """
    eis_stap(zicht.stand, "instemming")
    registers = zicht.gelezen.registers
    sleutel = zicht.stand.partner.sleutel
    verzoek = zicht.stand.verzoek
    if verzoek is not None and instemming.datum < verzoek.datum:
        reden = f"de instemming is van voor het verzoek ({voluit(verzoek.datum)})"
        tip = "controleer de datum van het besluit"
        raise ConvenantwerkError("CV301", naam=zicht.stand.partner.naam, reden=reden, tip=tip)
    voorstel = stel_voor(zicht.gelezen, _instemming(sleutel, instemming, registers), op)
    after = replace(zicht.gelezen, registers=voorstel.registers)
    now = replace(
        zicht, gelezen=after, stand=toetredingsstand(after.registers, zicht.stand.partner, op)
    )
    return voorstel, _gemaakt(root, now, op, formaten, ("stuurgroepbesluit",))


def _gemaakt(
    root: Path, zicht: Overzicht, op: date, formaten: tuple[str, ...], sjablonen: tuple[str, ...]
) -> Mapping[str, bytes]:
    registers = zicht.gelezen.registers
    huisstijl, _ = lees_huisstijl(root)
    editie = lees_tekeneditie(root, registers, op)
    brieven = Brieven(huisstijl, registers, op)
    documents = _besluitstukken(brieven, zicht.stand, editie, sjablonen)
    return {b.pad: b.data for b in export_documents(documents, huisstijl, formaten)}


def _besluitstukken(
    brieven: Brieven, stand: Toetredingsstand, editie: Tekeneditie, sjablonen: tuple[str, ...]
) -> Iterator[Document]:
    waarden = tekstwaarden(brieven.registers, stand, editie)
    waarden["besluit"] = waarden["instemming"]
    for sjabloon in sjablonen:
        tekent = [open_block("stuurgroep", _STUURGROEP)] if sjabloon == "stuurgroepbesluit" else []
        yield brieven.schrijf(
            sjabloon,
            f"{FOLDER}/{stand.partner.sleutel}/{sjabloon}",
            f"{_TITELS[sjabloon]} {stand.partner.naam}",
            waarden,
            tekent,
        )


_STUURGROEP = ("Namens de Stuurgroep", "de voorzitter")
