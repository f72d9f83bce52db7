"""`convenant ondertekening`: who has signed, what comes back, reminders, refusals and the set."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.bevestigen import (
    formaat_option,
    ja_option,
    op_vandaag_option,
    toon_paden,
    uit_option,
    weiger_bij_fout,
)
from convenantwerk.cli.groep import Groep, Uitgesteld
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.plakbaar import zeg
from convenantwerk.cli.tabel import show_table, toon_zin
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.waarden import Opties, Papieropties, geopend, getoond, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.ondertekening.bundel import bundel as maak_bundel
from convenantwerk.opdrachten.ondertekening.herinneren import (
    leg_herinneringen_vast,
    stel_herinneringen_voor,
)
from convenantwerk.opdrachten.ondertekening.ronde import (
    Weigeropdracht,
    hoever,
    lees_ronde,
    stel_weigering_voor,
    weigerzin,
)
from convenantwerk.tekenen.tekenstand import per_partner_stand, regel_inwerking, volgende_brief

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.opdrachten.ondertekening.herinneren import Herinneringsvoorstel
    from convenantwerk.opdrachten.ondertekening.ronde import Ronde


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ondertekening(Opties):
    json_: bool


@click.group(
    cls=Groep,
    commands=[
        Uitgesteld(
            "verwerk",
            "verwerk",
            "Neem getekende stukken terug: controleer ze, bewaar ze in het archief en leg ze vast.",
        )
    ],
    options_metavar="[OPTIES]",
    subcommand_metavar="[OPDRACHT]",
    invoke_without_command=True,
)
@op_vandaag_option
@click.option("--json", "json_", is_flag=True, help="Schrijf de stand als JSON.")
@met(_Ondertekening)
def ondertekening(opties: _Ondertekening) -> None:
    """Toon wie de laatst vastgestelde versie heeft getekend, en welke brief nodig is.

    Met een OPDRACHT verwerkt u getekende stukken, herinnert u, legt u een weigering vast of maakt
    u de complete set.
    """
    opdracht = click.get_current_context().invoked_subcommand
    if opdracht is not None:
        if opties.json_:
            raise click.UsageError(f"Bij '{opdracht}' hoort geen --json.")
        return
    ronde = lees_ronde(geopend(opties.dag))
    if opties.json_:
        click.echo(to_json(_als_json(ronde)))
    else:
        _toon(ronde)


def _toon(ronde: Ronde) -> None:
    versie = ronde.editie.versie
    done = sum(p.status == "getekend" for p in ronde.plaatsen)
    rijen = []
    for partner, plaatsen in per_partner_stand(ronde.plaatsen):
        brief = volgende_brief(plaatsen)
        # The letter stands at what it is about, not at what is signed already.
        eerste = next((n for n, p in enumerate(plaatsen) if p.status != "getekend"), 0)
        for number, plaats in enumerate(plaatsen):
            wie = plaats.ondertekenaar.persoon if plaats.ondertekenaar else "niemand bevoegd"
            rijen.append(
                (
                    "" if number else partner.naam,
                    wie,
                    plaats.deel,
                    hoever(plaats),
                    brief if number == eerste else "",
                )
            )
    show_table(
        f"Ondertekening van versie {versie.naam}",
        (
            f"sha256 {versie.kort}, vastgesteld op {voluit(ronde.stand.vastgesteld)}. "
            f"{done} van {len(ronde.plaatsen)} handtekeningen.",
            regel_inwerking(ronde.stand),
            *filter(None, (ronde.editie.mist_voor_meldingen,)),
        ),
        ("Partner", "Ondertekenaar", "Deel", "Stand", "Volgende brief"),
        rijen,
    )
    brieven = {rij[-1] for rij in rijen}
    for brief, opdracht in _OPDRACHTEN.items():
        if brief in brieven:
            zeg(f"{brief.capitalize()}: {opdracht}")


# How each letter is made.
_OPDRACHTEN = {
    "aanbiedingsbrief": "convenant pakket PARTNER, of --alle voor iedereen tegelijk",
    "herinnering": "convenant ondertekening herinner",
    "eerst een ondertekenaar": "vul convenant/registers/ondertekenaars.yaml aan",
}


def _als_json(ronde: Ronde) -> object:
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
                "herinnering": p.herinnering,
                "volgende_brief": brieven[p.partner.sleutel] or None,
            }
            for p in ronde.plaatsen
        ],
    }


# --- reminders, refusals, the set ----------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Herinner(Papieropties):
    partners: tuple[str, ...]
    ja: bool


@ondertekening.command(options_metavar="[OPTIES]")
@click.argument("partners", metavar="[PARTNER]", nargs=-1)
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@met(_Herinner)
def herinner(opties: _Herinner) -> None:
    """Maak herinneringen voor wie te laat is, met het stuk dat eerder is aangeboden.

    Noem een of meer partners; zonder PARTNER voor allen die te laat zijn. Dat zij zijn herinnerd,
    wordt vastgelegd; 'convenant brief herinnering' maakt de brieven opnieuw.
    """
    dossier = geopend(opties.dag)

    def bekijk(_: Mapping[str, Any]) -> Herinneringsvoorstel:
        voorstel = stel_herinneringen_voor(dossier, opties.partners)
        weiger_bij_fout(voorstel.voorstel.bezwaren)
        if not voorstel.aan:
            click.echo("Niemand is te laat.")
            sys.exit(0)
        click.echo(f"{voorstel.telling}:")
        for partner, _aanbiedingen in voorstel.aan:
            click.echo(f"  {partner.naam}")
        return voorstel

    voorstel = leg_voor((), {}, bekijk, ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    show_diagnostics(tuple(zonder_adres(partner for partner, _ in voorstel.aan)), err=True)
    made = leg_herinneringen_vast(dossier, folder, voorstel, opties.formaten)
    click.echo(
        "Vastgelegd in convenant/registers/gebeurtenissen.yaml."
        if voorstel.nieuw
        else "Opnieuw gemaakt; dat er vandaag is herinnerd, was al vastgelegd."
    )
    toon_paden(folder, made)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weigering(Opties):
    partner: str
    datum: date
    reden: str
    ja: bool


@ondertekening.command(options_metavar="[OPTIES]")
@click.argument("partner")
@click.option("--datum", type=Datum(), required=True, help="De dag waarop de partner weigerde.")
@click.option("--reden", default="", help="Waarom, als de partner dat zei.")
@ja_option
@op_vandaag_option
@met(_Weigering)
def weigering(opties: _Weigering) -> None:
    """Leg vast dat PARTNER niet wil tekenen."""
    dossier = geopend(opties.dag)

    def bekijk(gegeven: Mapping[str, Any]) -> Voorstel:
        opdracht = Weigeropdracht(gegeven["datum"], gegeven["reden"])
        partner = zoek_partner(dossier.root, dossier.registers, gegeven["partner"])
        voorstel, versie = stel_weigering_voor(dossier, partner.sleutel, opdracht)
        weiger_bij_fout(voorstel.bezwaren)
        toon_zin(weigerzin(partner, opdracht, versie))
        return voorstel

    waarden = {g.naam: getattr(opties, g.naam) for g in _WEIGERING}
    dossier.leg_vast(leg_voor(_WEIGERING, waarden, bekijk, ja=opties.ja))
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")


_WEIGERING = (
    Gegeven("partner", "Partner", "de naam van de partner", nodig=True),
    Gegeven("datum", "Dag van de weigering", "--datum", Datum(), nodig=True),
    Gegeven("reden", "Reden", "--reden"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bundel(Opties):
    uit: Path | None


@ondertekening.command(options_metavar="[OPTIES]")
@op_vandaag_option
@uit_option
@met(_Bundel)
def bundel(opties: _Bundel) -> None:
    """Maak de complete set: wie tekende, het convenant, en alle getekende originelen erin."""
    dossier = geopend(opties.dag)
    folder = map_uit(dossier, opties.uit)
    made = maak_bundel(dossier, folder)
    show_diagnostics(made.diagnostics, err=True)
    click.echo(f"{getoond(folder, made.pad)}: {made.handtekeningen} handtekeningen.")
    if made.open_:
        zeg(f"Nog {made.open_} handtekeningen open; 'convenant ondertekening' toont ze.")
    sys.exit(1 if has_fout(made.diagnostics) else 0)
