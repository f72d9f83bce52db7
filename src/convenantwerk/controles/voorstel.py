"""Recording in the registers: look first what would be wrong, then write all or nothing."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import Stage, shown
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.bijschrijven import schrijf_bij, vingerafdruk
from convenantwerk.dossier.lezen import REGISTERS, lees_registers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
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
    """Return what recording these rows would do; nothing is written."""
    old = gelezen.registers
    registers = bijgewerkt(old, nieuw)
    known = set(bevindingen(Onderzoek(op=op, registers=old), "registers"))
    onderzoek = Onderzoek(op=op, registers=registers, nieuw=nieuw.gebeurtenissen)
    found = bevindingen(onderzoek, "registers", "bijschrijving")
    bezwaren = tuple(sorted(f for f in found if f not in known))
    return Voorstel(gelezen, nieuw, registers, bezwaren)


def bijgewerkt(registers: Registers, nieuw: Bijschrijving) -> Registers:
    """Return registers with rows added as `schrijf_bij` puts them in."""
    return replace(
        registers,
        partners=(*registers.partners, *nieuw.partners),
        ondertekenaars=(*registers.ondertekenaars, *nieuw.ondertekenaars),
        besluiten=(*registers.besluiten, *nieuw.besluiten),
        gebeurtenissen=_op_hun_dag(registers.gebeurtenissen, nieuw.gebeurtenissen),
    )


def _op_hun_dag(
    known: Sequence[Gebeurtenis], nieuw: Sequence[Gebeurtenis]
) -> tuple[Gebeurtenis, ...]:
    """Return gebeurtenissen with new ones, each before the first known one of a later day."""
    before: defaultdict[int, list[Gebeurtenis]] = defaultdict(list)
    for gebeurtenis in sorted(nieuw, key=lambda g: g.datum):
        place = next((i for i, g in enumerate(known) if g.datum > gebeurtenis.datum), len(known))
        before[place].append(gebeurtenis)
    kept = ((*before[place], gebeurtenis) for place, gebeurtenis in enumerate(known))
    return (*(g for group in kept for g in group), *before[len(known)])


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
        pad = shown(root / REGISTERS / "partners.yaml")
        raise ConvenantwerkError("CV912", pad=pad, partner=asked, tip=tip)
    return found


def bekende_partner(registers: Registers, asked: str) -> Partner | None:
    """Return the partner with this sleutel or name, None when there is none."""
    named: dict[str, Partner] = {}
    for partner in registers.partners:
        for naam in (partner.sleutel, partner.naam, partner.kort, *partner.ook_bekend_als):
            named.setdefault(naam.casefold(), partner)
    return named.get(asked.casefold()) if asked else None
