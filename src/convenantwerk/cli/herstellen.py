"""What `convenant controleer --herstel` and `--herstel-tekens` show before they change a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import vraag_ja
from convenantwerk.cli.weergave import show_diagnostics, toon_opsommingen, toon_rij
from convenantwerk.opdrachten.bronbestand import vervang_bestanden
from convenantwerk.opdrachten.herstel_tekens import stel_herstel_voor
from convenantwerk.opdrachten.herstellen import stel_tekstherstel_voor, zinnen_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.herstellen import Tekstherstel

_NIETS = "Er is niets te herstellen."


def toon_tekenherstel(dossier: Geopend, *, ja: bool) -> None:
    """Show which signs would become ordinary ones, and make them so after a ja."""
    herstel = stel_herstel_voor(dossier)
    if not herstel.bestanden:
        click.echo(_NIETS)
        return
    vraag_ja((), lambda: toon_rij("Dit verandert:", herstel.regels), ja=ja)
    _schrijf(dossier, herstel.bestanden)


def toon_herstel(dossier: Geopend, editie: Editie, *, ja: bool) -> None:
    """Show what would be mended in the text and what follows from it, and do it after a ja."""
    herstel = stel_tekstherstel_voor(dossier, editie)
    if not herstel.bestanden:
        click.echo(_NIETS)
        return
    fouten = [one for one in herstel.gekomen if one.ernst == "fout"]
    vraag_ja(fouten, lambda: _toon(herstel), ja=ja)
    _schrijf(dossier, herstel.bestanden)


def _toon(herstel: Tekstherstel) -> None:
    toon_opsommingen(zinnen_over(herstel))
    if herstel.gekomen:
        toon_zin("Daardoor komt erbij:")
        show_diagnostics(herstel.gekomen)


def _schrijf(dossier: Geopend, bestanden: Mapping[str, bytes]) -> None:
    vervang_bestanden(dossier, bestanden)
    aantal = len(bestanden)
    click.echo(f"Hersteld in {aantal} {'bestand' if aantal == 1 else 'bestanden'}.")
