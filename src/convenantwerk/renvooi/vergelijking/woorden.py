"""Inline content as words, and the words of two texts laid beside each other."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from convenantwerk.renvooi.vergelijking.frasen import gaten
from convenantwerk.tekst.boom import (
    Invulveld,
    Nadruk,
    Regeleinde,
    Tekst,
    Verwijzing,
    Voetnoot,
)
from convenantwerk.tekst.schijn import LOSSE_ACCENTEN, ONZICHTBAAR
from convenantwerk.tekst.verschil import Nootverschil, Woord, Woordgroep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from convenantwerk.tekst.boom import Inline

Woorden = tuple[Woord, ...]
Sleutel = tuple[object, ...]

# A number with its points and commas, a word with its hyphens, white space, any other sign; and
# with it what stands on it or behind it unseen.
_ERBIJ = f"[{ONZICHTBAAR}{LOSSE_ACCENTEN}]"
_LETTER = f"[\\w{ONZICHTBAAR}{LOSSE_ACCENTEN}]"
_TEKEN = re.compile(
    rf"\d+(?:[.,]\d+)*{_LETTER}*|\w{_LETTER}*(?:[-'\u2019]{_LETTER}+)*|(?:\s+|.){_ERBIJ}*",
    re.DOTALL,
)
_ECHT_WOORD = re.compile(r"\w+")


def woorden(inhoud: Iterable[Inline]) -> Woorden:
    """Return inline content as words, each with its appearance."""
    return tuple(_woorden(inhoud, Woord(""), tekens))


def ongeknipt(inhoud: Iterable[Inline]) -> Woorden:
    """Return inline content that is not compared: each stretch of one appearance as one word."""
    return tuple(_woorden(inhoud, Woord(""), _heel))


def tekens(tekst: str, stijl: Woord) -> Woorden:
    """Return characters as words that look like `stijl`."""
    vet, cursief, veld, verwijzing = stijl.vet, stijl.cursief, stijl.veld, stijl.verwijzing
    hoogte = stijl.hoogte
    return tuple(
        [
            Woord(teken, vet, cursief, veld, None, verwijzing, hoogte)
            for teken in _TEKEN.findall(tekst)
        ]
    )


def _heel(tekst: str, stijl: Woord) -> Woorden:
    return (replace(stijl, tekst=tekst),) if tekst else ()


def _woorden(
    inhoud: Iterable[Inline], stijl: Woord, knip: Callable[[str, Woord], Woorden]
) -> Iterator[Woord]:
    for inline in inhoud:
        match inline:
            case Tekst(tekst):
                yield from knip(tekst, stijl)
            case Verwijzing(tekst):
                yield from knip(tekst, replace(stijl, verwijzing=inline))
            case Regeleinde():
                yield replace(stijl, tekst="\n")
            case Nadruk("vet", inner):
                yield from _woorden(inner, replace(stijl, vet=True), knip)
            case Nadruk("cursief", inner):
                yield from _woorden(inner, replace(stijl, cursief=True), knip)
            case Nadruk("hoog" | "laag" as hoogte, inner):
                yield from _woorden(inner, replace(stijl, hoogte=hoogte), knip)
            case Invulveld(inner):
                veld = replace(stijl, veld=True)
                yield replace(veld, tekst="[")
                yield from _woorden(inner, veld, knip)
                yield replace(veld, tekst="]")
            case Voetnoot(merk, inner):
                stukken = gelijk(tuple(_woorden(inner, Woord(""), knip)))
                yield replace(stijl, noot=Nootverschil(merk, stukken))


def platte_tekst(inhoud: Iterable[Inline]) -> Sleutel:
    """Return what decides whether two inline contents are equal: characters and appearance.

    Cheaper than comparing words, and the same: how the reader has cut the text in parts, where it
    saw a verwijzing for one, does not count.
    """
    runs: list[tuple[str, int]] = []
    notes: list[object] = []
    _plat(inhoud, 0, runs, notes)
    return (tuple(runs), tuple(notes)) if notes else (tuple(runs),)


_VELD = 4
_NADRUK = {"vet": 1, "cursief": 2, "hoog": 8, "laag": 16}


def _plat(
    inhoud: Iterable[Inline], stijl: int, runs: list[tuple[str, int]], notes: list[object]
) -> None:
    for inline in inhoud:
        match inline:
            case Tekst(tekst) | Verwijzing(tekst):
                _voeg_toe(runs, tekst, stijl)
            case Nadruk(soort, inner):
                _plat(inner, stijl | _NADRUK[soort], runs, notes)
            case Invulveld(inner):
                _voeg_toe(runs, "[", stijl | _VELD)
                _plat(inner, stijl | _VELD, runs, notes)
                _voeg_toe(runs, "]", stijl | _VELD)
            case Regeleinde():
                _voeg_toe(runs, "\n", stijl)
            case Voetnoot(merk, inner):
                runs.append(("", stijl))
                notes.append((merk, len(runs), platte_tekst(inner)))


def _voeg_toe(runs: list[tuple[str, int]], tekst: str, stijl: int) -> None:
    if runs and runs[-1][1] == stijl and runs[-1][0]:
        runs[-1] = (runs[-1][0] + tekst, stijl)
    else:
        runs.append((tekst, stijl))


def gelijk(woorden: Woorden) -> tuple[Woordgroep, ...]:
    """Return words that are in both editions."""
    return (Woordgroep("", woorden),) if woorden else ()


def ingevoegd(woorden: Woorden) -> tuple[Woordgroep, ...]:
    """Return words that only the new edition has."""
    return (Woordgroep("ingevoegd", woorden),) if woorden else ()


def vervallen(woorden: Woorden) -> tuple[Woordgroep, ...]:
    """Return words that only the old edition has."""
    return (Woordgroep("vervallen", woorden),) if woorden else ()


def verschil(oud: Woorden, nieuw: Woorden) -> tuple[Woordgroep, ...]:
    """Return two texts as one, with as few marks as a reader needs."""
    stukken: list[Woordgroep] = []
    at = 0
    for begin, end, start, stop in gaten(oud, nieuw):
        stukken += _in_beide(oud[at:begin], nieuw[start - begin + at : start])
        stukken += vervallen(oud[begin:end])
        stukken += ingevoegd(nieuw[start:stop])
        at = end
    rest = len(oud) - at
    return (*stukken, *_in_beide(oud[at:], nieuw[len(nieuw) - rest :]))


def _in_beide(oud: Woorden, nieuw: Woorden) -> Iterator[Woordgroep]:
    """Yield words that a reader takes for the same; those that are not quite go and come."""
    for same, group in groupby(zip(oud, nieuw, strict=True), key=_is_eender):
        was, wordt = zip(*group, strict=True)
        if same:
            yield from gelijk(tuple(map(_samen, was, wordt)))
        else:
            yield from (*vervallen(was), *ingevoegd(wordt))


def _is_eender(paar: tuple[Woord, Woord]) -> bool:
    een, ander = paar
    return _gezien(een) == _gezien(ander)


def _gezien(woord: Woord) -> tuple[object, ...]:
    return (woord.tekst, woord.vet, woord.cursief, woord.hoogte)


def _samen(oud: Woord, nieuw: Woord) -> Woord:
    """Return a word that is in both editions; the text of its footnote may have changed."""
    if nieuw.noot is None or oud.noot is None or oud.noot == nieuw.noot:
        return nieuw
    stukken = verschil(_alle(oud.noot.stukken), _alle(nieuw.noot.stukken))
    return replace(nieuw, noot=Nootverschil(nieuw.noot.merk, stukken))


def _alle(stukken: Iterable[Woordgroep]) -> Woorden:
    return tuple(woord for stuk in stukken for woord in stuk.woorden)


def woordenrij(inhoud: Iterable[Inline]) -> Iterator[str]:
    """Yield the words of a content, whatever their case and appearance; footnotes count too."""
    for inline in inhoud:
        match inline:
            case Tekst(tekst) | Verwijzing(tekst):
                yield from _ECHT_WOORD.findall(tekst.lower())
            case Nadruk(_, inner) | Invulveld(inner) | Voetnoot(_, inner):
                yield from woordenrij(inner)
            case Regeleinde():
                pass
