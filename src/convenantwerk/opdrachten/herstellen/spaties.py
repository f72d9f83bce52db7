"""Spaces that stand where they do not belong, and those that are missing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.opdrachten.herstellen.ingreep import Ingreep, Vraag

_REGELS = (
    (re.compile(r"(?<=\S) {2,}(?=\S)"), " "),
    (re.compile(r"(?<=\S) +(?=[,;.!?](?:\s|\Z)|\))"), ""),
    (re.compile(r"(?<=\() +(?=\S)"), ""),
    (re.compile(r"(?<=[^\W\d_][,;])(?=[^\W\d_]{2})"), " "),
    (re.compile(r"(?<=[^\W\d_]) ?/ ?(?=[^\W\d_])"), "/"),
)


def herstel_spaties(vraag: Vraag) -> Iterator[Ingreep]:
    """Yield the words of findings with their spaces as they belong; no other character changes.

    Two marks behind each other, or a word that stands twice, a person must look at.
    """
    for bevinding in vraag.bevindingen:
        nieuw = bevinding.onderwerp
        for patroon, spatie in _REGELS:
            nieuw = patroon.sub(spatie, nieuw)
        yield from vraag.ingreep(bevinding.position, bevinding.onderwerp, nieuw)
