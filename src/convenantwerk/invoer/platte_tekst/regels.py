"""The lines of a text file: on which page each stands, and what of each page is not of the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from convenantwerk.invoer.brok import Plek, Weggelaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TAB = 8  # columns
_BLADEN = 3  # on so many pages a line must stand to be one of every page
_RAND = 3  # lines at the top and the bottom of a page that may be of every page
_GETAL = re.compile(r"\d+")
_WAT = r"(?:pagina|bladzijde|pag\.|blz\.?|page)"
_VOLGNUMMER = re.compile(
    rf"\W*(?:{_WAT}\s*(\d{{1,4}})(?:\s*(?:van|/|of)\s*\d{{1,4}})?"
    rf"|(\d{{1,4}})\s*(?:van|/)\s*\d{{1,4}}|[-\u2013—]\s*(\d{{1,4}})\s*[-\u2013—])\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Regel:
    """A line.

    Args:
        nummer: in the file, from 1.
        kolom: at which column its first sign stands, tabs counted out.
        tekst: without the white space around it; "" for an empty line.
        blad: on which page of the file it stands, from 0.
    """

    nummer: int
    kolom: int
    tekst: str
    blad: int = 0

    @property
    def plek(self) -> Plek:
        """Where it stands in the file."""
        return Plek("regel", self.nummer)

    @property
    def einde(self) -> int:
        """The column behind its last sign."""
        return self.kolom + len(self.tekst)


def regels_van(text: str) -> list[Regel]:
    """Return the lines of a text; a form feed begins a page."""
    found: list[Regel] = []
    blad = 0
    for nummer, line in enumerate(text.split("\n"), 1):
        delen = line.split("\f")
        for deel in delen[:-1]:
            if deel.strip():
                found.append(_regel(nummer, deel, blad))
            blad += 1
        found.append(_regel(nummer, delen[-1], blad))
    return found


def _regel(nummer: int, line: str, blad: int) -> Regel:
    tekst = line.strip()
    voor = line[: len(line) - len(line.lstrip())]
    return Regel(nummer, len(voor.expandtabs(_TAB)), tekst, blad)


def zonder_paginaranden(regels: Sequence[Regel]) -> tuple[list[Regel], list[Weggelaten]]:
    """Return lines without what stands at the top or bottom of every page, and those lines.

    Where they stood is a line empty.
    """
    weg = dict(_randen(regels)) if regels and regels[-1].blad else {}
    weg |= dict.fromkeys(_volgnummers(regels), "bladzijdenummer")
    blijft = [replace(r, tekst="") if at in weg else r for at, r in enumerate(regels)]
    gemeld = [Weggelaten(regels[at].tekst, regels[at].plek, weg[at]) for at in sorted(weg)]
    return blijft, gemeld


_Reden = Literal["koptekst", "voettekst", "bladzijdenummer"]


def _randen(regels: Sequence[Regel]) -> Iterator[tuple[int, _Reden]]:
    """Yield which lines stand at the edge of pages, alike but for their numbers."""
    bladen: dict[int, list[int]] = {}
    for at, regel in enumerate(regels):
        if regel.tekst:
            bladen.setdefault(regel.blad, []).append(at)
    boven = {at: n for ats in bladen.values() for n, at in enumerate(ats[:_RAND])}
    onder = {at: n for ats in bladen.values() for n, at in enumerate(ats[: -_RAND - 1 : -1])}
    randen: tuple[tuple[dict[int, int], _Reden], ...] = (
        (boven, "koptekst"),
        (onder, "voettekst"),
    )
    for rand, reden in randen:
        vormen = Counter((n, _vorm(regels[at].tekst)) for at, n in rand.items())
        for at, n in rand.items():
            if vormen[n, _vorm(regels[at].tekst)] >= max(_BLADEN, len(bladen) // 3):
                kaal = not any(letter.isalpha() for letter in regels[at].tekst)
                yield at, "bladzijdenummer" if kaal else reden


def _vorm(tekst: str) -> str:
    return _GETAL.sub("#", " ".join(tekst.split()))


def _volgnummers(regels: Iterable[Regel]) -> list[int]:
    """Return which lines are numbers of pages, that count up: "Pagina 3 van 12"."""
    found: list[tuple[int, int]] = []
    for at, regel in enumerate(regels):
        if match := _VOLGNUMMER.fullmatch(regel.tekst):
            found.append((at, int(next(filter(None, match.groups())))))
    nummers = [nummer for _, nummer in found]
    return [at for at, _ in found] if len(nummers) > 1 and nummers == sorted(set(nummers)) else []
