"""Where in the text a place of a source file lies, as a paper says it."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.lidwoorden import eerste_groot
from convenantwerk.tekst.boom import Opsomming, blokken, elementen, titel
from convenantwerk.tekst.citeren import citeer_lid
from convenantwerk.tekst.omgeving import Omgeving, within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.tekst.boom import Convenant, Element


class Plaats(NamedTuple):
    """An element or lid: its number in the order of the text, its address, what it is called."""

    nummer: int
    adres: str
    naam: str


class Wegwijzer:
    """Finds the part of a text that a position in a source file lies in."""

    def __init__(self, convenant: Convenant) -> None:
        self._begin: dict[str, list[tuple[int, int]]] = {}
        self._plaatsen: list[Plaats] = []
        for nummer, (position, adres, naam) in enumerate(_parts(convenant)):
            self._plaatsen.append(Plaats(nummer, adres, naam))
            self._begin.setdefault(position.path, []).append((position.line, nummer))
        for begin in self._begin.values():
            begin.sort()
        self._op_adres = {plaats.adres: plaats for plaats in self._plaatsen}

    @property
    def bestanden(self) -> Iterable[str]:
        """The source files of the text."""
        return self._begin.keys()

    def find(self, position: Position) -> Plaats | None:
        """Return the part that begins last at or before a position."""
        begin = self._begin.get(position.path, [])
        before = bisect_right(begin, (position.line, len(self._plaatsen)))
        return self._plaatsen[begin[before - 1][1]] if before else None

    def bij(self, adres: str) -> Plaats | None:
        """Return the part with an address."""
        return self._op_adres.get(adres)

    def order(self, position: Position) -> tuple[float, Position]:
        """Return what to sort by to get the order of the text; places outside it come last."""
        plaats = self.find(position)
        return (plaats.nummer if plaats else float("inf")), position


def in_bestand(position: Position) -> str:
    """Return a place outside the text; without its folder, which differs from user to user."""
    naam = PurePosixPath(position.path).name
    return f"{naam}, regel {position.line}" if position.line else naam


def citeer(element: Element) -> str:
    """Return how an element is cited: "Artikel 5", "Hoofdstuk 3", else by its title."""
    if element.soort == "artikelen":
        return "Aanhef"
    if not element.nummer or element.ontbreekt:
        return titel(element)
    if element.aanduiding == element.nummer:
        return f"{element.soort.capitalize()} {element.nummer}"
    return element.aanduiding


def _parts(convenant: Convenant) -> Iterator[tuple[Position, str, str]]:
    """Yield the position, anchor and citation of every element and lid."""
    for deel in convenant.delen:
        for element in elementen([deel]):
            if element.soort in ("voorwerk", "slot"):
                continue
            yield element.position, element.anker, citeer(element)
            yield from _leden(Omgeving(deel.anker, element))


def _leden(context: Omgeving) -> Iterator[tuple[Position, str, str]]:
    for blok in blokken(context.element):
        if isinstance(blok, Opsomming):
            for onderdeel in blok.onderdelen:
                inner = within(context, onderdeel)
                if inner.lid:
                    name = citeer_lid(context.element, citeer(context.element), inner.lid)
                    yield onderdeel.position, inner.adres, eerste_groot(name)
