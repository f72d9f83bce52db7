"""`convenant ondertekening`: who has signed, what comes back, reminders, refusals and the set."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.datum import voluit
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
from convenantwerk.cli.weergave import show_diagnostics, show_table, to_json
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Ondertekening, Tekening

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from convenantwerk.opdrachten.ondertekening.ronde import Ronde
    from convenantwerk.opdrachten.ondertekening.verwerken import Verwerkt
    from convenantwerk.tekenen.ondertekening import Tekenplaats


@click.group(
    options_metavar="[OPTIES]",
    subcommand_metavar="[OPDRACHT]",
    invoke_without_command=True,
)
@op_vandaag_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de stand als JSON.")
@click.pass_context
def ondertekening(ctx: click.Context, op: date | None, json_: bool) -> None:  # noqa: FBT001  click passes flags by name
    """Toon wie de laatst vastgestelde versie heeft getekend, en welke brief nodig is.

    Met een OPDRACHT verwerkt u getekende stukken, herinnert u, legt u een weigering vast of maakt
    u de complete set.
    """
    if ctx.invoked_subcommand is not None:
        return
    ronde = _ronde(ctx.obj, op or today())
    if json_:
        click.echo(to_json(_als_json(ronde)))
    else:
        _toon(ronde)


def _ronde(dossier: Path | None, op: date) -> Ronde:
    from convenantwerk.opdrachten.ondertekening.ronde import lees_ronde  # noqa: PLC0415

    ronde = lees_ronde(find_root(dossier), op)
    if isinstance(ronde, tuple):
        show_diagnostics(ronde, err=True)
        sys.exit(1)
    return ronde


def _toon(ronde: Ronde) -> None:
    from convenantwerk.opdrachten.ondertekening.ronde import (  # noqa: PLC0415
        regel_inwerking,
        volgende_brief,
    )
    from convenantwerk.tekenen.tekenstand import per_partner_stand  # noqa: PLC0415

    versie = ronde.editie.versie
    done = sum(p.status == "getekend" for p in ronde.plaatsen)
    rijen = []
    for partner, plaatsen in per_partner_stand(ronde.plaatsen):
        brief = volgende_brief(plaatsen)
        for number, plaats in enumerate(plaatsen):
            wie = plaats.ondertekenaar.persoon if plaats.ondertekenaar else "niemand bevoegd"
            rijen.append(
                (
                    "" if number else partner.naam,
                    wie,
                    plaats.deel,
                    _hoever(plaats),
                    "" if number else brief,
                )
            )
    show_table(
        f"Ondertekening van versie {versie.naam}",
        (
            f"sha256 {versie.kort}, vastgesteld op {voluit(ronde.stand.vastgesteld)}. "
            f"{done} van {len(ronde.plaatsen)} handtekeningen.",
            regel_inwerking(ronde.stand),
        ),
        ("Partner", "Ondertekenaar", "Deel", "Stand", "Volgende brief"),
        rijen,
    )
    brieven = {rij[-1] for rij in rijen}
    for brief, opdracht in _OPDRACHTEN.items():
        if brief in brieven:
            click.echo(f"{brief.capitalize()}: {opdracht}")


# How each letter is made.
_OPDRACHTEN = {
    "aanbiedingsbrief": "convenant pakket PARTNER, of --alle voor iedereen tegelijk",
    "herinnering": "convenant ondertekening herinner",
    "eerst een ondertekenaar": "vul convenant/registers/ondertekenaars.yaml aan",
}


def _hoever(plaats: Tekenplaats) -> str:
    match plaats.status:
        case "getekend":
            g = plaats.handtekening
            wijze = {"digitaal": ", digitaal", "nat": ", met de pen"}.get((g and g.wijze) or "", "")
            return f"getekend op {voluit(g.datum)}{wijze}" if g else "getekend"
        case "geweigerd":
            return f"geweigerd op {voluit(plaats.weigering.datum)}" if plaats.weigering else ""
        case "aangeboden" | "te laat":
            a = plaats.aanbieding
            tot = f", terug uiterlijk {voluit(a.uiterlijk)}" if a and a.uiterlijk else ""
            return f"{'te laat: ' if plaats.status == 'te laat' else ''}aangeboden{tot}"
        case status:
            return status


def _als_json(ronde: Ronde) -> object:
    from convenantwerk.opdrachten.ondertekening.ronde import volgende_brief  # noqa: PLC0415
    from convenantwerk.tekenen.tekenstand import per_partner_stand  # noqa: PLC0415

    brieven = {p.sleutel: volgende_brief(rows) for p, rows in per_partner_stand(ronde.plaatsen)}
    return {
        "versie": ronde.editie.versie.naam,
        "sha256": ronde.editie.versie.sha256,
        "vastgesteld": ronde.stand.vastgesteld,
        "in_werking": ronde.stand.in_werking,
        "regel": ronde.stand.regel,
        "plaatsen": [
            {
                "partner": p.partner.sleutel,
                "ondertekenaar": p.ondertekenaar.sleutel if p.ondertekenaar else None,
                "deel": p.deel,
                "status": p.status,
                "handtekening": p.handtekening,
                "aanbieding": p.aanbieding,
                "weigering": p.weigering,
                "volgende_brief": brieven[p.partner.sleutel] or None,
            }
            for p in ronde.plaatsen
        ],
    }


# --- what comes back -----------------------------------------------------------------------


@ondertekening.command(options_metavar="[OPTIES]")
@click.argument(
    "bestanden", nargs=-1, required=True, type=click.Path(dir_okay=False, path_type=Path)
)
@click.option("--nat", is_flag=True, help="Met de pen getekend: het bestand is een scan.")
@click.option("--partner", default="", help="Bij --nat: voor welke partner is getekend.")
@click.option("--door", multiple=True, help="Bij --nat: wie tekende; mag vaker.")
@click.option("--datum", type=Datum(), help="Bij --nat: de dag die bij de handtekening staat.")
@ja_option
@op_vandaag_option
@click.pass_obj
def verwerk(
    dossier: Path | None,
    /,
    bestanden: tuple[Path, ...],
    **opties: Any,  # noqa: ANN401
) -> None:
    """Neem getekende stukken terug: controleer ze, bewaar ze in het archief en leg ze vast.

    Een PDF die niet klopt, wordt geweigerd met de reden; daarvan blijft niets achter. Wat u met
    --nat vertelt, kan het programma niet nagaan; daarom vraagt het eerst of het klopt.
    """
    from convenantwerk.opdrachten.ondertekening.verwerken import (  # noqa: PLC0415
        Nat,
        Verwerkt,
        bereid_nat,
        leg_nat_vast,
        verwerk,
    )

    root = find_root(dossier)
    op = opties["op"] or today()
    if opties["nat"]:
        if not opties["partner"] or opties["datum"] is None or len(bestanden) != 1:
            raise click.UsageError("Met --nat horen één bestand, --partner en --datum.")
        nat = Nat(opties["partner"], opties["door"], opties["datum"])
        plan = bereid_nat(root, bestanden[0], nat, op)
        if not isinstance(plan, Verwerkt):
            for g in van_soort(plan.voorstel.nieuw.gebeurtenissen, Tekening):
                click.echo(_vastgelegd(g, _namen(root)))
            vraag(ja=opties["ja"])
            plan = leg_nat_vast(root, plan)
        uitslagen = [plan]
    else:
        if opties["partner"] or opties["door"] or opties["datum"]:
            raise click.UsageError("--partner, --door en --datum horen bij --nat.")
        gelezen = verwerk(root, bestanden, op)
        if isinstance(gelezen, tuple):
            show_diagnostics(gelezen, err=True)
            stop()
        uitslagen = gelezen
    for uitslag in uitslagen:
        _toon_uitslag(uitslag, _namen(root))
    if any(not uitslag.gebeurtenissen for uitslag in uitslagen):
        sys.exit(1)


def _namen(root: Path) -> Mapping[str, str]:
    """Return how partners and ondertekenaars are called, by "partner:…" and "tekenaar:…"."""
    from convenantwerk.dossier.lezen import lees_registers  # noqa: PLC0415

    registers, _ = lees_registers(root)
    if registers is None:
        return {}
    return {
        **{f"partner:{p.sleutel}": p.naam for p in registers.partners},
        **{f"tekenaar:{o.sleutel}": o.persoon for o in registers.ondertekenaars},
    }


def _toon_uitslag(uitslag: Verwerkt, namen: Mapping[str, str]) -> None:
    from convenantwerk.basis.files import shown  # noqa: PLC0415

    show_diagnostics(uitslag.diagnostics, err=True)
    for g in uitslag.gebeurtenissen:
        click.echo(f"{shown(uitslag.path)}: {_vastgelegd(g, namen)}")
    if uitslag.gebeurtenissen:
        digest = uitslag.gebeurtenissen[0].sha256
        click.echo(f"    origineel bewaard in archief/getekend/, als {digest[:12]}…")


def _vastgelegd(g: Tekening, namen: Mapping[str, str]) -> str:
    wie = namen.get(f"tekenaar:{g.ondertekenaar}", g.ondertekenaar)
    partner = namen.get(f"partner:{g.partner}", g.partner)
    wijze = "met de pen" if g.wijze == "nat" else "digitaal"
    moment = f" ({g.kenmerk})" if g.kenmerk else ""
    if isinstance(g, Ondertekening):
        wat = f"getekend door {wie} namens {partner}: {', '.join(g.delen)}"
    else:
        wat = f"medeondertekend door {wie}, bij de toetreding van {partner}"
    return f"{wat}, versie {g.versie}, {voluit(g.datum)}, {wijze}{moment}"


# --- reminders, refusals, the set ----------------------------------------------------------


@ondertekening.command(options_metavar="[OPTIES]")
@click.argument("partners", nargs=-1)
@op_vandaag_option
@formaat_option
@uit_option
@click.pass_obj
def herinner(
    dossier: Path | None,
    partners: tuple[str, ...],
    op: date | None,
    formaten: tuple[str, ...],
    uit: Path | None,
) -> None:
    """Maak herinneringen voor wie te laat is, met het stuk dat eerder is aangeboden.

    Zonder PARTNERS voor allen die te laat zijn.
    """
    from convenantwerk.basis.files import write_all  # noqa: PLC0415
    from convenantwerk.opdrachten.ondertekening.ronde import maak_herinneringen  # noqa: PLC0415

    day = op or today()
    root = find_root(dossier)
    made = maak_herinneringen(root, _ronde(dossier, day), partners, day, formaten)
    if not made:
        click.echo("Niemand is te laat.")
        return
    folder = uit or root / "build"
    write_all(folder, made)
    toon_paden(folder, made)


@ondertekening.command(options_metavar="[OPTIES]")
@click.argument("partner")
@click.option("--datum", type=Datum(), required=True, help="De dag waarop de partner weigerde.")
@click.option("--reden", default="", help="Waarom, als de partner dat zei.")
@ja_option
@op_vandaag_option
@click.pass_obj
def weigering(  # noqa: PLR0913, PLR0917  # one parameter for each option
    dossier: Path | None,
    partner: str,
    datum: date,
    reden: str,
    ja: bool,  # noqa: FBT001  # click passes flags by name
    op: date | None,
) -> None:
    """Leg vast dat PARTNER niet wil tekenen."""
    from convenantwerk.controles.voorstel import leg_vast  # noqa: PLC0415
    from convenantwerk.opdrachten.ondertekening.ronde import (  # noqa: PLC0415
        Weigeropdracht,
        stel_weigering_voor,
    )

    root = find_root(dossier)
    day = op or today()
    ronde = _ronde(dossier, day)
    voorstel = stel_weigering_voor(root, ronde, partner, Weigeropdracht(datum, reden.strip()), day)
    show_diagnostics(voorstel.bezwaren, err=True)
    if has_fout(voorstel.bezwaren):
        stop()
    click.echo(f"{partner} weigerde op {voluit(datum)} versie {ronde.editie.versie.naam}.")
    vraag(ja=ja)
    leg_vast(root, voorstel, root, {})
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")


@ondertekening.command(options_metavar="[OPTIES]")
@op_vandaag_option
@uit_option
@click.pass_obj
def bundel(dossier: Path | None, op: date | None, uit: Path | None) -> None:
    """Maak de complete set: wie tekende, het convenant, en alle getekende originelen erin."""
    from convenantwerk.basis.files import shown  # noqa: PLC0415
    from convenantwerk.opdrachten.ondertekening.bundel import bundel  # noqa: PLC0415

    root = find_root(dossier)
    folder = uit or root / "build"
    made = bundel(root, folder, op or today())
    show_diagnostics(made.diagnostics, err=True)
    if made.pad:
        click.echo(f"{shown(folder / made.pad)}: {made.handtekeningen} handtekeningen.")
        if made.open_:
            click.echo(f"Nog {made.open_} handtekeningen open; 'convenant ondertekening' toont ze.")
    sys.exit(1 if has_fout(made.diagnostics) else 0)
