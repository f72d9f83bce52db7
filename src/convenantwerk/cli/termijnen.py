"""`convenant termijnen` and `convenant jaarkalender`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.datum import weekdag
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.opties import Datum, Formaten, find_root, op_option, today
from convenantwerk.cli.weergave import show_diagnostics, to_json
from convenantwerk.papier.formaten.tabel import formaten
from convenantwerk.stukken.jaarkalender import ZONDER

if TYPE_CHECKING:
    from datetime import date


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
@click.pass_obj
def termijnen(
    dossier: Path | None,
    op: date | None,
    tot: date | None,
    json_: bool,  # noqa: FBT001  # click passes flags by name
    ics: Path | None,
) -> None:
    """Toon wat er wanneer moet, en waarom: verlengen, opzeggen, vergaderen, mandaten."""
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.termijnen import (  # noqa: PLC0415
        lees_termijnen,
        schrijf_kalenders,
    )

    day = op or today()
    if tot is not None and tot < day:
        raise click.BadParameter("deze dag ligt voor --op.", param_hint="'--tot'")
    agenda = lees_termijnen(find_root(dossier), day, tot)
    if isinstance(agenda, tuple):
        show_diagnostics(agenda, err=True)
        sys.exit(1)
    if ics is not None:
        paths = schrijf_kalenders(agenda, ics)
        rest = f", met {len(paths) - 1} voor de partners" if len(paths) > 1 else ""
        click.echo(f"Agenda geschreven: {shown(paths[0])}{rest}.", err=json_)
    if json_:
        click.echo(to_json({"op": agenda.op, "tot": agenda.tot, "data": agenda.data}))
    elif ics is None:
        for datum in agenda.data:
            if datum.vervallen:
                continue
            dag = weekdag(datum.datum) if datum.datum else "zonder einde"
            laat = click.style("TE LAAT: ", fg="red", bold=True) if datum.te_laat else ""
            click.echo(f"{click.style(dag, bold=True)}: {laat}{datum.titel}")
            for zin in datum.uitleg:
                click.echo(f"    {zin}")
    show_diagnostics(agenda.diagnostics, err=True)
    sys.exit(1 if has_fout(agenda.diagnostics) else 0)


@click.command(options_metavar="[OPTIES]")
@click.argument("jaar", type=click.IntRange(1990, 2200), required=False)
@op_option
@click.option(
    "--formaat",
    "formaten",
    type=Formaten(formaten(ZONDER)),
    default="pdf,html",
    show_default=True,
    help="De formaten, met komma's ertussen.",
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map voor de kalender; anders build/ in het dossier.",
)
@click.pass_obj
def jaarkalender(
    dossier: Path | None,
    jaar: int | None,
    op: date | None,
    formaten: tuple[str, ...],
    uit: Path | None,
) -> None:
    """Teken het jaar: termijnen, opzegdagen, vergaderingen en wat te laat is.

    Zonder JAAR is het dit jaar.
    """
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.jaarkalender import jaarkalender  # noqa: PLC0415

    root = find_root(dossier)
    folder = uit or root / "build"
    day = op or today()
    kalender = jaarkalender(root, folder, jaar or day.year, day, formaten)
    show_diagnostics(kalender.diagnostics, err=True)
    for path in kalender.bestanden:
        click.echo(f"  {shown(folder / path)}")
    sys.exit(1 if has_fout(kalender.diagnostics) else 0)
