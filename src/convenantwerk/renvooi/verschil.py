"""The difference between two editions as a value, from which every paper about it is made.

A renvooi is one tree in which both editions stand: taking what is `gelijk`, `gewijzigd`,
`ingevoegd` and `aangekomen` gives the new edition; taking what is `gelijk`, `gewijzigd`,
`vervallen` and `vertrokken` gives the old one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from convenantwerk.tekst.boom import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Alinea, Convenant, Verwijzing

# What became of a part. "aangekomen": it came here from elsewhere in the text; "vertrokken": it
# stood here and went elsewhere. A part that only got another number is "gewijzigd".
Lot = Literal["gelijk", "gewijzigd", "ingevoegd", "vervallen", "vertrokken", "aangekomen"]


@dataclass(frozen=True, slots=True)
class Nootverschil:
    """A footnote that is called in both editions, or in the one that holds the word it is at."""

    merk: str
    stukken: tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Woord:
    """The smallest unit that is compared: a word, a number, a space or a mark of punctuation.

    `veld` says that it belongs to an invulveld. A footnote is a Woord without letters.
    """

    tekst: str
    vet: bool = False
    cursief: bool = False
    veld: bool = False
    noot: Nootverschil | None = None
    verwijzing: Verwijzing | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Stuk:
    """Words that follow each other and share a fate; "" for words that are in both editions."""

    wijziging: Literal["", "ingevoegd", "vervallen"]
    woorden: tuple[Woord, ...]

    @property
    def tekst(self) -> str:
        """The characters, footnotes left out."""
        return "".join(woord.tekst for woord in self.woorden)


@dataclass(frozen=True, slots=True)
class Rij:
    """A row of a Tabel, the header included, as a part that can be compared."""

    cellen: tuple[Alinea, ...]


@dataclass(frozen=True, slots=True)
class Plek:
    """Where a part stands in one edition: its address and the part itself."""

    adres: str
    part: Part | Rij


@dataclass(frozen=True, slots=True)
class Verschil:
    """A part of the text and what became of it.

    Args:
        lot: what became of it.
        oud: where it stood; None for what is new.
        nieuw: where it stands; None for what is gone.
        merk: what stands before its text: the aanduiding of an element, the merk of an onderdeel.
        tekst: its own text: the opschrift of an element, the words of an alinea.
        kinderen: the parts in it, of both editions in reading order; the rows of a Tabel and the
            cells (each an Alinea) of a Rij too. Those of a part that is "vertrokken" are all
            its old ones, and "vertrokken" like it.
    """

    lot: Lot
    oud: Plek | None
    nieuw: Plek | None
    merk: tuple[Stuk, ...] = ()
    tekst: tuple[Stuk, ...] = ()
    kinderen: tuple[Verschil, ...] = ()

    @property
    def part(self) -> Part | Rij:
        """The part as it is now, or as it was when it is gone or has left this place."""
        hier = self.oud if self.lot in ("vervallen", "vertrokken") else self.nieuw
        assert hier is not None  # noqa: S101  # one of the two is there, by what `lot` means
        return hier.part

    @property
    def vernummerd(self) -> bool:
        """Whether its number, letter or label changed."""
        return any(stuk.wijziging for stuk in self.merk) and self.lot in ("gewijzigd", "aangekomen")


@dataclass(frozen=True, slots=True)
class Eenheid:
    """A change as a reviewer looks at it: the heading of an element, a lid, or an alinea.

    What is wholly new, gone or moved is one Eenheid with all its text, the elements under it
    apart. `blokken` is what stands under `verschil`; empty when only its own words matter.
    """

    verschil: Verschil
    blokken: tuple[Verschil, ...]


@dataclass(frozen=True, slots=True)
class Herkomst:
    """An element that was split off from another, or that was merged into another.

    `van` and `naar` are addresses in the old and the new edition.
    """

    soort: Literal["gesplitst", "samengevoegd"]
    van: str
    naar: str


@dataclass(frozen=True, slots=True)
class Registerverschil:
    """A row of a register, or an overleg, that came, left or changed.

    `register` is the name of the register ("partners"), or "overleggen".
    `velden` are, for what changed, the name of a field, what it was and what it became.
    """

    register: str
    lot: Literal["gewijzigd", "ingevoegd", "vervallen"]
    naam: str
    velden: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Renvooi:
    """Everything that differs between two editions."""

    oud: Convenant
    nieuw: Convenant
    delen: tuple[Verschil, ...]
    herkomst: tuple[Herkomst, ...] = ()
    registers: tuple[Registerverschil, ...] = ()


@dataclass(frozen=True, slots=True)
class Zin:
    """One sentence of a besluit, the text that it puts in after it, and why."""

    tekst: str
    parts: tuple[Part, ...] = ()
    toelichting: str = ""


def verschillen(wortels: Iterable[Verschil]) -> Iterator[Verschil]:
    """Yield parts and all that stand under them, in reading order."""
    for verschil in wortels:
        yield verschil
        yield from verschillen(verschil.kinderen)


def eenheden(wortels: Iterable[Verschil]) -> Iterator[Eenheid]:
    """Yield the changes in reading order; nothing for what is the same in both editions."""
    for verschil in wortels:
        if verschil.lot == "gelijk":
            continue
        if not isinstance(verschil.part, Element):
            yield Eenheid(verschil, verschil.kinderen)
            continue
        blokken = tuple(k for k in verschil.kinderen if not isinstance(k.part, Element))
        if verschil.lot != "gewijzigd":
            yield Eenheid(verschil, blokken)
            blokken = ()
        elif _eigen_wijziging(verschil):
            yield Eenheid(verschil, ())
        yield from eenheden(blokken)
        yield from eenheden(k for k in verschil.kinderen if isinstance(k.part, Element))


def _eigen_wijziging(verschil: Verschil) -> bool:
    """Tell whether an element itself changed: its label, its title, or what is known of it."""
    if any(stuk.wijziging for stuk in (*verschil.merk, *verschil.tekst)):
        return True
    oud, nieuw = (plek.part if plek else None for plek in (verschil.oud, verschil.nieuw))
    if any(_noot_gewijzigd(stuk) for stuk in verschil.tekst):
        return True
    return (
        isinstance(oud, Element)
        and isinstance(nieuw, Element)
        and (oud.soort, oud.ontbreekt, oud.feiten) != (nieuw.soort, nieuw.ontbreekt, nieuw.feiten)
    )


def _noot_gewijzigd(stuk: Stuk) -> bool:
    noten = (woord.noot for woord in stuk.woorden if woord.noot)
    return any(inner.wijziging for noot in noten for inner in noot.stukken)
