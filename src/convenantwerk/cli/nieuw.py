"""`convenant nieuw`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from convenantwerk.basis.files import shown
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, met
from convenantwerk.opdrachten.nieuw import MODELLEN, Beginfeiten
from convenantwerk.opdrachten.nieuw import nieuw as begin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nieuw(Opties):
    map: Path
    soort: str
    naam: str
    plaats: str
    citeertitel: str


@click.command(options_metavar="[OPTIES]")
@click.argument("map", metavar="MAP", type=click.Path(path_type=Path))
@click.option(
    "--soort",
    type=click.Choice(list(MODELLEN)),
    default="veiligheidshuis",
    show_default=True,
    metavar="SOORT",
    help=f"Waarmee u begint: {', '.join(MODELLEN)}.",
)
@click.option("--naam", default="", help="De naam van het samenwerkingsverband.")
@click.option("--plaats", default="", help="Waar het bureau is.")
@click.option("--citeertitel", default="", help="Hoe de tekst heet; anders naar de naam.")
@click.option("--op", type=Datum(), help="De dag waarop u begint; anders vandaag.")
@met(_Nieuw)
def nieuw(opties: _Nieuw) -> None:
    """Begin een dossier in MAP, met een model van de tekst.

    MAP moet er nog niet zijn, of leeg zijn. De tekst is een begin dat een jurist moet nakijken; de
    organisaties en personen erin zijn verzonnen, en vervangt u door de uwe.
    """
    model = MODELLEN[opties.soort]
    feiten = Beginfeiten(
        naam=opties.naam or _vraag("Naam van het samenwerkingsverband", "--naam", model.voorbeeld),
        plaats=opties.plaats or _vraag("Plaats van het bureau", "--plaats", "Voorbeeldstad"),
        citeertitel=opties.citeertitel,
    )
    made = begin(opties.map, opties.soort, feiten, opties.dag)
    toon_zin(
        f"Een nieuw dossier, {model.omschrijving}: {len(made)} bestanden in {shown(opties.map)}."
    )
    for stap in _STAPPEN:
        toon_zin(stap.format(map=shown(opties.map)), "  ", vervolg="    ")


_STAPPEN = (
    "cd {map}",
    "convenant controleer",
    "convenant bouw",
)


def _vraag(vraag: str, optie: str, voorbeeld: str) -> str:
    return str(
        vraag_passend(
            vraag,
            optie,
            click.STRING,
            standaard=(voorbeeld, voorbeeld),
            bezwaar=lambda waarde: "" if waarde else "Vul hier iets in.",
        )
    )
