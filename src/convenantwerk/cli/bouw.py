"""`convenant bouw`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.files import shown
from convenantwerk.cli.opties import editie_option, formaten_option, op_option, uitmap_option
from convenantwerk.cli.plakbaar import zeg
from convenantwerk.cli.waarden import Papieropties, geopend, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.opdrachten.bouw import Bouwopdracht, houdt_tegen, nog_open, zin_over
from convenantwerk.opdrachten.bouw import bouw as bouw_documenten
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Editie


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bouw(Papieropties):
    editie: Editie
    definitief: bool
    documenten: tuple[str, ...]


@click.command()
@op_option
@editie_option
@click.option("--definitief", is_flag=True, help="Geen concept: alleen als er geen fout meer is.")
@formaten_option(vanzelf("bouw"))
@uitmap_option("de documenten")
@click.argument("documenten", metavar="[DOCUMENT]", nargs=-1)
@met(_Bouw)
def bouw(opties: _Bouw) -> None:
    """Maak de documenten: het convenant en de ondertekeningsbladen.

    Zonder DOCUMENT worden ze alle gemaakt. Noem er anders een of meer: 'convenant',
    'ondertekening' of één blad, bijvoorbeeld 'ondertekening/gemeente-gouda'.
    """
    dossier = geopend(opties.dag)
    folder = map_uit(dossier, opties.uit)
    opdracht = Bouwopdracht(
        definitief=opties.definitief,
        formaten=opties.formaten,
        documenten=opties.documenten,
        editie=opties.editie,
    )
    bouwsel = bouw_documenten(dossier, folder, opdracht)
    if not bouwsel.bestanden:
        show_diagnostics(houdt_tegen(bouwsel.diagnostics, definitief=True), err=True)
        click.echo(f"Niets gebouwd: {telling(bouwsel.diagnostics)}.", err=True)
        sys.exit(1)
    click.echo(f"{zin_over(opdracht, shown(folder))}:")
    for path in bouwsel.bestanden:
        click.echo(f"  {path}")
    if open_ := nog_open(bouwsel):
        zeg(f"{open_} 'convenant controleer' toont ze.")
