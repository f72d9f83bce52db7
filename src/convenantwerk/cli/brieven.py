"""`convenant sjablonen` and `convenant geheimhouding`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.bevestigen import formaat_option, toon_paden, uit_option
from convenantwerk.cli.opties import Datum, op_option, today
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Papieropties, geopend, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.opdrachten.geheimhouding import Aanwezige
from convenantwerk.opdrachten.geheimhouding import geheimhouding as maak_geheimhouding
from convenantwerk.opdrachten.sjablonen import lees_sjablonen
from convenantwerk.stukken.brieven.sjablonen import STUKKEN

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.opdrachten.sjablonen import Overzicht


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sjablonen:
    naam: str | None
    json_: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("naam", required=False)
@click.option("--json", "json_", is_flag=True, help="Schrijf de lijst als JSON.")
@met(_Sjablonen)
def sjablonen(opties: _Sjablonen) -> None:
    """Toon de sjablonen van de brieven, en met NAAM de velden van één sjabloon.

    Een eigen sjabloon zet u onder dezelfde naam in templates/brieven/ van uw dossier.
    """
    naam = opties.naam
    rows, found = lees_sjablonen(geopend(today()))
    chosen = [row for row in rows if naam in (None, row.brief.sjabloon)]
    if not chosen:
        names = ", ".join(row.brief.sjabloon for row in rows)
        raise click.BadParameter(f"'{naam}' is er niet; kies uit {names}.", param_hint="NAAM")
    if opties.json_:
        click.echo(to_json([_als_json(row) for row in chosen]))
    else:
        for row in chosen:
            eigen = " (van dit dossier)" if row.eigen else ""
            click.echo(f"{click.style(row.brief.sjabloon, bold=True)}{eigen}")
            click.echo(f"    {row.brief.stuknaam}; convenant {row.brief.opdracht}")
            click.echo(f"    {row.pad}")
            if naam is None:
                toon_zin(f"velden: {', '.join(row.velden)}", "    ", vervolg=" " * 6)
        if naam is not None:
            for veld, wat in chosen[0].velden.items():
                toon_zin(f"{veld:<16} {wat.uitleg}", "    ", vervolg=" " * 21)
    if naam is None and not opties.json_:
        toon_zin(f"Gedeelde stukken: {', '.join(STUKKEN)}.")
    show_diagnostics(found, err=True)
    sys.exit(1 if has_fout(tuple(found)) else 0)


def _als_json(row: Overzicht) -> dict[str, object]:
    return {
        "naam": row.brief.sjabloon,
        "titel": row.brief.stuknaam,
        "opdracht": row.brief.opdracht,
        "pad": row.pad,
        "eigen": row.eigen,
        "velden": list(row.velden),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Geheimhouding(Papieropties):
    naam: str
    overleg: str
    organisatie: str
    functie: str
    datum: date


@click.command(options_metavar="[OPTIES]")
@click.argument("naam")
@click.option("--overleg", required=True, help="Het overleg: de korte naam of de titel.")
@click.option("--organisatie", required=True, help="Waar deze persoon werkt.")
@click.option("--functie", required=True, help="De functie van deze persoon.")
@click.option("--datum", type=Datum(), required=True, help="De dag van het overleg.")
@op_option
@formaat_option
@uit_option
@met(_Geheimhouding)
def geheimhouding(opties: _Geheimhouding) -> None:
    """Maak de geheimhoudingsverklaring voor NAAM, die een enkele keer bij een overleg is.

    Er wordt niets vastgelegd: in de registers staan geen gegevens van personen.
    """
    for wat, text in (
        ("NAAM", opties.naam),
        ("--functie", opties.functie),
        ("--organisatie", opties.organisatie),
    ):
        if not text.strip():
            raise click.UsageError(f"{wat} mag niet leeg zijn.")
    dossier = geopend(opties.dag)
    aanwezige = Aanwezige(
        naam=opties.naam.strip(),
        functie=opties.functie.strip(),
        organisatie=opties.organisatie.strip(),
        overleg=opties.overleg,
        datum=opties.datum,
    )
    folder = map_uit(dossier, opties.uit)
    toon_paden(folder, maak_geheimhouding(dossier, folder, aanwezige, opties.formaten))
