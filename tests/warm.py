"""One warm press: what is loaded of a house style is loaded once, however many tests use it.

A command makes its own press, and a real one is used for many papers. To compile its templates,
read its fonts and parse its style sheets takes longer than to lay out a letter, and to lay out the
text of a convenant takes longer than all the rest of most commands. So presses, and pages, of
equal house styles share what they keep, and an equal document is laid out and written once, over
all runs (`vellen`). A test of the press itself, or of the same bytes coming twice, asks for `koud`.

Equal files of a dossier are read once too: most commands read the whole text, which takes longer
than what they do with it. Each gets a copy, so that what one does with it another does not see; the
tests of reading itself call it by its own name, and read anew.

A command makes its papers in a process of its own, in which all would be loaded anew; so here they
are made in this one. What the other process adds is tried in `tests/papier/test_processen.py`.
"""

from __future__ import annotations

import pickle
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unittest import mock

from tests import vellen

from convenantwerk.dossier.registertabel import Register
from convenantwerk.papier import processen
from convenantwerk.papier.layout import Layout, Press
from convenantwerk.papier.pers import Thuispers
from convenantwerk.papier.sjablonen import Pages
from convenantwerk.tekst import lezen

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from convenantwerk.papier.document import Document
    from convenantwerk.papier.huisstijl import Huisstijl
    from convenantwerk.papier.typesetter import Finisher

_STIJLEN = 8  # that are kept; tests that change one make dozens, and fonts are large
_TEKSTEN = 1_000  # files that are kept
_bewaard: dict[Hashable, dict[str, Any]] = {}
_koud: list[bool] = []


@contextmanager
def warme_pers() -> Iterator[None]:
    """Let presses and pages of equal house styles share what they keep."""
    with (
        mock.patch.object(Press, "__init__", _delend(Press.__init__)),
        mock.patch.object(Pages, "__init__", _delend(Pages.__init__)),
        mock.patch.object(Press, "layout", _onthoudend(Press.layout)),
        mock.patch.object(Press, "write", _schrijft_eens(Press.write)),
        mock.patch.object(processen, "Werkpers", Thuispers),
        mock.patch.object(lezen, "lees_tekst", _leest_eens(lezen.lees_tekst)),
        mock.patch.object(lezen, "lees_fragment", _leest_eens(lezen.lees_fragment)),
        mock.patch.object(Register, "lees", _leest_eens(Register.lees)),
    ):
        yield


@contextmanager
def koude_pers() -> Iterator[None]:
    """Let each press that is made now begin with nothing, and share nothing."""
    _koud.append(True)
    try:
        yield
    finally:
        _koud.pop()


def _delend(begin: Callable[..., None]) -> Callable[..., None]:
    def deel(self: Any, huisstijl: Huisstijl, **options: bool) -> None:
        if _koud:
            begin(self, huisstijl, **options)
            return
        files = frozenset(huisstijl.bestanden.items()), frozenset(huisstijl.paden.items())
        key = (type(self), files, frozenset(options.items()))
        kept = _bewaard.pop(key, None)
        if kept is None:
            begin(self, huisstijl, **options)
            kept = self.__dict__
        _bewaard[key] = self.__dict__ = kept  # the last that was used is the last to go
        while len(_bewaard) > _STIJLEN:
            del _bewaard[next(iter(_bewaard))]

    return deel


def _onthoudend(layout: Callable[[Press, Document], Layout]) -> Callable[..., Layout]:
    def onthoud(self: Press, document: Document) -> Layout:
        if _koud:
            return layout(self, document)
        naam = _naam(self, document)
        kept = vellen.lees(naam)
        if kept is not None:
            return vellen.Vel(kept[0], kept[1], document, lambda: layout(self, document))
        made = layout(self, document)
        vellen.bewaar(naam, made, None)
        return made

    return onthoud


def _schrijft_eens(write: Callable[[Press, Layout, Finisher], bytes]) -> Callable[..., bytes]:
    def onthoud(self: Press, layout: Layout, finisher: Finisher) -> bytes:
        if _koud:
            return write(self, layout, finisher)
        naam = _naam(self, layout.document)
        kept = vellen.lees(naam)
        if kept is not None and kept[2] is not None:
            return kept[2]
        made = write(self, layout, finisher)
        vellen.bewaar(naam, layout, made)
        return made

    return onthoud


def _naam(press: Press, document: Document) -> str:
    shared = vars(press)
    if "stijl" not in shared:
        shared["stijl"] = vellen.vingerafdruk(press.huisstijl)
    return vellen.sleutel(document, shared["stijl"])


def _leest_eens(lees: Callable[..., Any]) -> Callable[..., Any]:
    @lru_cache(maxsize=_TEKSTEN)
    def gelezen(*args: Hashable) -> bytes:
        return pickle.dumps(lees(*args))

    def onthoud(*args: Hashable) -> Any:
        return pickle.loads(gelezen(*args))

    return onthoud
