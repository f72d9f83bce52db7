"""A text in pages: a deel on one, and one that is long a chapter on each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.tekst.adressen import anker_van
from convenantwerk.tekst.boom import (
    ZONDER_KOP,
    Element,
    alle_blokken,
    blokken,
    elementen,
    inhouden,
    plain,
    titel,
)
from convenantwerk.tekst.deel import deelnaam

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.tekst.boom import Blok, Convenant

_MEEST = 15_000  # characters on a page: some six of paper


@dataclass(frozen=True, slots=True)
class Leesdeel:
    """What stands directly in a titled part, up to the next one.

    Args:
        deel: the anker of the deel.
        element: the part.
        niveau: of its heading, counted from 1.
        inhoud: what stands there, without the parts below it.
        begint: whether its heading stands above this.
    """

    deel: str
    element: Element
    niveau: int
    inhoud: Sequence[Blok]
    begint: bool = True


@dataclass(frozen=True, slots=True)
class Tekstblad:
    """A page of the text.

    Args:
        deel: the name of the deel it belongs to.
        leesdelen: what stands on it, in reading order; at least one.
    """

    deel: str
    leesdelen: Sequence[Leesdeel]

    @property
    def sleutel(self) -> str:
        """What it is called by: the anker of the part that it begins with."""
        return self.leesdelen[0].element.anker

    @property
    def titel(self) -> str:
        """What it is called: the first heading on it, or its deel."""
        return next(
            filter(None, (titel(leesdeel.element) for leesdeel in self.leesdelen)), self.deel
        )


class Tekstbladen:
    """All pages of a text, and on which of them a part stands."""

    def __init__(self, convenant: Convenant) -> None:
        self.bladen = tuple(_bladen(convenant))

    @cached_property
    def _waar(self) -> dict[str, Tekstblad]:
        return {
            leesdeel.element.anker: blad
            for blad in reversed(self.bladen)
            for leesdeel in blad.leesdelen
        }

    def zoek(self, sleutel: str) -> Tekstblad | None:
        """Return the page that is called so, None when there is none."""
        return next((blad for blad in self.bladen if blad.sleutel == sleutel), None)

    def met(self, adres: str) -> Tekstblad | None:
        """Return the page with the part of an address, None when there is none."""
        return self._waar.get(anker_van(adres))

    def leesdeel(self, anker: str) -> Leesdeel | None:
        """Return the beginning of a part, None when there is none of that anker."""
        blad = self._waar.get(anker)
        leesdelen = blad.leesdelen if blad else ()
        return next((one for one in leesdelen if one.element.anker == anker), None)


def _bladen(convenant: Convenant) -> Iterator[Tekstblad]:
    for deel in convenant.delen:
        naam = deelnaam(deel)
        kop = [Leesdeel(deel.anker, deel, 1, tuple(blokken(deel)))] if deel.niveau else []
        parts = [part for part in deel.inhoud if isinstance(part, Element)]
        if sum(map(_lengte, elementen([deel]))) <= _MEEST:
            niveau = 2 if kop else 1
            kop += [leesdeel for part in parts for leesdeel in _leesdelen(deel.anker, part, niveau)]
        else:
            for part in parts:
                leesdelen = tuple(_leesdelen(deel.anker, part, 2 if kop else 1))
                yield Tekstblad(naam, (*kop, *leesdelen))
                kop = []
        if kop:
            yield Tekstblad(naam, tuple(kop))


def _leesdelen(deel: str, element: Element, niveau: int) -> Iterator[Leesdeel]:
    onder = niveau if element.soort in ZONDER_KOP else niveau + 1
    begint = True
    for is_part, stuk in groupby(element.inhoud, lambda part: isinstance(part, Element)):
        if not is_part or begint:
            own = () if is_part else tuple(part for part in stuk if not isinstance(part, Element))
            yield Leesdeel(deel, element, niveau, own, begint)
            begint = False
        if is_part:
            for part in stuk:
                if isinstance(part, Element):
                    yield from _leesdelen(deel, part, onder)
    if begint:
        yield Leesdeel(deel, element, niveau, ())


def _lengte(element: Element) -> int:
    return sum(
        len(plain(inhoud)) for blok in alle_blokken(blokken(element)) for inhoud in inhouden(blok)
    )
