"""Reads the PDF of this repository's own convenant back, and a scan that is made of it.

Of the PDF every word must be there, and at most 2 % of the lines unsure. Of the scan (150 dpi, 0.7
degree askew, with noise) 99.5 % of the words must be right, and every wrong one marked as unsure.

Usage: PYTHONPATH=. python scripts/proef_invoer_pdf.py [--bladzijden 8-16] [--ruis 16]
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from tests.invoer.rekening import verschil
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.pdf.lezen import lees

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.invoer.brok import Ingelezen

DPI, GRADEN = 150, 0.7
MEEST_ONZEKER, MINST_GOED = 0.02, 0.995
AANHALING = str.maketrans(
    "\u2018\u2019\u201c\u201d\u2014\u2013", "''\"\"--"
)  # no reading of a picture tells these apart


def main() -> int:
    """Measure, report, and return 1 when a bound is not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bladzijden", default="", help="van-tot, van de scan")
    parser.add_argument("--ruis", type=float, default=16, help="in grijswaarden")
    parser.add_argument("--pdf", type=Path, help="een andere PDF dan die van het eigen convenant")
    vraag = parser.parse_args()
    data = vraag.pdf.read_bytes() if vraag.pdf else _gebouwd()
    goed = _tekst(data)
    van, tot = map(int, vraag.bladzijden.split("-")) if vraag.bladzijden else (1, 9999)
    return int(not (_scan(data, van, tot, vraag.ruis) and goed))


def _gebouwd() -> bytes:
    with TemporaryDirectory() as naam:
        dossier = kopie(HOLLANDS_MIDDEN, Path(naam, "dossier"))
        convenant("bouw", "convenant", "--formaat", "pdf", cwd=dossier)
        return (dossier / "build" / "convenant.pdf").read_bytes()


def _tekst(data: bytes) -> bool:
    begin = time.process_time()
    gelezen = lees(data, "convenant.pdf", Wens())
    tijd = time.process_time() - begin
    regels = _regels(data)
    te_weinig, te_veel = verschil(gelezen)
    deel = len({onzeker.plek for onzeker in gelezen.onzeker}) / regels
    print(
        f"PDF: {len(gelezen.woorden)} woorden, {regels} regels, {tijd:.1f} s; "
        f"te weinig {te_weinig}, te veel {te_veel}, {deel:.1%} van de regels onzeker"
    )
    return not te_weinig and not te_veel and deel <= MEEST_ONZEKER


def _regels(data: bytes) -> int:
    document = pdfium.PdfDocument(data)
    return sum(_letters(blad).count("\n") + 1 for blad in document)


def _letters(blad: pdfium.PdfPage) -> str:
    return str(blad.get_textpage().get_text_range())


def _scan(data: bytes, van: int, tot: int, ruis: float) -> bool:
    """Tell whether a scan of a file is read as well as it must be."""
    document = pdfium.PdfDocument(data)
    nummers = range(van - 1, min(tot, len(document)))
    scan = gescand([document[nummer] for nummer in nummers], ruis)
    begin = _rekentijd()
    gelezen = lees(scan, "scan.pdf", Wens())
    elk = (_rekentijd() - begin) / len(nummers)
    print(f"scan: {len(nummers)} bladzijden, {elk:.1f} s rekentijd elk")
    te_weinig, te_veel = verschil(gelezen)
    waar = Counter(woord for nummer in nummers for woord in _waar(document[nummer]))
    gezien = Counter(_gelijk(woord) for woord in _gekozen(gelezen))
    fout = gezien - waar
    gemist = waar - gezien
    onzeker = Counter(_gelijk(woord) for een in gelezen.onzeker for woord in een.tekst.split())
    stil = fout - onzeker
    aantal = sum(waar.values())
    goed = 1 - sum(gemist.values()) / aantal
    print(f"  {aantal} woorden, {goed:.2%} goed; gemist {dict(gemist)}")
    print(f"  fout {dict(fout)}\n  fout en niet gemeld {dict(stil)}")
    terecht = sum((fout & onzeker).values())
    gemeld = sum(onzeker.values())
    print(f"  onzeker {gemeld} ({gemeld / aantal:.1%}), terecht {terecht}")
    print(f"  bewijs: te weinig {te_weinig}, te veel {te_veel}")
    return goed >= MINST_GOED and not stil and not te_weinig and not te_veel


def _rekentijd() -> float:
    """Return the seconds that the processor worked for this process and those it started."""
    return sum(os.times()[:4])


def _waar(blad: pdfium.PdfPage) -> Iterator[str]:
    """Yield the words of a page as they are on paper, without a watermark across it."""
    for woord in re.sub("[\ufffe\x02]", "-\n", _letters(blad)).split():
        if woord not in ("CONCEPT", "CONCEP", "T") and woorden(woord):
            yield _gelijk(woord)


def _gelijk(woord: str) -> str:
    return woord.translate(AANHALING)


def _gekozen(gelezen: Ingelezen) -> Iterable[str]:
    """Return the words of all pages as they were read, before lines were joined."""
    telling = Counter(gelezen.woorden)
    for bewerkt in gelezen.bewerkt:
        if bewerkt.waarom.startswith("anders gelezen"):
            telling.subtract(bewerkt.was.split())
            telling.update(bewerkt.wordt.split())
    return (woord for woord in telling.elements() if woorden(woord))


def gescand(bladzijden: Sequence[pdfium.PdfPage], ruis: float) -> bytes:
    """Return pages as a scanner would give them: a PDF of pictures, askew and with noise."""
    beelden = []
    for blad in bladzijden:
        beeld = blad.render(scale=DPI / 72, grayscale=True).to_pil().convert("L")
        scheef = beeld.rotate(GRADEN, Image.Resampling.BICUBIC, fillcolor=255)
        spikkels = Image.effect_noise(scheef.size, ruis)
        vlek = ImageChops.add(scheef, spikkels, scale=1, offset=-128)
        jpeg = BytesIO()
        vlek.save(jpeg, "JPEG", quality=70)
        beelden.append(Image.open(jpeg))
    uit = BytesIO()
    beelden[0].save(uit, "PDF", save_all=True, append_images=beelden[1:], resolution=DPI)
    return uit.getvalue()


if __name__ == "__main__":
    sys.exit(main())
