"""Reads a PDF: pages with text by their letters, pages that are pictures by OCR."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import Onzeker, Opmerking, Plek
from convenantwerk.invoer.pdf import bladen
from convenantwerk.invoer.pdf.beelden import afgebeeld, beelden_van
from convenantwerk.invoer.pdf.letters import stroken_van
from convenantwerk.invoer.pdf.opmaak import Pagina, ingelezen
from convenantwerk.invoer.pdf.zetregels import zetregels_van

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.brok import Ingelezen, Wens
    from convenantwerk.invoer.pdf.bladen import Blad
    from convenantwerk.invoer.pdf.gescand import Scan
    from convenantwerk.invoer.pdf.vormen import Vak

_WEINIG = 200  # letters: on a page of pictures they are a stamp or a header, and not its text
_BEELD = 0.5  # of the page: so much of it a scan covers
_VREEMD = 0.2  # of the letters: when so many have no character, the text cannot be taken over


def lees(data: bytes, path: str, wens: Wens) -> Ingelezen:  # noqa: ARG001  a PDF has no changes
    """Return a PDF as brokken.

    Args:
        data: the file, whole.
        path: the file as the user sees it.
        wens: says nothing about a PDF.

    Raises:
        OnleesbaarError: CV951, it cannot be read, or is too large; CV948, it is a scan and there
            is no OCR here; CV949, the OCR fails; CV950, it is a form of another kind.
    """
    bekend: dict[bytes, bytes] = {}
    scans: list[Scan] = []
    with bladen.geopend(data, path) as document:
        opmerkingen = tuple(_bijlagen(bladen.bijlagen(document)))
        paginas = [
            _gescand(blad, path, scans) if _is_scan(blad) else _met_tekst(blad, bekend)
            for blad in bladen.bladen(document, path)
        ]
    if scans:
        from convenantwerk.invoer.pdf.gescand import met_onzeker  # noqa: PLC0415  few have scans

        met_onzeker(scans)
    formaat = "PDF" if len(scans) < len(paginas) else "scan"
    return ingelezen(formaat, paginas, opmerkingen)


def _bijlagen(aantal: int) -> Iterator[Opmerking]:
    if aantal:
        wat = "zit een bestand" if aantal == 1 else f"zitten {aantal} bestanden"
        yield Opmerking(f"in de PDF {wat} als bijlage; niet gelezen", Plek("bladzijde", 1))


def _is_scan(blad: Blad) -> bool:
    """Tell whether a page must be read as a picture: it has no text that can be taken over."""
    aantal = len(blad.letters)
    if not aantal or blad.verborgen:
        return blad.getekend
    if blad.vreemd > _VREEMD * aantal:
        return True
    beeld = max((_oppervlak(vak) for vak, _ in blad.beelden), default=0)
    return aantal < _WEINIG and beeld > _BEELD * blad.breed * blad.hoog


def _oppervlak(vak: Vak) -> float:
    return (vak.rechts - vak.links) * (vak.onder - vak.boven)


def _gescand(blad: Blad, path: str, scans: list[Scan]) -> Pagina:
    from convenantwerk.invoer.pdf.scan import lees_beeld  # noqa: PLC0415  loads what OCR takes

    scans.append(lees_beeld(afgebeeld(blad.bladzijde), blad.nummer, path))
    return scans[-1].pagina


def _met_tekst(blad: Blad, bekend: dict[bytes, bytes]) -> Pagina:
    stroken, geknipt = stroken_van(blad.letters)
    return Pagina(
        blad.nummer,
        blad.breed,
        blad.hoog,
        zetregels_van(stroken, blad.nummer),
        woorden(blad.ruw),
        blad.scheef,
        (*blad.geknipt, *geknipt),
        blad.vakken,
        tuple(beelden_van(blad.beelden, blad.breed * blad.hoog, bekend)),
        onzeker=_vreemd(blad),
    )


def _vreemd(blad: Blad) -> tuple[Onzeker, ...]:
    if not blad.vreemd:
        return ()
    waarom = f"van {blad.vreemd} letters op deze bladzijde zegt de PDF niet welke het zijn"
    return (Onzeker("", Plek("bladzijde", blad.nummer), waarom),)
