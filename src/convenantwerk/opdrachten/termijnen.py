"""`convenant termijnen`: what falls due, with its reasons, and the calendars of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.errors import eis_toegang
from convenantwerk.basis.stage import write_all
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.agendaboek import AGENDABOEK, schrijf_agendaboek
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.geopend.vastleggen import Voorstel
from convenantwerk.tekst.adressen import slug
from convenantwerk.tijd.termijnen.tabel import soort_van, standaard_tot, termijnen
from convenantwerk.tijd.uitgeven import Venster, geef_uit, volgt_tot

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.uiterste_data import UitersteDatum

KALENDER = "kalender"  # the folder of calendars, among the papers
KANTOOR = "kalender.ics"


@dataclass(frozen=True, slots=True)
class Agenda:
    """What falls due in a dossier from `op` through `tot`; and what is wrong in its registers."""

    registers: Registers
    op: date
    tot: date
    data: tuple[UitersteDatum, ...]
    diagnostics: tuple[Diagnostic, ...]


def lees_termijnen(geopend: Geopend, tot: date | None = None) -> Agenda:
    """Return what falls due.

    Args:
        geopend: the dossier; its day is that from which one looks.
        tot: the last day; without it the first of January after next year.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read.
    """
    return agenda(geopend.registers, geopend.op, tot, geopend.registerlezing[1])


def agenda(
    registers: Registers,
    op: date,
    tot: date | None = None,
    found: tuple[Diagnostic, ...] = (),
) -> Agenda:
    """Return what falls due by registers that were read already."""
    until = tot or standaard_tot(op)
    eigen = bevindingen(Onderzoek(op=op, registers=registers), "registers")
    diagnostics = tuple(sorted({*found, *eigen}))
    return Agenda(registers, op, until, termijnen(registers, op, until), diagnostics)


@dataclass(frozen=True, slots=True)
class Kalenders:
    """Calendars that are given out.

    Args:
        bestanden: by path: one for the office, and one for each partner.
        bewaren: what the dossier keeps of that, by path; nothing when it is as it was.
    """

    bestanden: Mapping[str, bytes]
    bewaren: Mapping[str, bytes]


def kalenders(geopend: Geopend, agenda: Agenda) -> Kalenders:
    """Return the calendars of a dossier; whoever writes them writes `bewaren` with them.

    Raises:
        OnleesbaarError: what was given out before cannot be read.
    """
    from convenantwerk.tijd.ics import Opmaak, to_ics  # noqa: PLC0415  only for those who ask

    registers, boek = agenda.registers, geopend.agendaboek
    instellingen = registers.instellingen
    verband = instellingen.samenwerkingsverband
    # One verband may have a convenant and a regeling, and a partner may take in both calendars.
    boek = replace(boek, naam=boek.naam or slug(f"{verband} {instellingen.citeertitel}"))
    tot = volgt_tot(boek, agenda.tot)
    opmaak = Opmaak(
        boek.naam, verband, instellingen.afzender.email, instellingen.regels.herinneringen
    )
    data = agenda.data if tot == agenda.tot else termijnen(registers, agenda.op, tot)
    after, uitgaven = geef_uit(boek, data, Venster(agenda.op, agenda.tot), opmaak.inhoud)
    files = {KANTOOR: to_ics(f"{verband}: uiterste data", uitgaven)}
    for partner in registers.partners:
        own = (u for u in uitgaven if soort_van(u.datum).is_voor(u.datum, partner.sleutel))
        naam = f"{verband}: uiterste data voor {partner.naam}"
        files[partnerkalender(partner)] = to_ics(naam, own)
    bewaren = {} if after == boek else {AGENDABOEK.as_posix(): schrijf_agendaboek(after)}
    return Kalenders(files, bewaren)


def zinnen_over(agenda: Agenda, made: Kalenders) -> tuple[str, ...]:
    """Return what is given out, in sentences."""
    partners = len(made.bestanden) - 1
    voor = f", en een voor elk van de {partners} partners" if partners else ""
    bewaard = (
        "Het dossier onthoudt wat is uitgegeven. Zo werkt een agenda die het al had, zichzelf bij."
        if made.bewaren
        else "Sinds de vorige keer is er niets veranderd."
    )
    return (
        f"Er komt een agenda voor het bureau{voor}.",
        f"Daarin staat wat er moet van {voluit(agenda.op)} tot en met {voluit(agenda.tot)}.",
        bewaard,
    )


def partnerkalender(partner: Partner) -> str:
    """Return the path of the calendar of a partner among those of `kalenders`."""
    return f"partners/{partner.sleutel}.ics"


def schrijf_kalenders(geopend: Geopend, agenda: Agenda, uit: Path) -> tuple[Path, ...]:
    """Write the calendars into a folder, or that of the office as the file that `uit` names.

    Raises:
        OnleesbaarError: a register is closed to us.
        ConvenantwerkError: CV901, it cannot be written; CV910 and CV911, others are at work.
    """
    eis_toegang(agenda.diagnostics)
    made = kalenders(geopend, agenda)
    folder, files = uit, made.bestanden
    if uit.suffix == ".ics":
        folder, files = uit.parent, {uit.name: files[KANTOOR]}
    geef_uit_met(geopend, folder, files, made.bewaren)
    return tuple(folder / name for name in files)


def geef_uit_met(
    geopend: Geopend, folder: Path, files: Mapping[str, bytes], bewaren: Mapping[str, bytes]
) -> None:
    """Write files among which are calendars, and what the dossier keeps of those.

    Raises:
        ConvenantwerkError: CV901, it cannot be written; CV910 and CV911, others are at work.
    """
    if bewaren:
        niets = Voorstel(Bijschrijving(), geopend.registers, ())
        geopend.leg_vast(niets, uit=folder, papieren=files, bewaren=bewaren)
    else:  # who may only read the dossier can have them too
        write_all(folder, files)


def leg_vast_met_agenda(geopend: Geopend, uit: Path, voorstel: Voorstel) -> tuple[str, ...]:
    """Record it; return the calendars that follow, by their paths below `uit`, if there are any.

    Raises:
        ConvenantwerkError: CV910, CV911, CV913 or CV901; then nothing was recorded.
    """
    files, bewaren = {}, None
    if (uit / KALENDER).is_dir():
        made = kalenders(geopend, agenda(voorstel.registers, geopend.op))
        files = {f"{KALENDER}/{pad}": data for pad, data in made.bestanden.items()}
        bewaren = made.bewaren
    geopend.leg_vast(voorstel, uit=uit, papieren=files, bewaren=bewaren)
    return tuple(files)
