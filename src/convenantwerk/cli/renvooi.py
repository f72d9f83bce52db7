"""`convenant renvooi`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.files import shown
from convenantwerk.basis.tekens import zichtbaar
from convenantwerk.cli.opties import editie_option, formaten_option, op_option, uitmap_option
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.waarden import Papieropties, geopend, met
from convenantwerk.opdrachten.renvooi import MAP, Vergelijkopdracht, tabelrijen
from convenantwerk.opdrachten.renvooi import renvooi as vergelijk
from convenantwerk.renvooi.renvooistuk import FORMATEN
from convenantwerk.renvooi.samenvatting import zin_over

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.renvooi.waswordt import Tabelregel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Renvooi(Papieropties):
    oud: str
    nieuw: str
    editie: Editie
    toelichtingen: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("oud", type=click.UNPROCESSED)
@click.argument("nieuw", type=click.UNPROCESSED)
@op_option
@editie_option
@formaten_option(FORMATEN, keuze=FORMATEN)
@uitmap_option("de stukken", "build/renvooi/")
@click.option(
    "--toelichtingen",
    is_flag=True,
    help="Toon de rijen van de was-wordt-tabel die er nog geen hebben, en maak verder niets.",
)
@met(_Renvooi)
def renvooi(opties: _Renvooi) -> None:
    """Laat zien wat er tussen twee edities is veranderd, en verder niets.

    OUD en NIEUW zijn elk de naam van een versie (2017), een datum (de tekst die dan geldt), 'werk'
    (de bronnen zoals ze nu zijn), 'git:REVISIE', of de map van een ander dossier.
    """
    dossier = geopend(opties.dag)
    folder = opties.uit or dossier.root / "build" / MAP
    opdracht = Vergelijkopdracht(opties.oud, opties.nieuw, opties.editie, opties.formaten)
    if opties.toelichtingen:
        rijen, los = tabelrijen(dossier, opdracht)
        _toon_open(_zonder(rijen))
        for row in los:
            waar = zichtbaar(row.plaats or row.vervanging)
            toon_zin(f"{row.position}: deze toelichting hoort bij geen rij: {waar}.", err=True)
        return
    uitslag = vergelijk(dossier, folder, opdracht)
    click.echo(zin_over(uitslag.renvooi))
    click.echo(f"Geschreven in {shown(folder / uitslag.map)}:")
    for path in uitslag.bestanden:
        click.echo(f"  {path}")
    if openstaand := _zonder(uitslag.rijen):
        hoeveel = f"{len(openstaand)} van de {len(uitslag.rijen)} rijen"
        toon_zin(
            f"Van de was-wordt-tabel zijn {hoeveel} zonder toelichting; --toelichtingen toont ze."
        )


def _zonder(rijen: Iterable[Tabelregel]) -> list[Tabelregel]:
    return [rij for rij in rijen if not rij.toelichting]


def _toon_open(rijen: Sequence[Tabelregel]) -> None:
    """Print rows without a toelichting as the file in which it is written."""
    from convenantwerk.dossier.toelichtingen import (  # noqa: PLC0415
        TOELICHTINGEN,
        in_te_vullen,
    )

    if not rijen:
        click.echo("Elke rij van de was-wordt-tabel heeft een toelichting.")
        return
    click.echo(
        f"# Vul in en bewaar als {TOELICHTINGEN.as_posix()}, of voeg toe aan wat daar staat."
    )
    click.echo(in_te_vullen((rij.naam, rij.plaats, rij.woorden) for rij in rijen), nl=False)
