"""The stages of an accession: request, consent, declaration, and the binding of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from convenantwerk.basis.diagnostics import has_fout
from convenantwerk.dossier.partnerkeuze import bekende_partner
from convenantwerk.dossier.toetreding import Instemming
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling, papieren_in
from convenantwerk.opdrachten.toetreding.aanhechten import Aanhechting, hecht_aan, zin_over
from convenantwerk.opdrachten.toetreding.stappen import (
    Overzicht,
    controleer_feiten,
    keuzes,
    overzicht,
    overzichten,
    stel_instemming_voor,
    stel_verzoek_voor,
    zin_over_instemming,
)
from convenantwerk.opdrachten.toetreding.verklaring import (
    Aanbod,
    bereid_aanbod,
    bied_aan,
    terug_uiterlijk,
    zinnen_over,
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
from convenantwerk.papier.formaten.tabel import vanzelf

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.dossier.toetreding import Toetredingsfeiten
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.opdrachten.toetreding.vragen import Feit
    from convenantwerk.tijd.toetreding import Stap

MENU = "/toetreding"


def _klaar(geopend: Geopend, titel: str, sleutel: str, bestanden: Sequence[str] = ()) -> Uitslag:
    naam = next(p.naam for p in geopend.registers.partners if p.sleutel == sleutel)
    return Uitslag(
        titel,
        (f"Vastgelegd bij de toetreding van {naam}.",),
        bestanden,
        (Knop(f"Naar de toetreding van {naam}", f"{MENU}/{sleutel}"),),
        MENU,
    )


# --- the request -----------------------------------------------------------------------------

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
    return _klaar(geopend, "Het verzoek is vastgelegd", feiten.partner.sleutel)


# --- what follows it -------------------------------------------------------------------------


def _kies_toetredende(vraag: Vraag, *stappen: Stap) -> Veld:
    """Return the choice of who is at one of these stages."""
    gekozen = [
        Keuze(zicht.stand.partner.sleutel, zicht.stand.partner.naam)
        for zicht in overzichten(vraag.dossier)
        if zicht.stand.volgende in stappen
    ]
    return Veld(naam="partner", vraag="Organisatie", soort="keuze", nodig=True, keuzes=gekozen)


def _zicht(dossier: Geopend, waarden: Mapping[str, Waarde]) -> Overzicht:
    zicht = overzicht(dossier, str(waarden["partner"]))
    assert zicht is not None  # noqa: S101  it was chosen among those that are there
    return zicht


class _Instemmen(NamedTuple):
    zicht: Overzicht
    instemming: Instemming


def _instemmingsvelden(vraag: Vraag) -> Sequence[Veld]:
    return (
        _kies_toetredende(vraag, "instemming"),
        Veld(naam="datum", vraag="Datum van het besluit", soort="datum", nodig=True),
        Veld(naam="kenmerk", vraag="Kenmerk van het besluit", nodig=True),
        Veld(naam="plaats", vraag="Plaats van het besluit"),
    )


def _bekijk_instemming(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Instemmen]:
    zicht = _zicht(vraag.dossier, waarden)
    gegeven = cast("dict[str, Any]", {k: waarden[k] or "" for k in ("datum", "kenmerk", "plaats")})
    instemming = Instemming(**gegeven)
    voorstel, _ = stel_instemming_voor(vraag.dossier, zicht, instemming, ())
    return Gevolg(
        _Instemmen(zicht, instemming),
        (zin_over_instemming(zicht.stand, instemming.datum),),
        voorstel.bezwaren,
        (f"Het besluit van {zicht.stand.orgaan}",),
    )


def _leg_instemming_vast(geopend: Geopend, inhoud: _Instemmen) -> Uitslag:
    voorstel, papieren = stel_instemming_voor(geopend, *inhoud, vanzelf("brief"))
    geopend.leg_vast(voorstel, uit=geopend.root / "build", papieren=papieren)
    sleutel = inhoud.zicht.stand.partner.sleutel
    made = papieren_in("build", tuple(papieren))
    return _klaar(geopend, "De instemming is vastgelegd", sleutel, made)


def _verklaringsvelden(vraag: Vraag) -> Sequence[Veld]:
    return (
        _kies_toetredende(vraag, "verklaring", "ondertekend"),
        Veld(
            naam="uiterlijk",
            vraag="Terug uiterlijk",
            soort="datum",
            vanaf=vraag.dossier.op,
            standaard=terug_uiterlijk(vraag.dossier),
        ),
    )


def _bekijk_verklaring(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[Aanbod]:
    dossier = vraag.dossier
    uiterlijk = cast("Any", waarden["uiterlijk"])
    aanbod = bereid_aanbod(dossier, _zicht(dossier, waarden).stand, uiterlijk, vanzelf("brief"))
    papieren = ("De toetredingsverklaring", "De aanbiedingsbrief, met het convenant en de agenda")
    return Gevolg(aanbod, zinnen_over(aanbod), papieren=papieren, knop="Bied de verklaring aan")


def _leg_verklaring_vast(geopend: Geopend, aanbod: Aanbod, werk: Werk) -> Uitslag:
    werk.meld(0, 0, "De verklaring, de brief en de bijlagen worden gemaakt.")
    paden = bied_aan(geopend, geopend.root / "build", aanbod)
    sleutel = aanbod.standen[0].partner.sleutel
    return _klaar(geopend, "De verklaring is aangeboden", sleutel, papieren_in("build", paden))


class _Aanhechten(NamedTuple):
    zicht: Overzicht
    made: Aanhechting


def _bekijk_aanhechten(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Aanhechten]:
    zicht = _zicht(vraag.dossier, waarden)
    made = hecht_aan(vraag.dossier, zicht, ())
    return Gevolg(
        _Aanhechten(zicht, made),
        (zin_over(zicht.stand, made),),
        made.voorstel.bezwaren,
        ("De kennisgeving aan de andere partners", "De agenda's, bijgewerkt"),
        knop="Hecht aan",
    )


def _leg_aanhechten_vast(geopend: Geopend, inhoud: _Aanhechten) -> Uitslag:
    made = hecht_aan(geopend, inhoud.zicht, vanzelf("brief"))
    geopend.leg_vast(
        made.voorstel, uit=geopend.root / "build", papieren=made.papieren, bewaren=made.bewaren
    )
    sleutel = inhoud.zicht.stand.partner.sleutel
    paden = papieren_in("build", tuple(made.papieren))
    return _klaar(geopend, "De verklaring is aangehecht", sleutel, paden)


HANDELINGEN: tuple[Handeling[Any], ...] = (
    Handeling(
        naam="toetreding-verzoek",
        titel="Verzoek om toetreding",
        menu=MENU,
        velden=_verzoekvelden,
        bekijk=_bekijk_verzoek,
        leg_vast=_leg_verzoek_vast,
        inleiding="Wat u nog niet weet, laat u leeg. Voor de verklaring is later alles nodig.",
    ),
    Handeling(
        naam="toetreding-instemming",
        titel="Instemming met een toetreding",
        menu=MENU,
        velden=_instemmingsvelden,
        bekijk=_bekijk_instemming,
        leg_vast=_leg_instemming_vast,
    ),
    Handeling(
        naam="toetreding-verklaring",
        titel="Toetredingsverklaring aanbieden",
        menu=MENU,
        velden=_verklaringsvelden,
        bekijk=_bekijk_verklaring,
        werk=_leg_verklaring_vast,
    ),
    Handeling(
        naam="toetreding-aanhechten",
        titel="Verklaring aanhechten",
        menu=MENU,
        velden=lambda vraag: (_kies_toetredende(vraag, "aangehecht"),),
        bekijk=_bekijk_aanhechten,
        leg_vast=_leg_aanhechten_vast,
    ),
)
