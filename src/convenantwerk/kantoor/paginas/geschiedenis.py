"""Geschiedenis: everything recorded, by year, each with its papers and the way to set it right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from convenantwerk.basis.files import leesbaar
from convenantwerk.basis.getypt import gevouwen
from convenantwerk.kantoor.antwoord import Blad, Knop
from convenantwerk.kantoor.momenten import stukken_bij, zet_recht
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.geschiedenis import geschiedenis

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Vraag

_MEEST = 200  # on one page
_CIJFERS = 7
_LANGST = 200  # characters that are searched for


def toon(vraag: Vraag) -> Blad:
    """Show it, or what of it was searched for."""
    zoek = gevouwen(leesbaar(vraag.zoek.get("zoek", ""))[:_LANGST])
    begin = _getal(vraag.zoek.get("vanaf", ""))
    root = vraag.dossier.root
    found = geschiedenis(vraag.dossier, root / "build", zoek=zoek, begin=begin, meest=_MEEST)
    eind = begin + len(found.rijen)
    verder = []
    if begin:
        verder.append(Knop("Later vastgelegd", _adres(zoek, max(0, begin - _MEEST))))
    if eind < found.aantal:
        verder.append(Knop("Eerder vastgelegd", _adres(zoek, eind)))
    waarden = {
        "zoek": zoek,
        "rijen": found.rijen,
        "aantal": found.aantal,
        "eerste": begin + 1,
        "laatste": eind,
        "verder": verder,
        "stukken": partial(stukken_bij, root),
        "zet_recht": zet_recht,
    }
    return Blad("geschiedenis.html", "Geschiedenis", waarden, menu="/geschiedenis")


def _getal(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _CIJFERS else 0


def _adres(zoek: str, vanaf: int) -> str:
    waarden = {**({"zoek": zoek} if zoek else {}), **({"vanaf": vanaf} if vanaf else {})}
    return f"/geschiedenis{'?' if waarden else ''}{urlencode(waarden)}"


PAGINA = Pagina((Weg("/geschiedenis", toon),), "Geschiedenis")
