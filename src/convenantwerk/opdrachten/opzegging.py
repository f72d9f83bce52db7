"""`convenant opzegging`: what follows from a notice, its recording, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegbevestiging,
    Opzegging,
    Opzegregeling,
)
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.geopend.vastleggen import Voorstel
from convenantwerk.opdrachten.termijnen import KALENDER, agenda, kalenders
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

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Vorm
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief
    from convenantwerk.tijd.uiterste_data import Berekening


Zin = str | tuple[str, ...]  # a sentence, or what explains the one before it
Stap = Literal["opzegging", "bevestiging", "intrekking", "instemming", "regeling"]


@dataclass(frozen=True, slots=True)
class Opzegopdracht:
    """A notice as it came in, its confirmation or withdrawal, or what was agreed on about it.

    `ontvangen` is the day on which it was received, or on which they agreed; `vorm` in which form.
    """

    partner: str
    ontvangen: date
    verzonden: date | None = None
    vorm: Vorm = "aangetekend"
    kenmerk: str = ""
    geadresseerde: str = ""
    stap: Stap = "opzegging"


@dataclass(frozen=True, slots=True)
class Gevolg:
    """What would follow: nothing is written yet.

    `opzegging` is the notice itself; `bevestiging` its confirmation in another form, `intrekking`
    its withdrawal, `instemming` the consent to that and `geregeld` that its consequences are
    settled, when it is about those. `einde` and `regeling` are None when the dossier states no
    rule for them.
    """

    voorstel: Voorstel
    partner: Partner
    opzegging: Opzegging
    einde: Berekening | None
    regeling: Berekening | None
    intrekking: Intrekking | None = None
    instemming: Intrekkingsinstemming | None = None
    bevestiging: Opzegbevestiging | None = None
    geregeld: Opzegregeling | None = None

    @property
    def zonder_brief(self) -> bool:
        """Whether no letter belongs to it: nothing follows from it that one has not told."""
        return self.bevestiging is not None or self.geregeld is not None

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
    intrekking = instemming = bevestiging = geregeld = None
    dag, wie, kenmerk = opdracht.ontvangen, partner.sleutel, opdracht.kenmerk
    if opdracht.stap == "opzegging":
        opzegging = Opzegging(
            datum=dag,
            partner=wie,
            verzonden=opdracht.verzonden,
            vorm=opdracht.vorm,
            kenmerk=kenmerk,
            geadresseerde=opdracht.geadresseerde,
            brief=geopend.op,
        )
    else:
        opzegging, lopend = _lopende(registers, partner, dag)
        shared: dict[str, Any] = {"datum": dag, "partner": wie, "kenmerk": kenmerk}
        match opdracht.stap:
            case "bevestiging":
                verzonden, vorm = opdracht.verzonden, opdracht.vorm
                bevestiging = Opzegbevestiging(**shared, verzonden=verzonden, vorm=vorm)
            case "regeling":
                geregeld = Opzegregeling(**shared)
            case "intrekking":
                intrekking = Intrekking(**shared, brief=geopend.op)
            case _:
                intrekking = lopend
                instemming = Intrekkingsinstemming(**shared, brief=geopend.op)
    nieuw = geregeld or bevestiging or instemming or intrekking or opzegging
    return Gevolg(
        geopend.stel_voor(Bijschrijving(gebeurtenissen=(nieuw,))),
        partner,
        opzegging,
        einddatum(opzegging.datum, regels),
        regeling_uiterlijk(opzegging.datum, regels),
        intrekking,
        instemming,
        bevestiging,
        geregeld,
    )


def _lopende(
    registers: Registers, partner: Partner, dag: date
) -> tuple[Opzegging, Intrekking | None]:
    """Return the notice of a partner that runs on a day, and its withdrawal if that waits.

    Raises:
        ConvenantwerkError: CV914, there is none.
    """
    now = next(d for d in stand(registers, dag).deelnames if d.partner is partner)
    if now.opzegging is None:
        raise ConvenantwerkError("CV914", naam=partner.naam, datum=voluit(dag))
    return now.opzegging, now.intrekking


def zinnen_over(gevolg: Gevolg) -> tuple[Zin, ...]:
    """Return what follows, in sentences."""
    naam = gevolg.partner.naam
    if gevolg.geregeld:
        van = voluit(gevolg.opzegging.datum)
        zin = f"De gevolgen van de opzegging van {naam} van {van} zijn geregeld."
        return zin, f"De regeling is van {voluit(gevolg.geregeld.datum)}."
    if gevolg.intrekking:
        per = f" per {voluit(gevolg.einde.datum)}" if gevolg.einde else ""
        zin = f"{naam} trekt de opzegging van {voluit(gevolg.opzegging.datum)} in."
        if not gevolg.wacht:
            return zin, f"De deelname eindigt dan niet{per}."
        return (
            zin,
            "Dat kan alleen met instemming van de andere partijen (BW 3:37 lid 5).",
            f"Tot die is vastgelegd, eindigt de deelname{per}.",
        )
    zinnen: list[Zin] = []
    if gevolg.bevestiging:
        zinnen.append(
            f"De opzegging van {naam} van {voluit(gevolg.opzegging.datum)} is bevestigd "
            f"({gevolg.bevestiging.vorm}). De dag van de opzegging blijft dezelfde."
        )
    if gevolg.einde is None:
        zinnen.append(f"{naam} zegt op; wanneer de deelname eindigt, is niet te berekenen:")
        zinnen.append(("de regels daarvoor staan niet in convenant.yaml (regels.opzegging).",))
    else:
        zinnen += _berekend(f"{naam} neemt deel tot", gevolg.einde)
    if gevolg.regeling is not None:
        zinnen += _berekend("De regeling van de gevolgen is er uiterlijk op", gevolg.regeling)
    return tuple(zinnen)


def _berekend(kop: str, berekening: Berekening) -> tuple[Zin, ...]:
    return f"{kop} {voluit(berekening.datum)}:", tuple(berekening.uitleg)


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
    if gevolg.zonder_brief:
        brieven = iter(())
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
