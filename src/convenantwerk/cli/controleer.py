"""`convenant controleer`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.bronregel import Bronregels
from convenantwerk.basis.diagnostics import has_fout, telling
from convenantwerk.cli.bevestigen import ja_option
from convenantwerk.cli.bevindingen import toon_bevindingen
from convenantwerk.cli.opties import editie_option, op_option
from convenantwerk.cli.terugweg import vraag_ja
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.cli.weergave import as_json, toon_rij
from convenantwerk.opdrachten.controleer import controleer as controleer_dossier
from convenantwerk.opdrachten.herstel_tekens import leg_herstel_vast, stel_herstel_voor

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend


@dataclass(frozen=True, slots=True, kw_only=True)
class _Controleer(Opties):
    editie: Editie
    json_: bool
    herstel_tekens: bool
    ja: bool


@click.command()
@op_option
@editie_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de bevindingen als JSON.")
@click.option(
    "--herstel-tekens",
    is_flag=True,
    help="Toon welke tekens niet zijn wat zij lijken, en maak ze na uw ja gewoon.",
)
@ja_option
@met(_Controleer)
def controleer(opties: _Controleer) -> None:
    """Zoek wat er niet klopt en wat ondertekening nog in de weg staat."""
    if opties.herstel_tekens:
        _herstel_tekens(geopend(opties.dag), ja=opties.ja)
        return
    dossier = geopend(opties.dag)
    uitslag = controleer_dossier(dossier, opties.editie)
    if opties.json_:
        click.echo(as_json(uitslag))
    else:
        toon_bevindingen(uitslag.diagnostics, Bronregels(dossier.lezer))
        click.echo(f"{telling(uitslag.diagnostics).capitalize()}.")
    sys.exit(1 if has_fout(uitslag.diagnostics) else 0)


def _herstel_tekens(dossier: Geopend, *, ja: bool) -> None:
    herstel = stel_herstel_voor(dossier)
    if not herstel.bestanden:
        click.echo("Er is niets te herstellen.")
        return
    vraag_ja((), lambda: toon_rij("Dit verandert:", herstel.regels), ja=ja)
    leg_herstel_vast(dossier, herstel)
    aantal = len(herstel.bestanden)
    click.echo(f"Hersteld in {aantal} {'bestand' if aantal == 1 else 'bestanden'}.")
