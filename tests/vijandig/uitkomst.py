"""What a command left behind: what it said, made, and changed."""

from __future__ import annotations

import os
import re
import stat
import zipfile
from base64 import b64decode
from email import message_from_bytes
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from tests.vijandig.opdrachten import VERANDERT
from tests.vijandig.plek import GEHEIM, KWAAD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.vijandig.plek import Geval

_EINDEN = (0, 1, 2, 3, 130)
_TRACEBACK = re.compile(r"Traceback \(most recent|Exception ignored|^\s+File \"", re.MULTILINE)
# Words that English has and Dutch has not, in a line that the program did not write.
_ENGELS = re.compile(
    r"\b(the|and|cannot|could not|failed|failure|unable|invalid|error|errors|warning|exception"
    r"|not|found|no such|too many|unsupported|unexpected|missing|fatal|denied|exceeded)\b",
    re.IGNORECASE,
)
_IN_PAGINA = re.compile(rb"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)")
_GROOTST = 50_000_000  # bytes of a file that is searched
Stand = dict[str, tuple[object, ...]]


def stand(folder: Path) -> Stand:
    """Return all that lies below a folder, links not followed: what it is and holds."""
    found: Stand = {}
    for top, folders, files in os.walk(os.fsencode(folder)):
        for name in (*folders, *files):
            path = os.path.join(top, name)
            key = os.fsdecode(os.path.relpath(path, os.fsencode(folder)))
            found[key] = _toestand(path)
    return found


def _toestand(path: bytes) -> tuple[object, ...]:
    at = os.lstat(path)
    if stat.S_ISREG(at.st_mode) and at.st_size <= _GROOTST:
        with open(path, "rb") as file:
            return "bestand", sha256(file.read()).hexdigest(), at.st_mtime_ns
    if stat.S_ISLNK(at.st_mode):
        return "koppeling", os.readlink(path)
    return stat.S_IFMT(at.st_mode), at.st_size if stat.S_ISREG(at.st_mode) else 0


def veranderd(voor: Stand, na: Stand) -> list[str]:
    """Return what is not as it was."""
    return sorted(key for key in voor.keys() | na.keys() if voor.get(key) != na.get(key))


def bronnen_veranderd(geval: Geval, opdracht: str, voor: Stand, na: Stand) -> Iterator[str]:
    """Yield what a command changed in a dossier, beside what it may."""
    mag = ("build", ".convenant", *VERANDERT.get(opdracht, ()))
    for key in veranderd(voor, na):
        is_folder = na.get(key, ("",))[0] == stat.S_IFDIR
        if not (geval.verandert or key.startswith(mag) or (is_folder and key not in voor)):
            yield f"bron veranderd: {key!a}"


def gezegd(code: int, tekst: str) -> Iterator[str]:
    """Yield what is wrong with how a command ended and with what it said."""
    if code not in _EINDEN:
        yield f"exit {code}"
    if _TRACEBACK.search(tekst):
        last = [line for line in tekst.splitlines() if line.strip()][-1:]
        yield f"traceback: {''.join(last)[:200]}"
        return
    for line in tekst.splitlines():
        # What is quoted is of the dossier, which is in no language.
        if _ENGELS.search(re.sub(r"'[^']*'", "", line)):
            yield f"Engels: {line.strip()[:200]}"
            return


def uitgelekt(folder: Path, voor: Stand, woorden: tuple[str, ...]) -> Iterator[str]:
    """Yield what was made below a folder and holds what it should not."""
    for key, now in stand(folder).items():
        if now[0] == "bestand" and voor.get(key) != now:
            data = (folder / key).read_bytes()
            for word in woorden:
                if _houdt(data, word.encode()):
                    yield f"{'geheim' if word == GEHEIM else 'lading'} in {key}"


def woorden(geval: Geval) -> tuple[str, ...]:
    """Return what nothing that is made of a case may hold."""
    return (GEHEIM,) if geval.onschuldig else (GEHEIM, KWAAD)


def _houdt(data: bytes, word: bytes) -> bool:
    if word in data:
        return True
    if data.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(BytesIO(data)) as inside:
                return any(
                    _houdt(inside.read(entry), word)
                    for entry in inside.infolist()
                    if entry.file_size <= _GROOTST
                )
        except (zipfile.BadZipFile, RuntimeError):
            return False
    if data.startswith((b"MIME-Version", b"Subject", b"From", b"X-Unsent", b"Date")):
        parts = (part.get_payload(decode=True) for part in message_from_bytes(data).walk())
        return any(isinstance(part, bytes) and _houdt(part, word) for part in parts)
    return any(word in b64decode(match[1]) for match in _IN_PAGINA.finditer(data))
