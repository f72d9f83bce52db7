"""A PDF with text at places that a test names: the smallest that every reader opens."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

A4 = (595, 842)
GEWOON, VET, CURSIEF = "F1", "F2", "F3"
_LETTERTYPEN = {GEWOON: "Helvetica", VET: "Helvetica-Bold", CURSIEF: "Helvetica-Oblique"}


class Woorden(NamedTuple):
    """Text on a page: in points from the left, and its base from above."""

    x: float
    y: float
    tekst: str
    grootte: float = 11
    letter: str = GEWOON
    hoek: tuple[float, float] = (1, 0)  # cosine and sine of the way it runs


def regels(
    teksten: Sequence[str], x: float = 72, y: float = 100, *, af: float = 14, grootte: float = 11
) -> list[Woorden]:
    """Return lines below each other."""
    return [Woorden(x, y + i * af, tekst, grootte) for i, tekst in enumerate(teksten)]


def pdf(
    *bladzijden: Sequence[Woorden],
    maat: tuple[float, float] = A4,
    tekening: str = "",
    blad: str = "",
    catalogus: str = "",
    jpeg: tuple[bytes, int, int] = (b"", 0, 0),
) -> bytes:
    """Return a PDF.

    Args:
        bladzijden: the text of each page.
        maat: width and height, in points.
        tekening: what is drawn on every page, in the language of PDF.
        blad: more keys of every page.
        catalogus: more keys of the catalogue.
        jpeg: a picture that `tekening` calls by "/B Do", its width and its height in pixels.
    """
    kinderen = " ".join(f"{6 + 2 * i} 0 R" for i in range(len(bladzijden)))
    delen = [
        f"<</Type/Catalog/Pages 2 0 R {catalogus}>>".encode(),
        f"<</Type/Pages/Kids[{kinderen}]/Count {len(bladzijden)}>>".encode(),
        *(
            f"<</Type/Font/Subtype/Type1/BaseFont/{naam}/Encoding/WinAnsiEncoding>>".encode()
            for naam in _LETTERTYPEN.values()
        ),
    ]
    for i, woorden in enumerate(bladzijden):
        inhoud = "\n".join([tekening, *(_gezet(woord, maat[1]) for woord in woorden)])
        data = inhoud.encode("cp1252")
        delen += [
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {maat[0]} {maat[1]}]/Contents {7 + 2 * i} 0 R"
            f"/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>"
            f"/XObject<</B {6 + 2 * len(bladzijden)} 0 R>>>>{blad}>>".encode(),
            b"<</Length %d>>stream\n%s\nendstream" % (len(data), data),
        ]
    data, breed, hoog = jpeg
    delen.append(
        f"<</Type/XObject/Subtype/Image/Width {breed}/Height {hoog}/ColorSpace/DeviceRGB"
        f"/BitsPerComponent 8/Filter/DCTDecode/Length {len(data)}>>stream\n".encode()
        + data
        + b"\nendstream"
    )
    return bestand(delen)


def bestand(delen: Sequence[bytes]) -> bytes:
    """Return objects as a file; the first is the catalogue."""
    stukken = [b"%PDF-1.7\n"]
    stukken += (b"%d 0 obj\n%s\nendobj\n" % (i, deel) for i, deel in enumerate(delen, start=1))
    *plaatsen, begin = accumulate(map(len, stukken))
    uit = b"".join(stukken) + b"xref\n0 %d\n0000000000 65535 f \n" % (len(delen) + 1)
    uit += b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    return uit + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(delen) + 1,
        begin,
    )


def _gezet(woord: Woorden, hoog: float) -> str:
    tekst = woord.tekst.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    c, s = woord.hoek
    return (
        f"BT /{woord.letter} {woord.grootte} Tf {c} {s} {-s} {c} {woord.x} {hoog - woord.y} Tm "
        f"({tekst}) Tj ET"
    )
