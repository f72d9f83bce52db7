"""`convenant bouw`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.files import shown
from convenantwerk.cli.opties import Formaten, editie_option, find_root, op_option, today
from convenantwerk.cli.weergave import show_diagnostics, telling
from convenantwerk.opdrachten.bouw import Bouwopdracht
from convenantwerk.opdrachten.bouw import bouw as bouw_documenten
from convenantwerk.papier.document import FORMATS

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Editie


@click.command()
@op_option
@editie_option
@click.option("--definitief", is_flag=True, help="Geen concept: alleen als er geen fout meer is.")
@click.option(
    "--formaat",
    "formaten",
    type=Formaten(),
    default=",".join(FORMATS),
    show_default=True,
    help="De formaten, met komma's ertussen.",
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map voor de documenten; anders build/ in het dossier.",
)
@click.argument("documenten", metavar="[DOCUMENT]...", nargs=-1)
@click.pass_obj
def bouw(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    op: date | None,
    editie: Editie,
    definitief: bool,  # noqa: FBT001  # click passes flags by name
    formaten: tuple[str, ...],
    uit: Path | None,
    documenten: tuple[str, ...],
) -> None:
    """Maak de documenten: het convenant en de ondertekeningsbladen.

    Zonder DOCUMENT worden ze alle gemaakt. Noem anders 'convenant', 'ondertekening' of één blad,
    bijvoorbeeld 'ondertekening/gemeente-gouda'.
    """
    root = find_root(dossier)
    folder = uit or root / "build"
    opdracht = Bouwopdracht(op or today(), definitief, formaten, documenten, editie)
    bouwsel = bouw_documenten(root, folder, opdracht)
    if not bouwsel.bestanden:
        show_diagnostics((d for d in bouwsel.diagnostics if d.ernst == "fout"), err=True)
        click.echo(f"Niets gebouwd: {telling(bouwsel.diagnostics)}.", err=True)
        sys.exit(1)
    status = "Definitief gebouwd" if definitief else "Concept gebouwd"
    click.echo(f"{status} in {shown(folder)}:")
    for path in bouwsel.bestanden:
        click.echo(f"  {path}")
    if bouwsel.diagnostics:
        click.echo(f"Nog open: {telling(bouwsel.diagnostics)}. 'convenant controleer' toont ze.")
