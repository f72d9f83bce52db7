"""The words of two editions as runs, each with its mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from convenantwerk.papier import document as d
from convenantwerk.papier.markeren import former_note
from convenantwerk.renvooi.kant import aanwezig
from convenantwerk.tekst.schijn import is_onzichtbaar, paren

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.papier.document import Wijziging
    from convenantwerk.stukken.tekst import Composer
    from convenantwerk.tekst.omgeving import Omgeving
    from convenantwerk.tekst.verschil import Nootverschil, Woord, Woordgroep

    Woorden = tuple[Woord, ...]

Rijlot = Literal["", "ingevoegd", "vervallen"]


@dataclass(frozen=True, slots=True)
class Hier:
    """Where the walk is in either edition, None where that edition has nothing.

    What shares the fate `binnen` needs no mark of its own.
    """

    oud: Omgeving | None = None
    nieuw: Omgeving | None = None
    binnen: Wijziging = ""


class Woordschrijver:
    """Turns words into runs.

    Args:
        nieuw: knows where the links of the new edition lead.
    """

    def __init__(self, nieuw: Composer) -> None:
        self.nieuw = nieuw

    def runs(
        self, stukken: Iterable[Woordgroep], here: Hier, rij: Rijlot = ""
    ) -> tuple[d.Run, ...]:
        """Return words as runs; in a row that is marked `rij`, without marks of their own.

        Such a row has the words of its own edition only: one that moved and changed is shown
        twice, as it was and as it is.
        """
        if not rij:
            return tuple(
                run for oud, nieuw in paren(tuple(stukken)) for run in self._pair(oud, nieuw, here)
            )
        return tuple(
            replace(run, wijziging="")
            for stuk in stukken
            if stuk.wijziging in {"", rij}
            for run in self._stretch(replace(stuk, wijziging=rij), here)
        )

    def _pair(
        self, oud: Woordgroep | None, nieuw: Woordgroep | None, here: Hier
    ) -> Iterator[d.Run]:
        """Yield words with their mark; those that look the same, once."""
        if oud and nieuw:
            for een, ander in _naast_elkaar(oud.woorden, nieuw.woorden):
                (was,) = self._stretch(replace(oud, woorden=een), here)
                for run in self._stretch(replace(nieuw, woorden=ander), here):
                    yield replace(run, wijziging="opmaak", was=was)
            return
        stuk = oud or nieuw
        if stuk is None:
            return
        for run in self._stretch(stuk, here):
            if stuk.wijziging == "ingevoegd" and is_onzichtbaar(stuk):
                yield replace(run, wijziging="opmaak", was=replace(run, text="", link=None))
            elif stuk.wijziging == "vervallen" and is_onzichtbaar(stuk):
                yield replace(run, text="", wijziging="opmaak", was=run)
            else:
                yield replace(run, wijziging=stuk.wijziging)

    def _stretch(self, stuk: Woordgroep, here: Hier) -> Iterator[d.Run]:
        is_old = stuk.wijziging == "vervallen"
        for same, group in groupby(stuk.woorden, key=_uiterlijk):
            woorden = list(group)
            first = woorden[0]
            text = "".join(woord.tekst for woord in woorden)
            run = d.Run(text, first.vet, first.cursief, first.veld, hoogte=first.hoogte)
            if first.noot:
                yield replace(run, note=self._note(first.noot, here, is_old=is_old))
            elif first.verwijzing and here.nieuw and not is_old:
                yield self.nieuw.linked(run, first.verwijzing, here.nieuw)
            else:
                yield run
            del same

    def _note(self, noot: Nootverschil, here: Hier, *, is_old: bool) -> d.Note:
        context = aanwezig((here.oud if is_old else here.nieuw) or here.oud or here.nieuw)
        anchor = f"noot-{context.element.anker}-{noot.merk}"
        note = d.Note(noot.merk, anchor, self.runs(noot.stukken, here))
        return former_note(note) if is_old else note


def _naast_elkaar(oud: Woorden, nieuw: Woorden) -> Iterator[tuple[Woorden, Woorden]]:
    """Yield words of one appearance beside what they were, which has one appearance too."""
    for _, group in groupby(zip(oud, nieuw, strict=True), key=lambda p: tuple(map(_uiterlijk, p))):
        pairs = list(group)
        yield tuple(een for een, _ in pairs), tuple(ander for _, ander in pairs)


def _uiterlijk(woord: Woord) -> tuple[object, ...]:
    """Return what words that are set as one run share."""
    noot = id(woord.noot) if woord.noot else None
    return (woord.vet, woord.cursief, woord.hoogte, woord.veld, id(woord.verwijzing), noot)
