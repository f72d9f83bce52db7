"""Long work: how far it is, a way to stop it, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from convenantwerk.kantoor.antwoord import Blad, Verder
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag
    from convenantwerk.kantoor.werk import Werk


def toon(vraag: Vraag) -> Antwoord:
    """Show how far it is, and then what came of it."""
    werk = _werk(vraag)
    toestand = werk.toestand  # as it is now: it goes on while the page is made
    werk.gezien = toestand != "bezig"
    uitslag = werk.uitslag if toestand == "klaar" else None
    if isinstance(uitslag, Verder):
        return uitslag
    waarden = {"werk": werk, "toestand": toestand, "uitslag": uitslag}
    return Blad("werk.html", uitslag.titel if uitslag else werk.titel, waarden, menu=werk.menu)


def stop(vraag: Vraag) -> Antwoord:
    """Stop it."""
    werk = _werk(vraag)
    werk.stop()
    return Verder(f"/werk/{werk.sleutel}")


def _werk(vraag: Vraag) -> Werk:
    found = vraag.kantoor.werkbank.zoek(vraag.pad["werk"])
    if found is None:
        raise HTTPException(404)
    return found


PAGINA = Pagina(
    (
        Weg("/werk/{werk}", toon, zonder_dossier=True),
        Weg("/werk/{werk}/stop", stop, "POST", zonder_dossier=True),
    )
)
