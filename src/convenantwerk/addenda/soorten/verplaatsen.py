"""`verplaatsen`: a part goes to another place. It is derived with `invoegen`, in the new order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, zinsdeel
from convenantwerk.addenda.addendumwerk import KanNietError
from convenantwerk.addenda.boom_wijzigen import Delen, op_niveau, verander, zet
from convenantwerk.addenda.soort import WAAR, Soort
from convenantwerk.addenda.soorten.invoegen import eerste_onder
from convenantwerk.addenda.wijzigingstaal import Zin, noem_plaats
from convenantwerk.tekst.adressen import houder, in_part
from convenantwerk.tekst.boom import Onderdeel

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
    stuk = stap.wegwijzer.stuk(stap.adressen[0], stap.binnen)
    return Zin(f"{onderwerp(stuk)} wordt geplaatst {_waar(stap)}.", stap.parts)


def _waar(stap: Wijzigingsstap) -> str:
    """Return where it goes: "na artikel 8", "aan het slot van hoofdstuk 7"."""
    wijziging = stap.wijziging
    if wijziging.na:
        return f"na {_naast(stap, wijziging.na)}"
    if wijziging.voor:
        return f"voor {_naast(stap, wijziging.voor)}"
    if onder := eerste_onder(stap.tekst.get(wijziging.in_), stap.genoemd):
        return f"in {zinsdeel(noem_plaats(stap, wijziging.in_))} voor {stap.wegwijzer.naam(onder)}"
    return f"aan het slot van {noem_plaats(stap, wijziging.in_)}"


def _naast(stap: Wijzigingsstap, adres: str) -> str:
    """Return beside what it goes: within a lid that is its text, and not the lid."""
    naam = stap.wegwijzer.stuk(adres, stap.binnen)
    in_lid = isinstance(stap.tekst.get(houder(adres)), Onderdeel)
    return f"de tekst van {naam}" if in_lid and stap.wegwijzer.is_enige(adres) else naam


SOORT = Soort(edities=("doorlopend",), moet=("plaats",), een_van=WAAR, voer_uit=voer_uit, zin=zin)
