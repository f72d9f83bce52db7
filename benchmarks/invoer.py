"""Importing what an office has, as whole commands, beside reading no more than its words.

    .venv/bin/python benchmarks/invoer.py [BLADZIJDEN ...]

A text of that many pages (40 and 200 when none are named) is made as Word file, PDF and plain text,
and `convenant importeer` makes a dossier of each: reading, building the tree, counting every word,
the proposals and the report. Each command is a process of its own, cold. Beside it stands the
shortest script that gets the words of the same file out: python-docx, pypdfium2, or reading it.
Targets: 40 pages of Word or PDF in 3 s; 2,000 pages in proportion, within 1 GB.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import docx

ROOT = Path(__file__).parents[1]
CONVENANT = Path(sys.executable).with_name("convenant")
PEERS = {
    "docx": "import sys, docx\nprint(len(' '.join(p.text for p in docx.Document(sys.argv[1])"
    ".paragraphs).split()))",
    "pdf": "import sys, pypdfium2\npdf = pypdfium2.PdfDocument(sys.argv[1])\n"
    "print(sum(len(page.get_textpage().get_text_bounded().split()) for page in pdf))",
    "txt": "import sys\nprint(len(open(sys.argv[1], encoding='utf-8').read().split()))",
}
_ZIN = (
    "Partijen delen gegevens over betrokkenen alleen voor het doel van dit convenant, en niet meer "
    "dan daarvoor nodig is."
)
PER_BLADZIJDE = 2  # artikelen


def artikelen(pages: int) -> list[tuple[str, list[str]]]:
    """Return invented artikelen with leden, so many that they fill the pages."""
    return [
        (
            f"Artikel {n} Afspraken over onderwerp {n}",
            [f"{lid}. Over onderwerp {n}: {_ZIN} {_ZIN}" for lid in range(1, 6)],
        )
        for n in range(1, pages * PER_BLADZIJDE + 1)
    ]


def als_word(pages: int, path: Path) -> None:
    """Write them as a Word file."""
    document = docx.Document()
    for kop, leden in artikelen(pages):
        document.add_heading(kop, 2)
        for lid in leden:
            document.add_paragraph(lid)
    document.save(str(path))


def als_tekst(pages: int, path: Path) -> None:
    """Write them as plain text."""
    parts = [part for kop, leden in artikelen(pages) for part in (kop, *leden)]
    path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def als_pdf(pages: int, path: Path) -> None:
    """Write them as a PDF."""
    from weasyprint import HTML  # noqa: PLC0415  only this one needs it

    rows = [
        f"<h2>{kop}</h2>" + "".join(f"<p>{lid}</p>" for lid in leden)
        for kop, leden in artikelen(pages)
    ]
    style = "<style>@page {size: A4} body {font-size: 10pt}</style>"
    HTML(string=f"<html lang=nl>{style}{''.join(rows)}</html>").write_pdf(path)


MAKEN = {"docx": als_word, "pdf": als_pdf, "txt": als_tekst}


def gemeten(command: list[str]) -> tuple[float, int]:
    """Run a command; return its processor time in seconds, and its memory in megabytes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status):
        error = process.stderr.read().decode() if process.stderr else ""
        sys.exit(f"{' '.join(command)} mislukte:\n{error}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1000


def main() -> None:
    """Time every format at every size."""
    sizes = [int(word) for word in sys.argv[1:]] or [40, 200]
    print(f"{'':6}{'bladzijden':>12}{'CPU s':>9}{'MB':>7}{'alleen woorden':>17}{'maal':>7}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, make in MAKEN.items():
            for pages in sizes:
                path = folder / f"tekst.{suffix}"
                make(pages, path)
                naar = folder / "dossier"
                shutil.rmtree(naar, ignore_errors=True)
                import_ = [str(CONVENANT), "importeer", str(path), "--naar", str(naar)]
                seconds, memory = gemeten([*import_, "--naam", "Voorbeeldland"])
                peer, _ = gemeten([sys.executable, "-c", PEERS[suffix], str(path)])
                print(
                    f"{suffix:6}{pages:>12}{seconds:>9.2f}{memory:>7}{peer:>17.2f}"
                    f"{seconds / peer:>7.1f}"
                )


if __name__ == "__main__":
    main()
