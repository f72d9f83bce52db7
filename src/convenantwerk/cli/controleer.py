"""`convenant controleer`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.opties import editie_option, find_root, op_option, today
from convenantwerk.cli.weergave import as_json, show_diagnostics, telling
from convenantwerk.opdrachten.controleer import controleer as controleer_dossier

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie


@click.command()
@op_option
@editie_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de bevindingen als JSON.")
@click.pass_obj
def controleer(
    dossier: Path | None,
    op: date | None,
    editie: Editie,
    json_: bool,  # noqa: FBT001  # click passes flags by name
) -> None:
    """Zoek wat er niet klopt en wat ondertekening nog in de weg staat."""
    uitslag = controleer_dossier(find_root(dossier), op or today(), editie)
    if json_:
        click.echo(as_json(uitslag))
    else:
        show_diagnostics(uitslag.diagnostics)
        click.echo(f"{telling(uitslag.diagnostics).capitalize()}.")
    sys.exit(1 if has_fout(uitslag.diagnostics) else 0)
