"""`convenant corrigeer`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from convenantwerk.basis.datum import voluit
from convenantwerk.cli.bevestigen import (
    ja_option,
    op_vandaag_option,
    toon_paden,
    uit_option,
    weiger_bij_fout,
)
from convenantwerk.cli.invoer import Regel, vraag_om
from convenantwerk.cli.opties import Datum, Getal
from convenantwerk.cli.tabel import toon_zin
from convenantwerk.cli.terugweg import Gegeven, leg_voor
from convenantwerk.cli.waarden import Opties, geopend, map_uit, met
from convenantwerk.cli.weergave import toon_opsommingen
from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.opdrachten.corrigeren.corrigeer import (
    Correctieopdracht,
    omschrijving,
    stel_correctie_voor,
    vastleggingen,
    zinnen_over,
)
from convenantwerk.opdrachten.termijnen import leg_vast_met_agenda

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.opdrachten.corrigeren.corrigeer import Correctievoorstel, Vastlegging


@dataclass(frozen=True, slots=True, kw_only=True)
class _Correctie(Opties):
    gebeurtenis: str
    reden: str
    door: str
    datum: date | None
    aantal: int
    lijst: bool
    ja: bool
    uit: Path | None


_ONDER = " " * 6  # below the number in the list
_GEGEVENS = (
    Gegeven("reden", "Wat er niet klopt", "--reden", nodig=True),
    Gegeven("door", "Wie dat besliste", "--door"),
)


@click.command(options_metavar="[OPTIES]")
@click.option(
    "--gebeurtenis",
    metavar="AANDUIDING",
    default="",
    help="Wat u annuleert: zoals de lijst het noemt, of alleen het kenmerk aan het eind.",
)
@click.option("--reden", default="", help="Waarom het niet klopt.")
@click.option("--door", default="", help="Wie dat besliste: een functie of een naam.")
@click.option(
    "--datum",
    type=Datum(),
    help="Alleen de dag klopt niet: dit is de goede. De rest wordt opnieuw vastgelegd.",
)
@click.option(
    "--aantal",
    type=Getal(1, 10_000),
    default=10,
    show_default=True,
    help="Hoeveel regels de lijst toont.",
)
@click.option("--lijst", is_flag=True, help="Toon alleen de lijst.")
@ja_option
@op_vandaag_option
@uit_option
@met(_Correctie)
def corrigeer(opties: _Correctie) -> None:
    """Toon wat het laatst is vastgelegd, en annuleer er iets van, met de reden.

    Er wordt niets gewist: de gebeurtenis blijft in het register staan, met de correctie erbij, en
    telt niet meer mee. Eerst ziet u wat er verandert; pas na uw ja wordt er iets vastgelegd.
    """
    dossier = geopend(opties.dag)
    registers = dossier.registers
    naam = opties.gebeurtenis
    if opties.lijst or not naam:
        keuze = _toon_lijst(registers, vastleggingen(registers)[: opties.aantal])
        if opties.lijst or not keuze:
            return
        nummer = vraag_om(
            *("Welke is niet goed? (nummer)", "--gebeurtenis"), type=click.IntRange(1, len(keuze))
        )
        naam = aanduiding(keuze[nummer - 1])
    reden = opties.reden or vraag_om("Wat klopt er niet?", "--reden", type=Regel())
    folder = map_uit(dossier, opties.uit)

    def bekijk(gegeven: Mapping[str, Any]) -> Correctievoorstel:
        opdracht = Correctieopdracht(naam, gegeven["reden"], gegeven["door"], opties.datum)
        voorstel = stel_correctie_voor(dossier, folder, opdracht)
        weiger_bij_fout(voorstel.voorstel.bezwaren)
        toon_opsommingen(zinnen_over(registers, voorstel, met_aanduiding=True))
        return voorstel

    waarden = {"reden": reden, "door": opties.door}
    voorstel = leg_voor(_GEGEVENS, waarden, bekijk, ja=opties.ja)
    paths = leg_vast_met_agenda(dossier, folder, voorstel.voorstel)
    click.echo("Vastgelegd in convenant/registers/gebeurtenissen.yaml.")
    toon_paden(folder, paths)


def _toon_lijst(registers: Registers, alle: Sequence[Vastlegging]) -> list[Gebeurtenis]:
    """Print what was recorded, and return what of it can be annulled, by number from 1."""
    if not alle:
        click.echo("Er is nog niets vastgelegd.")
        return []
    click.echo("Vastgelegd, het nieuwste eerst:")
    keuze: list[Gebeurtenis] = []
    for vastlegging in alle:
        g, correctie = vastlegging.gebeurtenis, vastlegging.correctie
        if correctie is None:
            keuze.append(g)
        nummer = f"{len(keuze)}" if correctie is None else "\u2013"
        wat = omschrijving(registers, g)
        weg = {wat: click.style(wat, strikethrough=True)} if correctie else None
        toon_zin(wat, f"{nummer:>4}  ", vervolg=_ONDER, opgemaakt=weg)
        toon_zin(aanduiding(g), _ONDER)
        if correctie is not None:
            toon_zin(f"geannuleerd op {voluit(correctie.datum)}: {correctie.reden}", _ONDER)
    return keuze
