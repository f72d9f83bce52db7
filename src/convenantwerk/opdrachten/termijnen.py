"""`convenant termijnen`: what falls due, with its reasons, and the calendars of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.errors import eis_toegang
from convenantwerk.basis.stage import write_all
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.tijd.termijnen.tabel import soort_van, standaard_tot, termijnen

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.uiterste_data import UitersteDatum

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
        OnleesbaarError: convenant.yaml cannot be read.
    """
    registers, found = geopend.registerlezing
    return agenda(registers, geopend.op, tot, found)


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


def kalenders(agenda: Agenda) -> dict[str, bytes]:
    """Return the calendar files: one for the office, and one for each partner."""
    from convenantwerk.tijd.ics import to_ics  # noqa: PLC0415  only for those who ask

    registers = agenda.registers
    verband = registers.instellingen.samenwerkingsverband

    def made(naam: str, data: tuple[UitersteDatum, ...]) -> bytes:
        return to_ics(
            *(naam, data, agenda.op),
            dossier=verband,
            herinneringen=registers.instellingen.regels.herinneringen,
        )

    files = {KANTOOR: made(f"{verband}: uiterste data", agenda.data)}
    for partner in registers.partners:
        own = tuple(d for d in agenda.data if soort_van(d).is_voor(d, partner.sleutel))
        naam = f"{verband}: uiterste data voor {partner.naam}"
        files[partnerkalender(partner)] = made(naam, own)
    return files


def partnerkalender(partner: Partner) -> str:
    """Return the path of the calendar of a partner among those of `kalenders`."""
    return f"partners/{partner.sleutel}.ics"


def schrijf_kalenders(agenda: Agenda, uit: Path) -> tuple[Path, ...]:
    """Write the calendars into a folder, or that of the office as the file that `uit` names.

    Raises:
        OnleesbaarError: a register is closed to us.
        ConvenantwerkError: CV901, it cannot be written.
    """
    eis_toegang(agenda.diagnostics)
    files = kalenders(agenda)
    folder = uit
    if uit.suffix == ".ics":
        folder, files = uit.parent, {uit.name: files[KANTOOR]}
    write_all(folder, files)
    return tuple(folder / name for name in files)
