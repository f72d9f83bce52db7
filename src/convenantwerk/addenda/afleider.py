"""What deriving an addendum works on: what differs, and the old text as it becomes.

Every soort of wijziging derives its own with this, and carries it out as it is derived.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import Delen, PastNietError
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.basis.diagnostics import Position
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.aanduidingen import form
from convenantwerk.tekst.adressen import (
    Part,
    alle_plaatsen,
    anker_van,
    parts_of,
    with_ankers,
    with_parts,
)
from convenantwerk.tekst.boom import Element, Onderdeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.tekst.verschil import Verschil


@dataclass(frozen=True, slots=True)
class Afgeleid:
    """One derived wijziging with the text it puts in, if any, and where that comes from.

    `oud` and `nieuw` are the addresses, in the two texts, of the part it is about.
    """

    wijziging: Wijziging
    parts: tuple[Part, ...] = ()
    oud: str = ""
    nieuw: str = ""


@dataclass
class Afleider:
    """Keeps wijzigingen as they are derived, and carries them out on the old text.

    Every part of the old text is tagged by its Position, which goes where the part goes; so it is
    found again whatever its address has become. What is put in is tagged likewise.

    Args:
        begin: the old text.
        wortels: what differs.
        grof: addresses in the new text of titled parts to be replaced as a whole.
        found: what was derived.
        mislukt: ankers in the new text of titled parts that need a larger wijziging.
        anders: alineas that came instead of others, by their address in the new text.
    """

    begin: Delen
    wortels: tuple[Verschil, ...]
    grof: set[str]
    found: list[Afgeleid] = field(default_factory=list)
    mislukt: set[str] = field(default_factory=set)
    anders: dict[str, Position] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tags = {
            place.adres: Position("oud", number)
            for number, place in enumerate(alle_plaatsen(self.begin), start=1)
        }
        self.teksten: dict[str, tuple[Part, ...]] = {}
        self.werk = Werk(_getagd(self.begin, "oud"), self.teksten)
        self.numbers = count(1)
        self.moved = self._moves()

    # --- what stays

    def in_beide(self, wortels: Iterable[Verschil]) -> Iterator[Verschil]:
        """Yield the parts that are in both texts, down to those to be replaced as a whole."""
        for verschil in wortels:
            if self.blijft(verschil):
                yield verschil
                if not self.is_grof(verschil):
                    yield from self.in_beide(verschil.kinderen)

    def blijft(self, verschil: Verschil) -> bool:
        """Tell whether a part is kept: it stays, or moves between parts that stay.

        What is to be replaced as a whole and has another number is not: its new number could be
        that of a part that has yet to make way. It goes, and comes again later.
        """
        if verschil.is_rij:
            return False
        if verschil.lot == "ingevoegd":
            return verschil.paar[1] in self.anders
        if self.is_grof(verschil) and (verschil.lot == "aangekomen" or verschil.vernummerd):
            return False
        return verschil.lot in ("gelijk", "gewijzigd") or (
            verschil.lot == "aangekomen" and verschil.paar in self.moved
        )

    def is_grof(self, verschil: Verschil) -> bool:
        """Tell whether a part is replaced as a whole; a deel is not, for it is many files."""
        oud, nieuw = verschil.was, verschil.wordt
        if isinstance(nieuw, Element):
            return nieuw.soort not in ("deel", "voorwerk") and nieuw.anker in self.grof
        if isinstance(oud, Onderdeel) and isinstance(nieuw, Onderdeel):
            return form(oud.merk) != form(nieuw.merk)
        return False

    def _moves(self) -> set[tuple[str, str]]:
        """Return the moves between parts that stay, as (old, new) address."""
        seen: dict[str, set[tuple[str, str]]] = {"vertrokken": set(), "aangekomen": set()}

        def walk(wortels: Iterable[Verschil]) -> None:
            for verschil in wortels:
                if verschil.is_rij or verschil.is_slot:
                    continue
                if verschil.lot in seen and not self.is_grof(verschil):
                    seen[verschil.lot].add(verschil.paar)
                inside = verschil.lot in ("gelijk", "gewijzigd", "aangekomen")
                if inside and not self.is_grof(verschil):
                    walk(verschil.kinderen)

        walk(self.wortels)
        return seen["vertrokken"] & seen["aangekomen"]

    # --- where things are

    def titel(self, verschil: Verschil) -> str:
        """Return the anker, in the new text, of the titled part that a change stands in."""
        oud, nieuw = verschil.paar
        return anker_van(nieuw or oud)

    def nieuw(self, part: Part) -> Part:
        """Return a part to put in, tagged so that it is found again."""
        return replace(part, position=Position("nieuw", next(self.numbers)))

    def waar(self, tag: Position | None) -> str:
        """Return the address at which a tagged part stands now; "" when it is not there."""
        places = alle_plaatsen(self.werk.delen)
        return next((place.adres for place in places if place.part.position == tag), "")

    def tag(self, verschil: Verschil) -> Position | None:
        """Return what a part is found by, None when it is not in the text yet."""
        oud, nieuw = verschil.paar
        return self.tags.get(oud) or self.anders.get(nieuw)

    def plaats(self, verschil: Verschil) -> str:
        """Return the address at which a part stands now; "" when it is not there."""
        return self.waar(self.tag(verschil))

    # --- what is derived

    def doe(self, wijziging: Wijziging, of: Verschil, parts: Sequence[Part] = ()) -> None:
        """Carry out a wijziging and keep it; or remember that its part needs a larger one."""
        if parts:
            wijziging = replace(wijziging, tekst=f"tekst-{len(self.teksten) + 1}.md")
            self.teksten[wijziging.tekst] = tuple(parts)
        try:
            voer_uit(self.werk, wijziging)
        except (KanNietError, PastNietError):
            self.mislukt.add(self.titel(of))
            return
        self.found.append(Afgeleid(wijziging, tuple(parts), *of.paar))

    def vervang(self, verschil: Verschil, nieuw: Part) -> None:
        """Replace a part as a whole; what comes instead is found again as it was."""
        part = self.nieuw(nieuw)
        self.doe(Wijziging("vervangen", self.plaats(verschil)), verschil, [part])
        self.tags[verschil.paar[0]] = part.position


def _getagd(delen: Delen, naam: str) -> Delen:
    """Return delen of which every part has a Position of its own, in reading order."""
    numbers = count(1)

    def tag(part: Part) -> Part:
        part = replace(part, position=Position(naam, next(numbers)))
        if isinstance(part, Element | Onderdeel):
            return with_parts(part, [tag(child) for child in parts_of(part.inhoud)])
        return part

    return with_ankers(part for part in map(tag, delen) if isinstance(part, Element))
