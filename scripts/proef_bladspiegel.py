"""Lets LibreOffice set Word files of long words and names, and looks for words outside the page.

`python scripts/proef_bladspiegel.py` makes the document of tests/papier/harde_namen.py as a Word
file, upright and on its side. In what LibreOffice makes of it no word may stand outside the text
and the margin in which numbers hang, and no amount or date may be in two on two lines. Needs
soffice and pdftotext.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import html

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # the document is that of the tests

from tests.papier.harde_namen import SAMEN, hard  # noqa: E402  needs the path

from convenantwerk.papier.formaten.docx import to_docx  # noqa: E402
from convenantwerk.papier.huisstijl import lees_huisstijl  # noqa: E402
from convenantwerk.papier.layout import Press  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

PUNT = 72 / 25.4  # in a millimetre
LINKS, RECHTS = 18, 31  # millimetres that stay free beside the text, at the least
SPELING = 1  # point


class Woord(NamedTuple):
    """A word on a page: its text, where its line is, and its left and right."""

    tekst: str
    bladzijde: int
    regel: int
    links: float
    rechts: float


def woorden(pdf: Path) -> Iterator[tuple[Woord, float]]:
    """Yield the words of a PDF, each with the width of its page."""
    done = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True)
    for number, page in enumerate(html.fromstring(done.stdout.decode()).iter("page"), start=1):
        for word in page.iter("word"):
            left, right, bottom = (float(word.get(key)) for key in ("xmin", "xmax", "ymax"))
            yield (
                Woord(word.text or "", number, round(bottom), left, right),
                float(page.get("width")),
            )


def bezwaren(pdf: Path) -> Iterator[str]:
    """Say of a PDF which words stand outside the page, and what is broken that should not be."""
    regels: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for woord, breed in woorden(pdf):
        regels[woord.bladzijde, woord.regel].append(woord.tekst)
        if woord.links < LINKS * PUNT - SPELING or woord.rechts > breed - RECHTS * PUNT + SPELING:
            yield f"{pdf.stem}, bladzijde {woord.bladzijde}: '{woord.tekst}' staat buiten de tekst"
    begin = {text.split()[0] for text in SAMEN}
    for (page, _), tekst in regels.items():
        if tekst[-1] in begin:
            yield f"{pdf.stem}, bladzijde {page}: '{tekst[-1]}' staat los aan een regeleinde"


def main() -> None:
    """Make the files, let LibreOffice set them, and judge."""
    press = Press(lees_huisstijl(ROOT)[0])
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        for naam, landscape in (("staand", False), ("liggend", True)):
            (folder / f"{naam}.docx").write_bytes(to_docx(hard(landscape=landscape), press))
        subprocess.run(
            [
                *("soffice", "--headless", "--norestore", "--convert-to", "pdf"),
                f"-env:UserInstallation={(folder / 'eigen').as_uri()}",
                *("--outdir", folder),
                *sorted(folder.glob("*.docx")),
            ],
            check=True,
            capture_output=True,
        )
        made = sorted(folder.glob("*.pdf"))
        found = [bezwaar for pdf in made for bezwaar in bezwaren(pdf)]
    print("\n".join(found) or f"{len(made)} Word-bestanden gezet, geen woord buiten de bladzijde")
    sys.exit(1 if found or not made else 0)


if __name__ == "__main__":
    main()
