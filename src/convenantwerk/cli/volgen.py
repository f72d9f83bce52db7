"""What `convenant controleer --volg` shows: how it stands, and what each save changed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.bronregel import Bronregels
from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.tekens import zichtbaar
from convenantwerk.cli.bevindingen import toon_bevindingen
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.opdrachten.volgen import volg

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Ernst
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.controleer import Uitslag

_MEEST = 10  # findings that are shown of each kind: the last save must stay in sight
_ZWAARST: tuple[Ernst, ...] = ("fout", "waarschuwing", "hint")


def toon_volgend(dossier: Geopend, vind: Callable[[Geopend], Uitslag]) -> None:
    """Show what is wrong now, and after every save what that changed, until it is stopped."""
    try:
        for nummer, ronde in enumerate(volg(dossier, vind)):
            if nummer == 0:
                _toon("", ronde.gekomen, Bronregels(dossier.lezer))
                click.echo(f"{telling(ronde.uitslag.diagnostics).capitalize()}.")
                click.echo("Ik kijk opnieuw zodra u een bestand bewaart. Stop met Ctrl-C.")
                continue
            kop = f"{time.strftime('%H:%M:%S')} {telling(ronde.uitslag.diagnostics)}"
            click.echo()
            click.secho(kop, bold=True)
            _toon_verdwenen(ronde.verdwenen)
            _toon("Erbij:", ronde.gekomen, Bronregels(dossier.lezer))
            if not ronde.gekomen and not ronde.verdwenen:
                click.echo("Er is niets bij en niets weg.")
    except KeyboardInterrupt:
        click.echo()


def _toon(kop: str, found: Sequence[Diagnostic], regels: Bronregels) -> None:
    """Print the gravest of some findings."""
    if found and kop:
        click.echo(kop)
    toon_bevindingen(sorted(_zwaarste(found)), regels)
    _toon_rest(found)


def _toon_verdwenen(found: Sequence[Diagnostic]) -> None:
    if found:
        click.echo("Weg:")
    for one in _zwaarste(found):
        toon_zin(f"{one.ernst} {one.code}: {zichtbaar(one.melding)}", "  - ", vervolg="    ")
    _toon_rest(found)


def _zwaarste(found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    return sorted(found, key=lambda one: (_ZWAARST.index(one.ernst), one))[:_MEEST]


def _toon_rest(found: Sequence[Diagnostic]) -> None:
    if len(found) > _MEEST:
        toon_zin(f"En nog {len(found) - _MEEST}; 'convenant controleer' toont ze alle.")
