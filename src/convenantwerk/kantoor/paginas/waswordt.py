"""A was-wordt-tabel that people made, held against two editions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag, Verder
from convenantwerk.kantoor.edities import (
    addendaveld,
    editienaam,
    editievelden,
    eerste_keuze,
)
from convenantwerk.kantoor.formulier import Formulier, Ingevuld, Veld, lees_velden
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.waswordtcontrole import (
    Controleopdracht,
    kop_van,
    regels_van,
    slot,
    waswordt_controle,
    zinnen_over,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.dossier.dossier import Editie
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.werk import Werk
    from convenantwerk.renvooi.waswordtcontrole import Tabeloordeel

_HIER = "/vergelijken/tabel"
_MENU = "/vergelijken"
_TITEL = "Een was-wordt-tabel nakijken"


def vraag_naar(vraag: Vraag) -> Blad:
    """Show the form."""
    return _formulier(_velden(vraag), Ingevuld({}, {}, Formulier()))


def _formulier(velden: Sequence[Veld], ingevuld: Ingevuld) -> Blad:
    status = 422 if ingevuld.fouten else 200
    waarden = {"velden": velden, "ingevuld": ingevuld}
    return Blad("waswordt.html", _TITEL, waarden, status, _MENU)


def _velden(vraag: Vraag) -> Sequence[Veld]:
    dossier = vraag.dossier
    return (
        Veld(
            naam="tabel",
            vraag="Bestand met de tabel",
            soort="bestand",
            nodig=True,
            uitleg="Een Word-bestand (.docx), Markdown of een webpagina.",
        ),
        *editievelden(dossier, "oud", "Van", eerste_keuze(dossier)),
        *editievelden(dossier, "nieuw", "Naar", "werk"),
        addendaveld(),
    )


def kijk_na(vraag: Vraag) -> Antwoord:
    """Begin to hold the table against the text; the dossier does not change."""
    velden = _velden(vraag)
    ingevuld = lees_velden(velden, vraag.formulier)
    fouten = dict(ingevuld.fouten)
    if not vraag.formulier.bestanden.get("tabel"):
        fouten["tabel"] = "kies een bestand."
    oud = nieuw = ""
    if not fouten:
        try:
            oud, nieuw = (editienaam(vraag.kantoor, ingevuld.waarden, n) for n in ("oud", "nieuw"))
        except ValueError as error:
            naam, _, zin = str(error).partition(": ")
            fouten[naam] = zin
    if fouten:
        return _formulier(velden, replace(ingevuld, fouten=fouten))
    kantoor, op = vraag.kantoor, vraag.dossier.op
    one = kantoor.ontvangst.geef(vraag.formulier.bestanden["tabel"][-1])
    editie = cast("Editie", ingevuld.waarden["editie"])
    opdracht = Controleopdracht(one.pad, oud, nieuw, editie, one.naam)

    def doe(werk: Werk) -> Uitslag:
        werk.meld(0, 1, f"{one.naam} wordt nagekeken.")
        oordeel = waswordt_controle(Geopend(kantoor.root, op), opdracht)
        kantoor.ontvangst.vergeet(one.sleutel)
        verder = (Knop("Nog een tabel nakijken", _HIER), Knop("Naar Vergelijken", _MENU))
        return Uitslag(werk.titel, tuple(_zinnen(oordeel)), (), verder, _MENU)

    return Verder(f"/werk/{kantoor.werkbank.begin(f'{one.naam} nakijken', _MENU, doe).sleutel}")


def _zinnen(oordeel: Tabeloordeel) -> Iterator[str | tuple[str, ...]]:
    """Yield what is wrong, what weighs most first: how much, and then each."""
    yield slot(oordeel)
    yield from zinnen_over(oordeel)
    for bevinding in oordeel.bevindingen:
        yield kop_van(bevinding)
        yield tuple(f"{regel.wat}{regel.tekst}" for regel in regels_van(bevinding))


PAGINA = Pagina((Weg(_HIER, vraag_naar), Weg(_HIER, kijk_na, "POST")))
