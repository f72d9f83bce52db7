"""Which file of a page is at fault when its layout breaks off, and the error that says so."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from convenantwerk.papier.bezig import Stap, TeVeelError
from convenantwerk.papier.grenzen import eigen, mislukt, reden_van, te_veel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convenantwerk.basis.errors import ConvenantwerkError
    from convenantwerk.papier.huisstijl import Huisstijl

_LETTERS = (".otf", ".ttf", ".woff", ".woff2")
# What is being done in a module of a library, and to which files.
_WAAR: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("weasyprint.svg", (".svg",)),
    ("weasyprint.images", (".svg", ".png", ".jpg", ".jpeg")),
    ("PIL", (".png", ".jpg", ".jpeg")),
    ("fontTools", _LETTERS),
    ("weasyprint.text.fonts", _LETTERS),
    ("weasyprint.pdf.fonts", _LETTERS),
)


def afgebroken(
    huisstijl: Huisstijl, error: Exception, namen: Iterable[str], stuk: str
) -> ConvenantwerkError:
    """Return the error that the layout of a paper broke off.

    Args:
        huisstijl: the files.
        error: why.
        namen: those that the page uses.
        stuk: the paper.
    """
    own = eigen(huisstijl)
    stap = Stap("opmaken", _beperkt(error, tuple(naam for naam in namen if naam in own)))
    if isinstance(error, TeVeelError):
        return te_veel(huisstijl, stap, error.waarvan, stuk=stuk)
    if isinstance(error, MemoryError):
        return te_veel(huisstijl, stap, "geheugen", stuk=stuk)
    return mislukt(huisstijl, stap, reden_van(error), stuk=stuk)


def _beperkt(error: Exception, namen: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what was not being worked on, by where the error arose."""
    modules = {
        str(frame.f_globals.get("__name__", ""))
        for frame, _ in traceback.walk_tb(error.__traceback__)
    }
    for begin, suffixes in _WAAR:
        if any(module == begin or module.startswith(f"{begin}.") for module in modules):
            found = tuple(naam for naam in namen if naam.endswith(suffixes))
            if found:
                return found
    return namen
