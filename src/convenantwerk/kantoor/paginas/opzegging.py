"""Opzegging: the notices under way and those that are done, and of each its stages on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from convenantwerk.kantoor.antwoord import Blad, Verder
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.kantoor.rechtzetten import zet_recht
from convenantwerk.opdrachten.gemaakt import gemaakte_stukken
from convenantwerk.opdrachten.opzeggingen import opzegstanden
from convenantwerk.stukken.brieven.opzeggingsbrief import stukkenmap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.opdrachten.opzeggingen import Opzegstand, Opzegstap

MENU = "/opzegging"
_INTREKKING = ("ontvangst-intrekking", "intrekkingsbevestiging")
_TITELS: dict[Opzegstap, str] = {
    "ontvangen": "Ontvangen",
    "bevestigd": "Bevestigd in de gevraagde vorm",
    "ingetrokken": "Ingetrokken",
    "instemming": "Instemming met de intrekking",
    "geregeld": "Gevolgen geregeld",
}


def lijst(vraag: Vraag) -> Blad:
    """Show all notices, those under way first, the one that works soonest on top."""
    alle = opzegstanden(vraag.dossier)
    lopend = [one for one in alle if one.loopt]
    lopend.sort(key=lambda one: (one.einde is None, one.einde and one.einde.datum))
    waarden = {
        "lopend": lopend,
        "klaar": [one for one in alle if not one.loopt],
        "regel": vraag.dossier.registers.instellingen.regels.opzegging,
    }
    return Blad("opzegging.html", "Opzegging", waarden, menu=MENU)


def laatste(vraag: Vraag) -> Verder:
    """Go to the last notice of a partner."""
    gevonden = _van(vraag)
    return Verder(f"{MENU}/{gevonden[-1].partner.sleutel}/{gevonden[-1].nummer}")


def toon(vraag: Vraag) -> Blad:
    """Show the stages of one notice."""
    nummer = vraag.pad["nummer"]
    one = next((one for one in _van(vraag) if str(one.nummer) == nummer), None)
    if one is None:
        raise HTTPException(404)
    folder = stukkenmap(one.partner, one.opzegging)
    stukken = gemaakte_stukken(vraag.dossier.root, folder)
    waarden = {
        "een": one,
        "recht": _recht(vraag.dossier, one),
        "titels": _TITELS,
        "stukken": [stuk for stuk in stukken if stuk.naam not in _INTREKKING],
        "intrekkingsstukken": [stuk for stuk in stukken if stuk.naam in _INTREKKING],
    }
    titel = f"Opzegging van {one.partner.naam}"
    return Blad("opzegging_stappen.html", titel, waarden, menu=MENU)


def _recht(geopend: Geopend, one: Opzegstand) -> dict[Opzegstap, str]:
    """Return of each stage the way to set it right, as far as nothing rests on it."""
    gedaan: dict[Opzegstap, Gebeurtenis | None] = {
        "ontvangen": one.opzegging,
        "bevestigd": one.bevestiging,
        "ingetrokken": one.intrekking,
        "instemming": one.instemming,
        "geregeld": one.geregeld,
    }
    return {stap: zet_recht(geopend.registers, g) for stap, g in gedaan.items()}


def _van(vraag: Vraag) -> Sequence[Opzegstand]:
    """Return the notices of the partner in the address."""
    sleutel = vraag.pad["partner"]
    gevonden = [one for one in opzegstanden(vraag.dossier) if one.partner.sleutel == sleutel]
    if not gevonden:
        raise HTTPException(404)
    return gevonden


def lopend(geopend: Geopend) -> int:
    """Return how many notices are under way."""
    return sum(one.loopt for one in opzegstanden(geopend))


PAGINA = Pagina(
    (
        Weg(MENU, lijst),
        Weg("/opzegging/{partner}", laatste),
        Weg("/opzegging/{partner}/{nummer}", toon),
    ),
    "Opzegging",
    lopend,
)
