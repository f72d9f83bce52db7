"""Recording in the registers: look first what would be wrong, then write all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS, bedoelde
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import Stage, shown
from convenantwerk.controles.registers import check_registers
from convenantwerk.dossier.bijschrijven import bijgewerkt, schrijf_bij, vingerafdruk
from convenantwerk.dossier.gebeurtenissen.stuurgroep import Vergadering
from convenantwerk.dossier.lezen import lees_registers
from convenantwerk.dossier.registertabel import PARTNERS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Bijschrijving, Partner


@dataclass(frozen=True, slots=True)
class Gelezen:
    """Registers as they were read, and by what to know that they still are so."""

    registers: Registers
    vingerafdruk: str


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What would be recorded.

    Args:
        gelezen: the registers it rests on.
        nieuw: the rows to add.
        registers: how the registers would be.
        bezwaren: the findings that would be new; a fout among them stops the recording.
    """

    gelezen: Gelezen
    nieuw: Bijschrijving
    registers: Registers
    bezwaren: tuple[Diagnostic, ...]


def open_registers(root: Path) -> Gelezen | tuple[Diagnostic, ...]:
    """Read the registers to add to them; only the findings when a file cannot be read."""
    before = vingerafdruk(root)
    registers, found = lees_registers(root)
    fouten = tuple(sorted({f for f in found if f.ernst == "fout"}))
    return fouten if fouten or registers is None else Gelezen(registers, before)


def stel_voor(gelezen: Gelezen, nieuw: Bijschrijving, op: date) -> Voorstel:
    """Return what recording these rows would do; nothing is written.

    Only a vergadering can be recorded before its day.
    """
    old = gelezen.registers
    registers = bijgewerkt(old, nieuw)
    known = set(check_registers(old, op))
    bezwaren = [f for f in check_registers(registers, op) if f not in known]
    for g in nieuw.gebeurtenissen:
        if g.datum > op and not isinstance(g, Vergadering):
            reden = f"die dag moet nog komen (het is {voluit(op)})"
            velden = {"soort": g.soort, "datum": voluit(g.datum), "reden": reden}
            tip = "leg het vast als het is gebeurd, of verbeter de datum"
            bezwaren.append(CODES["CV205"].at(NERGENS, **velden, tip=tip))
    return Voorstel(gelezen, nieuw, registers, tuple(sorted(bezwaren)))


def leg_vast(
    root: Path,
    voorstel: Voorstel,
    uit: Path,
    papieren: Mapping[str, bytes],
    bewaren: Mapping[str, bytes] | None = None,
) -> None:
    """Write what was proposed, and the files that go with it.

    Args:
        root: the folder of the dossier.
        voorstel: the rows for the registers.
        uit: the folder for papers.
        papieren: papers, by their path below that folder.
        bewaren: files of the dossier itself, by their path below its folder.

    Raises:
        ConvenantwerkError: CV910, CV911, CV913 or CV901; then nothing was recorded.
    """
    with Stage(uit) as out, Stage(root) as kept:
        for stage, files in ((out, papieren), (kept, bewaren or {})):
            for pad, data in files.items():
                stage.add(pad, data)
        leg_klaargezet_vast(root, voorstel, (out, kept))


def leg_klaargezet_vast(root: Path, voorstel: Voorstel, stages: Sequence[Stage]) -> None:
    """Write what was proposed, and files that are ready on the disk; errors as `leg_vast`."""
    schrijf_bij(root, voorstel.nieuw, voorstel.gelezen.vingerafdruk, stages)


def zoek_partner(root: Path, registers: Registers, asked: str) -> Partner:
    """Return the partner with this sleutel or name.

    Raises:
        ConvenantwerkError: CV912, there is none.
    """
    found = bekende_partner(registers, asked)
    if found is None:
        known = [p.sleutel for p in registers.partners]
        tip = bedoelde(asked, known) or "'convenant partners' toont wie er zijn"
        pad = shown(root / PARTNERS.pad)
        raise ConvenantwerkError("CV912", pad=pad, partner=asked, tip=tip)
    return found


def bekende_partner(registers: Registers, asked: str) -> Partner | None:
    """Return the partner with this sleutel or name, None when there is none."""
    named: dict[str, Partner] = {}
    for partner in registers.partners:
        for naam in (partner.sleutel, partner.naam, partner.kort, *partner.ook_bekend_als):
            named.setdefault(naam.casefold(), partner)
    return named.get(asked.casefold()) if asked else None
