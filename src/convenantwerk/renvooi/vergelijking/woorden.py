"""Inline content as words, and the words of two texts laid beside each other."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.renvooi.vergelijking.rijen import naast_elkaar
from convenantwerk.tekst.boom import (
    Invulveld,
    Nadruk,
    Regeleinde,
    Tekst,
    Verwijzing,
    Voetnoot,
)
from convenantwerk.tekst.verschil import Nootverschil, Woord, Woordgroep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from rapidfuzz.distance import Opcodes

    from convenantwerk.tekst.boom import Inline

Woorden = tuple[Woord, ...]
Sleutel = tuple[object, ...]

# A number with its points and commas, a word with its hyphens, white space, any other sign.
_TEKEN = re.compile(r"\d+(?:[.,]\d+)*\w*|\w+(?:[-'\u2019]\w+)*|\s+|.", re.DOTALL)
_ECHT_WOORD = re.compile(r"\w+")
_KLEIN = 3  # an equal stretch of no more letters than this between two changes is not kept apart


def woorden(inhoud: Iterable[Inline]) -> Woorden:
    """Return inline content as words, each with its appearance."""
    return tuple(_woorden(inhoud, Woord(""), tekens))


def ongeknipt(inhoud: Iterable[Inline]) -> Woorden:
    """Return inline content that is not compared: each stretch of one appearance as one word."""
    return tuple(_woorden(inhoud, Woord(""), _heel))


def tekens(tekst: str, stijl: Woord) -> Woorden:
    """Return characters as words that look like `stijl`."""
    vet, cursief, veld, verwijzing = stijl.vet, stijl.cursief, stijl.veld, stijl.verwijzing
    return tuple(
        [Woord(teken, vet, cursief, veld, None, verwijzing) for teken in _TEKEN.findall(tekst)]
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
            case Nadruk(_, inner):
                yield from _woorden(inner, replace(stijl, cursief=True), knip)
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


_VET, _CURSIEF, _VELD = 1, 2, 4


def _plat(
    inhoud: Iterable[Inline], stijl: int, runs: list[tuple[str, int]], notes: list[object]
) -> None:
    for inline in inhoud:
        match inline:
            case Tekst(tekst) | Verwijzing(tekst):
                _voeg_toe(runs, tekst, stijl)
            case Nadruk(soort, inner):
                _plat(inner, stijl | (_VET if soort == "vet" else _CURSIEF), runs, notes)
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
    """Return two texts as one, with as few marks as a reader needs.

    What is in both is as long as it can be. White space between two changed words is changed
    with them, so that a changed phrase is one deletion and one insertion.
    """
    ids: dict[Sleutel, int] = {}
    left = [ids.setdefault(_sleutel(woord), len(ids)) for woord in oud]
    right = [ids.setdefault(_sleutel(woord), len(ids)) for woord in nieuw]
    gaps = _gaps(naast_elkaar(left, right), oud)
    stukken: list[Woordgroep] = []
    at = 0
    for begin, end, start, stop in gaps:
        stukken += gelijk(tuple(map(_samen, oud[at:begin], nieuw[start - begin + at : start])))
        stukken += vervallen(oud[begin:end])
        stukken += ingevoegd(nieuw[start:stop])
        at = end
    rest = len(oud) - at
    return (*stukken, *gelijk(tuple(map(_samen, oud[at:], nieuw[len(nieuw) - rest :]))))


Gap = tuple[int, int, int, int]


def _gaps(opcodes: Opcodes, oud: Woorden) -> list[Gap]:
    """Return what differs as (old from, old to, new from, new to), in order."""
    gaps: list[Gap] = []
    for code in opcodes:
        if code.tag == "equal":
            continue
        begin, end, start, stop = code.src_start, code.src_end, code.dest_start, code.dest_end
        last = gaps[-1] if gaps else None
        if last is not None and _hoort_samen(
            oud[last[1] : begin], last, end - begin + stop - start
        ):
            gaps[-1] = (last[0], end, last[2], stop)
        else:
            gaps.append((begin, end, start, stop))
    return gaps


def _hoort_samen(tussen: Sequence[Woord], gap: Gap, size: int) -> bool:
    """Tell whether two changes are one for a reader, by what stands between them."""
    if not tussen:
        return True
    if any(woord.noot for woord in tussen):
        return False
    tekst = "".join(woord.tekst for woord in tussen)
    if not tekst.strip():
        return "\n" not in tekst
    # "de" between two rewritten phrases is no landmark; between two changed words it is.
    around = min(gap[1] - gap[0] + gap[3] - gap[2], size)
    return len(tekst.strip()) <= _KLEIN and around > 2 * _KLEIN and " " not in tekst.strip()


def _sleutel(woord: Woord) -> Sleutel:
    """Return what must agree for a word to be the same; a footnote is the same by its mark."""
    noot = woord.noot.merk if woord.noot else None
    return (woord.tekst, woord.vet, woord.cursief, woord.veld, noot)


def _samen(oud: Woord, nieuw: Woord) -> Woord:
    """Return a word that is in both editions; the text of its footnote may have changed."""
    if nieuw.noot is None or oud.noot is None or oud.noot == nieuw.noot:
        return nieuw
    stukken = verschil(_alle(oud.noot.stukken), _alle(nieuw.noot.stukken))
    return replace(nieuw, noot=Nootverschil(nieuw.noot.merk, stukken))


def _alle(stukken: Iterable[Woordgroep]) -> Woorden:
    return tuple(woord for stuk in stukken for woord in stuk.woorden)


def telling(inhoud: Iterable[Inline]) -> Counter[str]:
    """Return how often each word occurs, whatever its appearance; footnotes count too."""
    counts: Counter[str] = Counter()
    for inline in inhoud:
        match inline:
            case Tekst(tekst) | Verwijzing(tekst):
                counts.update(_ECHT_WOORD.findall(tekst.lower()))
            case Nadruk(_, inner) | Invulveld(inner) | Voetnoot(_, inner):
                counts.update(telling(inner))
            case Regeleinde():
                pass
    return counts
