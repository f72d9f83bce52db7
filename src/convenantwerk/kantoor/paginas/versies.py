"""Versies: the texts that were adopted, and whether each is still as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen.stuurgroep import vaststeldag
from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag


def toon(vraag: Vraag) -> Blad:
    """Show them, the last first."""
    dossier = vraag.dossier
    versies, bevindingen = dossier.versielezing
    gebeurtenissen = dossier.registers.gebeurtenissen
    waarden = {
        "versies": [
            (versie, vaststeldag(gebeurtenissen, versie.gegevens.naam))
            for versie in reversed(versies)
        ],
        "bevindingen": bevindingen,
    }
    return Blad("versies.html", "Vastgestelde versies", waarden, menu="/ondertekening")


PAGINA = Pagina((Weg("/versies", toon),))
