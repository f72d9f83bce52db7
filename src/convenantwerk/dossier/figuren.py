"""The figures of a text: where they are called, and which files they are."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.basis.files import entries
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
    from pathlib import Path

    from convenantwerk.tekst.adressen import Part
    from convenantwerk.tekst.boom import Blok

BESCHADIGD = "het bestand is beschadigd of geen PNG of JPEG; sla de figuur opnieuw op"
_FIGUURSOORTEN = (".png", ".jpg", ".jpeg")
_PNG = (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82")
_JPEG = (b"\xff\xd8\xff", b"\xff\xd9")


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


def zoek_figuur(root: Path, textfile: Path, figuur: Figuur) -> tuple[Path | None, str]:
    """Return the file of a figure, None when it cannot be; and what to do then.

    Args:
        root: the folder of the dossier, in which the file must be.
        textfile: the text that calls it.
        figuur: the figure.
    """
    path = textfile.parent / figuur.pad
    suffix = PurePosixPath(figuur.pad).suffix.lower()
    if suffix not in _FIGUURSOORTEN or not _is_below(path, root):
        return None, "gebruik een .png of .jpg in de map van het dossier"
    if not is_file(path):
        names = [entry.name for entry in entries(path.parent)]
        return None, bedoelde(path.name, names) or "zet het bestand op deze plaats"
    return path, ""


def is_picture(data: bytes) -> bool:
    """Tell whether a file begins and ends as a PNG or JPEG does: a copy cut short does not."""
    return any(
        data.startswith(start) and data.rstrip(b"\0").endswith(end) for start, end in (_PNG, _JPEG)
    )


def _is_below(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except OSError:  # a name that no disk can hold
        return False


def is_file(path: Path) -> bool:
    """Tell whether a file is there; a name that no disk can hold is none."""
    try:
        return path.is_file()
    except OSError:
        return False
