"""`verplaatsen`: a part goes to another place. It is derived with `invoegen`, in the new order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.boom_wijzigen import Delen, op_niveau, verander, zet
from convenantwerk.addenda.soort import WAAR, Soort
from convenantwerk.addenda.wijzigingstaal import Zin, cite, waar, zinsdeel
from convenantwerk.tekst.adressen import in_part
from convenantwerk.tekst.citeren import eerste_groot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.dossier.dossier import Wijziging


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with a part in another place."""
    place = werk.plaats(wijziging.plaats)
    werk.mag(place)
    doel = werk.doel(wijziging)
    part = place.part
    if any(doel.part is inner for inner in in_part(part)):
        raise KanNietError(
            f"'{place.adres}' kan niet naar een plaats in zichzelf", "kies een andere plaats"
        )
    moved = replace(part)
    delen = zet(werk.delen, doel, op_niveau([moved], doel.niveau))
    return verander(delen, part, [])


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what goes where."""
    del samen
    return Zin(f"{eerste_groot(zinsdeel(cite(stap)))} wordt geplaatst {waar(stap)}.", stap.parts)


SOORT = Soort(edities=("doorlopend",), moet=("plaats",), een_van=WAAR, voer_uit=voer_uit, zin=zin)
