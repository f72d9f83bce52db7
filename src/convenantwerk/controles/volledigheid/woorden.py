"""Finds the eisen that an alinea answers, by words; `eisen` tells how those are written."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convenantwerk.basis.waarde import waarde
from convenantwerk.controles.volledigheid.eisen import SOORTWOORDEN
from convenantwerk.controles.volledigheid.lijsten import EISENLIJSTEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_WOORD = re.compile(r"[^\W_]+")
_ZIN = re.compile(r"(?<=[.!?;])\s")
_NIET = "!"
_HEEL = "_"  # behind a word that is not the beginning of another


@waarde
class Vorm:
    """One way in which words show an eis: all of `met` together, and none of `zonder`."""

    eis: str
    met: frozenset[str]
    zonder: frozenset[str]


class Woordvinder:
    """Finds the eisen of some lists.

    A word is looked up once, however often it is there: what it begins with is in a table of
    beginnings. Only the forms are tried whose first beginning is there.
    """

    def __init__(self, vormen: Mapping[str, tuple[Vorm, ...]]) -> None:
        self._vormen = vormen
        alle = [vorm for rij in vormen.values() for vorm in rij]
        self._begin: dict[str, set[str]] = {}
        for vorm in alle:
            for naam in (*vorm.met, *vorm.zonder):
                for begin in SOORTWOORDEN.get(naam, (naam,)):
                    self._begin.setdefault(begin, set()).add(naam)
        self._lengten = sorted({len(begin) for begin in self._begin if begin[-1] != _HEEL})
        self._bekend: dict[str, frozenset[str]] = {}

    def eisen_in(self, tekst: str) -> frozenset[str]:
        """Return the keys of the eisen that the words of one alinea answer."""
        zinnen = _ZIN.split(tekst.lower())
        return frozenset(eis for zin in zinnen for eis in self._eisen_in(zin))

    def _eisen_in(self, zin: str) -> Iterator[str]:
        namen: set[str] = set()
        for woord in set(_WOORD.findall(zin)):
            if woord not in self._bekend:
                self._bekend[woord] = frozenset(self._namen(woord))
            namen |= self._bekend[woord]
        for naam in namen:
            for vorm in self._vormen.get(naam, ()):
                if vorm.met <= namen and not vorm.zonder & namen:
                    yield vorm.eis

    def _namen(self, woord: str) -> set[str]:
        found = set(self._begin.get(woord + _HEEL, ()))
        for lengte in self._lengten:
            if lengte > len(woord):
                break
            found |= self._begin.get(woord[:lengte], set())
        return found


@cache
def woordvinder(lijsten: tuple[str, ...]) -> Woordvinder:
    """Return what finds the eisen of lists, by their keys."""
    vormen: dict[str, list[Vorm]] = {}
    for lijst in lijsten:
        for eis in EISENLIJSTEN[lijst].eisen:
            for woorden in eis.woorden:
                eerste, vorm = _vorm(eis.sleutel, woorden)
                vormen.setdefault(eerste, []).append(vorm)
    return Woordvinder({naam: tuple(rij) for naam, rij in vormen.items()})


def _vorm(eis: str, woorden: str) -> tuple[str, Vorm]:
    """Return a form, and the most telling of its words: those that all texts have come last."""
    parts = woorden.split()
    met = [part for part in parts if not part.startswith(_NIET)]
    zonder = frozenset(part[1:] for part in parts if part.startswith(_NIET))
    eerste = min(met, key=lambda part: (part in SOORTWOORDEN, -len(part)))
    return eerste, Vorm(eis, frozenset(met), zonder)
