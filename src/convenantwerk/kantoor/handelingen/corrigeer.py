"""Zet recht: something that was recorded by mistake does not count any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
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

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.corrigeren.corrigeer import Correctievoorstel

_MENU = "/geschiedenis"


def _velden(vraag: Vraag) -> Sequence[Veld]:
    registers = vraag.dossier.registers
    open_ = [v.gebeurtenis for v in vastleggingen(registers) if v.correctie is None]
    keuzes = [Keuze(aanduiding(g), omschrijving(registers, g)) for g in open_]
    gevraagd = vraag.zoek.get("gebeurtenis")
    # Who comes from what was recorded has chosen already: it may be one of thousands.
    gekozen = [keuze for keuze in keuzes if keuze.waarde == gevraagd]
    return (
        Veld(
            naam="gebeurtenis",
            vraag="Wat er niet klopt",
            soort="keuze",
            nodig=True,
            keuzes=gekozen or keuzes,
            standaard=gekozen[0].waarde if gekozen else None,
        ),
        Veld(naam="reden", vraag="Waarom het niet klopt", nodig=True),
        Veld(
            naam="door",
            vraag="Wie dat besliste",
            uitleg="Een functie of een naam.",
        ),
        Veld(
            naam="datum",
            vraag="De goede dag, als alleen de dag niet klopt",
            soort="datum",
            uitleg="De rest wordt dan op die dag opnieuw vastgelegd.",
        ),
    )


def _bekijk(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Correctievoorstel]:
    dossier = vraag.dossier
    opdracht = Correctieopdracht(
        str(waarden["gebeurtenis"]),
        str(waarden["reden"]),
        str(waarden["door"] or ""),
        cast("date | None", waarden["datum"]),
    )
    found = stel_correctie_voor(dossier, dossier.root / "build", opdracht)
    zinnen = zinnen_over(dossier.registers, found)
    return Gevolg(found, zinnen, found.voorstel.bezwaren, knop="Zet recht")


def _leg_vast(geopend: Geopend, found: Correctievoorstel) -> Uitslag:
    wat = omschrijving(geopend.registers, found.gebeurtenis)
    agendas = leg_vast_met_agenda(geopend, geopend.root / "build", found.voorstel)
    return Uitslag(
        "Dit is rechtgezet",
        (
            f"Dit telt niet meer mee: {wat}. In de geschiedenis blijft het staan, met de reden.",
            *(("De agenda's in build/kalender zijn bijgewerkt.",) if agendas else ()),
        ),
        verder=(Knop("Naar de geschiedenis", _MENU), Knop("Naar Vandaag", "/")),
        menu=_MENU,
    )


HANDELINGEN = (
    Handeling(
        naam="corrigeer",
        titel="Zet recht wat is vastgelegd",
        menu=_MENU,
        velden=_velden,
        bekijk=_bekijk,
        leg_vast=_leg_vast,
        inleiding="Er wordt niets gewist: het blijft in de geschiedenis staan, met de reden, en "
        "telt niet meer mee.",
    ),
)
