"""What was worked out of a dossier and holds until the dossier is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

    from convenantwerk.geopend.geopend import Geopend

T = TypeVar("T")


class Geheugen(Generic[T]):
    """Works something out once for each state of a dossier.

    Args:
        maak: works it out.
        rust_op: gives what it rests on: another object as soon as a file of it is another.
    """

    def __init__(self, maak: Callable[[Geopend], T], rust_op: Callable[[Geopend], object]) -> None:
        self._maak = maak
        self._rust_op = rust_op
        self._bewaard: WeakKeyDictionary[Geopend, tuple[object, T]] = WeakKeyDictionary()

    def __call__(self, geopend: Geopend) -> T:
        """Return it; errors are those of `maak` and `rust_op`, and are not kept."""
        nu = self._rust_op(geopend)
        found = self._bewaard.get(geopend)
        if found is None or found[0] is not nu:
            found = nu, self._maak(geopend)
            self._bewaard[geopend] = found
        return found[1]
