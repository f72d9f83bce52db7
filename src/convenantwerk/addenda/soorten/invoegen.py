"""`invoegen`: text comes after, before or in a place."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanwijzen import zinsdeel
from convenantwerk.addenda.boom_wijzigen import Delen, zet
from convenantwerk.addenda.soort import WAAR, Soort
from convenantwerk.addenda.wijzigingstaal import Zin, noem_plaats, nummer_van, wat
from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.aanduidingen import soort_van
from convenantwerk.tekst.adressen import houder, parts_of
from convenantwerk.tekst.boom import Element, Onderdeel, elementen
from convenantwerk.tekst.schrijven import front_matter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.addenda.addendumwerk import Werk
    from convenantwerk.addenda.afleider import Afleider
    from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap
    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.verschil import Verschil


def voer_uit(werk: Werk, wijziging: Wijziging) -> Delen:
    """Return the text with a text put beside or in a place."""
    doel = werk.doel(wijziging)
    return zet(werk.delen, doel, werk.tekst(wijziging, doel.niveau))


# --- in words ------------------------------------------------------------------------------


def samen(stap: Wijzigingsstap, later: Sequence[Wijzigingsstap]) -> list[Wijzigingsstap]:
    """Return what comes in right after it: one text for the reader, in files of their own."""
    row: list[Wijzigingsstap] = []
    last = stap
    for other in later:
        anker = other.wijziging.na
        ours = [part.anker for part in last.parts if isinstance(part, Element)]
        if other.wijziging.soort != "invoegen" or anker not in other.tekst:
            break
        after = other.tekst[anker]
        if not (ours and isinstance(after, Element) and after.anker in _ankers(last, other)):
            break
        row.append(other)
        last = other
    return row


def _ankers(last: Wijzigingsstap, other: Wijzigingsstap) -> set[str]:
    """Return the ankers of what a step put in, by what the next one has that it had not."""
    return set(other.tekst) - set(last.tekst)


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what is put in."""
    return ingevoegd(stap, "", samen)


def ingevoegd(stap: Wijzigingsstap, onder: str, samen: Sequence[Wijzigingsstap] = ()) -> Zin:
    """Say what is put in, and with what it goes: "onder vernummering van …".

    At the end of what holds it a part is "toegevoegd", in between it is "ingevoegd"
    (Aanwijzingen voor de regelgeving, chapter 6).
    """
    parts = (*stap.parts, *(part for other in samen for part in other.parts))
    boven = stap.tekst.get(_boven(stap))
    waar, naast, hoe = _plaats(stap)
    if onder and stap.wijziging.voor and all(map(nummer_van, parts)):
        naast = ""  # the number of what comes tells its place; that of its neighbour has changed
    wordt = "wordt" if len(parts) == 1 else "worden"
    what = wat(parts, boven)
    if onder and not waar:
        begin = " ".join(filter(None, [eerste_groot(onder), wordt, naast]))
    elif onder:
        begin = " ".join(filter(None, [f"{eerste_groot(zinsdeel(waar))} {wordt}, {onder},", naast]))
    elif waar:
        begin = " ".join(filter(None, [eerste_groot(zinsdeel(waar)), wordt, naast]))
    else:
        begin = f"{eerste_groot(zinsdeel(naast)) or 'Er'} {wordt}"
    return Zin(f"{begin} {what} {hoe}, luidende:", parts)


