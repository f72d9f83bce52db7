"""Opens what lies below one folder, and never what a link in it leads to.

A dossier may come from somebody else. A link in it could make any file of the user a text or a
template; a pipe could keep a command waiting for ever. So each part of a path is opened from the
folder before it, without following a link, and only files and folders on the disk of the dossier
that have no other name are read. What lies there is looked at before it is opened.
"""

from __future__ import annotations

import os
import stat
from contextlib import ExitStack, contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from convenantwerk.basis.files import is_text, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Plaats = tuple[str, ...]  # the names from the folder down; () is the folder itself
MEEST_IN_MAP = 20_000  # names, whatever they are: to look at them must end
ANKERS = (  # whether things can be opened from an open folder: not on Windows
    {os.open, os.stat} <= os.supports_dir_fd and os.scandir in os.supports_fd
)
_GEEN_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_MAP = _GEEN_LINK | getattr(os, "O_DIRECTORY", 0)
# To go through a folder one need not be allowed to list it, if the system can open it just so.
_DOORGANG = _MAP | getattr(os, "O_PATH", os.O_RDONLY)
_LEES = _GEEN_LINK | os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_KOPPELPUNTEN = (0xA000000C, 0xA0000003)  # Windows: a symbolic link, a junction; not OneDrive
_KOPPELPUNT = "een koppelpunt: het ligt op een andere schijf"
_SOORTEN = {
    stat.S_IFLNK: "een symbolische koppeling",
    stat.S_IFIFO: "een pijp",
    stat.S_IFSOCK: "een socket",
    stat.S_IFCHR: "een apparaat",
    stat.S_IFBLK: "een apparaat",
}

_ANDERS = {
    stat.S_IFREG: "het is een map, geen bestand",
    stat.S_IFDIR: "het is een bestand, geen map",
}


class NietGelezenError(Exception):
    """Something is not read: where it lies, and the finding that says why.

    Args:
        plaats: the first part of the path that stops the reading.
        code: of the finding.
        weg: there is nothing of that name.
        velden: of the finding.
    """

    def __init__(self, plaats: Plaats, code: str, *, weg: bool = False, **velden: str) -> None:
        super().__init__(code, plaats)
        self.plaats = plaats
        self.code = code
        self.weg = weg
        self.velden = velden


