"""Eisen: what the law asks of the text, and in which artikel that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.controles.volledigheid.lijsten import EISENLIJSTEN
from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.eisen import lees_eisen
from convenantwerk.papier.formaten.tabel import FORMATEN
from convenantwerk.stukken.eisen import ONTBREEKT, plaats, samenvatting, uitkomst

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.opdrachten.eisen import Eisenstand
    from convenantwerk.tekst.boom import Element

_MEESTE = 60  # columns of a matrix on the page, and places of one eis; the paper has them all
# How each outcome is coloured; the word always stands beside it.
_KLASSEN: Mapping[str, str] = {
    "bevestigd": "getekend",
    "gevonden": "verstuurd",
    "gemerkt": "verstuurd",
    ONTBREEKT: "verlopen",
}


class Eisrij(NamedTuple):
    """An eis as the page shows it.

    Args:
        eis: what is asked.
        uitkomst: whether it is answered, in a word.
        klas: by which that is coloured.
        plaatsen: where, each with the anker that a link leads to.
        meer: how many more there are than the page shows.
        cellen: of each artikel of the matrix its name, the word in the cell, and its class.
    """

    eis: Eis
    uitkomst: str
    klas: str
    plaatsen: Sequence[tuple[str, str]]
    meer: int
    cellen: Sequence[tuple[str, str, str]]


class Lijstblok(NamedTuple):
    """A list of eisen as the page shows it, with the names of the artikelen of its matrix.

    Of a matrix that is too wide for a page there are none.
    """

    lijst: Eisenlijst
    artikelen: Sequence[str]
    rijen: Sequence[Eisrij]


def toon(vraag: Vraag) -> Blad:
    """Show those of the dossier, or of one list that was asked."""
    gevraagd = vraag.zoek.get("lijst", "")
    lijsten = (gevraagd,) if gevraagd in EISENLIJSTEN else ()
    stand = lees_eisen(vraag.dossier, lijsten=lijsten)
    waarden = {
        "gezegd": list(samenvatting(stand.dekking)),
        "blokken": list(_blokken(stand)),
        "lijsten": list(EISENLIJSTEN.values()),
        "gevraagd": gevraagd if lijsten else "",
        "genoemd": bool(stand.dossier.instellingen.eisen),
        "formaten": list(FORMATEN),
    }
    return Blad("eisen.html", "Wat de tekst moet regelen", waarden, menu="/tekst")


def _blokken(stand: Eisenstand) -> Iterator[Lijstblok]:
    for lijst in stand.dekking.lijsten:
        artikelen = stand.dekking.artikelen_van(lijst)
        artikelen = artikelen if len(artikelen) <= _MEESTE else ()
        namen = [stand.citaten.citeer(artikel.anker) for artikel in artikelen]
        rijen = [_rij(stand, eis, artikelen) for eis in lijst.eisen]
        yield Lijstblok(lijst, namen, rijen)


def _rij(stand: Eisenstand, eis: Eis, artikelen: Sequence[Element]) -> Eisrij:
    woord = uitkomst(stand.dekking, eis)
    cellen = []
    for artikel in artikelen:
        cel = stand.dekking.cel(eis, artikel)
        naam = stand.citaten.citeer(artikel.anker)
        cellen.append(
            (naam, cel.bewijs, _KLASSEN[cel.bewijs]) if cel is not None else (naam, "nee", "niet")
        )
    alle = stand.dekking.van(eis)
    plaatsen = [
        (plaats(artikel, cel, stand.citaten), artikel.anker) for artikel, cel in alle[:_MEESTE]
    ]
    return Eisrij(eis, woord, _KLASSEN[woord], plaatsen, len(alle) - len(plaatsen), cellen)


PAGINA = Pagina((Weg("/eisen", toon),))
