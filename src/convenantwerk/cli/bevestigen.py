"""What commands that record share: their options, the question before, and what they show after."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.basis.files import shown
from convenantwerk.cli.invoer import vraag_om
from convenantwerk.cli.opties import Datum, formaten_option, uitmap_option
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel

formaat_option = formaten_option(vanzelf("brief"), " van de stukken")
uit_option = uitmap_option("de stukken")
ja_option = click.option("--ja", is_flag=True, help="Leg vast zonder te vragen.")
op_vandaag_option = click.option(
    "--op", type=Datum(), help="De dag waarop u dit vastlegt; anders vandaag."
)


class GeweigerdError(Exception):
    """Something objects to a recording, and has been shown."""


def bevestig(tekst: str, optie: str) -> bool:
    """Ask a question that is answered by ja or nee; an empty answer is nee.

    Args:
        tekst: the question.
        optie: what gives the answer beforehand.
    """
    antwoord: str = vraag_om(f"{tekst} (ja/nee)", optie, default="nee", show_default=False)
    return antwoord.strip().lower() in ("ja", "j")


def weiger_bij_fout(bezwaren: Sequence[Diagnostic]) -> None:
    """Show what objects to a recording.

    Raises:
        GeweigerdError: it may not be recorded.
    """
    show_diagnostics(bezwaren, err=True)
    if has_fout(tuple(bezwaren)):
        raise GeweigerdError


def stop() -> NoReturn:
    """End the command: nothing was recorded."""
    click.echo("Niets vastgelegd.", err=True)
    sys.exit(1)


def schrijf_en_toon(
    dossier: Geopend,
    voorstel: Voorstel,
    folder: Path,
    papieren: Mapping[str, bytes],
    bewaren: Mapping[str, bytes] | None = None,
) -> None:
    """Record what the user said ja to, with its papers below a folder, and show where they are."""
    dossier.leg_vast(voorstel, uit=folder, papieren=papieren, bewaren=bewaren)
    click.echo("Vastgelegd in convenant/registers.")
    toon_paden(folder, papieren)


def toon_paden(folder: Path, paths: Iterable[str]) -> None:
    """Show where papers are; of calendars just how many there are."""
    agendas = []
    for path in paths:
        if path.endswith(".ics"):
            agendas.append(path)
        else:
            click.echo(f"  {shown(folder / path)}")
    if agendas:
        aantal = "1 agenda" if len(agendas) == 1 else f"{len(agendas)} agenda's"
        click.echo(f"  en {aantal} in {shown(folder / agendas[0].split('/')[0])}")
