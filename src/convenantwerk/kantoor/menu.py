"""The menu beside every page."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.kantoor.paginas.tabel import PAGINAS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.kantoor import Kantoor
    from convenantwerk.kantoor.pagina import Pagina


class Ingang(NamedTuple):
    """An entry of the menu; `aantal` is how many things there ask for attention."""

    naam: str
    naar: str
    aantal: int


def menu(kantoor: Kantoor, geopend: Geopend | None, hier: str | None) -> Mapping[str, object]:
    """Return the name of the dossier, the entries, and the work to come back to.

    Without a dossier there are no entries.
    """
    ingangen = []
    huis, tekst = "", ""
    if geopend is not None:
        with suppress(ConvenantwerkError):
            instellingen = geopend.registerlezing[0].instellingen
            huis, tekst = instellingen.samenwerkingsverband, instellingen.titel
    if kantoor.is_begonnen:
        ingangen = [_ingang(pagina, geopend) for pagina in PAGINAS if pagina.naam]
    return {
        "huis": huis,
        "convenant": tekst,
        "ingangen": ingangen,
        "hier": hier,
        "werken": kantoor.werkbank.ongezien,
    }


def _ingang(pagina: Pagina, geopend: Geopend | None) -> Ingang:
    aantal = 0
    if pagina.teller and geopend is not None:
        with suppress(ConvenantwerkError):  # of what cannot be read the page itself tells
            aantal = pagina.teller(geopend)
    return Ingang(pagina.naam, pagina.wegen[0].pad, aantal)
