"""Characters of one line of a source that become others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic, Position
    from convenantwerk.controles.onderzoek import Onderzoek

_EINDE = re.compile(r"(\r\n|\r|\n)")
_BOM = "\ufeff"
_RONDOM = 20  # characters beside a change that are shown with it
_VOOR = re.compile(r"\S* ?\Z")
_NA = re.compile(r" ?\S*")


@dataclass(frozen=True, slots=True, order=True)
class Ingreep:
    """What one finding has changed.

    Args:
        pad: the file, as findings call it.
        regel: the line, counted from 1.
        begin: the first character of that line that becomes another, counted from 0.
        was: the characters as they stand there.
        wordt: what comes in their place.
        code: of the finding.
    """

    pad: str
    regel: int
    begin: int
    was: str
    wordt: str
    code: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """The findings of one code that may be mended, with the text that they are about.

    Args:
        bevindingen: the findings.
        onderzoek: what they were found in.
        regels: gives the lines of a file, none when it may not be changed.
    """

    bevindingen: tuple[Diagnostic, ...]
    onderzoek: Onderzoek
    regels: Callable[[str], tuple[str, ...]]

    def ingreep(self, plaats: Position, was: str, wordt: str) -> Iterator[Ingreep]:
        """Yield the change at a place, nothing when other characters stand there."""
        regels, begin = self.regels(plaats.path), plaats.column - 1
        if not (0 < plaats.line <= len(regels) and begin >= 0 and was != wordt):
            return
        if not regels[plaats.line - 1].startswith(was, begin):
            return
        eerste = gelijk_begin(was, wordt)
        was, wordt = was[eerste:], wordt[eerste:]
        gelijk = gelijk_begin(was[::-1], wordt[::-1])
        was, wordt = was[: len(was) - gelijk], wordt[: len(wordt) - gelijk]
        code = self.bevindingen[0].code
        yield Ingreep(plaats.path, plaats.line, begin + eerste, was, wordt, code)


def regels_van(data: bytes) -> tuple[str, ...]:
    """Return the lines of a file, without their ends and without the mark before them.

    Raises:
        UnicodeDecodeError: it is no UTF-8.
    """
    return tuple(_EINDE.split(data.decode("utf-8").removeprefix(_BOM))[::2])


def uitgevoerd(data: bytes, ingrepen: Iterable[Ingreep]) -> tuple[bytes, tuple[Ingreep, ...]]:
    """Return a file with changes made in it, and those: of two that overlap only the first.

    Every byte besides stays what it was.
    """
    text = data.decode("utf-8")
    kaal = text.removeprefix(_BOM)
    parts = _EINDE.split(kaal)
    gedaan: list[Ingreep] = []
    for ingreep in sorted(set(ingrepen)):
        vorige = gedaan[-1] if gedaan else None
        if not (vorige and _raken(vorige, ingreep)):
            gedaan.append(ingreep)
    for ingreep in reversed(gedaan):
        at = (ingreep.regel - 1) * 2
        line, einde = parts[at], ingreep.begin + len(ingreep.was)
        parts[at] = line[: ingreep.begin] + ingreep.wordt + line[einde:]
    return (text[: len(text) - len(kaal)] + "".join(parts)).encode(), tuple(gedaan)


def getoond(ingreep: Ingreep, regels: tuple[str, ...]) -> str:
    """Return what changes as a sentence, with the words that it is between."""
    line = regels[ingreep.regel - 1]
    einde = ingreep.begin + len(ingreep.was)
    voor = _VOOR.search(line[max(ingreep.begin - _RONDOM, 0) : ingreep.begin])
    na = _NA.match(line, einde, einde + _RONDOM)
    links, rechts = voor[0] if voor else "", na[0] if na else ""
    plaats = f"{ingreep.pad}:{ingreep.regel}:{ingreep.begin + 1}"
    was, wordt = (f"{links}{text}{rechts}".strip() for text in (ingreep.was, ingreep.wordt))
    return f"{plaats}: '{was}' wordt '{wordt}'"


def gelijk_begin(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    kort = min(len(one), len(other))
    return next((at for at in range(kort) if one[at] != other[at]), kort)


def _raken(eerder: Ingreep, later: Ingreep) -> bool:
    return eerder.regel == later.regel and later.begin < eerder.begin + max(len(eerder.was), 1)
