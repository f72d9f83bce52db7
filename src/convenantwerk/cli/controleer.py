"""`convenant controleer`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.diagnostics import has_fout, telling
from convenantwerk.cli.bevestigen import ja_option
from convenantwerk.cli.opties import editie_option, op_option
from convenantwerk.cli.terugweg import vraag_ja
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.cli.weergave import as_json, show_diagnostics, toon_rij
from convenantwerk.opdrachten.controleer import controleer as controleer_dossier
from convenantwerk.opdrachten.herstel_tekens import leg_herstel_vast, stel_herstel_voor

if TYPE_CHECKING:
    from convenantwerk.controles.onderzoek import Groep
    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend


@dataclass(frozen=True, slots=True, kw_only=True)
class _Controleer(Opties):
    editie: Editie
    json_: bool
    herstel_tekens: bool
    spelling: bool
    woordenlijst: bool
    stijl: bool
    ja: bool


@click.command()
@op_option
@editie_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de bevindingen als JSON.")
@click.option(
    "--herstel-tekens",
    is_flag=True,
    help="Toon welke tekens niet zijn wat zij lijken, en maak ze na uw ja gewoon.",
)
@click.option("--spelling", is_flag=True, help="Kijk ook de spelling na.")
@click.option(
    "--woordenlijst",
    is_flag=True,
    help="Toon welke woorden in geen woordenboek staan, en zet ze na uw ja in convenant.yaml.",
)
@click.option("--stijl", is_flag=True, help="Noem ook wat moeilijk leest.")
@ja_option
@met(_Controleer)
def controleer(opties: _Controleer) -> None:
    """Zoek wat er niet klopt en wat ondertekening nog in de weg staat."""
    if opties.herstel_tekens:
        _herstel_tekens(geopend(opties.dag), ja=opties.ja)
        return
    if opties.woordenlijst:
        _woordenlijst(geopend(opties.dag), opties.editie, ja=opties.ja)
        return
    groepen: tuple[Groep, ...] = ()
    if opties.spelling:
        groepen = ("taal",)
    if opties.stijl:
        groepen = (*groepen, "stijl")
    uitslag = controleer_dossier(geopend(opties.dag), opties.editie, *groepen)
    if opties.json_:
        click.echo(as_json(uitslag))
    else:
        show_diagnostics(uitslag.diagnostics)
        click.echo(f"{telling(uitslag.diagnostics).capitalize()}.")
    sys.exit(1 if has_fout(uitslag.diagnostics) else 0)


def _herstel_tekens(dossier: Geopend, *, ja: bool) -> None:
    herstel = stel_herstel_voor(dossier)
    if not herstel.bestanden:
        click.echo("Er is niets te herstellen.")
        return
    vraag_ja((), lambda: toon_rij("Dit verandert:", herstel.regels), ja=ja)
    leg_herstel_vast(dossier, herstel)
    aantal = len(herstel.bestanden)
    click.echo(f"Hersteld in {aantal} {'bestand' if aantal == 1 else 'bestanden'}.")


def _woordenlijst(dossier: Geopend, editie: Editie, *, ja: bool) -> None:
    from convenantwerk.opdrachten.woordenlijst import (  # noqa: PLC0415  reads the dictionary
        leg_woorden_vast,
        stel_woorden_voor,
    )

    voorstel = stel_woorden_voor(dossier, editie)
    toon_rij("Deze lijken een typefout, en komen niet in de woordenlijst:", voorstel.anders)
    if not voorstel.erbij:
        click.echo("Er zijn geen woorden voor de woordenlijst.")
        return
    kop = "Deze woorden komen in de woordenlijst van convenant.yaml, en zijn dan goed:"
    vraag_ja((), lambda: toon_rij(kop, voorstel.erbij), ja=ja)
    leg_woorden_vast(dossier, voorstel)
    aantal = len(voorstel.erbij)
    click.echo(f"{aantal} {'woord' if aantal == 1 else 'woorden'} in de woordenlijst gezet.")
