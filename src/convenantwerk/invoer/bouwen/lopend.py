"""Inline content of a brok as the text tree wants it: runs of characters, and what holds them.

Readers give what they find: spaces in bold, three kinds of white space, emphasis cut in pieces by
their format. Here it becomes one form: the same characters, in the same emphasis, of which what
cannot be seen is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.bouwen.velden import Stuk, met_velden
from convenantwerk.tekst.boom import (
    DIEPTE,
    Inline,
    Invulveld,
    Nadruk,
    Regeleinde,
    Tekst,
    Verwijzing,
    Voetnoot,
)
from convenantwerk.tekst.markdown import kan_zweven
from convenantwerk.tekst.spaties import SPATIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.bouwen.velden import Stijl

Inhoud = tuple[Inline, ...]
_VOLGORDE: tuple[Stijl, ...] = ("vet", "cursief", "hoog", "laag")
# Spaces of every kind become ordinary: what must stay together, the papers know by themselves.
_WIT = re.compile(rf"[ \t\r\f\v\u2028\u2029{SPATIES}]+")


def opgeschoond(inhoud: Iterable[Inline]) -> Inhoud:
    """Return inline content in the one form: white space single, emphasis round words, velden."""
    return _boom(met_velden(_zonder_wit(_plat(inhoud, frozenset(), 0))), frozenset())


def geknipt(inhoud: Inhoud, begin: int, einde: int | None = None) -> Inhoud:
    """Return the characters from one place to another, counted as `boom.plain` gives them.

    All notes go with the last part: none is lost that is called in a mark.
    """
    stukken: list[Stuk] = []
    at = 0
    for stuk in _plat(inhoud, frozenset(), 0):
        lengte = len(stuk.tekst)
        links = max(begin - at, 0)
        rechts = lengte if einde is None else min(einde - at, lengte)
        if stuk.noot is not None:
            stukken += [stuk] if einde is None else []
        elif links < rechts:
            stukken.append(replace(stuk, tekst=stuk.tekst[links:rechts]))
        at += lengte
    return _boom(met_velden(_zonder_wit(stukken)), frozenset())


def zonder(inhoud: Inhoud, *soorten: Stijl) -> Inhoud:
    """Return inline content without emphasis of these kinds."""
    weg = frozenset(soorten)
    stukken = [replace(stuk, stijl=stuk.stijl - weg) for stuk in _plat(inhoud, frozenset(), 0)]
    return _boom(met_velden(_zonder_wit(stukken)), frozenset())


def op_een_regel(inhoud: Inhoud) -> Inhoud:
    """Return inline content with spaces for its line breaks."""
    stukken = [
        replace(stuk, tekst=stuk.tekst.replace("\n", " ")) for stuk in _plat(inhoud, frozenset(), 0)
    ]
    return _boom(met_velden(_zonder_wit(stukken)), frozenset())


def regels(inhoud: Inhoud) -> list[Inhoud]:
    """Return inline content cut at its line breaks."""
    gevonden: list[list[Stuk]] = [[]]
    for stuk in _plat(inhoud, frozenset(), 0):
        if stuk.tekst == "\n":
            gevonden.append([])
        else:
            gevonden[-1].append(stuk)
    return [_boom(met_velden(_zonder_wit(stukken)), frozenset()) for stukken in gevonden]


def geheel(inhoud: Inhoud, soort: Stijl) -> bool:
    """Tell whether all its words stand in this emphasis."""
    stukken = [s for s in _plat(inhoud, frozenset(), 0) if s.tekst.strip()]
    return bool(stukken) and all(soort in stuk.stijl for stuk in stukken)


def gelijk(een: Iterable[Inline], ander: Iterable[Inline]) -> bool:
    """Tell whether a reader sees the same: characters, emphasis, notes and placeholders."""
    return _kenmerk(een) == _kenmerk(ander)


def _kenmerk(inhoud: Iterable[Inline]) -> list[tuple[object, ...]]:
    gevonden: list[tuple[object, ...]] = []
    for part in inhoud:
        match part:
            case Tekst(tekst) | Verwijzing(tekst):
                if gevonden and gevonden[-1][0] == "tekst":
                    gevonden[-1] = ("tekst", f"{gevonden[-1][1]}{tekst}")
                else:
                    gevonden.append(("tekst", tekst))
            case Nadruk(soort, binnen):
                gevonden.append((soort, *_kenmerk(binnen)))
            case Invulveld(binnen):
                gevonden.append(("veld", *_kenmerk(binnen)))
            case Voetnoot(merk, binnen):
                gevonden.append(("noot", merk, *_kenmerk(binnen)))
            case Regeleinde():
                gevonden.append(("einde",))
    return gevonden


# --- to runs and back ------------------------------------------------------------------------


def _plat(inhoud: Iterable[Inline], stijl: frozenset[Stijl], diep: int) -> Iterator[Stuk]:
    """Yield the runs of inline content; placeholders as their brackets."""
    for part in inhoud:
        match part:
            case Tekst(tekst) | Verwijzing(tekst):
                if tekst:
                    yield Stuk(tekst.replace("\n", " "), stijl)
            case Regeleinde():
                yield Stuk("\n", stijl)
            case Nadruk(soort, binnen):
                nieuw = stijl | {soort} if diep < DIEPTE else stijl
                yield from _plat(binnen, nieuw, diep + 1)
            case Invulveld(binnen):
                yield Stuk("[", stijl)
                yield from _plat(binnen, stijl, diep + 1)
                yield Stuk("]", stijl)
            case Voetnoot(merk, binnen):
                noot = tuple(_zonder_noten(op_een_regel(tuple(binnen))))
                yield Stuk("", frozenset(), Voetnoot(merk, noot))


def _zonder_noten(inhoud: Inhoud) -> Iterator[Inline]:
    """Yield the text of a note; one that stands in it comes where it is called."""
    for part in inhoud:
        if isinstance(part, Voetnoot):
            yield Tekst(" ")
            yield from part.inhoud
        else:
            yield part


def _zonder_wit(stukken: Iterable[Stuk]) -> list[Stuk]:
    """Return runs with single spaces, none at the ends of lines, and none at the ends of emphasis.

    A space between words of one look has that look, too.
    """
    gevonden: list[Stuk] = []
    vorige = "\n"  # the character before, notes passed over
    for stuk in stukken:
        if not stuk.is_tekst:
            gevonden.append(stuk)
            continue
        tekst = _WIT.sub(" ", stuk.tekst)
        if vorige in " \n":
            tekst = tekst.lstrip(" ") if tekst != "\n" else tekst
        if tekst == "\n":
            if vorige == "\n":
                continue
            _zonder_spatie_aan_het_eind(gevonden)
        if tekst:
            vorige = tekst[-1]
            gevonden += _gedeeld(replace(stuk, tekst=tekst))
    _zonder_spatie_aan_het_eind(gevonden, "\n")
    return _samen(gevonden)


def _zonder_spatie_aan_het_eind(stukken: list[Stuk], ook: str = "") -> None:
    for at in range(len(stukken) - 1, -1, -1):
        if not stukken[at].is_tekst:
            continue
        stukken[at] = replace(stukken[at], tekst=stukken[at].tekst.rstrip(f" {ook}"))
        if stukken[at].tekst:
            return


def _gedeeld(stuk: Stuk) -> Iterator[Stuk]:
    """Yield a run cut in what has its emphasis, and the white space round it, which has none."""
    if not stuk.stijl or stuk.tekst == "\n":
        yield replace(stuk, stijl=frozenset()) if stuk.tekst == "\n" else stuk
        return
    kern = stuk.tekst.strip()
    if not kern:
        yield Stuk(stuk.tekst)
        return
    voor, _, na = stuk.tekst.partition(kern)
    if voor:
        yield Stuk(voor)
    stijl = stuk.stijl
    if not kan_zweven(kern):
        stijl -= {"hoog", "laag"}
    yield Stuk(kern, stijl)
    if na:
        yield Stuk(na)


def _samen(stukken: Sequence[Stuk]) -> list[Stuk]:
    """Return runs of one look as one, with the white space between them."""
    stukken = [stuk for stuk in stukken if stuk.tekst or not stuk.is_tekst]
    gevonden: list[Stuk] = []
    for at, stuk in enumerate(stukken):
        if stuk.is_tekst and not stuk.tekst.strip() and 0 < at < len(stukken) - 1:
            voor, na = gevonden[-1], stukken[at + 1]
            zwevend = {"hoog", "laag"}
            stijl = (voor.stijl & na.stijl) - zwevend if voor.is_tekst and na.is_tekst else None
            nieuw = replace(stuk, stijl=stijl or frozenset())
        else:
            nieuw = stuk
        vorige = gevonden[-1] if gevonden else None
        samen = vorige and vorige.is_tekst and nieuw.is_tekst and vorige.stijl == nieuw.stijl
        if vorige and samen and "\n" not in (vorige.tekst, nieuw.tekst):
            gevonden[-1] = replace(vorige, tekst=vorige.tekst + nieuw.tekst)
        else:
            gevonden.append(nieuw)
    return gevonden


def _boom(stukken: Sequence[Stuk], open_: frozenset[Stijl]) -> Inhoud:
    """Return runs as inline content, in which the longest emphasis is outside."""
    gevonden: list[Inline] = []
    at = 0
    while at < len(stukken):
        stuk = stukken[at]
        nieuw = [stijl for stijl in _VOLGORDE if stijl in stuk.stijl - open_]
        if nieuw:
            einden = {stijl: _einde(stukken, at, stijl) for stijl in nieuw}
            buiten = max(nieuw, key=lambda stijl: (einden[stijl], -_VOLGORDE.index(stijl)))
            binnen = _boom(stukken[at : einden[buiten]], open_ | {buiten})
            gevonden.append(Nadruk(buiten, binnen))
            at = einden[buiten]
            continue
        at += 1
        if stuk.noot is not None:
            gevonden.append(stuk.noot)
        elif stuk.veld is not None:
            gevonden.append(Invulveld(_boom(stuk.veld, open_)))
        elif stuk.tekst == "\n":
            gevonden.append(Regeleinde())
        elif gevonden and isinstance(vorige := gevonden[-1], Tekst):
            gevonden[-1] = Tekst(vorige.tekst + stuk.tekst)
        else:
            gevonden.append(Tekst(stuk.tekst))
    return tuple(gevonden)


def _einde(stukken: Sequence[Stuk], at: int, stijl: Stijl) -> int:
    while at < len(stukken) and stijl in stukken[at].stijl:
        at += 1
    return at
