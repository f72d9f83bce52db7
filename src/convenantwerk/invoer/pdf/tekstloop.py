"""The words of a paragraph from its lines, and the inline content that comes of them.

First there is the text as it stands, with a space where a line ends. What must be otherwise is a
list of edits on it; so every edited word can be reported as it was and as it became.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from convenantwerk.invoer.brok import Bewerkt
from convenantwerk.invoer.pdf.letters import CURSIEF, HOOG, LAAG, VET
from convenantwerk.tekst.boom import Nadruk, Tekst

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.invoer.brok import Plek
    from convenantwerk.tekst.boom import Inline, Voetnoot

_Soort = Literal["vet", "cursief", "hoog", "laag"]
_SOORTEN: tuple[tuple[int, _Soort], ...] = (
    (VET, "vet"),
    (CURSIEF, "cursief"),
    (HOOG, "hoog"),
    (LAAG, "laag"),
)


class Ingreep(NamedTuple):
    """An edit: what stands from `begin` up to `eind` becomes `wordt`."""

    begin: int
    eind: int
    wordt: str
    waarom: str
    noot: Voetnoot | None = None


@dataclass(slots=True)
class Tekstloop:
    """A text that grows by pieces, in time that grows with its length.

    Args:
        plek: where it begins.
        lengte: of what is there.
        slot: its last word, and what stands behind that.
        stijlen: how each character looks.
        ingrepen: the edits.
    """

    plek: Plek
    lengte: int = 0
    slot: str = ""
    stijlen: bytearray = field(default_factory=bytearray)
    ingrepen: list[Ingreep] = field(default_factory=list)
    _delen: list[str] = field(default_factory=list)

    def zet(self, tekst: str, stijl: int) -> None:
        """Add characters of one look."""
        self._delen.append(tekst)
        self.lengte += len(tekst)
        self.slot = tekst.rsplit(" ", 1)[-1] if " " in tekst else self.slot + tekst
        self.stijlen += bytes([stijl]) * len(tekst)

    @property
    def tekst(self) -> str:
        """All of it, as it stands."""
        if len(self._delen) > 1:
            self._delen = ["".join(self._delen)]
        return self._delen[0] if self._delen else ""

    def inhoud(self) -> tuple[Inline, ...]:
        """Return what came of the text."""
        return tuple(_genest(list(self._gedaan()), _SOORTEN))

    def _gedaan(self) -> Iterator[tuple[str | Voetnoot, int]]:
        """Yield pieces of one look, and notes, in order and with the edits done."""
        hier = 0
        for ingreep in sorted(self.ingrepen):
            yield from self._in_stijl(hier, ingreep.begin)
            stijl = self.stijlen[max(0, ingreep.begin - 1)] & ~HOOG if self.stijlen else 0
            if ingreep.wordt:
                yield ingreep.wordt, stijl
            if ingreep.noot is not None:
                yield ingreep.noot, stijl
            hier = ingreep.eind
        yield from self._in_stijl(hier, self.lengte)

    def _in_stijl(self, begin: int, eind: int) -> Iterator[tuple[str, int]]:
        heel = self.tekst
        while begin < eind:
            tot = begin + 1
            while tot < eind and self.stijlen[tot] == self.stijlen[begin]:
                tot += 1
            yield heel[begin:tot], self.stijlen[begin]
            begin = tot

    def bewerkt(self) -> list[Bewerkt]:
        """Return every word that is otherwise than it stands."""
        uit: list[Bewerkt] = []
        groep: list[Ingreep] = []
        for ingreep in sorted(self.ingrepen):
            if groep and self._woord(groep)[1] < self._woord([ingreep])[0]:
                uit.append(self._verslag(groep))
                groep = []
            groep.append(ingreep)
        if groep:
            uit.append(self._verslag(groep))
        return uit

    def _woord(self, groep: Sequence[Ingreep]) -> tuple[int, int]:
        """Return where the words begin and end that edits touch."""
        begin, eind = groep[0].begin, max(ingreep.eind for ingreep in groep)
        while begin and not self.tekst[begin - 1].isspace():
            begin -= 1
        while eind < len(self.tekst) and not self.tekst[eind].isspace():
            eind += 1
        return begin, eind

    def _verslag(self, groep: Sequence[Ingreep]) -> Bewerkt:
        begin, eind = self._woord(groep)
        wordt, hier = "", begin
        for ingreep in groep:
            wordt += self.tekst[hier : ingreep.begin] + ingreep.wordt
            hier = ingreep.eind
        wordt += self.tekst[hier:eind]
        redenen = dict.fromkeys(ingreep.waarom for ingreep in groep)
        return Bewerkt(self.tekst[begin:eind], wordt.strip(), self.plek, "; ".join(redenen))


def _genest(
    delen: Sequence[tuple[str | Voetnoot, int]], soorten: Sequence[tuple[int, _Soort]]
) -> Iterator[Inline]:
    """Yield pieces with their emphasis; a space at the edge of it is outside."""
    if not soorten:
        for deel, _ in _samen(delen):
            yield Tekst(deel) if isinstance(deel, str) else deel
        return
    (vlag, soort), *rest = soorten
    hier = 0
    while hier < len(delen):
        tot = hier + 1
        while tot < len(delen) and _zelfde(delen, hier, tot, vlag):
            tot += 1
        groep = list(delen[hier:tot])
        if delen[hier][1] & vlag:
            voor, binnen, na = _zonder_wit(groep)
            yield from _genest(voor, rest)
            if binnen:
                yield Nadruk(soort, tuple(_genest(binnen, rest)))
            yield from _genest(na, rest)
        else:
            yield from _genest(groep, rest)
        hier = tot


def _zelfde(delen: Sequence[tuple[str | Voetnoot, int]], hier: int, tot: int, vlag: int) -> bool:
    return bool(delen[hier][1] & vlag) == bool(delen[tot][1] & vlag)


_Delen = list[tuple["str | Voetnoot", int]]


def _zonder_wit(groep: _Delen) -> tuple[_Delen, _Delen, _Delen]:
    """Return the space before pieces, the pieces, and the space behind them."""
    voor, na = _wit(groep, 0), _wit(groep, -1)
    return voor, groep, na


def _wit(groep: _Delen, kant: int) -> _Delen:
    """Take the space away from one side of pieces, and return it."""
    wit = ""
    while groep and isinstance(deel := groep[kant][0], str):
        kaal = deel.rstrip() if kant else deel.lstrip()
        wit += " " * (len(deel) - len(kaal))
        if kaal:
            groep[kant] = (kaal, groep[kant][1])
            break
        groep.pop(kant)
    return [(wit, 0)] if wit else []


def _samen(delen: Sequence[tuple[str | Voetnoot, int]]) -> Iterator[tuple[str | Voetnoot, int]]:
    vorige = ""
    for deel, _ in delen:
        if isinstance(deel, str):
            vorige += deel
            continue
        if vorige:
            yield vorige, 0
            vorige = ""
        yield deel, 0
    if vorige:
        yield vorige, 0
