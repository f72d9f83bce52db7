"""`convenant kantoor`: the page in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import find_dossier
from convenantwerk.cli.opties import Datum, Getal, today
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Opties, met
from convenantwerk.kantoor.snelkoppeling import Start, maak_snelkoppeling

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kantoor(Opties):
    poort: int | None
    alleen_lezen: bool
    geen_browser: bool
    snelkoppeling: bool


@click.command(options_metavar="[OPTIES]")
@click.option("--poort", type=Getal(1, 65535), help="De poort; anders de eerste vrije vanaf 8710.")
@click.option("--alleen-lezen", is_flag=True, help="Toon alles, maar laat niets wijzigen.")
@click.option("--geen-browser", is_flag=True, help="Toon alleen het adres; open geen browser.")
@click.option(
    "--snelkoppeling",
    is_flag=True,
    help="Zet op het bureaublad iets waarmee u dit kantoor opent; open het nu niet.",
)
@click.option("--op", type=Datum(), help="De dag waarmee wordt gerekend; anders steeds vandaag.")
@met(_Kantoor)
def kantoor(opties: _Kantoor) -> None:
    """Open het kantoor: het dossier als bladzijde in uw browser.

    Het kantoor is alleen op deze computer te zien. Sluit het onder in het menu, of met Ctrl-C; wie
    alleen de browser sluit, sluit het kantoor niet.
    """
    try:
        from convenantwerk.kantoor import server  # noqa: PLC0415  an extra, which may not be there
        from convenantwerk.kantoor.kantoor import Kantoor  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise ConvenantwerkError("CV944", pakket=error.name or "") from None
    if opties.snelkoppeling:
        start = Start(_map(), opties.poort, alleen_lezen=opties.alleen_lezen)
        for zin in maak_snelkoppeling(start).zinnen:
            toon_zin(zin)
        return
    huis = Kantoor(_map(), _klok(opties.op), alleen_lezen=opties.alleen_lezen)
    server.bedien(huis, opties.poort, browser=not opties.geen_browser, meld=_meld)
    click.echo("Het kantoor is gesloten.")


def _meld(adres: str) -> None:
    click.echo(f"Het kantoor is open: {adres}")
    click.echo("Dit adres werkt één keer. Sluit het kantoor onder in het menu, of met Ctrl-C.")


def _klok(op: date | None) -> Callable[[], date]:
    return today if op is None else lambda: op


def _map() -> Path:
    """Return the folder of the dossier, or that in which one can begin."""
    gevraagd = click.get_current_context().find_root().obj
    if gevraagd is not None:
        return Path(gevraagd)
    try:
        return find_dossier(Path.cwd())
    except ConvenantwerkError:  # the page helps to begin
        return Path.cwd()
