"""`convenant verlenging`: the yearly message to each partner, and its recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.controles.voorstel import Voorstel, leg_vast, open_registers, stel_voor
from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.uitgeven import export_documents
from convenantwerk.stukken.brieven.schrijven import Brieven
from convenantwerk.tijd.opzegtermijn import (
    laatste_dag,
    vertrekdag,
    verzendadvies,
    volgende_termijn,
)
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.registers import Partner

FOLDER = "verlenging"
SJABLOON = "verlengingsbericht"


@dataclass(frozen=True, slots=True)
class Verlenging:
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


def bereid_verlenging(root: Path, jaar: int, op: date) -> Verlenging | tuple[Diagnostic, ...]:
    """Return the renewal for the term that begins in a year; only findings when not readable."""
    gelezen = open_registers(root)
    if isinstance(gelezen, tuple):
        return gelezen
    registers = gelezen.registers
    regels = registers.instellingen.regels
    begin = regels.verjaardag.in_jaar(jaar)
    voorstel = stel_voor(gelezen, Bijschrijving((Gebeurtenis(op, "verlenging", jaar=jaar),)), op)
    bezwaren = list(voorstel.bezwaren)
    if jaar not in (op.year, op.year + 1):
        reden = "een verlenging wordt vastgelegd in het jaar zelf of in het jaar ervoor"
        tip = f"bedoelt u {op.year} of {op.year + 1}?"
        velden = {"soort": f"verlenging voor {jaar}", "datum": voluit(op), "reden": reden}
        bezwaren.append(CODES["CV205"].at(NERGENS, **velden, tip=tip))
    nu = [d for d in stand(registers, op).deelnames if d.status == "deelnemer"]
    weg = tuple(d.partner for d in nu if d.einde is not None and d.einde <= begin)
    return Verlenging(
        voorstel,
        begin,
        laatste_dag(vertrekdag(jaar, regels), regels).datum,
        tuple(d.partner for d in nu if d.partner not in weg),
        weg,
        tuple(bezwaren),
    )


def leg_verlenging_vast(
    root: Path, uit: Path, verlenging: Verlenging, op: date, formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Record the renewal and write the messages; return their paths below `uit`.

    Raises:
        ConvenantwerkError: as `leg_opzegging_vast`.
    """
    huisstijl, _ = lees_huisstijl(root)
    registers = verlenging.voorstel.registers
    regels = registers.instellingen.regels
    brieven = Brieven(huisstijl, registers, op)
    jaar = verlenging.begin.year
    vertrek = vertrekdag(jaar, regels)
    later = vertrekdag(jaar + 1, regels)
    laatste = laatste_dag(vertrek, regels)
    volgende = volgende_termijn(verlenging.begin, regels)
    waarden = {
        "begin": verlenging.begin,
        "slot": volgende - timedelta(days=1),
        "laatste": laatste,
        "advies": verzendadvies(laatste.datum, regels),
        "vertrek": vertrek,
        "later": later,
        "laatste_daarna": laatste_dag(later, regels),
    }
    documents = (
        brieven.schrijf(
            SJABLOON,
            f"{FOLDER}/{jaar}/{partner.sleutel}",
            f"Verlengingsbericht {jaar} {partner.naam}",
            {**waarden, "partner": partner},
        )
        for partner in verlenging.partners
    )
    files = {b.pad: b.data for b in export_documents(documents, huisstijl, formaten)}
    leg_vast(root, verlenging.voorstel, uit, files)
    return tuple(files)
