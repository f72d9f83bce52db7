"""The only module that reads files: strict UTF-8, and a finding for what cannot be read."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.basis.errors import ConvenantwerkError

DOSSIERBESTAND = Path("convenant") / "convenant.yaml"
# Characters that XML or YAML cannot hold, and line ends that no editor shows; always an accident.
_STUURTEKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]")


def find_dossier(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds convenant/convenant.yaml.

    Raises:
        ConvenantwerkError: CV900, there is none.
    """
    for folder in (start, *start.parents):
        if (folder / DOSSIERBESTAND).is_file():
            return folder
    raise ConvenantwerkError("CV900", pad=shown(start))


def shown(path: Path) -> str:
    """Return a path as the user sees it: from the working folder when it lies below that."""
    absolute = path.absolute()
    here = Path.cwd()
    below = absolute.is_relative_to(here)
    return als_tekst(absolute.relative_to(here).as_posix() if below else str(absolute))


def als_tekst(naam: str) -> str:
    """Return the name of a file or folder as text; what of it is none, as the sign for that."""
    return os.fsencode(naam).decode("utf-8", "replace")


class Lezer:
    """Reads files, each of them once: whoever asks again gets what was read then.

    So all that a command says rests on one state of a file, also while somebody edits it.
    """

    def __init__(self) -> None:
        self._gelezen: dict[Path, tuple[bytes | None, tuple[Diagnostic, ...]]] = {}

    def data(self, path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
        """Return what `read_bytes` returned when this file was first asked for."""
        if path not in self._gelezen:
            self._gelezen[path] = read_bytes(path)
        return self._gelezen[path]

    def text(self, path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
        """Return a file as text, None when it is none; and the findings."""
        data, found = self.data(path)
        return (None, found) if data is None else decoded(data, path)

    def veranderd(self) -> bool:
        """Tell whether any file is another by now than when it was read."""
        return any(read_bytes(path)[0] != data for path, (data, _) in self._gelezen.items())

    def vergeet(self, folder: Path) -> None:
        """Forget what was read below a folder."""
        for path in [path for path in self._gelezen if path.is_relative_to(folder)]:
            del self._gelezen[path]


def read_text(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file, None when it cannot be read as text; and the findings."""
    return Lezer().text(path)


def decoded(data: bytes, path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text that bytes of a file hold, None when they hold none; and the findings."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        position = _position_after(path, before)
        return None, (CODES["CV002"].at(position, byte=f"0x{data[error.start]:02x}"),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if match := _STUURTEKEN.search(text):
        position = _position_after(path, text[: match.start()])
        return None, (CODES["CV023"].at(position, teken=f"U+{ord(match.group()):04X}"),)
    return text, ()


def _position_after(path: Path, before: str) -> Position:
    line = before.count("\n") + 1
    return Position(shown(path), line, len(before) - (before.rfind("\n") + 1) + 1)


def read_bytes(path: Path) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return the bytes of a file, None when it cannot be read; and the findings.

    What is neither a file nor a folder is not opened: reading a pipe would never end.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            return path.read_bytes(), ()
        reden = "het is geen gewoon bestand"
    except OSError as error:
        reden = reason(error)
    return None, (CODES["CV001"].at(Position(shown(path)), reden=reden),)


def lees_boom(folder: Path) -> dict[str, Path]:
    """Return all files below a folder by their path from it; nothing when there is no folder."""
    if not folder.is_dir():
        return {}
    inside = folder.resolve()
    files = (
        path
        for path in sorted(folder.rglob("*"))
        # A link that leads out of the folder is not followed: what it leads to is no template.
        if path.is_file() and path.resolve().is_relative_to(inside)
    )
    return {path.relative_to(folder).as_posix(): path for path in files}


def entries(folder: Path) -> list[Path]:
    """Return what a folder holds, sorted; hidden and temporary files left out.

    Raises:
        ConvenantwerkError: CV001, it is there and closed to us; what it holds is not nothing.
    """
    try:
        return sorted(path for path in folder.iterdir() if path.name[0] not in ".~")
    except PermissionError as error:
        raise ConvenantwerkError("CV001", pad=shown(folder), reden=reason(error)) from None
    except OSError:  # not there, or not a folder: then there is nothing to read
        return []


def is_there(path: Path) -> bool:
    """Tell whether anything has that name, be it a folder or a link to nowhere."""
    return os.path.lexists(path)


def reason(error: OSError) -> str:
    """Return in plain Dutch why the system refuses."""
    return _REDENEN.get(error.errno or 0, f"het systeem meldt '{error.strerror}'")


_REDENEN = {
    2: "het bestaat niet",
    13: "u hebt er geen rechten voor",
    1: "u hebt er geen rechten voor",
    17: "er staat al iets met die naam",
    20: "een deel van het pad is een bestand, geen map",
    21: "het is een map, geen bestand",
    28: "de schijf is vol",
    30: "de schijf is alleen-lezen",
    122: "uw ruimte op de schijf is op",
}
