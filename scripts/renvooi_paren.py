"""Pairs of invented texts with every kind of insertion and deletion, at every kind of place.

Word and LibreOffice each have their own idea of where a paragraph ends that came or went; so each
kind is tried by itself, and after that several at once.
"""

from __future__ import annotations

import copy
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

WOORDEN = (
    *("raad", "beslist", "partijen", "dragen", "verslag", "maken", "binnen", "vier", "weken", "na"),
    *("overleg", "begroting", "vaststellen", "toezicht", "houden", "archief", "bewaren", "stukken"),
    *("verzenden", "griffier", "tekent", "besluit"),
)


class Artikel(NamedTuple):
    """An artikel as lists of sentences; a lid is a list too, what leads in first."""

    kop: str
    alinea: list[Any]
    lid: list[Any]
    genest: list[Any]
    rij: list[Any]
    slot: list[Any]


def _zin(random: Random) -> str:
    return " ".join(random.choice(WOORDEN) for _ in range(random.randint(3, 8))).capitalize()


def _artikel(random: Random, number: int) -> Artikel:
    leden = [_lid(random) for _ in range(3)]
    rest = ([_zin(random) for _ in range(3)] for _ in range(3))
    alineas, genest, rijen = rest
    return Artikel(f"{random.choice(WOORDEN)} {number}", alineas, leden, genest, rijen, ["Slot"])


def _lid(random: Random) -> list[str]:
    return [_zin(random) for _ in range(4)]


def markdown(tekst: list[Artikel]) -> str:
    """Return a text as a source file."""
    parts = ["# 1 Kop"]
    for number, artikel in enumerate(tekst, start=1):
        parts.append(f"## Artikel {number} {artikel.kop}")
        parts += [f"{zin}." for zin in artikel.alinea]
        parts.append("\n".join(_lijst(n, lid, artikel) for n, lid in enumerate(artikel.lid, 1)))
        rows = "".join(f"\n| {zin} | {zin[:3]} |" for zin in artikel.rij)
        parts.append(f"| wat | aantal |\n| --- | --- |{rows}" if rows else "")
        parts += [f"{zin} van {artikel.kop}." for zin in artikel.slot]
    return "\n\n".join(filter(None, parts)) + "\n"


def _lijst(number: int, lid: list[str], artikel: Artikel) -> str:
    kop, *onderdelen = lid
    lines = [f"{number}. {kop}:"]
    for n, zin in enumerate(onderdelen):
        sign = "." if n == len(onderdelen) - 1 else "; en" if n == len(onderdelen) - 2 else ";"
        lines.append(f"   {chr(97 + n)}. {zin}{sign}")
        if number == 1 and n == 0:
            lines += [f"      {k}°. {diep};" for k, diep in enumerate(artikel.genest, 1)]
    return "\n".join(lines)


_PLAATSEN = {"eind": 1.0, "begin": 0.0, "midden": 0.5}
_SOORTEN = ("onderdeel", "lid", "genest", "alinea", "rij", "slot", "artikel")
INGREPEN = tuple(product(_PLAATSEN, ("erbij", "weg"), _SOORTEN))


def _ingreep(tekst: list[Artikel], random: Random, ingreep: tuple[str, str, str]) -> None:
    """Put something in, or take something out, at one kind of place somewhere in a text."""
    plaats, wat, soort = ingreep
    artikel = tekst[-1] if soort == "slot" else random.choice(tekst)
    lijst: list[Any] = tekst
    if soort == "onderdeel":
        lijst = random.choice(artikel.lid)
    elif soort != "artikel":
        lijst = getattr(artikel, soort)
    first = 1 if soort == "onderdeel" else 0  # what leads in a list is no part of it
    if wat == "erbij":
        at = first + round(_PLAATSEN[plaats] * (len(lijst) - first))
        lijst[at:at] = [_nieuw(soort, random) for _ in range(random.randint(1, 2))]
    elif len(lijst) > first + (soort != "slot"):
        del lijst[first + round(_PLAATSEN[plaats] * (len(lijst) - first - 1))]


def _nieuw(soort: str, random: Random) -> object:
    if soort == "artikel":
        return _artikel(random, random.randint(10, 99))
    return _lid(random) if soort == "lid" else _zin(random)


def paren(aantal: int) -> Iterator[tuple[str, str, str]]:
    """Yield so many pairs: a name, the old text and the new one.

    First one of each kind, what comes or goes at an end first; then several kinds at once.
    """
    for number in range(aantal):
        random = Random(number)  # noqa: S311  # a trial, not a secret
        oud = [_artikel(random, n) for n in range(1, 4)]
        nieuw = copy.deepcopy(oud)
        kinds = [INGREPEN[number % len(INGREPEN)]]
        if number >= len(INGREPEN):
            kinds += [random.choice(INGREPEN) for _ in range(random.randint(1, 3))]
        for ingreep in kinds:
            _ingreep(nieuw, random, ingreep)
        name = "--".join("-".join(ingreep) for ingreep in kinds)
        yield f"{number:03}-{name}", markdown(oud), markdown(nieuw)
