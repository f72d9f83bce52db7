"""Findings at their place in the text: at the part that they stand in, and at their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import (
    Tekst,
    Verwijzing,
    Voetnoot,
    alle_blokken,
    alle_inline,
    blokken,
    inhouden,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.tekst.boom import Element

_INVULVELD = "CV110"
_AANGEHAALD = re.compile(r"'([^']{3,80})'")


@dataclass(frozen=True, slots=True)
class Tekstbevinding:
    """A finding in the text.

    Args:
        merk: by which a link finds its words.
        bevinding: the finding.
        woorden: what it quotes, "" when that is nothing.
        melding: what it says, in which places in the text are called as one reads them.
        tip: what to do, in the same way.
        invulveld: the invulveld that is open, "" when it is about something else, or has no name:
            what is "[...]" in one place is not what it is in another.
    """

    merk: str
    bevinding: Diagnostic
    woorden: str
    melding: str
    tip: str
    invulveld: str = ""


def sleutel_van(bevinding: Diagnostic) -> str:
    """Return what a finding is called in an address."""
    return f"{bevinding.code} {bevinding.position}"


class Geplaatst:
    """Findings, by the part of the text in which they stand.

    Args:
        elementen: all titled parts of the text.
        bevindingen: the findings, sorted.
        zeg: calls the places in a message as one reads them.
    """

    def __init__(
        self,
        elementen: Iterable[Element],
        bevindingen: Iterable[Diagnostic],
        zeg: Callable[[str], str],
    ) -> None:
        per_bestand: dict[str, list[tuple[int, int, str]]] = {}
        noten: dict[tuple[str, int], str] = {}  # those stand at the end of a file
        for element in elementen:
            noten.update((regel, element.anker) for regel in _noten(element))
            at = element.position
            if at.line:
                per_bestand.setdefault(at.path, []).append((at.line, at.column, element.anker))
        for begin in per_bestand.values():
            begin.sort(key=lambda plek: plek[:2])
        self.los: list[Diagnostic] = []
        self._per_anker: dict[str, list[Tekstbevinding]] = {}
        for nummer, bevinding in enumerate(bevindingen, 1):
            at = bevinding.position
            anker = noten.get((at.path, at.line)) or _anker(per_bestand, at)
            if not anker:
                self.los.append(bevinding)
                continue
            match = _AANGEHAALD.search(bevinding.melding)
            veld = bevinding.onderwerp[1:-1] if bevinding.code == _INVULVELD else ""
            veld = veld if any(map(str.isalpha, veld)) else ""
            plek = Tekstbevinding(
                f"bevinding-{nummer}",
                bevinding,
                match[1] if match else "",
                zeg(bevinding.melding),
                zeg(bevinding.tip),
                veld,
            )
            self._per_anker.setdefault(anker, []).append(plek)

    def bij(self, anker: str) -> Sequence[Tekstbevinding]:
        """Return what was found in a part, without the parts below it."""
        return self._per_anker.get(anker, ())


def _noten(element: Element) -> Iterator[tuple[str, int]]:
    """Yield the files and lines of the notes that are called in a part itself."""
    for blok in alle_blokken(blokken(element)):
        for inline in (one for inhoud in inhouden(blok) for one in alle_inline(inhoud)):
            if isinstance(inline, Voetnoot):
                for woorden in alle_inline(inline.inhoud):
                    if isinstance(woorden, Tekst | Verwijzing):
                        yield woorden.position.path, woorden.position.line


def _anker(
    per_bestand: Mapping[str, Sequence[tuple[int, int, str]]], position: Position
) -> str | None:
    """Return the anker of the last part that begins before a place, or of the first in its file."""
    begin = per_bestand.get(position.path)
    if not begin:
        return None
    place = bisect_right(begin, (position.line, position.column), key=lambda plek: plek[:2])
    return begin[max(place - 1, 0)][2]