class Grens:
    """A folder, below which things are opened without following links.

    The folder itself may be reached by a link, which is followed once: `echt` is where it lies.
    """

    def __init__(self, folder: Path) -> None:
        self._genoemd = os.path.abspath(folder)  # without "..", which Path keeps
        self.echt = os.path.realpath(folder)
        self._schijf = 0

    def plaats(self, path: Path) -> Plaats | None:
        """Return where a path lies below the folder, None when it leads out of it."""
        named = os.path.abspath(path)
        if named == self._genoemd:
            return ()
        above = self._genoemd.rstrip(os.sep) + os.sep
        return tuple(named[len(above) :].split(os.sep)) if named.startswith(above) else None

    def omvat(self, folder: Path) -> bool:
        """Tell whether a folder lies below this one, also when links are followed."""
        plaats = self.plaats(folder)
        return plaats is not None and os.path.realpath(folder) == os.path.join(self.echt, *plaats)

    def bestand(self, plaats: Plaats, grootst: int) -> bytes | int:
        """Return the bytes of a file; of one that has more than `grootst`, how many it has.

        Raises:
            NietGelezenError: it is not there, is no file of this folder, or the system refuses.
        """
        if not plaats:
            raise NietGelezenError(plaats, "CV001", reden=_ANDERS[stat.S_IFREG])
        with self._map(plaats[:-1]) as here, _Gemeld(plaats):
            self._keur(plaats, _bekeken(plaats, here), soort=stat.S_IFREG)
            handle = os.open(_naam(plaats[-1], here), _LEES, dir_fd=_dir_fd(here))
            try:
                found = os.fstat(handle)
                if not isinstance(here, int):  # Windows may number the disk of an open file anew
                    self._schijf = found.st_dev
                self._keur(plaats, found, soort=stat.S_IFREG)  # it may be another thing by now
                if found.st_size > grootst:
                    return found.st_size
                data = _gelezen(handle, found.st_size + 1)
            finally:
                os.close(handle)
        if len(data) != found.st_size:
            raise NietGelezenError(plaats, "CV001", reden="het veranderde tijdens het lezen")
        return data

    def namen(self, plaats: Plaats) -> dict[str, bool | NietGelezenError]:
        """Return what a folder holds: of each name whether it is a folder, or why it is not read.

        Raises:
            NietGelezenError: the folder is not there, is none, or the system refuses.
        """
        with self._map(plaats) as here, _Gemeld(plaats), ExitStack() as opened:
            folder = os.open(".", _MAP, dir_fd=here) if isinstance(here, int) else here
            if isinstance(folder, int):
                opened.callback(os.close, folder)
            entries = opened.enter_context(os.scandir(folder))
            found = list(islice(entries, MEEST_IN_MAP + 1))
            if len(found) > MEEST_IN_MAP:
                reden = f"deze map heeft meer dan {MEEST_IN_MAP} bestanden"
                raise NietGelezenError(plaats, "CV036", reden=reden)
            return {entry.name: self._soort((*plaats, entry.name), entry) for entry in found}

    def _soort(self, plaats: Plaats, entry: os.DirEntry[str]) -> bool | NietGelezenError:
        try:
            _keur_naam(plaats)
            with _Gemeld(plaats):
                found = entry.stat(follow_symlinks=False)
                if os.name == "nt":  # there an entry does not know its disk and other names
                    found = os.lstat(entry.path)
            self._keur(plaats, found)
        except NietGelezenError as error:
            return error
        return stat.S_ISDIR(found.st_mode)

    @contextmanager
    def _map(self, plaats: Plaats) -> Iterator[int | str]:
        """Give a folder: open, or by its path where the system opens nothing from a folder."""
        if not ANKERS:
            yield self._gelopen(plaats)
            return
        here = -1
        try:
            with _Gemeld(()):
                here = os.open(self.echt, _DOORGANG)
                self._schijf = os.fstat(here).st_dev
            for number, naam in enumerate(plaats, start=1):
                down = self._afgedaald(plaats[:number], here, naam)
                os.close(here)
                here = down
            yield here
        finally:
            if here >= 0:
                os.close(here)

    def _afgedaald(self, plaats: Plaats, here: int, naam: str) -> int:
        down = -1
        try:
            with _Gemeld(plaats):
                try:
                    down = os.open(naam, _DOORGANG, dir_fd=here)
                except FileNotFoundError:
                    raise
                except OSError:  # say what it is, if that is why; and whose rights are missing
                    self._keur(plaats, _bekeken(plaats, here), soort=stat.S_IFDIR)
                    raise
                self._keur(plaats, os.fstat(down), soort=stat.S_IFDIR)
        except BaseException:
            if down >= 0:
                os.close(down)
            raise
        return down

    def _gelopen(self, plaats: Plaats) -> str:
        """Return the path of a folder, after a look at each part of it."""
        here = self.echt
        with _Gemeld(()):
            self._schijf = os.stat(here).st_dev
        for number, naam in enumerate(plaats, start=1):
            self._keur(plaats[:number], _bekeken(plaats[:number], here), soort=stat.S_IFDIR)
            here = _naam(naam, here)
        return here

    def _keur(self, plaats: Plaats, found: os.stat_result, soort: int = 0) -> None:
        """Let pass what is a file or folder of this disk and nowhere else; and is of a soort."""
        mode = stat.S_IFMT(found.st_mode)
        wat = _SOORTEN.get(mode, "")
        if getattr(found, "st_reparse_tag", 0) in _KOPPELPUNTEN:
            wat = _SOORTEN[stat.S_IFLNK]
        elif not wat and found.st_dev != self._schijf:
            wat = _KOPPELPUNT
        elif mode == stat.S_IFREG and found.st_nlink > 1:
            wat = "een harde koppeling: hetzelfde bestand heeft nog een naam"
        if wat:
            raise NietGelezenError(plaats, "CV034", wat=wat)
        if soort and mode != soort:
            raise NietGelezenError(plaats, "CV001", reden=_ANDERS[soort])


def _keur_naam(plaats: Plaats) -> None:
    if not is_text(plaats[-1]):
        reden = "de naam heeft tekens die geen tekst zijn"
        raise NietGelezenError(plaats, "CV001", reden=reden)


class _Gemeld:  # no generator: that would take a good part of the time of a reading
    """Turn an error of the system into what is not read, and where."""

    __slots__ = ("plaats",)

    def __init__(self, plaats: Plaats) -> None:
        self.plaats = plaats

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        if isinstance(error, OSError):
            weg = isinstance(error, FileNotFoundError)
            reden = reason(error)
        elif isinstance(error, ValueError):  # a NUL or half a character: no name on any disk
            weg, reden = True, "zo kan een bestand niet heten"
        else:
            return
        raise NietGelezenError(self.plaats, "CV001", weg=weg, reden=reden) from error


def _gelezen(handle: int, meest: int) -> bytes:
    """Return what an open file holds, at most so many bytes."""
    parts: list[bytes] = []
    while meest and (part := os.read(handle, meest)):
        parts.append(part)
        meest -= len(part)
    return b"".join(parts)


def _bekeken(plaats: Plaats, here: int | str) -> os.stat_result:
    """Return what lies there, be it a link; who may not even look is refused by the folder."""
    naam = _naam(plaats[-1], here)
    try:
        with _Gemeld(plaats):
            return os.stat(naam, dir_fd=_dir_fd(here), follow_symlinks=False)
    except NietGelezenError as error:
        if isinstance(error.__cause__, PermissionError):
            error.plaats = plaats[:-1]
        raise


def _naam(naam: str, here: int | str) -> str:
    return naam if isinstance(here, int) else os.path.join(here, naam)


def _dir_fd(here: int | str) -> int | None:
    return here if isinstance(here, int) else None
