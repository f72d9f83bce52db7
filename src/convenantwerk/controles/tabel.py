"""Every controle of a dossier, in one table; each command asks the groups that concern it.

A row stands in the file of its function, below it; a new file of controles is added here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.controles import (
    addenda,
    archief,
    correcties,
    dagen,
    invullen,
    namen,
    nummering,
    opbouw,
    overeenstemming,
    overleggen,
    plaatshouders,
    regels,
    registers,
    stijl,
    tekst,
    verouderd,
    versies,
    verwijzingen,
)
from convenantwerk.controles.taal import spelling
from convenantwerk.controles.termen import andere_woorden, omschreven, onomschreven, vormen
from convenantwerk.controles.volledigheid import bevindingen as volledigheid

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Controle, Groep, Onderzoek

CONTROLES: tuple[Controle, ...] = (
    *nummering.CONTROLES,
    *tekst.CONTROLES,
    *verwijzingen.CONTROLES,
    *invullen.CONTROLES,
    *plaatshouders.CONTROLES,
    *verouderd.CONTROLES,
    *dagen.CONTROLES,
    *opbouw.CONTROLES,
    *omschreven.CONTROLES,
    *vormen.CONTROLES,
    *onomschreven.CONTROLES,
    *andere_woorden.CONTROLES,
    *volledigheid.CONTROLES,
    *addenda.CONTROLES,
    *overeenstemming.CONTROLES,
    *overleggen.CONTROLES,
    *regels.CONTROLES,
    *registers.CONTROLES,
    *correcties.CONTROLES,
    *namen.CONTROLES,
    *versies.CONTROLES,
    *archief.CONTROLES,
    *spelling.CONTROLES,
    *stijl.CONTROLES,
)


def bevindingen(onderzoek: Onderzoek, *groepen: Groep) -> list[Diagnostic]:
    """Return what the controles of these groups find, in the order of the table."""
    return [
        found
        for controle in CONTROLES
        if controle.groep in groepen
        for found in controle.functie(onderzoek)
    ]
