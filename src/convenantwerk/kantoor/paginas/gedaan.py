"""What an act has done: told once, and told the same again to whoever comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.kantoor.antwoord import Blad, Uitslag
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag


def toon(vraag: Vraag) -> Blad:
    """Show what came of a form."""
    uitslag = vraag.kantoor.gedaan(vraag.pad["teken"])
    if not isinstance(uitslag, Uitslag):
        return Blad("onbekend_formulier.html", "Dit formulier is niet (meer) bekend", status=404)
    return Blad("gedaan.html", uitslag.titel, {"uitslag": uitslag}, menu=uitslag.menu)


PAGINA = Pagina((Weg("/gedaan/{teken}", toon, zonder_dossier=True),))
