"""How fast the registers answer: the repository's dossier, and dossiers of growing size.

Run: .venv/bin/python benchmarks/registers.py [--snel]. Whole commands, from cold: the processor
time, which others at work on the machine change least, the median of a few rounds. With --snel no
more than 625 partners. Targets: `stand` 0.36 s and `termijnen` 0.4 s on this dossier; at 5,000
partners with 60,000 gebeurtenissen 2 s, growing linearly.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

ROOT = Path(__file__).parent.parent
COMMAND = Path(sys.executable).with_name("convenant")
_ROUNDS = 5
_PER_PARTNER = 12
FIRST = date(2019, 1, 21)  # the day of the first besluit; each day has one
_DAYS = 300


def run(root: Path, *arguments: str, rounds: int = _ROUNDS) -> float:
    """Return the median of the seconds of processor time, user and system, of a whole command."""
    times = []
    for _ in range(rounds):
        before = getrusage(RUSAGE_CHILDREN)
        done = subprocess.run(
            [COMMAND, "--dossier", root, *arguments], capture_output=True, check=False, text=True
        )
        after = getrusage(RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        if done.returncode:
            sys.exit(done.stderr[-500:])
    return median(times)


def made(folder: Path, partners: int) -> Path:
    """Return this dossier with so many partners more, and twelve gebeurtenissen for each."""
    root = folder / f"dossier-{partners}"
    for part in ("convenant", "addenda"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("versies"))
    registers = root / "convenant" / "registers"
    for name, rows in (
        ("partners", [_partner(n) for n in range(partners)]),
        ("ondertekenaars", [_signer(n) for n in range(partners)]),
        ("besluiten", [_decision(FIRST + timedelta(days=n)) for n in range(_DAYS)]),
    ):
        with (registers / f"{name}.yaml").open("a", encoding="utf-8") as register:
            register.writelines(rows)
    events = sorted(event for n in range(partners) for event in _events(n))
    text = "gebeurtenissen:\n" + "".join(events)
    (registers / "gebeurtenissen.yaml").write_text(text, encoding="utf-8")
    return root


def _partner(n: int) -> str:
    return f"  - sleutel: partner-{n}\n    naam: Voorbeeldpartner {n}\n    soort: ketenpartner\n"


def _signer(n: int) -> str:
    return (
        f"  - sleutel: t-{n}\n    partner: partner-{n}\n    organisatie: Voorbeeld {n}\n"
        f"    functie: directeur\n    titel: ''\n    naam: T. Voorbeeld {n}\n"
    )


def _decision(day: date) -> str:
    """Return the besluit of the Stuurgroep of a day."""
    return (
        f"  - sleutel: besluit-{day}\n    datum: {day}\n    titel: Besluit van {day}\n"
        "    orgaan: Stuurgroep\n    plaats: Voorbeeldstad\n"
    )


def _events(n: int) -> list[str]:
    """Return twelve gebeurtenissen of a partner: let in, signed, notices given and withdrawn."""
    decided = FIRST + timedelta(days=n % _DAYS)
    signed = f"    ondertekenaar: t-{n}\n    delen: [deel-1, deel-2]\n"
    steps = (
        (-20, "verzoek-toetreding", ""),
        (0, "instemming", f"    besluit: besluit-{decided}\n"),
        (10, "ondertekening", signed),
        (20, "toetreding", ""),
        (80, "opzegging", "    vorm: aangetekend\n"),
        (90, "intrekking-opzegging", ""),
        (92, "instemming-intrekking", ""),
        (380, "opzegging", "    vorm: aangetekend\n"),
        (390, "intrekking-opzegging", ""),
        (392, "instemming-intrekking", ""),
        (780, "ondertekening", signed),
        (980 + n % 900, "opzegging", "    vorm: aangetekend\n"),
    )
    return [
        f"  - datum: {decided + timedelta(days=after)}\n    soort: {soort}\n"
        f"    partner: partner-{n}\n{rest}"
        for after, soort, rest in steps
    ]


def main() -> None:
    """Print the table."""
    snel = sys.argv[1:] == ["--snel"]
    print("dossier of the repository        seconds  (targets 0.36 and 0.4)")
    for command in ("stand", "termijnen", "partners", "overleggen"):
        print(f"  {command:<12}                   {run(ROOT, command):.2f}")
    print("partners  gebeurtenissen   stand  termijnen   (target 2 s at 5,000)")
    with tempfile.TemporaryDirectory() as temporary:
        for partners in (160, 320, 625) if snel else (625, 1250, 2500, 5000):
            root = made(Path(temporary), partners)
            stand = run(root, "stand", "--json", rounds=3)
            termijnen = run(root, "termijnen", "--json", rounds=3)
            print(f"{partners:>8}  {partners * _PER_PARTNER:>14}  {stand:>6.2f}  {termijnen:>9.2f}")


if __name__ == "__main__":
    main()
