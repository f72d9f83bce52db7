"""`convenant nieuw`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from convenantwerk.basis.files import shown
from convenantwerk.basis.opdrachtregel import geciteerd
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, met
from convenantwerk.dossier.begin import Beginfeiten, Modelsoort
from convenantwerk.opdrachten.nieuw import GEWOON, MODELLEN, feiten_uit, zin_over
from convenantwerk.opdrachten.nieuw import nieuw as begin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Nieuw(Opties):
    map: Path
    soort: Modelsoort | None
    naam: str
    plaats: str
    citeertitel: str
    zonder_partners: bool
    uit_bestand: Path | None


@click.command(options_metavar="[OPTIES]")
@click.argument("map", metavar="MAP", type=click.Path(path_type=Path))
@click.option(
    "--soort",
    type=click.Choice(get_args(Modelsoort)),
    metavar="SOORT",
    help=f"Waarmee u begint: {', '.join(MODELLEN)}; anders {GEWOON}.",
)
@click.option("--naam", default="", help="De naam van het samenwerkingsverband.")
@click.option("--plaats", default="", help="Waar het bureau is.")
@click.option("--citeertitel", default="", help="Hoe de tekst heet; anders naar de naam.")
@click.option(
    "--zonder-partners",
    is_flag=True,
    help="Zonder verzonnen partners: daarna neemt u uw eigen lijst over.",
)
@click.option(
    "--uit-bestand",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    help="Een YAML-bestand met deze gegevens.",
)
@click.option("--op", type=Datum(), help="De dag waarop u begint; anders vandaag.")
@met(_Nieuw)
def nieuw(opties: _Nieuw) -> None:
    """Begin een dossier in MAP, met een model van de tekst.

    MAP moet er nog niet zijn, of leeg zijn. De tekst is een begin dat een jurist moet nakijken; de
    organisaties en personen erin zijn verzonnen, en vervangt u door de uwe.
    """
    feiten = _feiten(opties)
    made = begin(opties.map, feiten, opties.dag)
    toon_zin(zin_over(feiten, made, shown(opties.map)))
    for stap in _STAPPEN if feiten.partners == "voorbeeld" else _STAPPEN_ZONDER:
        toon_zin(stap.format(map=geciteerd(shown(opties.map))), "  ", vervolg="    ")


def _feiten(opties: _Nieuw) -> Beginfeiten:
    """Return the facts: those of a file, or those that were given and asked.

    Raises:
        click.UsageError: both are given, and one would be left out of account without a word.
        OnleesbaarError: the file cannot be read.
    """
    gegeven = (opties.soort, opties.naam, opties.plaats, opties.citeertitel, opties.op)
    if opties.uit_bestand:
        if any(gegeven) or opties.zonder_partners:
            raise click.UsageError("Bij --uit-bestand horen geen andere gegevens.")
        return feiten_uit(opties.uit_bestand)
    soort = opties.soort or GEWOON
    voorbeeld = MODELLEN[soort].voorbeeld
    return Beginfeiten(
        naam=opties.naam or _vraag("Naam van het samenwerkingsverband", "--naam", voorbeeld),
        plaats=opties.plaats or _vraag("Plaats van het bureau", "--plaats", "Voorbeeldstad"),
        soort=soort,
        citeertitel=opties.citeertitel,
        partners="geen" if opties.zonder_partners else "voorbeeld",
    )


_STAPPEN = (
    "cd {map}",
    "convenant controleer",
    "convenant bouw",
)
_STAPPEN_ZONDER = ("cd {map}", "convenant partners --uit LIJST", "convenant controleer")


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
