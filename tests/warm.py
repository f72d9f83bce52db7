"""One warm press: what is loaded of a house style is loaded once, however many tests use it.

A command makes its own press, and a real one is used for many papers. To compile its templates,
read its fonts and parse its style sheets takes longer than to lay out a letter; a test that makes
one paper would spend its time on that. So presses, and pages, of equal house styles share what
they keep.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

from convenantwerk.papier.layout import Press
from convenantwerk.papier.sjablonen import Pages

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from convenantwerk.papier.huisstijl import Huisstijl

_MEEST = 8  # house styles; tests that change one make dozens, and fonts are large
_bewaard: dict[Hashable, dict[str, Any]] = {}


@contextmanager
def warme_pers() -> Iterator[None]:
    """Let presses and pages of equal house styles share what they keep."""
    with (
        mock.patch.object(Press, "__init__", _delend(Press.__init__)),
        mock.patch.object(Pages, "__init__", _delend(Pages.__init__)),
    ):
        yield


@contextmanager
def koude_pers() -> Iterator[None]:
    """Let presses that are made now begin with nothing."""
    with mock.patch.dict(_bewaard, clear=True):
        yield


def _delend(begin: Callable[..., None]) -> Callable[..., None]:
    def deel(self: Any, huisstijl: Huisstijl, **options: bool) -> None:
        files = frozenset(huisstijl.bestanden.items()), frozenset(huisstijl.paden.items())
        key = (type(self), files, frozenset(options.items()))
        if key not in _bewaard:
            begin(self, huisstijl, **options)
            while len(_bewaard) >= _MEEST:
                _bewaard.pop(next(iter(_bewaard)))
            _bewaard[key] = self.__dict__
        self.__dict__ = _bewaard[key]

    return deel
