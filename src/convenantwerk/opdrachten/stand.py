"""`convenant stand`, `partners` and `overleggen`: how things stand on a day, and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.diagnostics import ontoegankelijk_in
from convenantwerk.basis.errors import OnleesbaarError, eis_toegang
from convenantwerk.basis.stage import write_all
from convenantwerk.controles.onderzoek import Onderzoek
from convenantwerk.controles.tabel import bevindingen
from convenantwerk.stukken.lijsten import (
    Lijst,
    overlegmatrix,
    partnerregister,
    tekenlijst,
)
from convenantwerk.tijd.stand import overleggen_in, stand
from convenantwerk.tijd.stand import overlegmatrix as plaats_in

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.stand import Overleg, Overlegplaatsen, Stand


@dataclass(frozen=True, slots=True)
class Opname:
    """How things stand in a dossier on a day, and what is wrong in its registers."""

    registers: Registers
    stand: Stand
    overleggen: tuple[Overleg, ...]
    plaatsen: tuple[Overlegplaatsen, ...]
    diagnostics: tuple[Diagnostic, ...]


def lees_stand(geopend: Geopend) -> Opname:
    """Return how things stand on the day of a dossier.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read: a list would lie.
    """
    dossier, op = geopend.dossier, geopend.op
    if geopend.registerfouten:
        raise OnleesbaarError(geopend.registerfouten)
    convenant = tekst_op(dossier, op).convenant
    overleggen = overleggen_in(convenant)
    nu = stand(dossier, op)
    # What is wrong in the text does not change the stand; 'controleer' tells that.
    found = geopend.leesbevindingen
    eigen = {f for f in found if f.position.path.endswith(".yaml")} | {*ontoegankelijk_in(found)}
    onderzoek = Onderzoek(op=op, registers=dossier, convenant=convenant)
    diagnostics = {*eigen, *bevindingen(onderzoek, "registers", "overleggen")}
    return Opname(
        dossier,
        nu,
        overleggen,
        plaats_in(nu.deelnames, overleggen),
        tuple(sorted(diagnostics)),
    )


def lijsten(opname: Opname) -> dict[str, tuple[Lijst, ...]]:
    """Return the lists by the command that shows them; the first is the one for the terminal."""
    nu = opname.stand
    return {
        "partners": (partnerregister(nu), partnerregister(nu, openbaar=True)),
        "stand": (tekenlijst(nu),),
        "overleggen": (overlegmatrix(nu, opname.overleggen, opname.plaatsen),),
    }


def schrijf_lijsten(
    geopend: Geopend, uit: Path, opname: Opname, welke: Iterable[Lijst], formaten: tuple[str, ...]
) -> tuple[str, ...]:
    """Write lists as papers; return their paths below `uit`.

    Raises:
        OnleesbaarError: a file or folder of the dossier is closed to us.
        ConvenantwerkError: a template is no good, or the folder cannot be written.
    """
    eis_toegang(opname.diagnostics)
    from convenantwerk.stukken.lijststuk import maak_lijst  # noqa: PLC0415  most are not printed

    documents = [maak_lijst(lijst, opname.registers, opname.stand.op) for lijst in welke]
    made = {b.pad: b.data for b in geopend.maak(documents, formaten)}
    write_all(uit, made)
    return tuple(made)
