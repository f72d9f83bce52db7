"""`convenant verlenging`: the yearly message to each partner, and its recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.verlengingsbericht import Verlengingsbericht
from convenantwerk.tijd.opzegtermijn import (
    laatste_dag,
    vertrekdag,
    verzendadvies,
    volgende_termijn,
)
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel


@dataclass(frozen=True, slots=True)
class Verlengingsvoorstel:
    """A renewal as it would be recorded: nothing is written yet.

    Args:
        voorstel: what would be recorded.
        begin: the first day of the renewed term.
        laatste: the last safe day to give notice for that day.
        partners: who goes on, and gets the message.
        vertrekken: who is out by then, because a notice works.
        bezwaren: what keeps it from being recorded, or needs a look.
    """

    voorstel: Voorstel
    begin: date
    laatste: date
    partners: tuple[Partner, ...]
    vertrekken: tuple[Partner, ...]
    bezwaren: tuple[Diagnostic, ...]


def bereid_verlenging(geopend: Geopend, jaar: int) -> Verlengingsvoorstel:
    """Return the renewal for the term that begins in a year.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    registers, op = geopend.registers, geopend.op
    regels = registers.instellingen.regels
    begin = regels.verjaardag.in_jaar(jaar)
    verlenging = Verlenging(datum=op, jaar=jaar)
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=(verlenging,)))
    bezwaren = list(voorstel.bezwaren)
    if jaar not in (op.year, op.year + 1):
        reden = "een verlenging wordt vastgelegd in het jaar zelf of in het jaar ervoor"
        tip = f"bedoelt u {op.year} of {op.year + 1}?"
        velden = {"soort": f"verlenging voor {jaar}", "datum": voluit(op), "reden": reden}
        bezwaren.append(CODES["CV205"].at(NERGENS, **velden, tip=tip))
    nu = [d for d in stand(registers, op).deelnames if d.status == "deelnemer"]
    weg = tuple(d.partner for d in nu if d.einde is not None and d.einde <= begin)
    return Verlengingsvoorstel(
        voorstel,
        begin,
        laatste_dag(vertrekdag(jaar, regels), regels).datum,
        tuple(d.partner for d in nu if d.partner not in weg),
        weg,
        tuple(bezwaren),
    )


def leg_verlenging_vast(
    geopend: Geopend, uit: Path, verlenging: Verlengingsvoorstel, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Record the renewal and write the messages; return their paths below `uit`.

    Raises:
        ConvenantwerkError: as `leg_opzegging_vast`.
    """
    registers = verlenging.voorstel.registers
    sjablonen, instellingen = geopend.briefsjablonen, registers.instellingen
    documents = (
        maak_brief(brief, sjablonen, instellingen, geopend.op)
        for brief in _berichten(verlenging, instellingen.regels)
    )
    files = {b.pad: b.data for b in geopend.maak(documents, formaten)}
    geopend.leg_vast(verlenging.voorstel, uit=uit, papieren=files)
    return tuple(files)


def _berichten(verlenging: Verlengingsvoorstel, regels: Regels) -> Iterator[Verlengingsbericht]:
    jaar = verlenging.begin.year
    vertrek = vertrekdag(jaar, regels)
    later = vertrekdag(jaar + 1, regels)
    laatste = laatste_dag(vertrek, regels)
    volgende = volgende_termijn(verlenging.begin, regels)
    for partner in verlenging.partners:
        yield Verlengingsbericht(
            partner=partner,
            begin=verlenging.begin,
            slot=volgende - timedelta(days=1),
            laatste=laatste,
            advies=verzendadvies(laatste.datum, regels),
            vertrek=vertrek,
            later=later,
            laatste_daarna=laatste_dag(later, regels),
        )
