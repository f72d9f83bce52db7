"""`vervallen`: a part is taken away."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from convenantwerk.addenda.soort import Soort
from convenantwerk.addenda.soorten.vernummeren import onder_vernummering
from convenantwerk.addenda.wijzigingstaal import (
    MEERVOUD,
    Zin,
    cite,
    en,
    is_item,
    noem,
    nummer_van,
    reeks,
    zinsdeel,
)
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel
from convenantwerk.tekst.citeren import eerste_groot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
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
        return f"{eerste_groot(zinsdeel(cite(stap)))} vervalt"
    parts = [one.genoemd[0] for one in gone]
    nummers = [nummer_van(part) for part in parts]
    naam = MEERVOUD.get(noem(parts[0]), noem(parts[0]))
    if isinstance(parts[0], Element):
        return f"De {naam} {reeks(nummers)} vervallen"
    if "" in nummers:
        names = [eerste_groot(cite(stap)), *(cite(other) for other in gone[1:])]
        return f"{en(names)} vervallen"
    return f"In {cite(stap, stap.houder)} vervallen de {naam} {reeks(nummers)}"


# --- derived -------------------------------------------------------------------------------


def leid_af(af: Afleider) -> None:
    """Derive what goes; an alinea in whose place another comes is written anew."""
    _verdwijnt(af, af.wortels)


def _verdwijnt(af: Afleider, wortels: Sequence[Verschil]) -> None:
    for verschil, volgende in zip_longest(wortels, wortels[1:]):
        if verschil.is_rij:
            continue
        if verschil.lot in ("ingevoegd", "aangekomen") and not af.blijft(verschil):
            continue
        moved = verschil.lot == "vertrokken" and verschil.paar in af.moved
        gone = not moved and not af.blijft(verschil)
        if gone and verschil.is_slot:
            af.mislukt.add(af.titel(verschil).removesuffix("-slot"))
        elif volgende and _is_anders(verschil, volgende) and (new := volgende.wordt):
            af.vervang(verschil, new)
            af.anders[volgende.paar[1]] = af.tags[verschil.paar[0]]
        elif gone:
            af.doe(Wijziging("vervallen", af.plaats(verschil)), verschil)
        elif af.blijft(verschil) and not af.is_grof(verschil):
            _verdwijnt(af, verschil.kinderen)


def _is_anders(verschil: Verschil, volgende: Verschil) -> bool:
    """Tell whether an alinea goes and another comes in its place: it is written anew."""
    return (
        (verschil.lot, volgende.lot) == ("vervallen", "ingevoegd")
        and isinstance(verschil.part, Alinea)
        and isinstance(volgende.part, Alinea)
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
