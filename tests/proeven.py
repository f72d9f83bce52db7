"""What the suite tries of a fact that has many cases; scripts/proef_lang tries them all.

A few stay in the suite, so that it fails when what they are about breaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Geval = TypeVar("Geval")

# For a test that goes through a table: one in six of its rows, and all of them.
steekproef = pytest.mark.parametrize(
    "keuze",
    [
        pytest.param(slice(None, None, 6), id="enkele"),
        pytest.param(slice(None), id="alle", marks=pytest.mark.proef),
    ],
)


def gekozen(gevallen: Mapping[str, Geval], keuze: slice) -> dict[str, Geval]:
    """Return the rows of a table that a test with `steekproef` goes through."""
    return dict(list(gevallen.items())[keuze])


def in_de_proef(
    gevallen: Iterable[Any], *, behalve: Iterable[Any] = (), om_de: int = 0
) -> list[Any]:
    """Return cases for `parametrize`, of which most are for the proof.

    Args:
        gevallen: the cases; of one with several values the first is its name.
        behalve: the names of those that the suite tries too.
        om_de: the suite tries the first of every so many.
    """
    suite = list(behalve)
    return [
        pytest.param(*values)
        if values[0] in suite or (om_de and number % om_de == 0)
        else pytest.param(*values, marks=pytest.mark.proef)
        for number, values in enumerate(
            geval if isinstance(geval, tuple) else (geval,) for geval in gevallen
        )
    ]
