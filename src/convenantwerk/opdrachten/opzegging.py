"""`convenant opzegging`: what follows from a notice, its recording, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen.deelname import Intrekking, Opzegging
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.geopend.vastleggen import (
    Voorstel,
    zoek_partner,
)
from convenantwerk.opdrachten.termijnen import agenda, kalenders
from convenantwerk.stukken.brieven.intrekkingsbevestiging import Intrekkingsbevestiging
from convenantwerk.stukken.brieven.kennisgeving_opzegging import KennisgevingOpzegging
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.opzeggingsbevestiging import Opzeggingsbevestiging
from convenantwerk.stukken.brieven.regeling_gevolgen import RegelingGevolgen
from convenantwerk.stukken.brieven.uittredingsbesluit import Uittredingsbesluit
from convenantwerk.tijd.opzegtermijn import einddatum, regeling_uiterlijk
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.gebeurtenissen import Vorm
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief
    from convenantwerk.tijd.uiterste_data import Berekening

KALENDER = "kalender"


@dataclass(frozen=True, slots=True)
class Opzegopdracht:
    """A notice as it came in, or, with `intrekken`, the withdrawal of one.

    `ontvangen` is the day on which it was received.
    """

    partner: str
    ontvangen: date
    verzonden: date | None = None
    vorm: Vorm = "aangetekend"
    kenmerk: str = ""
    geadresseerde: str = ""
    intrekken: bool = False


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What would follow: nothing is written yet.

    `opzegging` is the notice itself; `intrekking` its withdrawal, when that is what is recorded.
    `einde` and `regeling` are None when the dossier states no rule for them.
    """

    voorstel: Voorstel
    partner: Partner
    opzegging: Opzegging
    einde: Berekening | None
    regeling: Berekening | None
    intrekking: Intrekking | None = None


def bereken(geopend: Geopend, opdracht: Opzegopdracht) -> Gevolg:
    """Return what would follow.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV912, the partner is not there; CV914, it has no notice under way
            that could be withdrawn.
    """
    registers = geopend.registers
    partner = zoek_partner(geopend.root, registers, opdracht.partner)
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
        intrekking = Intrekking(
            datum=opdracht.ontvangen, partner=partner.sleutel, kenmerk=opdracht.kenmerk
        )
    else:
        opzegging = Opzegging(
            datum=opdracht.ontvangen,
            partner=partner.sleutel,
            verzonden=opdracht.verzonden,
            vorm=opdracht.vorm,
            kenmerk=opdracht.kenmerk,
            geadresseerde=opdracht.geadresseerde,
        )
    return Gevolg(
        geopend.stel_voor(Bijschrijving(gebeurtenissen=(intrekking or opzegging,))),
        partner,
        opzegging,
        einddatum(opzegging.datum, regels),
        regeling_uiterlijk(opzegging.datum, regels),
        intrekking,
    )


def leg_opzegging_vast(
    geopend: Geopend, uit: Path, gevolg: Gevolg, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Record it, and write its papers and the changed calendars; return their paths below `uit`.

    The papers are made before anything is written, so that a fault in a template leaves the
    register as it was.

    Raises:
        ConvenantwerkError: a template is no good, or the register or the folder is not to be
            written (CV901, CV910, CV911, CV913).
    """
    registers = gevolg.voorstel.registers
    sjablonen, instellingen = geopend.briefsjablonen, registers.instellingen
    documents = (
        maak_brief(brief, sjablonen, instellingen, geopend.op) for brief in _brieven(gevolg)
    )
    made = geopend.maak(documents, formaten)
    files = {bestand.pad: bestand.data for bestand in made}
    agendas = kalenders(geopend, agenda(registers, geopend.op))
    files |= {f"{KALENDER}/{pad}": data for pad, data in agendas.bestanden.items()}
    geopend.leg_vast(gevolg.voorstel, uit=uit, papieren=files, bewaren=agendas.bewaren)
    return tuple(files)


def _brieven(gevolg: Gevolg) -> Iterator[Opzeggingsbrief]:
    for soort in _INTREKKING if gevolg.intrekking else _OPZEGGING:
        if soort is RegelingGevolgen and gevolg.regeling is None:
            continue  # the convenant knows no such regeling
        yield soort(
            partner=gevolg.partner,
            opzegging=gevolg.opzegging,
            einde=gevolg.einde,
            regeling=gevolg.regeling,
            intrekking=gevolg.intrekking,
        )


_OPZEGGING: tuple[type[Opzeggingsbrief], ...] = (
    Opzeggingsbevestiging,
    KennisgevingOpzegging,
    RegelingGevolgen,
    Uittredingsbesluit,
)
_INTREKKING: tuple[type[Opzeggingsbrief], ...] = (Intrekkingsbevestiging,)
