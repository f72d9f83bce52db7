"""Makes every paper, table and calendar there is from one fixed story, and lists their sha256 sums.

For a change of the code that must alter nothing a user sees, so it is no part of `.ci/run`: make a
list before the change and hold the list after it against that.

    python scripts/proef_papieren.py --uit voor.txt --bewaar voor
    python scripts/proef_papieren.py --tegen voor.txt --bewaar na

The story (its chapters are in scripts/papieren) is told by commands alone, each a process of its
own on a copy of the dossiers of this repository, on days that it names. So the list says nothing
about how the program is built. Of each command are kept what it printed, its exit code, and every
file that it made, changed or removed. A command that ends otherwise than the story says, stops the
script. It takes some minutes.

    --uit BESTAND     write the list there; without it the list is printed
    --tegen BESTAND   name every difference with an earlier list; exit 1 when there is one
    --bewaar MAP      keep what was made, to look at a difference; MAP must not exist yet
    --werkers N       tell N chapters of the story at the same time
    --alleen NAAM     tell one chapter
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from papieren.dossier import Dossier, Mislukt
from papieren.gebruik import fouten, hulp
from papieren.registers import registers
from papieren.tekenen import tekenronde, verzending
from papieren.tekst import tekst, verzonnen, wijziging
from papieren.toetreden import in_een_venster, toetreding, toetredingen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HOOFDSTUKKEN = {
    h.__name__: h
    for h in (
        *(hulp, tekst, wijziging, verzonnen, registers, toetreding, in_een_venster),
        *(toetredingen, tekenronde, verzending, fouten),
    )
}


def lijst(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file below a folder, by its path from there."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def lees(path: Path) -> dict[str, str]:
    """Read a list that was written before."""
    rows = (line.split("  ", 1) for line in path.read_text("utf-8").splitlines())
    return {naam: digest for digest, naam in rows}


def verschillen(voor: Mapping[str, str], na: Mapping[str, str]) -> Iterator[str]:
    """Name what came, went and changed, in the order of the names."""
    for naam in sorted(voor.keys() | na.keys()):
        if naam not in na:
            yield f"vervallen  {naam}"
        elif naam not in voor:
            yield f"erbij      {naam}"
        elif voor[naam] != na[naam]:
            yield f"gewijzigd  {naam}"


def vertel(naam: str, uit: Path) -> None:
    """Tell one chapter, on a dossier of its own that is gone afterwards."""
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        dossier = Dossier(Path(folder) / "dossier", uit / naam)
        HOOFDSTUKKEN[naam](dossier)
    seconden = time.monotonic() - begin
    print(f"== {naam}: {dossier.stappen} opdrachten, {seconden:.0f} s", file=sys.stderr)


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--uit", type=Path)
    parser.add_argument("--tegen", type=Path)
    parser.add_argument("--bewaar", type=Path)
    parser.add_argument("--werkers", type=int, default=1)
    parser.add_argument("--alleen", choices=HOOFDSTUKKEN)
    asked = parser.parse_args()
    voor = lees(asked.tegen) if asked.tegen else None
    chosen = [asked.alleen] if asked.alleen else list(HOOFDSTUKKEN)
    with tempfile.TemporaryDirectory() as folder:
        uit = asked.bewaar or Path(folder) / "papieren"
        uit.mkdir(parents=True)
        logging.disable()  # pyHanko warns about the size of its own stamp
        try:
            with ThreadPoolExecutor(asked.werkers) as pool:
                list(pool.map(lambda naam: vertel(naam, uit), chosen))
        except Mislukt as error:
            sys.exit(f"FOUT: {error}")
        na = lijst(uit)
    text = "".join(f"{digest}  {naam}\n" for naam, digest in na.items())
    if asked.uit:
        asked.uit.write_text(text, encoding="utf-8")
    elif voor is None:
        print(text, end="")
    if voor is None:
        return
    if asked.alleen:
        voor = {naam: digest for naam, digest in voor.items() if naam.split("/")[0] == asked.alleen}
    found = list(verschillen(voor, na))
    print("\n".join(found) or f"Geen verschil: {len(na)} bestanden zijn gelijk.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
