"""Recording gebeurtenissen: look first what would be wrong, then write all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.errors import ConvenantwerkError
from convenantwerk.model.codes import CODES
from convenantwerk.model.datum import voluit
from convenantwerk.model.diagnostics import bedoelde
from convenantwerk.model.tekst import NERGENS
from convenantwerk.operations.gebeurtenissen import check_registers
from convenantwerk.sources.dossier import REGISTERS, load_registers
from convenantwerk.sources.files import shown, write_all
from convenantwerk.sources.gebeurtenissen import schrijf_bij, vingerafdruk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.model.diagnostics import Diagnostic
    from convenantwerk.model.dossier import Registers
    from convenantwerk.model.gebeurtenissen import Gebeurtenis
    from convenantwerk.model.registers import Partner


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
        nieuw: the gebeurtenissen to add.
        registers: how the registers would be.
        bezwaren: the findings that would be new; a fout among them stops the recording.
    """

    gelezen: Gelezen
    nieuw: tuple[Gebeurtenis, ...]
    registers: Registers
    bezwaren: tuple[Diagnostic, ...]


def lees_registers(root: Path) -> Gelezen | tuple[Diagnostic, ...]:
    """Read the registers to add to them; only the findings when a file cannot be read."""
    before = vingerafdruk(root)
    registers, found = load_registers(root)
    fouten = tuple(sorted({f for f in found if f.ernst == "fout"}))
    return fouten if fouten or registers is None else Gelezen(registers, before)


def stel_voor(gelezen: Gelezen, nieuw: Sequence[Gebeurtenis], op: date) -> Voorstel:
    """Return what recording these gebeurtenissen would do; nothing is written.

    Only a vergadering can be recorded before its day.
    """
    old = gelezen.registers
    later = list(old.gebeurtenissen)
    for gebeurtenis in nieuw:  # as `schrijf_bij` puts them in
        places = [i for i, g in enumerate(later) if g.datum > gebeurtenis.datum]
        later.insert(places[0] if places else len(later), gebeurtenis)
    registers = replace(old, gebeurtenissen=tuple(later))
    known = set(check_registers(old, op))
    bezwaren = [f for f in check_registers(registers, op) if f not in known]
    for g in nieuw:
        if g.datum > op and g.soort != "vergadering":
            reden = f"die dag moet nog komen (het is {voluit(op)})"
            velden = {"soort": g.soort, "datum": voluit(g.datum), "reden": reden}
            tip = "leg het vast als het is gebeurd, of verbeter de datum"
            bezwaren.append(CODES["CV205"].at(NERGENS, **velden, tip=tip))
    return Voorstel(gelezen, tuple(nieuw), registers, tuple(sorted(bezwaren)))


def leg_vast(root: Path, voorstel: Voorstel, uit: Path, papieren: Mapping[str, bytes]) -> None:
    """Write what was proposed, and the papers that go with it into the folder `uit`.

    Raises:
        ConvenantwerkError: CV910, CV911, CV913 or CV901; then nothing was recorded.
    """
    schrijf_bij(
        *(root, voorstel.nieuw, voorstel.gelezen.vingerafdruk),
        eerst=lambda: write_all(uit, papieren),
    )


def zoek_partner(root: Path, registers: Registers, asked: str) -> Partner:
    """Return the partner with this sleutel or name.

    Raises:
        ConvenantwerkError: CV912, there is none.
    """
    named: dict[str, Partner] = {}
    for partner in registers.partners:
        for naam in (partner.sleutel, partner.naam, partner.kort, *partner.ook_bekend_als):
            named.setdefault(naam.casefold(), partner)
    found = named.get(asked.casefold()) if asked else None
    if found is None:
        known = [p.sleutel for p in registers.partners]
        tip = bedoelde(asked, known) or "'convenant partners' toont wie er zijn"
        pad = shown(root / REGISTERS / "partners.yaml")
        raise ConvenantwerkError("CV912", pad=pad, partner=asked, tip=tip)
    return found
