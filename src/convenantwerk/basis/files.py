"""Files that a user names, and what all reading shares: paths, text in UTF-8, reasons in Dutch."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from unicodedata import category

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Diagnostic, Position
from convenantwerk.basis.errors import ConvenantwerkError

DOSSIERBESTAND = Path("convenant") / "convenant.yaml"
SJABLONEN = "templates"  # the folder of a dossier with its own
# Characters that XML or YAML cannot hold, and line ends that no editor shows; always an accident.
_BYTE = 0xFF
_BEGIN = 64  # bytes by which one sees in what way letters are stored
_ONZICHTBAAR = ("Cc", "Cf", "Cs", "Zl", "Zp")
_STUURTEKEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x85\u2028\u2029\ufffe\uffff]")


def find_dossier(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds convenant/convenant.yaml.

    Raises:
        ConvenantwerkError: CV900, there is none.
    """
    for folder in (start, *start.parents):
        if is_dossier(folder):
            return folder
    raise ConvenantwerkError("CV900", pad=shown(start))


def is_dossier(folder: Path) -> bool:
    """Tell whether a folder holds convenant/convenant.yaml, or closes the way to it.

    Whether that can be read is told by who reads it: a dossier that is closed is not no dossier.
    """
    try:
        os.lstat(folder / DOSSIERBESTAND)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def shown(path: Path) -> str:
    """Return a path as the user sees it: from the working folder when it lies below that."""
    absolute = path.absolute()
    here = Path.cwd()
    return leesbaar(
        absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else str(absolute)
    )


def zonder_map(root: Path, text: str) -> str:
    """Return a text in which the files of a dossier are named from its folder."""
    naam = shown(root)
    return text if naam == "." else text.replace(f"{naam}/", "")


def mapnaam(folder: Path) -> str:
    """Return the name of a folder, by which a dossier is called."""
    return leesbaar(folder.resolve().name)


def leesbaar(naam: str) -> str:
    """Return a name that can be printed and seen: what is no text in it is shown by its code."""
    return naam if is_text(naam) else "".join(c if is_text(c) else _code(c) for c in naam)


def _code(character: str) -> str:
    byte = ord(character) - 0xDC00  # how Python keeps a byte that is no UTF-8
    return f"\\x{byte:02x}" if 0 < byte <= _BYTE else f"\\u{ord(character):04x}"


def is_text(naam: str) -> bool:
    """Tell whether a name of a file is text: no bytes that are no UTF-8, nothing invisible."""
    return naam.isprintable() or not any(category(c) in _ONZICHTBAAR for c in naam)


def read_text(path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of a file that a user names, None when it is none; and the findings."""
    data, found = read_bytes(path)
    return (None, found) if data is None else decoded(data, path)


def decoded(data: bytes, path: Path) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text that bytes of a file hold, None when they hold none; and the findings."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_geen_utf8(data, error.start, path),)
    if _is_utf16(data):  # without a mark before it, which is UTF-8 with a NUL behind each letter
        return None, (_geen_utf8(data, data.find(b"\0"), path),)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if match := _STUURTEKEN.search(text):
        position = _position_after(path, text[: match.start()])
        return None, (CODES["CV023"].at(position, teken=f"U+{ord(match.group()):04X}"),)
    return text, ()


def _geen_utf8(data: bytes, plek: int, path: Path) -> Diagnostic:
    """Return the finding for the first byte that is no UTF-8, with what the file looks like."""
    position = _position_after(path, data[:plek].decode("utf-8"))
    codering = "UTF-16 (in Windows: Unicode)" if _is_utf16(data) else "Windows-1252 (ANSI)"
    return CODES["CV002"].at(position, byte=f"0x{data[plek]:02x}", codering=codering)


def _is_utf16(data: bytes) -> bool:
    """Tell whether bytes look like UTF-16: with its mark, or with a NUL for every letter."""
    begin = data[:_BEGIN]
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or begin.count(0) > len(begin) // 3


def _position_after(path: Path, before: str) -> Position:
    line = before.count("\n") + 1
    return Position(shown(path), line, len(before) - (before.rfind("\n") + 1) + 1)


def read_bytes(
    path: Path, hoogstens: int | None = None
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return the bytes of a file that a user names, None when it cannot be read; and the findings.

    It may lie anywhere and be a link; what a dossier itself holds is read by a `Lezer`. What is
    neither a file nor a folder is not opened: reading a pipe would never end. Of a file that is
    larger than `hoogstens` only so many bytes are read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
            if hoogstens is None:
                return path.read_bytes(), ()
            with path.open("rb") as stream:
                return stream.read(hoogstens), ()
        reden = "het is geen gewoon bestand"
    except OSError as error:
        reden = reason(error)
    except ValueError:  # a NUL in it, or half a character
        reden = "zo kan een bestand niet heten"
    return None, (CODES["CV001"].at(Position(shown(path)), reden=reden),)


def lees_boom(folder: Path) -> dict[str, Path]:
    """Return all files below a folder of the program itself, by their path from it."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path for path in files}


def namen_in(folder: Path) -> list[str]:
    """Return what a folder that a user names holds, in order.

    Raises:
        OSError: it is not there, is no folder, or cannot be read.
    """
    return sorted(path.name for path in folder.iterdir())


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
    5: "de schijf meldt een leesfout",
    17: "er staat al iets met die naam",
    20: "een deel van het pad is een bestand, geen map",
    21: "het is een map, geen bestand",
    28: "de schijf is vol",
    30: "de schijf is alleen-lezen",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "koppelingen verwijzen naar elkaar",
    122: "uw ruimte op de schijf is op",
}
