"""What the other partners hear of an accession."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.opdrachten.toetreding.waarden import instemmingsbesluit, tekstwaarden
from convenantwerk.stukken.brieven.kennisgeving_toetreding import KennisgevingToetreding
from convenantwerk.tekenen.tekeneditie import tekeneditie
from convenantwerk.tijd.toetreding import toetredingsstand

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.geopend.geopend import Geopend


def kennisgeving(
    geopend: Geopend, registers: Registers, partner: Partner, nummer: int
) -> KennisgevingToetreding:
    """Return the notice to the other partners that one has joined."""
    stand = toetredingsstand(registers, partner, geopend.op)
    getekend = stand.getekend.delen if stand.getekend else ()
    melding = registers.instellingen.regels.melding
    return KennisgevingToetreding(
        **tekstwaarden(stand, tekeneditie(geopend)),
        instemming=instemmingsbesluit(registers, stand),
        nummer=nummer,
        mag_melden=melding.deel in getekend if melding else None,
    )
