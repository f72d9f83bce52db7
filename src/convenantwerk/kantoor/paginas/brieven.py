"""Brieven: every letter that goes with what was recorded, each to be made again."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from convenantwerk.kantoor.antwoord import Blad
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.briefsoorten import namen_van, ontvanger_van, verstuurd

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.opdrachten.briefsoorten import Verstuurd

MENU = "/papieren"


class Rij(NamedTuple):
    """The letters of one day that go together, and the form that makes them again."""

    datum: date
    soort: str
    wie: str
    stukken: tuple[str, ...]
    naar: str


def toon(vraag: Vraag) -> Blad:
    """Show all letters, the last first."""
    rijen = [_rij(one) for one in verstuurd(vraag.dossier)]
    rijen.sort(key=lambda rij: rij.datum, reverse=True)
    per_jaar = [(jaar, [*eigen]) for jaar, eigen in groupby(rijen, key=lambda rij: rij.datum.year)]
    return Blad("brieven.html", "Brieven", {"jaren": per_jaar}, menu=MENU)


def _rij(one: Verstuurd) -> Rij:
    partners = {brief.partner.sleutel for brief in one.brieven}
    zoek = {"soort": one.soort, "datum": one.datum.isoformat()}
    if len(partners) == 1:
        zoek["partner"] = partners.pop()
    naar = f"/doe/brief?{urlencode(zoek)}"
    return Rij(one.datum, one.soort, ontvanger_van(one), namen_van(one), naar)


PAGINA = Pagina((Weg("/brieven", toon),))
