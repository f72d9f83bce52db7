"""The journal of a folder: what is to change in it changes as a whole, also when the power fails.

```text
.convenant/
  slot, bezig         who writes now (`basis.slot`)
  <naam>/0, 1, …      what a command has ready (and <naam>/slot, as long as it runs)
  journaal            the record: from here on all that it names will be put in its place
```

Before the record is there, nothing has happened; from then on everything has. Who comes after a
crash finishes what has a record and removes what has none.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.disk import is_folder, move, read_plain, remove, sync, write_new
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import reason, shown
from convenantwerk.basis.slot import is_leeg, is_verlaten, slot
from convenantwerk.basis.werkmap import JOURNAAL, WERKMAP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic

_KLAD = "journaal.klad"
_GROOTST = 50_000_000  # bytes of a record that we read
_GIT = (".git", "git~1")  # its name on Windows too
_gedaan: list[Path] = []  # the folders that this process has changed, a time for each change


class Record(NamedTuple):
    """What will be done below a folder.

    Args:
        verplaats: pairs of a path below `.convenant` and one below the folder.
        verwijder: paths below the folder.
    """

    verplaats: tuple[tuple[str, str], ...]
    verwijder: tuple[str, ...]


def vastgelegd() -> int:
    """Return how many changes this process has made that will last."""
    return len(_gedaan)


def voer_uit(home: Path, record: Record) -> None:
    """Do what a record says, all of it; who calls has the slot of the folder.

    An interrupt that comes once the record is written waits until all is done.

    Raises:
        OSError: the system refuses to write the record, and nothing has happened.
        ConvenantwerkError: CV920, it will be done, but not by us.
    """
    werkmap = home / WERKMAP
    # The record may not be safe before what it names is: their folders first.
    sync(home)
    sync(werkmap)
    with _ongestoord():
        remove(werkmap / _KLAD)  # a crash left it
        write_new(werkmap / _KLAD, json.dumps(record._asdict()).encode())
        (werkmap / _KLAD).replace(werkmap / JOURNAAL)
        try:
            sync(werkmap)
            _gedaan.append(home)
            _maak_af(home, record)
        except OSError as error:
            pad = shown(Path(os.fsdecode(error.filename)) if error.filename else home)
            raise ConvenantwerkError("CV920", pad=pad, reden=reason(error)) from error


def herstel(home: Path) -> tuple[Diagnostic, ...]:
    """Finish or undo what a command was doing below a folder when it was broken off.

    Returns:
        What was done, as findings.

    Raises:
        ConvenantwerkError: CV910, a command is writing; CV920, what should be finished cannot be.
    """
    werkmap = home / WERKMAP
    if not is_folder(werkmap):
        return ()
    place = Position(shown(home))
    if os.path.lexists(werkmap / JOURNAAL):
        try:
            with slot(home):
                record = lees(werkmap)
                if record is not None:  # else another has finished it meanwhile
                    _maak_af(home, record)
                    return (CODES["CV918"].at(place),)
        except OSError as error:
            raise ConvenantwerkError("CV920", pad=shown(home), reden=reason(error)) from error
    # Whatever a command that still runs has ready stays; whoever cannot write, removes nothing.
    with suppress(OSError, ConvenantwerkError), slot(home, 0):
        if ruim_op(home):
            return (CODES["CV919"].at(place),)
    return ()


def ruim_op(home: Path) -> bool:
    """Remove what commands that run no more had ready; tell whether there was any."""
    werkmap = home / WERKMAP
    left = [folder for folder in _klaargezet(werkmap) if is_verlaten(folder)]
    vol = [folder for folder in left if not is_leeg(folder)]  # else a command is ready just now
    for folder in left:
        shutil.rmtree(folder, ignore_errors=True)
    return bool(remove(werkmap / _KLAD) or vol)


def lees(werkmap: Path) -> Record | None:
    """Return the record that lies there, None when there is none.

    Raises:
        ConvenantwerkError: CV920, it is none that this program wrote.
    """
    path = werkmap / JOURNAAL
    if not os.path.lexists(path):
        return None
    try:
        data: Any = json.loads(read_plain(path, _GROOTST) or b"")
        record = Record(
            tuple((str(source), str(target)) for source, target in data["verplaats"]),
            tuple(str(name) for name in data["verwijder"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _geen_record(path) from error
    names = [name for pair in record.verplaats for name in pair] + [*record.verwijder]
    if not all(map(_is_below, names)):
        raise _geen_record(path)
    for source, target in record.verplaats:
        _eis_vrij(werkmap.parent, source, target)
    return record


def _eis_vrij(home: Path, source: str, target: str) -> None:
    """Refuse to move over a link, from where it leads or to there."""
    if not (is_vrij(home / WERKMAP, source) and is_vrij(home, target)):
        raise _geen_record(home / WERKMAP / JOURNAAL)


def is_vrij(home: Path, name: str) -> bool:
    """Tell whether all folders above a path below `home` are folders on its disk, or not there."""
    place = home
    disk = home.stat().st_dev
    for part in PurePosixPath(name).parts[:-1]:
        place /= part
        if not os.path.lexists(place):
            return True
        if not is_folder(place) or place.lstat().st_dev != disk:
            return False
    return True


def _is_below(name: str) -> bool:
    pure = PurePosixPath(name)
    safe = "\0" not in name and "\\" not in name and not pure.is_absolute()
    # In .git lie programs that git runs: no command of ours has anything to write there.
    git = any(part.casefold().rstrip(". ") in _GIT for part in pure.parts)
    return bool(
        safe and pure.parts and ".." not in pure.parts and pure.parts[0] != WERKMAP and not git
    )


def _geen_record(path: Path) -> ConvenantwerkError:
    return ConvenantwerkError("CV920", pad=shown(path), reden="het is niet te lezen")


def _klaargezet(werkmap: Path) -> list[Path]:
    with suppress(OSError):
        return [entry for entry in sorted(werkmap.iterdir()) if is_folder(entry)]
    return []


def _maak_af(home: Path, record: Record) -> None:
    werkmap = home / WERKMAP
    touched: set[Path] = set()
    for source, target in record.verplaats:
        _eis_vrij(home, source, target)  # what was moved just now may have been a link
        touched |= move(werkmap / source, home / target)
    for name in record.verwijder:
        if is_vrij(home, name):
            touched |= remove(home / name)
    for folder in sorted(touched):
        sync(folder)
    remove(werkmap / JOURNAAL)
    sync(werkmap)
    ruim_op(home)


@contextmanager
def _ongestoord() -> Iterator[None]:
    """Let Ctrl-C wait until this is over."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    gevraagd: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: gevraagd.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if gevraagd:
            raise KeyboardInterrupt
