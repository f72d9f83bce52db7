"""`convenant stand`, `convenant partners` and `convenant overleggen`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.opties import Formaten, find_root, op_option, today
from convenantwerk.cli.weergave import as_csv, show_diagnostics, show_table, to_json
from convenantwerk.papier.formaten.tabel import FORMATEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from typing import Any

    from convenantwerk.opdrachten.stand import Opname


def _lijst_opties(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what every list has: its date, its forms and its papers."""
    for option in (
        click.option(
            "--uit",
            type=click.Path(file_okay=False, path_type=Path),
            help="De map voor de documenten; anders build/ in het dossier.",
        ),
        click.option(
            "--formaat",
            "formaten",
            type=Formaten(tuple(FORMATEN)),
            help=f"Maak er documenten van: {', '.join(FORMATEN)}, met komma's ertussen.",
        ),
        click.option("--csv", "csv_", is_flag=True, help="Schrijf de lijst als CSV."),
        click.option("--json", "json_", is_flag=True, help="Schrijf alles als JSON."),
        op_option,
    ):
        command = option(command)
    return command


@click.command(options_metavar="[OPTIES]")
@_lijst_opties
@click.pass_obj
def stand(dossier: Path | None, /, **opties: Any) -> None:  # noqa: ANN401
    """Toon hoe het ervoor staat: wie deelneemt, wie tekende en welke termijn loopt."""
    _toon("stand", dossier, opties)


@click.command(options_metavar="[OPTIES]")
@click.option("--openbaar", is_flag=True, help="Alleen wat openbaar kan zijn.")
@_lijst_opties
@click.pass_obj
def partners(dossier: Path | None, /, **opties: Any) -> None:  # noqa: ANN401
    """Toon het partnerregister; --openbaar geeft het uittreksel voor publicatie."""
    _toon("partners", dossier, opties)


@click.command(options_metavar="[OPTIES]")
@_lijst_opties
@click.pass_obj
def overleggen(dossier: Path | None, /, **opties: Any) -> None:  # noqa: ANN401
    """Toon welke partner in welk overleg zit, en wat daarvoor nog ontbreekt."""
    _toon("overleggen", dossier, opties)


def _toon(naam: str, dossier: Path | None, opties: dict[str, Any]) -> None:
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.stand import lees_stand, lijsten, schrijf_lijsten  # noqa: PLC0415

    root = find_root(dossier)
    op: date = opties["op"] or today()
    opname = lees_stand(root, op)
    if isinstance(opname, tuple):
        show_diagnostics(opname, err=True)
        sys.exit(1)
    alle = lijsten(opname)[naam]
    lijst = alle[-1] if opties.get("openbaar") else alle[0]
    if opties["formaten"]:
        folder = opties["uit"] or root / "build"
        welke = (lijst,) if opties.get("openbaar") else alle
        for path in schrijf_lijsten(root, folder, opname, welke, opties["formaten"]):
            click.echo(f"  {shown(folder / path)}")
    elif opties["json_"]:
        click.echo(to_json(_as_json(naam, opname, openbaar=opties.get("openbaar", False))))
    elif opties["csv_"]:
        click.echo(as_csv(lijst.kop, lijst.rijen), nl=False)
    else:
        if naam == "stand":
            _toon_hoofd(opname)
        show_table(lijst.titel, lijst.toelichting, lijst.kop, lijst.rijen)
    show_diagnostics(opname.diagnostics, err=True)
    sys.exit(1 if has_fout(opname.diagnostics) else 0)


def _toon_hoofd(opname: Opname) -> None:
    """Print what goes before the tekenlijst: partners in and out, notices under way."""
    from convenantwerk.stukken.lijsten import status  # noqa: PLC0415

    nu = opname.stand
    deelnemers = [d for d in nu.deelnames if d.status == "deelnemer"]
    melders = [d for d in deelnemers if d.mag_melden]
    versie = f"laatst vastgestelde versie: {nu.versie}" if nu.versie else "nog niets vastgesteld"
    verlengd = f"; verlenging vastgelegd voor {nu.verlengd_voor}" if nu.verlengd_voor else ""
    click.echo(f"{len(deelnemers)} deelnemers, van wie {len(melders)} een melding mogen doen.")
    click.echo(f"{versie.capitalize()}{verlengd}.")
    click.echo(f"Vergaderingen van de Stuurgroep in {nu.op.year}: {len(nu.vergaderingen)}.")
    for d in nu.deelnames:
        if d.status != "deelnemer" or d.opzegging:
            click.echo(f"  {d.partner.naam}: {status(d)}")
    click.echo()


def _as_json(naam: str, opname: Opname, *, openbaar: bool) -> object:
    from convenantwerk.stukken.lijsten import partnerregister  # noqa: PLC0415

    nu = opname.stand
    if openbaar:
        lijst = partnerregister(nu, openbaar=True)
        return {
            "op": nu.op,
            "partners": [dict(zip(lijst.kop, rij, strict=True)) for rij in lijst.rijen],
        }
    plaatsen = {p.deelname.partner.sleutel: dict(p.plaatsen) for p in opname.plaatsen}
    if naam == "overleggen":
        return {"op": nu.op, "overleggen": opname.overleggen, "plaatsen": plaatsen}
    deelnames = [
        {
            "partner": d.partner,
            "status": d.status,
            "sinds": d.sinds,
            "grond": d.grond,
            "tot": d.tot,
            "opzegging": d.opzegging,
            "einde": d.einde,
            "handtekeningen": d.handtekeningen,
            "mag_melden": d.mag_melden,
            "overleggen": plaatsen.get(d.partner.sleutel, {}),
        }
        for d in nu.deelnames
    ]
    if naam == "partners":
        return {"op": nu.op, "partners": deelnames}
    return {
        "op": nu.op,
        "versie": nu.versie or None,
        "termijn": nu.termijn,
        "verlengd_voor": nu.verlengd_voor,
        "vergaderingen": nu.vergaderingen,
        "mandaten": nu.mandaten,
        "deelnames": deelnames,
    }
