"""Sending the list of an office, in Excel or CSV, and choosing the sheet of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.invoer.lijsten.lezen import lees_lijst
from convenantwerk.kantoor.antwoord import Blad, Verder
from convenantwerk.kantoor.handelingen.partnerlijst import lees_ontvangen
from convenantwerk.kantoor.pagina import Pagina, Weg

if TYPE_CHECKING:
    from convenantwerk.kantoor.antwoord import Antwoord, Vraag

_HIER = "/partnerlijst"
_TITEL = "Neem een lijst over"
_MENU = "/partners"


def vraag_lijst(vraag: Vraag) -> Antwoord:
    """Show the form for a list; or the sheets of one that was sent."""
    if "lijst" not in vraag.zoek:
        return Blad("partnerlijst.html", _TITEL, {"bevindingen": ()}, menu=_MENU)
    tabel = lees_ontvangen(vraag)
    waarden = {
        "lijst": vraag.zoek["lijst"],
        "pad": tabel.pad,
        "nu": tabel.blad.naam,
        "bladen": [tabel.blad.naam, *tabel.andere],
    }
    return Blad("partnerblad.html", _TITEL, waarden, menu=_MENU)


def ontvang(vraag: Vraag) -> Antwoord:
    """Look at a list that was sent, and go on to its columns."""
    ontvangst = vraag.kantoor.ontvangst
    sleutels = vraag.formulier.bestanden.get("bestand", ())
    if not sleutels:
        return _onleesbaar({"bevindingen": (), "leeg": True})
    try:
        een = ontvangst.geef(sleutels[-1])
        tabel = lees_lijst(een.pad, naam=een.naam)
    except ConvenantwerkError as error:
        ontvangst.vergeet(sleutels[-1])
        return _onleesbaar({"bevindingen": error.diagnostics})
    naar = _HIER if tabel.andere else "/doe/partnerlijst"
    return Verder(f"{naar}?{urlencode({'lijst': een.sleutel})}")


def _onleesbaar(waarden: dict[str, object]) -> Blad:
    return Blad("partnerlijst.html", _TITEL, waarden, status=422, menu=_MENU)


PAGINA = Pagina((Weg(_HIER, vraag_lijst), Weg(_HIER, ontvang, "POST")))
