"""What was worked out last, to give it again; what is older is worked out anew."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Laatste(dict[K, V]):
    """A dictionary that forgets what it was given first when it has more than so many."""

    def __init__(self, meest: int) -> None:
        super().__init__()
        self._meest = meest

    def __setitem__(self, key: K, value: V) -> None:
        """Keep a value."""
        super().__setitem__(key, value)
        while len(self) > self._meest:
            del self[next(iter(self))]
