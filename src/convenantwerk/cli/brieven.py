"""`convenant sjablonen` and `convenant geheimhouding`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import Diagnostic, has_fout
from convenantwerk.cli.bevestigen import formaat_option, toon_paden, uit_option
from convenantwerk.cli.opties import Datum, find_root, op_option, today
from convenantwerk.cli.weergave import show_diagnostics, to_json

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.opdrachten.sjablonen import Overzicht


@click.command(options_metavar="[OPTIES]")
@click.argument("naam", required=False)
@click.option("--json", "json_", is_flag=True, help="Schrijf de lijst als JSON.")
@click.pass_obj
def sjablonen(dossier: Path | None, naam: str | None, json_: bool) -> None:  # noqa: FBT001  click passes flags by name
    """Toon de sjablonen van de brieven, en met NAAM de velden van één sjabloon.

    Een eigen sjabloon zet u onder dezelfde naam in templates/brieven/ van uw dossier.
    """
    from convenantwerk.opdrachten.sjablonen import lees_sjablonen  # noqa: PLC0415
    from convenantwerk.stukken.brieven.sjablonen import STUKKEN, UITLEG  # noqa: PLC0415

    rows, found = lees_sjablonen(find_root(dossier))
    chosen = [row for row in rows if naam in (None, row.sjabloon.naam)]
    if not chosen:
        names = ", ".join(row.sjabloon.naam for row in rows)
        raise click.BadParameter(f"'{naam}' is er niet; kies uit {names}.", param_hint="NAAM")
    if json_:
        click.echo(to_json([_als_json(row) for row in chosen]))
    else:
        for row in chosen:
            eigen = " (van dit dossier)" if row.eigen else ""
            click.echo(f"{click.style(row.sjabloon.naam, bold=True)}{eigen}")
            click.echo(f"    {row.sjabloon.titel}; convenant {row.sjabloon.wanneer}")
            click.echo(f"    {row.pad}")
            if naam is None:
                click.echo(f"    velden: {', '.join(row.velden)}")
        if naam is not None:
            for veld in chosen[0].velden:
                click.echo(f"    {veld:<16} {UITLEG[veld]}")
    if naam is None and not json_:
        click.echo(f"Gedeelde stukken: {', '.join(STUKKEN)}.")
    show_diagnostics(found, err=True)
    sys.exit(1 if has_fout(tuple(found)) else 0)


def _als_json(row: Overzicht) -> dict[str, object]:
    return {
        "naam": row.sjabloon.naam,
        "titel": row.sjabloon.titel,
        "opdracht": row.sjabloon.wanneer,
        "pad": row.pad,
        "eigen": row.eigen,
        "velden": list(row.velden),
    }


@click.command(options_metavar="[OPTIES]")
@click.argument("naam")
@click.option("--overleg", required=True, help="Het overleg: de korte naam of de titel.")
@click.option("--organisatie", required=True, help="Waar deze persoon werkt.")
@click.option("--functie", required=True, help="De functie van deze persoon.")
@click.option("--datum", type=Datum(), required=True, help="De dag van het overleg.")
@op_option
@formaat_option
@uit_option
@click.pass_obj
def geheimhouding(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    naam: str,
    overleg: str,
    organisatie: str,
    functie: str,
    datum: date,
    op: date | None,
    formaten: tuple[str, ...],
    uit: Path | None,
) -> None:
    """Maak de geheimhoudingsverklaring voor NAAM, die een enkele keer bij een overleg is.

    Er wordt niets vastgelegd: in de registers staan geen gegevens van personen.
    """
    from convenantwerk.opdrachten.geheimhouding import (  # noqa: PLC0415
        Aanwezige,
        geheimhouding,
    )

    leeg = [wat for wat, text in (("NAAM", naam), ("--functie", functie)) if not text.strip()]
    if leeg or not organisatie.strip():
        raise click.UsageError(f"{(leeg or ['--organisatie'])[0]} mag niet leeg zijn.")
    root = find_root(dossier)
    folder = uit or root / "build"
    aanwezige = Aanwezige(naam.strip(), functie.strip(), organisatie.strip(), overleg, datum)
    made = geheimhouding(root, folder, aanwezige, op or today(), formaten)
    wrong = tuple(found for found in made if isinstance(found, Diagnostic))
    if wrong:
        show_diagnostics(wrong, err=True)
        sys.exit(1)
    toon_paden(folder, [path for path in made if isinstance(path, str)])
