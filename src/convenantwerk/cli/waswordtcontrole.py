"""`convenant waswordt-controle`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.tekens import zichtbaar
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.opties import editie_option, op_option
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.opdrachten.waswordtcontrole import Controleopdracht
from convenantwerk.opdrachten.waswordtcontrole import waswordt_controle as controleer

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.renvooi.waswordtcontrole import Tabelbevinding, Tabeloordeel

_LANG = 400  # a quotation of more characters is shown by its begin; --json has all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Controle(Opties):
    tabel: Path
    oud: str
    nieuw: str
    editie: Editie
    json_: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("tabel", type=click.Path(path_type=Path))
@click.argument("oud", type=click.UNPROCESSED)
@click.argument("nieuw", type=click.UNPROCESSED)
@op_option
@editie_option
@click.option("--json", "json_", is_flag=True, help="Schrijf het oordeel als JSON.")
@met(_Controle)
def waswordt_controle(opties: _Controle) -> None:
    """Kijk een was-wordt-tabel na die met de hand is gemaakt.

    TABEL is een Word-bestand (.docx), Markdown of een webpagina. OUD en NIEUW zijn de edities
    waarover zij gaat, genoemd als bij 'convenant renvooi'. U ziet welke citaten niet letterlijk
    zijn, welke plaatsen niet kloppen, welke wijzigingen ontbreken en welke rijen er geen zijn.
    """
    opdracht = Controleopdracht(opties.tabel, opties.oud, opties.nieuw, opties.editie)
    oordeel = controleer(geopend(opties.dag), opdracht)
    if opties.json_:
        click.echo(to_json(oordeel))
    else:
        _toon(oordeel)
    if oordeel.bevindingen:
        sys.exit(1)


def _toon(oordeel: Tabeloordeel) -> None:
    toon_zin(f"Gelezen: {oordeel.rijen} rijen; {zichtbaar(oordeel.kolommen)}.")
    toon_zin(f"Letterlijk: {oordeel.letterlijk} van de {oordeel.citaten} citaten.")
    for bevinding in oordeel.bevindingen:
        click.echo()
        _kaart(bevinding)
    click.echo()
    aantal = len(oordeel.bevindingen)
    if not aantal:
        click.echo("De tabel klopt: elk citaat is letterlijk en geen wijziging ontbreekt.")
    else:
        click.echo("1 bevinding." if aantal == 1 else f"{aantal} bevindingen.")


def _kaart(bevinding: Tabelbevinding) -> None:
    waar = [f"rij {bevinding.rij}"] if bevinding.rij else []
    waar += [zichtbaar(" ".join(bevinding.plaats.split()))] if bevinding.plaats else []
    waar += [bevinding.kolom] if bevinding.kolom else []
    kop = f"{', '.join(waar)}: {bevinding.soort}"
    toon_zin(kop, opgemaakt={kop: click.style(kop, bold=True)}, vervolg="  ")
    toon_zin(f"{zichtbaar(bevinding.zin)}.", "  ", vervolg="  ")
    if bevinding.gevonden:
        toon_zin(f"tabel: \u201c{_kort(bevinding.gevonden)}\u201d", "  ", vervolg=" " * 9)
    if bevinding.juist and bevinding.soort == "ontbreekt":
        for line in bevinding.juist.split("\nwordt: "):
            wat = "was:   " if line.startswith("was: ") else "wordt: "
            toon_zin(wat + _kort(line.removeprefix("was: ")), "  ", vervolg=" " * 9)
    elif bevinding.juist:
        toon_zin(
            f"tekst: \u201c{_kort(bevinding.juist)}\u201d ({zichtbaar(bevinding.waar)})",
            "  ",
            vervolg=" " * 9,
        )
    for gevonden, juist in bevinding.anders:
        toon_zin(f"anders: {_wissel(gevonden, juist)}", "  ", vervolg=" " * 10)


def _wissel(gevonden: str, juist: str) -> str:
    one, other = zichtbaar(gevonden), zichtbaar(juist)
    if not one:
        return f"\u201c{other}\u201d ontbreekt"
    return (
        f"\u201c{one}\u201d moet zijn \u201c{other}\u201d"
        if other
        else f"\u201c{one}\u201d te veel"
    )


def _kort(tekst: str) -> str:
    text = zichtbaar(" ".join(tekst.split()))
    return text if len(text) <= _LANG else f"{text[:_LANG].rsplit(' ', 1)[0]} \u2026"
