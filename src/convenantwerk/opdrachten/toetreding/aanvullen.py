"""A request to which the day is added on which the participation begins.

What was recorded stays: a correctie annuls it, and the same with that day comes in its place.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding
from convenantwerk.dossier.registers import Bijschrijving
from convenantwerk.tijd.toetreding import toetredingsstand

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.geopend.vastleggen import Voorstel
    from convenantwerk.tijd.toetreding import Toetredingsstand

_REDEN = "de dag waarop de deelname begint, ontbrak"


def stel_begin_voor(geopend: Geopend, stand: Toetredingsstand, dag: date) -> Voorstel:
    """Return what adding the first day of a participation to its request would do.

    Raises:
        ConvenantwerkError: CV301, there is no request that lacks it, the day lies before the
            request, or what was recorded since would not count any more.
    """
    verzoek = stand.verzoek
    if verzoek is None or verzoek.ingangsdatum or stand.aanbieding:
        raise _kan_niet(stand, "er is geen verzoek waarbij die dag ontbreekt", "kies een ander")
    if dag < verzoek.datum:
        reden, tip = "de deelname zou beginnen voor het verzoek", "verbeter de dag"
        raise _kan_niet(stand, reden, tip)
    correctie = Correctie(datum=geopend.op, annuleert=aanduiding(verzoek), reden=_REDEN)
    nieuw = replace(verzoek, ingangsdatum=dag, position=NERGENS)
    voorstel = geopend.stel_voor(Bijschrijving(gebeurtenissen=(correctie, nieuw)))
    na = toetredingsstand(voorstel.registers, stand.partner, geopend.op)
    if na.volgende != stand.volgende:
        reden = "op de dag van het verzoek is ook al ingestemd"
        tip = "zet eerst de instemming recht, en leg die daarna opnieuw vast"
        raise _kan_niet(stand, reden, tip)
    return voorstel


def _kan_niet(stand: Toetredingsstand, reden: str, tip: str) -> ConvenantwerkError:
    return ConvenantwerkError("CV301", naam=stand.partner.naam, reden=reden, tip=tip)


def zinnen_over_begin(stand: Toetredingsstand, dag: date) -> tuple[str, ...]:
    """Return what follows, in sentences."""
    return (
        f"{stand.partner.naam} wil deelnemen vanaf {voluit(dag)}.",
        "Het verzoek komt met die dag opnieuw in het register; het eerdere telt niet meer mee.",
    )
