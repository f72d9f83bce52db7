"""What differs between two parts that is not in their words: columns of a table, a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.tekst.boom import Figuur, Tabel
from convenantwerk.tekst.citeren import rangtelwoord

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.renvooi.vergelijking.knopen import Knoop

_STAAT = {"links": "links", "midden": "in het midden", "rechts": "rechts"}


def opmaak(oud: Knoop, nieuw: Knoop) -> tuple[str, ...]:
    """Return how the parts of a pair differ besides their words, each as a clause in Dutch."""
    was, wordt = oud.plek.part, nieuw.plek.part
    match was, wordt:
        case Tabel(), Tabel():
            return tuple(_kolommen(was, wordt))
        case Figuur(), Figuur() if oud.feiten != nieuw.feiten:
            return tuple(_figuur(was, wordt, is_ander=oud.feiten[-1] != nieuw.feiten[-1]))
    return ()


def _kolommen(was: Tabel, wordt: Tabel) -> Iterator[str]:
    sides = zip(was.uitlijning, wordt.uitlijning, strict=True)
    for number, (before, now) in enumerate(sides, start=1):
        if before != now:
            staat = f"{_STAAT[now]} in plaats van {_STAAT[before]}"
            yield f"de {rangtelwoord(number)} kolom staat {staat}"


def _figuur(was: Figuur, wordt: Figuur, *, is_ander: bool) -> Iterator[str]:
    if is_ander:
        yield f"de afbeelding “{wordt.alt or wordt.pad}” is een andere"
    if was.alt != wordt.alt:
        yield f"de beschrijving van de afbeelding is “{wordt.alt}” in plaats van “{was.alt}”"
    if was.pad != wordt.pad:
        yield f"het bestand van de afbeelding is {wordt.pad} in plaats van {was.pad}"
