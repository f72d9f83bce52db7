"""Two nodes as the same part of either edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.renvooi.vergelijking.knopen import Knoop, onder

if TYPE_CHECKING:
    from collections.abc import Iterable


def verbind(oud: Knoop, nieuw: Knoop) -> None:
    """Say of two nodes that they are the same part."""
    oud.paar, nieuw.paar = nieuw, oud


def verbind_geheel(oud: Knoop, nieuw: Knoop) -> None:
    """Pair two nodes with equal contents, and all under them."""
    verbind(oud, nieuw)
    for left, right in zip(oud.kinderen, nieuw.kinderen, strict=True):
        verbind_geheel(left, right)


def vrij(knopen: Iterable[Knoop]) -> list[Knoop]:
    """Return the nodes without a pair."""
    return [knoop for knoop in knopen if knoop.paar is None]


def heel_vrij(knoop: Knoop) -> bool:
    """Tell whether neither a node nor anything under it has a pair."""
    return all(part.paar is None for part in onder(knoop))
