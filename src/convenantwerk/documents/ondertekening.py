"""Signature blocks, and the ondertekeningsblad for one signatory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.model import document as d
from convenantwerk.model.tekst import titel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from convenantwerk.model.dossier import Dossier
    from convenantwerk.model.registers import Ondertekenaar
    from convenantwerk.model.tekst import Convenant

FOLDER = "ondertekening"
_VELDEN = ("Handtekening", "Plaats", "Datum")
_VELDEN_BLAD = ("Grond van de bevoegdheid (wet, mandaat, volmacht of statuten)", *_VELDEN)


def signature_blocks(ondertekenaars: Iterable[Ondertekenaar]) -> Iterator[d.SignatureBlock]:
    """Yield a block for each signatory, in the order of the register."""
    for ondertekenaar in ondertekenaars:
        yield _block(ondertekenaar, _VELDEN)


def _block(ondertekenaar: Ondertekenaar, velden: tuple[str, ...]) -> d.SignatureBlock:
    naam = f"{ondertekenaar.titel} {ondertekenaar.naam}".strip()
    lines = (ondertekenaar.organisatie, ondertekenaar.functie, naam)
    return d.SignatureBlock(f"{FOLDER}-{ondertekenaar.sleutel}", lines, velden)


def compose_ondertekeningsblad(
    dossier: Dossier, convenant: Convenant, ondertekenaar: Ondertekenaar, op: date, *, concept: bool
) -> d.Document:
    """Return the sheet on which one signatory signs Deel 1 (2.1, 3.1 and 8 of the text).

    A partner may so sign a copy of its own; the sheets are kept with the convenant as one set.
    """
    instellingen = dossier.instellingen
    delen = [deel for deel in convenant.delen if deel.soort == "deel"]
    rows = (
        ("Behoort bij", f"{instellingen.titel} {instellingen.samenwerkingsverband}"),
        ("Tekst van", convenant.editie),
        ("Ondertekend wordt", titel(delen[0]) if delen else instellingen.titel),
        ("Aan te halen als", instellingen.citeertitel),
    )
    return d.Document(
        name=f"{FOLDER}/{ondertekenaar.sleutel}",
        title=f"Ondertekeningsblad {ondertekenaar.organisatie}",
        publisher=instellingen.samenwerkingsverband,
        edition=convenant.editie,
        op=op,
        concept=concept,
        formats=("pdf", "docx"),
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run("Ondertekeningsblad"),), "ondertekeningsblad"),
            d.Table(
                ((d.Run("Gegeven"),), (d.Run("Inhoud"),)),
                tuple(((d.Run(label),), (d.Run(value),)) for label, value in rows),
                ("links", "links"),
            ),
            d.Paragraph((d.Run(f"Voor akkoord namens {ondertekenaar.organisatie}"),)),
            _block(ondertekenaar, _VELDEN_BLAD),
        ),
    )
