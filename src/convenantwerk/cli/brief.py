"""`convenant brief`: letters made again."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.cli.bevestigen import bevestig, formaat_option, toon_paden, uit_option
from convenantwerk.cli.opties import Datum, op_option
from convenantwerk.cli.plakbaar import zeg
from convenantwerk.cli.tabel import show_table, toon_zin
from convenantwerk.cli.waarden import Papieropties, geopend, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.brief import (
    NIETS_TE_MAILEN,
    OPNIEUW,
    Briefopdracht,
    Herhaling,
    al_verzonden,
    geadresseerden,
    kies,
    maak_berichten,
    maak_opnieuw,
)
from convenantwerk.opdrachten.briefsoorten import BRIEFSOORTEN, namen_van, ontvanger_van, verstuurd

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.briefsoorten import Verstuurd
    from convenantwerk.opdrachten.pakket.plan import Gemaakt


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brief(Papieropties):
    soort: str | None
    partners: tuple[str, ...]
    datum: date | None
    herhaald: bool
    concept: bool
    verzend: bool
    opnieuw: bool
    ja: bool

    @property
    def herhaling(self) -> Herhaling:
        """How it is made: a letter says when it was sent once more, if that is asked."""
        return Herhaling(self.dag if self.herhaald else None)


@click.command(options_metavar="[OPTIES]")
@click.argument(
    "soort",
    required=False,
    type=click.Choice(list(dict.fromkeys(one.naam for one in BRIEFSOORTEN))),
    metavar="[SOORT]",
)
@click.argument("partners", nargs=-1, metavar="[PARTNER]")
@click.option("--datum", type=Datum(), help="De datum van de brief; anders de laatste.")
@click.option("--herhaald", is_flag=True, help="Zet op de brief dat hij is herhaald.")
@click.option("--concept", is_flag=True, help="Maak ook een e-mail in concept, met de brief erbij.")
@click.option("--verzend", is_flag=True, help="Verstuur de brieven via uw mailserver.")
@click.option("--opnieuw", is_flag=True, help="Met --verzend: ook wat al is verzonden.")
@click.option("--ja", is_flag=True, help="Verzend zonder te vragen.")
@op_option
@formaat_option
@uit_option
@met(_Brief)
def brief(opties: _Brief) -> None:
    """Maak een brief opnieuw, uit wat is vastgelegd; zonder SOORT ziet u welke er zijn.

    De datum en het kenmerk blijven dezelfde. Er wordt niets nog eens vastgelegd. Zonder PARTNER
    krijgt iedereen zijn brief opnieuw.
    """
    dossier = geopend(opties.dag)
    if opties.soort is None:
        _toon(dossier)
        return
    opdracht = Briefopdracht(opties.soort, opties.partners, opties.datum)
    gekozen = kies(dossier, opdracht)
    folder = map_uit(dossier, opties.uit)
    paths = maak_opnieuw(dossier, folder, gekozen, opties.formaten, opties.herhaling)
    show_diagnostics(tuple(zonder_adres(geadresseerden(gekozen))), err=True)
    click.echo(OPNIEUW)
    toon_paden(folder, paths)
    if opties.concept or opties.verzend:
        _per_mail(dossier, folder, gekozen, opties)


def _toon(dossier: Geopend) -> None:
    rows = [
        (one.soort, voluit(one.datum), ontvanger_van(one), ", ".join(namen_van(one)))
        for one in verstuurd(dossier)
    ]
    if not rows:
        click.echo("Er is nog niets vastgelegd waar een brief bij hoort.")
        return
    show_table("Brieven", (), ("Soort", "Datum", "Partner", "Stukken"), rows)
    zeg("Maak ze opnieuw met 'convenant brief SOORT PARTNER', of zonder PARTNER voor allen.")


def _per_mail(
    dossier: Geopend, folder: Path, gekozen: tuple[Verstuurd, ...], opties: _Brief
) -> None:
    made = maak_berichten(dossier, folder, gekozen, opties.herhaling)
    for gemaakt in made:
        toon_paden(folder, gemaakt.paden)
    if not made:
        click.echo(NIETS_TE_MAILEN)
    elif opties.verzend:
        todo = [m for m in made if opties.opnieuw or not al_verzonden(dossier, m)]
        _verzend(dossier, todo, len(made), opties)


def _toon_berichten(berichten: list[Gemaakt]) -> None:
    """Show what would go where."""
    click.echo("Te verzenden:")
    for gemaakt in berichten:
        bericht = gemaakt.bericht
        adres = bericht.aan or "geen e-mailadres in partners.yaml"
        toon_zin(f"{gemaakt.partner.naam} ({adres}): {bericht.onderwerp}", "  ", vervolg="    ")
        toon_zin(f"met {', '.join(bericht.bijlagen)}", "    ")


def _verzend(dossier: Geopend, todo: list[Gemaakt], aantal: int, opties: _Brief) -> None:
    # The code for mail is big, and most letters are not sent.
    from convenantwerk.opdrachten.pakket.verzenden import verzend  # noqa: PLC0415

    if len(todo) < aantal:
        click.echo(f"{aantal - len(todo)} al verzonden, overgeslagen.")
    if not todo:
        return
    _toon_berichten(todo)
    vraag = "Dit bericht verzenden" if len(todo) == 1 else f"Deze {len(todo)} berichten verzenden"
    if not opties.ja and not bevestig(f"{vraag}? Alleen 'ja' verzendt", "--ja"):
        click.echo("Niets verzonden.", err=True)
        sys.exit(1)

    def klaar(partner: Partner) -> None:
        click.echo(f"  verzonden aan {partner.naam} ({partner.email})")

    uitslag = verzend(dossier, todo, datetime.now().astimezone(), klaar)
    show_diagnostics(uitslag.diagnostics, err=True)
    click.echo(uitslag.telling(len(todo)))
    if uitslag.diagnostics:
        sys.exit(1)
