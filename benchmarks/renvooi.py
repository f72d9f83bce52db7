"""Times the comparison of two editions beside python-redlines with docxodus, in one run.

The peer compares two Word files; this project compares two texts and writes the tracked Word file,
and proves it. Both are timed in process (the peer with its own engine, a program it starts) and as
whole commands. Then the same on a pair with 30 changed words, for the number of marks; and the
comparison alone of texts of 500 to 5,000 articles, 100 words each, of which 2 % changed.

    .venv/bin/python benchmarks/renvooi.py [--peer PYTHON] [--rondes N] [--snel]

PYTHON is an interpreter that has the package `python-redlines[docxodus]`; without one only our own
side is timed. With --snel the long texts have 200 to 1,000 articles.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.huisstijl import lees_huisstijl
from convenantwerk.papier.layout import Press
from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.renvooistuk import maak_renvooi
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.stukken.convenant import maak_convenant
from convenantwerk.tekst.adressen import with_ankers
from convenantwerk.tekst.boom import Alinea, Convenant, Element, Onderdeel, Opsomming, Tekst

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
CONVENANT = Path(sys.executable).with_name("convenant")
OP = date(2026, 11, 24)
PEER = """
import sys, time
from python_redlines.engines import DocxodusEngine
engine = DocxodusEngine()
one, other = (open(path, "rb").read() for path in sys.argv[1:3])
start = time.perf_counter()
marked = engine.run_redline("proef", one, other)[0]
print(time.perf_counter() - start)
open(sys.argv[3], "wb").write(marked)
"""


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def marks(data: bytes) -> tuple[int, int]:
    """Return the number of insertions and deletions in a Word file."""
    with zipfile.ZipFile(data if isinstance(data, Path) else _as_file(data)) as package:
        text = package.read("word/document.xml").decode("utf-8")
    return len(re.findall(r"<w:ins [^>]*>(?!</w:rPr>)", text)), len(re.findall("<w:delText", text))


def _as_file(data: bytes) -> Path:
    path = Path(tempfile.mkdtemp()) / "x.docx"
    path.write_bytes(data)
    return path


def words_changed(kant: Kant, number: int) -> Kant:
    """Return an edition in which so many single words, each in another alinea, are different."""
    rnd = random.Random(1)  # noqa: S311  # the same words every time
    left = [number]

    def change(part: object) -> object:
        if isinstance(part, Alinea) and left[0] and len(part.inhoud) == 1 and rnd.random() < 0.5:  # noqa: PLR2004
            words = getattr(part.inhoud[0], "tekst", "").split(" ")
            if len(words) > 6:  # noqa: PLR2004  # no label or name
                left[0] -= 1
                words[3] = "gewijzigd"
                return replace(part, inhoud=(Tekst(" ".join(words)),))
        if isinstance(part, Element | Onderdeel):
            return replace(part, inhoud=tuple(change(kind) for kind in part.inhoud))  # type: ignore[misc]
        if isinstance(part, Opsomming):
            return replace(part, onderdelen=tuple(change(kind) for kind in part.onderdelen))  # type: ignore[misc]
        return part

    delen = tuple(change(deel) for deel in kant.convenant.delen)
    return replace(kant, convenant=replace(kant.convenant, delen=delen))  # type: ignore[arg-type]


def compare(press: Press, oud: Kant, nieuw: Kant) -> bytes:
    """Compare and write the tracked Word file, which proves itself."""
    renvooi = vergelijk(oud.convenant, nieuw.convenant)
    return to_docx(maak_renvooi(renvooi, oud, nieuw, OP), press)


def synthetic(articles: int) -> tuple[Convenant, Convenant]:
    """Return two editions of a text of so many articles of 100 words; 2 % of the leden differ."""
    rnd = random.Random(articles)  # noqa: S311
    words = [f"woord{n}" for n in range(3000)] + ["de", "het", "een", "van", "en"] * 200

    def sentence(length: int) -> tuple[Tekst]:
        return (Tekst(" ".join(rnd.choices(words, k=length)) + "."),)

    def artikel(n: int, leden: list[tuple[Tekst]]) -> Element:
        items = tuple(Onderdeel(f"{n}.{k}", (Alinea(t),)) for k, t in enumerate(leden, start=1))
        kop = (Tekst(f"Opschrift {n}"),)
        return Element("artikel", f"Artikel {n}", str(n), kop, "", (Opsomming("lid", items),), 2)

    texts = [[sentence(33) for _ in range(3)] for _ in range(articles)]
    changed = [
        [sentence(33) if rnd.random() < 0.02 else lid for lid in leden]  # noqa: PLR2004
        for leden in texts
    ]
    editions = []
    for side in (texts, changed):
        parts = [artikel(n, leden) for n, leden in enumerate(side, start=1)]
        chapters = [
            Element("hoofdstuk", str(n + 1), str(n + 1), (Tekst("Kop"),), "", tuple(chunk))
            for n, chunk in enumerate(parts[at : at + 50] for at in range(0, articles, 50))
        ]
        deel = Element("deel", "Deel 1", "1", (Tekst("X"),), "deel-1", tuple(chapters))
        editions.append(Convenant(with_ankers([deel]), "x"))
    return editions[0], editions[1]


def peer_is_there(python: str | None) -> bool:
    """Tell whether there is a peer to be timed; say so when there is none."""
    probe = [python or "", "-c", "import python_redlines.engines"]
    if python and shutil.which(python):
        if subprocess.run(probe, check=False, capture_output=True).returncode == 0:
            return True
        print(f"python-redlines is niet gemeten: {python} heeft dat pakket niet")
        return False
    print("python-redlines is niet gemeten: noem met --peer een Python die het heeft")
    return False


def editions(press: Press, oud: Kant, nieuw: Kant, folder: Path) -> list[str]:
    """Write two editions as Word files for the peer; return their paths, and that of its answer."""
    for kant, file in ((oud, "oud"), (nieuw, "nieuw")):
        document = maak_convenant(kant.dossier, kant.convenant, (), OP, concept=False)
        (folder / f"{file}.docx").write_bytes(to_docx(document, press))
    return [str(folder / f"{file}.docx") for file in ("oud", "nieuw", "uit")]


def peer_times(python: str, paths: list[str]) -> tuple[float, float]:
    """Return how many seconds the peer takes, within its process and as a whole command."""
    start = time.perf_counter()
    command = [python, "-c", PEER, *paths]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout), time.perf_counter() - start


def show(naam: str, ours: list[float], theirs: list[float], doel: int) -> None:
    """Print the median of our seconds and, when there is a peer, how many times that it takes."""
    line = f"{naam}: {statistics.median(ours):.2f} s"
    if theirs:
        ratio = statistics.median(t / o for t, o in zip(theirs, ours, strict=True))
        line += f", peer {statistics.median(theirs):.2f} s: {ratio:.1f} x (doel {doel})"
    print(line)


def beside(press: Press, sides: tuple[Kant, Kant], python: str | None, rounds: int) -> None:
    """Time two pairs of editions in turns with the peer, and count the marks of both."""
    oud, nieuw = sides
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        line = [str(CONVENANT), "renvooi", "2017", "2018-06-18", "--formaat", "docx"]
        work = partial(subprocess.run, [*line, "--uit", temporary], check=True, cwd=ROOT)
        for naam, other in (("2017 naast 2018", nieuw), ("30 woorden", words_changed(oud, 30))):
            paths = editions(press, oud, other, folder)
            ours, theirs = [], []
            command: list[float] = []
            for _ in range(rounds):
                ours.append(timed(partial(compare, press, oud, other)))
                if python:
                    theirs.append(peer_times(python, paths))
                if other is nieuw:
                    command.append(timed(partial(work, capture_output=True)))
            show(f"{naam}, in proces", ours, [inside for inside, _ in theirs], 20)
            if command:
                show(f"{naam}, opdracht", command, [whole for _, whole in theirs], 3)
            peer = f", peer {marks((folder / 'uit.docx').read_bytes())}" if python else ""
            print(f"  tekens (ingevoegd, vervallen): {marks(compare(press, oud, other))}{peer}")


def main() -> None:
    """Time everything in turns, and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peer", help="a Python that has python-redlines")
    parser.add_argument("--rondes", type=int, default=5)
    parser.add_argument("--snel", action="store_true", help="shorter texts")
    asked = parser.parse_args()
    python = asked.peer if peer_is_there(asked.peer) else None
    huisstijl, _ = lees_huisstijl(ROOT)
    first, second = (Geopend(ROOT, OP).editie(n, "met-addenda") for n in ("2017", "2018-06-18"))
    oud, nieuw = (Kant(v.naam, v.dossier, v.convenant) for v in (first, second))
    beside(Press(huisstijl), (oud, nieuw), python, asked.rondes)
    for articles in (200, 500, 1000) if asked.snel else (500, 1000, 2000, 5000):
        one, other_text = synthetic(articles)
        seconds = timed(partial(vergelijk, one, other_text))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{articles} artikelen: {seconds:.2f} s, {seconds / articles * 1000:.2f} ms per "
            f"artikel, hoogstens {peak} MB"
        )


if __name__ == "__main__":
    main()
