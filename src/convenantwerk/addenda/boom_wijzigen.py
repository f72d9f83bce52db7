"""Changing one place of the text tree: every other part stays the object it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.tekst.adressen import Part, fits, plaatsen_in, with_parts
from convenantwerk.tekst.boom import Element, Onderdeel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from convenantwerk.tekst.adressen import Container

Delen = tuple[Element, ...]


class PastNietError(Exception):
    """What would come out is no text; the message says why, in Dutch."""


def verander(delen: Delen, part: Part, change: Callable[[Part], Sequence[Part]]) -> Delen:
    """Return delen in which one part is replaced by others, none or more.

    Args:
        delen: the text.
        part: the part itself, the very object that stands in `delen`.
        change: from that part to what comes in its place.

    Raises:
        PastNietError: what would come there cannot stand there.
    """
    found: list[Part] = []
    for deel in delen:
        if deel is part:
            found += change(deel)
        else:
            found.append(_within(deel, part, change) or deel)
    kept = tuple(deel for deel in found if isinstance(deel, Element))
    if len(kept) < len(found):
        raise PastNietError("naast een deel kan alleen een ander deel staan")
    return kept


def _within(
    container: Element, part: Part, change: Callable[[Part], Sequence[Part]]
) -> Element | None:
    found = _changed(container, part, change)
    assert found is None or isinstance(found, Element)  # noqa: S101  # it is what went in
    return found


def _changed(
    container: Container, part: Part, change: Callable[[Part], Sequence[Part]]
) -> Container | None:
    """Return a container in which the part is replaced, None when it does not hold the part."""
    parts = [place.part for place in plaatsen_in(container, "")]
    for index, child in enumerate(parts):
        if child is part:
            return _filled(container, [*parts[:index], *change(child), *parts[index + 1 :]])
        if isinstance(child, Element | Onderdeel):
            inner = _changed(child, part, change)
            if inner is not None:
                return with_parts(container, [*parts[:index], inner, *parts[index + 1 :]])
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


def ingepast(container: Container, parts: Iterable[Part]) -> Container:
    """Return a container with parts as its last: blocks before its titled parts.

    Raises:
        PastNietError: they cannot stand there.
    """
    own = [place.part for place in plaatsen_in(container, "")]
    new = list(parts)
    blocks = [part for part in own if not isinstance(part, Element)]
    closing = [part for part in own if isinstance(part, Element) and part.soort == "slot"]
    titled = [part for part in own if isinstance(part, Element) and part.soort != "slot"]
    new_blocks = [part for part in new if not isinstance(part, Element)]
    new_titled = [part for part in new if isinstance(part, Element)]
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


def niveau_in(container: Container) -> int:
    """Return the level of the headings of what stands in a container."""
    if not isinstance(container, Element):
        return 1  # it cannot hold any, and says so when one comes
    titled = [p for p in container.inhoud if isinstance(p, Element) and p.soort != "slot"]
    if titled:
        return titled[-1].niveau
    return 1 if container.soort in ("deel", "voorwerk") else container.niveau + 1
