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
    delen = [titel(deel) for deel in convenant.delen if deel.soort == "deel"]
    geheel = f"{instellingen.titel} {instellingen.samenwerkingsverband}"
    hoort_bij = f"Dit blad hoort bij het {geheel}, tekst van {convenant.editie}"
    sentences = (
        f"{hoort_bij}, aan te halen als “{instellingen.citeertitel}”.",
        *(f"Ondertekend wordt: {deel}." for deel in delen[:1]),
        f"Voor akkoord namens {ondertekenaar.organisatie}",
    )
    retour = (
        "Het ondertekende blad gaat terug naar de ketenmanager, die het bij het convenant bewaart."
    )
    return d.Document(
        name=f"{FOLDER}/{ondertekenaar.sleutel}",
        title=f"Ondertekeningsblad {ondertekenaar.organisatie}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"tekst van {convenant.editie}",
        op=op,
        concept=concept,
        formats=("pdf", "docx"),
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run("Ondertekeningsblad"),), "ondertekeningsblad"),
            *(d.Paragraph((d.Run(sentence),)) for sentence in sentences),
            _block(ondertekenaar, _VELDEN_BLAD),
            d.Paragraph((d.Run(retour),), "redactie"),
        ),
    )
