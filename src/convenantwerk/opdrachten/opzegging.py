"""`convenant opzegging`: what follows from a notice, its recording, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegging,
)
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.opdrachten.termijnen import agenda, kalenders
from convenantwerk.stukken.brieven.intrekkingsbevestiging import Intrekkingsbevestiging
from convenantwerk.stukken.brieven.intrekkingsontvangst import Intrekkingsontvangst
from convenantwerk.stukken.brieven.kennisgeving_opzegging import KennisgevingOpzegging
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.opzeggingsbevestiging import Opzeggingsbevestiging
from convenantwerk.stukken.brieven.regeling_gevolgen import RegelingGevolgen
from convenantwerk.stukken.brieven.uittredingsbesluit import Uittredingsbesluit
from convenantwerk.tijd.deelname import werkt_meteen
from convenantwerk.tijd.opzegtermijn import einddatum, regeling_uiterlijk
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.gebeurtenissen import Vorm
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief
    from convenantwerk.tijd.uiterste_data import Berekening

KALENDER = "kalender"


@dataclass(frozen=True, slots=True)
class Opzegopdracht:
    """A notice as it came in, its withdrawal, or that the others agree to that.

    `ontvangen` is the day on which it was received, or on which they agreed.
    """

    partner: str
    ontvangen: date
    verzonden: date | None = None
    vorm: Vorm = "aangetekend"
    kenmerk: str = ""
    geadresseerde: str = ""
    stap: Literal["opzegging", "intrekking", "instemming"] = "opzegging"


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What would follow: nothing is written yet.

    `opzegging` is the notice itself; `intrekking` its withdrawal and `instemming` the consent to
    that, when it is about those. `einde` and `regeling` are None when the dossier states no rule
    for them.
    """

    voorstel: Voorstel
    partner: Partner
    opzegging: Opzegging
    einde: Berekening | None
    regeling: Berekening | None
    intrekking: Intrekking | None = None
    instemming: Intrekkingsinstemming | None = None

    @property
    def wacht(self) -> bool:
        """Whether it is a withdrawal to which the others have yet to agree."""
        return (
            self.intrekking is not None
            and self.instemming is None
            and not werkt_meteen(self.intrekking, self.opzegging)
        )


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
    intrekking = instemming = None
    if opdracht.stap == "opzegging":
        opzegging = Opzegging(
            datum=opdracht.ontvangen,
            partner=partner.sleutel,
            verzonden=opdracht.verzonden,
            vorm=opdracht.vorm,
            kenmerk=opdracht.kenmerk,
            geadresseerde=opdracht.geadresseerde,
            brief=geopend.op,
        )
    else:
        now = next(
            d for d in stand(registers, opdracht.ontvangen).deelnames if d.partner is partner
        )
        if now.opzegging is None:
            dag = voluit(opdracht.ontvangen)
            raise ConvenantwerkError("CV914", naam=partner.naam, datum=dag)
        opzegging, intrekking = now.opzegging, now.intrekking
        soort = Intrekking if opdracht.stap == "intrekking" else Intrekkingsinstemming
        nieuw = soort(
            datum=opdracht.ontvangen,
            partner=partner.sleutel,
            kenmerk=opdracht.kenmerk,
            brief=geopend.op,
        )
        if isinstance(nieuw, Intrekking):
            intrekking = nieuw
        else:
            instemming = nieuw
    return Gevolg(
        geopend.stel_voor(Bijschrijving(gebeurtenissen=(instemming or intrekking or opzegging,))),
        partner,
        opzegging,
        einddatum(opzegging.datum, regels),
        regeling_uiterlijk(opzegging.datum, regels),
        intrekking,
        instemming,
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
    brieven = brieven_over(
        gevolg.partner,
        instellingen.regels,
        gevolg.opzegging,
        gevolg.intrekking,
        gevolg.instemming,
    )
    documents = (maak_brief(brief, sjablonen, instellingen, geopend.op) for brief in brieven)
    made = geopend.maak(documents, formaten)
    files = {bestand.pad: bestand.data for bestand in made}
    agendas = kalenders(geopend, agenda(registers, geopend.op))
    files |= {f"{KALENDER}/{pad}": data for pad, data in agendas.bestanden.items()}
    geopend.leg_vast(gevolg.voorstel, uit=uit, papieren=files, bewaren=agendas.bewaren)
    return tuple(files)


def brieven_over(
    partner: Partner,
    regels: Regels,
    opzegging: Opzegging,
    intrekking: Intrekking | None = None,
    instemming: Intrekkingsinstemming | None = None,
) -> Iterator[Opzeggingsbrief]:
    """Yield the papers about a notice, its withdrawal, or the consent to that."""
    soorten = _OPZEGGING
    if intrekking is not None:
        klaar = instemming is not None or werkt_meteen(intrekking, opzegging)
        soorten = (Intrekkingsbevestiging,) if klaar else (Intrekkingsontvangst,)
    regeling = regeling_uiterlijk(opzegging.datum, regels)
    for soort in soorten:
        if soort is RegelingGevolgen and regeling is None:
            continue  # the convenant knows no such regeling
        yield soort(
            partner=partner,
            opzegging=opzegging,
            einde=einddatum(opzegging.datum, regels),
            regeling=regeling,
            intrekking=intrekking,
            ingestemd=instemming,
        )


_OPZEGGING: tuple[type[Opzeggingsbrief], ...] = (
    Opzeggingsbevestiging,
    KennisgevingOpzegging,
    RegelingGevolgen,
    Uittredingsbesluit,
)
