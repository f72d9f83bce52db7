"""What every command begins with: read the dossier, take the text on a date, check it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.controles.invullen import vul_in
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.dossier.lezen import lees_dossier
from convenantwerk.tijd.stand import tekenen_deel_1

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Dossier, Editie
    from convenantwerk.tekst.boom import Convenant


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A dossier on a date: its text with invulvelden filled in, and all findings, sorted.

    Its ondertekenaars are those for whom the text has room on that date.
    """

    dossier: Dossier
    convenant: Convenant
    diagnostics: tuple[Diagnostic, ...]


def lees(root: Path, op: date, editie: Editie = "met-addenda") -> Gelezen | tuple[Diagnostic, ...]:
    """Read and check a dossier.

    Returns:
        The dossier on that date; only the findings when convenant.yaml itself cannot be read.
    """
    dossier, found = lees_dossier(root)
    if dossier is None:
        return tuple(sorted(set(found)))
    consolidatie = tekst_op(dossier, op, editie)
    convenant = vul_in(consolidatie.convenant, dossier.instellingen.invulvelden)
    onderzoek = Onderzoek(
        op=op,
        registers=dossier.registers,
        convenant=convenant,
        ongevuld=tekst_op(dossier, date.max, editie).convenant,
        addenda=dossier.addenda,
    )
    diagnostics = {
        *found,
        *consolidatie.diagnostics,
        *bevindingen(onderzoek, "tekst", "addenda", "overleggen", "registers"),
    }
    tekenaars = tekenen_deel_1(dossier.registers, op)
    return Gelezen(
        replace(dossier, ondertekenaars=tekenaars), convenant, tuple(sorted(diagnostics))
    )
