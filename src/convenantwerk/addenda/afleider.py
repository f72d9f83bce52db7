"""What deriving an addendum works on: what differs, and the old text as it becomes.

Every soort of wijziging derives its own with this, and carries it out as it is derived.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import Delen, PastNietError
from convenantwerk.addenda.telkens import telkens_in, telkens_overal
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.addenda.woordwijzigingen import woordwijzigingen
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.waarde import waarde
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.tekst.aanduidingen import form
from convenantwerk.tekst.adressen import (
    SCHEIDING,
    Part,
    alle_plaatsen,
    anker_van,
    houder,
    parts_of,
    with_ankers,
    with_parts,
)
from convenantwerk.tekst.boom import Alinea, Element, Figuur, Onderdeel
from convenantwerk.tekst.verschil import Verschil, bewaard, verschillen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.addenda.woordwijzigingen import Paar

_NIEUW = "nieuw"  # where parts that are put in say they come from
BEWAARD = 0.4  # of a part that keeps a smaller share of its words the whole is given anew


@waarde
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
        eind: the new one.
        wortels: what differs.
        grof: addresses in the new text of titled parts to be replaced as a whole.
        found: what was derived.
        mislukt: ankers in the new text of titled parts that need a larger wijziging.
        anders: parts that came instead of others, by their address in the new text.
    """

    begin: Delen
    eind: Delen
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
        self.werk.paths = {_NIEUW}
        self.numbers = count(1)
        self._oud = {place.adres: place.part for place in alle_plaatsen(self.begin)}
        self._woorden: dict[tuple[str, str], list[Paar] | None] = {}
        self.overal = telkens_overal(self.begin, self.eind, self.wortels)
        self.telkens = {
            verschil.paar[1]: tuple(
                pair for pair in telkens_in(verschil) if pair not in self.overal
            )
            for verschil in verschillen(self.wortels)
            if verschil.is_kop and verschil.was and verschil.wordt
        }
        self._artikelen_anders()
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
        if verschil.lot == "ingevoegd" or self._is_in_plaats(verschil):
            return self._is_in_plaats(verschil)
        if self.is_grof(verschil) and (verschil.lot == "aangekomen" or verschil.vernummerd):
            return False
        if verschil.lot == "gewijzigd" and verschil.vernummerd and self._is_opnieuw(verschil):
            return False  # it goes, and comes with its other number and its other text
        return verschil.lot in ("gelijk", "gewijzigd") or (
            verschil.lot == "aangekomen" and verschil.paar in self.moved
        )

    def is_grof(self, verschil: Verschil) -> bool:
        """Tell whether a part is replaced as a whole; a deel is not, for it is many files."""
        oud, nieuw = verschil.was, verschil.wordt
        if verschil.lot == "ingevoegd" or self._is_in_plaats(verschil):
            return self._is_in_plaats(verschil)
        if isinstance(nieuw, Element):
            return nieuw.soort not in ("deel", "voorwerk") and nieuw.anker in self.grof
        if isinstance(oud, Onderdeel) and isinstance(nieuw, Onderdeel):
            return form(oud.merk) != form(nieuw.merk) or self._is_anders(verschil)
        return False

    def verhuist(self, verschil: Verschil) -> bool:
        """Tell whether a part that came from elsewhere is moved, and not given anew here."""
        return verschil.lot == "aangekomen" and not self._is_in_plaats(verschil)

    def _is_in_plaats(self, verschil: Verschil) -> bool:
        """Tell whether a part came in the place of another, which was replaced as a whole."""
        return verschil.lot in ("ingevoegd", "aangekomen") and verschil.paar[1] in self.anders

    def _is_anders(self, verschil: Verschil) -> bool:
        """Tell whether an artikel, lid or onderdeel is better written anew than amended.

        That is when most of it is new, or when its only alinea would be written anew anyway.
        """
        if verschil.lot not in ("gelijk", "gewijzigd") or verschil.vernummerd:
            return False
        return is_vernieuwd(verschil) or self.is_onzegbaar(verschil)

    def _is_opnieuw(self, verschil: Verschil) -> bool:
        """Tell whether a lid or onderdeel that has another number is better written anew."""
        if not isinstance(verschil.was, Onderdeel) or not isinstance(verschil.wordt, Onderdeel):
            return False
        return is_vernieuwd(verschil) or self.is_onzegbaar(verschil)

    def is_onzegbaar(self, verschil: Verschil) -> bool:
        """Tell whether the only alinea of a part cannot be amended by replacing words."""
        match verschil.kinderen:
            case [Verschil(lot="gewijzigd", was=Alinea(), wordt=Alinea()) as kind]:
                return self.woorden(kind) is None
        return False

    def woorden(self, verschil: Verschil) -> list[Paar] | None:
        """Return which words of an alinea become which; None when it is to be written anew."""
        oud, nieuw = verschil.was, verschil.wordt
        if not isinstance(oud, Alinea) or not isinstance(nieuw, Alinea):
            return None
        key = verschil.paar
        if key not in self._woorden:
            boven = self._oud.get(houder(key[0]))
            alone = isinstance(boven, Element) and len(boven.inhoud) == 1
            self._woorden[key] = woordwijzigingen(
                verschil.tekst,
                oud.inhoud,
                nieuw.inhoud,
                telkens=(*self.telkens.get(anker_van(key[1]), ()), *self.overal),
                erboven=boven.opschrift if alone and isinstance(boven, Element) else (),
            )
        return self._woorden[key]

    def _artikelen_anders(self) -> None:
        """Take the artikelen of which most is new, to be written anew."""
        for verschil in verschillen(self.wortels):
            nieuw = verschil.wordt
            if (
                isinstance(nieuw, Element)
                and nieuw.soort == "artikel"
                and self._is_anders(verschil)
            ):
                self.grof.add(nieuw.anker)

    def _moves(self) -> set[tuple[str, str]]:
        """Return the moves between parts that stay, as (old, new) address."""
        seen: dict[str, set[tuple[str, str]]] = {"vertrokken": set(), "aangekomen": set()}
        bezet = {one.paar[1] for one in verschillen(self.wortels) if one.lot == "ingevoegd"}

        def walk(wortels: Iterable[Verschil]) -> None:
            for verschil in wortels:
                if verschil.is_rij or verschil.is_slot:
                    continue
                los = not _wisselt(verschil) and verschil.paar[0] not in bezet
                if verschil.lot in seen and los and not self.is_grof(verschil):
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
        return _met_tag(part, _NIEUW, self.numbers)

    def waar(self, tag: Position | None) -> str:
        """Return the address at which a tagged part stands now; "" when it is not there."""
        places = alle_plaatsen(self.werk.delen)
        return next((place.adres for place in places if place.part.position == tag), "")

    def tag(self, verschil: Verschil) -> Position | None:
        """Return what a part is found by, None when it is not in the text yet."""
        oud, nieuw = verschil.paar
        return self.anders.get(nieuw) if self._is_in_plaats(verschil) else self.tags.get(oud)

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
        if isinstance(part, Element) and part.soort == "artikelen":
            self.doe(Wijziging("vervangen", self.plaats(verschil)), verschil, parts_of(part.inhoud))
            return
        self.doe(Wijziging("vervangen", self.plaats(verschil)), verschil, [part])
        self.tags[verschil.paar[0]] = part.position


