"""`convenant stand`, `partners` and `overleggen`: how things stand on a day, and its papers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.diagnostics import ontoegankelijk_in
from convenantwerk.basis.errors import eis_toegang
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
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.tijd.stand import Overleg, Overlegplaatsen, Stand


@dataclass(frozen=True, slots=True)
class Opname:
    """How things stand in a dossier on a day, and what is wrong in its registers.

    `overleggen` and `plaatsen` are there only for who asked `lees_overleggen`.
    """

    registers: Registers
    stand: Stand
    diagnostics: tuple[Diagnostic, ...]
    overleggen: tuple[Overleg, ...] = ()
    plaatsen: tuple[Overlegplaatsen, ...] = ()


def lees_stand(geopend: Geopend) -> Opname:
    """Return how things stand on the day of a dossier, by its registers; its text is not read.

    Raises:
        OnleesbaarError: convenant.yaml or a register cannot be read: a list would lie.
    """
    registers, op = geopend.registers, geopend.op
    found = bevindingen(Onderzoek(op=op, registers=registers), "registers")
    diagnostics = {*geopend.registerlezing[1], *found}
    return Opname(registers, stand(registers, op), tuple(sorted(diagnostics)))


def overleggen_van(geopend: Geopend) -> tuple[Overleg, ...]:
    """Return the overleggen of the text on the day of a dossier.

    Raises:
        OnleesbaarError: convenant.yaml cannot be read.
    """
    return overleggen_in(tekst_op(geopend.dossier, geopend.op).convenant)


def lees_overleggen(geopend: Geopend) -> Opname:
    """Return that, and who is in which overleg: of overleggen the text tells.

    Raises:
        OnleesbaarError: as `lees_stand`.
    """
    opname = lees_stand(geopend)
    convenant = tekst_op(geopend.dossier, geopend.op).convenant
    overleggen = overleggen_in(convenant)
    # What is wrong in the text does not change the stand; 'controleer' tells that.
    found = geopend.leesbevindingen
    eigen = {f for f in found if f.position.path.endswith(".yaml")} | {*ontoegankelijk_in(found)}
    onderzoek = Onderzoek(op=geopend.op, registers=opname.registers, convenant=convenant)
    diagnostics = {*opname.diagnostics, *eigen, *bevindingen(onderzoek, "overleggen")}
    return replace(
        opname,
        diagnostics=tuple(sorted(diagnostics)),
        overleggen=overleggen,
        plaatsen=plaats_in(opname.stand.deelnames, overleggen),
    )


# The lists that each command shows and prints; the first is the one for the terminal.
LIJSTEN: Mapping[str, Callable[[Opname], tuple[Lijst, ...]]] = {
    "partners": lambda o: (partnerregister(o.stand), partnerregister(o.stand, openbaar=True)),
    "stand": lambda o: (tekenlijst(o.stand),),
    "overleggen": lambda o: (overlegmatrix(o.stand, o.overleggen, o.plaatsen),),
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
