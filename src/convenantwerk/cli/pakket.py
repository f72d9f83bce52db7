"""`convenant pakket`: packs to sign, as files or sent."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.bevestigen import ja_option, op_vandaag_option, stop, uit_option, vraag
from convenantwerk.cli.opties import Datum, find_root, today
from convenantwerk.cli.weergave import show_diagnostics

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.dossier.registers import Partner


@click.command(options_metavar="[OPTIES]")
@click.argument("partners", nargs=-1, metavar="[PARTNER]...")
@click.option("--alle", is_flag=True, help="Voor iedereen die nog moet tekenen.")
@click.option("--uiterlijk", type=Datum(), help="Wanneer het stuk terug moet zijn.")
@click.option("--verzend", is_flag=True, help="Verstuur de berichten via uw mailserver.")
@click.option("--opnieuw", is_flag=True, help="Met --verzend: ook aan wie al een bericht kreeg.")
@ja_option
@op_vandaag_option
@uit_option
@click.pass_obj
def pakket(dossier: Path | None, /, partners: tuple[str, ...], **opties: Any) -> None:  # noqa: ANN401
    """Maak voor PARTNER een pakket om te tekenen: zip en e-mail in concept.

    Daarin zitten de brief, het ondertekeningsblad of de toetredingsverklaring, het convenant, wat
    er is veranderd sinds de versie die de partner het laatst tekende, en de agenda.
    """
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.pakket.pakket import maak_pakketten, maak_plan  # noqa: PLC0415

    if bool(partners) == opties["alle"]:
        raise click.UsageError("Noem partners, of gebruik --alle.")
    root = find_root(dossier)
    op = opties["op"] or today()
    if opties["uiterlijk"] and opties["uiterlijk"] < op:
        raise click.BadParameter("deze dag is al voorbij.", param_hint="'--uiterlijk'")
    plan = maak_plan(root, partners, op, opties["uiterlijk"])
    if isinstance(plan, tuple):
        show_diagnostics(plan, err=True)
        stop()
    if opties["verzend"]:
        plan = _te_verzenden(root, plan, opnieuw=opties["opnieuw"])
    show_diagnostics(plan.diagnostics, err=True)
    if not plan.pakketten:
        fout = has_fout(plan.diagnostics)
        click.echo("Niets gemaakt." if fout else "Er is niets te maken.", err=True)
        sys.exit(1 if fout else 0)
    versie = plan.ronde.editie.versie
    aantal = len(plan.pakketten)
    click.echo(
        f"{aantal} {'pakket' if aantal == 1 else 'pakketten'} van versie {versie.naam} "
        f"({versie.kort}), terug uiterlijk {voluit(plan.uiterlijk)}"
        f"{', te verzenden per e-mail' if opties['verzend'] else ''}."
    )
    vraag(ja=opties["ja"])
    folder = opties["uit"] or root / "build"
    with click.progressbar(length=aantal, label="Pakketten", file=sys.stderr) as bar:
        made = maak_pakketten(root, folder, plan, op, lambda _: bar.update(1))
    click.echo("Pakketten gemaakt; wat nieuw is aangeboden, is vastgelegd.")
    for gemaakt in made:
        for pad in gemaakt.paden:
            click.echo(f"  {shown(folder / pad)}")
    if opties["verzend"]:
        _verzend(root, made, versie.naam)
    elif has_fout(plan.diagnostics):
        sys.exit(1)


def _te_verzenden(root: Path, plan: Any, *, opnieuw: bool) -> Any:  # noqa: ANN401  a Plan
    """Return the plan without those who got a message already, once the server is known."""
    from dataclasses import replace  # noqa: PLC0415

    from convenantwerk.opdrachten.pakket.verzenden import eis_post, nog_te_verzenden  # noqa: PLC0415

    eis_post(root, plan.ronde.gelezen.registers)
    if opnieuw:
        return plan
    todo = nog_te_verzenden(plan)
    left = tuple(p for p in plan.pakketten if p.partner.sleutel in todo)
    for pakket in plan.pakketten:
        if pakket not in left:
            click.echo(f"{pakket.partner.naam}: al verzonden, overgeslagen.")
    return replace(plan, pakketten=left)


def _verzend(root: Path, made: Any, versie: str) -> None:  # noqa: ANN401  packs
    from convenantwerk.opdrachten.pakket.verzenden import verzend  # noqa: PLC0415

    def klaar(partner: Partner) -> None:
        click.echo(f"  verzonden aan {partner.naam} ({partner.email})")

    uitslag = verzend(root, made, versie, datetime.now().astimezone(), klaar)
    show_diagnostics(uitslag.diagnostics, err=True)
    click.echo(f"{len(uitslag.partners)} van {len(made)} berichten verzonden.")
    if uitslag.diagnostics:
        sys.exit(1)