def _wisselt(verschil: Verschil) -> bool:
    """Tell whether a lid or onderdeel goes elsewhere and gets another number there.

    A besluit lets it go and puts it in: "wordt vernummerd" and "wordt geplaatst" together would
    speak of a number that another has. A lid that names its artikel ("1.2") has no such trouble.
    """
    oud, nieuw = verschil.paar
    merken = [adres.rpartition(SCHEIDING)[2] for adres in (oud, nieuw)]
    los = not any("." in merk for merk in merken)
    return isinstance(verschil.part, Onderdeel) and los and merken[0] != merken[1]


def is_vernieuwd(verschil: Verschil) -> bool:
    """Tell whether most of a part is new: below the share kept, and none of its parts survives."""
    return bewaard(verschil) < BEWAARD and not any(
        kind.lot in ("gelijk", "gewijzigd", "aangekomen") and bewaard(kind) >= BEWAARD
        for kind in verschil.kinderen
    )


def _getagd(delen: Delen, naam: str) -> Delen:
    """Return delen of which every part has a Position of its own, in reading order."""
    numbers = count(1)
    tagged = [_met_tag(part, naam, numbers) for part in delen]
    return with_ankers(part for part in tagged if isinstance(part, Element))


def _met_tag(part: Part, naam: str, numbers: Iterator[int]) -> Part:
    """Return a part of which it, and every part in it, is another object than it was.

    A figure in it still tells of which file it is, for by that its picture is found.
    """
    part = replace(part, position=Position(naam, next(numbers)))
    if isinstance(part, Element | Onderdeel):
        kinds = [
            replace(kind)
            if isinstance(kind, Figuur) and naam == _NIEUW
            # of the old text every part is found again by its tag
            else _met_tag(kind, naam, numbers)
            for kind in parts_of(part.inhoud)
        ]
        return with_parts(part, kinds)
    return part
