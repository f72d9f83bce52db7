"""Wat de wet vraagt: which artikel answers what a text of this kind must settle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.controles.volledigheid.lijsten import EISENLIJSTEN
from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.geheugen import Geheugen
from convenantwerk.kantoor.leestekst.weergave import Weergave
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.eisen import lees_eisen
from convenantwerk.stukken.eisen import matrix, samenvatting, uitkomst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.opdrachten.eisen import Eisenstand
    from convenantwerk.stukken.lijsten import Lijst

_UITLEG = {
    "bevestigd": "ja",
    "gevonden": "gevonden, niet bevestigd",
    "gemerkt": "alleen gemerkt",
    "ontbreekt": "ontbreekt",
}


@dataclass(frozen=True, slots=True)
class Vindplaats:
    """An artikel that answers an eis: how it is cited, where it is read, how certain it is."""

    naam: str
    adres: str
    bewijs: str


@dataclass(frozen=True, slots=True)
class Eisrij:
    """A row: what is asked, by what law, where it is answered, and how certain that is."""

    eis: Eis
    plaatsen: Sequence[Vindplaats]
    uitkomst: str


@dataclass(frozen=True, slots=True)
class Eisentabel:
    """A list of eisen with its rows, and the matrix of them against the artikelen."""

    lijst: Eisenlijst
    rijen: Sequence[Eisrij]
    matrix: Lijst


def toon(vraag: Vraag) -> Blad:
    """Show the lists that the dossier names."""
    geopend = vraag.dossier
    stand = _stand(geopend)
    beeld = Weergave(geopend, geopend.op, "vanzelf")
    waarden = {
        "zinnen": tuple(samenvatting(stand.dekking)) if stand.dekking.lijsten else (),
        "tabellen": [_tabel(stand, lijst, beeld) for lijst in stand.dekking.lijsten],
        "bekend": tuple(EISENLIJSTEN.values()),
        "uitleg": _UITLEG,
    }
    return Blad("eisen.html", "Wat de wet vraagt", waarden, menu="/tekst")


# The words of a text are gone through for it.
_stand: Geheugen[Eisenstand] = Geheugen(lees_eisen, lambda geopend: geopend.tekst())


def _tabel(stand: Eisenstand, lijst: Eisenlijst, beeld: Weergave) -> Eisentabel:
    rijen = []
    for eis in lijst.eisen:
        plaatsen = [
            Vindplaats(stand.citaten.citeer(adres), beeld.adres(adres), _UITLEG[cel.bewijs])
            for artikel, cel in stand.dekking.van(eis)
            for adres in stand.citaten.adressen(artikel, cel) or (artikel.anker,)
        ]
        rijen.append(Eisrij(eis, plaatsen, uitkomst(stand.dekking, eis)))
    return Eisentabel(lijst, rijen, matrix(stand.dekking, lijst, stand.citaten))


PAGINA = Pagina((Weg("/eisen", toon),))
