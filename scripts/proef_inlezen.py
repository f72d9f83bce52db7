"""Imports texts whose tree is known, and fails on a difference that the report does not name.

    python scripts/proef_inlezen.py                  every trial there is
    python scripts/proef_inlezen.py bron docx        only these
    python scripts/proef_inlezen.py --stil           only what is not reported

The source document of this repository, the Word file that is built of its dossier, and those of the
models of a text are imported whole; what comes of them is held against the dossier, line by line.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.voorbeelden import HOLLANDS_MIDDEN, ROOT, kopie

from boomvergelijking import verschilplekken
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.herkennen import herken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.invoer.brok import Ingelezen

OP = date(2018, 6, 18)
OP_MODEL = date(2026, 11, 1)
BRON = ROOT / "tests" / "bron" / "samenwerkings-en-privacyconvenant-vhhm-2018.txt"


def gelezen(path: Path) -> Ingelezen:
    """Return a file as its reader gives it."""
    data = path.read_bytes()
    return herken(data, path.name).lezer()(data, path.name, Wens())


def bron(folder: Path) -> tuple[Path, Path, date]:
    """Return the source document, as it was received, and the dossier that was made of it."""
    del folder
    return BRON, HOLLANDS_MIDDEN, OP


def eigen(folder: Path, formaat: str) -> tuple[Path, Path, date]:
    """Build the convenant of that dossier."""
    dossier = kopie(HOLLANDS_MIDDEN, folder / "dossier")
    return _gebouwd(dossier, OP, formaat), dossier, OP


def model(folder: Path, soort: str) -> tuple[Path, Path, date]:
    """Begin a dossier from a model of a text, and build its Word file."""
    dossier = folder / "dossier"
    gegevens = ("--naam", "Veiligheidshuis Proef", "--plaats", "Proefdam", "--op", str(OP_MODEL))
    _opdracht("nieuw", str(dossier), "--soort", soort, *gegevens)
    return _gebouwd(dossier, OP_MODEL), dossier, OP_MODEL


def _gebouwd(dossier: Path, op: date, formaat: str = "docx") -> Path:
    keuze = ("bouw", "convenant", "--formaat", formaat, "--op", str(op))
    _opdracht("--dossier", str(dossier), *keuze)
    return dossier / "build" / f"convenant.{formaat}"


def _opdracht(*woorden: str) -> None:
    """Run the program; a concept of a text with open points ends with a code of its own."""
    opdracht = [sys.executable, "-m", "convenantwerk", *woorden]
    subprocess.run(opdracht, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


# Each gives a file, the dossier whose text it should be, and the day of that text.
PROEVEN: Mapping[str, Callable[[Path], tuple[Path, Path, date]]] = {
    "bron": bron,
    **{formaat: partial(eigen, formaat=formaat) for formaat in ("docx", "pdf")},
    **{
        soort: partial(model, soort=soort)
        for soort in ("veiligheidshuis", "samenwerkingsovereenkomst", "gemeenschappelijke-regeling")
    },
}


def proef(naam: str, *, stil: bool) -> int:
    """Tell how the import of one file differs; return how many differences nobody reports."""
    with tempfile.TemporaryDirectory() as folder:
        path, dossier, op = PROEVEN[naam](Path(folder))
        ingelezen = gelezen(path)
        hand = Geopend(dossier, op).tekst()
    gebouwd = bouw(ingelezen)
    te_weinig, te_veel = verschil(ingelezen, gebouwd)
    ongemeld = len(te_weinig) + len(te_veel)
    for kop, telling in (("te weinig", te_weinig), ("te veel", te_veel)):
        if telling:
            print(f"{naam}: woorden {kop}: {' '.join(telling)[:300]}")
    for plek in verschilplekken(hand.convenant.delen, ingelezen, gebouwd):
        ongemeld += not plek.gemeld
        if stil and plek.gemeld:
            continue
        print(f"{naam}: {'; '.join(plek.gemeld) or 'NIET GEMELD'}")
        for teken, lijnen in (("-", plek.hand), ("+", plek.gemaakt)):
            for lijn in lijnen:
                print(f"    {teken} {lijn.tekst[:110]}")
    onzeker = len(ingelezen.onzeker) + len(gebouwd.onzeker)
    print(f"{naam}: {ongemeld} verschillen die het verslag niet meldt, {onzeker} keer onzeker")
    return ongemeld


def main() -> int:
    """Run the trials that are asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("proeven", nargs="*", choices=[*PROEVEN, []], default=[])
    parser.add_argument("--stil", action="store_true")
    keuze = parser.parse_args()
    namen = keuze.proeven or list(PROEVEN)
    return int(sum(proef(naam, stil=keuze.stil) for naam in namen) > 0)


if __name__ == "__main__":
    sys.exit(main())
