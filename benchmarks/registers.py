"""How fast the registers answer: the repository's dossier, and dossiers of growing size.

Run: .venv/bin/python benchmarks/registers.py. Whole commands, from cold, median of a few rounds.
Targets: `stand` and `termijnen` on this dossier 0.4 s; 5,000 partners with 50,000 gebeurtenissen
2 s for `stand`, growing linearly.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("convenant")
_ROUNDS = 5
_PER_PARTNER = 10


def run(root: Path, *arguments: str, rounds: int = _ROUNDS) -> float:
    """Return the median time in seconds of a whole command."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        done = subprocess.run(
            [COMMAND, "--dossier", root, *arguments], capture_output=True, check=False, text=True
        )
        times.append(perf_counter() - start)
        if done.returncode:
            sys.exit(done.stderr[-500:])
    return median(times)


def made(folder: Path, partners: int) -> Path:
    """Return a dossier with this many partners and ten gebeurtenissen for each."""
    root = folder / f"dossier-{partners}"
    for part in ("convenant", "addenda"):
        shutil.copytree(
            ROOT / part, root / part, ignore=shutil.ignore_patterns("versies", "registers")
        )
    registers = root / "convenant" / "registers"
    registers.mkdir()
    rows = [
        f"  - sleutel: partner-{n}\n    naam: Voorbeeldpartner {n}\n    soort: ketenpartner\n"
        for n in range(partners)
    ]
    (registers / "partners.yaml").write_text("partners:\n" + "".join(rows))
    signers = [
        f"  - sleutel: t-{n}\n    partner: partner-{n}\n    organisatie: Voorbeeld {n}\n"
        f"    functie: directeur\n    titel: ''\n    naam: T. Voorbeeld {n}\n"
        for n in range(partners)
    ]
    (registers / "ondertekenaars.yaml").write_text("ondertekenaars:\n" + "".join(signers))
    (registers / "gebeurtenissen.yaml").write_text(
        "gebeurtenissen:\n" + "".join(sorted(_events(partners)))
    )
    return root


def _events(partners: int) -> list[str]:
    """Return for each partner ten gebeurtenissen: in, signed, and notices given and withdrawn."""
    events = []
    for n in range(partners):
        day = date(2019, 1, 1) + timedelta(days=n % 300)
        steps: list[tuple[int, str, str]] = [
            (0, "verzoek-toetreding", ""),
            (30, "toetreding", ""),
            (40, "ondertekening", f"    ondertekenaar: t-{n}\n    delen: [deel-1, deel-2]\n"),
            (100, "opzegging", "    vorm: aangetekend\n"),
            (110, "intrekking-opzegging", ""),
            (400, "opzegging", "    vorm: aangetekend\n"),
            (410, "intrekking-opzegging", ""),
            (800, "ondertekening", f"    ondertekenaar: t-{n}\n    delen: [deel-1]\n"),
            (900, "ondertekening", f"    ondertekenaar: t-{n}\n    delen: [deel-2]\n"),
            (1000 + n % 900, "opzegging", "    vorm: aangetekend\n"),
        ]
        events += [
            f"  - datum: {day + timedelta(days=after)}\n    soort: {soort}\n"
            f"    partner: partner-{n}\n{rest}"
            for after, soort, rest in steps
        ]
    return events


def main() -> None:
    """Print the table."""
    print("dossier of the repository        seconds  (target 0.4)")
    for command in ("stand", "termijnen", "partners", "overleggen"):
        print(f"  {command:<12}                   {run(ROOT, command):.2f}")
    print("partners  gebeurtenissen   stand  termijnen   (target 2 s at 5,000)")
    with tempfile.TemporaryDirectory() as temporary:
        for partners in (625, 1250, 2500, 5000):
            root = made(Path(temporary), partners)
            stand = run(root, "stand", "--json", rounds=3)
            termijnen = run(root, "termijnen", "--json", rounds=3)
            print(f"{partners:>8}  {partners * _PER_PARTNER:>14}  {stand:>6.2f}  {termijnen:>9.2f}")


if __name__ == "__main__":
    main()
