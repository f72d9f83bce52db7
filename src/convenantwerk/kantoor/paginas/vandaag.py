"""Vandaag: how things stand, and what asks for attention."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import weekdag
from convenantwerk.basis.diagnostics import telling
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.kantoor.aandacht import aandachtspunten, tel_nu
from convenantwerk.kantoor.antwoord import Blad, Knop
from convenantwerk.kantoor.geheugen import Geheugen
from convenantwerk.kantoor.momenten import stukken_bij, zet_recht
from convenantwerk.kantoor.pagina import Pagina, Weg
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.dagbeeld import lees_dagbeeld, zinnen_over_versie
from convenantwerk.opdrachten.geschiedenis import geschiedenis
from convenantwerk.tijd.stand import stand
from convenantwerk.tijd.termijnen.tabel import standaard_tot, termijnen
from convenantwerk.tijd.toetreding import STAPPEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.antwoord import Vraag
    from convenantwerk.opdrachten.dagbeeld import Beginstap

_LAATST = 5  # of what was recorded so much is shown
_BEVINDINGEN = 30
# Where each step with which one begins is done.
_BEGIN: Mapping[Beginstap, Knop] = {
    "partners": Knop("Naar de partners", "/partners"),
    "ondertekenaars": Knop("Naar de partners", "/partners"),
    "tekst": Knop("Naar de tekst", "/tekst"),
    "vaststellen": Knop("Stel een versie vast", "/doe/vaststellen"),
}


def toon(vraag: Vraag) -> Blad:
    """Show it."""
    geopend = vraag.dossier
    titel = eerste_groot(weekdag(geopend.op))
    try:
        # Whether a paper in the archive is as it was, only looking tells, each time.
        beeld = replace(_beeld(geopend), bevindingen=controleer(geopend).diagnostics)
    except OnleesbaarError as error:
        return Blad("vandaag_onleesbaar.html", titel, {"bevindingen": error.diagnostics}, menu="/")
    volgende = (d for d in beeld.agenda.data if d.datum and not (d.te_laat or d.vervallen))
    laatst = geschiedenis(geopend, geopend.root / "build", meest=_LAATST, tot=geopend.op).rijen
    waarden = {
        "beeld": beeld,
        "versie": zinnen_over_versie(beeld),
        "punten": aandachtspunten(beeld.agenda.data, beeld.stand),
        "volgende": next(volgende, None),
        "telling": telling(beeld.bevindingen),
        "bevindingen": beeld.bevindingen[:_BEVINDINGEN],
        "stappen": STAPPEN,
        "begin": _BEGIN,
        "laatst": laatst,
        "stukken": partial(stukken_bij, geopend.root),
        "zet_recht": zet_recht,
    }
    return Blad("vandaag.html", titel, waarden, menu="/")


def _tel(geopend: Geopend) -> int:
    """Return how much is late or near, by the registers alone: the menu is on every page."""
    registers, op = geopend.registers, geopend.op
    data = termijnen(registers, op, standaard_tot(op))
    return tel_nu(aandachtspunten(data, stand(registers, op)))


_beeld = Geheugen(lees_dagbeeld, Geopend.tekst)
PAGINA = Pagina((Weg("/", toon),), "Vandaag", Geheugen(_tel, lambda geopend: geopend.registers))
