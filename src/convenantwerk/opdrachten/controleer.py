"""`convenant controleer`: what is wrong in a dossier, and what still keeps it from signing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.archief import bewaring
from convenantwerk.versies.gelezen import lees
from convenantwerk.versies.kiezen import lees_versies

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie


@dataclass(frozen=True, slots=True)
class Uitslag:
    """The findings of one dossier on a date, sorted by place."""

    dossier: str
    op: date
    diagnostics: tuple[Diagnostic, ...]


def controleer(root: Path, op: date, editie: Editie = "met-addenda") -> Uitslag:
    """Read and check the dossier at `root` as it is on the date `op`."""
    gelezen = lees(root, op, editie)
    if isinstance(gelezen, tuple):
        return Uitslag(root.resolve().name, op, gelezen)
    versies, found = lees_versies(root)
    onderzoek = Onderzoek(
        op=op,
        registers=gelezen.dossier.registers,
        addenda=gelezen.dossier.addenda,
        versies=tuple(versies),
        bewaring=partial(bewaring, root),
    )
    buiten_tekst = bevindingen(onderzoek, "tegen", "versienamen", "archief")
    diagnostics = {*gelezen.diagnostics, *found, *buiten_tekst}
    return Uitslag(gelezen.dossier.naam, op, tuple(sorted(diagnostics)))
