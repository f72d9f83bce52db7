"""Lets the program loose on hostile dossiers, and tells what it did that it must not.

    scripts/proef_vijandig.py [--alles] [--strace] [--toon] [--seconden 20] [NAAM...]

Each dossier goes through the commands that touch what is hostile in it; with --alles all of them go
through all commands. Prints a line for every command: case, command, seconds, seconds of work,
megabytes, exit and codes. What takes too long with others beside it is tried once more by itself,
within the same bound. Ends with 1 when anything was a breach.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
import traceback
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.vijandig import spoor  # noqa: E402  # found by the line above
from tests.vijandig.gevallen import GEVALLEN, LANG  # noqa: E402
from tests.vijandig.grenzen import MB, SECONDEN  # noqa: E402
from tests.vijandig.opdrachten import ALLE  # noqa: E402
from tests.vijandig.proef import Loop, Regels, maak_voorbeeld, proef  # noqa: E402

_CODE = re.compile(r"\bCV\d{3}\b")
_MEEST = 4  # codes and breaches that a line tells
_BREED = 200  # characters of a breach


def lopen(naam: str, regels: Regels, *, alles: bool) -> list[Loop]:
    """Return how all commands ended on the case of this name."""
    geval = next(geval for geval in GEVALLEN if geval.naam == naam)
    opdrachten = tuple(dict.fromkeys((*geval.opdrachten, *ALLE))) if alles else geval.opdrachten
    try:
        return list(proef(geval, opdrachten, regels))
    except Exception:  # noqa: BLE001  # a case that cannot be made is a breach, with its reason
        reason = traceback.format_exc().strip().splitlines()[-1]
        return [Loop(naam, "-", 0, 0, 0, 0, "", (f"niet gemaakt: {reason}",))]


def toon(loop: Loop) -> None:
    """Print the line of one command."""
    codes = list(dict.fromkeys(_CODE.findall(loop.tekst)))
    shown = " ".join(codes[:_MEEST]) + (" …" if len(codes) > _MEEST else "")
    print(
        f"{loop.geval:28} {loop.opdracht:12} {loop.seconden:5.1f} s {loop.cpu:5.1f} cpu "
        f"{loop.bytes // MB:4} MB  exit {loop.code}  {shown}"
    )
    for breach in loop.overtredingen[:_MEEST]:
        print(f"    OVERTREDING {ascii(breach)[1:-1][:_BREED]}")
    if len(loop.overtredingen) > _MEEST:
        print(f"    OVERTREDING en nog {len(loop.overtredingen) - _MEEST}")
    sys.stdout.flush()


def toon_alle(loops: list[Loop], *, tekst: bool) -> None:
    """Print the lines of commands, and what they said when that is asked."""
    for loop in loops:
        toon(loop)
        if tekst:
            print(loop.tekst)


def gekozen(namen: list[str], *, alles: bool) -> list[str]:
    """Return the names of the cases to try: those that begin with what was named, or all."""
    possible = [g.naam for g in GEVALLEN if os.geteuid() == 0 or not g.wortel]
    if namen:
        return [naam for naam in possible if naam.startswith(tuple(namen))]
    return [naam for naam in possible if alles or naam not in LANG]


def main() -> int:
    """Try the cases, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("namen", nargs="*", help="beginnen van namen van gevallen")
    parser.add_argument("--alles", action="store_true")
    parser.add_argument("--strace", action="store_true")
    parser.add_argument("--toon", action="store_true", help="ook wat de opdrachten zeggen")
    # One more than there are processors: while one waits for its command, another has work.
    parser.add_argument("--processen", type=int, default=(os.cpu_count() or 1) + 1)
    parser.add_argument("--seconden", type=float, default=SECONDEN)
    asked = parser.parse_args()
    if asked.strace and not spoor.is_er():
        parser.error("strace is er niet")
    done: list[Loop] = []
    with tempfile.TemporaryDirectory() as temporary:
        werkmap = Path(temporary)
        regels = Regels(werkmap, maak_voorbeeld(werkmap), asked.seconden, asked.strace)
        with ProcessPoolExecutor(asked.processen) as pool:
            trial = partial(lopen, regels=regels, alles=asked.alles)
            for loops in pool.map(trial, gekozen(asked.namen, alles=asked.alles)):
                toon_alle(loops, tekst=asked.toon)
                done += loops
        for naam in sorted({loop.geval for loop in done if loop.alleen_laat}):
            again = trial(naam)
            toon_alle(again, tekst=asked.toon)
            done = [loop for loop in done if loop.geval != naam] + again
    fout = [loop for loop in done if loop.overtredingen]
    print(
        f"{len({loop.geval for loop in done})} dossiers, {len(done)} opdrachten, hoogstens "
        f"{max(loop.seconden for loop in done):.1f} s en {max(loop.bytes for loop in done) // MB}"
        f" MB; {len(fout)} met een overtreding"
    )
    return 1 if fout else 0


if __name__ == "__main__":
    sys.exit(main())
