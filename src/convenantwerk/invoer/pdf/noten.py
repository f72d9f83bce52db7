"""Footnotes: small letters at the foot of a page, each with the mark it is called by."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.pdf.letters import HOOG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.invoer.pdf.zetregels import Zetregel

_KLEINER = 0.6  # points: letters of a note are smaller than those of the text by more than this
_MERK_LANGST = 4  # signs of a mark
_MERK = re.compile(r"(\d{1,3}|[*†‡§]{1,3}|[a-z])(?=\s|$)")


class Noot(NamedTuple):
    """A footnote.

    Args:
        merk: what it is called by.
        regels: its lines, the first without its mark; empty when nothing but a mark is there.
        los: whether its mark is a word of its own in the file, and not stuck to the text.
        bladzijde: on which it stands.
        nummer: its line there.
    """

    merk: str
    regels: tuple[Zetregel, ...]
    los: bool
    bladzijde: int
    nummer: int


class Voet(NamedTuple):
    """A page without its notes, its notes, and what goes on of a note of the page before."""

    regels: list[Zetregel]
    noten: list[Noot]
    vervolg: list[Zetregel]


def zonder_noten(regels: Sequence[Zetregel], grootte: float, *, lopend: bool) -> Voet:
    """Return the lines of a page and its notes.

    Args:
        regels: from above to below, without footers.
        grootte: of most letters of the text, in points.
        lopend: whether the page before ended in a note, which may go on here.
    """
    begin = len(regels)
    while begin and regels[begin - 1].grootte < grootte - _KLEINER:
        begin -= 1
    klein = list(regels[begin:])
    if begin == 0:  # a page of small letters has no text for notes to belong to
        return Voet(list(regels), [], [])
    eerste = next((i for i, regel in enumerate(klein) if _merk(regel)), len(klein))
    if eerste == len(klein) or (eerste and not lopend):
        if eerste < len(klein):  # small letters above the notes, that are none
            return Voet([*regels[:begin], *klein[:eerste]], _noten(klein[eerste:]), [])
        return Voet(list(regels), [], [])
    return Voet(list(regels[:begin]), _noten(klein[eerste:]), klein[:eerste])


def _merk(regel: Zetregel) -> str:
    """Return the mark of a note, when a line begins with one."""
    eerste = regel.stroken[0]
    if eerste.stijl & HOOG and len(eerste.tekst) <= _MERK_LANGST:
        return eerste.tekst
    gevonden = _MERK.match(regel.tekst)
    return gevonden[1] if gevonden and len(regel.tekst) > len(gevonden[1]) else ""


def _noten(regels: Sequence[Zetregel]) -> list[Noot]:
    noten: list[Noot] = []
    for regel in regels:
        merk = _merk(regel)
        if merk and (not noten or _volgt(noten[-1].merk, merk)):
            over, los = _zonder_merk(regel, merk)
            noten.append(Noot(merk, over, los, regel.bladzijde, regel.nummer))
        else:
            noten[-1] = noten[-1]._replace(regels=(*noten[-1].regels, regel))
    return noten


def _volgt(voor: str, na: str) -> bool:
    if voor.isdigit() and na.isdigit():
        return int(na) == int(voor) + 1
    return (not na.isdigit() and len(voor) != 1) or na == chr(ord(voor[0]) + 1) or na[0] in "*†‡§"


def _zonder_merk(regel: Zetregel, merk: str) -> tuple[tuple[Zetregel, ...], bool]:
    eerste, *rest = regel.stroken
    if eerste.tekst == merk:
        if not rest:
            return (), True
        return (replace(regel, stroken=tuple(rest)),), rest[0].los
    over = eerste.tekst[len(merk) :]
    strook = eerste._replace(tekst=over.lstrip())
    return (replace(regel, stroken=(strook, *rest)),), over.startswith(" ")
