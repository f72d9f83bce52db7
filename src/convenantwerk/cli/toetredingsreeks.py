"""`convenant toetreding --uit-bestand`: many accessions at once."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.cli.bevestigen import GeweigerdError
from convenantwerk.cli.opties import eis_toekomst
from convenantwerk.cli.terugweg import UITERLIJK, leg_voor
from convenantwerk.cli.waarden import Vastlegopties, map_uit
from convenantwerk.cli.weergave import show_diagnostics

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.toetreding.reeks import Batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Reeksopties(Vastlegopties):
    """What one accession and many have in common.

    Args:
        uiterlijk: by when declarations are asked back; None for the day that the rules give.
        werkers: how many processes make the papers.
    """

    uiterlijk: date | None
    werkers: int


def neem_reeks_op(dossier: Geopend, opties: Reeksopties, bestand: Path) -> None:
    """Record the requests in a file with facts, and make the declarations that can be made."""
    from convenantwerk.opdrachten.toetreding.reeks import (  # noqa: PLC0415
        bereid_voor,
        voer_uit,
        zin_over_gemaakt,
    )

    def bekijk(gegeven: Mapping[str, Any]) -> Batch:
        eis_toekomst(gegeven["uiterlijk"], opties.dag)
        batch = bereid_voor(dossier, bestand, gegeven["uiterlijk"])
        show_diagnostics(batch.diagnostics, err=True)
        if not batch.goed:
            if not batch.diagnostics:
                click.echo(batch.zin, err=True)
            raise GeweigerdError
        click.echo(batch.zin)
        return batch

    batch = leg_voor((UITERLIJK,), {"uiterlijk": opties.uiterlijk}, bekijk, ja=opties.ja)
    total = len(batch.aanbod.standen)
    folder = map_uit(dossier, opties.uit)
    with click.progressbar(length=total, label="Verklaringen", file=sys.stderr) as bar:
        paths = voer_uit(
            dossier, folder, batch, opties.formaten, opties.werkers, lambda: bar.update(1)
        )
    click.echo(zin_over_gemaakt(paths))
    if batch.slecht:
        sys.exit(1)
