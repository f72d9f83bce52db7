"""The decisions that are recorded, each with the way to its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.doeknop import doeknop
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag


def toon(vraag: Vraag) -> Blad:
    """Show them, the last first."""
    besluiten = sorted(vraag.dossier.registers.besluiten, key=lambda b: b.datum, reverse=True)
    waarden = {
        "besluiten": [
            (b, list(doeknop("Wijzig", "wijzig-besluit", besluit=b.sleutel))) for b in besluiten
        ],
        "nieuw": list(doeknop("Leg een besluit vast", "besluit")),
    }
    return Blad("besluiten.html", "Besluiten", waarden, menu="/geschiedenis")


PAGINA = Pagina((Weg("/besluiten", toon),))
