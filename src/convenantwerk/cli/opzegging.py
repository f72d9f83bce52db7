"""`convenant opzegging` and `convenant verlenging`."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from convenantwerk.basis.datum import voluit, weekdag
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.bevestigen import (
    formaat_option,
    ja_option,
    op_vandaag_option,
    stop,
    toon_paden,
    uit_option,
    vraag,
)
from convenantwerk.cli.opties import Datum, find_root, today
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.dossier.gebeurtenissen import Vorm

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.opdrachten.opzegging import Gevolg


@click.command(options_metavar="[OPTIES]")
@click.argument("partner")
@click.option(
    "--ontvangen",
    type=Datum(),
    required=True,
    help="De dag van ontvangst; die telt. Bij --intrekken die van de intrekking.",
)
@click.option("--verzonden", type=Datum(), help="De dag waarop de opzegging is verzonden.")
@click.option(
    "--vorm",
    type=click.Choice(get_args(Vorm)),
    default="aangetekend",
    show_default=True,
    help="Hoe de opzegging is gedaan.",
)
@click.option("--kenmerk", default="", help="Track & trace of een ander kenmerk.")
@click.option("--geadresseerde", default="", help="Aan wie de opzegging was gericht.")
@click.option("--intrekken", is_flag=True, help="De opzegging die loopt, wordt ingetrokken.")
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@click.pass_obj
def opzegging(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    partner: str,
    ontvangen: date,
    verzonden: date | None,
    vorm: Vorm,
    kenmerk: str,
    geadresseerde: str,
    intrekken: bool,  # noqa: FBT001  # click passes flags by name
    ja: bool,  # noqa: FBT001  # the same
    op: date | None,
    formaten: tuple[str, ...],
    uit: Path | None,
) -> None:
    """Leg de opzegging van PARTNER vast, of haar intrekking, en maak de brieven.

    Eerst ziet u wat eruit volgt; pas na uw ja wordt er iets vastgelegd.
    """
    from convenantwerk.opdrachten.opzegging import (  # noqa: PLC0415
        Opzegopdracht,
        bereken,
        leg_opzegging_vast,
    )

    root = find_root(dossier)
    day = op or today()
    opdracht = Opzegopdracht(
        *(partner, ontvangen, day, verzonden, vorm, kenmerk.strip(), geadresseerde.strip()),
        intrekken=intrekken,
    )
    gevolg = bereken(root, opdracht)
    if isinstance(gevolg, tuple):
        show_diagnostics(gevolg, err=True)
        stop()
    show_diagnostics(gevolg.voorstel.bezwaren, err=True)
    if has_fout(gevolg.voorstel.bezwaren):
        stop()
    _toon(gevolg)
    vraag(ja=ja)
    folder = uit or root / "build"
    paths = leg_opzegging_vast(root, folder, gevolg, day, formaten)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    toon_paden(folder, paths)


def _toon(gevolg: Gevolg) -> None:
    naam = gevolg.partner.naam
    if gevolg.intrekking:
        click.echo(
            f"{naam} trekt de opzegging van {voluit(gevolg.opzegging.datum)} in. "
            f"De deelname eindigt dan niet per {voluit(gevolg.einde.datum)}."
        )
        click.echo("Dit kan alleen met instemming van de andere partijen; de brief vraagt ernaar.")
        return
    click.echo(f"{naam} neemt deel tot {click.style(voluit(gevolg.einde.datum), bold=True)}:")
    for zin in gevolg.einde.uitleg:
        click.echo(f"    {zin}")
    regeling = click.style(voluit(gevolg.regeling.datum), bold=True)
    click.echo(f"De regeling van de gevolgen is er uiterlijk op {regeling}:")
    for zin in gevolg.regeling.uitleg:
        click.echo(f"    {zin}")


@click.command(options_metavar="[OPTIES]")
@click.argument("jaar", type=click.IntRange(1990, 2200))
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@click.pass_obj
def verlenging(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    jaar: int,
    ja: bool,  # noqa: FBT001  # click passes flags by name
    op: date | None,
    formaten: tuple[str, ...],
    uit: Path | None,
) -> None:
    """Leg de verlenging vast voor de termijn die in JAAR begint, en maak het bericht per partner.

    Wie heeft opgezegd en dan niet meer deelneemt, krijgt geen bericht.
    """
    from convenantwerk.opdrachten.verlenging import (  # noqa: PLC0415
        bereid_verlenging,
        leg_verlenging_vast,
    )

    root = find_root(dossier)
    day = op or today()
    found = bereid_verlenging(root, jaar, day)
    if isinstance(found, tuple):
        show_diagnostics(found, err=True)
        stop()
    show_diagnostics(found.bezwaren, err=True)
    if has_fout(found.bezwaren):
        stop()
    click.echo(f"Verlenging per {voluit(found.begin)}: {len(found.partners)} partners gaan door.")
    for partner in found.vertrekken:
        click.echo(f"  {partner.naam} heeft opgezegd en krijgt geen bericht.")
    click.echo(f"Laatste veilige dag om daarvoor op te zeggen: {weekdag(found.laatste)}.")
    vraag(ja=ja)
    folder = uit or root / "build"
    paths = leg_verlenging_vast(root, folder, found, day, formaten)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    toon_paden(folder, paths)
