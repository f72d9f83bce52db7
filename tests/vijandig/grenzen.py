"""What a command may do outside its dossier, each with its reason; all else is a breach."""

from __future__ import annotations

import re
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.vijandig.plek import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.vijandig.plek import Plek

WACHT = Path(__file__).with_name("wacht")
MB = 1_000_000
SECONDEN = 20.0  # that a command may take
GEHEUGEN = 600 * MB  # that its largest process may need
_RUIMTE = 4_000 * MB  # of addresses: more than it may need, and less than breaks this machine
_BESTAND = 1_000 * MB


def _bijgezet() -> tuple[str, ...]:
    """Return the folders that the environment itself adds, such as src/ of a clone."""
    files = Path(sysconfig.get_path("purelib")).glob("*.pth")
    lines = (line for file in files for line in file.read_text("utf-8").splitlines())
    return tuple(line for line in lines if Path(line).is_absolute())


# Where anyone may read: the interpreter, this program, and what the system keeps for all.
LEZEN: tuple[tuple[str, str], ...] = (
    (str(ROOT / "src"), "the program"),
    (str(ROOT / "templates"), "the house style that comes with it"),
    (str(WACHT), "the watcher itself"),
    (sys.prefix, "the interpreter and the packages"),
    (sys.base_prefix, "the interpreter and its library"),
    *((path, "the program, as it was installed") for path in _bijgezet()),
    ("/usr/lib", "libraries of the system"),
    ("/usr/local/lib", "libraries of the system"),
    ("/lib", "libraries of the system"),
    ("/usr/share/fonts", "fonts of the system"),
    ("/usr/local/share/fonts", "fonts of the system"),
    ("/usr/share/fontconfig", "which fonts there are"),
    ("/usr/share/zoneinfo", "the clock"),
    ("/usr/share/locale", "the language of messages of the system"),
    ("/usr/share/mime", "kinds of files"),
    ("/var/cache/fontconfig", "which fonts there are"),
    ("/etc/fonts", "which fonts there are"),
    ("/etc/ld.so.cache", "where libraries are"),
    ("/etc/localtime", "the clock"),
    ("/etc/mime.types", "kinds of files: Python's mimetypes"),
    ("/dev/null", "nothing"),
    ("/dev/urandom", "chance"),
)
# Reading that is no danger to anybody, whatever the number of the process.
GELEZEN: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"/proc/(stat|\d+/(stat|statm|status))"), "a worker's time and memory are watched"),
)
# What libraries in C read besides, which only strace sees.
DOOR_C: tuple[tuple[str, str], ...] = (
    ("/proc", "the system tells a process of itself"),
    ("/etc/locale.alias", "the C library looks up the language"),
    ("/etc/ssl", "OpenSSL begins: for hashes, and what pyHanko imports makes it read certificates"),
    ("/sys/devices/system/cpu", "how many processors there are"),
    ("/sys/fs/cgroup", "how many processors there are for us"),
)
SCHRIJVEN: tuple[tuple[str, str], ...] = (("/dev/null", "nothing"),)


@dataclass(frozen=True, slots=True)
class Programma:
    """A program that may be started.

    Args:
        woorden: matches the words of its command line, with spaces between.
        reden: why it may.
        bij: the commands that may; all of them when there are none.
    """

    woorden: re.Pattern[str]
    reden: str
    bij: tuple[str, ...] = ()


PROGRAMMAS: tuple[Programma, ...] = (
    Programma(
        re.compile(r"(/sbin/)?ldconfig -p"),
        "ctypes.util.find_library asks where the libraries of WeasyPrint are",
    ),
    Programma(
        re.compile(r"\S*(gcc|cc|ld|collect2|objdump|x86_64-linux-gnu-\S+) .*"),
        "ctypes.util.find_library asks the compiler when the system does not know a library",
    ),
    Programma(re.compile(re.escape(sys.executable) + r" .*"), "a worker of the program itself"),
    Programma(
        re.compile(r"(\S*/)?git (?!.*(\bclone|\bfetch|\bpull|\bcheckout|\barchive)\b).*"),
        "reads objects of the dossier's repository",
        bij=("renvooi",),
    ),
)


def afspraak(plek: Plek, verslag: Path, kladmap: Path) -> dict[str, Any]:
    """Return the fence of a case, as `wacht` reads it."""
    eigen = [str(path) for path in (plek.dossier, plek.uit, plek.wortel / "tmp", kladmap)]
    return {
        "verslag": str(verslag),
        "lezen": [*eigen, *(path for path, _ in LEZEN), "/proc/self"],
        "schrijven": [*eigen, *(path for path, _ in SCHRIJVEN)],
        "vreemd": eigen,
        "geheugen": _RUIMTE,
        "bestand": _BESTAND,
    }


def mag_starten(woorden: Sequence[str], opdracht: str) -> bool:
    """Tell whether a command may start a program."""
    line = " ".join(woorden)
    return any(
        programma.woorden.fullmatch(line) and (not programma.bij or opdracht in programma.bij)
        for programma in PROGRAMMAS
    )


def overtreding(regel: Mapping[str, Any], opdracht: str) -> str:
    """Return what is wrong with a line of a report, "" when it may be."""
    soort, wat = regel["soort"], regel["wat"]
    if soort == "lezen" and any(form.fullmatch(wat) for form, _ in GELEZEN):
        return ""
    if soort == "begin" or (soort == "start" and mag_starten(wat, opdracht)):
        return ""
    told = " ".join(wat) if soort == "start" else wat
    return f"{soort}: {told}"
