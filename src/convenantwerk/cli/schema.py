"""`convenant schema`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convenantwerk.basis.files import shown
from convenantwerk.cli.opties import find_root, uitmap_option
from convenantwerk.opdrachten.schema import schrijf_schemas

if TYPE_CHECKING:
    from pathlib import Path


@click.command(options_metavar="[OPTIES]")
@uitmap_option("de schema's", "build/schema")
@click.pass_obj
def schema(dossier: Path | None, uit: Path | None) -> None:
    """Schrijf de schema's waarmee een editor meedenkt bij convenant.yaml en de registers."""
    folder = uit or find_root(dossier) / "build" / "schema"
    for name in schrijf_schemas(folder):
        click.echo(f"  {shown(folder / name)}")
    click.echo("Zet bovenaan een register, met het pad vanaf dat bestand:")
    click.echo("  # yaml-language-server: $schema=../../build/schema/gebeurtenissen.schema.json")
