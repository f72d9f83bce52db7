"""Imports texts whose tree is known, and fails on a difference that the report does not name.

    python scripts/proef_inlezen.py                  every trial there is
    python scripts/proef_inlezen.py bron docx        only these
    python scripts/proef_inlezen.py --stil           only what is not reported

The source document of this repository, and the Word file that is built of its dossier, are
imported whole; what comes of them is held against the dossier of the tests, line by line.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tests.voorbeelden import HOLLANDS_MIDDEN, ROOT, kopie

from boomvergelijking import verschilplekken
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.invoer.bewijs import verschil
from convenantwerk.invoer.bouwen import bouw
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.formaten import FORMATEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from convenantwerk.geopend.gelezen import Gelezen
    from convenantwerk.invoer.brok import Ingelezen

OP = date(2018, 6, 18)
BRON = ROOT / "tests" / "bron" / "samenwerkings-en-privacyconvenant-vhhm-2018.txt"


def gelezen(path: Path) -> Ingelezen:
    """Return a file as its reader gives it."""
    formaat = next(f for f in FORMATEN if path.suffix in f.suffixen)
    return formaat.lezer()(path.read_bytes(), path.name, Wens())


def bron(folder: Path) -> Path:
    """Return the source document, as it was received."""
    del folder
    return BRON


def docx(folder: Path) -> Path:
    """Build the Word file of the dossier and return it."""
    dossier = kopie(HOLLANDS_MIDDEN, folder / "dossier")
    opdracht = ("--dossier", dossier, "bouw", "convenant", "--formaat", "docx", "--op", OP)
    subprocess.run(
        [sys.executable, "-m", "convenantwerk", *map(str, opdracht)],
        check=False,  # a concept of a text with open points ends with a code
        stdout=subprocess.DEVNULL,
    )
    return dossier / "build" / "convenant.docx"


PROEVEN: Mapping[str, Callable[[Path], Path]] = {"bron": bron, "docx": docx}


def proef(naam: str, hand: Gelezen, *, stil: bool) -> int:
    """Tell how the import of one file differs; return how many differences nobody reports."""
    with tempfile.TemporaryDirectory() as folder:
        path = PROEVEN[naam](Path(folder))
        try:
            ingelezen = gelezen(path)
        except ModuleNotFoundError as reden:
            print(f"{naam}: {path.suffix} is niet te lezen: {reden}")
            return 1
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
    hand = Geopend(HOLLANDS_MIDDEN, OP).tekst()
    namen = keuze.proeven or list(PROEVEN)
    return int(sum(proef(naam, hand, stil=keuze.stil) for naam in namen) > 0)


if __name__ == "__main__":
    sys.exit(main())
