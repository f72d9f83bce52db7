"""One command at a time writes below a folder: who holds the slot, writes; others hear who."""

from __future__ import annotations

import getpass
import os
import platform
import shutil
import stat
from contextlib import contextmanager, suppress
from threading import local
from typing import TYPE_CHECKING

from convenantwerk.basis.disk import is_folder, read_plain
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import shown
from convenantwerk.basis.werkmap import WERKMAP

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from filelock import BaseFileLock

_SLOT = "slot"
_BEZIG = "bezig"
_GEDULD = 5.0  # seconds that a command waits: recording takes far less than one
_WIE = 1000  # bytes of who that is
_POGINGEN = 20  # to be in time before another removes the empty folder of the slot


class _Bezit(local):
    """The slots that this thread holds; another of the same process waits as any other."""

    def __init__(self) -> None:
        self.slots: set[Path] = set()


_van_ons = _Bezit()


@contextmanager
def slot(home: Path, geduld: float | None = None) -> Iterator[None]:
    """Hold the right to write below a folder; who has it already, has it again.

    Args:
        home: the folder.
        geduld: seconds to wait for it; some when None.

    Raises:
        ConvenantwerkError: CV910, another keeps it.
        OSError: the system refuses to write here.
    """
    if home in _van_ons.slots:
        yield
        return
    werkmap = home / WERKMAP
    lock = _genomen(werkmap, _GEDULD if geduld is None else geduld)
    _van_ons.slots.add(home)
    try:
        _meld(werkmap)
        try:
            yield
        finally:
            # Whoever waited for the file sees that it is gone, and waits for the next one.
            for name in (_BEZIG, _SLOT):
                with suppress(OSError):
                    (werkmap / name).unlink()
            with suppress(OSError):  # not when something waits there
                werkmap.rmdir()
    finally:
        _van_ons.slots.discard(home)
        lock.release()


@contextmanager
def bezet(folder: Path) -> Iterator[None]:
    """Show that a folder belongs to a command that still runs, as long as it does."""
    lock = _lock(folder / _SLOT, 0)
    lock.acquire()
    try:
        yield
    finally:
        lock.release()


def maak_leeg(folder: Path) -> None:
    """Remove all that is in a folder of ours but that it is ours; what cannot go, stays."""
    for path in _inhoud(folder):
        if is_folder(path):
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def is_leeg(folder: Path) -> bool:
    """Tell whether there is nothing in a folder but whose it is, or was."""
    return not _inhoud(folder)


def _inhoud(folder: Path) -> list[Path]:
    with suppress(OSError):
        return [path for path in folder.iterdir() if path.name != _SLOT]
    return []


def is_verlaten(folder: Path) -> bool:
    """Tell whether the command to which a folder belonged runs no more."""
    try:
        with bezet(folder):
            return True
    except OSError:  # a TimeoutError too
        return False


def _lock(path: Path, geduld: float) -> BaseFileLock:
    from filelock import FileLock  # noqa: PLC0415  only commands that write need it

    return FileLock(path, timeout=geduld, poll_interval=0.01, is_singleton=False)


def _genomen(werkmap: Path, geduld: float) -> BaseFileLock:
    lock = _lock(werkmap / _SLOT, geduld)
    for poging in range(_POGINGEN):
        with suppress(FileExistsError):
            werkmap.mkdir()
        try:
            if not stat.S_ISDIR(os.lstat(werkmap).st_mode):
                raise NotADirectoryError(20, "", str(werkmap))
            lock.acquire()
        except TimeoutError as error:
            wie = _wie(werkmap)
            raise ConvenantwerkError("CV910", pad=shown(werkmap.parent), wie=wie) from error
        # Who was done with it took it away just now, or between two looks of the lock at it.
        except (FileNotFoundError, FileExistsError):
            if poging == _POGINGEN - 1:
                raise
        else:
            break
    return lock


def _meld(werkmap: Path) -> None:
    """Write down who holds the slot, for who waits for it."""
    wie = f"{_gebruiker()} op {platform.node() or 'deze computer'}, proces {os.getpid()}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    with suppress(OSError):  # it is a courtesy
        handle = os.open(werkmap / _BEZIG, flags, 0o666)
        try:
            os.write(handle, wie.encode(errors="replace"))
        finally:
            os.close(handle)


def _gebruiker() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, no such module
        return "een onbekende gebruiker"


def _wie(werkmap: Path) -> str:
    text = (read_plain(werkmap / _BEZIG, _WIE) or b"").decode(errors="replace")
    return "".join(c for c in text if c.isprintable()) or "wie, is niet te zeggen"
