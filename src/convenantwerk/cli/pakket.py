"""`convenant pakket`: packs to sign, as files or sent."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.bevestigen import ja_option, op_vandaag_option, uit_option
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.opties import Datum, eis_toekomst
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import UITERLIJK, leg_voor
from convenantwerk.cli.waarden import Opties, geopend, getoond, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.controles.archief import onzeker
from convenantwerk.dossier.archief import lees_onderweg
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.opdrachten.pakket.onderweg import is_niet_verzonden, is_verzonden
from convenantwerk.opdrachten.pakket.pakket import maak_pakketten, maak_plan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.pakket.plan import Gemaakt, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pakket(Opties):
    partners: tuple[str, ...]
    alle: bool
    uiterlijk: date | None
    verzend: bool
    opnieuw: bool
    wel: tuple[str, ...]
    niet: tuple[str, ...]
    ja: bool
    uit: Path | None


@click.command(options_metavar="[OPTIES]")
@click.argument("partners", nargs=-1, metavar="[PARTNER]")
@click.option("--alle", is_flag=True, help="Voor iedereen die nog moet tekenen.")
@click.option("--uiterlijk", type=Datum(), help="Wanneer het stuk terug moet zijn.")
@click.option("--verzend", is_flag=True, help="Verstuur de berichten via uw mailserver.")
@click.option("--opnieuw", is_flag=True, help="Met --verzend: ook aan wie al een bericht kreeg.")
@click.option(
    *("--wel-verzonden", "wel"),
    multiple=True,
    metavar="PARTNER",
    help="Dit bericht bleek verzonden, al werd de opdracht onderbroken.",
)
@click.option(
    *("--niet-verzonden", "niet"),
    multiple=True,
    metavar="PARTNER",
    help="Dit bericht bleek niet verzonden; met --verzend gaat het opnieuw.",
)
@ja_option
@op_vandaag_option
@uit_option
@met(_Pakket)
def pakket(opties: _Pakket) -> None:
    """Maak voor PARTNER een pakket om te tekenen: zip en e-mail in concept.

    U kunt meer dan een PARTNER noemen.

    Daarin zitten de brief, het ondertekeningsblad of de toetredingsverklaring, het convenant, wat
    er is veranderd sinds de versie die de partner het laatst tekende, en de agenda.
    """
    if bool(opties.partners) == opties.alle:
        raise click.UsageError("Noem partners, of gebruik --alle.")
    dossier = geopend(opties.dag)
    eis_toekomst(opties.uiterlijk, opties.dag)
    _vraag_na(dossier, opties)
    plan = _voorgelegd(dossier, opties)
    aantal = len(plan.pakketten)
    folder = map_uit(dossier, opties.uit)
    with click.progressbar(length=aantal, label="Pakketten", file=sys.stderr) as bar:
        made = maak_pakketten(dossier, folder, plan, lambda _: bar.update(1))
    click.echo("Pakketten gemaakt; wat nieuw is aangeboden, is vastgelegd.")
    for gemaakt in made:
        for pad in gemaakt.paden:
            click.echo(f"  {getoond(folder, pad)}")
    if opties.verzend:
        _verzend(dossier, made)
    elif has_fout(plan.diagnostics):
        sys.exit(1)


def _voorgelegd(dossier: Geopend, opties: _Pakket) -> Plan:
    """Return the packs to be made, once the user has seen for whom and by when."""

    def bekijk(gegeven: Mapping[str, Any]) -> Plan:
        eis_toekomst(gegeven["uiterlijk"], opties.dag)
        plan = maak_plan(dossier, opties.partners, gegeven["uiterlijk"])
        if opties.verzend:
            plan = _te_verzenden(dossier, plan, opnieuw=opties.opnieuw)
        show_diagnostics(plan.diagnostics, err=True)
        if not plan.pakketten:
            fout = has_fout(plan.diagnostics)
            click.echo("Niets gemaakt." if fout else "Er is niets te maken.", err=True)
            sys.exit(1 if fout else 0)
        _toon(plan, verzend=opties.verzend)
        return plan

    return leg_voor((UITERLIJK,), {"uiterlijk": opties.uiterlijk}, bekijk, ja=opties.ja)


def _toon(plan: Plan, *, verzend: bool) -> None:
    toon_zin(f"{plan.telling}{', te verzenden per e-mail' if verzend else ''}.")
    for pakket_ in plan.pakketten:
        adres = f" ({pakket_.partner.email})" if verzend and pakket_.partner.email else ""
        click.echo(f"  {pakket_.partner.naam}{adres}")


def _vraag_na(dossier: Geopend, opties: _Pakket) -> None:
    """Ask of messages on their way whether they were sent; who does not know, leaves it open."""
    berichten, found = lees_onderweg(dossier.root, dossier.lezer)
    show_diagnostics(found, err=True)
    asked = {
        zoek_partner(dossier.root, dossier.registers, naam).sleutel: naam in opties.wel
        for naam in (*opties.wel, *opties.niet)
    }
    for bericht in berichten:
        antwoord = asked.get(bericht.partner)
        if antwoord is None and opties.verzend and not opties.ja:
            show_diagnostics([onzeker(bericht)], err=True)
            gezegd = vraag_passend(
                "Is dit bericht verzonden?",
                f"--wel-verzonden {bericht.partner} of --niet-verzonden {bericht.partner}",
                click.Choice(("ja", "nee", "onbekend")),
                standaard=("onbekend", "onbekend"),
            )
            antwoord = {"ja": True, "nee": False}.get(str(gezegd))
        if antwoord is not None:
            (is_verzonden if antwoord else is_niet_verzonden)(dossier, bericht)


def _te_verzenden(dossier: Geopend, plan: Plan, *, opnieuw: bool) -> Plan:
    """Return the plan without those who got a message already, once the server is known."""
    # The code for mail is big, and most packs are not sent.
    from convenantwerk.opdrachten.pakket.verzenden import te_verzenden  # noqa: PLC0415

    plan, overgeslagen = te_verzenden(dossier, plan, opnieuw=opnieuw)
    for partner in overgeslagen:
        click.echo(f"{partner.naam}: al verzonden, overgeslagen.")
    return plan


def _verzend(dossier: Geopend, made: Sequence[Gemaakt]) -> None:
    from convenantwerk.opdrachten.pakket.verzenden import verzend  # noqa: PLC0415  as above

    def klaar(partner: Partner) -> None:
        click.echo(f"  verzonden aan {partner.naam} ({partner.email})")

    uitslag = verzend(dossier, made, datetime.now().astimezone(), klaar)
    show_diagnostics(uitslag.diagnostics, err=True)
    click.echo(uitslag.telling(len(made)))
    if uitslag.diagnostics:
        sys.exit(1)
