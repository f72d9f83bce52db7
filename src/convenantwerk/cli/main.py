"""The command `convenant`: the one place where errors become exit codes.

Exit 0: no fout; 1: a fout; 2: wrong usage; 3: it stopped after something was recorded; 130: it was
interrupted before that. What is raised here is a fault of the program, of which `__main__` makes
70. Each command stands in a file of its own, imported when it is called, so that none waits for
what only another needs.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk import __version__
from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.errors import ConvenantwerkError, OnleesbaarError
from convenantwerk.cli.einde import afgebroken, na_vastleggen, niet_meegewerkt
from convenantwerk.cli.groep import Groep, Uitgesteld
from convenantwerk.cli.plakbaar import onthoud_dossier
from convenantwerk.cli.weergave import show_diagnostics

if TYPE_CHECKING:
    from collections.abc import Mapping

_BESTAAND = click.Path(exists=True, file_okay=False)
_VERKEERD_GEBRUIK = (
    *("CV900", "CV903", "CV904", "CV912"),
    *("CV921", "CV922", "CV926", "CV927"),
)
# For each file in cli/ its commands, with the first sentence of their help.
_OPDRACHTEN: Mapping[str, Mapping[str, str]] = {
    "addendum": {"addendum": "Werk aan een addendum."},
    "bouw": {"bouw": "Maak de documenten: het convenant en de ondertekeningsbladen."},
    "brief": {
        "brief": "Maak een brief opnieuw, uit wat is vastgelegd; zonder SOORT ziet u welke er zijn."
    },
    "brieven": {
        "geheimhouding": "Maak de geheimhoudingsverklaring voor NAAM, die een "
        "enkele keer bij een overleg is.",
        "sjablonen": "Toon de sjablonen van de brieven, en met NAAM de velden van één sjabloon.",
    },
    "controleer": {
        "controleer": "Zoek wat er niet klopt en wat ondertekening nog in de weg staat.",
    },
    "corrigeer": {
        "corrigeer": "Toon wat het laatst is vastgelegd, en annuleer er iets van, met de reden.",
    },
    "ondertekening": {
        "ondertekening": "Toon wie de laatst vastgestelde versie heeft "
        "getekend, en welke brief nodig is.",
    },
    "eisen": {"eisen": "Toon wat de wet van deze tekst vraagt, en in welk artikel dat staat."},
    "opzegging": {
        "opzegging": "Leg de opzegging van PARTNER vast, of haar intrekking, en maak de brieven.",
        "verlenging": "Leg de verlenging vast voor de termijn die in JAAR begint, "
        "en maak het bericht per partner.",
    },
    "importeer": {
        "importeer": "Maak een dossier van BESTAND: Word, PDF, tekst of een webpagina.",
    },
    "kantoor": {"kantoor": "Open het kantoor: het dossier als bladzijde in uw browser."},
    "nieuw": {"nieuw": "Begin een dossier in MAP, met een model van de tekst."},
    "pakket": {"pakket": "Maak voor PARTNER een pakket om te tekenen: zip en e-mail in concept."},
    "renvooi": {"renvooi": "Laat zien wat er tussen twee edities is veranderd, en verder niets."},
    "schema": {
        "schema": "Schrijf de schema's waarmee een editor meedenkt bij "
        "convenant.yaml en de registers.",
    },
    "stand": {
        "overleggen": "Toon welke partner in welk overleg zit, en wat daarvoor nog ontbreekt.",
        "partners": "Toon het partnerregister, of neem met --uit de lijst van uw bureau over.",
        "stand": "Toon hoe het ervoor staat: wie deelneemt, wie tekende en welke termijn loopt.",
    },
    "stuurgroep": {
        "besluit": "Leg een besluit vast, en dat het is genomen.",
        "vergadering": "Leg een vergadering van de Stuurgroep vast, verzet haar of laat haar "
        "vervallen.",
    },
    "termijnen": {
        "jaarkalender": "Teken het jaar: termijnen, opzegdagen, vergaderingen en wat te laat is.",
        "termijnen": "Toon wat er wanneer moet, en waarom: verlengen, opzeggen, "
        "vergaderen, mandaten.",
    },
    "toetreding": {
        "toetreding": "Laat PARTNER toetreden, stap voor stap; zonder STAP ziet u hoever het is.",
    },
    "versies": {
        "vaststellen": "Bewaar de tekst zoals die op een dag geldt als versie "
        "NAAM, met een zegel erop.",
        "versies": "Toon de vastgestelde versies, en of ze nog zijn zoals ze zijn vastgesteld.",
    },
    "waswordtcontrole": {
        "waswordt-controle": "Kijk een was-wordt-tabel na die met de hand is gemaakt.",
    },
    "wijzig": {
        "wijzig": "Wijzig de gegevens van een partner, een ondertekenaar of een besluit.",
    },
}


@click.group(
    cls=Groep,
    commands=[
        Uitgesteld(naam, module, kort)
        for module, opdrachten in _OPDRACHTEN.items()
        for naam, kort in opdrachten.items()
    ],
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="convenant")
@click.option(
    "--dossier",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map van het dossier; anders de dichtstbijzijnde map met convenant/convenant.yaml.",
)
@click.pass_context
def cli(ctx: click.Context, dossier: Path | None) -> None:
    """Van bronnen naar een convenant dat getekend kan worden."""
    if dossier is not None and ctx.invoked_subcommand != "kantoor":  # there one may begin
        params = {param.name: param for param in ctx.command.params}
        _BESTAAND.convert(dossier, params["dossier"], ctx)
    ctx.obj = dossier
    onthoud_dossier(dossier)


def main() -> None:
    """Run the command, and end with its exit code; what went wrong outside the text is a finding.

    What is no finding, and no end that a user may ask for, is raised.
    """
    # A command makes much and drops little: looking for garbage this often cost half of the time
    # in which a large register is read.
    gc.set_threshold(100_000, 50, 50)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # always text
    if "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        cli.context_settings["color"] = False
    try:
        code = _einde()
    except OSError as error:  # the terminal is full, or the working folder is gone
        niet_meegewerkt(error)
    sys.exit(code)


def _einde() -> int | str | None:
    """Run the command and return its exit code; say what stopped it."""
    try:
        code = _draai()
        sys.stdout.flush()
    except ConvenantwerkError as error:
        show_diagnostics(error.diagnostics, err=True)
        if isinstance(error, OnleesbaarError):
            click.echo(f"Niets gedaan: {telling(error.diagnostics)}.", err=True)
        elif error.code in _VERKEERD_GEBRUIK:
            return 2
        return na_vastleggen(1)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return afgebroken()
    return code


def _draai() -> int | str | None:
    try:
        # Of `--help` and `--version` click returns the exit code, of a command nothing.
        code: int | None = cli.main(prog_name="convenant", standalone_mode=False)
    except SystemExit as end:
        return end.code
    return code
