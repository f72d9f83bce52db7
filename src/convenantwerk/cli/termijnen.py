"""`convenant termijnen` and `convenant jaarkalender`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import Position, has_fout
from convenantwerk.basis.files import shown
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.opties import Datum, Getal, formaten_option, op_option, today, uitmap_option
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, Papieropties, geopend, getoond, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.opdrachten.jaarkalender import jaarkalender as maak_jaarkalender
from convenantwerk.opdrachten.termijnen import lees_termijnen, schrijf_kalenders
from convenantwerk.papier.formaten.tabel import formaten
from convenantwerk.stukken.jaarkalender import ZONDER
from convenantwerk.tijd.termijnen.tabel import wanneer

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Termijnen(Opties):
    tot: date | None
    json_: bool
    ics: Path | None


@click.command(options_metavar="[OPTIES]")
@op_option
@click.option("--tot", type=Datum(), help="De laatste dag; anders 1 januari over twee jaar.")
@click.option("--json", "json_", is_flag=True, help="Schrijf de data als JSON.")
@click.option(
    "--ics",
    type=click.Path(path_type=Path),
    help="Een map: daar komt een agenda voor het bureau en een voor elke partner. Of een bestand "
    "dat op .ics eindigt: alleen die voor het bureau.",
)
@met(_Termijnen)
def termijnen(opties: _Termijnen) -> None:
    """Toon wat er wanneer moet, en waarom: verlengen, opzeggen, vergaderen, mandaten."""
    if opties.tot is not None and opties.tot < opties.dag:
        raise click.BadParameter("deze dag ligt voor --op.", param_hint="'--tot'")
    dossier = geopend(opties.dag)
    agenda = lees_termijnen(dossier, opties.tot)
    if opties.ics is not None:
        paths = schrijf_kalenders(dossier, agenda, opties.ics)
        rest = f", met {len(paths) - 1} voor de partners" if len(paths) > 1 else ""
        click.echo(f"Agenda geschreven: {shown(paths[0])}{rest}.", err=opties.json_)
        if opties.dag > today():
            vooruit = CODES["CV322"].at(Position(shown(paths[0])), dag=voluit(opties.dag))
            show_diagnostics([vooruit], err=True)
    if opties.json_:
        click.echo(to_json({"op": agenda.op, "tot": agenda.tot, "data": agenda.data}))
    elif opties.ics is None:
        for datum in agenda.data:
            if datum.vervallen:
                continue
            dag = wanneer(datum)
            laat = "TE LAAT: " if datum.te_laat else ""
            mooi = {dag: click.style(dag, bold=True), laat: click.style(laat, fg="red", bold=True)}
            toon_zin(f"{dag}: {laat}{datum.titel}", vervolg=" " * 6, opgemaakt=mooi)
            for zin in datum.uitleg:
                toon_zin(zin, "    ")
    show_diagnostics(agenda.diagnostics, err=True)
    sys.exit(1 if has_fout(agenda.diagnostics) else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Jaarkalender(Papieropties):
    jaar: int | None


@click.command(options_metavar="[OPTIES]")
@click.argument("jaar", type=Getal(1990, 2200), required=False)
@op_option
@formaten_option(("pdf", "html"), keuze=formaten(ZONDER))
@uitmap_option("de kalender")
@met(_Jaarkalender)
def jaarkalender(opties: _Jaarkalender) -> None:
    """Teken het jaar: termijnen, opzegdagen, vergaderingen en wat te laat is.

    Zonder JAAR is het dit jaar.
    """
    dossier = geopend(opties.dag)
    folder = map_uit(dossier, opties.uit)
    jaar = opties.jaar or opties.dag.year
    kalender = maak_jaarkalender(dossier, folder, jaar, opties.formaten)
    show_diagnostics(kalender.diagnostics, err=True)
    for path in kalender.bestanden:
        click.echo(f"  {getoond(folder, path)}")
    sys.exit(1 if has_fout(kalender.diagnostics) else 0)
