"""`convenant partners --uit LIJST`: the list of an office into the registers."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import click

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.namen import naamsleutel
from convenantwerk.cli.bevestigen import weiger_bij_fout
from convenantwerk.cli.invoer import vraag_passend
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.weergave import show_diagnostics, toon_rij
from convenantwerk.dossier.registers import Partnersoort
from convenantwerk.invoer.lijsten.blad import kolomletters
from convenantwerk.invoer.lijsten.kolommen import NIETS, TEKENVELDEN, VELDEN
from convenantwerk.invoer.lijsten.lezen import lees_lijst
from convenantwerk.invoer.lijsten.organisaties import organisaties
from convenantwerk.opdrachten.partnerlijst.koppelen import NIEUW
from convenantwerk.opdrachten.partnerlijst.partnerlijst import Keuzes, vergelijk

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from convenantwerk.dossier.registers import Ondertekenaar, Partner
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.invoer.lijsten.kolommen import Kolom
    from convenantwerk.invoer.lijsten.lezen import Tabel
    from convenantwerk.invoer.lijsten.organisaties import Gelezen
    from convenantwerk.opdrachten.partnerlijst.partnerlijst import Lijstvoorstel

_ZELFDE = re.compile(r"(\d{1,7})\s*=\s*(\S+)")
_VOORBEELD = 30  # letters of the first value of a column
_RIJ = "rij-"  # what the name of the answer about a row begins with


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
        veld = "-".join(str(value).lower().split())
        stam, _, nummer = veld.rpartition("-")
        if veld in VELDEN or (stam in TEKENVELDEN and nummer in set("23456789")):
            return veld
        tip = bedoelde(veld, VELDEN) or f"kies uit: {', '.join(VELDEN)}"
        raise click.BadParameter(f"'{value}' kan een kolom niet zijn; {tip}", ctx, param)


def neem_lijst_over(dossier: Geopend, pad: Path, opties: Lijstopties) -> None:
    """Show what a list would change in the registers, ask for a ja, and record it."""
    tabel = lees_lijst(pad, opties.blad)
    kolommen = _met_keuzes(tabel, opties.kolommen)
    keuzes = Keuzes(opties.soort, dict(map(_zelfde, opties.zelfde)))
    vragen: tuple[Gegeven, ...] = ()
    gezegd: dict[str, Any] = {}
    if sys.stdin.isatty() and not opties.ja:
        vragen, gezegd = _vraag_door(dossier, tabel, kolommen, keuzes)
    waarden = {**{str(k.plek): _als_veld(k) for k in kolommen}, **gezegd}
    gegevens = [
        Gegeven(str(k.plek), _kolomvraag(tabel, k), "--kolom", _Veld(), nodig=True)
        for k in kolommen
    ]

    def bekijk(waarden: Mapping[str, Any]) -> Lijstvoorstel:
        gelezen = organisaties(tabel, _gekozen(kolommen, waarden))
        found = vergelijk(dossier, gelezen.organisaties, tabel.pad, _aangevuld(keuzes, waarden))
        _toon(tabel, gelezen, found)
        weiger_bij_fout(found.bevindingen)
        if found.leeg:
            click.echo("De lijst brengt niets nieuws in de registers.")
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
    waarden = {str(k.plek): _als_veld(k) for k in tabel.kolommen}
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
    """Return columns as they were answered; what the user says of one, no other holds any more.

    Raises:
        click.UsageError: no column has the names of organisations.
    """
    anders = [k for k in kolommen if waarden[str(k.plek)] != _als_veld(k)]
    bezet = {waarden[str(k.plek)] for k in anders}
    found = []
    for kolom in kolommen:
        veld = waarden[str(kolom.plek)]
        if kolom in anders:
            stam, _, nummer = veld.rpartition("-")
            los = stam in TEKENVELDEN
            found.append(
                replace(
                    kolom, veld=stam if los else veld, nummer=int(nummer) if los else 1, door="u"
                )
            )
        else:
            found.append(replace(kolom, veld=NIETS) if veld in bezet else kolom)
    if not any(kolom.veld == "naam" for kolom in found):
        raise click.UsageError("Eén kolom moet de naam van de organisatie zijn.")
    return tuple(found)


def _als_veld(kolom: Kolom) -> str:
    return f"{kolom.veld}-{kolom.nummer}" if kolom.nummer > 1 else kolom.veld


def _aangevuld(keuzes: Keuzes, waarden: Mapping[str, Any]) -> Keuzes:
    zelfde = {
        int(naam.removeprefix(_RIJ)): waarde
        for naam, waarde in waarden.items()
        if naam.startswith(_RIJ) and waarde
    }
    return Keuzes(waarden.get("soort") or keuzes.soort, {**keuzes.zelfde, **zelfde})


def _vraag_door(
    dossier: Geopend, tabel: Tabel, kolommen: Sequence[Kolom], keuzes: Keuzes
) -> tuple[tuple[Gegeven, ...], dict[str, Any]]:
    """Ask what the list leaves open and a person can tell; return the questions and the answers."""
    lijst = organisaties(tabel, kolommen).organisaties
    vragen = [
        Gegeven(
            f"{_RIJ}{v.organisatie.rij}",
            f"Rij {v.organisatie.rij}, {v.organisatie.naam}, lijkt {v.partner.naam}: {v.waarom}. "
            "Welke partner is het",
            "--zelfde",
            click.Choice((v.partner.sleutel, NIEUW)),
            nodig=True,
        )
        for v in vergelijk(dossier, lijst, tabel.pad, keuzes).vragen
    ]
    gezegd = {g.naam: vraag_passend(g.vraag, g.optie, g.soort) for g in vragen}
    # Only who turns out to be new needs a soort.
    if vergelijk(dossier, lijst, tabel.pad, _aangevuld(keuzes, gezegd)).zonder_soort:
        vraag = "Soort van de nieuwe partners van wie de lijst het niet zegt"
        soort = click.Choice(get_args(Partnersoort))
        vragen.append(Gegeven("soort", vraag, "--soort", soort, nodig=True))
        gezegd["soort"] = vraag_passend(vraag, "--soort", soort)
    return tuple(vragen), gezegd


# --- what is shown ---------------------------------------------------------------------------


def _kolomvraag(tabel: Tabel, kolom: Kolom) -> str:
    """Return a column as the user knows it: its letter, its name, and what stands first in it."""
    eerste = next((cel for rij in tabel.rijen if (cel := rij.cel(kolom.plek))), "")
    eerste = " ".join(eerste.split())
    kort = f"{eerste[:_VOORBEELD]}…" if len(eerste) > _VOORBEELD else eerste
    kop = f" '{kolom.kop}'" if kolom.kop else ""
    return f"Kolom {kolomletters(kolom.plek)}{kop} ({kort or 'leeg'})"


def _toon(tabel: Tabel, gelezen: Gelezen, found: Lijstvoorstel) -> None:
    kop = f", met de namen van de kolommen in rij {tabel.kop}" if tabel.kop else ""
    toon_zin(f"{tabel.pad}: {len(gelezen.organisaties)} organisaties{kop}.")
    toon_rij(f"Nieuw, {len(found.nieuw)}:", [_nieuw(*rij) for rij in found.nieuw])
    toon_rij(
        "Wordt anders:",
        [f"{naam}: {zin}" for naam, zinnen in found.anders for zin in zinnen],
    )
    toon_rij("Tekent er ook:", [f"{o.organisatie}: {_tekent(o)}" for o in found.erbij])
    if found.gelijk:
        click.echo(f"Blijft gelijk: {found.gelijk}.")
    toon_rij(
        "Staat in het register en niet in de lijst, en blijft staan:",
        [f"{partner.naam} ({partner.sleutel})" for partner in found.over],
    )
    toon_rij(
        "Rijen van de lijst die geen partner zijn:",
        [f"rij {nummer}: {wat}" for nummer, wat in gelezen.weggelaten],
    )
    toon_rij("In de lijst verborgen, en toch gelezen:", tabel.blad.verborgen)
    toon_rij("Bladen die niet zijn gelezen (met --blad kiest u er een):", tabel.andere)
    show_diagnostics(gelezen.bevindingen, err=True)


def _nieuw(partner: Partner, tekenaars: Sequence[Ondertekenaar]) -> str:
    delen = (
        f"{partner.naam} ({partner.sleutel}): {partner.soort}",
        ", ".join(partner.adres),
        partner.email,
        *(f"tekent: {_tekent(wie)}" for wie in tekenaars),
    )
    return "; ".join(filter(None, delen))


def _tekent(wie: Ondertekenaar) -> str:
    return f"{wie.persoon}, {wie.functie}"
