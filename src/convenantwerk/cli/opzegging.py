"""`convenant opzegging` and `convenant verlenging`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, get_args

import click

from convenantwerk.cli.opties import Datum, Formaten, find_root, today
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.model.datum import voluit, weekdag
from convenantwerk.model.diagnostics import has_fout
from convenantwerk.model.gebeurtenissen import Vorm

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from convenantwerk.workflows.opzegging import Gevolg

_BRIEFFORMATEN = ("pdf", "docx", "html", "md")
_formaat_option = click.option(
    "--formaat",
    "formaten",
    type=Formaten(_BRIEFFORMATEN),
    default="pdf,docx",
    show_default=True,
    help="De formaten van de stukken, met komma's ertussen.",
)
_uit_option = click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map voor de stukken; anders build/ in het dossier.",
)
_ja_option = click.option("--ja", is_flag=True, help="Leg vast zonder te vragen.")
_op_option = click.option(
    "--op", type=Datum(), help="De dag waarop u dit vastlegt (JJJJ-MM-DD); anders vandaag."
)


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
@_ja_option
@_op_option
@_formaat_option
@_uit_option
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
    from convenantwerk.sources.files import shown  # noqa: PLC0415
    from convenantwerk.workflows.opzegging import (  # noqa: PLC0415
        Opdracht,
        bereken,
        leg_opzegging_vast,
    )

    root = find_root(dossier)
    day = op or today()
    opdracht = Opdracht(
        *(partner, ontvangen, day, verzonden, vorm, kenmerk.strip(), geadresseerde.strip()),
        intrekken=intrekken,
    )
    gevolg = bereken(root, opdracht)
    if isinstance(gevolg, tuple):
        show_diagnostics(gevolg, err=True)
        _stop()
    show_diagnostics(gevolg.voorstel.bezwaren, err=True)
    if has_fout(gevolg.voorstel.bezwaren):
        _stop()
    _toon(gevolg)
    _vraag(ja=ja)
    folder = uit or root / "build"
    paths = leg_opzegging_vast(root, folder, gevolg, day, formaten)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    _toon_paden(folder, [path for path in paths if not path.endswith(".ics")])
    agendas = sum(path.endswith(".ics") for path in paths)
    click.echo(f"  en {agendas} agenda's in {shown(folder / 'kalender')}")


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
@_ja_option
@_op_option
@_formaat_option
@_uit_option
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
    from convenantwerk.workflows.verlenging import (  # noqa: PLC0415
        bereid_verlenging,
        leg_verlenging_vast,
    )

    root = find_root(dossier)
    day = op or today()
    found = bereid_verlenging(root, jaar, day)
    if isinstance(found, tuple):
        show_diagnostics(found, err=True)
        _stop()
    show_diagnostics(found.bezwaren, err=True)
    if has_fout(found.bezwaren):
        _stop()
    click.echo(f"Verlenging per {voluit(found.begin)}: {len(found.partners)} partners gaan door.")
    for partner in found.vertrekken:
        click.echo(f"  {partner.naam} heeft opgezegd en krijgt geen bericht.")
    click.echo(f"Laatste veilige dag om daarvoor op te zeggen: {weekdag(found.laatste)}.")
    _vraag(ja=ja)
    folder = uit or root / "build"
    paths = leg_verlenging_vast(root, folder, found, day, formaten)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    _toon_paden(folder, paths)


def _vraag(*, ja: bool) -> None:
    """Ask whether to go on; anything but a yes ends the command with nothing recorded."""
    if ja:
        return
    antwoord = click.prompt("Vastleggen? (ja/nee)", default="nee", show_default=False)
    if antwoord.strip().lower() not in ("ja", "j"):
        _stop()


def _stop() -> NoReturn:
    click.echo("Niets vastgelegd.", err=True)
    sys.exit(1)


def _toon_paden(folder: Path, paths: Iterable[str]) -> None:
    from convenantwerk.sources.files import shown  # noqa: PLC0415

    for path in paths:
        click.echo(f"  {shown(folder / path)}")
