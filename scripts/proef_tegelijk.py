"""Several processes record, adopt and build at once on one dossier; nothing may be lost or broken.

    scripts/proef_tegelijk.py [--seconden 60] [--processen 8]

Ends with 1 when an event that was said to be recorded is not there once, a version is not whole, a
build is mixed, or a command waited longer than it may.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.programma import convenant  # noqa: E402  # found by the line above

from convenantwerk.dossier.gebeurtenissen import van_soort  # noqa: E402
from convenantwerk.dossier.gebeurtenissen.deelname import Toetredingsverzoek  # noqa: E402
from convenantwerk.dossier.lezen import Dossierlezer  # noqa: E402
from convenantwerk.geopend.geopend import Geopend  # noqa: E402

OP = "2026-11-24"
_MEEST = 10  # faults that are told
LANGST = 20.0  # seconds that one command may take while seven others are at it
FEITEN = (
    *("--tekenaar", "V. Voorbeeld", "--functie", "bestuurder", "--soort", "ketenpartner"),
    *("--email", "info@voorbeeld.example", "--ja", "--op", OP),
)
Verslag = list[tuple[str, int, float, str]]


def werk(root: Path, wie: int, tot: float, verslagen: multiprocessing.Queue[Verslag]) -> None:
    """Give one command after another until the time is over, and report how each ended."""
    verslag: Verslag = []
    n = 0
    while time.monotonic() < tot:
        n += 1
        naam = f"{wie}-{n}"
        words = {
            # With a sleutel, for names this alike are taken for one another.
            0: ("toetreding", f"Stichting {naam}", "verzoek", "--sleutel", f"s-{naam}", *FEITEN),
            1: ("vaststellen", f"v{naam}", "--besluit", "Besluit", "--datum", OP),
            2: ("bouw", "--formaat", "md", *(("convenant",) if n % 2 else ())),
        }[(n + wie) % 3]
        begin = time.monotonic()
        done = convenant(*words, cwd=root)
        seconds = time.monotonic() - begin
        verslag.append((" ".join(words[:2]), done.returncode, seconds, done.stderr))
    verslagen.put(verslag)


def fouten(root: Path, verslag: Verslag) -> list[str]:
    """Return what is wrong with the dossier when all is over."""
    found = [
        f"{words}: exit {code} na {seconds:.1f} s: {err.strip()[:300]}"
        for words, code, seconds, err in verslag
        if seconds > LANGST
        or code not in (0, 1)
        or (code == 1 and not any(known in err for known in ("CV910", "CV911")))
    ]
    gezegd = [words for words, code, _, _ in verslag if code == 0]
    registers, problems = Dossierlezer(root).registers
    found += [f"{f.position}: {f.melding}" for f in problems]
    if registers is None:
        return found
    namen = Counter(p.naam for p in registers.partners)
    verzoeken = Counter(g.partner for g in van_soort(registers.gebeurtenissen, Toetredingsverzoek))
    for words in gezegd:
        if words.startswith("toetreding "):
            naam = words.removeprefix("toetreding ")
            sleutel = next((p.sleutel for p in registers.partners if p.naam == naam), "")
            if (namen[naam], verzoeken[sleutel]) != (1, 1):
                found.append(f"{naam}: {namen[naam]} keer partner, {verzoeken[sleutel]} verzoeken")
    versies = Geopend(root, date.fromisoformat(OP)).versies
    found += [f"{f.position}: {f.melding}" for f in versies.bevindingen]
    gemaakt = {w.removeprefix("vaststellen ") for w in gezegd if w.startswith("vaststellen")}
    er_zijn = {v.gegevens.naam for v in versies.versies}
    if gemaakt | {"v0"} != er_zijn:
        found.append(f"versies: gezegd {sorted(gemaakt)}, er zijn {sorted(er_zijn)}")
    return found + _bouwfouten(root / "build")


def _bouwfouten(folder: Path) -> list[str]:
    listed = json.loads((folder / "manifest.json").read_text("utf-8"))["bestanden"]
    named = {entry["pad"]: entry["sha256"] for entry in listed}
    there = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }
    return [] if named == there else [f"build: {sorted(named.items() ^ there.items())}"]


def main() -> int:
    """Let them work, and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconden", type=float, default=60)
    parser.add_argument("--processen", type=int, default=8)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(shutil.copytree(ROOT / "tests/dossiers/klein", Path(temporary) / "klein"))
        # Who joins, joins a version; and this loads what all of them need.
        convenant("vaststellen", "v0", "--besluit", "Besluit", "--datum", OP, cwd=root)
        convenant("bouw", "--formaat", "md", cwd=root)
        context = multiprocessing.get_context("fork")
        verslagen: multiprocessing.Queue[Verslag] = context.Queue()
        tot = time.monotonic() + asked.seconden
        processes = [
            context.Process(target=werk, args=(root, wie, tot, verslagen))
            for wie in range(asked.processen)
        ]
        for process in processes:
            process.start()
        verslag = [row for _ in processes for row in verslagen.get(timeout=asked.seconden + 120)]
        for process in processes:
            process.join()
        found = fouten(root, verslag)
        if (root / ".convenant").exists():
            found.append(f"er bleef liggen: {sorted((root / '.convenant').rglob('*'))}")
    gelukt = sum(code == 0 for _, code, _, _ in verslag)
    langst = max(seconds for _, _, seconds, _ in verslag)
    print(f"{len(verslag)} opdrachten in {asked.processen} processen: {gelukt} gelukt, de andere")
    print(f"geweigerd omdat er een voor was; de langste duurde {langst:.1f} s")
    for line in found[:_MEEST]:
        print(f"FOUT {line}")
    if len(found) > _MEEST:
        print(f"FOUT en nog {len(found) - _MEEST}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
