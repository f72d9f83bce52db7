"""`convenant verlenging`: the yearly message to each partner, and its recording."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.periode import Periode
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.stukken.brieven.maken import maak_brief
from convenantwerk.stukken.brieven.verlengingsbericht import Verlengingsbericht
from convenantwerk.tijd.looptijd import termijn_op, volgend_begin
from convenantwerk.tijd.opzegtermijn import laatste_dag, vertrekdagen, verzendadvies
from convenantwerk.tijd.stand import stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.papier.document import Document

    Voortgang = Callable[[Partner], None]


def _stil(partner: Partner) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Verlengingsvoorstel:
    """A renewal as it would be recorded: nothing is written yet.

    Args:
        voorstel: what would be recorded.
        begin: the first day of the renewed term.
        slot: the last day of it.
        laatste: the last safe day to give notice for that day, None when no rule tells.
        partners: who goes on, and gets the message.
        vertrekken: who is out by then, because a notice works.
        bezwaren: what keeps it from being recorded, or needs a look.
        eerder: the row that records it already; then nothing is recorded any more.
    """

    voorstel: Voorstel
    begin: date
    slot: date
    laatste: date | None
    partners: tuple[Partner, ...]
    vertrekken: tuple[Partner, ...]
    bezwaren: tuple[Diagnostic, ...]
    eerder: Verlenging | None = None


def bereid_verlenging(geopend: Geopend, jaar: int) -> Verlengingsvoorstel:
    """Return the renewal for the term that begins in a year.

    Raises:
        OnleesbaarError: the registers cannot be read.
        ConvenantwerkError: CV931, the convenant is not renewed by itself, or not in that year.
    """
    registers, op = geopend.registers, geopend.op
    regels = registers.instellingen.regels
    begin, slot = _termijn(geopend, jaar)
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
        slot,
        laatste.datum if (laatste := laatste_dag(begin, regels)) else None,
        tuple(d.partner for d in nu if d.partner not in weg),
        weg,
        tuple(bezwaren),
        next((g for g in van_soort(registers.gebeurtenissen, Verlenging) if g.jaar == jaar), None),
    )


def _termijn(geopend: Geopend, jaar: int) -> tuple[date, date]:
    """Return the first and the last day of the term that begins in a year."""
    looptijd = geopend.registers.instellingen.regels.looptijd
    begin = volgend_begin(date(jaar - 1, 12, 31), looptijd)
    termijn = termijn_op(begin, looptijd) if begin and begin.year == jaar else None
    if termijn is not None:
        return termijn
    if looptijd is None or not looptijd.zin:
        reden = "hoe lang het convenant geldt, staat niet in convenant.yaml (regels.looptijd)"
    elif looptijd.soort != "stilzwijgend verlengd":
        reden = looptijd.zin.replace("Het", "het", 1)
    else:
        reden = f"in {jaar} begint geen nieuwe termijn"
    raise ConvenantwerkError("CV931", jaar=str(jaar), reden=reden)


def zinnen_over(gevonden: Verlengingsvoorstel) -> tuple[str | tuple[str, ...], ...]:
    """Return who goes on and who does not, in sentences."""
    weg = tuple(
        f"{partner.naam} heeft opgezegd en krijgt geen bericht." for partner in gevonden.vertrekken
    )
    dag = gevonden.laatste
    return (
        f"Verlenging per {voluit(gevonden.begin)}: {len(gevonden.partners)} partners gaan door.",
        *([weg] if weg else []),
        *([f"Laatste veilige dag om daarvoor op te zeggen: {weekdag(dag)}."] if dag else []),
    )


def eerstvolgend_jaar(geopend: Geopend) -> int | None:
    """Return the year in which the next term begins, None when the rules tell none.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    regel = geopend.registers.instellingen.regels.looptijd
    begin = volgend_begin(geopend.op, regel)
    return begin.year if begin else None


def leg_verlenging_vast(
    geopend: Geopend,
    uit: Path,
    verlenging: Verlengingsvoorstel,
    formaten: tuple[str, ...],
    voortgang: Voortgang = _stil,
) -> tuple[str, ...]:
    """Record the renewal and write the messages; return their paths below `uit`.

    Args:
        geopend: the dossier.
        uit: the folder for papers.
        verlenging: what is recorded.
        formaten: of the messages.
        voortgang: is called with each partner whose turn it is; what it raises ends the making,
            and nothing was recorded.

    Raises:
        ConvenantwerkError: as `leg_opzegging_vast`.
    """
    registers = verlenging.voorstel.registers
    sjablonen, instellingen = geopend.briefsjablonen, registers.instellingen

    def documents() -> Iterator[Document]:
        for brief in berichten(verlenging, instellingen.regels):
            voortgang(brief.partner)
            yield maak_brief(brief, sjablonen, instellingen, geopend.op)

    files = {b.pad: b.data for b in geopend.maak(documents(), formaten)}
    geopend.leg_vast(verlenging.voorstel, uit=uit, papieren=files)
    return tuple(files)


def herhaal_berichten(
    geopend: Geopend,
    uit: Path,
    eerder: Verlenging,
    formaten: tuple[str, ...],
    voortgang: Voortgang = _stil,
) -> tuple[str, ...]:
    """Make the messages of a renewal that is recorded again; return their paths below `uit`.

    Arguments are as of `leg_verlenging_vast`.

    Raises:
        ConvenantwerkError: as `brief.maak_opnieuw`.
    """
    from convenantwerk.opdrachten import brief  # noqa: PLC0415  all other letters come with it

    gekozen = brief.kies(geopend, brief.Briefopdracht("verlenging", datum=eerder.datum))
    herhaling = brief.Herhaling(voortgang=lambda een: voortgang(een.partner))
    return brief.maak_opnieuw(geopend, uit, gekozen, formaten, herhaling)


def berichten(verlenging: Verlengingsvoorstel, regels: Regels) -> Iterator[Verlengingsbericht]:
    """Yield the message to each partner that goes on."""
    begin = verlenging.begin
    laatste = laatste_dag(begin, regels)
    later = next(iter(vertrekdagen(begin, Periode(jaren=3).na(begin), regels)), None)
    for partner in verlenging.partners:
        yield Verlengingsbericht(
            partner=partner,
            begin=begin,
            slot=verlenging.slot,
            laatste=laatste,
            advies=verzendadvies(laatste.datum, regels) if laatste else None,
            later=later,
            laatste_daarna=laatste_dag(later, regels) if later else None,
        )
