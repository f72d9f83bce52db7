"""`convenant addendum`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.cli.groep import Groep
from convenantwerk.cli.opties import Datum, editie_option, op_option, uitmap_option
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.opdrachten.afleiden import (
    BEWEZEN,
    GELIJK,
    Afleidopdracht,
    besluitzinnen,
    let_op,
)
from convenantwerk.opdrachten.afleiden import afleiden as leid_af

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Editie


@click.group(cls=Groep, options_metavar="[OPTIES]", subcommand_metavar="OPDRACHT")
def addendum() -> None:
    """Werk aan een addendum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Afleiden(Opties):
    oud: str
    nieuw: str
    editie: Editie
    titel: str
    besluit: str
    ingangsdatum: date | None
    naam: str
    uit: Path | None


@addendum.command(options_metavar="[OPTIES]")
@click.argument("oud", type=click.UNPROCESSED)
@click.argument("nieuw", type=click.UNPROCESSED)
@op_option
@editie_option
@click.option("--titel", default="", help="Hoe het besluit wordt aangehaald.")
@click.option("--besluit", default="", help="Het besluit, met datum en plaats.")
@click.option("--ingangsdatum", type=Datum(), help="De dag waarop het ingaat.")
@click.option(
    "--naam", default="wijziging", show_default=True, help="De naam van de map, na de datum."
)
@uitmap_option("het besluit", "build/addenda/")
@met(_Afleiden)
def afleiden(opties: _Afleiden) -> None:
    """Maak het addendum en het besluit waarmee OUD NIEUW wordt.

    Pas de tekst aan en laat het besluit schrijven: OUD is bijvoorbeeld de laatste versie, NIEUW is
    'werk'. Beide kunnen ook een datum, 'git:REVISIE' of de map van een ander dossier zijn.
    """
    opdracht = Afleidopdracht(
        oud=opties.oud,
        nieuw=opties.nieuw,
        editie=opties.editie,
        titel=opties.titel,
        besluit=opties.besluit,
        ingangsdatum=opties.ingangsdatum,
        naam=opties.naam,
    )
    dossier = geopend(opties.dag)
    uitslag = leid_af(dossier, opties.uit or dossier.root / "build" / "addenda", opdracht)
    if not uitslag.zinnen:
        click.echo(GELIJK)
        return
    for zin in besluitzinnen(uitslag.zinnen):
        if isinstance(zin, str):
            click.echo(f"  {zin}")
        else:
            click.echo("\n".join(f"     {line}" for line in zin))
    click.echo(
        f"Addendum geschreven in {uitslag.addendum}; het besluit staat in {uitslag.besluit}."
    )
    click.echo(BEWEZEN)
    if waarschuwing := let_op(opdracht):
        click.echo(waarschuwing)
