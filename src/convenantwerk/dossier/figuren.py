"""The figures of a text: where they are called, and which files they are."""

from __future__ import annotations

from os.path import normpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.tekst.boom import (
    Element,
    Figuur,
    Onderdeel,
    alle_blokken,
    blokken,
    elementen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.lezer import Lezer
    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Blok

FIGUURSOORTEN = (".png", ".jpg", ".jpeg")


def figuren_in(part: Part) -> Iterator[Figuur]:
    """Yield the figures in a part of a text, however deep."""
    return (blok for blok in _alle_blokken(part) if isinstance(blok, Figuur))


def _alle_blokken(part: Part) -> Iterator[Blok]:
    match part:
        case Element():
            for element in elementen([part]):
                yield from alle_blokken(blokken(element))
        case Onderdeel():
            yield from alle_blokken(part.inhoud)
        case _:
            yield part


def zoek_figuur(lezer: Lezer, textfile: Path, figuur: Figuur) -> tuple[Path | None, str]:
    """Return the file of a figure, None when it cannot be; and what to do then.

    Args:
        lezer: what reads the files of the dossier, in which it must be.
        textfile: the text that calls it.
        figuur: the figure.
    """
    path = Path(normpath(textfile.parent / figuur.pad))
    suffix = PurePosixPath(figuur.pad).suffix.lower()
    if suffix not in FIGUURSOORTEN or not lezer.mag(path):
        return None, "gebruik een .png of .jpg in de map van het dossier"
    if not lezer.is_er(path):
        names = [entry.name for entry in lezer.entries(path.parent).bestanden]
        return None, bedoelde(path.name, names) or "zet het bestand op deze plaats"
    return path, ""
