"""Of which words, at its place, a finding speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic

_AANHALING = re.compile(r"'([^'\n]+)'")
_VELD = re.compile(r"\[[^\]\n]*\]")
_MERK = re.compile(r"[\W_]*")  # a dash, the signs of a heading


LANGST = 1_000  # characters of a text that are looked at: more than any words have


def aangehaald(found: Diagnostic, vanaf: str) -> tuple[int, int]:
    """Return where in a text the words begin and end that a finding is about; (0, 0) for none.

    Args:
        found: the finding.
        vanaf: what stands from its place on. Words that go on after that count as far as they go.
    """
    vanaf = vanaf[:LANGST]
    rest = vanaf.rstrip()
    match = _MERK.match(vanaf)
    for woorden in genoemd(found):
        for begin in dict.fromkeys((0, match.end() if match else 0)):
            if vanaf.startswith(woorden, begin):
                return begin, begin + len(woorden)
            if begin < len(rest) and woorden.startswith(
                f"{rest[begin:]} "
            ):  # the line ends in them
                return begin, len(rest)
    veld = _VELD.match(vanaf)
    return (0, veld.end()) if veld else (0, 0)


def genoemd(found: Diagnostic) -> Iterator[str]:
    """Yield the words that a finding names, those that it is about first."""
    if found.onderwerp:
        yield found.onderwerp
    yield from _AANHALING.findall(found.melding)
