"""`convenant opzegging`: what follows from a notice, its recording, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.controles.voorstel import (
    Voorstel,
    leg_vast,
    open_registers,
    stel_voor,
    zoek_partner,
)
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.termijnen import agenda, kalenders
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.stukken.tekenblokken import open_block
from convenantwerk.tijd.opzegtermijn import einddatum, regeling_uiterlijk
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.gebeurtenissen import Vorm
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.papier.document import Document
    from convenantwerk.tijd.uiterste_data import Berekening

FOLDER = "opzegging"
KALENDER = "kalender"
_STUURGROEP = open_block("1", ("Namens de Stuurgroep", "de voorzitter"))


@dataclass(frozen=True, slots=True)
class Opzegopdracht:
    """A notice as it came in, or, with `intrekken`, the withdrawal of one.

    `ontvangen` is the day on which it was received, `op` the day on which it is recorded.
    """

    partner: str
    ontvangen: date
    op: date
    verzonden: date | None = None
    vorm: Vorm = "aangetekend"
    kenmerk: str = ""
    geadresseerde: str = ""
    intrekken: bool = False


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What would follow: nothing is written yet.

    `opzegging` is the notice itself; `intrekking` its withdrawal, when that is what is recorded.
    """

    voorstel: Voorstel
    partner: Partner
    opzegging: Gebeurtenis
    einde: Berekening
    regeling: Berekening
    intrekking: Gebeurtenis | None = None


def bereken(root: Path, opdracht: Opzegopdracht) -> Gevolg | tuple[Diagnostic, ...]:
    """Return what would follow; only the findings when the registers cannot be read.

    Raises:
        ConvenantwerkError: CV912, the partner is not there; CV914, it has no notice under way
            that could be withdrawn.
    """
    gelezen = open_registers(root)
    if isinstance(gelezen, tuple):
        return gelezen
    registers = gelezen.registers
    partner = zoek_partner(root, registers, opdracht.partner)
    regels = registers.instellingen.regels
    intrekking = None
    if opdracht.intrekken:
        now = next(
            d for d in stand(registers, opdracht.ontvangen).deelnames if d.partner is partner
        )
        if now.opzegging is None:
            dag = voluit(opdracht.ontvangen)
            raise ConvenantwerkError("CV914", naam=partner.naam, datum=dag)
        opzegging = now.opzegging
        intrekking = Gebeurtenis(
            *(opdracht.ontvangen, "intrekking-opzegging", partner.sleutel),
            kenmerk=opdracht.kenmerk,
        )
    else:
        opzegging = Gebeurtenis(
            *(opdracht.ontvangen, "opzegging", partner.sleutel),
            verzonden=opdracht.verzonden,
            vorm=opdracht.vorm,
            kenmerk=opdracht.kenmerk,
            geadresseerde=opdracht.geadresseerde,
        )
    return Gevolg(
        stel_voor(gelezen, Bijschrijving((intrekking or opzegging,)), opdracht.op),
        partner,
        opzegging,
        einddatum(opzegging.datum, regels),
        regeling_uiterlijk(opzegging.datum, regels),
        intrekking,
    )


def leg_opzegging_vast(
    root: Path, uit: Path, gevolg: Gevolg, op: date, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Record it, and write its papers and the changed calendars; return their paths below `uit`.

    The papers are made before anything is written, so that a fault in a template leaves the
    register as it was.

    Raises:
        ConvenantwerkError: a template is no good, or the register or the folder is not to be
            written (CV901, CV910, CV911, CV913).
    """
    huisstijl, _ = lees_huisstijl(root)
    registers = gevolg.voorstel.registers
    brieven = Brieven(huisstijl, registers, op)
    made = export_documents(_papieren(brieven, gevolg), huisstijl, formaten)
    files = {bestand.pad: bestand.data for bestand in made}
    agendas = kalenders(agenda(registers, op))
    files |= {f"{KALENDER}/{pad}": data for pad, data in agendas.items()}
    leg_vast(root, gevolg.voorstel, uit, files)
    return tuple(files)


def _papieren(brieven: Brieven, gevolg: Gevolg) -> Iterator[Document]:
    partner = gevolg.partner
    waarden = {
        "partner": partner,
        "opzegging": gevolg.opzegging,
        "einde": gevolg.einde,
        "regeling": gevolg.regeling,
        "intrekking": gevolg.intrekking,
    }
    folder = f"{FOLDER}/{partner.sleutel}-{gevolg.opzegging.datum.isoformat()}"
    for sjabloon, titel, tekent in _INTREKKING if gevolg.intrekking else _OPZEGGING:
        ander = open_block("2", (partner.naam, "rechtsgeldig vertegenwoordigd"))
        wie = (_STUURGROEP, ander)[:tekent]
        yield brieven.schrijf(
            sjabloon, f"{folder}/{sjabloon}", f"{titel} {partner.naam}", waarden, wie
        )


# The template, what its paper is called, and how many sign it: the Stuurgroep, then the partner.
_OPZEGGING = (
    ("opzeggingsbevestiging", "Opzeggingsbevestiging", 0),
    ("kennisgeving-opzegging", "Kennisgeving opzegging", 0),
    ("regeling-gevolgen", "Regeling gevolgen opzegging", 2),
    ("uittredingsbesluit", "Uittredingsbesluit", 1),
)
_INTREKKING = (("intrekkingsbevestiging", "Intrekkingsbevestiging", 0),)
