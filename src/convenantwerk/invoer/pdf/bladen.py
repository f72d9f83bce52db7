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

from convenantwerk.invoer.pdf import pdfletters, vormen
from convenantwerk.invoer.pdf.vormen import Vak
from convenantwerk.invoer.pdf.weigeren import weiger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.pdf.letters import Geknipt, Letter

MB = 1_000_000
MEEST_BYTES = 300 * MB
MEEST_BLADZIJDEN = 5_000
MEEST_LETTERS = 200_000  # of one page: a page of print has 5,000
MEEST_SAMEN = 30_000_000  # letters of all pages


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
        OnleesbaarError: CV946, it cannot be read; CV947, it is too large; CV950, it is a form whose
            text is not in its pages.
    """
    if len(data) > MEEST_BYTES:
        raise weiger("CV947", path, wat=f"{len(data) // MB} MB", grens=f"{MEEST_BYTES // MB} MB")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise weiger("CV946", path, **_waarom(error)) from error
    try:
        if len(document) > MEEST_BLADZIJDEN:
            raise weiger(
                "CV947",
                path,
                wat=f"{len(document)} bladzijden",
                grens=f"{MEEST_BLADZIJDEN} bladzijden",
            )
        if ruw.FPDF_GetFormType(document) == ruw.FORMTYPE_XFA_FULL:
            raise weiger("CV950", path)
        yield document
    finally:
        document.close()


def _waarom(error: pdfium.PdfiumError) -> dict[str, str]:
    if getattr(error, "err_code", 0) == ruw.FPDF_ERR_PASSWORD:
        return {
            "reden": "er is een wachtwoord nodig",
            "tip": "sla het bestand op zonder wachtwoord",
        }
    return {
        "reden": "dit is geen PDF, het bestand is beschadigd, of er is geen bladzijde in",
        "tip": "open het bestand in een PDF-lezer en sla het opnieuw op als PDF",
    }


def bijlagen(document: pdfium.PdfDocument) -> int:
    """Return how many files are hidden in a PDF; they are not read."""
    return max(0, int(ruw.FPDFDoc_GetAttachmentCount(document)))


def bladen(document: pdfium.PdfDocument, path: str) -> Iterator[Blad]:
    """Yield the pages one by one, so that no more than one of them is in memory as letters.

    Raises:
        OnleesbaarError: CV946 and CV947, as `geopend`.
    """
    samen = 0
    for nummer in range(1, len(document) + 1):
        try:
            bladzijde = document[nummer - 1]
            blad = _blad(bladzijde, nummer, path)
        except pdfium.PdfiumError as error:
            raise weiger(
                "CV946",
                path,
                reden=f"bladzijde {nummer} is beschadigd",
                tip="open het bestand in een PDF-lezer en sla het opnieuw op als PDF",
            ) from error
        samen += len(blad.ruw)
        if samen > MEEST_SAMEN:
            raise weiger(
                "CV947", path, wat=f"meer dan {MEEST_SAMEN} letters", grens=f"{MEEST_SAMEN} letters"
            )
        yield blad
        bladzijde.close()


def _blad(bladzijde: pdfium.PdfPage, nummer: int, path: str) -> Blad:
    tekstlaag = bladzijde.get_textpage()
    aantal = ruw.FPDFText_CountChars(tekstlaag)
    if aantal > MEEST_LETTERS:
        raise weiger(
            "CV947",
            path,
            wat=f"{aantal} letters op bladzijde {nummer}",
            grens=f"{MEEST_LETTERS} letters op een bladzijde",
        )
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
