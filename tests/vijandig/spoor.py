"""The second watcher: strace sees what libraries in C ask of the system, and what git does.

It is slow, and only there where it is installed; its lines are made into those of `wacht`.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
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
_LATER = " <unfinished ...>"
_SCHRIJVEN = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC")


@dataclass(frozen=True, slots=True)
class Hek:
    """Where may be read and written, and the folder in which all cases stand."""

    lezen: Sequence[str]
    schrijven: Sequence[str]
    werkmap: str


def is_er() -> bool:
    """Tell whether strace is installed."""
    return shutil.which("strace") is not None


def voorvoegsel(spoor: Path) -> tuple[str, ...]:
    """Return the words to put before a command that is to be traced."""
    return ("strace", "-f", "-qq", "-y", "-s", "4096", "-e", f"trace={_CALLS}", "-o", str(spoor))


def verslag(spoor: Path, hek: Hek) -> Iterator[dict[str, Any]]:
    """Yield what lies outside the fence in a trace, in the form of the report of `wacht`."""
    lines = _heel(spoor.read_text("utf-8", errors="replace").splitlines())
    matches = [match for line in lines if (match := _REGEL.match(line))]
    anders: set[str] = set()  # processes that have become another program
    for match in matches[1:]:  # the first is the start of the command itself
        if match["call"].startswith("execve"):
            words = _woorden(match["args"])
            if words[0] != sys.executable:
                anders.add(match["pid"])
            yield {"soort": "start", "wat": words}
            continue
        for soort, wat in _gedaan(match, hek):
            # git and the linker read settings of their own; what is theirs, is not beside a case.
            if match["pid"] not in anders or soort == "net" or _onder(wat, (hek.werkmap,)):
                yield {"soort": soort, "wat": wat}


def _heel(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a trace, those whole that another process came between."""
    begun: dict[str, str] = {}
    for line in lines:
        pid = line.partition(" ")[0]
        if line.endswith(_LATER):
            begun[pid] = line.removesuffix(_LATER)
        elif "<... " in line and pid in begun:
            yield begun.pop(pid) + line.partition(" resumed>")[2]
        else:
            yield line


def _gedaan(match: re.Match[str], hek: Hek) -> Iterator[tuple[str, str]]:
    call, args = match["call"], match["args"]
    if call in ("connect", "bind"):
        if "AF_INET" in args:
            yield "net", f"{call} {args}"
    elif call.startswith(("open", "creat")):
        path = (match["waar"] or "<>")[1:-1]
        soort, fence = _soort(args, hek)
        if path.startswith("/") and not _onder(path, fence):
            yield soort, path
    else:
        for path in _paden(args):
            if _CACHE not in path and not _onder(path, hek.schrijven):
                yield "schrijven", path


def _soort(args: str, hek: Hek) -> tuple[str, Sequence[str]]:
    if any(flag in args for flag in _SCHRIJVEN) and _CACHE not in args:
        return "schrijven", hek.schrijven
    return "lezen", hek.lezen


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
