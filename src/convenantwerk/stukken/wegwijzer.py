"""Where in the text a place of a source file lies, as a paper says it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.lidwoorden import eerste_groot, eerste_klein
from convenantwerk.tekst.boom import Opsomming, blokken, elementen, titel
from convenantwerk.tekst.citeren import citeer_lid
from convenantwerk.tekst.omgeving import Omgeving, within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tekst.boom import Convenant, Element


# A line of a source that a message names; behind "op" it is a place in a file.
_REGEL = r"(?P<op>\bop )?{}:(?P<regel>\d+)(?::\d+)?"


class Plaats(NamedTuple):
    """An element or lid.

    Args:
        nummer: in the order of the text.
        adres: its address.
        naam: what it is called, by itself.
        in_zin: the same within a sentence: "artikel 8, lid 4".
    """

    nummer: int
    adres: str
    naam: str
    in_zin: str


class Wegwijzer:
    """Finds the part of a text that a position in a source file lies in."""

    def __init__(self, convenant: Convenant) -> None:
        self._begin: dict[str, list[tuple[int, int]]] = {}
        self._plaatsen: list[Plaats] = []
        for nummer, (position, adres, naam, element) in enumerate(_parts(convenant)):
            in_zin = eerste_klein(naam) if _is_genummerd(element) else naam
            self._plaatsen.append(Plaats(nummer, adres, naam, in_zin))
            self._begin.setdefault(position.path, []).append((position.line, nummer))
        for begin in self._begin.values():
            begin.sort()
        self._op_adres = {plaats.adres: plaats for plaats in self._plaatsen}

    def find(self, position: Position) -> Plaats | None:
        """Return the part that begins last at or before a position."""
        begin = self._begin.get(position.path, [])
        before = bisect_right(begin, (position.line, len(self._plaatsen)))
        return self._plaatsen[begin[before - 1][1]] if before else None

    def bij(self, adres: str) -> Plaats | None:
        """Return the part with an address."""
        return self._op_adres.get(adres)

    def in_woorden(self, text: str) -> str:
        """Return a message in which the lines of the text that it names are called as on paper."""
        if ".md:" not in text:
            return text
        for pad in self._begin:
            if f"{pad}:" in text:
                text = re.sub(_REGEL.format(re.escape(pad)), partial(self._genoemd, pad), text)
        return text

    def _genoemd(self, pad: str, match: re.Match[str]) -> str:
        plaats = self.find(Position(pad, int(match["regel"])))
        if plaats is None:
            return match[0]
        return f"{'in ' if match['op'] else ''}{plaats.in_zin}"

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
    if not _is_genummerd(element):
        return titel(element)
    if element.aanduiding == element.nummer:
        return f"{element.soort.capitalize()} {element.nummer}"
    return element.aanduiding


def _is_genummerd(element: Element) -> bool:
    return bool(element.nummer) and not element.ontbreekt


def _parts(convenant: Convenant) -> Iterator[tuple[Position, str, str, Element]]:
    """Yield the position, anchor and citation of every element and lid, and the element."""
    for deel in convenant.delen:
        for element in elementen([deel]):
            if element.soort in ("voorwerk", "slot"):
                continue
            yield element.position, element.anker, citeer(element), element
            yield from _leden(Omgeving(deel.anker, element))


def _leden(context: Omgeving) -> Iterator[tuple[Position, str, str, Element]]:
    for blok in blokken(context.element):
        if isinstance(blok, Opsomming):
            for onderdeel in blok.onderdelen:
                inner = within(context, onderdeel)
                if inner.lid:
                    name = citeer_lid(context.element, citeer(context.element), inner.lid)
                    yield onderdeel.position, inner.adres, eerste_groot(name), context.element
