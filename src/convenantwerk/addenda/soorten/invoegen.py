"""`invoegen`: text comes after, before or in a place."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.addenda.boom_wijzigen import Delen, zet
from convenantwerk.addenda.soort import WAAR, Soort
from convenantwerk.addenda.wijzigingstaal import Zin, cite, waar, wat, zinsdeel
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.boom import Element
from convenantwerk.tekst.citeren import eerste_groot

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


def zin(stap: Wijzigingsstap, samen: Sequence[Wijzigingsstap]) -> Zin:
    """Say what is put in."""
    del samen
    return ingevoegd(stap, "")


def ingevoegd(stap: Wijzigingsstap, onder: str) -> Zin:
    """Say what is put in, and with what it goes: "onder vernummering van …"."""
    wijziging = stap.wijziging
    wordt = "wordt" if len(stap.parts) == 1 else "worden"
    plaats, hoe = waar(stap), "ingevoegd"
    if wijziging.in_:
        plaats, hoe = f"aan {cite(stap, wijziging.in_)}", "toegevoegd"
    tussen = f", {onder}," if onder else ""
    tekst = f"{eerste_groot(zinsdeel(plaats))} {wordt}{tussen} {wat(stap.parts)} {hoe}, luidende:"
    return Zin(tekst, stap.parts)


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
            if kind.lot == "aangekomen":
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
            id(kind): af.tag(kind) for kind in here if af.blijft(kind) and kind.lot != "aangekomen"
        }

    def zet_in(self, members: list[Verschil]) -> None:
        """Derive that parts come in which follow each other."""
        parts: list[Part] = []
        for kind in members:
            part = kind.wordt
            if part is not None:
                parts.append(self.af.nieuw(part))
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


SOORT = Soort(
    edities=("doorlopend",),
    moet=("tekst",),
    een_van=WAAR,
    voer_uit=voer_uit,
    zin=zin,
    leid_af=leid_af,
    beurt=3,
)
