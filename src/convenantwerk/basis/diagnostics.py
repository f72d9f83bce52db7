"""Findings as values; their codes, messages and tips are the tables of `basis.codes`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Ernst = Literal["fout", "waarschuwing", "hint"]

MEERVOUD: Mapping[Ernst, str] = {
    "fout": "fouten",
    "waarschuwing": "waarschuwingen",
    "hint": "hints",
}

_GEEN_BESTANDSNAAM = "CV220"  # of a sleutel, which papers are called by


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file as the user sees it; line and column count from 1, 0 when unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `path:line:column`, leaving out what is not known."""
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


NERGENS = Position("")  # of a value that was not read from a file


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding: where, how grave, which kind, what is wrong and what to do.

    `onderwerp` is what it is about in a few words, for lists under a heading that says the rest.
    """

    position: Position
    code: str
    ernst: Ernst
    melding: str
    tip: str
    onderwerp: str = ""


@waarde
class Code:
    """A kind of finding; `melding`, `tip` and `onderwerp` are formats over named fields."""

    code: str
    ernst: Ernst
    melding: str
    tip: str
    onderwerp: str = ""

    def at(self, position: Position, **velden: object) -> Diagnostic:
        """Return the finding of this kind at a place."""
        return Diagnostic(
            position,
            self.code,
            self.ernst,
            self.melding.format(**velden),
            self.tip.format(**velden),
            self.onderwerp.format(**velden),
        )


_VOLGORDE = attrgetter(
    *("position.path", "position.line", "position.column", "code", "ernst", "melding", "tip"),
    "onderwerp",
)


def op_volgorde(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return findings by place: the order that they have themselves, found much sooner."""
    return sorted(diagnostics, key=_VOLGORDE)


def has_fout(diagnostics: tuple[Diagnostic, ...]) -> bool:
    """Tell whether a definitive build is blocked."""
    return any(diagnostic.ernst == "fout" for diagnostic in diagnostics)


def onleesbaar_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the fouten in files and their form (CV0xx): by each of them text may be missing."""
    return [
        d
        for d in diagnostics
        if d.ernst == "fout" and (d.code.startswith("CV0") or d.code == _GEEN_BESTANDSNAAM)
    ]


# The system keeps a file or folder from being read, or it is not one to read.
_TOEGANG = ("CV001", "CV034", "CV035", "CV036")
# Its bytes are no text, or its text no YAML: nothing of it is known.
_VORM = ("CV002", "CV004", "CV023")
_BEGIN = 3  # characters of a name that tell which one is meant
_NAAM = 200  # longer than any name; to compare takes time that grows with its square


def ontoegankelijk_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what says that a file or folder could not be read at all, whatever it holds."""
    return [d for d in diagnostics if d.code in _TOEGANG]


def bestandsfouten_in(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what says that of a file or folder nothing is known: the rest may follow from that."""
    return [d for d in diagnostics if d.code in (*_TOEGANG, *_VORM)]


def bedoelde(naam: str, bekend: Iterable[str]) -> str:
    """Return a tip that names the known name nearest to what was written; "" when none is near.

    The one name that begins with what was written is nearer than one with other letters.
    """
    if len(naam) > _NAAM:
        return ""
    namen = list(bekend)
    langer = [one for one in namen if one.startswith(naam)] if len(naam) >= _BEGIN else []
    nearest = langer if len(langer) == 1 else get_close_matches(naam, namen, n=1, cutoff=0.6)
    return f"bedoelt u '{nearest[0]}'?" if nearest else ""


def telling(diagnostics: Iterable[Diagnostic]) -> str:
    """Return how many findings there are of each gravity: "28 fouten, 1 waarschuwing"."""
    counts = Counter(found.ernst for found in diagnostics)
    parts = [
        f"{counts[ernst]} {ernst if counts[ernst] == 1 else MEERVOUD[ernst]}"
        for ernst in MEERVOUD
        if counts[ernst]
    ]
    return ", ".join(parts) or "geen bevindingen"
