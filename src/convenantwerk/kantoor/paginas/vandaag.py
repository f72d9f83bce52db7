"""Vandaag: how things stand, and what asks for attention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import weekdag
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.stand import lees_stand

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag


def toon(vraag: Vraag) -> Blad:
    """Show it."""
    opname = lees_stand(vraag.dossier)
    titel = eerste_groot(weekdag(vraag.dossier.op))
    return Blad("vandaag.html", titel, {"opname": opname}, menu="/")


PAGINA = Pagina((Weg("/", toon),), "Vandaag")
