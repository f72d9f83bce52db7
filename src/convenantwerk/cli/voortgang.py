"""How far an accession is, in words, and what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.cli.plakbaar import zeg
from convenantwerk.opdrachten.toetreding.voortgang import stapstanden

if TYPE_CHECKING:
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tijd.toetreding import Toetredingsstand


def toon_voortgang(zicht: Overzicht) -> None:
    """Show the stages: what is done, what is next and what that needs."""
    stand = zicht.stand
    click.echo(click.style(f"Toetreding van {stand.partner.naam}", bold=True))
    for one in stapstanden(zicht):
        zin = click.style(one.zin, bold=True) if one.toestand == "nu" else one.zin
        click.echo(f"  {one.stap:<12} {zin}")
        for wat in one.nodig:
            click.echo(f"  {'':<12} nodig: {wat}")
    deelname = zicht.deelname
    if stand.volgende is None and deelname.status == "uitgetreden" and deelname.tot:
        sinds = f"Deze partner neemt sinds {voluit(deelname.tot)} niet meer deel."
        zeg(f"{sinds} Wil zij terug: convenant toetreding {stand.partner.sleutel} verzoek")
        return
    zeg(raad(stand))


def raad(stand: Toetredingsstand) -> str:
    """Return what to type next."""
    sleutel = stand.partner.sleutel
    match stand.volgende:
        case None:
            return "Deze partner is toegetreden."
        case "instemming":
            return (
                f"Stukken voor {stand.orgaan}: convenant toetreding {sleutel} instemming\n"
                f"Na het besluit: convenant toetreding {sleutel} instemming "
                "--datum DATUM --kenmerk KENMERK"
            )
        case "ondertekend" if stand.weigering:
            return (
                "De partner weigerde te tekenen: bespreek het. Een nieuwe verklaring: "
                f"convenant toetreding {sleutel} verklaring"
            )
        case "ondertekend":
            terug = (
                "Komt de getekende verklaring terug: convenant ondertekening verwerk BESTAND "
                "(met de pen getekend: --nat)"
            )
            tegen = (
                "\nStuur het getekende bestand daarna naar de voorzitter, die in hetzelfde bestand "
                "tekent, en verwerk het weer"
            )
            return terug + tegen if stand.vraagt_tegen else terug
        case stap:
            return f"Volgende stap: convenant toetreding {sleutel} {stap}"
