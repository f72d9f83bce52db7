"""The command `convenant`: the one place where errors become exit codes.

Exit 0: no fout; 1: a fout; 2: wrong usage. What a command needs is imported when it runs, so
that `convenant --help` and `convenant controleer` stay quick.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk import __version__
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position, has_fout
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.cli.addendum import addendum
from convenantwerk.cli.brieven import geheimhouding, sjablonen
from convenantwerk.cli.ondertekening import ondertekening
from convenantwerk.cli.opties import Formaten, editie_option, find_root, op_option, today
from convenantwerk.cli.opzegging import opzegging, verlenging
from convenantwerk.cli.pakket import pakket
from convenantwerk.cli.renvooi import renvooi
from convenantwerk.cli.schema import schema
from convenantwerk.cli.stand import overleggen, partners, stand
from convenantwerk.cli.termijnen import jaarkalender, termijnen
from convenantwerk.cli.toetreding import toetreding
from convenantwerk.cli.versies import vaststellen, versies
from convenantwerk.cli.weergave import as_json, show_diagnostics, telling
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.dossier import Editie

_VERKEERD_GEBRUIK = ("CV900", "CV903", "CV904", "CV912")


@click.group(
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="convenant")
@click.option(
    "--dossier",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="De map van het dossier; anders de dichtstbijzijnde map met convenant/convenant.yaml.",
)
@click.pass_context
def cli(ctx: click.Context, dossier: Path | None) -> None:
    """Van bronnen naar een convenant dat getekend kan worden."""
    ctx.obj = dossier


@cli.command(options_metavar="[OPTIES]")
@op_option
@editie_option
@click.option("--definitief", is_flag=True, help="Geen concept: alleen als er geen fout meer is.")
@click.option(
    "--formaat",
    "formaten",
    type=Formaten(),
    default=",".join(vanzelf("bouw")),
    show_default=True,
    help="De formaten, met komma's ertussen.",
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map voor de documenten; anders build/ in het dossier.",
)
@click.argument("documenten", metavar="[DOCUMENT]...", nargs=-1)
@click.pass_obj
def bouw(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    op: date | None,
    editie: Editie,
    definitief: bool,  # noqa: FBT001  # click passes flags by name
    formaten: tuple[str, ...],
    uit: Path | None,
    documenten: tuple[str, ...],
) -> None:
    """Maak de documenten: het convenant en de ondertekeningsbladen.

    Zonder DOCUMENT worden ze alle gemaakt. Noem anders 'convenant', 'ondertekening' of één blad,
    bijvoorbeeld 'ondertekening/gemeente-gouda'.
    """
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.bouw import Bouwopdracht, bouw  # noqa: PLC0415

    root = find_root(dossier)
    folder = uit or root / "build"
    opdracht = Bouwopdracht(op or today(), definitief, formaten, documenten, editie)
    bouwsel = bouw(root, folder, opdracht)
    if not bouwsel.bestanden:
        show_diagnostics((d for d in bouwsel.diagnostics if d.ernst == "fout"), err=True)
        click.echo(f"Niets gebouwd: {telling(bouwsel.diagnostics)}.", err=True)
        sys.exit(1)
    status = "Definitief gebouwd" if definitief else "Concept gebouwd"
    click.echo(f"{status} in {shown(folder)}:")
    for path in bouwsel.bestanden:
        click.echo(f"  {path}")
    if bouwsel.diagnostics:
        click.echo(f"Nog open: {telling(bouwsel.diagnostics)}. 'convenant controleer' toont ze.")


@cli.command(options_metavar="[OPTIES]")
@op_option
@editie_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de bevindingen als JSON.")
@click.pass_obj
def controleer(
    dossier: Path | None,
    op: date | None,
    editie: Editie,
    json_: bool,  # noqa: FBT001  # click passes flags by name
) -> None:
    """Zoek wat er niet klopt en wat ondertekening nog in de weg staat."""
    from convenantwerk.opdrachten.controleer import controleer  # noqa: PLC0415

    uitslag = controleer(find_root(dossier), op or today(), editie)
    if json_:
        click.echo(as_json(uitslag))
    else:
        show_diagnostics(uitslag.diagnostics)
        click.echo(f"{telling(uitslag.diagnostics).capitalize()}.")
    sys.exit(1 if has_fout(uitslag.diagnostics) else 0)


cli.add_command(addendum)
cli.add_command(renvooi)
cli.add_command(vaststellen)
for command in (
    geheimhouding,
    jaarkalender,
    ondertekening,
    opzegging,
    overleggen,
    pakket,
    partners,
    schema,
    sjablonen,
    stand,
    termijnen,
    toetreding,
    verlenging,
):
    cli.add_command(command)
cli.add_command(versies)


def _finding(error: ConvenantwerkError) -> Diagnostic:
    return CODES[error.code].at(Position(error.pad, error.regel), **error.velden)


def main() -> None:
    """Run the command and turn what went wrong outside the text into a finding."""
    # A command makes much and drops little: looking for garbage this often cost half of the time
    # in which a large register is read.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # always text
    if "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        cli.context_settings["color"] = False
    try:
        cli.main(prog_name="convenant", standalone_mode=True)
    except ConvenantwerkError as error:
        show_diagnostics([_finding(error)], err=True)
        sys.exit(2 if error.code in _VERKEERD_GEBRUIK else 1)
    except OSError as error:  # the terminal is full, or the working folder is gone
        from convenantwerk.basis.files import reason  # noqa: PLC0415

        print(f"Fout: het systeem werkt niet mee: {reason(error)}.", file=sys.stderr)  # noqa: T201
        os._exit(1)  # what is still in the buffers cannot be written either
