"""The text of a page as blocks: verwijzingen lead to their page, findings mark their words."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.aangehaald import aangehaald
from convenantwerk.basis.diagnostics import NERGENS
from convenantwerk.papier import document as d
from convenantwerk.stukken.tekst import Composer, remarks
from convenantwerk.tekst.boom import (
    ZONDER_KOP,
    Invulveld,
    Tekst,
    Verwijzing,
    Voetnoot,
    alle_blokken,
    alle_inline,
    inhouden,
)
from convenantwerk.tekst.omgeving import Omgeving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.basis.diagnostics import Position
    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.kantoor.leestekst.bevindingen import Geplaatst, Tekstbevinding
    from convenantwerk.kantoor.leestekst.bladen import Leesdeel
    from convenantwerk.tekst.boom import Convenant, Inline


@dataclass(frozen=True, slots=True)
class Gemerkt(d.Run):
    """Words that a finding is about; `merk` is its name where those begin, "" in what follows."""

    merk: str = ""


class Treffer(NamedTuple):
    """Where in an inline part the words begin of a finding, and how many characters those are."""

    begin: int
    lengte: int
    plek: Tekstbevinding


class Zetter(Composer):
    """Makes blocks for pages.

    Args:
        dossier: for pictures and signatures.
        convenant: the text.
        geplaatst: the findings.
        adres: gives where a part is read, by its address in the text.
    """

    def __init__(
        self,
        dossier: Dossier,
        convenant: Convenant,
        geplaatst: Geplaatst,
        adres: Callable[[str], str],
    ) -> None:
        gewoon = Composer.van(dossier, convenant)
        super().__init__(convenant, gewoon.ondertekening, gewoon.figuren, gewoon.adresboek)
        self.geplaatst = geplaatst
        self.adres = adres
        self._gezet: set[str] = set()
        self._treffers: dict[int, list[Treffer]] = {}

    def zet(self, leesdeel: Leesdeel) -> tuple[tuple[d.Block, ...], frozenset[str]]:
        """Return what stands in a part, and which findings have their words marked in it."""
        element = leesdeel.element
        context = Omgeving(leesdeel.deel, element)
        self._gezet = set()
        self._treffers = _treffers(leesdeel, self.geplaatst.bij(element.anker))
        blocks: list[d.Block] = []
        if leesdeel.begint and element.soort not in ZONDER_KOP:
            blocks.append(replace(self.heading(context, leesdeel.niveau), new_page=False))
        if leesdeel.begint:
            blocks += remarks(element)
        blocks += self.direct(context, leesdeel.inhoud)
        return tuple(blocks), frozenset(self._gezet)

    def runs(self, inhoud: Iterable[Inline], context: Omgeving) -> tuple[d.Run, ...]:
        """Return inline content as runs, with marks at what was found."""
        plekken = self.geplaatst.bij(context.element.anker)
        gewoon = super().runs
        if not plekken:
            return gewoon(inhoud, context)
        return tuple(
            run
            for inline in inhoud
            for run in self._gemerkt(inline, gewoon((inline,), context), plekken)
        )

    def _gemerkt(
        self, inline: Inline, runs: tuple[d.Run, ...], plekken: Iterable[Tekstbevinding]
    ) -> Iterator[d.Run]:
        te_doen = [t for t in self._treffers.get(id(inline), ()) if t.plek.merk not in self._gezet]
        if not isinstance(inline, Tekst):
            yield from self._merk(te_doen[0].plek, runs) if te_doen else runs
            return
        # What has no place among the words is marked at the first that are as it says.
        bekend = {t.plek.merk for found in self._treffers.values() for t in found} | self._gezet
        te_doen += [
            Treffer(inline.tekst.index(plek.woorden), len(plek.woorden), plek)
            for plek in plekken
            if plek.merk not in bekend and plek.woorden and plek.woorden in inline.tekst
        ]
        at = 0
        for begin, lengte, plek in sorted(te_doen, key=lambda treffer: treffer.begin):
            if begin >= at:  # of words of two findings the first is marked
                yield d.Run(inline.tekst[at:begin])
                yield from self._merk(plek, (d.Run(inline.tekst[begin : begin + lengte]),))
                at = begin + lengte
        yield d.Run(inline.tekst[at:])

    def _merk(self, plek: Tekstbevinding, runs: Iterable[d.Run]) -> Iterator[d.Run]:
        self._gezet.add(plek.merk)
        naam = plek.merk
        for run in runs:
            yield _als_gemerkt(run, naam)
            naam = ""

    def linked(self, run: d.Run, verwijzing: Verwijzing, context: Omgeving) -> d.Run:
        """Return a run as the link that a verwijzing is: to the page on which it leads."""
        found = super().linked(run, verwijzing, context)
        return replace(found, link=None, web=self.adres(found.link)) if found.link else found


def _als_gemerkt(run: d.Run, naam: str) -> Gemerkt:
    return Gemerkt(**{field.name: getattr(run, field.name) for field in fields(d.Run)}, merk=naam)


def _treffers(leesdeel: Leesdeel, plekken: Iterable[Tekstbevinding]) -> dict[int, list[Treffer]]:
    """Return which findings are at each inline part that stands in a piece of text, by its id."""
    per_regel: dict[tuple[str, int], list[Tekstbevinding]] = {}
    for plek in plekken:
        at = plek.bevinding.position
        per_regel.setdefault((at.path, at.line), []).append(plek)
    found: dict[int, list[Treffer]] = {}
    for inline in _inline_in(leesdeel) if per_regel else ():
        for begin, eind, at in _stukken(inline):
            for plek in per_regel.get((at.path, at.line), ()):
                offset = begin + plek.bevinding.position.column - at.column
                if begin <= offset < eind:
                    treffer = Treffer(offset, _lengte(inline, offset, plek), plek)
                    found.setdefault(id(inline), []).append(treffer)
    return found


def _inline_in(leesdeel: Leesdeel) -> Iterator[Inline]:
    element = leesdeel.element
    if leesdeel.begint:
        yield from alle_inline((*element.vooraf, *element.opschrift))
    for blok in alle_blokken(leesdeel.inhoud):
        yield from (inline for inhoud in inhouden(blok) for inline in alle_inline(inhoud))


def _stukken(inline: Inline) -> Iterator[tuple[int, int, Position]]:
    """Yield the characters of an inline part that are beside each other in their file."""
    match inline:
        case Tekst() | Verwijzing():
            begin = ((0, inline.position), *inline.vervolg)
            for (at, position), (eind, _) in pairwise((*begin, (len(inline.tekst), NERGENS))):
                yield at, eind, position
        case Invulveld() | Voetnoot():
            yield 0, 1, inline.position
        case _:
            pass


def _lengte(inline: Inline, offset: int, plek: Tekstbevinding) -> int:
    """Return how many characters a finding is about, of a word at the least."""
    vanaf = inline.tekst[offset:] if isinstance(inline, Tekst) else ""
    _, eind = aangehaald(plek.bevinding, vanaf, 0)
    return eind or len(vanaf.split(" ", 1)[0]) or 1
