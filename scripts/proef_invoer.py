"""Feeds the program what nobody would write: no input may end in a traceback, or take for ever.

Each case is a copy of a dossier of the tests of which a few files are spoilt, by bytes or by
values, and a command with words that may be as bad. It runs in this process, as the tests do. A
failure is an exception that comes out, an exit code that no command has, English on the terminal,
or a case that takes more than twenty seconds of work. What failed is kept: files and command.

    PYTHONPATH=. python scripts/proef_invoer.py                  two minutes
    PYTHONPATH=. python scripts/proef_invoer.py --minuten 600    a night

    --minuten N    how long
    --zaad N       where chance begins; the same number gives the same cases
    --uit MAP      where failures are kept; build/invoer when not said
"""

from __future__ import annotations

import argparse
import contextlib
import json
import re
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.programma import convenant
from tests.voorbeelden import ROOT

from convenantwerk.basis.stromen import rustig
from invoer.bederf import Geval, gevallen, schrijf

if TYPE_CHECKING:
    from collections.abc import Iterator

_SECONDEN = 20
_GEHEUGEN = 6 << 30
_GANG = 50  # cases before the clock is looked at
# 0: well; 1: a fout; 2: wrong usage; 3: stopped after something was recorded.
_CODES = (0, 1, 2, 3)
_ENGELS = re.compile(r"Traceback|Warning: |WARNING|ERROR|CRITICAL|Exception ignored|\bError: ")


class _TeLaatError(BaseException):
    """A case took too long; no `except Exception` may swallow it."""


@dataclass
class Uitslag:
    """What came of all cases so far."""

    aantal: int = 0
    langst: float = 0.0
    codes: Counter[int] = field(default_factory=Counter)
    fouten: Counter[str] = field(default_factory=Counter)


def beproef(geval: Geval, folder: Path) -> tuple[str, str, int]:
    """Run one case in a folder of its own.

    Returns:
        What is wrong in a few words, "" when nothing is; the details; and the exit code.
    """
    root = schrijf(geval, folder / "dossier")
    try:
        with _wekker():
            done = convenant(*geval.woorden, cwd=root)
    except _TeLaatError as error:
        return f"langer dan {_SECONDEN} s in {_plek(error)}", traceback.format_exc(), -1
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  this is what is looked for
        return f"{type(error).__name__} in {_plek(error)}", traceback.format_exc(), -1
    said = done.stdout + done.stderr
    if done.returncode not in _CODES:
        return f"exitcode {done.returncode}", said, done.returncode
    # What the program repeats of the words of a user is not its own English.
    if (match := _ENGELS.search(said)) and match.group() not in " ".join(geval.woorden):
        return f"Engels: {match.group()}", said, done.returncode
    return "", "", done.returncode


def _plek(error: BaseException) -> str:
    """Return where in the program it went wrong: the last line of ours."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "convenantwerk" in frame.filename]
    last = (own or list(frames))[-1]
    return f"{Path(last.filename).name}:{last.lineno}"


@contextlib.contextmanager
def _wekker() -> Iterator[None]:
    def wek(*_: object) -> NoReturn:
        raise _TeLaatError

    # The work of this process is counted, so that a busy machine fails nothing; and, more widely,
    # the clock, for who waits.
    timers = (
        (signal.SIGPROF, signal.ITIMER_PROF, _SECONDEN),
        (signal.SIGALRM, signal.ITIMER_REAL, 6 * _SECONDEN),
    )
    for sign, timer, seconds in timers:
        signal.signal(sign, wek)
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for sign, timer, _ in timers:
            signal.setitimer(timer, 0)
            signal.signal(sign, signal.SIG_DFL)


def bewaar(geval: Geval, wat: str, details: str, uit: Path, nummer: int) -> None:
    """Keep a case that failed: the files that differ, the command and what happened."""
    naam = f"{nummer:03d}-{re.sub(r'[^A-Za-z0-9]+', '-', wat)[:60].strip('-')}"
    folder = uit / naam
    for pad, data in geval.bestanden.items():
        target = folder / "bestanden" / pad
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    folder.mkdir(parents=True, exist_ok=True)
    words = json.dumps({"dossier": geval.bron, "woorden": list(geval.woorden)}, indent=2)
    (folder / "opdracht.json").write_text(words, "utf-8")
    (folder / "uitkomst.txt").write_text(details, "utf-8", errors="backslashreplace")


def gang(zaad: int, uitslag: Uitslag, uit: Path, einde: float) -> None:
    """Try a number of cases that one seed gives."""

    @seed(zaad)
    @settings(
        max_examples=_GANG,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(gevallen())
    def elk(geval: Geval) -> None:
        if time.monotonic() > einde:
            return
        begin = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="proef-") as folder:
            wat, details, code = beproef(geval, Path(folder))
        uitslag.aantal += 1
        uitslag.langst = max(uitslag.langst, time.monotonic() - begin)
        uitslag.codes[code] += 1
        if wat:
            uitslag.fouten[wat] += 1
            if uitslag.fouten[wat] == 1:
                print(f"FOUT: {wat}: {' '.join(geval.woorden)!a}", file=sys.stderr)
                bewaar(geval, wat, details, uit, len(uitslag.fouten))

    elk()


def main() -> None:
    """Try cases until the time is over; exit 1 when one of them failed."""
    parser = argparse.ArgumentParser(description="Voert het programma wat niemand zou schrijven.")
    parser.add_argument("--minuten", type=float, default=2)
    parser.add_argument("--zaad", type=int, default=1)
    parser.add_argument("--uit", type=Path, default=ROOT / "build" / "invoer")
    given_ = parser.parse_args()
    rustig()  # as the program does for a user
    resource.setrlimit(resource.RLIMIT_AS, (_GEHEUGEN, _GEHEUGEN))
    shutil.rmtree(given_.uit, ignore_errors=True)
    uitslag = Uitslag()
    einde = time.monotonic() + given_.minuten * 60
    zaad = given_.zaad
    while time.monotonic() < einde:
        gang(zaad, uitslag, given_.uit, einde)
        zaad += 1
    print(f"{uitslag.aantal} gevallen, langst {uitslag.langst:.1f} s, exitcodes {uitslag.codes}")
    for wat, times in uitslag.fouten.most_common():
        print(f"  {times} keer {wat}")
    if uitslag.fouten:
        sys.exit(f"{len(uitslag.fouten)} soorten fouten; de invoer staat in {given_.uit}")


if __name__ == "__main__":
    main()
