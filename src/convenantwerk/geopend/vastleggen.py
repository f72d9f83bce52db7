"""Recording in the registers: look first what would be wrong, then write all or nothing."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.stage import Stage
from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.bijschrijven import bijgewerkt, schrijf_bij
from convenantwerk.dossier.registertabel import SLEUTELREGISTERS, check_sleutels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Bijschrijving


@waarde
class Voorstel:
    """What would be recorded.

    Args:
        nieuw: the rows to add.
        registers: how the registers would be.
        bezwaren: the findings that would be new; a fout among them stops the recording.
    """

    nieuw: Bijschrijving
    registers: Registers
    bezwaren: tuple[Diagnostic, ...]


def stel_voor(old: Registers, nieuw: Bijschrijving, op: date) -> Voorstel:
    """Return what adding rows to registers would do.

    Only a vergadering can be recorded before its day.
    """
    registers = bijgewerkt(old, nieuw)
    onderzoek = Onderzoek(op=op, registers=registers, nieuw=nieuw.gebeurtenissen)
    known = set(bevindingen(replace(onderzoek, registers=old), "registers"))
    bezwaren = [
        *(f for f in bevindingen(onderzoek, "registers") if f not in known),
        *bevindingen(onderzoek, "bijschrijving"),
        # What could not be read back would close the dossier to every command.
        *(f for r in SLEUTELREGISTERS for f in check_sleutels(r, r.rijen(nieuw))),
    ]
    return Voorstel(nieuw, registers, tuple(sorted(bezwaren)))


def schrijf_vast(
    root: Path,
    nieuw: Bijschrijving,
    gelezen: str,
    losse: Iterable[tuple[Path, Mapping[str, bytes]]],
    klaargezet: Sequence[Stage],
) -> None:
    """Write rows into the registers and the files that go with them: all of it or nothing.

    Args:
        root: the folder of the dossier.
        nieuw: the rows.
        gelezen: the fingerprint of the registers on which the checks rest.
        losse: folders, and for each the files that come below it.
        klaargezet: files that are ready on the disk already.

    Raises:
        ConvenantwerkError: CV910, CV911, CV913 or CV901; then nothing was recorded.
    """
    with ExitStack() as opened:
        stages = list(klaargezet)
        for folder, files in losse:
            stage = opened.enter_context(Stage(folder))
            stages.append(stage)
            for pad, data in files.items():
                stage.add(pad, data)
        schrijf_bij(root, nieuw, gelezen, stages)
