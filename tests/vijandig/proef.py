"""Lets one command loose on a hostile dossier, in a process of its own, and judges it."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
import traceback
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from tests.vijandig import grenzen, spoor, uitkomst
from tests.vijandig.opdrachten import OPDRACHTEN
from tests.vijandig.plek import GEHEIM, ROOT, Plek, maak_plek

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.vijandig.plek import Geval

START = (sys.executable, str(grenzen.WACHT / "start.py"))
_KB = 1024  # in which Linux counts memory
_LAAT = "duurde"
_TEN_EINDE = 2  # times as long as a command may take, and it is taken to hang


@dataclass(frozen=True, slots=True)
class Loop:
    """One command on one case, and what was wrong with it."""

    geval: str
    opdracht: str
    seconden: float
    cpu: float
    bytes: int
    code: int
    tekst: str
    overtredingen: tuple[str, ...]

    @property
    def alleen_laat(self) -> bool:
        """Tell whether nothing was wrong but that it took too long."""
        return bool(self.overtredingen) and all(o.startswith(_LAAT) for o in self.overtredingen)


@dataclass(frozen=True, slots=True)
class Regels:
    """How a trial goes: where, the longest a command may take, who watches, and what is run."""

    werkmap: Path
    voorbeeld: Path
    seconden: float = grenzen.SECONDEN
    strace: bool = False
    start: tuple[str, ...] = START


def maak_voorbeeld(werkmap: Path) -> Path:
    """Make the example: in git, with a version that was adopted and papers that were offered."""
    plek = Plek(werkmap / "voorbeeld")
    shutil.copytree(ROOT / "tests/dossiers/klein", plek.dossier)
    for folder in ("uit", "tmp", "thuis"):
        (plek.wortel / folder).mkdir()
    regels = Regels(werkmap, plek.dossier)
    vaststellen = ("vaststellen", "v0", "--besluit", "Besluit", "--datum", "2026-11-01")
    for woorden in (vaststellen, OPDRACHTEN["pakket-alle"]):
        done = _voer_uit(plek, woorden, regels, werkmap / "voorbeeld.verslag")
        if done.code:
            raise RuntimeError(done.tekst)
    shutil.rmtree(plek.dossier / "build")
    maker = (
        sys.executable,
        str(ROOT / "scripts/proefhandtekening.py"),
        "ca",
        str(plek.wortel),
        "P",
    )
    subprocess.run(maker, check=True)
    for woorden in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "Begin")):
        plek.git(*woorden)
    return plek.dossier


def proef(geval: Geval, opdrachten: Sequence[str], regels: Regels) -> Iterator[Loop]:
    """Yield how each command ended on a case."""
    wortel = regels.werkmap / geval.naam
    with _luisteraar() as oor:
        plek = maak_plek(wortel, regels.voorbeeld, oor.getsockname()[1])
        try:
            _bederf(geval, plek)
            lopen = [_loop(geval, plek, opdracht, regels, oor) for opdracht in opdrachten]
        finally:
            _ruim_op(wortel)
    alles = "".join(loop.tekst for loop in lopen)
    genoemd = geval.noemt in alles
    for loop in lopen:
        missing = () if genoemd else (f"noemt '{geval.noemt}' niet",)
        yield loop if genoemd or loop is not lopen[-1] else _met(loop, missing)


def _bederf(geval: Geval, plek: Plek) -> None:
    """Spoil the dossier in a process of its own: what that needs would count for the command."""
    pid = os.fork()
    if pid == 0:
        try:
            geval.bederf(plek)
        except BaseException:  # noqa: BLE001  # told by the process that waits
            (plek.wortel / "tmp/waarom").write_text(traceback.format_exc(), "utf-8")
            os._exit(1)
        os._exit(0)
    if os.waitpid(pid, 0)[1]:
        raise RuntimeError((plek.wortel / "tmp/waarom").read_text("utf-8").splitlines()[-1])


def _loop(geval: Geval, plek: Plek, opdracht: str, regels: Regels, oor: socket.socket) -> Loop:
    buiten, bron = _buiten(plek), uitkomst.stand(plek.dossier)
    papieren = uitkomst.stand(plek.uit)
    verslag = regels.werkmap / f"{geval.naam}.{opdracht}.verslag"
    done = _voer_uit(plek, OPDRACHTEN[opdracht], regels, verslag)
    na = uitkomst.stand(plek.dossier)
    found = [
        *(f"buiten veranderd: {name}" for name in uitkomst.veranderd(buiten, _buiten(plek))),
        *uitkomst.bronnen_veranderd(geval, opdracht, bron, na),
        *uitkomst.gezegd(done.code, done.tekst),
        *uitkomst.uitgelekt(plek.dossier, bron, uitkomst.woorden(geval)),
        *uitkomst.uitgelekt(plek.uit, papieren, uitkomst.woorden(geval)),
        *(f"geheim gezegd: {word}" for word in [GEHEIM] if word in done.tekst),
        *(grenzen.overtreding(regel, opdracht) for regel in done.verslag),
    ]
    if select.select([oor], [], [], 0)[0]:
        oor.accept()[0].close()
        found.append("net: iemand belde aan")
    if done.seconden > regels.seconden:
        found.append(f"{_LAAT} {done.seconden:.0f} s")
    if done.bytes > grenzen.GEHEUGEN:
        found.append(f"nam {done.bytes // grenzen.MB} MB")
    wrong = tuple(dict.fromkeys(one for one in found if one))
    return Loop(
        geval.naam, opdracht, done.seconden, done.cpu, done.bytes, done.code, done.tekst, wrong
    )


def _met(loop: Loop, meer: tuple[str, ...]) -> Loop:
    return replace(loop, overtredingen=(*loop.overtredingen, *meer))


@dataclass(frozen=True, slots=True)
class _Gedaan:
    code: int
    tekst: str
    seconden: float
    cpu: float
    bytes: int
    verslag: tuple[dict[str, Any], ...]


def _voer_uit(plek: Plek, woorden: Sequence[str], regels: Regels, verslag: Path) -> _Gedaan:
    """Run a command, watched; kill it and all it started when it takes too long."""
    kladmap = regels.werkmap / "klad"
    kladmap.mkdir(exist_ok=True)
    hek = grenzen.afspraak(plek, verslag, kladmap)
    trace = verslag.with_suffix(".spoor")
    before = spoor.voorvoegsel(trace) if regels.strace else ()
    said = verslag.with_suffix(".gezegd")
    begin = time.monotonic()
    with said.open("wb") as out:
        process = subprocess.Popen(
            [*before, *regels.start, *woorden],
            cwd=plek.dossier,
            env=_omgeving(plek, hek, kladmap),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        status, usage, geheugen = _wacht_op(process, begin + _TEN_EINDE * regels.seconden)
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = verslag.read_text("utf-8").splitlines() if verslag.exists() else []
    report = [json.loads(line) for line in lines]
    begun = sum(line["soort"] == "begin" for line in report)
    workers = sum(line["soort"] == "start" and line["wat"][0] == sys.executable for line in report)
    if begun <= workers:
        wat = "een werker" if begun else " ".join(woorden)
        report.append({"soort": "niet bewaakt", "wat": wat})
    if regels.strace and trace.exists():
        lezen = (*hek["lezen"], *(path for path, _ in grenzen.DOOR_C))
        schrijven = (*hek["schrijven"], str(verslag))
        report += spoor.verslag(trace, spoor.Hek(lezen, schrijven, str(regels.werkmap)))
    return _Gedaan(
        process.returncode,
        said.read_text("utf-8", errors="replace"),
        time.monotonic() - begin,
        usage.ru_utime + usage.ru_stime,
        geheugen,
        tuple(report),
    )


def _wacht_op(process: subprocess.Popen[bytes], tot: float) -> tuple[int, Any, int]:
    """Wait for a process, or end it; return its status, its usage and the most memory it held.

    What the system counts for it begins with what the process that started it held at the time; so
    the process itself is looked at, and those it started.
    """
    pause, most = 0.005, 0
    while time.monotonic() < tot:
        most = max(most, _geheugen(process.pid))
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            return status, usage, most
        time.sleep(pause)
        pause = min(pause * 1.5, 0.05)
    os.killpg(process.pid, signal.SIGKILL)
    _, status, usage = os.wait4(process.pid, 0)
    return status, usage, most


def _geheugen(pid: int) -> int:
    """Return the most bytes that a process, or one that it started, has held since it began."""
    found = 0
    try:
        family = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        family = []
    for number in (pid, *(child.pid for child in family)):
        with suppress(OSError):
            status = Path(f"/proc/{number}/status").read_text("ascii", errors="replace")
            kilobytes = re.search(r"VmHWM:\s+(\d+) kB", status)
            found = max(found, int(kilobytes[1]) * _KB if kilobytes else 0)
    return found


def _omgeving(plek: Plek, hek: dict[str, Any], kladmap: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "USER": "proef",  # else the system is asked who this is
        "HOME": str(plek.wortel / "thuis"),
        "TMPDIR": str(plek.wortel / "tmp"),
        "XDG_CACHE_HOME": str(kladmap),  # which fonts there are
        "LANG": "C.UTF-8",
        "PYTHONPATH": f"{grenzen.WACHT}{os.pathsep}{ROOT / 'src'}",
        "VIJANDIG": json.dumps(hek),
    }


def _buiten(plek: Plek) -> uitkomst.Stand:
    """Return what lies beside the dossier and is nobody's to change."""
    folders = ("buiten", "thuis")
    found = {f"{f}/{key}": at for f in folders for key, at in _stand(plek, f).items()}
    return {**found, **dict.fromkeys(os.listdir(plek.wortel), ("er",))}


def _stand(plek: Plek, folder: str) -> uitkomst.Stand:
    path = plek.wortel / folder
    return uitkomst.stand(path) if path.is_dir() else {}


@contextmanager
def _luisteraar() -> Iterator[socket.socket]:
    """Listen on a port of this machine that nobody has a reason to call."""
    with socket.create_server(("127.0.0.1", 0)) as oor:
        yield oor


def _ruim_op(wortel: Path) -> None:
    subprocess.run(["umount", "-q", str(wortel / "dossier/convenant/deel-1")], check=False)
    shutil.rmtree(wortel, ignore_errors=True)
