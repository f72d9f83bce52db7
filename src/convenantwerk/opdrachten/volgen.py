"""`convenant controleer --volg`: what is wrong, again after every save, and what that changed."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.files import SJABLONEN
from convenantwerk.opdrachten.bronbestand import erbij

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.controleer import Uitslag

_MAPPEN = ("convenant", "addenda", SJABLONEN)
_BIJEEN = 20  # milliseconds without another change, after which a save is taken to be whole
_UITERLIJK = 200  # milliseconds after which is looked, though files keep changing
# Not every disk tells that a file was saved: one on another computer does not, nor a folder that
# was thrown away and made again. So it is looked at besides, this often.
_VANZELF = 1.0  # seconds


class Ronde(NamedTuple):
    """What was found at one look, and what is otherwise than at the one before it.

    Args:
        uitslag: all findings.
        gekomen: those that are new.
        verdwenen: those that are gone.
        seconden: how long it took to look, from when a change was noticed.
    """

    uitslag: Uitslag
    gekomen: tuple[Diagnostic, ...]
    verdwenen: tuple[Diagnostic, ...]
    seconden: float


def volg(
    geopend: Geopend,
    vind: Callable[[Geopend], Uitslag],
    seinen: Iterable[object] | None = None,
) -> Iterator[Ronde]:
    """Yield what is found in a dossier now, and again each time that its files are otherwise.

    It ends with `seinen`, which by default never do.

    Args:
        geopend: the dossier; only what changed is read anew.
        vind: finds what is wrong in it.
        seinen: one each time that a file may have changed.
    """
    eerder: tuple[Diagnostic, ...] = ()
    luisteraar = iter(_seinen(geopend.root) if seinen is None else seinen)
    is_anders = True
    begin = time.perf_counter()
    while True:
        if is_anders:
            uitslag = vind(geopend)
            nu = uitslag.diagnostics
            duur = time.perf_counter() - begin
            yield Ronde(uitslag, erbij(nu, eerder), erbij(eerder, nu), duur)
            eerder = nu
        if next(luisteraar, None) is None:
            return
        begin = time.perf_counter()
        is_anders = geopend.vernieuw()


def _seinen(root: Path) -> Iterator[object]:
    """Yield something as soon as a file of the dossier is saved, and now and then besides."""
    from watchfiles import watch  # noqa: PLC0415  its loading takes as long as a small check

    while True:
        mappen = [root / naam for naam in _MAPPEN if (root / naam).is_dir()]
        # It gives up where the system has no room to watch so much, or a folder goes meanwhile.
        with suppress(OSError, RuntimeError):
            yield from watch(
                *mappen,
                watch_filter=None,
                debounce=_UITERLIJK,
                step=_BIJEEN,
                rust_timeout=round(_VANZELF * 1000),
                yield_on_timeout=True,
                raise_interrupt=True,
            )
        time.sleep(_VANZELF)
        yield _VANZELF
