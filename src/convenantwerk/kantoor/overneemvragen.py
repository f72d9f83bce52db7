"""What is asked of a file that is taken over, and what is known of it meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast, get_args

from convenantwerk.invoer.gebouwd import Als
from convenantwerk.kantoor.formulier import Keuze, Veld
from convenantwerk.opdrachten.importeren.feiten import (
    Importfeiten,
    hechtbare_delen,
    lees_feiten,
    met_antwoorden,
)
from convenantwerk.tekst.deel import mapnaam_leesbaar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from convenantwerk.invoer.brok import Ingelezen
    from convenantwerk.invoer.gebouwd import Gebouwd
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.kantoor.formulier import Waarde

_NAMEN: Mapping[str, str] = {
    "vanzelf": "Een heel convenant",
    "addendum": "Een addendum",
    "overleg": "Een overleg",
}


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that was sent: its key, what it is called, and what it is."""

    sleutel: str
    naam: str
    als: Als


@dataclass(frozen=True, slots=True)
class Wijzigingen:
    """A file of which must be said first what happens with its tracked changes."""

    bestand: Bestand
    melding: str


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A file as it was read; nothing is written yet."""

    bestand: Bestand
    ingelezen: Ingelezen
    gebouwd: Gebouwd


def bestandsvelden(vraag: Vraag) -> Sequence[Veld]:
    """Return what is asked first: what it is, and the file."""
    begonnen = vraag.kantoor.is_begonnen
    buiten = ("vanzelf",) if begonnen else ("addendum", "overleg")
    soorten = [als for als in get_args(Als) if als not in buiten]
    if begonnen:
        soorten.sort(key=lambda als: als not in _NAMEN)
    return (
        Veld(
            naam="als",
            vraag="Wat is het?",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(als, _soortnaam(als)) for als in soorten],
            standaard=None if begonnen else "vanzelf",
        ),
        Veld(
            naam="bestand",
            vraag="Het bestand",
            soort="bestand",
            nodig=True,
            uitleg="Word, PDF, OpenDocument, een webpagina, Markdown of tekst, of een scan.",
        ),
    )


def _soortnaam(als: str) -> str:
    return _NAMEN.get(als) or f"Alleen {mapnaam_leesbaar(als)}"


def navraagvelden(vraag: Vraag, opbrengst: Gelezen | Wijzigingen) -> Sequence[Veld]:
    """Return what is asked of a file that was looked into, with what it says itself."""
    if isinstance(opbrengst, Wijzigingen):
        return (_KIES_WIJZIGINGEN,)
    gelezen = lees_feiten(opbrengst.gebouwd)
    feiten = met_antwoorden(gelezen, Importfeiten(), vraag.kantoor.vandaag)
    if vraag.geopend is None:
        return (
            Veld(
                naam="naam",
                vraag="Naam van het samenwerkingsverband",
                nodig=True,
                standaard=feiten.naam or None,
            ),
            Veld(
                naam="citeertitel",
                vraag="Hoe de tekst heet",
                uitleg="Zoals u de tekst aanhaalt. Leeg: naar de titel.",
                standaard=feiten.citeertitel or None,
            ),
            Veld(
                naam="editie",
                vraag="Welke editie het is",
                uitleg="Bijvoorbeeld: maart 2017",
                standaard=feiten.editie,
            ),
        )
    if opbrengst.bestand.als != "addendum":
        return ()
    delen = hechtbare_delen(vraag.dossier.dossier)
    return (
        Veld(
            naam="ingangsdatum",
            vraag="Vanaf wanneer geldt het addendum?",
            soort="datum",
            nodig=True,
            standaard=feiten.ingangsdatum,
        ),
        Veld(
            naam="besluit",
            vraag="Bij welk besluit is het vastgesteld?",
            nodig=True,
            standaard=feiten.besluit or None,
        ),
        Veld(
            naam="bij",
            vraag="Aan welk deel wordt het gehecht?",
            soort="keuze",
            nodig=True,
            keuzes=[Keuze(anker, naam) for anker, naam in delen.items()],
        ),
    )


_KIES_WIJZIGINGEN = Veld(
    naam="wijzigingen",
    vraag="Wat moet er met de bijgehouden wijzigingen gebeuren?",
    soort="keuze",
    nodig=True,
    keuzes=[
        Keuze("aanvaard", "Lees ze mee: de tekst zoals die zou worden"),
        Keuze("verwerp", "Lees de tekst zonder: zoals die was"),
    ],
)


def gegeven(waarden: Mapping[str, Waarde]) -> Importfeiten:
    """Return the answers."""
    return Importfeiten(
        naam=str(waarden.get("naam") or ""),
        citeertitel=str(waarden.get("citeertitel") or ""),
        editie=str(waarden.get("editie") or ""),
        ingangsdatum=cast("date | None", waarden.get("ingangsdatum")),
        besluit=str(waarden.get("besluit") or ""),
        bij=str(waarden.get("bij") or ""),
    )
