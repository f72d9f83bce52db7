"""Which facts can be changed, how each is called, and a change in sentences: for every face."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.opdrachten.toetreding.vragen import lees_kvk, lees_mailadres

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.opdrachten.wijzigen import Wijzigingsvoorstel


class Feit(NamedTuple):
    """A fact of a row of a register: what it is called, a sentence about it, and how it is read.

    `lees` says in a ValueError, in Dutch, what does not fit.
    """

    naam: str
    uitleg: str
    lees: Callable[[str], str] | None = None


_NAMEN = "mag vaker; met een lege tekst verdwijnen ze"
PARTNERFEITEN: Mapping[str, Feit] = {
    "naam": Feit("Naam", "De volledige naam."),
    "soort": Feit("Soort partner", "Wat de partner is voor het Veiligheidshuis."),
    "ook_bekend_als": Feit("Andere namen", f"Een andere naam; {_NAMEN}."),
    "kort": Feit("Korte naam", "De korte naam."),
    "rechtsvorm": Feit("Rechtsvorm", "De rechtsvorm."),
    "kvk": Feit("KvK-nummer", "Het nummer in het handelsregister, acht cijfers.", lees_kvk),
    "zetel": Feit("Zetel", "De plaats van vestiging."),
    "aard": Feit("Publiek of privaat", "Publiek of privaat."),
    "contact": Feit("Aanspreekpunt voor brieven", "Een functie; geen naam van een persoon."),
    "adres": Feit("Postadres", "Een regel van het postadres; noem alle regels."),
    "email": Feit("E-mail", "Het algemene e-mailadres.", lees_mailadres),
    "fg": Feit(
        "Functionaris gegevensbescherming",
        "Hoe de functionaris gegevensbescherming te bereiken is.",
    ),
    "opmerking": Feit("Opmerking", "Vrije tekst."),
}
TEKENAARFEITEN: Mapping[str, Feit] = {
    "organisatie": Feit("Organisatie", "Hoe het ondertekenblok de organisatie noemt."),
    "functie": Feit("Functie", "De functie."),
    "titel": Feit("Aanhef", "Mw., Dhr. of een titel."),
    "naam": Feit("Naam", "Voorletters en achternaam."),
    "grond": Feit("Grond om te tekenen", "Waarop de bevoegdheid rust."),
    "kenmerk": Feit("Kenmerk", "Het kenmerk van wet, mandaat, volmacht of statuten."),
    "van": Feit("Bevoegd vanaf", "De eerste dag van de bevoegdheid."),
    "tot": Feit("Bevoegd tot en met", "De laatste dag van de bevoegdheid."),
    "besluitdatum": Feit(
        "Besluit om te tekenen", "De dag waarop de organisatie besloot te tekenen."
    ),
    "certificaat": Feit("Naam in het certificaat", "Hoe deze persoon in het certificaat heet."),
}
BESLUITFEITEN: Mapping[str, Feit] = {
    "datum": Feit("Dag", "De dag van het besluit."),
    "titel": Feit("Titel", "Hoe het besluit heet."),
    "orgaan": Feit("Orgaan", "Wie het nam."),
    "plaats": Feit("Plaats", "Waar het is genomen."),
    "kenmerk": Feit("Kenmerk", "Het kenmerk."),
}


def gelezen(feiten: Mapping[str, Feit], velden: Mapping[str, Any], van: str) -> dict[str, Any]:
    """Return facts that were given of a row, each as it is written in a register.

    Raises:
        ConvenantwerkError: CV928, one does not fit.
    """
    found = dict(velden)
    for naam, waarde in velden.items():
        if lees := feiten[naam].lees:
            try:
                found[naam] = lees(waarde)
            except ValueError as error:
                reden, _, tip = str(error).rstrip(".").partition("; ")
                wat = f"'{van}'"
                raise ConvenantwerkError("CV928", wat=wat, reden=reden, tip=tip) from error
    return found


def zinnen_over(voorstel: Wijzigingsvoorstel) -> tuple[str | tuple[str, ...], ...]:
    """Return what a change does, in sentences; what stands under one is a tuple of its own."""
    koppen = (
        (f"{voorstel.register.wat.capitalize()} {voorstel.naam}:", voorstel.waarden),
        ("Daardoor:", voorstel.verschillen),
        ("Let op:", voorstel.let_op),
    )
    return tuple(zin for kop, regels in koppen if regels for zin in (kop, regels))
