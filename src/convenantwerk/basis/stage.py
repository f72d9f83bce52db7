"""The only module by which commands write files: complete files, all of them or none."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack, suppress
from itertools import count
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Self

from convenantwerk.basis.disk import make_folder, read_plain, sync, write_new
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import DOSSIERBESTAND, reason, shown
from convenantwerk.basis.journal import Record, herstel, is_vrij, voer_uit
from convenantwerk.basis.slot import bezet, maak_leeg, slot
from convenantwerk.basis.werkmap import JOURNAAL, WERKMAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NUMMERS = count(1)
_GROOTST = 200_000_000  # bytes of a paper that we look at


def home_of(folder: Path) -> Path:
    """Return the folder whose journal a change of `folder` belongs to.

    That is the dossier in which it lies, so that papers and registers change together; for a folder
    outside any dossier it is that folder itself.
    """
    return _home_and_below(folder)[0]


def _home_and_below(folder: Path) -> tuple[Path, str]:
    """Return the home of a folder, and where the folder lies below it.

    The way down from a dossier is taken as it is written: a link on it leads out, and is refused.
    """
    written, whole = Path(os.path.normpath(folder.absolute())), folder.resolve()
    for path in (written, whole):
        for place in (path, *path.parents):
            if (place / DOSSIERBESTAND).is_file():
                return place.resolve(), path.relative_to(place).as_posix()
    return whole, "."


class Stage:
    """Files on their way into a folder: on the disk already, but not in their places.

    So a full disk shows before anything has changed, and a thousand papers need no memory. `commit`
    puts them in their places; what was not committed is gone at the end of the context.

    Args:
        folder: where the files go; made when it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home, self._below = _home_and_below(folder)
        self._ready: Path | None = None
        self._names: list[str] = []
        self._units: dict[str, int] = {}  # what is moved as a whole, and the name it waits under
        self._obsolete: list[str] = []
        self._open = ExitStack()
        self._is_new = False  # whether the home was made for this

    @property
    def names(self) -> tuple[str, ...]:
        """The paths below the folder, in the order in which they came."""
        return tuple(self._names)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self._names or self._obsolete)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        ready, self._ready = self._ready, None
        if os.path.lexists(self.home / WERKMAP / JOURNAAL):
            ready = None  # what is on record may still be needed; else it is removed with the rest
        with self._open:
            if ready is not None:
                maak_leeg(ready)  # while it is ours: else another takes it for one that was left
        if ready is not None:
            shutil.rmtree(ready, ignore_errors=True)
            with suppress(OSError):
                ready.parent.rmdir()
                if self._is_new:  # and stayed empty
                    self.home.rmdir()

    def add(self, name: str, data: bytes) -> None:
        """Make one file ready; its bytes are synced.

        Raises:
            ConvenantwerkError: CV901, it cannot be written here; CV910, another is writing.
        """
        try:
            path = self._made() / self._place(self.target(name))
            path.parent.mkdir(parents=True, exist_ok=True)
            if name in self._names:
                path.unlink()
            write_new(path, data)
        except OSError as error:
            raise unwritable(self.folder, error) from error
        if name not in self._names:
            self._names.append(name)

    def remove(self, name: str) -> None:
        """Have a file removed, if it is there when the others are put in their places."""
        self._obsolete.append(name)

    def present(self, name: str) -> bytes | None:
        """Return what stands in the place of a file, None when no plain file does.

        What lies behind a link is no part of the folder.
        """
        plain = is_vrij(self.home, self.target(name))
        return read_plain(self.folder / name, _GROOTST) if plain else None

    def target(self, name: str) -> str:
        """Return where a file comes, below the home of the journal."""
        return PurePosixPath(self._below, name).as_posix()

    def _made(self) -> Path:
        """Return the folder in which the files wait."""
        if self._ready is None:
            self._is_new = not self.home.exists()
            make_folder(self.home)
            with slot(self.home):  # or it is taken for one that was left
                ready = self.home / WERKMAP / f"{os.getpid()}-{next(_NUMMERS)}"
                if ready.exists():  # of a process of that number that is no more
                    shutil.rmtree(ready)
                ready.mkdir()
                self._open.enter_context(bezet(ready))
            self._ready = ready
        return self._ready

    def check(self) -> None:
        """Find out what would stop the files, before the first is put in its place.

        Raises:
            ConvenantwerkError: CV901, it cannot be written here.
        """
        for name in self._names:
            if not is_vrij(self.home, self.target(name)):
                _check_writable(self.folder / name)
                pad = shown(self.folder / name)
                raise ConvenantwerkError("CV901", pad=pad, reden=_KOPPELING, tip=_GEEN_KOPPELING)
            _check_writable(self.folder / name)

    def record(self) -> Record:
        """Return what is to be done, once all is ready and synced.

        Raises:
            OSError: it cannot be synced.
        """
        obsolete = tuple(map(self.target, self._obsolete))
        if self._ready is None:
            return Record((), obsolete)
        ready = self._ready
        for folder in (path for path in (ready, *ready.rglob("*")) if path.is_dir()):
            sync(folder)
        moves = ((f"{ready.name}/{number}", unit) for unit, number in self._units.items())
        return Record(tuple(moves), obsolete)

    def _place(self, target: str) -> Path:
        """Return where a file waits: it will be moved with the first folder that is not there yet.

        So a new folder, a version for instance, comes by one rename.
        """
        above = [parent.as_posix() for parent in PurePosixPath(target).parents][::-1]
        unit = next((one for one in above if not (self.home / one).exists()), target)
        number = self._units.setdefault(unit, len(self._units))
        return Path(str(number), PurePosixPath(target).relative_to(unit))


