"""`convenant stand`, `convenant partners` and `convenant overleggen`."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

import click

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.cli.als_json import to_json
from convenantwerk.cli.bevestigen import ja_option
from convenantwerk.cli.opties import lijst_opties
from convenantwerk.cli.tabel import show_table
from convenantwerk.cli.waarden import Opties, geopend, getoond, map_uit, met
from convenantwerk.cli.weergave import as_csv, show_csv, show_diagnostics
from convenantwerk.dossier.registers import Partnersoort
from convenantwerk.opdrachten.stand import LIJSTEN, lees_overleggen, lees_stand, schrijf_lijsten
from convenantwerk.stukken.lijsten import partnerregister, status

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.opdrachten.stand import Opname


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lijst(Opties):
    json_: bool
    csv_: bool
    formaten: tuple[str, ...] | None
    uit: Path | None
    openbaar: bool = False


@click.command(options_metavar="[OPTIES]")
@lijst_opties()
@met(_Lijst)
def stand(opties: _Lijst) -> None:
    """Toon hoe het ervoor staat: wie deelneemt, wie tekende en welke termijn loopt."""
    _toon("stand", opties)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Partners(_Lijst):
    blad: str
    kolommen: tuple[str, ...]
    soort: Partnersoort | None
    zelfde: tuple[str, ...]
    ja: bool

    @property
    def over_een_lijst(self) -> list[str]:
        """The options that say something of a list, as far as they were given."""
        gegeven = {
            "--blad": self.blad,
            "--kolom": self.kolommen,
            "--soort": self.soort,
            "--zelfde": self.zelfde,
            "--ja": self.ja,
        }
        return [optie for optie, waarde in gegeven.items() if waarde]


@click.command(options_metavar="[OPTIES]")
@click.option("--openbaar", is_flag=True, help="Alleen wat openbaar kan zijn.")
@click.option("--blad", default="", help="Bij --uit LIJST: het blad van de werkmap.")
@click.option(
    "--kolom",
    "kolommen",
    multiple=True,
    metavar="KOLOM=VELD",
    help="Bij --uit LIJST: wat er in een kolom staat, als dat anders is dan het lijkt; mag vaker.",
)
@click.option(
    "--soort",
    type=click.Choice(get_args(Partnersoort)),
    help="Bij --uit LIJST: de soort van nieuwe partners van wie de lijst het niet zegt.",
)
@click.option(
    "--zelfde",
    multiple=True,
    metavar="RIJ=SLEUTEL",
    help="Bij --uit LIJST: welke partner een rij is, of RIJ=nieuw; mag vaker.",
)
@ja_option
@lijst_opties("Een lijst (.xlsx of .csv) om over te nemen; met --formaat de map voor documenten.")
@met(_Partners)
def partners(opties: _Partners) -> None:
    """Toon het partnerregister, of neem met --uit de lijst van uw bureau over.

    Van een lijst in Excel of CSV ziet u eerst wat er in de kolommen staat en wat er anders wordt;
    pas na uw ja wordt het vastgelegd. --openbaar geeft het uittreksel voor publicatie.
    """
    if opties.uit is None or opties.formaten:
        if opties.over_een_lijst:
            raise click.UsageError(f"{opties.over_een_lijst[0]} hoort bij --uit LIJST.")
        _toon("partners", opties)
        return
    if opties.json_ or opties.csv_ or opties.openbaar:
        raise click.UsageError("Bij --uit LIJST horen geen --json, --csv of --openbaar.")
    if opties.uit.is_dir():
        raise click.UsageError(
            "--uit MAP hoort bij --formaat; noem anders een lijst, .xlsx of .csv."
        )
    from convenantwerk.cli.partnerlijst import Lijstopties, neem_lijst_over  # noqa: PLC0415

    keuzes = Lijstopties(opties.blad, opties.kolommen, opties.soort, opties.zelfde, opties.ja)
    neem_lijst_over(geopend(opties.dag), opties.uit, keuzes)


@click.command(options_metavar="[OPTIES]")
@lijst_opties()
@met(_Lijst)
def overleggen(opties: _Lijst) -> None:
    """Toon welke partner in welk overleg zit, en wat daarvoor nog ontbreekt."""
    _toon("overleggen", opties)


def _toon(naam: str, opties: _Lijst) -> None:
    dossier = geopend(opties.dag)
    met_tekst = naam == "overleggen" or (opties.json_ and not opties.openbaar)
    opname = (lees_overleggen if met_tekst else lees_stand)(dossier)
    alle = LIJSTEN[naam](opname)
    lijst = alle[-1] if opties.openbaar else alle[0]
    if opties.formaten:
        folder = map_uit(dossier, opties.uit)
        welke = (lijst,) if opties.openbaar else alle
        for path in schrijf_lijsten(dossier, folder, opname, welke, opties.formaten):
            click.echo(f"  {getoond(folder, path)}")
    elif opties.json_:
        click.echo(to_json(_as_json(naam, opname, openbaar=opties.openbaar)))
    elif opties.csv_:
        show_csv(as_csv(lijst.kop, lijst.gegevens))
    else:
        if naam == "stand":
            _toon_hoofd(opname)
        show_table(lijst.titel, lijst.toelichting, lijst.kop, lijst.rijen)
    show_diagnostics(opname.diagnostics, err=True)
    sys.exit(1 if has_fout(opname.diagnostics) else 0)


def _toon_hoofd(opname: Opname) -> None:
    """Print what goes before the tekenlijst: partners in and out, notices under way."""
    nu = opname.stand
    deelnemers = [d for d in nu.deelnames if d.status == "deelnemer"]
    melders = "" if nu.melders is None else f", van wie {nu.melders} een melding mogen doen"
    versie = f"laatst vastgestelde versie: {nu.versie}" if nu.versie else "nog niets vastgesteld"
    verlengd = f"; verlenging vastgelegd voor {nu.verlengd_voor}" if nu.verlengd_voor else ""
    click.echo(f"{len(deelnemers)} deelnemers{melders}.")
    click.echo(f"{versie.capitalize()}{verlengd}.")
    click.echo(nu.looptijd)
    if nu.vergaderingen or nu.regels.vergaderingen:
        click.echo(
            f"Vergaderingen van {nu.regels.vergadert} in {nu.op.year}: {len(nu.vergaderingen)}."
        )
    for d in nu.deelnames:
        if d.status != "deelnemer" or d.opzegging:
            click.echo(f"  {d.partner.naam}: {status(d)}")
    click.echo()


def _as_json(naam: str, opname: Opname, *, openbaar: bool) -> object:
    nu = opname.stand
    if openbaar:
        lijst = partnerregister(nu, openbaar=True)
        return {
            "op": nu.op,
            "partners": [dict(zip(lijst.kop, rij, strict=True)) for rij in lijst.rijen],
        }
    plaatsen = {p.deelname.partner.sleutel: dict(p.plaatsen) for p in opname.plaatsen}
    if naam == "overleggen":
        return {"op": nu.op, "overleggen": opname.overleggen, "plaatsen": plaatsen}
    deelnames = [
        {
            "partner": d.partner,
            "status": d.status,
            "sinds": d.sinds,
            "grond": d.grond,
            "tot": d.tot,
            "opzegging": d.opzegging,
            "einde": d.einde,
            "handtekeningen": d.handtekeningen,
            "mag_melden": d.mag_melden(nu.regels.melding),
            "overleggen": plaatsen.get(d.partner.sleutel, {}),
        }
        for d in nu.deelnames
    ]
    if naam == "partners":
        return {"op": nu.op, "partners": deelnames}
    return {
        "op": nu.op,
        "versie": nu.versie or None,
        "termijn": nu.termijn,
        "looptijd": nu.looptijd,
        "verlengd_voor": nu.verlengd_voor,
        "vergaderingen": nu.vergaderingen,
        "mandaten": nu.mandaten,
        "deelnames": deelnames,
    }
