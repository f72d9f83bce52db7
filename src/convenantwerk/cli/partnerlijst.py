"""`convenant partners --uit LIJST`: the list of an office into the registers."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.cli.bevestigen import weiger_bij_fout
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.weergave import show_diagnostics, toon_opsommingen, toon_rij
from convenantwerk.dossier.registers import Partnersoort
from convenantwerk.invoer.lijsten.blad import kolomletters
from convenantwerk.invoer.lijsten.lezen import lees_lijst
from convenantwerk.invoer.lijsten.organisaties import organisaties
from convenantwerk.opdrachten.partnerlijst.kolomkeuze import (
    aangevuld,
    als_veld,
    gekozen,
    kolomvraag,
    lees_veld,
    rijkeuzes,
    rijnaam,
    rijvraag,
)
from convenantwerk.opdrachten.partnerlijst.partnerlijst import Keuzes, vergelijk
from convenantwerk.opdrachten.partnerlijst.verslag import NIETS_NIEUWS, zinnen_over

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.invoer.lijsten.kolommen import Kolom
    from convenantwerk.invoer.lijsten.lezen import Tabel
    from convenantwerk.opdrachten.partnerlijst.partnerlijst import Lijstvoorstel

_ZELFDE = re.compile(r"(\d{1,7})\s*=\s*(\S+)")


class Lijstopties(NamedTuple):
    """What a user says of a list beforehand.

    Args:
        blad: the sheet, "" for that which looks most like it.
        kolommen: "KOLOM=VELD" for each column that holds something else than it seems.
        soort: of who is new and of whom the list does not say it.
        zelfde: "RIJ=SLEUTEL" or "RIJ=nieuw".
        ja: record without asking.
    """

    blad: str
    kolommen: tuple[str, ...]
    soort: Partnersoort | None
    zelfde: tuple[str, ...]
    ja: bool


class _Veld(click.ParamType[str]):
    """What a column holds: "functie", or "functie-2" of the second signatory."""

    name = "VELD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> str:
        """Return the field, or fail with what it can be."""
        try:
            return lees_veld(str(value))
        except ValueError as error:
            raise click.BadParameter(str(error), ctx, param) from None


def neem_lijst_over(dossier: Geopend, pad: Path, opties: Lijstopties) -> None:
    """Show what a list would change in the registers, ask for a ja, and record it."""
    tabel = lees_lijst(pad, opties.blad)
    kolommen = _met_keuzes(tabel, opties.kolommen)
    keuzes = Keuzes(opties.soort, dict(map(_zelfde, opties.zelfde)))
    vragen: tuple[Gegeven, ...] = ()
    gezegd: dict[str, Any] = {}
    if sys.stdin.isatty() and not opties.ja:
        vragen, gezegd = _vraag_door(dossier, tabel, kolommen, keuzes)
    waarden = {**{str(k.plek): als_veld(k) for k in kolommen}, **gezegd}
    gegevens = [
        Gegeven(str(k.plek), kolomvraag(tabel, k), "--kolom", _Veld(), nodig=True) for k in kolommen
    ]

    def bekijk(waarden: Mapping[str, Any]) -> Lijstvoorstel:
        gelezen = organisaties(tabel, _gekozen(kolommen, waarden))
        found = vergelijk(dossier, gelezen.organisaties, tabel.pad, aangevuld(keuzes, waarden))
        toon_opsommingen(zinnen_over(tabel, gelezen, found))
        toon_rij("Bladen die niet zijn gelezen (met --blad kiest u er een):", tabel.andere)
        show_diagnostics(gelezen.bevindingen, err=True)
        weiger_bij_fout(found.bevindingen)
        if found.leeg:
            click.echo(NIETS_NIEUWS)
            sys.exit(0)
        return found

    if opties.ja:
        for gegeven in gegevens:
            toon_zin(f"{gegeven.vraag}: {waarden[gegeven.naam]}", "  ", vervolg="      ")
    found = leg_voor((*gegevens, *vragen), waarden, bekijk, ja=opties.ja)
    dossier.leg_vast(found.voorstel)
    click.echo("Vastgelegd in convenant/registers.")


# --- what the user says ----------------------------------------------------------------------


def _zelfde(gegeven: str) -> tuple[int, str]:
    match = _ZELFDE.fullmatch(gegeven.strip())
    if match is None:
        raise click.UsageError(
            f"--zelfde '{gegeven}' is niet van de vorm RIJ=SLEUTEL of RIJ=nieuw."
        )
    return int(match[1]), match[2]


def _met_keuzes(tabel: Tabel, keuzes: Sequence[str]) -> tuple[Kolom, ...]:
    """Return the columns, those that were named as the user says they are.

    Raises:
        click.UsageError: there is no such column, or it cannot be that.
    """
    waarden = {str(k.plek): als_veld(k) for k in tabel.kolommen}
    for keuze in keuzes:
        naam, _, veld = keuze.rpartition("=")
        gezocht = [
            k
            for k in tabel.kolommen
            if naamsleutel(naam) in (naamsleutel(k.kop), kolomletters(k.plek).lower()) and naam
        ]
        if not gezocht:
            koppen = [k.kop for k in tabel.kolommen if k.kop]
            tip = bedoelde(naam, koppen) or f"er zijn: {', '.join(koppen)}"
            raise click.UsageError(f"--kolom '{keuze}': die kolom is er niet; {tip}.")
        waarden[str(gezocht[0].plek)] = _Veld().convert(veld, None, None)
    return _gekozen(tabel.kolommen, waarden)


def _gekozen(kolommen: Sequence[Kolom], waarden: Mapping[str, Any]) -> tuple[Kolom, ...]:
    """Return columns as they were answered.

    Raises:
        click.UsageError: no column has the names of organisations.
    """
    try:
        return gekozen(kolommen, waarden)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _vraag_door(
    dossier: Geopend, tabel: Tabel, kolommen: Sequence[Kolom], keuzes: Keuzes
) -> tuple[tuple[Gegeven, ...], dict[str, Any]]:
    """Ask what the list leaves open and a person can tell; return the questions and the answers."""
    lijst = organisaties(tabel, kolommen).organisaties
    vragen = [
        Gegeven(rijnaam(v), rijvraag(v), "--zelfde", click.Choice(rijkeuzes(v)), nodig=True)
        for v in vergelijk(dossier, lijst, tabel.pad, keuzes).vragen
    ]
    gezegd = {g.naam: vraag_passend(g.vraag, g.optie, g.soort) for g in vragen}
    # Only who turns out to be new needs a soort.
    if vergelijk(dossier, lijst, tabel.pad, aangevuld(keuzes, gezegd)).zonder_soort:
        vraag = "Soort van de nieuwe partners van wie de lijst het niet zegt"
        soort = click.Choice(get_args(Partnersoort))
        vragen.append(Gegeven("soort", vraag, "--soort", soort, nodig=True))
        gezegd["soort"] = vraag_passend(vraag, "--soort", soort)
    return tuple(vragen), gezegd
