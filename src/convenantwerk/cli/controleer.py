"""`convenant controleer`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.opties import editie_option, op_option
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.cli.weergave import as_json, show_diagnostics, telling
from convenantwerk.opdrachten.controleer import controleer as controleer_dossier

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Editie


@dataclass(frozen=True, slots=True, kw_only=True)
class _Controleer(Opties):
    editie: Editie
    json_: bool


@click.command()
@op_option
@editie_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de bevindingen als JSON.")
@met(_Controleer)
def controleer(opties: _Controleer) -> None:
    """Zoek wat er niet klopt en wat ondertekening nog in de weg staat."""
    uitslag = controleer_dossier(geopend(opties.dag), opties.editie)
    if opties.json_:
        click.echo(as_json(uitslag))
    else:
        show_diagnostics(uitslag.diagnostics)
        click.echo(f"{telling(uitslag.diagnostics).capitalize()}.")
    sys.exit(1 if has_fout(uitslag.diagnostics) else 0)
