"""A file that a user names, as brokken and as the files of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import read_bytes, shown
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.grenzen import KLEINER, weiger
from convenantwerk.invoer.herkennen import herken

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.invoer.brok import Ingelezen, Wens
    from convenantwerk.invoer.formaten import Formaat
    from convenantwerk.invoer.gebouwd import Als, Gebouwd

_GROOTST = 100_000_000  # bytes; readers have bounds of their own on what those hold


def lees_in(path: Path, als: Als, wens: Wens, naam: str = "") -> tuple[Ingelezen, Gebouwd]:
    """Return a file as it was read, and the files of a text that it makes.

    Args:
        path: the file.
        als: what it is.
        wens: what the user said beforehand about how it is read.
        naam: what the user calls it, when that is not its path.

    Raises:
        OnleesbaarError: CV001, it cannot be read; CV951, it is too large, or holds no text; CV953,
            it is of a kind that is not imported; or what its reader finds wrong with it.
    """
    getoond = naam or shown(path)
    formaat, data = _geopend(path, getoond)
    ingelezen = formaat.lezer()(data, getoond, wens)
    gebouwd = bouw(ingelezen, als) if ingelezen.woorden else None
    if gebouwd is None or not gebouwd.bestanden:
        tip = "is het een scan, sla hem dan op als PDF, of maak er met een scanner tekst van"
        weiger(getoond, "er staat geen tekst in", tip)
    return ingelezen, gebouwd


def _geopend(path: Path, getoond: str) -> tuple[Formaat, bytes]:
    """Return the bytes of a file and the format that is in them, whatever it is called."""
    data, found = read_bytes(path, _GROOTST + 1)
    if data is None:
        raise OnleesbaarError(found)
    if len(data) > _GROOTST:
        weiger(getoond, f"het is groter dan {_GROOTST // 1_000_000} MB", KLEINER)
    return herken(data, getoond), data
