"""A thousand toetredingsverklaringen, beside a plain loop of what this project is built on.

    .venv/bin/python benchmarks/toetredingen.py [AANTAL] [RONDEN]

Every command is a process of its own, cold; the runs take turns. Peers: a loop of docxtpl and
WeasyPrint over one template each, with the same text; and a loop of docxtpl with LibreOffice for
the PDFs. Targets: 25 ms a PDF and 10 ms a DOCX on one core; 1.8 times the throughput with two
workers; memory flat after the first hundred. The peers make only the declarations; the command
also checks the facts, makes a letter for each, files the papers and writes the registers, so it is
asked for papers in one format at a time and its letters are counted as papers too.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONVENANT = Path(sys.executable).with_name("convenant")
OP = "2026-11-24"

# The same declaration in plain WeasyPrint: what the project makes of it, read from its HTML.
WEASY = """
import sys
from pathlib import Path
from jinja2 import Environment
from weasyprint import HTML
here, count = Path(sys.argv[1]), int(sys.argv[2])
page = (here / "verklaring.html").read_text()
template = Environment(autoescape=True).from_string(page.replace("Verzonnen Zorg 1", "{{ naam }}"))
for n in range(count):
    html = template.render(naam=f"Verzonnen Zorg {n}")
    HTML(string=html).write_pdf(here / f"w{n}.pdf", pdf_variant="pdf/ua-1")
"""
DOCX = """
import sys
from pathlib import Path
from docxtpl import DocxTemplate
here, count = Path(sys.argv[1]), int(sys.argv[2])
for n in range(count):
    document = DocxTemplate(here / "verklaring.docx")
    document.render({"naam": f"Verzonnen Zorg {n}"})
    document.save(here / f"d{n}.docx")
"""


def feiten(count: int) -> str:
    """Return a file with the facts of invented organisations."""
    rows = [
        f"""  - naam: Stichting Verzonnen Zorg {n}
    verzoek: 2026-11-02
    soort: ketenpartner
    rechtsvorm: stichting
    kvk: '{10_000_000 + n}'
    zetel: Voorbeeldstad
    aard: privaat
    contact: Bestuurssecretariaat
    adres: [Postbus {n}, 1234 AB Voorbeeldstad]
    email: info@zorg-{n}.example
    fg: fg@zorg-{n}.example
    overleggen: [briefing]
    ingangsdatum: 2027-01-01
    instemming: {{datum: 2026-11-16, kenmerk: SG-2026-4}}
    tekenaar:
      naam: V. Verzonnen
      titel: Mw.
      functie: bestuurder
      grond: statuten
"""
        for n in range(1, count + 1)
    ]
    return "toetredingen:\n" + "".join(rows)


def dossier(folder: Path) -> Path:
    """Return a fresh copy of the repository's dossier."""
    root = folder / "dossier"
    shutil.rmtree(root, ignore_errors=True)
    for part in ("convenant", "addenda"):
        shutil.copytree(ROOT / part, root / part)
    return root


def batch(folder: Path, count: int, formaat: str, werkers: int) -> list[str]:
    """Return the command for a batch on a fresh dossier."""
    path = folder / f"feiten-{count}.yaml"
    path.write_text(feiten(count), encoding="utf-8")
    return [
        *(str(CONVENANT), "--dossier", str(dossier(folder)), "toetreding", "--uit-bestand"),
        *(str(path), "--op", OP, "--ja", "--formaat", formaat, "--werkers", str(werkers)),
    ]


def timed(command: list[str]) -> float:
    """Return the seconds a command takes; a command that fails ends the measurement."""
    start = time.perf_counter()
    done = subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False
    )
    seconds = time.perf_counter() - start
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    return seconds


def peak(command: list[str]) -> int:
    """Return the peak memory of a command in MB, run in a child so that only it counts."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=-3, stderr=-3)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command], capture_output=True, text=True, check=True
    )
    return int(done.stdout) // 1024


def peers(folder: Path, count: int) -> dict[str, list[list[str]]]:
    """Write what the peers need, and return their commands."""
    timed(batch(folder, 1, "html,docx", 1))
    made = folder / "dossier/build/toetreding/stichting-verzonnen-zorg-1"
    shutil.copy(made / "toetredingsverklaring.html", folder / "verklaring.html")
    _sjabloon(made / "toetredingsverklaring.docx", folder / "verklaring.docx")
    python = [sys.executable, "-c"]
    found = {
        "lus WeasyPrint": [[*python, WEASY, str(folder), str(count)]],
        "lus docxtpl": [[*python, DOCX, str(folder), str(count)]],
    }
    if shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{folder}/profiel"
        words = [str(folder / f"d{n}.docx") for n in range(count)]
        office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        found["docxtpl + LibreOffice"] = [*found["lus docxtpl"], [*office, *words]]
    return found


def _sjabloon(source: Path, target: Path) -> None:
    """Make a template of a declaration: its name becomes a field."""
    from docx import Document  # noqa: PLC0415  only here

    document = Document(str(source))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("Verzonnen Zorg 1", "{{ naam }}")
    document.save(str(target))


def main() -> None:
    """Measure and report."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3  # noqa: PLR2004  two arguments
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few = max(1, count // 10)
        ours: dict[str, list[float]] = {k: [] for k in ("pdf", "pdf, 2 werkers", "pdf,docx")}
        base: list[float] = []
        others = peers(folder, count)
        theirs: dict[str, list[float]] = {k: [] for k in others}
        for _ in range(rounds):
            base.append(timed(batch(folder, 1, "pdf,docx", 1)))
            ours["pdf"].append(timed(batch(folder, count, "pdf", 1)))
            ours["pdf, 2 werkers"].append(timed(batch(folder, count, "pdf", 2)))
            ours["pdf,docx"].append(timed(batch(folder, count, "pdf,docx", 1)))
            for naam, commands in others.items():
                theirs[naam].append(sum(timed(command) for command in commands))
        print(f"{count} verklaringen, elk met een brief; mediaan van {rounds} ronden, in seconden")
        print(f"{'één verklaring (opstarten)':<32}{statistics.median(base):>8.2f}")
        for naam, seconds in {**ours, **theirs}.items():
            print(f"{naam:<32}{statistics.median(seconds):>8.2f}")
        papers = 2 * count
        pdf = statistics.median(ours["pdf"])
        docx = statistics.median(b - a for a, b in zip(ours["pdf"], ours["pdf,docx"], strict=True))
        twee = statistics.median(
            a / b for a, b in zip(ours["pdf"], ours["pdf, 2 werkers"], strict=True)
        )
        print(f"per PDF: {1000 * pdf / papers:.1f} ms (doel 25), alles meegerekend")
        print(f"per DOCX: {1000 * docx / papers:.1f} ms (doel 10)")
        print(f"twee werkers: {twee:.2f} maal zo snel (doel 1,8)")
        for naam, seconds in theirs.items():
            each = 1000 * statistics.median(seconds) / count
            print(f"{naam}: {each:.1f} ms per stuk")
        small = peak(batch(folder, few, "pdf,docx", 1))
        large = peak(batch(folder, count, "pdf,docx", 1))
        print(f"geheugen: {small} MB bij {few}, {large} MB bij {count} (doel: gelijk)")
    print(f"kernen: {os.cpu_count()}")


if __name__ == "__main__":
    main()
