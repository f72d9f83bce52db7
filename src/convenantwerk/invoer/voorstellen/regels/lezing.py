"""What a bepaling says of one rule."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.dossier.regel import Regel
    from convenantwerk.invoer.voorstellen.bepalingen import Bepaling, Zin


@dataclass(frozen=True, slots=True)
class Lezing:
    """A rule as one bepaling states it.

    Args:
        regel: None when the text speaks of it, and no rule of a dossier can say so.
        zinnen: the sentences that say it.
        twijfel: why a person must decide; "" when the words leave no doubt.
        zijdelings: the sentence is about something else, and says this in passing.
    """

    regel: Regel | None
    zinnen: tuple[Zin, ...]
    twijfel: str = ""
    zijdelings: bool = False


def zoek(zinnen: Iterable[Zin], patroon: re.Pattern[str]) -> list[tuple[Zin, re.Match[str]]]:
    """Return every place in sentences that a pattern fits."""
    return [(zin, match) for zin in zinnen for match in patroon.finditer(zin.tekst)]


def vorm(patroon: str) -> re.Pattern[str]:
    """Return a pattern that does not mind capitals."""
    return re.compile(patroon, re.IGNORECASE)


def in_volgorde(bepaling: Bepaling, zinnen: Iterable[Zin]) -> tuple[Zin, ...]:
    """Return sentences once each, as they stand in the text."""
    used = set(zinnen)
    return tuple(zin for zin in dict.fromkeys(bepaling.zinnen) if zin in used)


# What a text calls itself, so that what is said of another agreement is not taken for it.
DEZE = (
    r"(?:dit|het|deze|de|onderhavige?) (?:\w+-? ?(?:en |en/of )?)?"
    r"(?:\w*convenant|samenwerkings\w*|overeenkomst|regeling|protocol|intentieverklaring)"
)
