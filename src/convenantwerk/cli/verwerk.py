"""`convenant ondertekening verwerk`: signed papers that come back."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.files import shown
from convenantwerk.cli.bevestigen import (
    GeweigerdError,
    ja_option,
    op_vandaag_option,
    weiger_bij_fout,
)
from convenantwerk.cli.opties import Datum, Lijst
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.waarden import Opties, geopend, met
from convenantwerk.cli.weergave import show_diagnostics
from convenantwerk.opdrachten.ondertekening import verwerken
from convenantwerk.opdrachten.ondertekening.verwerken import (
    Nat,
    Verwerkt,
    bereid_nat,
    leg_stuk_vast,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.ondertekening.verwerken import Stukvoorstel


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verwerk(Opties):
    bestanden: tuple[Path, ...]
    nat: bool
    partner: str
    door: tuple[str, ...]
    datum: date | None
    ja: bool


@click.command(options_metavar="[OPTIES]")
@click.argument(
    "bestanden",
    metavar="BESTAND",
    nargs=-1,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
)
@click.option("--nat", is_flag=True, help="Met de pen getekend: het bestand is een scan.")
@click.option("--partner", default="", help="Bij --nat: voor welke partner is getekend.")
@click.option("--door", multiple=True, help="Bij --nat: wie tekende; mag vaker.")
@click.option("--datum", type=Datum(), help="Bij --nat: de dag die bij de handtekening staat.")
@ja_option
@op_vandaag_option
@met(_Verwerk)
def verwerk(opties: _Verwerk) -> None:
    """Neem getekende stukken terug: controleer ze, bewaar ze in het archief en leg ze vast.

    U kunt meer dan een BESTAND noemen.
    Een PDF die niet klopt, wordt geweigerd met de reden; daarvan blijft niets achter. Wat u met
    --nat vertelt, kan het programma niet nagaan; daarom vraagt het eerst of het klopt.
    """
    dossier = geopend(opties.dag)
    uitslagen = _met_de_pen(dossier, opties) if opties.nat else _digitaal(dossier, opties)
    for uitslag in uitslagen:
        show_diagnostics(uitslag.diagnostics, err=True)
        for zin in uitslag.zinnen:
            toon_zin(f"{shown(uitslag.path)}: {zin}", vervolg="    ")
        if uitslag.gebeurtenissen:
            digest = uitslag.gebeurtenissen[0].sha256
            click.echo(f"    origineel bewaard in archief/getekend/, als {digest[:12]}…")
    if any(not uitslag.gebeurtenissen for uitslag in uitslagen):
        sys.exit(1)


def _digitaal(dossier: Geopend, opties: _Verwerk) -> list[Verwerkt]:
    if opties.partner or opties.door or opties.datum:
        raise click.UsageError("--partner, --door en --datum horen bij --nat.")
    return verwerken.verwerk(dossier, opties.bestanden)


def _met_de_pen(dossier: Geopend, opties: _Verwerk) -> list[Verwerkt]:
    if not opties.partner or opties.datum is None or len(opties.bestanden) != 1:
        raise click.UsageError("Met --nat horen één bestand, --partner en --datum.")
    path = opties.bestanden[0]

    def bekijk(gegeven: Mapping[str, Any]) -> Stukvoorstel:
        plan = bereid_nat(dossier, path, Nat(**gegeven))
        if isinstance(plan, Verwerkt):
            weiger_bij_fout(plan.diagnostics)
            raise GeweigerdError
        for zin in plan.zinnen:
            toon_zin(zin, vervolg="  ")
        return plan

    waarden = {g.naam: getattr(opties, g.naam) for g in _NAT}
    return [leg_stuk_vast(dossier, leg_voor(_NAT, waarden, bekijk, ja=opties.ja))]


_NAT = (
    Gegeven("partner", "Partner", "--partner", nodig=True),
    Gegeven("door", "Getekend door", "--door", Lijst()),
    Gegeven("datum", "Dag die bij de handtekening staat", "--datum", Datum(), nodig=True),
)
