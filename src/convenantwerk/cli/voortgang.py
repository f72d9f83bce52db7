"""How far an accession is, in words, and what to type next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.cli.plakbaar import zeg
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.tijd.toetreding import STAPPEN

if TYPE_CHECKING:
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tijd.toetreding import Stap, Toetredingsstand


def toon_voortgang(zicht: Overzicht) -> None:
    """Show the stages: what is done, what is next and what that needs."""
    stand = zicht.stand
    click.echo(click.style(f"Toetreding van {stand.partner.naam}", bold=True))
    for stap in STAPPEN:
        click.echo(f"  {stap:<12} {_hoever(stand, stap)}")
        if stap == stand.volgende:
            for wat in zicht.ontbreekt:
                click.echo(f"  {'':<12} nodig: {wat}")
    zeg(raad(stand))


def _hoever(stand: Toetredingsstand, stap: Stap) -> str:
    if stap == stand.volgende:
        return click.style("nu aan de beurt", bold=True)
    if not stand.gedaan(stap):
        return "daarna"
    if stap == "instemming" and not (stand.vraagt_instemming or stand.instemming):
        return "niet nodig"
    days: dict[Stap, Gebeurtenis | None] = {
        "verzoek": stand.verzoek,
        "instemming": stand.instemming,
        "verklaring": stand.aanbieding,
        "ondertekend": stand.tegengetekend or stand.getekend,
        "aangehecht": stand.aangehecht,
    }
    g = days[stap]
    nummer = f", verklaring {g.nummer}" if isinstance(g, Toetreding) and g.nummer else ""
    return f"gedaan op {voluit(g.datum)}{nummer}" if g else "gedaan"


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
