"""Changing one place of the text tree: every other part stays the object it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.waarde import waarde
from convenantwerk.tekst.adressen import Part, fits, parts_of, with_parts
from convenantwerk.tekst.boom import Element, Onderdeel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from convenantwerk.tekst.adressen import Container

Delen = tuple[Element, ...]


class PastNietError(Exception):
    """What would come out is no text; the message says why, in Dutch."""


@waarde
class Doel:
    """A part that something comes after or before, or in as its last."""

    part: Part
    waar: Literal["na", "voor", "in"]

    @property
    def niveau(self) -> int:
        """The level of the headings of what comes there."""
        if self.waar == "in" and isinstance(self.part, Element | Onderdeel):
            return _niveau_in(self.part)
        return niveau_van(self.part)


def niveau_van(part: Part) -> int:
    """Return the level of the headings of what comes beside a part, or in its place."""
    return part.niveau if isinstance(part, Element) else 2


def zet(delen: Delen, doel: Doel, parts: Sequence[Part]) -> Delen:
    """Return delen with parts put in.

    Raises:
        PastNietError: they cannot stand there.
    """
    part = doel.part
    if doel.waar == "na":
        return verander(delen, part, [part, *parts])
    if doel.waar == "voor":
        return verander(delen, part, [*parts, part])
    if not isinstance(part, Element | Onderdeel):
        raise PastNietError("in een alinea, tabel of figuur kan niets worden ingevoegd")
    return verander(delen, part, [_ingepast(part, parts)])


def verander(delen: Delen, part: Part, nieuw: Sequence[Part]) -> Delen:
    """Return delen in which one part is replaced by others, none or more.

    Args:
        delen: the text.
        part: the part itself, the very object that stands in `delen`.
        nieuw: what comes in its place.

    Raises:
        PastNietError: what would come there cannot stand there.
    """
    for at, deel in enumerate(delen):
        found = _in_plaats(deel, part, nieuw)
        if found is None:
            continue
        kept = tuple(one for one in found if isinstance(one, Element))
        if len(kept) < len(found):
            raise PastNietError("naast een deel kan alleen een ander deel staan")
        return (*delen[:at], *kept, *delen[at + 1 :])
    return delen


def _in_plaats(here: Part, part: Part, nieuw: Sequence[Part]) -> Sequence[Part] | None:
    """Return what comes in the place of the part, or of one that holds it; None of any other."""
    if here is part:
        return nieuw
    if not isinstance(here, Element | Onderdeel) or not fits(here, part):
        return None
    parts = parts_of(here.inhoud)
    for index, child in enumerate(parts):
        found = _in_plaats(child, part, nieuw)
        if found is not None:
            changed = [*parts[:index], *found, *parts[index + 1 :]]
            return [_filled(here, changed) if child is part else with_parts(here, changed)]
    return None


def _filled(container: Container, parts: list[Part]) -> Container:
    """Return a container with other parts, when a source file could hold them so."""
    if not all(fits(container, part) for part in parts):
        raise PastNietError("een onderdeel met een kop kan niet in een lid of opsomming staan")
    titled = [isinstance(part, Element) for part in parts]
    if titled != sorted(titled):
        raise PastNietError("tekst zonder kop kan niet na een onderdeel met een kop staan")
    if isinstance(container, Onderdeel) and not parts:
        raise PastNietError("van een onderdeel zou niets overblijven; laat het zelf vervallen")
    closing = [isinstance(part, Element) and part.soort == "slot" for part in parts]
    if closing != sorted(closing):
        raise PastNietError("na de slotregels kan geen tekst komen")
    return with_parts(container, parts)


def _ingepast(container: Container, parts: Sequence[Part]) -> Container:
    """Return a container with parts as its last: blocks before its titled parts."""
    own = parts_of(container.inhoud)
    blocks = [part for part in own if not isinstance(part, Element)]
    closing = [part for part in own if isinstance(part, Element) and part.soort == "slot"]
    titled = [part for part in own if isinstance(part, Element) and part.soort != "slot"]
    new_blocks = [part for part in parts if not isinstance(part, Element)]
    new_titled = [part for part in parts if isinstance(part, Element)]
    return _filled(container, [*blocks, *new_blocks, *titled, *new_titled, *closing])


def op_niveau(parts: Iterable[Part], niveau: int) -> list[Part]:
    """Return parts of which the titled ones have headings of a level, and theirs go along."""
    return [
        _verschoven(part, niveau - part.niveau)
        if isinstance(part, Element) and part.niveau != niveau
        else part
        for part in parts
    ]


def _verschoven(element: Element, step: int) -> Element:
    if element.soort == "slot":
        return element
    niveau = element.niveau + step
    soort = element.soort
    if soort in ("hoofdstuk", "paragraaf") and not element.aanduiding:  # the level decides
        soort = "hoofdstuk" if niveau == 1 else "paragraaf"
    inhoud = tuple(
        _verschoven(part, step) if isinstance(part, Element) else part for part in element.inhoud
    )
    return replace(element, niveau=niveau, soort=soort, inhoud=inhoud)


def _niveau_in(container: Container) -> int:
    """Return the level of the headings of what stands in a container."""
    if not isinstance(container, Element):
        return 1  # it cannot hold any, and says so when one comes
    titled = [p for p in container.inhoud if isinstance(p, Element) and p.soort != "slot"]
    if titled:
        return titled[-1].niveau
    return 1 if container.soort in ("deel", "voorwerk") else container.niveau + 1