def _plaats(stap: Wijzigingsstap) -> tuple[str, str, str]:
    """Return in what, and beside what, a part comes, and whether it is put in or added.

    Returns:
        "aan artikel 5", "", "toegevoegd"; or "in artikel 5", "na het eerste lid", "ingevoegd"; ""
        where the place is named already.
    """
    if _is_slot(stap):
        waar = noem_plaats(stap, _boven(stap))
        return (f"aan {waar}" if waar else ""), "", "toegevoegd"
    naast = stap.wijziging.na or stap.wijziging.voor
    woord = "na" if stap.wijziging.na else "voor"
    if not naast:
        waar = noem_plaats(stap, _boven(stap))
        plaats = f"voor {stap.wegwijzer.naam(_eerste_onder(stap))}"
        return (f"in {waar}" if waar else ""), plaats, "ingevoegd"
    if isinstance(stap.tekst.get(naast), Element) or _is_artikelnummer(stap, naast):
        return f"{woord} {stap.wegwijzer.naam(naast)}", "", "ingevoegd"
    # From its holder on a lid is "het eerste lid", and an alinea alone is "de tekst".
    plaats = f"{woord} {stap.wegwijzer.naam(naast, houder(naast)) or 'de tekst'}"
    waar = noem_plaats(stap, houder(naast))
    return (f"in {waar}" if waar else ""), plaats, "ingevoegd"


def _boven(stap: Wijzigingsstap) -> str:
    """Return the address of what holds what is put in."""
    wijziging = stap.wijziging
    if wijziging.in_:
        return wijziging.in_
    naast = wijziging.na or wijziging.voor
    if not isinstance(stap.tekst.get(naast), Element):
        return houder(naast)
    return next(
        (adres for adres, part in stap.tekst.items() if _houdt(part, stap.tekst[naast])), ""
    )


def _houdt(part: Part, kind: Part) -> bool:
    return isinstance(part, Element) and any(child is kind for child in part.inhoud)


def _is_slot(stap: Wijzigingsstap) -> bool:
    """Tell whether a part comes last of its kind in what holds it, and that has a name."""
    boven = stap.tekst.get(_boven(stap))
    if isinstance(boven, Element) and not boven.niveau and not boven.nummer:
        return False  # a folder without a heading: nobody can be told to look there
    if _eerste_onder(stap):
        return False  # at its end stands what it holds
    if stap.wijziging.in_:
        return True
    if stap.wijziging.voor or not isinstance(boven, Element | Onderdeel):
        return False
    here = [p for p in parts_of(boven.inhoud) if not _is_slotregels(p)]
    after = stap.tekst[stap.wijziging.na]
    at = next(index for index, part in enumerate(here) if part is after)
    later, first = here[at + 1 :], stap.parts[0]
    if isinstance(first, Onderdeel) and isinstance(after, Onderdeel):
        return not later or not isinstance(later[0], Onderdeel)
    return not later or (isinstance(later[0], Element) and not isinstance(first, Element))


def _eerste_onder(stap: Wijzigingsstap) -> str:
    if isinstance(stap.tekst.get(stap.wijziging.na), Onderdeel) and _is_onderdeel(stap.parts):
        return ""  # the next of a list, as its number tells
    return eerste_onder(stap.tekst.get(_boven(stap)), stap.parts)


def _is_onderdeel(parts: Sequence[Part]) -> bool:
    return isinstance(parts[0], Onderdeel)


def eerste_onder(boven: Part | None, parts: Sequence[Part]) -> str:
    """Return before which titled part text comes last in what holds both; leden need no such."""
    if not isinstance(boven, Element) or isinstance(parts[0], Element):
        return ""
    if boven.soort == "artikel" and _is_onderdeel(parts):
        return ""
    onder = (one for one in boven.inhoud if isinstance(one, Element))
    return next((one.anker for one in onder if not _is_slotregels(one)), "")


def _is_slotregels(part: Part) -> bool:
    return isinstance(part, Element) and part.soort == "slot"


def _is_artikelnummer(stap: Wijzigingsstap, adres: str) -> bool:
    """Tell whether a lid names its artikel: "artikel 8.1"."""
    part = stap.tekst.get(adres)
    return isinstance(part, Onderdeel) and soort_van(part.merk) == "lid"


# --- derived -------------------------------------------------------------------------------


def leid_af(af: Afleider) -> None:
    """Derive, in the new order, what comes in; and, between that, what moves."""
    _verschijnt(af, af.wortels, None)


