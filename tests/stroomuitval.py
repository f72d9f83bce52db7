"""What is left of a folder when a command dies, or the power fails, at any step on the disk.

A command runs once, and every step below the folder is noted: a name that comes, goes or moves,
bytes that are written, a sync. From those notes follows what the disk holds at any moment:

- when the program is killed, all steps up to then;
- when the power fails, only what was synced for sure. Of the rest each step may have reached the
  disk or not, in any order.
"""

from __future__ import annotations

import builtins
import io
import os
import random
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

WORTEL = 0  # the number of the folder itself
_SCHRIJVEND = os.O_WRONLY | os.O_RDWR


@dataclass(frozen=True, slots=True)
class Stap:
    """One step: `soort` with the numbers of folders and files it is about.

    "naam": in folder `a` the name `naam` comes to mean `c`, and None means nothing any more.
    "verplaatst": name `naam` of folder `a` becomes name `naar` of folder `b`.
    "bytes": file `c` holds `data`. "sync": file or folder `c` is safe.
    """

    soort: str
    a: int = -1
    naam: str = ""
    b: int = -1
    naar: str = ""
    c: int | None = None
    data: bytes = field(default=b"", repr=False)


Beeld = dict[str, bytes | None]  # by path: what a file holds, None for a folder


class Schijf:
    """A folder of which every step is noted while `meekijken` runs."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.stappen: list[Stap] = []
        self._nummers = count(WORTEL + 1)
        self.mappen: dict[int, dict[str, int]] = {WORTEL: {}}
        self.bestanden: dict[int, bytes] = {}
        self._open: dict[int, tuple[int, bool]] = {}  # file handle: number, and whether written
        self._lees(self.root, WORTEL)
        self.begin_mappen = {n: dict(names) for n, names in self.mappen.items()}
        self.begin_bestanden = dict(self.bestanden)

    def _lees(self, folder: Path, nummer: int) -> None:
        for path in sorted(folder.iterdir()):
            eigen = next(self._nummers)
            self.mappen[nummer][path.name] = eigen
            if path.is_dir():
                self.mappen[eigen] = {}
                self._lees(path, eigen)
            else:
                self.bestanden[eigen] = path.read_bytes()

    # --- looking on

    @contextmanager
    def meekijken(self) -> Iterator[None]:
        """Note every step below the folder."""
        vervangingen: dict[str, Callable[..., Any]] = {
            "open": self._os_open,
            "close": self._gesloten,
            "write": self._os_write,
            "fsync": self._os_fsync,
            "replace": self._os_replace,
            "rename": self._os_replace,
            "mkdir": self._os_mkdir,
            "unlink": self._os_weg,
            "remove": self._os_weg,
            "rmdir": self._os_weg,
        }
        with ExitStack() as stack:
            for naam, vervanging in vervangingen.items():
                stack.enter_context(mock.patch.object(os, naam, vervanging(getattr(os, naam))))
            for module in (builtins, io):
                opent: Callable[..., Any] = vars(module)["open"]
                stack.enter_context(mock.patch.object(module, "open", self._niet(opent)))
            yield

    def _plaats(self, path: Any, dir_fd: int | None = None) -> tuple[int, str] | None:
        """Return the number of the folder in which a path lies, and its last name."""
        text = os.fsdecode(path)
        if dir_fd is not None and not Path(text).is_absolute():
            if dir_fd not in self._open:
                return None
            nummer, parts = self._open[dir_fd][0], Path(text).parts
        else:
            whole = Path.cwd() / text
            parent = whole.parent.resolve()
            if not parent.is_relative_to(self.root):
                return None
            nummer, parts = WORTEL, (*parent.relative_to(self.root).parts, whole.name)
        for part in parts[:-1]:
            if part not in self.mappen.get(nummer, {}):
                return None  # there is no such folder, as the system will say
            nummer = self.mappen[nummer][part]
        return nummer, parts[-1]

    def _stap(self, stap: Stap) -> None:
        self.stappen.append(stap)

    def _os_open(self, echt: Callable[..., int]) -> Callable[..., int]:
        def open_(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
            if path == "." and dir_fd in self._open:  # the same folder once more
                handle = echt(path, flags, mode, dir_fd=dir_fd)
                self._open[handle] = self._open[dir_fd]
                return handle
            place = None if isinstance(path, int) else self._plaats(path, dir_fd)
            before = place is not None and place[1] in self.mappen[place[0]]
            handle = echt(path, flags, mode, dir_fd=dir_fd)
            if place is None:
                whole = os.path.realpath(os.fsdecode(path)) if not isinstance(path, int) else ""
                if dir_fd is None and whole == str(self.root):
                    self._open[handle] = (WORTEL, False)
                return handle
            folder, naam = place
            if flags & os.O_CREAT and not before:
                nummer = next(self._nummers)
                self.mappen[folder][naam] = nummer
                self.bestanden[nummer] = b""
                self._stap(Stap("naam", a=folder, naam=naam, c=nummer))
            nummer = self.mappen[folder][naam]
            if flags & os.O_TRUNC and nummer in self.bestanden:
                self.bestanden[nummer] = b""
                self._stap(Stap("bytes", c=nummer))
            self._open[handle] = (nummer, bool(flags & _SCHRIJVEND))
            return handle

        return open_

    def _gesloten(self, echt: Callable[[int], None]) -> Callable[[int], None]:
        def close(handle: int) -> None:
            self._open.pop(handle, None)
            echt(handle)

        return close

    def _os_write(self, echt: Callable[..., int]) -> Callable[..., int]:
        def write(handle: int, data: bytes) -> int:
            done = echt(handle, data)
            if handle in self._open:
                nummer = self._open[handle][0]
                self.bestanden[nummer] += bytes(data[:done])
                self._stap(Stap("bytes", c=nummer, data=self.bestanden[nummer]))
            return done

        return write

    def _os_fsync(self, echt: Callable[[int], None]) -> Callable[[int], None]:
        def fsync(handle: int) -> None:
            echt(handle)
            if handle in self._open:
                self._stap(Stap("sync", c=self._open[handle][0]))

        return fsync

    def _os_replace(self, echt: Callable[..., None]) -> Callable[..., None]:
        def replace(source: Any, target: Any, **more: Any) -> None:
            oud, nieuw = self._plaats(source), self._plaats(target)
            echt(source, target, **more)
            if oud is None and nieuw is None:
                return
            assert oud is not None, f"{source} komt van buiten"
            assert nieuw is not None, f"{target} gaat naar buiten"
            self.mappen[nieuw[0]][nieuw[1]] = self.mappen[oud[0]].pop(oud[1])
            self._stap(Stap("verplaatst", a=oud[0], naam=oud[1], b=nieuw[0], naar=nieuw[1]))

        return replace

    def _os_mkdir(self, echt: Callable[..., None]) -> Callable[..., None]:
        def mkdir(path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
            echt(path, mode, dir_fd=dir_fd)
            place = self._plaats(path, dir_fd)
            if place is not None:
                nummer = next(self._nummers)
                self.mappen[nummer] = {}
                self.mappen[place[0]][place[1]] = nummer
                self._stap(Stap("naam", a=place[0], naam=place[1], c=nummer))

        return mkdir

    def _os_weg(self, echt: Callable[..., None]) -> Callable[..., None]:
        def weg(path: Any, *, dir_fd: int | None = None) -> None:
            place = self._plaats(path, dir_fd)
            echt(path, dir_fd=dir_fd)
            if place is not None:
                del self.mappen[place[0]][place[1]]
                self._stap(Stap("naam", a=place[0], naam=place[1]))

        return weg

    def _niet(self, echt: Callable[..., Any]) -> Callable[..., Any]:
        """Let files be opened for reading; who writes another way would not be noted."""

        def open_(file: Any, mode: str = "r", *args: Any, **more: Any) -> Any:
            if set(mode) & set("wax+") and not isinstance(file, int):
                assert self._plaats(file) is None, f"{file} wordt zo niet gesynct"
            return echt(file, mode, *args, **more)

        return open_

    # --- what is left

    def gedood(self) -> Iterator[Beeld]:
        """Yield what the folder holds when the program is killed after each of its steps."""
        for n in range(len(self.stappen) + 1):
            yield self._beeld(self.stappen[:n], lambda _: True)
            last = self.stappen[n - 1] if n else None
            if last and last.soort == "bytes" and last.data:
                half = Stap("bytes", c=last.c, data=last.data[: len(last.data) // 2])
                yield self._beeld([*self.stappen[: n - 1], half], lambda _: True)

    def stroomloos(self, kansen: int) -> Iterator[Beeld]:
        """Yield what the folder may hold when the power fails after each of its steps.

        Args:
            kansen: for each step, how many ways in which some of what was not synced is lost,
                besides all of it.
        """
        for n in range(len(self.stappen) + 1):
            steps = self.stappen[:n]
            yield self._beeld(steps, lambda _: False)
            for kans in range(kansen):
                dice = random.Random(f"{n} {kans}")  # noqa: S311  # a test that can be repeated
                yield self._beeld(steps, partial(_kop_of_munt, dice))

    @cached_property
    def _veilig(self) -> list[int]:
        """For each step, after how many steps it is safe."""
        found = []
        for i, stap in enumerate(self.stappen):
            about = {stap.c} if stap.soort == "bytes" else {stap.a, stap.b}
            later = enumerate(self.stappen[i:], start=i + 1)
            syncs = (n for n, s in later if s.soort == "sync" and s.c in about)
            found.append(next(syncs, len(self.stappen) + 1))
        return found

    def _beeld(self, steps: list[Stap], onzeker: Callable[[Stap], bool]) -> Beeld:
        mappen = {n: dict(names) for n, names in self.begin_mappen.items()}
        bestanden = dict(self.begin_bestanden)
        for stap, veilig in zip(steps, self._veilig, strict=False):
            if veilig <= len(steps) or onzeker(stap):
                _doe(stap, mappen, bestanden)
        return dict(sorted(self._onder(WORTEL, "", mappen, bestanden)))

    def _onder(
        self, nummer: int, pad: str, mappen: dict[int, dict[str, int]], bestanden: dict[int, bytes]
    ) -> Iterator[tuple[str, bytes | None]]:
        for naam, eigen in sorted(mappen.get(nummer, {}).items()):
            if eigen in self.mappen:
                yield pad + naam, None
                yield from self._onder(eigen, f"{pad}{naam}/", mappen, bestanden)
            else:  # the name may be safe where the bytes are not
                yield pad + naam, bestanden.get(eigen, b"")


def _kop_of_munt(dice: random.Random, _: Stap) -> bool:
    return dice.random() < 0.5


def _doe(stap: Stap, mappen: dict[int, dict[str, int]], bestanden: dict[int, bytes]) -> None:
    """Do a step in a picture of the disk; one that rests on what was lost, is lost too."""
    match stap.soort:
        case "bytes":
            bestanden[stap.c or 0] = stap.data
        case "naam" if stap.c is None:
            mappen.setdefault(stap.a, {}).pop(stap.naam, None)
        case "naam":
            mappen.setdefault(stap.a, {})[stap.naam] = stap.c or 0
        case "verplaatst":
            moved = mappen.setdefault(stap.a, {}).pop(stap.naam, None)
            if moved is not None:
                mappen.setdefault(stap.b, {})[stap.naar] = moved


class Proefmap:
    """A folder that is made to hold one picture of a disk after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)

    def zet(self, beeld: Beeld) -> None:
        """Let the folder hold what a picture shows; what is there already stays."""
        now = beeld_van(self.folder)
        for pad in sorted(now, reverse=True):
            if pad not in beeld or (now[pad] is None) != (beeld[pad] is None):
                path = self.folder / pad
                path.rmdir() if now[pad] is None else path.unlink()
        for pad, data in beeld.items():
            if data is None:
                (self.folder / pad).mkdir(exist_ok=True)
            elif now.get(pad) != data:
                (self.folder / pad).write_bytes(data)


def beeld_van(folder: Path) -> Beeld:
    """Return what a folder holds now."""
    found: Beeld = {}
    for above, folders, files in os.walk(folder):
        below = os.path.relpath(above, folder)
        prefix = "" if below == "." else f"{below}/"
        found.update({f"{prefix}{name}": None for name in folders})
        for name in files:
            with open(f"{above}/{name}", "rb") as file:  # noqa: PTH123  # thousands of times
                found[f"{prefix}{name}"] = file.read()
    return dict(sorted(found.items()))
