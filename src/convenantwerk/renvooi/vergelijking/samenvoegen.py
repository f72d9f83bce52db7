"""Two paired trees to one, in which both editions can be read in order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.renvooi.vergelijking import woorden as w
from convenantwerk.renvooi.vergelijking.koppen import kopverschil
from convenantwerk.renvooi.vergelijking.opmaak import opmaak
from convenantwerk.tekst.schijn import schijnverschillen
from convenantwerk.tekst.verschil import Verschil, Woord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.renvooi.vergelijking.knopen import Knoop
    from convenantwerk.tekst.verschil import Lot, Woordgroep


def samengevoegd(oud: Knoop, nieuw: Knoop) -> tuple[Verschil, ...]:
    """Return what became of the parts of both editions, given their paired roots."""
    return tuple(_kinderen(oud, nieuw))


def _kinderen(oud: Knoop, nieuw: Knoop) -> Iterator[Verschil]:
    """Yield the children of a pair, those of the old edition before what comes instead of them."""
    stable = _op_hun_plaats(oud, nieuw)
    at = 0
    for kind, following in zip(nieuw.kinderen, _volgende(oud, nieuw, stable), strict=True):
        yield from _weg(oud.kinderen[at:following])
        at = max(at, following)
        if kind in stable:
            yield _paar(kind, "gewijzigd")
            at += 1
        else:
            yield _gekomen(kind)
    yield from _weg(oud.kinderen[at:])


def _volgende(oud: Knoop, nieuw: Knoop, stable: set[Knoop]) -> list[int]:
    """Return for each new child the old place of itself or the next one that kept its place."""
    places: list[int] = []
    at = len(oud.kinderen)
    for kind in reversed(nieuw.kinderen):
        if kind in stable and kind.paar is not None:
            at = kind.paar.index
        places.append(at)
    return places[::-1]


def _op_hun_plaats(oud: Knoop, nieuw: Knoop) -> set[Knoop]:
    """Return the children of `nieuw` that kept their place: as many, by weight, as can.

    That is the heaviest increasing subsequence of their old places; the others moved.
    """
    kept = [kind for kind in nieuw.kinderen if kind.paar is not None and kind.paar.ouder is oud]
    places = [kind.paar.index for kind in kept if kind.paar is not None]
    if places == sorted(places):
        return set(kept)
    # For every total weight so far the lowest last place: both lists rise together.
    ends: list[int] = []
    weights: list[int] = []
    chains: list[_Keten] = []
    for kind, place in zip(kept, places, strict=True):
        before = bisect_left(ends, place)
        weight = kind.gewicht + (weights[before - 1] if before else 0)
        chain = _Keten(kind, chains[before - 1] if before else None)
        upto = before
        while upto < len(ends) and weights[upto] <= weight:
            upto += 1
        ends[before:upto], weights[before:upto], chains[before:upto] = [place], [weight], [chain]
    return set(_schakels(chains[-1]))


class _Keten(NamedTuple):
    """Nodes in order, the last one first."""

    knoop: Knoop
    rest: _Keten | None


def _schakels(keten: _Keten | None) -> Iterator[Knoop]:
    while keten is not None:
        yield keten.knoop
        keten = keten.rest


def _weg(kinderen: Iterable[Knoop]) -> Iterator[Verschil]:
    for kind in kinderen:
        if kind.paar is None:
            yield _los(kind, "vervallen", tuple(_weg(kind.kinderen)))
        else:
            yield _vertrokken(kind)


def _gekomen(kind: Knoop) -> Verschil:
    if kind.paar is not None:
        return _paar(kind, "aangekomen")
    return _los(kind, "ingevoegd", tuple(_gekomen(child) for child in kind.kinderen))


def _vertrokken(knoop: Knoop) -> Verschil:
    return Verschil(
        "vertrokken",
        knoop.plek,
        knoop.paar.plek if knoop.paar else None,
        w.gelijk(_merk(knoop)),
        w.gelijk(w.ongeknipt(knoop.inhoud)),
        tuple(_vertrokken(kind) for kind in knoop.kinderen),
    )


def _los(knoop: Knoop, lot: Lot, kinderen: tuple[Verschil, ...]) -> Verschil:
    """Return what is in one edition only."""
    is_new = lot == "ingevoegd"
    mark = w.ingevoegd if is_new else w.vervallen
    return Verschil(
        lot,
        None if is_new else knoop.plek,
        knoop.plek if is_new else None,
        mark(_merk(knoop)),
        mark(w.ongeknipt(knoop.inhoud)),
        kinderen,
    )


def _paar(nieuw: Knoop, lot: Lot) -> Verschil:
    """Return what is in both editions."""
    oud = nieuw.paar
    if oud is None:
        raise ValueError(nieuw)
    same = oud.geheel == nieuw.geheel
    merk = w.gelijk(_merk(nieuw))
    if oud.merk != nieuw.merk:
        merk = w.verschil(_merk(oud), _merk(nieuw))
    tekst = w.gelijk(w.ongeknipt(nieuw.inhoud)) if same else _inhoud(oud, nieuw)
    kinderen = tuple(_kinderen(oud, nieuw))
    if same and lot == "gewijzigd" and all(kind.lot == "gelijk" for kind in kinderen):
        lot = "gelijk"
    return Verschil(
        lot,
        oud.plek,
        nieuw.plek,
        merk,
        tekst,
        kinderen,
        ()
        if same
        else (
            *kopverschil(oud.plek, nieuw.plek),
            *schijnverschillen(merk),
            *schijnverschillen(tekst),
            *opmaak(oud, nieuw),
        ),
    )


def _inhoud(oud: Knoop, nieuw: Knoop) -> tuple[Woordgroep, ...]:
    if w.platte_tekst(oud.inhoud) == w.platte_tekst(nieuw.inhoud):
        return w.gelijk(w.ongeknipt(nieuw.inhoud))
    return w.verschil(w.woorden(oud.inhoud), w.woorden(nieuw.inhoud))


def _merk(knoop: Knoop) -> w.Woorden:
    return w.tekens(knoop.merk, Woord(""))