def _verschijnt(af: Afleider, kinderen: Sequence[Verschil], ouder: Verschil | None) -> None:
    """Derive what comes and what moves within one part or into it."""
    here = [kind for kind in kinderen if kind.nieuw and kind.lot != "vertrokken"]
    rij = _Rij(af, [kind for kind in here if not kind.is_rij], ouder)
    for (blijft, _), group in groupby(rij.here, key=lambda kind: (af.blijft(kind), kind.is_kop)):
        members = list(group)
        if not blijft:
            rij.zet_in(members)
            continue
        for kind in members:
            if af.verhuist(kind):
                rij.verplaats(kind)
            rij.before = kind
    for kind in rij.here:
        if af.blijft(kind) and not af.is_grof(kind):
            _verschijnt(af, kind.kinderen, kind)


class _Rij:
    """The parts of one container in their new order, and which of them stand there already."""

    def __init__(self, af: Afleider, here: list[Verschil], ouder: Verschil | None) -> None:
        self.af = af
        self.here = here
        self.ouder = ouder
        self.before: Verschil | None = None
        self.tags: dict[int, Position | None] = {
            id(kind): af.tag(kind) for kind in here if af.blijft(kind) and not af.verhuist(kind)
        }

    def zet_in(self, members: list[Verschil]) -> None:
        """Derive that parts come in which follow each other."""
        for los, group in groupby(members, key=_is_los):
            row = list(group)
            for part in [[kind] for kind in row] if los else [row]:
                self._zet_in(part)

    def _zet_in(self, members: list[Verschil]) -> None:
        """Derive that parts come in which one file can hold."""
        parts = [self.af.nieuw(part) for kind in members if (part := kind.wordt) is not None]
        first = members[0]
        if any(isinstance(part, Element) and part.soort == "slot" for part in parts):
            self.af.mislukt.add(self.af.titel(first).removesuffix("-slot"))
        else:
            self._doe(self._naast(first), first, parts)
        self.tags |= {id(kind): p.position for kind, p in zip(members, parts, strict=True)}
        self.before = members[-1]

    def verplaats(self, kind: Verschil) -> None:
        """Derive that a part moves to where it stands now."""
        plaats = self.af.plaats(kind)
        self._doe(replace(self._naast(kind), soort="verplaatsen", plaats=plaats), kind)
        self.tags[id(kind)] = self.af.tag(kind)

    def _doe(self, wijziging: Wijziging, kind: Verschil, parts: Sequence[Part] = ()) -> None:
        if wijziging.na or wijziging.voor or wijziging.in_:
            self.af.doe(wijziging, kind, parts)
        else:  # what it should stand beside is not there
            self.af.mislukt.add(self.af.titel(kind))

    def _naast(self, kind: Verschil) -> Wijziging:
        """Return a wijziging that says where something comes: beside what, or in what.

        A titled part comes beside a titled part, so that its level is known.
        """
        before, waar = self.before, self.af.waar
        if before is not None and before.is_kop == kind.is_kop:
            return Wijziging("invoegen", na=waar(self.tags[id(before)]))
        later = self.here[self.here.index(kind) + 1 :]
        for other in later:
            if id(other) in self.tags and other.is_kop == kind.is_kop and not other.is_slot:
                return Wijziging("invoegen", voor=waar(self.tags[id(other)]))
        if before is not None and not kind.is_kop:
            return Wijziging("invoegen", na=waar(self.tags[id(before)]))
        return Wijziging("invoegen", in_=self.af.plaats(self.ouder) if self.ouder else "")


def _is_los(kind: Verschil) -> bool:
    """Tell whether a part needs a file of its own: it has closing lines, or facts at its head."""
    part = kind.wordt
    if not isinstance(part, Element) or part.soort == "slot":
        return False
    closed = any(inner.soort == "slot" for inner in elementen([part]))
    return closed or bool(front_matter(part))


SOORT = Soort(
    edities=("doorlopend",),
    moet=("tekst",),
    een_van=WAAR,
    voer_uit=voer_uit,
    zin=zin,
    samen=samen,
    leid_af=leid_af,
    beurt=3,
)
