"""`convenant addendum`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.cli.opties import Datum, editie_option, find_root, op_option, today
from convenantwerk.cli.weergave import show_diagnostics

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Editie


@click.group(options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT")
def addendum() -> None:
    """Werk aan een addendum."""


@addendum.command(options_metavar="[OPTIES]")
@click.argument("oud")
@click.argument("nieuw")
@op_option
@editie_option
@click.option("--titel", default="", help="Hoe het besluit heet.")
@click.option("--besluit", default="", help="Het besluit, met datum en plaats.")
@click.option("--ingangsdatum", type=Datum(), help="De dag waarop het ingaat.")
@click.option(
    "--naam", default="wijziging", show_default=True, help="De naam van de map, na de datum."
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map voor het besluit; anders build/addenda/ in het dossier.",
)
@click.pass_obj
def afleiden(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    oud: str,
    nieuw: str,
    op: date | None,
    editie: Editie,
    titel: str,
    besluit: str,
    ingangsdatum: date | None,
    naam: str,
    uit: Path | None,
) -> None:
    """Maak het addendum en het besluit waarmee OUD NIEUW wordt.

    Pas de tekst aan en laat het besluit schrijven: OUD is bijvoorbeeld de laatste versie, NIEUW is
    'werk'. Beide kunnen ook een datum, 'git:REVISIE' of de map van een ander dossier zijn.
    """
    from convenantwerk.opdrachten.afleiden import Afleidopdracht, afleiden  # noqa: PLC0415

    root = find_root(dossier)
    opdracht = Afleidopdracht(oud, nieuw, op or today(), editie, titel, besluit, ingangsdatum, naam)
    uitslag = afleiden(root, uit or root / "build" / "addenda", opdracht)
    if uitslag.diagnostics:
        show_diagnostics(uitslag.diagnostics, err=True)
        click.echo("Niets afgeleid.", err=True)
        sys.exit(1)
    if not uitslag.zinnen:
        click.echo("De twee teksten zijn gelijk: er valt niets te besluiten.")
        return
    for zin in uitslag.zinnen:
        click.echo(f"  {zin}")
    click.echo(
        f"Addendum geschreven in {uitslag.addendum}; het besluit staat in {uitslag.besluit}."
    )
    click.echo("Toegepast op de oude tekst geeft het precies de nieuwe.")
    if nieuw == "werk":
        click.echo(
            "Let op: de wijzigingen staan nu ook nog in de bronnen. Zet die terug (git checkout), "
            "dan werkt het addendum ze erin."
        )
