"""`convenant geheimhouding`: what an incidental attendee signs before an overleg."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.errors import ConvenantwerkError, eis_toegang
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.basis.stage import write_all
from convenantwerk.opdrachten.stand import overleggen_van
from convenantwerk.papier.identiteit import Identiteit
from convenantwerk.stukken.brieven.geheimhoudingsverklaring import Geheimhoudingsverklaring
from convenantwerk.stukken.brieven.maken import maak_brief

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.stand import Overleg


@dataclass(frozen=True, slots=True)
class Aanwezige:
    """Who attends an overleg now and then, and when; this is on the paper and nowhere else."""

    naam: str
    functie: str
    organisatie: str
    overleg: str
    datum: date


def geheimhouding(
    geopend: Geopend, uit: Path, aanwezige: Aanwezige, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Write the declaration; nothing is recorded, for registers hold no data of persons.

    Returns:
        The paths below `uit`.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read, or a file or folder is closed to us.
        ConvenantwerkError: CV306, the overleg is not there; a template is no good.
    """
    dossier = geopend.dossier
    eis_toegang(geopend.leesbevindingen)
    overleg = overleg_van(geopend, aanwezige)
    brief = Geheimhoudingsverklaring(
        naam=aanwezige.naam,
        functie=aanwezige.functie,
        organisatie=aanwezige.organisatie,
        overleg=overleg.titel,
        datum=aanwezige.datum,
        sleutel=overleg.sleutel,
    )
    instellingen = dossier.instellingen
    document = replace(
        maak_brief(brief, geopend.briefsjablonen, instellingen, geopend.op),
        identiteit=Identiteit(instellingen.samenwerkingsverband, brief.sjabloon, "", ""),
    )
    made = {b.pad: b.data for b in geopend.maak([document], formaten)}
    write_all(uit, made)
    return tuple(made)


def overleg_van(geopend: Geopend, aanwezige: Aanwezige) -> Overleg:
    """Return the overleg that is attended, by its short name or its title.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
        ConvenantwerkError: CV306, the overleg is not there.
    """
    known = {o.sleutel: o for o in overleggen_van(geopend)}
    asked = aanwezige.overleg
    named = {naamsleutel(naam): o for o in known.values() for naam in (o.titel, o.sleutel)}
    found = named.get(naamsleutel(asked))
    if found is None:
        tip = bedoelde(asked, known) or f"kies uit: {', '.join(known) or 'er zijn er geen'}"
        reden = f"overleg '{asked}' is er niet"
        raise ConvenantwerkError("CV306", naam=aanwezige.naam, reden=reden, tip=tip)
    return found
