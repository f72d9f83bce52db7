"""`verplaatsen`: a part goes to another place. It is derived with `invoegen`, in the new order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp
from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.boom_wijzigen import Delen, op_niveau, verander, zet
from convenantwerk.addenda.soort import WAAR, Soort
from convenantwerk.addenda.wijzigingstaal import Zin, noem_plaats
from convenantwerk.tekst.adressen import in_part

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
    return Zin(f"{onderwerp(noem_plaats(stap))} wordt geplaatst {_waar(stap)}.", stap.parts)


def _waar(stap: Wijzigingsstap) -> str:
    """Return where it goes: "na artikel 8", "aan het slot van hoofdstuk 7"."""
    wijziging = stap.wijziging
    if wijziging.na:
        return f"na {noem_plaats(stap, wijziging.na)}"
    if wijziging.voor:
        return f"voor {noem_plaats(stap, wijziging.voor)}"
    return f"aan het slot van {noem_plaats(stap, wijziging.in_)}"


SOORT = Soort(edities=("doorlopend",), moet=("plaats",), een_van=WAAR, voer_uit=voer_uit, zin=zin)
