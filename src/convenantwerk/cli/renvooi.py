"""`convenant renvooi`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from convenantwerk.cli.opties import Formaten, editie_option, find_root, op_option, today
from convenantwerk.cli.weergave import show_diagnostics, telling

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.renvooi.renvooi import Renvooi

_FORMATEN = ("docx", "pdf", "html", "json", "md")
_LOTEN = {
    "ingevoegd": "ingevoegd",
    "vervallen": "vervallen",
    "gewijzigd": "gewijzigd",
    "aangekomen": "verplaatst",
}


@click.command(options_metavar="[OPTIES]")
@click.argument("oud")
@click.argument("nieuw")
@op_option
@editie_option
@click.option(
    "--formaat",
    "formaten",
    type=Formaten(_FORMATEN),
    default=",".join(_FORMATEN),
    show_default=True,
    help="De formaten, met komma's ertussen.",
)
@click.option(
    "--uit",
    type=click.Path(file_okay=False, path_type=Path),
    help="De map voor de stukken; anders build/renvooi/ in het dossier.",
)
@click.pass_obj
def renvooi(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    oud: str,
    nieuw: str,
    op: date | None,
    editie: Editie,
    formaten: tuple[str, ...],
    uit: Path | None,
) -> None:
    """Laat zien wat er tussen twee edities is veranderd, en verder niets.

    OUD en NIEUW zijn elk de naam van een versie (2017), een datum (de tekst die dan geldt), 'werk'
    (de bronnen zoals ze nu zijn), 'git:REVISIE', of de map van een ander dossier.
    """
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.renvooi import MAP, Vergelijkopdracht, renvooi  # noqa: PLC0415

    root = find_root(dossier)
    folder = uit or root / "build" / MAP
    uitslag = renvooi(root, folder, Vergelijkopdracht(oud, nieuw, op or today(), editie, formaten))
    if uitslag.renvooi is None:
        show_diagnostics(uitslag.diagnostics, err=True)
        click.echo(f"Niets vergeleken: {telling(uitslag.diagnostics)}.", err=True)
        sys.exit(1)
    click.echo(_uitslag(uitslag.renvooi))
    click.echo(f"Geschreven in {shown(folder / uitslag.map)}:")
    for path in uitslag.bestanden:
        click.echo(f"  {path}")


def _uitslag(renvooi: Renvooi) -> str:
    """Return in one line what changed."""
    from convenantwerk.renvooi.renvooi import eenheden  # noqa: PLC0415

    counts = Counter(eenheid.verschil.lot for eenheid in eenheden(renvooi.delen))
    parts = [f"{counts[lot]} {naam}" for lot, naam in _LOTEN.items() if counts[lot]]  # type: ignore[index]
    if renvooi.registers:
        parts.append(f"{len(renvooi.registers)} in de registers")
    return f"Verschillen: {', '.join(parts)}." if parts else "De twee teksten zijn gelijk."
