"""`convenant vaststellen` and `convenant versies`."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import has_fout, telling
from convenantwerk.cli.opties import Datum, editie_option, today
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import geopend, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.opdrachten.vaststellen import Vaststelopdracht
from convenantwerk.opdrachten.vaststellen import vaststellen as stel_vast

if TYPE_CHECKING:
    from convenantwerk.dossier.versie import Versie

_NAAM = 24  # a longer name of a version takes a line of its own


@click.command(options_metavar="[OPTIES]")
@click.argument("naam")
@click.option(
    "--besluit",
    metavar="TEKST",
    required=True,
    help="Het besluit waarbij de tekst is vastgesteld: de sleutel of titel in besluiten.yaml, of "
    "een regel tekst.",
)
@click.option(
    "--datum", type=Datum(), required=True, help="De dag: de tekst die dan geldt, wordt bewaard."
)
@click.option(
    "--vastgesteld",
    type=Datum(),
    help="De dag van het besluit; anders die in besluiten.yaml, of --datum als die al voorbij is, "
    "of vandaag.",
)
@editie_option
@click.option("--ondanks-fouten", is_flag=True, help="Ook als er nog fouten openstaan.")
@met(Vaststelopdracht)
def vaststellen(opdracht: Vaststelopdracht) -> None:
    """Bewaar de tekst zoals die op een dag geldt als versie NAAM, met een zegel erop."""
    uitslag = stel_vast(geopend(today()), opdracht)
    if uitslag.versie is None:
        show_diagnostics((d for d in uitslag.diagnostics if d.ernst == "fout"), err=True)
        click.echo("Niets vastgesteld.", err=True)
        sys.exit(1)
    gegevens = uitslag.versie.gegevens
    click.echo(f"Vastgesteld in {uitslag.versie.pad}: tekst van {gegevens.editie}.")
    click.echo(f"  {len(gegevens.bestanden)} bestanden, sha256 {gegevens.kort}")
    if uitslag.dag:
        click.echo(f"  vastgelegd: vaststelling op {voluit(uitslag.dag)}, {gegevens.besluit}")
    if gegevens.open_fouten:
        click.echo(f"Let op: vastgesteld met {telling(uitslag.diagnostics)}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Versies:
    json_: bool


@click.command(options_metavar="[OPTIES]")
@click.option("--json", "json_", is_flag=True, help="Schrijf de lijst als JSON.")
@met(_Versies)
def versies(opties: _Versies) -> None:
    """Toon de vastgestelde versies, en of ze nog zijn zoals ze zijn vastgesteld."""
    found, diagnostics = geopend(today()).versielezing
    if opties.json_:
        click.echo(json.dumps([_as_json(v) for v in found], ensure_ascii=False, indent=2))
    elif not found:
        click.echo("Er zijn nog geen versies vastgesteld.")
    else:
        width = min(_NAAM, max(len(versie.gegevens.naam) for versie in found))
        for versie in found:
            gegevens = versie.gegevens
            if len(gegevens.naam) > width:
                click.echo(gegevens.naam)
            click.echo(
                f"{gegevens.naam if len(gegevens.naam) <= width else '':<{width}}  "
                f"{gegevens.datum.isoformat()}  {gegevens.kort}  "
                f"{'gaaf' if versie.gaaf else 'NIET GAAF'}"
            )
            toon_zin(f"tekst van {gegevens.editie}; {gegevens.besluit}", " " * (width + 2))
    if not opties.json_:
        show_diagnostics(diagnostics, err=True)
    sys.exit(1 if has_fout(diagnostics) else 0)


def _as_json(versie: Versie) -> dict[str, object]:
    gegevens = versie.gegevens
    return {
        "naam": gegevens.naam,
        "datum": gegevens.datum.isoformat(),
        "besluit": gegevens.besluit,
        "editie": gegevens.editie,
        "sha256": gegevens.sha256,
        "vorige": gegevens.vorige or None,
        "open_fouten": int(gegevens.open_fouten or 0),
        "gaaf": versie.gaaf,
        "pad": versie.pad,
    }
