"""`convenant besluit` and `convenant vergadering`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from convenantwerk.cli.bevestigen import (
    ja_option,
    op_vandaag_option,
    toon_paden,
    uit_option,
)
from convenantwerk.cli.opties import Datum
from convenantwerk.cli.terugweg import vraag_ja
from convenantwerk.cli.waarden import Opties, geopend, map_uit, met
from convenantwerk.cli.weergave import toon_opsommingen
from convenantwerk.dossier.registers import Besluit
from convenantwerk.opdrachten.termijnen import leg_vast_met_agenda
from convenantwerk.opdrachten.vergadering import (
    Vergaderopdracht,
    stel_vergadering_voor,
    zinnen_over,
)
from convenantwerk.opdrachten.wijzigen import nieuw_besluit, zinnen_over_nieuw

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class _Besluit(Opties):
    datum: date
    titel: str
    orgaan: str
    plaats: str
    kenmerk: str
    sleutel: str
    ja: bool


@click.command(options_metavar="[OPTIES]")
@click.argument("datum", type=Datum())
@click.option("--titel", default="", help="Hoe het heet; anders naar het orgaan en de dag.")
@click.option("--orgaan", default="", help="Wie het nam; anders wie volgens de regels beslist.")
@click.option("--plaats", default="", help="Waar het is genomen.")
@click.option("--kenmerk", default="", help="Het kenmerk.")
@click.option("--sleutel", default="", help="De korte naam in het register; anders vanzelf.")
@ja_option
@op_vandaag_option
@met(_Besluit)
def besluit(opties: _Besluit) -> None:
    """Leg een besluit vast, en dat het is genomen.

    DATUM is de dag van het besluit. Andere opdrachten noemen het daarna bij zijn sleutel.
    """
    dossier = geopend(opties.dag)
    rij = Besluit(
        opties.sleutel, opties.datum, opties.titel, opties.orgaan, opties.plaats, opties.kenmerk
    )
    found = nieuw_besluit(dossier, rij)

    zinnen = zinnen_over_nieuw(found)
    vraag_ja(found.voorstel.bezwaren, lambda: toon_opsommingen(zinnen), ja=opties.ja)
    dossier.leg_vast(found.voorstel)
    click.echo("Vastgelegd in convenant/registers/besluiten.yaml en gebeurtenissen.yaml.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vergadering(Opties):
    datum: date
    plaats: str
    stukken: tuple[str, ...]
    besluit: str
    naar: date | None
    vervalt: bool
    reden: str
    ja: bool
    uit: Path | None


@click.command(options_metavar="[OPTIES]")
@click.argument("datum", type=Datum())
@click.option("--plaats", default="", help="Waar zij is.")
@click.option(
    "--stuk",
    "stukken",
    multiple=True,
    help="Een stuk dat wordt vastgesteld, zoals 'jaarplan 2027'; mag vaker.",
)
@click.option("--besluit", default="", metavar="SLEUTEL", help="Een besluit dat is genomen.")
@click.option("--naar", type=Datum(), help="De vergadering gaat naar deze dag.")
@click.option("--vervalt", is_flag=True, help="De vergadering gaat niet door.")
@click.option("--reden", default="", help="Waarom zij wordt verzet of vervalt.")
@ja_option
@op_vandaag_option
@uit_option
@met(_Vergadering)
def vergadering(opties: _Vergadering) -> None:
    """Leg een vergadering van de Stuurgroep vast, verzet haar of laat haar vervallen.

    DATUM is de dag. Staat er op die dag al een, dan wordt zij aangevuld met wat u noemt.
    """
    if opties.naar and opties.vervalt:
        raise click.UsageError("Kies één van --naar en --vervalt.")
    dossier = geopend(opties.dag)
    opdracht = Vergaderopdracht(
        datum=opties.datum,
        plaats=opties.plaats,
        stukken=opties.stukken,
        besluit=opties.besluit,
        naar=opties.naar,
        vervalt=opties.vervalt,
        reden=opties.reden,
    )
    found = stel_vergadering_voor(dossier, opdracht)

    zinnen = zinnen_over(found)
    vraag_ja(found.voorstel.bezwaren, lambda: toon_opsommingen(zinnen), ja=opties.ja)
    folder = map_uit(dossier, opties.uit)
    paths = leg_vast_met_agenda(dossier, folder, found.voorstel)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    toon_paden(folder, paths)
