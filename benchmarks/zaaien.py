"""What the mutation bench makes its faults with: lines in the place of others, and where that is.

A fault changes one file, and says on which lines a finding of it may stand: those that were
changed, and those that contradict them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

Teksten = Mapping[str, tuple[str, ...]]  # the lines of each file, by its path in the dossier
Regel = tuple[str, int]  # path and number, from 1

INHOUD = "convenant/voorwerk/02-inhoud.md"
LID = re.compile(r"\d+\. ")


@dataclass(frozen=True, slots=True)
class Fout:
    """One file changed.

    Args:
        pad: of the file.
        regels: all of its lines as they become.
        plaatsen: where a finding may stand; empty when what is gone stood nowhere else.
        was: the words that went, for who looks at what was missed.
        wordt: the words that came.
    """

    pad: str
    regels: tuple[str, ...]
    plaatsen: frozenset[Regel]
    was: str
    wordt: str


Zaaier = Callable[[Teksten], Iterator[Fout]]


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of fault.

    Args:
        naam: what went wrong.
        zaai: yields all faults of this kind that the text has room for.
        codes: the beginnings of the codes that may tell of it.
    """

    naam: str
    zaai: Zaaier
    codes: tuple[str, ...]


def met_regel(teksten: Teksten, plaats: Regel, *nieuw: str, ook: Iterable[Regel] = ()) -> Fout:
    """Return the fault that puts other lines in the place of one; a finding may stand in `ook`."""
    pad, nummer = plaats
    regels = teksten[pad]
    was, wordt = regels[nummer - 1], (*regels[: nummer - 1], *nieuw, *regels[nummer:])
    eigen = ((pad, nummer + n) for n in range(max(len(nieuw), 1)))
    elders = verschoven(ook, plaats, len(nieuw) - 1)
    return Fout(pad, wordt, frozenset((*eigen, *elders)), was, "\n".join(nieuw))


def verschoven(plaatsen: Iterable[Regel], na: Regel, met: int) -> Iterator[Regel]:
    """Yield where lines stand once so many have come after one of them."""
    for pad, nummer in plaatsen:
        yield pad, nummer + met if pad == na[0] and nummer > na[1] else nummer


def lopend(teksten: Teksten) -> Iterator[tuple[Regel, str]]:
    """Yield the lines of the text itself: no data above a file, no contents list."""
    for pad, regels in teksten.items():
        if not pad.endswith(".md") or pad == INHOUD:
            continue
        begin = regels.index("---", 1) + 1 if regels[0] == "---" else 0
        for nummer, regel in enumerate(regels[begin:], begin + 1):
            if regel:
                yield (pad, nummer), regel


def plaatsen_van(teksten: Teksten, woorden: str) -> tuple[Regel, ...]:
    """Return the lines of all files that hold these words."""
    return tuple(
        (pad, nummer)
        for pad, regels in teksten.items()
        for nummer, regel in enumerate(regels, 1)
        if woorden in regel
    )


def anders_op(teksten: Teksten, patroon: str, nieuw: str, ook: str = "") -> Iterator[Fout]:
    """Yield one fault for each place of a pattern, with other words there."""
    for plaats, regel in lopend(teksten):
        for match in re.finditer(patroon, regel):
            andere = f"{regel[: match.start()]}{match.expand(nieuw)}{regel[match.end() :]}"
            yield met_regel(teksten, plaats, andere, ook=plaatsen_van(teksten, ook) if ook else ())


def anders(*wissels: tuple[str, str] | tuple[str, str, str]) -> Zaaier:
    """Return what yields, for each pattern, other words in each of its places.

    A third string is what the lines hold that contradict it.
    """

    def zaai(teksten: Teksten) -> Iterator[Fout]:
        for wissel in wissels:
            yield from anders_op(teksten, *wissel)

    return zaai


def _achter(teksten: Teksten, *zinnen: str) -> Iterator[Fout]:
    """Yield for each lid a fault in which one of these sentences comes behind it."""
    leden = [(p, r) for p, r in lopend(teksten) if LID.match(r) and r.endswith(".")]
    for number, (plaats, regel) in enumerate(leden):
        yield met_regel(teksten, plaats, f"{regel} {zinnen[number % len(zinnen)]}")


def achter(*zinnen: str) -> Zaaier:
    """Return what puts one of these sentences behind a lid."""
    return lambda teksten: _achter(teksten, *zinnen)


def zonder_koppen(zaai: Zaaier) -> Zaaier:
    """Return the faults of a kind, but for those in headings."""
    return lambda teksten: (fout for fout in zaai(teksten) if not fout.was.startswith("#"))
