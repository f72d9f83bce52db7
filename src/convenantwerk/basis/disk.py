"""Writing that lasts: what these functions have done is still so after the power fails.

A new file is on the disk when its bytes are and when the folder that names it is; so both are
synced. Nothing here follows a link, for a dossier may come from a stranger.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NIEUW = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)  # Windows: bytes are bytes
)
_MAP = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, and sync its bytes; its name is not synced.

    Raises:
        OSError: it is there, or cannot be written.
    """
    handle = os.open(path, _NIEUW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def read_plain(path: Path, most: int) -> bytes | None:
    """Return the bytes of a file, None when it is none, is too large, or only links to one."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode) or found.st_size > most:
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as file:
        return file.read(most)


def sync(folder: Path) -> None:
    """Sync the names in a folder; Windows knows no such thing and keeps them by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, _MAP)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and what of those above it is not there; their names are synced.

    Raises:
        OSError: a file or a link stands in the way, or the system refuses.
    """
    if is_folder(folder):
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    try:
        folder.mkdir()
    except FileExistsError:
        if not is_folder(folder):
            raise
    sync(folder.parent)


def move(source: Path, target: Path) -> set[Path]:
    """Put a file or folder in its place, and return the folders that are to be synced.

    A file that is there is replaced; of a folder that is there, what the source holds. When the
    source is gone, it was moved before. A folder that was emptied so stays for who made it: its
    removal might be safe before what it held is in its place.

    Raises:
        OSError: the system refuses.
    """
    if not os.path.lexists(source):
        return set()
    make_folder(target.parent)
    if not (is_folder(source) and is_folder(target)):
        source.replace(target)
        return {target.parent}
    touched: set[Path] = set()
    for child in sorted(source.iterdir()):
        touched |= move(child, target / child.name)
    return touched


def remove(path: Path) -> set[Path]:
    """Remove a file, if it is there, and return the folders that are to be synced."""
    if not os.path.lexists(path):
        return set()
    path.unlink()
    return {path.parent}


def is_folder(path: Path) -> bool:
    """Tell whether this is a folder, and no link to one."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False
