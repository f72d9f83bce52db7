"""The only module that writes files: complete files, all of them or none."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Self

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import reason, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Stage:
    """Files on their way into a folder: all of them are put in their places, or none.

    Everything is first written to a temporary folder on the same disk; only when that is complete
    are the files moved and the obsolete ones removed. So a full disk leaves what was there, and a
    thousand papers need no memory.

    Used as a context; what was not committed is gone at its end.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._temporary: Path | None = None
        self._names: list[str] = []

    @property
    def names(self) -> tuple[str, ...]:
        """The paths below the folder, in the order in which they came."""
        return tuple(self._names)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def add(self, name: str, data: bytes) -> None:
        """Write one file, for now in the temporary folder.

        Raises:
            ConvenantwerkError: CV901, it cannot be written here.
        """
        try:
            path = self._made() / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        except OSError as error:
            raise unwritable(self._folder, error) from error
        self._names.append(name)

    def _made(self) -> Path:
        if self._temporary is None:
            folder = self._folder
            there = next(path for path in (folder, *folder.absolute().parents) if path.is_dir())
            self._temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=there))
        return self._temporary

    def check(self) -> None:
        """Find out what would stop the files, before the first is put in its place.

        Raises:
            ConvenantwerkError: CV901, it cannot be written here.
        """
        for name in self._names:
            _check_writable(self._folder / name)

    def commit(self, obsolete: Iterable[str] = ()) -> None:
        """Put the files in their places.

        Args:
            obsolete: paths below the folder to remove.

        Raises:
            ConvenantwerkError: CV901, it cannot be written here.
        """
        self.check()
        folder = self._folder
        try:
            temporary = self._made()
            folder.mkdir(parents=True, exist_ok=True)
            for name in dict.fromkeys(self._names):
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                os.replace(temporary / name, folder / name)  # noqa: PTH105  # the name that says it
            for name in obsolete:
                (folder / name).unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(folder, error) from error


def write_all(folder: Path, files: Mapping[str, bytes], obsolete: Iterable[str] = ()) -> None:
    """Write files into a folder: all of them, or none.

    Args:
        folder: where the files go; made when it is not there.
        files: content by path below the folder.
        obsolete: paths below the folder to remove.

    Raises:
        ConvenantwerkError: CV901, it cannot be written here.
    """
    with Stage(folder) as stage:
        for name, data in files.items():
            stage.add(name, data)
        stage.commit(obsolete)


def _check_writable(path: Path) -> None:
    """Find out whether a file can be put here, without making anything."""
    if path.is_dir():
        raise unwritable(path, IsADirectoryError(21, ""))
    there = next(parent for parent in path.absolute().parents if parent.exists())
    if not there.is_dir():
        raise unwritable(there, NotADirectoryError(20, ""))
    if not os.access(there, os.W_OK):
        raise unwritable(there, PermissionError(13, ""))


def unwritable(folder: Path, error: OSError) -> ConvenantwerkError:
    """Return the error for a folder in which the system refuses to write."""
    tip = _SCHRIJFTIPS.get(error.errno or 0, "kies een andere map met --uit MAP")
    return ConvenantwerkError("CV901", pad=shown(folder), reden=reason(error), tip=tip)


_SCHRIJFTIPS = {
    20: "verplaats dat bestand of geef het een andere naam, of kies een andere map met --uit MAP",
    21: "verplaats die map of geef haar een andere naam, of kies een andere map met --uit MAP",
    28: "maak ruimte vrij of kies een andere schijf met --uit MAP; wat er stond, staat er nog",
    122: "maak ruimte vrij of kies een andere schijf met --uit MAP; wat er stond, staat er nog",
}


def vastgelegd() -> int:
    """Return how many recordings this process has completed."""
    return 0
