"""The request of an accession: who asks to join, and what is known of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.dossier.partnerkeuze import bekende_partner
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.kantoor.handelingen.toetreding import MENU, klaar
from convenantwerk.opdrachten.toetreding.stappen import (
    controleer_feiten,
    keuzes,
    overzicht,
    stel_verzoek_voor,
)
from convenantwerk.opdrachten.toetreding.vragen import (
    FEITEN,
    eis_buiten,
    eis_nieuw,
    feiten_uit,
    lees_kvk,
    lees_mailadres,
    zin_over_verzoek,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.dossier.toetreding import Toetredingsfeiten
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.kantoor.antwoord import Uitslag, Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.toetreding.vragen import Feit

# How a form asks otherwise than a line of a terminal.
_VRAGEN: Mapping[str, str] = {
    "sleutel": "Korte naam in de bestanden",
    "adres": "Postadres",
    "delen": "Delen die zij tekent",
    "overleggen": "Overleggen waaraan zij gaat deelnemen",
}
_UITLEG: Mapping[str, str] = {
    "sleutel": "Alleen als de naam lijkt op die van een partner die er al is.",
    "contact": "Een functie of afdeling, geen persoon.",
    "adres": "Elke regel van het adres op een eigen regel.",
    "fg": "Een algemeen adres, geen persoon.",
    "grond": "Waarom deze persoon mag tekenen.",
    "besluitdatum": "Bij een gemeente de dag van het besluit van burgemeester en wethouders.",
    "delen": "Kiest u niets, dan tekent zij wat deze soort partner tekent.",
}


def _verzoekvelden(vraag: Vraag) -> Sequence[Veld]:
    titels = keuzes(vraag.dossier)
    dag = Veld(
        naam="datum",
        vraag="Dag van het verzoek",
        soort="datum",
        nodig=True,
        standaard=vraag.dossier.op,
    )
    kenmerk = Veld(naam="kenmerk", vraag="Kenmerk van het verzoek")
    # The sleutel comes last: few need it.
    feiten = sorted(FEITEN, key=lambda feit: feit.naam == "sleutel")
    return (dag, kenmerk, *(_veld(feit, titels.get(feit.naam)) for feit in feiten))


def _veld(feit: Feit, titels: Mapping[str, str] | None) -> Veld:
    basis = Veld(
        naam=feit.naam,
        vraag=_VRAGEN.get(feit.naam, feit.vraag),
        nodig=feit.nodig,
        uitleg=_UITLEG.get(feit.naam, ""),
    )
    if titels is not None:
        gekozen = [Keuze(naam, titel) for naam, titel in titels.items()]
        return replace(basis, soort="meer", keuzes=gekozen)
    match feit.soort:
        case "keuze":
            standaard = cast("str", feit.standaard) or None
            gekozen = [Keuze(keuze, keuze) for keuze in feit.keuzes]
            return replace(basis, soort="keuze", keuzes=gekozen, standaard=standaard)
        case "datum":
            return replace(basis, soort="datum")
        case "lijst":
            return replace(basis, soort="tekst")
        case "kvk":
            return replace(basis, past=lees_kvk)
        case "email":
            return replace(basis, past=lees_mailadres)
        case _:
            return basis


def _bekijk_verzoek(
    vraag: Vraag, waarden: Mapping[str, Waarde]
) -> Gevolg[tuple[Toetredingsfeiten, Voorstel | None]]:
    dossier = vraag.dossier
    feiten = feiten_uit(_antwoorden(dossier, waarden), dossier.op)
    zinnen = (
        zin_over_verzoek(feiten.partner.naam, feiten.verzoek),
        f"{feiten.partner.naam} staat dan als kandidaat bij de partners.",
    )
    bezwaren = controleer_feiten(dossier, feiten)
    if has_fout(tuple(bezwaren)):
        return Gevolg((feiten, None), zinnen, bezwaren)
    voorstel = stel_verzoek_voor(dossier, feiten)
    return Gevolg((feiten, voorstel), zinnen, (*bezwaren, *voorstel.bezwaren))


def _antwoorden(dossier: Geopend, waarden: Mapping[str, Waarde]) -> dict[str, Any]:
    """Return the answers by the names of `FEITEN`; of who was a partner before, under its sleutel.

    Raises:
        ConvenantwerkError: CV301, it is one; CV921, it seems another that is; CV922.
    """
    naam = str(waarden["naam"])
    known: dict[str, Any] = {f.naam: waarden[f.naam] or f.standaard for f in FEITEN}
    known |= {"datum": waarden["datum"], "kenmerk": waarden["kenmerk"] or ""}
    known["adres"] = tuple(filter(None, map(str.strip, str(waarden["adres"] or "").splitlines())))
    partner = bekende_partner(dossier.root, dossier.registers, naam)
    if partner is not None:
        zicht = overzicht(dossier, partner.sleutel)
        if zicht is not None:
            eis_buiten(zicht)
        known |= {"naam": partner.naam, "sleutel": known["sleutel"] or partner.sleutel}
    elif not known["sleutel"]:
        eis_nieuw(dossier.registers, naam)
    return known


def _leg_verzoek_vast(
    geopend: Geopend, inhoud: tuple[Toetredingsfeiten, Voorstel | None]
) -> Uitslag:
    feiten, voorstel = inhoud
    assert voorstel is not None  # noqa: S101  else a fout kept the button away
    geopend.leg_vast(voorstel)
    return klaar(geopend, "Het verzoek is vastgelegd", feiten.partner.sleutel)


HANDELING = Handeling(
    naam="toetreding-verzoek",
    titel="Verzoek om toetreding",
    menu=MENU,
    velden=_verzoekvelden,
    bekijk=_bekijk_verzoek,
    leg_vast=_leg_verzoek_vast,
    inleiding="Wat u nog niet weet, laat u leeg. Voor de verklaring is later alles nodig.",
)
