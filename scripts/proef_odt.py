"""Holds the numbers that the reader of OpenDocument gives against those LibreOffice shows.

    python scripts/proef_odt.py              invented files, and those it makes of Word files
    python scripts/proef_odt.py BESTAND…     these Word or OpenDocument files too

LibreOffice writes each file as text, with its numbers before the paragraphs; those lines must be
those of the reader, in order. Needs soffice.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.invoer.odt.platte_odt import NUMMERINGEN
from tests.invoer.rekening import verschil

from convenantwerk.invoer.brok import STREEP, Alineabrok, Wens
from convenantwerk.invoer.odt.lezen import lees
from convenantwerk.tekst.boom import Voetnoot, alle_inline, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.invoer.brok import Ingelezen

_OPSOMTEKEN = re.compile("[\u2022\u25e6\u25aa\u25cf\u2013\uf0b7]")


def libreoffice(bestanden: Sequence[Path], naar: str, uit: Path) -> None:
    """Have LibreOffice write files in another format."""
    opdracht = ["soffice", f"-env:UserInstallation={(uit / 'profiel').as_uri()}", "--headless"]
    words = [*opdracht, "--convert-to", naar, "--outdir", str(uit), *map(str, bestanden)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def getoond(gelezen: Ingelezen, *, alleen_merken: bool) -> Iterator[str]:
    """Yield the paragraphs of a file with their marks, as LibreOffice writes them.

    Args:
        gelezen: the file.
        alleen_merken: only those that have a mark, and call no note, which is shown there.
    """
    for brok in gelezen.brokken:
        if not isinstance(brok, Alineabrok):
            continue
        noot = any(isinstance(deel, Voetnoot) for deel in alle_inline(brok.inhoud))
        if not alleen_merken or (brok.merk and not noot):
            merk = "\u2022" if brok.merk == STREEP else brok.merk
            yield from _regels(f"{merk} {plain(brok.inhoud)}")


def _regels(tekst: str) -> Iterator[str]:
    for regel in _OPSOMTEKEN.sub("•", tekst).replace("\ufeff", "").split("\n"):
        if schoon := "".join(regel.split()):
            yield schoon


def main() -> None:
    """Try all files; exit 1 when a number differs."""
    with tempfile.TemporaryDirectory() as folder:
        map_ = Path(folder)
        bestanden = [Path(naam).absolute() for naam in sys.argv[1:]]
        word = [bestand for bestand in bestanden if bestand.suffix == ".docx"]
        for nummer, data in enumerate(NUMMERINGEN.values()):
            (map_ / f"n{nummer:02d}.fodt").write_bytes(data)
        gemaakt = sorted(map_.glob("n*.fodt"))
        libreoffice([*gemaakt, *word], "odt", map_)
        odt = sorted(map_.glob("*.odt"))
        alle = [*gemaakt, *odt, *(b for b in bestanden if b.suffix in (".odt", ".fodt"))]
        fouten = 0
        for soort in (".fodt", ".odt"):
            rij = [bestand for bestand in alle if bestand.suffix == soort]
            libreoffice(rij, "txt:Text (encoded):UTF8", map_) if rij else None
            fouten += sum(_oordeel(bestand, map_ / f"{bestand.stem}.txt") for bestand in rij)
        print(f"{len(alle)} bestanden, {fouten} met een ander nummer")
        sys.exit(bool(fouten))


def _oordeel(bestand: Path, tekst: Path) -> bool:
    gelezen = lees(bestand.read_bytes(), bestand.name, Wens("aanvaard"))
    mis = verschil(gelezen)
    if mis != ({}, {}):
        print(f"{bestand.name}: woorden {mis}")
        return True
    uitgevonden = re.fullmatch(r"n\d\d", bestand.stem)
    eigen = list(getoond(gelezen, alleen_merken=not uitgevonden))
    ander = list(_regels(tekst.read_text("utf-8")))
    rest = iter(ander)
    # What stands in a box LibreOffice leaves out; so of a file of others only marks are held.
    if eigen == ander or (not uitgevonden and all(regel in rest for regel in eigen)):
        return False
    namen = list(NUMMERINGEN)
    naam = namen[int(bestand.stem[1:])] if uitgevonden else ""
    plek = next((i for i, (a, b) in enumerate(zip(eigen, ander, strict=False)) if a != b), -1)
    print(f"{bestand.name} {naam}: {eigen[plek:][:4]} is in LibreOffice {ander[plek:][:4]}")
    return True


if __name__ == "__main__":
    main()
