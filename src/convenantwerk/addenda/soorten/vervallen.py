"""`vervallen`: a part is taken away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import onderwerp, vorm, zinsdeel
from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.soorten.vernummeren import onder_vernummering
from convenantwerk.addenda.telwoorden import cijfers, rangen, reeks
from convenantwerk.addenda.wijzigingstaal import (
    Zin,
    bij_nummers,
    is_item,
    noem,
    noem_plaats,
    nummer_van,
)
from convenantwerk.basis.lidwoorden import eerste_groot, lidwoord
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, Tabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.verschil import Verschil


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text without a part."""
    place = werk.plaats(wijziging.plaats)
    werk.mag(place, ook_geraakt=True)
    return werk.verander(place.part, [])


# --- in words ------------------------------------------------------------------------------


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return what goes from the same place right after it, and the numbers that then change."""
    row: list[Wijzigingsstap] = []
    for other in later:
        if other.wijziging.soort != "vervallen" or not _naast(stap, other):
            break
        row.append(other)
    renumber = [other for other in later[len(row) :] if _hernummert_in(other, stap)]
    return row + renumber[:1]


def _naast(stap: Wijzigingsstap, other: Wijzigingsstap) -> bool:
    """Tell whether two parts that go are of one kind and stand in one place."""
    one, two = stap.genoemd[0], other.genoemd[0]
    if isinstance(one, Element) and isinstance(two, Element):
        return one.soort == two.soort and bool(one.nummer and two.nummer)
    return noem(one) == noem(two) and stap.houder == other.houder


def _hernummert_in(other: Wijzigingsstap, stap: Wijzigingsstap) -> bool:
    return (
        other.wijziging.soort == "vernummeren"
        and isinstance(stap.genoemd[0], Onderdeel)
        and is_item(other)
        and other.houder == stap.houder
    )


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what goes, and which numbers change with it."""
    gone = [stap, *(other for other in samen if other.wijziging.soort == "vervallen")]
    renumbered = [other for other in samen if other.wijziging.soort == "vernummeren"]
    onder = f", {onder_vernummering(renumbered[0])}" if renumbered else ""
    return Zin(f"{_wat_vervalt(stap, gone)}{onder}.", stap.parts)


def _wat_vervalt(stap: Wijzigingsstap, gone: list[Wijzigingsstap]) -> str:
    if len(gone) == 1:
        naam = stap.wegwijzer.stuk(stap.adressen[0], stap.binnen)
        return f"{onderwerp(naam)} {vorm(naam, 'vervalt', 'vervallen')}"
    parts = [one.genoemd[0] for one in gone]
    boven = stap.tekst.get(stap.houder)
    if isinstance(parts[0], Element):
        wat = bij_nummers(parts[0].soort, [nummer_van(part) for part in parts], lidwoord=True)
        return f"{eerste_groot(wat)} vervallen"
    waar = noem_plaats(stap, stap.houder)
    if all(map(nummer_van, parts)):
        soort = noem(parts[0], boven)
        nummers = [nummer_van(part) for part in parts]
        if soort == "lid" and not all(map(cijfers, nummers)):
            wat = f"de leden {reeks(nummers)}"
        else:
            wat = bij_nummers(soort, nummers, lidwoord=True)
    else:
        wat = _geteld(stap, parts)
    return f"In {zinsdeel(waar)} vervallen {wat}" if waar else f"{eerste_groot(wat)} vervallen"


def _geteld(stap: Wijzigingsstap, parts: Sequence[Part]) -> str:
    """Return "de tweede tot en met vierde alinea": counted as they are before any of them goes."""
    alike = [place.part for place in stap.wegwijzer.naast(stap.adressen[0])]
    alike = [one for one in alike if _telt_mee(one, parts[0])]
    at = [str(1 + next(i for i, one in enumerate(alike) if one is part)) for part in parts]
    naam = noem(parts[0])
    return f"{lidwoord(naam)} {rangen(at)} {naam}"


def _telt_mee(one: Part, part: Part) -> bool:
    """Tell whether two parts are counted together: alineas, or the dashes of a list."""
    return type(one) is type(part) and noem(one) == noem(part)


# --- derived -------------------------------------------------------------------------------


def leid_af(af: Afleider) -> None:
    """Derive what goes; an alinea in whose place another comes is written anew."""
    _verdwijnt(af, af.wortels)


def _verdwijnt(af: Afleider, wortels: Sequence[Verschil]) -> None:
    for at, verschil in enumerate(wortels):
        if verschil.is_rij:
            continue
        if verschil.lot in ("ingevoegd", "aangekomen") and not af.blijft(verschil):
            continue
        moved = verschil.lot == "vertrokken" and verschil.paar in af.moved
        gone = not moved and not af.blijft(verschil)
        if gone and (other := _in_plaats(af, verschil, wortels[at + 1 :])) and other.wordt:
            af.vervang(replace(verschil, nieuw=other.nieuw), other.wordt)
            af.anders[other.paar[1]] = af.tags[verschil.paar[0]]
        elif gone:
            af.doe(Wijziging("vervallen", af.plaats(verschil)), verschil)
        elif af.blijft(verschil) and not af.is_grof(verschil):
            _verdwijnt(af, verschil.kinderen)


def _in_plaats(af: Afleider, verschil: Verschil, later: Sequence[Verschil]) -> Verschil | None:
    """Return what comes in the very place of a part that goes: that part is written anew.

    That is the alinea or table right after it, or what gets the same number before anything that
    stays.
    """
    vertrekt = verschil.lot == "vertrokken" and isinstance(verschil.part, Onderdeel)
    if verschil.lot != "vervallen" and not vertrekt:
        return None
    if later and _is_anders(verschil, later[0]):
        return later[0]
    for other in later:
        if other.paar[1] in af.anders:
            continue
        if af.blijft(other) or other.lot in ("gelijk", "gewijzigd"):
            return None
        komt = other.lot in ("ingevoegd", "aangekomen") and other.paar[1] == verschil.paar[0]
        if komt and type(other.part) is type(verschil.part):
            return other if isinstance(other.part, Element | Onderdeel) else None
    return None


def _is_anders(verschil: Verschil, volgende: Verschil) -> bool:
    """Tell whether an alinea or table goes and another comes in its place: it is written anew."""
    return (
        (verschil.lot, volgende.lot) == ("vervallen", "ingevoegd")
        and isinstance(verschil.part, Alinea | Tabel)
        and type(volgende.part) is type(verschil.part)
    )


SOORT = Soort(
    edities=("doorlopend",),
    moet=("plaats",),
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
    leid_af=leid_af,
    beurt=1,
)
