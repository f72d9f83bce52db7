"""Times the controles on the clean text made longer: up to 5,000 artikelen.

The chapters of `tests/dossiers/verzonnenland` come again and again, counted on, in delen of 40
times each. In process, in seconds of processor time: reading the text, all controles of a careful
reader, and with `--spelling` those of its spelling. They are to take time in proportion to the
text, and the controles less than 10 s at 5,000.

    .venv/bin/python -m benchmarks.lange_tekst [--spelling] [AANTAL ...]
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.lezer import OP, SCHOON

from convenantwerk.controles.tabel import bevindingen
from convenantwerk.geopend.geopend import Geopend

ARTIKELEN, HOOFDSTUKKEN = 60, 11  # of the clean text
PER_DEEL = 40  # times that its chapters stand in one deel
AANTALLEN = (60, 600, 1200, 2400, 5000)


def maak(folder: Path, aantal: int) -> Path:
    """Write a dossier of about so many artikelen."""
    root = Path(shutil.copytree(SCHOON, folder / str(aantal)))
    convenant = root / "convenant"
    chapters = [
        path.read_text("utf-8")
        for path in (*convenant.glob("deel-1/0[1-6]*.md"), *convenant.glob("deel-2/0[1-4]*.md"))
    ]
    delen = []
    for keer in range(1, aantal // ARTIKELEN):
        naam = f"deel-{4 + keer // PER_DEEL}"
        deel = convenant / naam
        if naam not in delen:
            delen.append(naam)
            deel.mkdir()
            (deel / "00-deel.md").write_text(f"# Deel {naam[5:]} Meer\n", "utf-8")
        for number, chapter in enumerate(chapters, 1):
            text = _doorgeteld(r"(?m)^(# )(\d+)", chapter, keer * HOOFDSTUKKEN)
            text = _doorgeteld(r"(?m)^(## Artikel )(\d+)", text, keer * ARTIKELEN)
            (deel / f"{keer % PER_DEEL:02}{number:02}-meer.md").write_text(text, "utf-8")
    settings = convenant / "convenant.yaml"
    text = settings.read_text("utf-8").replace("deel-3]", ", ".join(("deel-3", *delen)) + "]")
    settings.write_text(text, "utf-8")
    return root


def _doorgeteld(patroon: str, tekst: str, erbij: int) -> str:
    return re.sub(patroon, lambda match: f"{match[1]}{int(match[2]) + erbij}", tekst)


def main() -> None:
    """Measure and report."""
    vragen = argparse.ArgumentParser(description="Meet de controles op lange teksten.")
    vragen.add_argument("aantal", nargs="*", type=int, default=AANTALLEN)
    vragen.add_argument("--spelling", action="store_true")
    keuze = vragen.parse_args()
    print(f"{'artikelen':>10}{'lezen':>9}{'nalezen':>9}{'spelling':>10}  (seconden processortijd)")
    with tempfile.TemporaryDirectory() as folder:
        for aantal in keuze.aantal:
            root = maak(Path(folder), aantal)
            begin = time.process_time()
            gelezen = Geopend(root, OP).tekst()
            gelezen_op = time.process_time()
            bevindingen(gelezen.onderzoek, "nalezen")
            nagelezen_op = time.process_time()
            spelling = "-"
            if keuze.spelling:
                bevindingen(gelezen.onderzoek, "taal")
                spelling = f"{time.process_time() - nagelezen_op:.2f}"
            lezen, nalezen = gelezen_op - begin, nagelezen_op - gelezen_op
            print(f"{aantal:>10}{lezen:>9.2f}{nalezen:>9.2f}{spelling:>10}", flush=True)


if __name__ == "__main__":
    main()
