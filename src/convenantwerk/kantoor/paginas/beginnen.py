"""Beginnen: when there is no dossier yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.files import shown
from convenantwerk.kantoor.antwoord import Blad, Verder
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag


def toon(vraag: Vraag) -> Antwoord:
    """Say that there is no dossier, and how to begin one."""
    if vraag.kantoor.is_begonnen:
        return Verder("/")
    return Blad("beginnen.html", "Beginnen", {"map": shown(vraag.kantoor.root)})


PAGINA = Pagina((Weg("/beginnen", toon, zonder_dossier=True),))
