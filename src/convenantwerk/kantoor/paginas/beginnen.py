"""Beginnen: when there is no dossier yet, with a model or with a text that there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.dossier.begin import Beginfeiten
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.formulier import Formulier, Ingevuld, Keuze, Veld, lees_velden
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.nieuw import GEWOON, MODELLEN, check_leeg, nieuw, zin_over

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.begin import Modelsoort
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag

_HIER = "/beginnen"
_MODEL = "/beginnen/model"


def toon(vraag: Vraag) -> Antwoord:
    """Say that there is no dossier, and how to begin one; or why none can begin here."""
    if vraag.kantoor.is_begonnen:
        return Verder("/")
    bezwaren: Sequence[Diagnostic] = ()
    try:
        check_leeg(vraag.kantoor.root)
    except ConvenantwerkError as error:
        bezwaren = error.diagnostics
    waarden = {"map": shown(vraag.kantoor.root), "bezwaren": bezwaren, "modellen": MODELLEN}
    return Blad("beginnen.html", "Beginnen", waarden)


def vraag_model(vraag: Vraag) -> Antwoord:
    """Ask what the dossier is about."""
    if vraag.kantoor.is_begonnen:
        return Verder("/")
    return _formulier(vraag, Ingevuld({}, {}, Formulier()))


def begin(vraag: Vraag) -> Antwoord:
    """Begin it."""
    if vraag.kantoor.is_begonnen:
        return Verder("/")
    ingevuld = lees_velden(_velden(vraag), vraag.formulier)
    if ingevuld.fouten:
        return _formulier(vraag, ingevuld)
    waarden = ingevuld.waarden
    feiten = Beginfeiten(
        naam=str(waarden["naam"]),
        plaats=str(waarden["plaats"]),
        soort=cast("Modelsoort", waarden["soort"]),
        citeertitel=str(waarden["citeertitel"] or ""),
        partners="voorbeeld" if waarden["partners"] == "voorbeeld" else "geen",
    )
    try:
        gemaakt = nieuw(vraag.kantoor.root, feiten, cast("date", waarden["op"]))
    except ConvenantwerkError as error:
        return _formulier(vraag, ingevuld, error.diagnostics)
    return Uitslag(
        "Uw dossier is begonnen",
        [zin_over(feiten, gemaakt, shown(vraag.kantoor.root)), *_waarschuwing(feiten)],
        verder=[*_lijst(feiten), Knop("Naar Vandaag", "/")],
    )


def _waarschuwing(feiten: Beginfeiten) -> Sequence[str]:
    if feiten.soort == "leeg":
        return ()
    verzonnen = " De partners erin zijn verzonnen; vervang ze door de uwe."
    erbij = verzonnen if feiten.partners == "voorbeeld" else ""
    return (f"De tekst is een begin dat een jurist moet nakijken.{erbij}",)


def _lijst(feiten: Beginfeiten) -> Sequence[Knop]:
    if feiten.partners == "voorbeeld":
        return ()
    return (Knop("Neem de lijst van uw partners over", "/partnerlijst"),)


def _formulier(vraag: Vraag, ingevuld: Ingevuld, bezwaren: Sequence[Diagnostic] = ()) -> Blad:
    waarden = {"velden": _velden(vraag), "ingevuld": ingevuld, "bezwaren": bezwaren}
    status = 422 if ingevuld.fouten else 409 if bezwaren else 200
    return Blad("beginnen_model.html", "Beginnen met een model", waarden, status)


def _velden(vraag: Vraag) -> Sequence[Veld]:
    return (
        Veld(
            naam="soort",
            vraag="Waarmee begint u?",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(naam, model.omschrijving) for naam, model in MODELLEN.items()],
            standaard=GEWOON,
        ),
        Veld(
            naam="naam",
            vraag="Naam van het samenwerkingsverband",
            nodig=True,
            uitleg=f"Bijvoorbeeld: {MODELLEN[GEWOON].voorbeeld}",
        ),
        Veld(naam="plaats", vraag="Plaats van het bureau", nodig=True),
        Veld(
            naam="citeertitel",
            vraag="Hoe de tekst heet",
            uitleg="Laat u dit leeg, dan heet de tekst naar het samenwerkingsverband.",
        ),
        Veld(
            naam="partners",
            vraag="De partners",
            soort="keuze",
            nodig=True,
            keuzes=[
                Keuze("voorbeeld", "Met verzonnen partners, om te zien hoe het werkt"),
                Keuze("geen", "Zonder: daarna neem ik onze eigen lijst over"),
            ],
            standaard="voorbeeld",
        ),
        Veld(
            naam="op",
            vraag="De dag waarop u begint",
            soort="datum",
            nodig=True,
            uitleg="De tekst heet naar deze maand.",
            standaard=vraag.kantoor.vandaag,
        ),
    )


PAGINA = Pagina(
    (
        Weg(_HIER, toon, zonder_dossier=True),
        Weg(_MODEL, vraag_model, zonder_dossier=True),
        Weg(_MODEL, begin, "POST", wijzigt=True, zonder_dossier=True),
    )
)
