"""Reports what a process of the program does outside its fence.

Python loads this by itself, as `sitecustomize`, in every process that is started with this folder
in PYTHONPATH; so a worker of the program is watched like the program. It sees what Python does, by
an audit hook; what a library written in C does by itself, only `spoor` sees. The fence is in the
environment (VIJANDIG); each line of the report is one thing that lies outside it.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from _thread import get_ident
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_SCHRIJVEN = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CODE = (".py", ".pyc", ".so", ".pth")
_NET = (2, 10)  # AF_INET and AF_INET6: whoever makes such a socket means to use it
Args = tuple[Any, ...]


class Wacht:
    """The fence of this process, and the report on it.

    Args:
        afspraak: `verslag`, the file of the report; `lezen` and `schrijven`, the folders and files
            where each is allowed; `vreemd`, the folders of which no code may be loaded; and
            `geheugen` and `bestand`, the most bytes of address space and of a file.
    """

    def __init__(self, afspraak: dict[str, Any]) -> None:
        self.lezen: tuple[str, ...] = tuple(afspraak["lezen"])
        self.schrijven: tuple[str, ...] = tuple(afspraak["schrijven"])
        self.vreemd: tuple[str, ...] = tuple(afspraak["vreemd"])
        # Where no command writes, a folder leads where it led: asked once for all that is in it.
        vast = (path for path in self.lezen if path not in self.vreemd)
        self.vast: tuple[str, ...] = tuple(path for path in vast if not path.startswith("/proc"))
        self.leidt: dict[str, str] = {}
        self.map: dict[int, int] = {}  # the folder that each thread is opening a name in
        self.bezig: set[int] = set()  # threads in which we are looking ourselves
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        self.verslag = os.open(afspraak["verslag"], flags, 0o600)
        resource.setrlimit(resource.RLIMIT_AS, (afspraak["geheugen"],) * 2)
        resource.setrlimit(resource.RLIMIT_FSIZE, (afspraak["bestand"],) * 2)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def meld(self, soort: str, wat: object) -> None:
        """Write one line of the report; lines of several processes do not mix."""
        line = json.dumps({"soort": soort, "wat": wat, "pid": os.getpid()}) + "\n"
        os.write(self.verslag, line.encode())

    def haak(self, event: str, args: Args) -> None:
        """Look at one event: the audit hook."""
        kijk = _TABEL.get(event)
        me = get_ident()
        if kijk is None or me in self.bezig:
            return
        self.bezig.add(me)
        try:
            kijk(self, args)
        finally:
            self.bezig.discard(me)

    def pad(self, path: Any, handle: int = -1, *, volg: bool = True) -> str:
        """Return where a path leads; the last name is not followed unless asked."""
        if isinstance(path, int):
            return os.path.realpath(f"/proc/self/fd/{path}")
        name = os.fsdecode(path) if path is not None else "."
        if handle >= 0 and not os.path.isabs(name):
            name = os.path.join(os.path.realpath(f"/proc/self/fd/{handle}"), name)
        if volg:
            return self.einde(name)
        folder, last = os.path.split(os.path.abspath(name))
        return os.path.join(os.path.realpath(folder), last)

    def einde(self, name: str) -> str:
        """Return where a name leads, every link followed."""
        folder, last = os.path.split(name)
        if not _onder(folder, self.vast) or "/." in name or not last:
            return os.path.realpath(name)
        if folder not in self.leidt:
            self.leidt[folder] = os.path.realpath(folder)
        whole = os.path.join(self.leidt[folder], last)
        return os.path.realpath(whole) if os.path.islink(whole) else whole

    def lees(self, path: str) -> None:
        """Report a file or folder that is read and lies outside."""
        if path.endswith(_CODE) and _onder(path, self.vreemd):
            self.meld("code", path)
        if not _onder(path, self.lezen):
            self.meld("lezen", path)

    def schrijf(self, path: str) -> None:
        """Report a name that is written, made or removed and lies outside."""
        # Python keeps what it compiled beside its own modules.
        if not _onder(path, self.schrijven) and "__pycache__" not in path:
            self.meld("schrijven", path)


def _onder(path: str, folders: tuple[str, ...]) -> bool:
    return any(path == folder or path.startswith(folder + "/") for folder in folders)


def _open(wacht: Wacht, args: Args) -> None:
    path, _, flags = args
    if isinstance(path, int):
        return  # it is open already, and was looked at then
    handle = wacht.map.get(get_ident(), -1)
    where = wacht.pad(path, handle, volg=not flags & os.O_NOFOLLOW)
    (wacht.schrijf if flags & _SCHRIJVEN else wacht.lees)(where)


def _map(wacht: Wacht, args: Args) -> None:
    wacht.lees(wacht.pad(args[0]))


def _naam(*plaatsen: tuple[int, int]) -> Callable[[Wacht, Args], None]:
    """Look at names that are made, changed or removed: (place of the path, place of its folder)."""

    def kijk(wacht: Wacht, args: Args) -> None:
        for path, folder in plaatsen:
            handle = args[folder] if 0 <= folder < len(args) else -1
            wacht.schrijf(wacht.pad(args[path], handle, volg=False))

    return kijk


def _inhoud(wacht: Wacht, args: Args) -> None:
    wacht.schrijf(wacht.pad(args[0]))


def _start(soort: int) -> Callable[[Wacht, Args], None]:
    def kijk(wacht: Wacht, args: Args) -> None:
        words = args[soort]
        parts = [words] if isinstance(words, str | bytes) else list(words)
        wacht.meld("start", [os.fsdecode(part) for part in parts])

    return kijk


def _net(wacht: Wacht, args: Args) -> None:
    wacht.meld("net", repr(args[1:] if len(args) > 1 else args))


def _socket(wacht: Wacht, args: Args) -> None:
    if args[1] in _NET:
        wacht.meld("net", f"socket {args[1:]}")


def _laad(wacht: Wacht, args: Args) -> None:
    name = args[0]
    if isinstance(name, str) and "/" in name:
        wacht.lees(wacht.pad(name))


def _module(wacht: Wacht, args: Args) -> None:
    if args[1]:
        wacht.lees(wacht.pad(args[1]))


_TABEL: dict[str, Callable[[Wacht, Args], None]] = {
    "open": _open,
    "os.listdir": _map,
    "os.scandir": _map,
    "os.mkdir": _naam((0, 2)),
    "os.remove": _naam((0, 1)),
    "os.rmdir": _naam((0, 1)),
    "os.rename": _naam((0, 2), (1, 3)),
    "os.link": _naam((0, 2), (1, 3)),
    "os.symlink": _naam((1, 2)),
    "os.truncate": _inhoud,
    "os.chmod": _inhoud,
    "os.chown": _inhoud,
    "os.utime": _inhoud,
    "os.setxattr": _inhoud,
    "subprocess.Popen": _start(1),
    "os.system": _start(0),
    "os.exec": _start(1),
    "os.posix_spawn": _start(1),
    "os.spawn": _start(2),
    "socket.__new__": _socket,
    "socket.connect": _net,
    "socket.bind": _net,
    "socket.sendto": _net,
    "socket.sendmsg": _net,
    "socket.getaddrinfo": _net,
    "socket.gethostbyname": _net,
    "socket.gethostbyaddr": _net,
    "ctypes.dlopen": _laad,
    "import": _module,
}


def _onthoud_map(wacht: Wacht) -> None:
    """Let the hook know in which folder `os.open` opens a name: the event does not tell."""
    opened = os.open

    def volgend(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        me = get_ident()
        wacht.map[me] = -1 if dir_fd is None else dir_fd
        try:
            return opened(path, flags, mode, dir_fd=dir_fd)
        finally:
            del wacht.map[me]

    # What asks whether the system knows such folders asks it of this very function.
    for known in (os.supports_dir_fd, os.supports_fd, os.supports_follow_symlinks):
        if opened in known:
            known.add(volgend)
    os.open = volgend


def begin() -> None:
    """Watch this process, when an agreement is in its environment."""
    if "VIJANDIG" not in os.environ:
        return
    wacht = Wacht(json.loads(os.environ["VIJANDIG"]))
    wacht.meld("begin", sys.argv if hasattr(sys, "argv") else [])
    _onthoud_map(wacht)
    sys.addaudithook(wacht.haak)


begin()
