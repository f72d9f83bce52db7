"""Everything that differs between two editions, from which every paper about it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convenantwerk.tekst.boom import Element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.tekst.boom import Convenant
    from convenantwerk.tekst.verschil import Verschil, Woordgroep


@dataclass(frozen=True, slots=True)
class Eenheid:
    """A change as a reviewer looks at it: the heading of an element, a lid, or an alinea.

    What is wholly new, gone or moved is one Eenheid with all its text; the elements under it, and
    what moved into it or out of it, are one each besides. `blokken` is what stands under
    `verschil`; empty when only its own words matter.
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

    `register` is the name of the register ("partners"), "overleggen", or "instellingen" for what is
    printed of convenant.yaml.
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

    @property
    def is_gelijk(self) -> bool:
        """Whether nothing differs that a paper of either edition shows; else none may say so."""
        return not self.registers and not any(True for _ in eenheden(self.delen))


def eenheden(wortels: Iterable[Verschil]) -> Iterator[Eenheid]:
    """Yield the changes in reading order; nothing for what is the same in both editions."""
    for verschil in wortels:
        if verschil.lot == "gelijk":
            continue
        if not isinstance(verschil.part, Element):
            yield Eenheid(verschil, verschil.kinderen)
            yield from _verhuisd(verschil)
            continue
        blokken = tuple(k for k in verschil.kinderen if not isinstance(k.part, Element))
        if verschil.lot != "gewijzigd":
            yield Eenheid(verschil, blokken)
            for blok in blokken:
                if verhuisde(verschil, blok):
                    yield Eenheid(blok, blok.kinderen)
                yield from _verhuisd(blok)
            blokken = ()
        elif _eigen_wijziging(verschil):
            yield Eenheid(verschil, ())
        yield from eenheden(blokken)
        yield from eenheden(k for k in verschil.kinderen if isinstance(k.part, Element))


def _verhuisd(verschil: Verschil) -> Iterator[Eenheid]:
    """Yield what moved into a part or out of it, by itself."""
    for kind in verschil.kinderen:
        if verhuisde(verschil, kind):
            yield Eenheid(kind, kind.kinderen)
        yield from _verhuisd(kind)


def verhuisde(boven: Verschil, verschil: Verschil) -> bool:
    """Tell whether what stands in a part moved by itself: what it stands in did not move so."""
    return verschil.lot in ("vertrokken", "aangekomen") and verschil.lot != boven.lot


def _eigen_wijziging(verschil: Verschil) -> bool:
    """Tell whether an element itself changed: label, title, look, or what is known of it."""
    if verschil.opmaak or any(stuk.wijziging for stuk in (*verschil.merk, *verschil.tekst)):
        return True
    oud, nieuw = (plek.part if plek else None for plek in (verschil.oud, verschil.nieuw))
    if any(_noot_gewijzigd(stuk) for stuk in verschil.tekst):
        return True
    return (
        isinstance(oud, Element)
        and isinstance(nieuw, Element)
        and (oud.soort, oud.ontbreekt, oud.feiten) != (nieuw.soort, nieuw.ontbreekt, nieuw.feiten)
    )


def _noot_gewijzigd(stuk: Woordgroep) -> bool:
    noten = (woord.noot for woord in stuk.woorden if woord.noot)
    return any(inner.wijziging for noot in noten for inner in noot.stukken)
