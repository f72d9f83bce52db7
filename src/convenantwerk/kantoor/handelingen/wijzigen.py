"""Other facts of a partner, of who signs, or of a decision; and who signs from some day on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, cast

from convenantwerk.dossier.partnerkeuze import zoek_partner
from convenantwerk.dossier.registers import Besluit, Ondertekenaar, Partner
from convenantwerk.dossier.registertabel import BESLUITEN, ONDERTEKENAARS
from convenantwerk.kantoor.antwoord import Knop, Uitslag
from convenantwerk.kantoor.feitvelden import feitvelden, gewijzigd
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.kantoor.handeling import Gevolg, Handeling
from convenantwerk.opdrachten.wijzigbaar import (
    BESLUITFEITEN,
    PARTNERFEITEN,
    TEKENAARFEITEN,
    zinnen_over,
)
from convenantwerk.opdrachten.wijzigen import (
    volg_op,
    wijzig_besluit,
    wijzig_ondertekenaar,
    wijzig_partner,
    zoek_rij,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde
    from convenantwerk.opdrachten.wijzigen import Wijzigingsvoorstel

# What is recorded, and the page to go on to.
_Voorstel = tuple["Wijzigingsvoorstel", Knop]


def _over(naam: str, vraag: str, sleutel: str, heet: str) -> Veld:
    """Return the field that says whose facts these are; there is nothing to choose."""
    keuzes = (Keuze(sleutel, heet),)
    return Veld(naam=naam, vraag=vraag, soort="keuze", nodig=True, keuzes=keuzes, standaard=sleutel)


def _nu(rij: Partner | Ondertekenaar | Besluit, feiten: Mapping[str, object]) -> dict[str, Any]:
    return {naam: getattr(rij, naam) for naam in feiten}


def _gevolg(found: Wijzigingsvoorstel, verder: Knop) -> Gevolg[_Voorstel]:
    return Gevolg((found, verder), zinnen_over(found), found.voorstel.bezwaren)


def _naar_partner(vraag: Vraag, sleutel: str) -> Knop:
    naam = next((p.naam for p in vraag.dossier.registers.partners if p.sleutel == sleutel), sleutel)
    return Knop(f"Naar {naam}", f"/partners/{sleutel}")


def _leg_vast(menu: str, geopend: Geopend, inhoud: _Voorstel) -> Uitslag:
    found, verder = inhoud
    geopend.leg_vast(found.voorstel)
    titel = f"De gegevens van {found.naam} zijn gewijzigd"
    return Uitslag(titel, (f"{titel}. Zij staan zo in het register.",), verder=(verder,), menu=menu)


# --- a partner


def _partner(vraag: Vraag) -> Partner:
    dossier = vraag.dossier
    return zoek_partner(dossier.root, dossier.registers, vraag.zoek.get("partner", ""))


def _partnerfeiten(vraag: Vraag) -> Sequence[Veld]:
    return feitvelden(Partner, PARTNERFEITEN, _nu(_partner(vraag), PARTNERFEITEN))


def _partnervelden(vraag: Vraag) -> Sequence[Veld]:
    partner = _partner(vraag)
    return (_over("partner", "Partner", partner.sleutel, partner.naam), *_partnerfeiten(vraag))


def _bekijk_partner(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Voorstel]:
    dossier, sleutel = vraag.dossier, _partner(vraag).sleutel
    anders = gewijzigd(_partnerfeiten(vraag), Partner, waarden, vraag.formulier)
    found = wijzig_partner(dossier, dossier.root / "build", sleutel, anders)
    return _gevolg(found, _naar_partner(vraag, sleutel))


# --- who signs


def _tekenaar(vraag: Vraag) -> Ondertekenaar:
    dossier = vraag.dossier
    asked = vraag.zoek.get("ondertekenaar", "")
    return zoek_rij(dossier, ONDERTEKENAARS, dossier.registers.ondertekenaars, asked)


def _tekenaarfeiten(vraag: Vraag) -> Sequence[Veld]:
    return feitvelden(Ondertekenaar, TEKENAARFEITEN, _nu(_tekenaar(vraag), TEKENAARFEITEN))


def _tekenaarvelden(vraag: Vraag) -> Sequence[Veld]:
    wie = _tekenaar(vraag)
    return (
        _over("ondertekenaar", "Wie tekent", wie.sleutel, f"{wie.persoon}, {wie.organisatie}"),
        *_tekenaarfeiten(vraag),
        Veld(
            naam="schrijffout",
            vraag="De naam is van dezelfde persoon, beter gespeld",
            soort="ja",
            uitleg="Nodig als u de naam wijzigt van iemand die al iets tekende.",
        ),
    )


def _bekijk_tekenaar(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Voorstel]:
    wie = _tekenaar(vraag)
    anders = gewijzigd(_tekenaarfeiten(vraag), Ondertekenaar, waarden, vraag.formulier)
    fout = bool(waarden["schrijffout"])
    found = wijzig_ondertekenaar(vraag.dossier, wie.sleutel, anders, schrijffout=fout)
    return _gevolg(found, _naar_partner(vraag, wie.partner))


# --- who signs from some day on


def _opvolgervelden(vraag: Vraag) -> Sequence[Veld]:
    wie = _tekenaar(vraag)
    nu = {"organisatie": wie.organisatie, "functie": wie.functie}
    return (
        _over("ondertekenaar", "Wie nu tekent", wie.sleutel, f"{wie.persoon}, {wie.organisatie}"),
        Veld(
            naam="vanaf",
            vraag="Vanaf welke dag iemand anders tekent",
            soort="datum",
            nodig=True,
            uitleg="Wie nu tekent, mag dat tot en met de dag ervoor.",
        ),
        *feitvelden(Ondertekenaar, TEKENAARFEITEN, nu, zonder=("van",)),
    )


def _bekijk_opvolger(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Voorstel]:
    wie = _tekenaar(vraag)
    vanaf = cast("date", waarden["vanaf"])
    velden = {naam: waarden[naam] for naam in TEKENAARFEITEN if waarden.get(naam)}
    found = volg_op(vraag.dossier, wie.sleutel, velden, vanaf)
    return _gevolg(found, _naar_partner(vraag, wie.partner))


# --- a decision


def _besluit(vraag: Vraag) -> Besluit:
    dossier = vraag.dossier
    asked = vraag.zoek.get("besluit", "")
    return zoek_rij(dossier, BESLUITEN, dossier.registers.besluiten, asked)


def _besluitfeiten(vraag: Vraag) -> Sequence[Veld]:
    return feitvelden(Besluit, BESLUITFEITEN, _nu(_besluit(vraag), BESLUITFEITEN))


def _besluitvelden(vraag: Vraag) -> Sequence[Veld]:
    besluit = _besluit(vraag)
    return (_over("besluit", "Besluit", besluit.sleutel, besluit.titel), *_besluitfeiten(vraag))


def _bekijk_besluit(vraag: Vraag, waarden: Mapping[str, Waarde]) -> Gevolg[_Voorstel]:
    anders = gewijzigd(_besluitfeiten(vraag), Besluit, waarden, vraag.formulier)
    found = wijzig_besluit(vraag.dossier, _besluit(vraag).sleutel, anders)
    return _gevolg(found, Knop("Naar de besluiten", "/besluiten"))


_ZO = "U ziet eerst wat er was en wat het wordt. Wat u leegmaakt, wordt weggehaald."
HANDELINGEN: tuple[Handeling[Any], ...] = (
    Handeling(
        naam="wijzig-partner",
        titel="Wijzig de gegevens van een partner",
        menu="/partners",
        velden=_partnervelden,
        bekijk=_bekijk_partner,
        leg_vast=partial(_leg_vast, "/partners"),
        inleiding=_ZO,
    ),
    Handeling(
        naam="wijzig-ondertekenaar",
        titel="Wijzig de gegevens van wie tekent",
        menu="/partners",
        velden=_tekenaarvelden,
        bekijk=_bekijk_tekenaar,
        leg_vast=partial(_leg_vast, "/partners"),
        inleiding=f"{_ZO} Gaat er iemand anders tekenen, kies dan op de kaart van de partner "
        "“Iemand anders gaat tekenen”.",
    ),
    Handeling(
        naam="opvolger",
        titel="Iemand anders gaat tekenen",
        menu="/partners",
        velden=_opvolgervelden,
        bekijk=_bekijk_opvolger,
        leg_vast=partial(_leg_vast, "/partners"),
        inleiding="Wat al getekend is, blijft van wie het tekende.",
    ),
    Handeling(
        naam="wijzig-besluit",
        titel="Wijzig de gegevens van een besluit",
        menu="/geschiedenis",
        velden=_besluitvelden,
        bekijk=_bekijk_besluit,
        leg_vast=partial(_leg_vast, "/geschiedenis"),
        inleiding=f"{_ZO} Met de dag verhuist ook dat het is genomen.",
    ),
)
