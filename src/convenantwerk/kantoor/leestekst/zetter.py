"""The text of a page as blocks: verwijzingen lead to their page, findings mark their words."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.stukken.tekst import Composer, remarks
from convenantwerk.tekst.boom import ZONDER_KOP, Invulveld, Tekst, Verwijzing, Voetnoot
from convenantwerk.tekst.omgeving import Omgeving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.kantoor.leestekst.bevindingen import Geplaatst, Tekstbevinding
    from convenantwerk.kantoor.leestekst.bladen import Leesdeel
    from convenantwerk.tekst.boom import Convenant, Inline


@dataclass(frozen=True, slots=True)
class Gemerkt(d.Run):
    """Words that a finding is about; `merk` is its name where those begin, "" in what follows."""

    merk: str = ""


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

    def zet(self, leesdeel: Leesdeel) -> tuple[tuple[d.Block, ...], frozenset[str]]:
        """Return what stands in a part, and which findings have their words marked in it."""
        element = leesdeel.element
        context = Omgeving(leesdeel.deel, element)
        self._gezet = set()
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
        for plek in plekken:
            if plek.merk in self._gezet:
                continue
            if isinstance(inline, Invulveld | Verwijzing | Voetnoot):
                if inline.position == plek.bevinding.position:
                    yield from self._merk(plek, runs)
                    return
            elif isinstance(inline, Tekst) and plek.woorden and plek.woorden in inline.tekst:
                voor, _, na = inline.tekst.partition(plek.woorden)
                yield d.Run(voor)
                yield from self._merk(plek, (d.Run(plek.woorden),))
                yield d.Run(na)
                return
        yield from runs

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
