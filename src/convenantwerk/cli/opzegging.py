"""`convenant opzegging` and `convenant verlenging`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.cli.bevestigen import (
    GeweigerdError,
    formaat_option,
    ja_option,
    op_vandaag_option,
    toon_paden,
    uit_option,
    weiger_bij_fout,
)
from convenantwerk.cli.opties import Datum, Getal
from convenantwerk.cli.tabel import toon_zinnen
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.waarden import Vastlegopties, geopend, map_uit, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.dossier.gebeurtenissen import Vorm
from convenantwerk.opdrachten.adressering import zonder_adres
from convenantwerk.opdrachten.opzegging import (
    Opzegopdracht,
    bereken,
    leg_opzegging_vast,
    zinnen_over,
)
from convenantwerk.opdrachten.verlenging import (
    bereid_verlenging,
    herhaal_berichten,
    leg_verlenging_vast,
)
from convenantwerk.opdrachten.verlenging import zinnen_over as over_verlenging

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from convenantwerk.dossier.gebeurtenissen.stuurgroep import Verlenging
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.opzegging import Gevolg, Stap
    from convenantwerk.opdrachten.verlenging import Verlengingsvoorstel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opzegging(Vastlegopties):
    partner: str
    ontvangen: date
    verzonden: date | None
    vorm: Vorm
    kenmerk: str
    geadresseerde: str
    intrekken: bool
    instemming: bool
    bevestigd: bool
    regeling: bool

    @property
    def stap(self) -> Stap:
        """What is recorded."""
        asked: dict[Stap, bool] = {
            "bevestiging": self.bevestigd,
            "intrekking": self.intrekken,
            "instemming": self.instemming,
            "regeling": self.regeling,
        }
        chosen = [stap for stap, given in asked.items() if given]
        if len(chosen) > 1:
            keuze = "--bevestigd, --intrekken, --instemming en --regeling"
            raise click.UsageError(f"Kies één van {keuze}.")
        return chosen[0] if chosen else "opzegging"


_INTREKKING = (
    Gegeven("partner", "Partner", "de naam van de partner", nodig=True),
    Gegeven("ontvangen", "Dag van ontvangst", "--ontvangen", Datum(), nodig=True),
    Gegeven("kenmerk", "Kenmerk", "--kenmerk"),
)
_REGELING = (
    Gegeven("partner", "Partner", "de naam van de partner", nodig=True),
    Gegeven("ontvangen", "Dag van de regeling", "--ontvangen", Datum(), nodig=True),
    Gegeven("kenmerk", "Kenmerk", "--kenmerk"),
)
_OPZEGGING = (
    *_INTREKKING,
    Gegeven("verzonden", "Dag van verzending", "--verzonden", Datum()),
    Gegeven("vorm", "Vorm", "--vorm", click.Choice(get_args(Vorm)), nodig=True),
    Gegeven("geadresseerde", "Geadresseerde", "--geadresseerde"),
)


@click.command(options_metavar="[OPTIES]")
@click.argument("partner")
@click.option(
    "--ontvangen",
    type=Datum(),
    required=True,
    help="De dag van ontvangst; die telt. Bij een latere stap de dag daarvan.",
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
@click.option("--instemming", is_flag=True, help="Met de intrekking is ingestemd.")
@click.option(
    "--bevestigd",
    is_flag=True,
    help="De opzegging die loopt, kwam anders, en is nu bevestigd in de vorm van --vorm.",
)
@click.option(
    "--regeling",
    is_flag=True,
    help="De regeling van de gevolgen is er; --ontvangen is dan de dag ervan.",
)
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@met(_Opzegging)
def opzegging(opties: _Opzegging) -> None:
    """Leg de opzegging van PARTNER vast, of haar intrekking, en maak de brieven.

    Eerst ziet u wat eruit volgt, en kunt u elk antwoord wijzigen; pas na uw ja wordt er iets
    vastgelegd.
    """
    stap = opties.stap
    gegevens = {"opzegging": _OPZEGGING, "bevestiging": _OPZEGGING, "regeling": _REGELING}.get(
        stap, _INTREKKING
    )
    waarden = {gegeven.naam: getattr(opties, gegeven.naam) for gegeven in gegevens}
    dossier = geopend(opties.dag)

    def bekijk(gegeven: Mapping[str, Any]) -> Gevolg:
        gevolg = bereken(dossier, Opzegopdracht(**gegeven, stap=stap))
        weiger_bij_fout(gevolg.voorstel.bezwaren)
        toon_zinnen(zinnen_over(gevolg))
        return gevolg

    gevolg = leg_voor(gegevens, waarden, bekijk, ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    paths = leg_opzegging_vast(dossier, folder, gevolg, opties.formaten)
    if not gevolg.zonder_brief:
        show_diagnostics(tuple(zonder_adres([gevolg.partner])), err=True)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    toon_paden(folder, paths)


_JAAR = Getal(1990, 2200)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verlenging(Vastlegopties):
    jaar: int


@click.command(options_metavar="[OPTIES]")
@click.argument("jaar", type=_JAAR)
@ja_option
@op_vandaag_option
@formaat_option
@uit_option
@met(_Verlenging)
def verlenging(opties: _Verlenging) -> None:
    """Leg de verlenging vast voor de termijn die in JAAR begint, en maak het bericht per partner.

    Wie heeft opgezegd en dan niet meer deelneemt, krijgt geen bericht.
    """
    dossier = geopend(opties.dag)
    eerder = bereid_verlenging(dossier, opties.jaar).eerder
    if eerder is not None:
        _herhaal_verlenging(dossier, opties, eerder)
        return

    def bekijk(gegeven: Mapping[str, Any]) -> Verlengingsvoorstel:
        found = bereid_verlenging(dossier, gegeven["jaar"])
        if found.eerder is not None:
            click.echo(f"De verlenging voor {gegeven['jaar']} is al vastgelegd.")
            raise GeweigerdError
        weiger_bij_fout(found.bezwaren)
        _toon_verlenging(found)
        return found

    jaar = Gegeven("jaar", "Jaar waarin de termijn begint", "het jaar", _JAAR, nodig=True)
    found = leg_voor((jaar,), {"jaar": opties.jaar}, bekijk, ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    paths = leg_verlenging_vast(dossier, folder, found, opties.formaten)
    show_diagnostics(tuple(zonder_adres(found.partners)), err=True)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    toon_paden(folder, paths)


def _toon_verlenging(found: Verlengingsvoorstel) -> None:
    for zin in over_verlenging(found):
        for een in (zin,) if isinstance(zin, str) else (f"  {weg}" for weg in zin):
            click.echo(een)


def _herhaal_verlenging(dossier: Geopend, opties: _Verlenging, eerder: Verlenging) -> None:
    """Make the messages again: who asks for a renewal that is recorded wants its letters."""
    click.echo(f"De verlenging voor {opties.jaar} is al vastgelegd, op {voluit(eerder.datum)}.")
    folder = map_uit(dossier, opties.uit)
    paths = herhaal_berichten(dossier, folder, eerder, opties.formaten)
    click.echo("De brieven zijn opnieuw gemaakt; er is niets vastgelegd.")
    toon_paden(folder, paths)
