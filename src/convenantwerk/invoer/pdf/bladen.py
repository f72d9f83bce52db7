"""The pages of a PDF by pdfium: letters with their places, rules, pictures, and what is not read.

A file comes from a stranger: what is too much is refused, before it is read as far as that can be
known, and nothing of it is ever run.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as ruw

from convenantwerk.invoer.grenzen import KLEINER, geweigerd, weiger
from convenantwerk.invoer.pdf import pdfletters, vormen
from convenantwerk.invoer.pdf.vormen import Vak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.pdf.letters import Geknipt, Letter

MEEST_BLADZIJDEN = 5_000
MEEST_LETTERS = 200_000  # of one page: a page of print has 5,000
MEEST_SAMEN = 30_000_000  # letters of all pages
_OPNIEUW = "open het bestand in een PDF-lezer en sla het opnieuw op als PDF"


@dataclass(frozen=True, slots=True)
class Blad:
    """A page as the file has it.

    Args:
        nummer: from 1.
        breed: its width, in points, as it is read.
        hoog: its height.
        letters: in the order of the file.
        scheef: words that lean or stand on their side.
        geknipt: words of the file that do so in part.
        verborgen: whether all its text is invisible, as under a scan.
        ruw: all its text, by a road of pdfium of its own.
        vakken: rules and filled rectangles.
        beelden: where pictures are, and what they are as long as the page is open.
        getekend: whether anything is on it at all.
        bladzijde: the page itself, as long as it is open.
        vreemd: how many letters have no character that one can read.
    """

    nummer: int
    breed: float
    hoog: float
    letters: tuple[Letter, ...]
    scheef: tuple[str, ...]
    ruw: str
    bladzijde: pdfium.PdfPage
    geknipt: tuple[Geknipt, ...] = ()
    getekend: bool = False
    verborgen: bool = False
    vakken: tuple[Vak, ...] = ()
    beelden: tuple[tuple[Vak, pdfium.PdfObject], ...] = ()
    vreemd: int = 0


@contextmanager
def geopend(data: bytes, path: str) -> Iterator[pdfium.PdfDocument]:
    """Give a PDF that is within bounds.

    Raises:
        OnleesbaarError: CV951, it cannot be read, or is too large; CV950, it is a form whose text
            is not in its pages.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", 0) == ruw.FPDF_ERR_PASSWORD:
            weiger(path, "er is een wachtwoord nodig", "sla het bestand op zonder wachtwoord")
        weiger(
            path, "dit is geen PDF, het bestand is beschadigd, of er is geen bladzijde in", _OPNIEUW
        )
    try:
        if len(document) > MEEST_BLADZIJDEN:
            te_veel = f"meer dan {MEEST_BLADZIJDEN} is te veel"
            weiger(path, f"het heeft {len(document)} bladzijden; {te_veel}", KLEINER)
        if ruw.FPDF_GetFormType(document) == ruw.FORMTYPE_XFA_FULL:
            raise geweigerd("CV950", path)
        yield document
    finally:
        document.close()


def bijlagen(document: pdfium.PdfDocument) -> int:
    """Return how many files are hidden in a PDF; they are not read."""
    return max(0, int(ruw.FPDFDoc_GetAttachmentCount(document)))


def bladen(document: pdfium.PdfDocument, path: str) -> Iterator[Blad]:
    """Yield the pages one by one, so that no more than one of them is in memory as letters.

    Raises:
        OnleesbaarError: CV951, a page is damaged, or there are too many letters.
    """
    samen = 0
    for nummer in range(1, len(document) + 1):
        try:
            bladzijde = document[nummer - 1]
            blad = _blad(bladzijde, nummer, path)
        except pdfium.PdfiumError:
            weiger(path, f"bladzijde {nummer} is beschadigd", _OPNIEUW)
        samen += len(blad.ruw)
        if samen > MEEST_SAMEN:
            weiger(path, f"het heeft meer dan {MEEST_SAMEN} letters", KLEINER)
        yield blad
        bladzijde.close()


def _blad(bladzijde: pdfium.PdfPage, nummer: int, path: str) -> Blad:
    tekstlaag = bladzijde.get_textpage()
    aantal = ruw.FPDFText_CountChars(tekstlaag)
    if aantal > MEEST_LETTERS:
        te_veel = f"meer dan {MEEST_LETTERS} is te veel"
        weiger(path, f"op bladzijde {nummer} staan {aantal} letters; {te_veel}", KLEINER)
    gelezen = pdfletters.gelezen(tekstlaag, aantal)
    kader = Vak(*bladzijde.get_bbox())
    kwart = gelezen.kwart if gelezen.letters else bladzijde.get_rotation() // 90 % 4
    letters, scheef, geknipt = gelezen.rechtop(kwart, kader)
    vakken, beelden = vormen.vormen(bladzijde, kwart, kader)
    breed, hoog = kader.rechts - kader.links, kader.onder - kader.boven
    blad = Blad(
        nummer,
        *((breed, hoog) if kwart % 2 == 0 else (hoog, breed)),
        letters=tuple(letters),
        scheef=tuple(scheef),
        geknipt=tuple(geknipt),
        ruw=pdfletters.tekst_van(tekstlaag, aantal),
        bladzijde=bladzijde,
        getekend=ruw.FPDFPage_CountObjects(bladzijde) > 0,
        verborgen=bool(gelezen.letters) and not gelezen.zichtbaar,
        vakken=vakken,
        beelden=beelden,
        vreemd=gelezen.vreemd,
    )
    tekstlaag.close()
    return blad
