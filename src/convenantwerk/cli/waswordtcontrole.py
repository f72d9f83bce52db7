"""`convenant waswordt-controle`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.opties import editie_option, op_option
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.opdrachten.waswordtcontrole import (
    Controleopdracht,
    kop_van,
    regels_van,
    slot,
    zinnen_over,
)
from convenantwerk.opdrachten.waswordtcontrole import waswordt_controle as controleer

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.renvooi.waswordtcontrole import Tabeloordeel


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
    for zin in zinnen_over(oordeel):
        toon_zin(zin)
    for bevinding in oordeel.bevindingen:
        click.echo()
        kop = kop_van(bevinding)
        toon_zin(kop, opgemaakt={kop: click.style(kop, bold=True)}, vervolg="  ")
        for regel in regels_van(bevinding):
            vervolg = " " * (2 + len(regel.wat))
            toon_zin(f"{regel.wat}{regel.tekst}", "  ", vervolg=vervolg)
    click.echo()
    click.echo(slot(oordeel))