def commit(*stages: Stage) -> None:
    """Put the files of all stages in their places: all of it or, below one home, nothing.

    What comes outside the dossier is put in place first: so a row in a register has its papers.

    Raises:
        ConvenantwerkError: CV901, it cannot be written here; CV910, another is writing; CV920, it
            will be there, but is not yet.
    """
    todo = [stage for stage in stages if not stage.is_empty]
    homes = sorted({s.home for s in todo}, key=lambda home: (home / DOSSIERBESTAND).exists())
    with ExitStack() as opened:
        for stage in todo:
            stage.check()
        for home in homes:
            try:
                make_folder(home)
                opened.enter_context(slot(home))
                herstel(home)
            except OSError as error:
                raise unwritable(home, error) from error
        for home in homes:
            own = [stage for stage in todo if stage.home == home]
            for stage in own:
                stage.check()
            try:
                parts = [stage.record() for stage in own]
                verplaats = (pair for part in parts for pair in part.verplaats)
                verwijder = (name for part in parts for name in part.verwijder)
                voer_uit(home, Record(tuple(verplaats), tuple(verwijder)))
            except OSError as error:
                raise unwritable(own[0].folder, error) from error


def write_all(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str] = ()) -> None:
    """Write files into a folder: all of them, or none.

    Args:
        folder: where the files go; made when it is not there.
        files: content by path below the folder.
        obsolete: paths below the folder to remove.

    Raises:
        ConvenantwerkError: as `commit`.
    """
    with Stage(folder) as stage:
        for name, data in files.items():
            stage.add(name, data)
        for name in obsolete:
            stage.remove(name)
        commit(stage)


def _check_writable(path: Path) -> None:
    """Find out whether a file can be put here, without making anything."""
    if path.is_dir():
        raise unwritable(path, IsADirectoryError(21, ""))
    there = next(parent for parent in path.absolute().parents if os.path.lexists(parent))
    if not there.is_dir():
        raise unwritable(there, NotADirectoryError(20, ""))
    if not os.access(there, os.W_OK):
        raise unwritable(there, PermissionError(13, ""))


def unwritable(folder: Path, error: OSError) -> ConvenantwerkError:
    """Return the error for a folder in which the system refuses to write."""
    tip = _SCHRIJFTIPS.get(error.errno or 0, "kies een andere map met --uit MAP")
    # When .convenant is no folder, that is what must go; what was to be written is in no one's way.
    at = Path(os.fsdecode(error.filename or b""))
    pad = shown(at if at.name == WERKMAP else folder)
    return ConvenantwerkError("CV901", pad=pad, reden=reason(error), tip=tip)


_KOPPELING = "een map op de weg ernaartoe is een koppeling of een andere schijf"
_GEEN_KOPPELING = "zet daar een gewone map neer, of kies een andere map met --uit MAP"
_SCHRIJFTIPS = {
    20: "verplaats dat bestand of geef het een andere naam, of kies een andere map met --uit MAP",
    21: "verplaats die map of geef haar een andere naam, of kies een andere map met --uit MAP",
    28: "maak ruimte vrij of kies een andere schijf met --uit MAP; wat er stond, staat er nog",
    122: "maak ruimte vrij of kies een andere schijf met --uit MAP; wat er stond, staat er nog",
}
