"""Every controle of a dossier, in one table; each command asks the groups that concern it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.controles import (
    addenda,
    archief,
    invullen,
    nummering,
    overleggen,
    registers,
    tekst,
    versies,
)
from convenantwerk.controles.onderzoek import Controle, Groep, Onderzoek

if TYPE_CHECKING:
    from convenantwerk.basis.diagnostics import Diagnostic

CONTROLES: tuple[Controle, ...] = (
    Controle(nummering.check_nummering, "tekst"),
    Controle(tekst.check_ankers, "tekst"),
    Controle(tekst.check_verwijzingen, "tekst"),
    Controle(tekst.check_invulvelden, "tekst"),
    Controle(tekst.check_ontbreekt, "tekst"),
    Controle(tekst.check_partnerlijsten, "tekst"),
    Controle(tekst.check_ondertekenaars, "tekst"),
    Controle(tekst.check_registerplaatsen, "tekst"),
    Controle(invullen.check_invullingen, "tekst"),
    Controle(addenda.check_volgorde, "addenda"),
    Controle(addenda.check_tegen, "tegen"),
    Controle(overleggen.check_overleggen, "overleggen"),
    Controle(registers.check_partners, "registers"),
    Controle(registers.check_verwijzingen, "registers"),
    Controle(registers.check_stukken, "registers"),
    Controle(registers.check_voorzitters, "registers"),
    Controle(registers.check_datums, "registers"),
    Controle(registers.check_verloop, "registers"),
    Controle(registers.check_bevoegdheid, "registers"),
    Controle(registers.check_vergaderingen, "registers"),
    Controle(registers.check_verlengingen, "registers"),
    Controle(registers.check_toekomst, "bijschrijving"),
    Controle(versies.check_mapnamen, "zegels"),
    Controle(versies.check_zegels, "zegels"),
    Controle(versies.check_keten, "zegels"),
    Controle(versies.check_versienamen, "versienamen"),
    Controle(archief.check_archief, "archief"),
)


def bevindingen(onderzoek: Onderzoek, *groepen: Groep) -> list[Diagnostic]:
    """Return what the controles of these groups find, in the order of the table."""
    return [
        found
        for controle in CONTROLES
        if controle.groep in groepen
        for found in controle.functie(onderzoek)
    ]
