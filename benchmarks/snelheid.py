"""Times whole commands beside what a user would pick instead, in one run.

Peers: pandoc to DOCX plus LibreOffice to PDF, of the same text; and a bare WeasyPrint run over the
page that this project itself makes. Every command is a process of its own, cold; the runs of all
commands take turns, so that a slow moment of the machine hits them alike. Figures are medians,
ratios are medians of the ratios within one round.

    .venv/bin/python benchmarks/snelheid.py [RONDEN]
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import TYPE_CHECKING

from convenantwerk.geopend.gelezen import Gelezen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.layout import PAGE_TEMPLATE, Press
from convenantwerk.papier.typesetter import STYLE_SHEET
from convenantwerk.stukken.convenant import maak_convenant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[1]
CONVENANT = Path(sys.executable).with_name("convenant")
OP = date(2026, 11, 23)
BARE = """
import sys
from pathlib import Path
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
here = Path(sys.argv[1])
fonts = FontConfiguration()
css = CSS(filename=here / "print.css", font_config=fonts)
page = HTML(filename=here / "print.html")
page.write_pdf(here / "kaal.pdf", stylesheets=[css], font_config=fonts, pdf_variant="pdf/ua-1")
"""

# What takes one process is told in processor time, which a busy machine leaves almost alone.
PROCESSORTIJD = ("controleer", "controleer --spelling", "import weasyprint")
# Each target: what is timed, beside what (None: seconds), and at most how much.
DOELEN: tuple[tuple[str, str | None, float], ...] = (
    ("controleer", "import weasyprint", 0.5),
    ("controleer --spelling", "import weasyprint", 1.5),
    ("bouw pdf+docx+html", "kaal WeasyPrint", 1.3),
    ("bouw docx", "pandoc + LibreOffice", 1.0),
)


def prepare(folder: Path) -> Mapping[str, list[list[str]]]:
    """Write what the peers need, and return the commands by name."""
    gelezen = Geopend(ROOT, OP).tekst()
    if not isinstance(gelezen, Gelezen):
        raise SystemExit("het dossier is niet te lezen")
    document = maak_convenant(
        gelezen.dossier, gelezen.convenant, gelezen.diagnostics, OP, concept=True
    )
    huisstijl, _ = lees_huisstijl(ROOT)
    shutil.copytree(ROOT / "templates", folder, dirs_exist_ok=True)
    page = Press(huisstijl).render(PAGE_TEMPLATE, document=document, basis=1)
    (folder / "print.html").write_text(page, encoding="utf-8")
    if not (folder / STYLE_SHEET).is_file():
        raise SystemExit(f"{STYLE_SHEET} ontbreekt")
    texts = [*sorted((ROOT / "convenant").rglob("*.md")), *sorted((ROOT / "addenda").rglob("*.md"))]
    bouw = [str(CONVENANT), "bouw", "--op", OP.isoformat(), "--uit", str(folder / "uit")]
    soffice = ["soffice", f"-env:UserInstallation=file://{folder}/profiel", "--headless"]
    return {
        "--help": [[str(CONVENANT), "--help"]],
        "controleer": [[str(CONVENANT), "controleer", "--op", OP.isoformat()]],
        "controleer --spelling": [
            [str(CONVENANT), "controleer", "--spelling", "--op", OP.isoformat()]
        ],
        "import weasyprint": [[sys.executable, "-c", "import weasyprint"]],
        "bouw pdf+docx+html": [[*bouw, "convenant"]],
        "bouw docx": [[*bouw, "--formaat", "docx", "convenant"]],
        "bouw alles": [bouw],
        "kaal WeasyPrint": [[sys.executable, "-c", BARE, str(folder)]],
        "pandoc + LibreOffice": [
            ["pandoc", "--toc", "-o", str(folder / "pandoc.docx"), *map(str, texts)],
            [*soffice, "--convert-to", "pdf", "--outdir", str(folder), f"{folder}/pandoc.docx"],
        ],
    }


def timed(commands: list[list[str]], *, processor: bool) -> float:
    """Return the seconds that commands take, one after the other; of a processor, or in all."""
    before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    if processor:
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start


def available(commands: Mapping[str, list[list[str]]]) -> list[str]:
    """Return the names of the commands whose programs are all there."""
    return [
        name
        for name, steps in commands.items()
        if all(shutil.which(step[0]) is not None for step in steps)
    ]


def measure(commands: Mapping[str, list[list[str]]], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each command in each round, after one round that does not count."""
    names = available(commands)
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds + 1):
        for name in names:
            elapsed = timed(commands[name], processor=name in PROCESSORTIJD)
            if number:
                seconds[name].append(elapsed)
    return seconds


def report(seconds: Mapping[str, list[float]], show: Callable[[str], None]) -> None:
    """Show all figures, and each target beside what was measured."""
    show(f"{'opdracht':<24}{'min':>8}{'mediaan':>9}{'max':>8}  (seconden; * van een processor)")
    for name, runs in seconds.items():
        shown = f"{name} *" if name in PROCESSORTIJD else name
        show(f"{shown:<24}{min(runs):>8.2f}{statistics.median(runs):>9.2f}{max(runs):>8.2f}")
    show("")
    for name, peer, limit in DOELEN:
        if name not in seconds or (peer is not None and peer not in seconds):
            show(f"{name}: niet gemeten, {peer} ontbreekt op deze computer")
            continue
        runs = seconds[name]
        if peer is None:
            show(f"{name}: {statistics.median(runs):.2f} s (doel: hoogstens {limit} s)")
        else:
            ratio = statistics.median(a / b for a, b in zip(runs, seconds[peer], strict=True))
            show(f"{name}: {ratio:.2f} maal {peer} (doel: hoogstens {limit})")


def main() -> None:
    """Measure and report."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        report(measure(prepare(Path(folder)), rounds), print)


if __name__ == "__main__":
    main()
