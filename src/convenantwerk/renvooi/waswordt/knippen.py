"""The words of one part for one column: what changed with words around it, the rest as (…)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from convenantwerk.papier import document as d
from convenantwerk.renvooi.waswordt.wissels import Wissel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from convenantwerk.tekst.verschil import Woord, Woordgroep

Kant = Literal["oud", "nieuw"]
Runs = list[d.Run]

WEGGELATEN = "(\u2026)"
_WEG = {"oud": "ingevoegd", "nieuw": "vervallen"}
_RONDOM = 6  # words around a change; as many again at least are left out, or it is not worth it
_BEGIN = 4  # words with which a text opens
_OPENING = 8  # words by which a text that did not change is known


class _Teken(NamedTuple):
    woord: Woord
    wijziging: Literal["", "ingevoegd", "vervallen"]
    telt: bool  # it is a change that must be seen here


def heel(stukken: Iterable[Woordgroep], kant: Kant, *, merken: bool) -> Runs:
    """Return all words of one edition, those that only this edition has marked if asked."""
    tekens = [_Teken(w, stuk.wijziging, telt=False) for stuk in stukken for w in stuk.woorden]
    return list(_runs(tekens, kant, merken=merken))


def geknipt(
    stukken: Sequence[Woordgroep], kant: Kant, elders: Callable[[Wissel], bool], *, merken: bool
) -> Runs:
    """Return the changes in a text with the words around them.

    Args:
        stukken: the words of both editions.
        kant: the edition that is shown.
        elders: whether a change is told elsewhere, so that it need not be seen here.
        merken: whether words that only this edition has are marked.
    """
    tekens = list(_tekens(stukken, elders))
    bewaren = _bewaren(tekens)
    runs: Runs = []
    at = 0
    while at < len(tekens):
        end = at
        while end < len(tekens) and bewaren[end] == bewaren[at]:
            end += 1
        if bewaren[at]:
            runs += _runs(tekens[at:end], kant, merken=merken)
        else:
            voor = " " if at and not runs[-1].text.endswith(" ") else ""
            runs.append(d.Run(f"{voor}{WEGGELATEN}{' ' if end < len(tekens) else ''}"))
        at = end
    return runs


def opening(stukken: Iterable[Woordgroep], kant: Kant) -> Runs:
    """Return the words by which a text is known that is not shown whole."""
    tekens = [_Teken(w, stuk.wijziging, telt=False) for stuk in stukken for w in stuk.woorden]
    mine = [teken for teken in tekens if teken.wijziging != _WEG[kant]]
    telt = [at for at, teken in enumerate(mine) if _is_woord(teken.woord)]
    if len(telt) <= _OPENING + _RONDOM // 2:  # two or three words more are not left out
        return list(_runs(mine, kant, merken=False))
    mine = mine[: telt[_OPENING]]
    runs = list(_runs(mine, kant, merken=False))
    return [*_zonder_staart(runs), d.Run(f" {WEGGELATEN}")]


def _zonder_staart(runs: Runs) -> Runs:
    """Return runs without the space that they end in."""
    while runs and not runs[-1].text.strip():
        runs.pop()
    return runs


def _tekens(stukken: Sequence[Woordgroep], elders: Callable[[Wissel], bool]) -> Iterator[_Teken]:
    at = 0
    while at < len(stukken):
        end = at
        while end < len(stukken) and stukken[end].wijziging:
            end += 1
        if end == at:
            yield from (_Teken(w, "", _noot_gewijzigd(w)) for w in stukken[at].woorden)
            at += 1
            continue
        group = stukken[at:end]
        sides = [
            tuple(w for stuk in group if stuk.wijziging == lot for w in stuk.woorden)
            for lot in ("vervallen", "ingevoegd")
        ]
        telt = not elders(Wissel(sides[0], sides[1]))
        yield from (_Teken(w, stuk.wijziging, telt) for stuk in group for w in stuk.woorden)
        at = end


def _noot_gewijzigd(woord: Woord) -> bool:
    return woord.noot is not None and any(stuk.wijziging for stuk in woord.noot.stukken)


def _bewaren(tekens: Sequence[_Teken]) -> list[bool]:
    """Return of each word whether it is shown: the opening, and what stands around a change."""
    keep = [teken.telt for teken in tekens]
    words = 0
    for at, teken in enumerate(tekens):  # the opening
        if words >= _BEGIN:
            break
        words += _is_woord(teken.woord)
        keep[at] = True
    for order in (range(len(tekens)), range(len(tekens) - 1, -1, -1)):
        left = 0
        for at in order:
            if tekens[at].telt:
                left = _RONDOM
            elif left:
                keep[at] = True
                left -= _is_woord(tekens[at].woord)
    at = 0
    while at < len(tekens):  # what is too short to be left out
        end = at
        while end < len(tekens) and keep[end] == keep[at]:
            end += 1
        if not keep[at] and sum(_is_woord(t.woord) for t in tekens[at:end]) < _RONDOM:
            keep[at:end] = [True] * (end - at)
        at = end
    return keep


def _is_woord(woord: Woord) -> bool:
    return any(letter.isalnum() for letter in woord.tekst)


def _runs(tekens: Iterable[_Teken], kant: Kant, *, merken: bool) -> Iterator[d.Run]:
    """Yield the words of one edition, those of one look and fate as one run."""
    pending: d.Run | None = None
    for woord, wijziging, _ in tekens:
        if wijziging == _WEG[kant]:
            continue
        mark = wijziging if merken else ""
        if woord.noot:
            yield from [pending] if pending else []
            yield d.Run(f" [noot {woord.noot.merk}: ", wijziging=mark)
            inner = heel(woord.noot.stukken, kant, merken=merken)
            yield from [replace(run, wijziging=mark or run.wijziging) for run in inner]
            pending = d.Run("]", wijziging=mark)
            continue
        run = d.Run(woord.tekst, woord.vet, woord.cursief, wijziging=mark, hoogte=woord.hoogte)
        if pending and _uiterlijk(pending) == _uiterlijk(run):
            pending = replace(run, text=pending.text + run.text)
            continue
        if pending:
            yield pending
        pending = run
    if pending:
        yield pending


def _uiterlijk(run: d.Run) -> tuple[object, ...]:
    return run.bold, run.italic, run.hoogte, run.wijziging
