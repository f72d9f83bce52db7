"""What recording costs: whole commands that record, build and check, CPU beside wall time.

Run: .venv/bin/python benchmarks/vastleggen.py [--tegen MAP] [--rondes N]. With --tegen each command
runs in turn with the code of this clone and with that of another (its folder src), and the ratio is
given. Every command starts from a fresh copy of the small dossier.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parents[1]
COMMANDS = {
    "weigering (records a row)": "ondertekening weigering politie --datum 2026-02-10 --ja "
    "--op 2026-02-10",
    "opzegging (a row and letters)": "opzegging politie --ontvangen 2026-02-10 --formaat md --ja "
    "--op 2026-02-10",
    "vaststellen (a version)": "vaststellen 2027 --besluit Besluit --datum 2026-06-01",
    "bouw md,html": "bouw --formaat md,html --op 2026-02-10",
    "bouw pdf,docx": "bouw --formaat pdf,docx --op 2026-02-10",
    "controleer": "controleer --op 2026-02-10",
}


def begin(folder: Path, src: Path) -> Path:
    """Return a dossier with a version that politie was asked to sign."""
    klein = src.parent / "tests" / "dossiers" / "klein"
    root = Path(shutil.copytree(klein, folder / "begin"))
    for words in (
        "vaststellen 2026 --besluit Besluit --datum 2026-01-01",
        "pakket politie --ja --op 2026-02-01",
    ):
        run(root, src, words)
    return root


def run(root: Path, src: Path, words: str) -> tuple[float, float]:
    """Run a command with the code in a folder; return wall time and CPU time in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "convenantwerk", *words.split()],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(src)},
        capture_output=True,
        check=False,
        text=True,
    )
    wall = perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr[-500:])
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Time every command, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tegen", type=Path, help="another clone")
    parser.add_argument("--rondes", type=int, default=9)
    asked = parser.parse_args()
    sources = [ROOT / "src", *([asked.tegen / "src"] if asked.tegen else [])]
    with tempfile.TemporaryDirectory() as temporary:
        # Each code reads a dossier as it was written in its days.
        first = {source: begin(Path(temporary, str(n)), source) for n, source in enumerate(sources)}
        for name, words in COMMANDS.items():
            times: list[list[tuple[float, float]]] = [[] for _ in sources]
            for _ in range(asked.rondes):
                for source, found in zip(sources, times, strict=True):
                    root = Path(shutil.copytree(first[source], Path(temporary) / "ronde"))
                    found.append(run(root, source, words))
                    shutil.rmtree(root)
            here, *others = [[median(column) for column in zip(*t, strict=True)] for t in times]
            line = f"{name:<32} wall {here[0]:.3f} s  cpu {here[1]:.3f} s"
            for there in others:
                line += f"   {1000 * (here[0] - there[0]):+.0f} ms, cpu x {here[1] / there[1]:.2f}"
            print(line)


if __name__ == "__main__":
    main()
