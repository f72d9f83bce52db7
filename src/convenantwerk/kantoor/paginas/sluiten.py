"""Sluiten: the kantoor ends; and a way to open it again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from convenantwerk.basis.files import shown
from convenantwerk.kantoor.antwoord import Blad, Knop, Uitslag
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.snelkoppeling import Start, maak_snelkoppeling

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag

_HIER = "/sluiten"
_NOG = 1.0  # seconds in which the browser gets the last page, its style sheet and its letters


def toon(vraag: Vraag) -> Blad:
    """Ask whether it is to be closed."""
    bezig = vraag.kantoor.werkbank.bezig
    waarden = {"map": shown(vraag.kantoor.root), "bezig": bezig}
    return Blad("sluiten.html", "Sluit het kantoor", waarden, menu=_HIER)


def sluit(vraag: Vraag) -> Blad:
    """Close it, as soon as this page is there."""
    if vraag.kantoor.bij_sluiten is not None:
        straks = threading.Timer(_NOG, vraag.kantoor.bij_sluiten)
        straks.daemon = True
        straks.start()
    map_ = shown(vraag.kantoor.root)
    return Blad("gesloten.html", "Het kantoor is gesloten", {"map": map_})


def zet_snelkoppeling(vraag: Vraag) -> Uitslag:
    """Put something on the desktop that opens this kantoor."""
    gemaakt = maak_snelkoppeling(Start(vraag.kantoor.root))
    titel = "De snelkoppeling is gemaakt"
    return Uitslag(titel, gemaakt.zinnen, verder=[Knop("Naar Vandaag", "/")], menu=_HIER)


PAGINA = Pagina(
    (
        Weg(_HIER, toon, zonder_dossier=True),
        # Who only reads may close it too; and twice closed is once closed.
        Weg(_HIER, sluit, "POST", zonder_dossier=True),
        Weg(f"{_HIER}/snelkoppeling", zet_snelkoppeling, "POST", wijzigt=True, zonder_dossier=True),
    )
)
