"""Fields that more than one form has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.kantoor.formulier import Keuze, Veld

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Registers


def kies_partner(registers: Registers, vraag: str = "Partner") -> Veld:
    """Return the choice of a partner, by name."""
    keuzes = [Keuze(partner.sleutel, partner.naam) for partner in registers.partners]
    keuzes.sort(key=lambda keuze: keuze.naam.casefold())
    return Veld(naam="partner", vraag=vraag, soort="keuze", nodig=True, keuzes=keuzes)
