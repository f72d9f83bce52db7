"""The second watcher: strace sees what libraries in C ask of the system, and what git does.

It is slow, and only there where it is installed; its lines are made into those of `wacht`.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_NAMEN = (
    "unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat"
)
_CALLS = f"execve,execveat,open,openat,openat2,creat,connect,bind,truncate,{_NAMEN}"
_REGEL = re.compile(r"^(?P<pid>\d+) +(?P<call>\w+)\((?P<args>.*)\) = (?P<klaar>\d+)(?P<waar><.*>)?")
_WOORD = re.compile(
    r'(?:AT_FDCWD<(?P<hier>[^>]*)>|\d+<(?P<map>[^>]*)>)?(?:, )?"(?P<pad>(?:[^"\\]|\\.)*)"'
)
_CACHE = "__pycache__"  # Python keeps what it compiled beside its own modules
_SCHRIJVEN = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")


def is_er() -> bool:
    """Tell whether strace is installed."""
    return shutil.which("strace") is not None


def voorvoegsel(spoor: Path) -> tuple[str, ...]:
    """Return the words to put before a command that is to be traced."""
    return ("strace", "-f", "-qq", "-y", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(spoor))


def verslag(
    spoor: Path, lezen: Sequence[str], schrijven: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """Yield what lies outside the fence in a trace, in the form of the report of `wacht`."""
    lines = spoor.read_text("utf-8", errors="replace").splitlines()
    matches = [match for line in lines if (match := _REGEL.match(line))]
    for match in matches[1:]:  # the first is the start of the command itself
        call, args = match["call"], match["args"]
        if call.startswith("execve"):
            yield {"soort": "start", "wat": _woorden(args)}
        elif call in ("connect", "bind"):
            if "AF_INET" in args or "AF_UNIX" in args:
                yield {"soort": "net", "wat": f"{call} {args}"}
        elif call.startswith(("open", "creat")):
            path = (match["waar"] or "<>")[1:-1]
            soort, fence = _soort(args, lezen, schrijven)
            if path.startswith("/") and not _onder(path, fence):
                yield {"soort": soort, "wat": path}
        else:
            outside = (path for path in _paden(args) if not _onder(path, schrijven))
            yield from ({"soort": "schrijven", "wat": p} for p in outside if _CACHE not in p)


def _soort(args: str, lezen: Sequence[str], schrijven: Sequence[str]) -> tuple[str, Sequence[str]]:
    if any(flag in args for flag in _SCHRIJVEN) and _CACHE not in args:
        return "schrijven", schrijven
    return "lezen", lezen


def _paden(args: str) -> Iterator[str]:
    for match in _WOORD.finditer(args):
        folder = match["hier"] or match["map"] or "/"
        path = os.path.normpath(os.path.join(folder, match["pad"]))
        yield os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))


def _woorden(args: str) -> list[str]:
    """Return the command line of an execve: what stands between the square brackets."""
    inside = args.partition("[")[2].rpartition("]")[0]
    return [match["pad"] for match in _WOORD.finditer(inside)]


def _onder(path: str, folders: Sequence[str]) -> bool:
    return any(path == folder or path.startswith(folder + "/") for folder in folders)
