"""Two rows of numbers laid beside each other, in bounded time and memory."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq, Opcode, Opcodes

if TYPE_CHECKING:
    from collections.abc import Sequence

_Code = tuple[str, int, int, int, int]  # what it is; from and up to where, in the old and the new

# The longest common subsequence takes time and memory by the product of the lengths: 30,000 words
# against as many take half a second and 110 MB. No alinea and no deel comes near that.
HOOGSTENS = 900_000_000


def naast_elkaar(oud: Sequence[int], nieuw: Sequence[int], hoogstens: int = HOOGSTENS) -> Opcodes:
    """Return what is equal in two rows, as much as can be, and what differs.

    Of rows that are too long for that, only what they begin and end with alike is equal.
    """
    if len(oud) * len(nieuw) <= hoogstens:
        return LCSseq.opcodes(oud, nieuw)
    begin = _gelijk(oud, nieuw)
    end = _gelijk(oud[begin:][::-1], nieuw[begin:][::-1])
    left, right = len(oud) - end, len(nieuw) - end
    codes = (
        ("equal", 0, begin, 0, begin),
        ("delete", begin, left, begin, begin),
        ("insert", left, left, begin, right),
        ("equal", left, len(oud), right, len(nieuw)),
    )
    found: list[Opcode | _Code] = [c for c in codes if (c[1], c[3]) != (c[2], c[4])]
    return Opcodes(found, len(oud), len(nieuw))


def _gelijk(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many numbers two rows begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
