"""The addendum that turns one edition into another, derived from what differs between them.

Wijzigingen are as small as a jurist would make them. Whether they do what they should is not
taken on trust: they are carried out as they are made, and where the outcome is not exactly the
new edition, the part in question is replaced as a whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count, groupby, zip_longest
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import KanNietError, Werk
from convenantwerk.addenda.boom_wijzigen import PastNietError
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.basis.diagnostics import Position
from convenantwerk.dossier.dossier import Wijziging
from convenantwerk.renvooi.verschil import Rij
from convenantwerk.renvooi.woordwijzigingen import woordwijzigingen
from convenantwerk.tekst.aanduidingen import form
from convenantwerk.tekst.adressen import (
    Part,
    alle_plaatsen,
    anker_van,
    houder,
    parts_of,
    with_ankers,
    with_parts,
)
from convenantwerk.tekst.boom import Alinea, Element, Onderdeel, Tekst, elementen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.renvooi.verschil import Plek, Renvooi, Verschil

Delen = tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Afgeleid:
    """One derived wijziging with the text it puts in, if any, and where that comes from.

    `oud` and `nieuw` are the addresses, in the two editions, of the part it is about.
    """

    wijziging: Wijziging
    parts: tuple[Part, ...] = ()
    oud: str = ""
    nieuw: str = ""


def leid_af(renvooi: Renvooi) -> tuple[Afgeleid, ...]:
    """Return the wijzigingen that make the new edition of the old one, in the order to apply.

    Raises:
        ValueError: no wijzigingen can do it; the new edition is not what a source can hold.
    """
    grof: set[str] = set()
    nieuw = renvooi.nieuw.delen
    while True:
        afleider = _Afleider(renvooi, grof)
        afleider.run()
        wrong = _verschilt(afleider.werk.delen, renvooi)
        if not wrong and not afleider.mislukt:
            return tuple(afleider.found)
        more = (afleider.mislukt or wrong) - grof or _ouders(wrong | afleider.mislukt, nieuw) - grof
        if not more:
            raise ValueError(", ".join(sorted(wrong)))
        grof |= more


def _ouders(ankers: set[str], delen: Delen) -> set[str]:
    """Return the ankers of the titled parts that directly hold these."""
    return {
        element.anker
        for element in elementen(delen)
        for part in element.inhoud
        if isinstance(part, Element) and part.anker in ankers
    }


def _verschilt(delen: Delen, renvooi: Renvooi) -> set[str]:
    """Return the ankers, in the new edition, of the smallest parts that came out wrong."""
    nieuw = renvooi.nieuw.delen
    if delen == nieuw:
        return set()
    made = {place.adres: place.part for place in alle_plaatsen(delen)}
    return set(_anders(nieuw, made)) or {deel.anker for deel in nieuw}


def _anders(elementen: Iterable[Element], made: dict[str, Part]) -> Iterator[str]:
    for element in elementen:
        other = made.get(element.anker)
        if other == element:
            continue
        titled = [part for part in element.inhoud if isinstance(part, Element)]
        inner = list(_anders(titled, made))
        yield from inner or [element.anker]


# --- the walk ------------------------------------------------------------------------------


@dataclass
class _Afleider:
    """Makes wijzigingen and carries them out on the old edition.

    Every part of the old edition is tagged by its Position, which goes where the part goes; so it
    is found again whatever its address has become. What is put in is tagged likewise.

    Args:
        renvooi: what differs.
        grof: addresses in the new edition of titled parts to be replaced as a whole.
    """

    renvooi: Renvooi
    grof: set[str]
    found: list[Afgeleid] = field(default_factory=list)
    mislukt: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.tags = {
            place.adres: Position("oud", number)
            for number, place in enumerate(alle_plaatsen(self.renvooi.oud.delen), start=1)
        }
        self.teksten: dict[str, tuple[Part, ...]] = {}
        self.werk = Werk(_getagd(self.renvooi.oud.delen, "oud"), self.teksten)
        self.numbers = count(1)
        self.moved = self._moves()
        self.anders: dict[str, Position] = {}  # alineas that came instead of others, by address

    def run(self) -> None:
        """Derive all: words first, then what goes, then numbers, then what comes and moves."""
        roots = self.renvooi.delen
        for verschil in self._in_beide(roots):
            self._woorden(verschil)
        self._verdwijnt(roots)
        self._nummers(roots)
        self._verschijnt(roots, None)

    def _in_beide(self, wortels: Iterable[Verschil]) -> Iterator[Verschil]:
        """Yield the parts that are in both editions, down to those to be replaced as a whole."""
        for verschil in wortels:
            if self._blijft(verschil):
                yield verschil
                if not self._is_grof(verschil):
                    yield from self._in_beide(verschil.kinderen)

    def _blijft(self, verschil: Verschil) -> bool:
        """Tell whether a part is kept: it stays, or moves between parts that stay.

        What is to be replaced as a whole and has another number is not: its new number could be
        that of a part that has yet to make way. It goes, and comes again later.
        """
        if isinstance(verschil.part, Rij):
            return False
        if verschil.lot == "ingevoegd":
            return _paar(verschil)[1] in self.anders
        if self._is_grof(verschil) and (verschil.lot == "aangekomen" or verschil.vernummerd):
            return False
        return verschil.lot in ("gelijk", "gewijzigd") or (
            verschil.lot == "aangekomen" and _paar(verschil) in self.moved
        )

    def _is_grof(self, verschil: Verschil) -> bool:
        """Tell whether a part is replaced as a whole; a deel is not, for it is many files."""
        oud, nieuw = _part(verschil.oud), _part(verschil.nieuw)
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
                if isinstance(verschil.part, Rij) or _is_slot(verschil):
                    continue
                if verschil.lot in seen and not self._is_grof(verschil):
                    seen[verschil.lot].add(_paar(verschil))
                inside = verschil.lot in ("gelijk", "gewijzigd", "aangekomen")
                if inside and not self._is_grof(verschil):
                    walk(verschil.kinderen)

        walk(self.renvooi.delen)
        return seen["vertrokken"] & seen["aangekomen"]

    def _doe(self, wijziging: Wijziging, of: Verschil | None, parts: Sequence[Part] = ()) -> None:
        """Carry out a wijziging and keep it; or remember that its part needs a larger one."""
        if wijziging.soort in ("invoegen", "verplaatsen") and not _waarheen(wijziging):
            self.mislukt.add(self._titel(of))  # what it should stand beside is not there
            return
        if parts:
            wijziging = replace(wijziging, tekst=f"tekst-{len(self.teksten) + 1}.md")
            self.teksten[wijziging.tekst] = tuple(parts)
        try:
            voer_uit(self.werk, wijziging)
        except (KanNietError, PastNietError):
            self.mislukt.add(self._titel(of))
            return
        oud, nieuw = _paar(of) if of else ("", "")
        self.found.append(Afgeleid(wijziging, tuple(parts), oud, nieuw))

    def _titel(self, verschil: Verschil | None) -> str:
        """Return the anker, in the new edition, of the titled part that a change stands in."""
        if verschil is None:
            return self.renvooi.nieuw.delen[0].anker
        adres = _paar(verschil)[1] or _paar(verschil)[0]
        return anker_van(adres)

    def _nieuw(self, part: Part) -> Part:
        """Return a part to put in, tagged so that it is found again."""
        return replace(part, position=Position("nieuw", next(self.numbers)))

    def _waar(self, tag: Position | None) -> str:
        """Return the address at which a tagged part stands now; "" when it is not there."""
        places = alle_plaatsen(self.werk.delen)
        return next((place.adres for place in places if place.part.position == tag), "")

    def _tag(self, verschil: Verschil) -> Position | None:
        oud, nieuw = _paar(verschil)
        return self.tags.get(oud) or self.anders.get(nieuw)

    # --- words

    def _woorden(self, verschil: Verschil) -> None:
        """Derive what changes a part itself, its place and number apart."""
        oud, nieuw = _part(verschil.oud), _part(verschil.nieuw)
        plaats = self._waar(self._tag(verschil))
        if self._is_grof(verschil) and nieuw is not None:
            self._vervang(verschil, plaats, nieuw)
            return
        match oud, nieuw:
            case Alinea(), Alinea() if oud != nieuw:
                phrases = woordwijzigingen(verschil.tekst, oud.inhoud, nieuw.inhoud)
                for one, other in phrases:
                    vervanging = Wijziging("vervangen-tekst", plaats, oud=one, nieuw=other)
                    self._doe(vervanging, verschil)
                if not phrases:
                    self._vervang(verschil, plaats, nieuw)
            case Element(), Element():
                self._kop(verschil, oud, nieuw, plaats)
            case (Onderdeel(), Onderdeel()) | (Alinea(), Alinea()):
                pass
            case _ if nieuw is not None and oud != nieuw:
                self._vervang(verschil, plaats, nieuw)

    def _vervang(self, verschil: Verschil, plaats: str, nieuw: Part) -> None:
        """Replace a part as a whole; what comes instead is found again as it was."""
        part = self._nieuw(nieuw)
        self._doe(Wijziging("vervangen", plaats), verschil, [part])
        self.tags[_paar(verschil)[0]] = part.position

    def _kop(self, verschil: Verschil, oud: Element, nieuw: Element, plaats: str) -> None:
        if oud.opschrift != nieuw.opschrift:
            match nieuw.opschrift:
                case (Tekst(tekst),):
                    self._doe(Wijziging("hernoemen", plaats, nieuw=tekst), verschil)
                case _:
                    kop = replace(nieuw, inhoud=(), ontbreekt=False, feiten=None)
                    self._doe(Wijziging("hernoemen", plaats), verschil, [kop])
            plaats = self._waar(self._tag(verschil))  # without a number, its anker is its title
        if oud.feiten != nieuw.feiten and oud.feiten and nieuw.feiten:
            changed = {
                naam: getattr(nieuw.feiten, naam)
                for naam in ("wijze", "protocol")
                if getattr(oud.feiten, naam) != getattr(nieuw.feiten, naam)
            }
            self._doe(Wijziging("overleg", plaats, **changed), verschil)

    # --- what goes

    def _verdwijnt(self, wortels: Sequence[Verschil]) -> None:
        for verschil, volgende in zip_longest(wortels, wortels[1:]):
            if isinstance(verschil.part, Rij):
                continue
            if verschil.lot in ("ingevoegd", "aangekomen") and not self._blijft(verschil):
                continue
            moved = verschil.lot == "vertrokken" and _paar(verschil) in self.moved
            gone = not moved and not self._blijft(verschil)
            if gone and _is_slot(verschil):
                self.mislukt.add(self._titel(verschil).removesuffix("-slot"))
            elif volgende and _is_anders(verschil, volgende) and (new := _part(volgende.nieuw)):
                self._vervang(verschil, self._waar(self._tag(verschil)), new)
                self.anders[_paar(volgende)[1]] = self.tags[_paar(verschil)[0]]
            elif gone:
                self._doe(Wijziging("vervallen", self._waar(self._tag(verschil))), verschil)
            elif self._blijft(verschil) and not self._is_grof(verschil):
                self._verdwijnt(verschil.kinderen)

    # --- numbers

    def _nummers(self, wortels: Iterable[Verschil]) -> None:
        """Derive new numbers: of titled parts all at once, for their numbers run through a deel."""
        renumbered = [
            verschil
            for verschil in self._in_beide(wortels)
            if verschil.vernummerd and not self._is_grof(verschil)
        ]
        titled = [verschil for verschil in renumbered if isinstance(verschil.part, Element)]
        self._vernummer(titled)
        items = [verschil for verschil in renumbered if isinstance(verschil.part, Onderdeel)]
        for _, group in groupby(items, key=lambda item: houder(_paar(item)[1])):
            self._vernummer(list(group))

    def _vernummer(self, verschillen: list[Verschil]) -> None:
        plaatsen = [self._waar(self._tag(verschil)) for verschil in verschillen]
        nummers = [_nummer(verschil.part) for verschil in verschillen]
        if not all(nummers):
            self.mislukt |= {
                self._titel(v) for v, n in zip(verschillen, nummers, strict=True) if not n
            }
        elif plaatsen:
            wijziging = Wijziging("vernummeren", ", ".join(plaatsen), nieuw=", ".join(nummers))
            self._doe(wijziging, verschillen[0])

    # --- what comes, and what moves

    def _verschijnt(self, kinderen: Sequence[Verschil], ouder: Verschil | None) -> None:
        """Derive, in the new order, what comes in and what moves within one part or into it."""
        here = [kind for kind in kinderen if kind.nieuw and kind.lot != "vertrokken"]
        here = [kind for kind in here if not isinstance(kind.part, Rij)]
        tags: dict[int, Position | None] = {
            id(kind): self._tag(kind)
            for kind in here
            if self._blijft(kind) and kind.lot != "aangekomen"
        }
        before: Verschil | None = None
        for (blijft, _), group in groupby(
            here, key=lambda kind: (self._blijft(kind), _is_kop(kind))
        ):
            members = list(group)
            if not blijft:
                parts = [self._nieuw(kind.nieuw.part) for kind in members if kind.nieuw]  # type: ignore[arg-type]
                self._zet_in(members[0], parts, self._naast(members[0], before, here, tags, ouder))
                tags |= {id(kind): p.position for kind, p in zip(members, parts, strict=True)}
                before = members[-1]
                continue
            for kind in members:
                if kind.lot == "aangekomen":
                    naast = self._naast(kind, before, here, tags, ouder)
                    plaats = self._waar(self._tag(kind))
                    self._doe(replace(naast, soort="verplaatsen", plaats=plaats), kind)
                    tags[id(kind)] = self._tag(kind)
                before = kind
        for kind in here:
            if self._blijft(kind) and not self._is_grof(kind):
                self._verschijnt(kind.kinderen, kind)

    def _naast(
        self,
        kind: Verschil,
        before: Verschil | None,
        here: list[Verschil],
        tags: dict[int, Position | None],
        ouder: Verschil | None,
    ) -> Wijziging:
        """Return a wijziging that says where something comes: beside what, or in what.

        A titled part comes beside a titled part, so that its level is known.
        """
        if before is not None and _is_kop(before) == _is_kop(kind):
            return Wijziging("invoegen", na=self._waar(tags[id(before)]))
        later = here[here.index(kind) + 1 :]
        for other in later:
            if id(other) in tags and _is_kop(other) == _is_kop(kind) and not _is_slot(other):
                return Wijziging("invoegen", voor=self._waar(tags[id(other)]))
        if before is not None and not _is_kop(kind):
            return Wijziging("invoegen", na=self._waar(tags[id(before)]))
        return Wijziging("invoegen", in_=self._waar(self._tag(ouder)) if ouder else "")

    def _zet_in(self, kind: Verschil, parts: list[Part], naast: Wijziging) -> None:
        if any(isinstance(part, Element) and part.soort == "slot" for part in parts):
            self.mislukt.add(self._titel(kind).removesuffix("-slot"))
        else:
            self._doe(naast, kind, parts)


def _waarheen(wijziging: Wijziging) -> str:
    return wijziging.na or wijziging.voor or wijziging.in_


def _part(plek: Plek | None) -> Part | None:
    return None if plek is None or isinstance(plek.part, Rij) else plek.part


def _paar(verschil: Verschil) -> tuple[str, str]:
    """Return the old and the new address of a part, "" where it is not."""
    return (
        verschil.oud.adres if verschil.oud else "",
        verschil.nieuw.adres if verschil.nieuw else "",
    )


def _is_kop(verschil: Verschil) -> bool:
    return isinstance(verschil.part, Element)


def _is_anders(verschil: Verschil, volgende: Verschil) -> bool:
    """Tell whether an alinea goes and another comes in its place: it is written anew."""
    return (
        (verschil.lot, volgende.lot) == ("vervallen", "ingevoegd")
        and isinstance(verschil.part, Alinea)
        and isinstance(volgende.part, Alinea)
    )


def _is_slot(verschil: Verschil) -> bool:
    return isinstance(verschil.part, Element) and verschil.part.soort == "slot"


def _nummer(part: Part | Rij) -> str:
    if isinstance(part, Element):
        return part.nummer
    return part.merk.rstrip("°.)") if isinstance(part, Onderdeel) else ""


def _getagd(delen: Delen, naam: str) -> Delen:
    """Return delen of which every part has a Position of its own, in reading order."""
    numbers = count(1)

    def tag(part: Part) -> Part:
        part = replace(part, position=Position(naam, next(numbers)))
        if isinstance(part, Element | Onderdeel):
            return with_parts(part, [tag(child) for child in parts_of(part.inhoud)])
        return part

    return with_ankers(part for part in map(tag, delen) if isinstance(part, Element))
