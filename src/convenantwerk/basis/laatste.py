"""What was worked out last, to give it again; what is older is worked out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

K = TypeVar("K")
V = TypeVar("V")
_MEEST = 24  # the page in the browser can ask for the text of any day


class Laatste(dict[K, V]):
    """A dictionary that forgets what it was given first when it has more than so many."""

    def __init__(self, meest: int = _MEEST) -> None:
        super().__init__()
        self._meest = meest

    def __setitem__(self, key: K, value: V) -> None:
        """Keep a value."""
        super().__setitem__(key, value)
        while len(self) > self._meest:
            del self[next(iter(self))]

    def alleen(self, welke: Callable[[V], object]) -> Laatste[K, V]:
        """Return one with the values of which this is true."""
        kept: Laatste[K, V] = Laatste(self._meest)
        for key, value in self.items():
            if welke(value):
                kept[key] = value
        return kept
