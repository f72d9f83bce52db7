"""The wijzigingsbesluit: what is decided, in the sentences by which a text is amended."""

from __future__ import annotations

from dataclasses import replace
from string import ascii_uppercase
from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN
from convenantwerk.stukken.tekst import Composer
from convenantwerk.tekst.adressen import opgebouwd
from convenantwerk.tekst.boom import Element
from convenantwerk.tekst.omgeving import Omgeving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from convenantwerk.renvooi.renvooitekst import Kant
    from convenantwerk.renvooi.verschil import Zin
    from convenantwerk.tekst.adressen import Part

NAAM = "wijzigingsbesluit"
# A lid that is put in looks as it does in an artikel.
_ARTIKEL = Element("artikel", "", "", (), "ingevoegd", ())


def maak_wijzigingsbesluit(  # noqa: PLR0913  # what a besluit says
    zinnen: Sequence[Zin],
    oud: Kant,
    nieuw: Kant,
    op: date,
    *,
    titel: str,
    ingangsdatum: date | None,
) -> d.Document:
    """Return the besluit as a document; what is not known stands in it as an invulveld.

    Args:
        zinnen: what changes.
        oud: the edition that is amended.
        nieuw: the edition that comes of it, in which verwijzingen of new text are looked up.
        op: the date the paper carries.
        titel: what the besluit is called.
        ingangsdatum: when it takes effect, None when that has yet to be decided.
    """
    instellingen = nieuw.dossier.instellingen
    wie = f"De Stuurgroep van het {instellingen.samenwerkingsverband} besluit als volgt."
    wat = (
        f"Het {instellingen.titel} {instellingen.samenwerkingsverband}, tekst van "
        f"{oud.convenant.editie}, wordt als volgt gewijzigd:"
    )
    datum = d.Run(voluit(ingangsdatum)) if ingangsdatum else d.Run("[datum]", placeholder=True)
    blocks: tuple[d.Block, ...] = (
        d.Heading(1, "hoofdstuk", "", (d.Run(titel),), "besluit"),
        d.Paragraph((d.Run(wie),)),
        d.Heading(2, "artikel", "Artikel I", (d.Run("Wijzigingen"),), "besluit-1"),
        d.Paragraph((d.Run(wat),)),
        *_zinnen(zinnen, Composer.van(nieuw.dossier, nieuw.convenant)),
        d.Heading(2, "artikel", "Artikel II", (d.Run("Inwerkingtreding"),), "besluit-2"),
        d.Paragraph((d.Run("Dit besluit treedt in werking op "), datum, d.Run("."))),
        d.SignatureBlock(
            "vaststelling",
            ("Namens de Stuurgroep", "de voorzitter"),
            ("Handtekening", "Naam", "Plaats", "Datum"),
        ),
    )
    return d.Document(
        name=NAAM,
        title=titel,
        publisher=instellingen.samenwerkingsverband,
        edition=f"wijzigt de tekst van {oud.convenant.editie}",
        op=op,
        concept=False,
        blocks=blocks,
        zonder=LIJSTFORMATEN | {"html"},
    )


def _zinnen(zinnen: Sequence[Zin], composer: Composer) -> Iterator[d.Block]:
    for number, zin in enumerate(zinnen):
        letter = _letter(number)
        yield d.Paragraph((d.Run(f"{letter}. ", bold=True), d.Run(zin.tekst)))
        yield from _parts(zin.parts, composer)
        if zin.toelichting:
            yield d.Paragraph((d.Run(f"Toelichting: {zin.toelichting}"),), "redactie")


def _letter(number: int) -> str:
    """Return A to Z, then AA, AB and on."""
    first, last = divmod(number, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last]


def _parts(parts: Iterable[Part], composer: Composer) -> Iterator[d.Block]:
    for part in opgebouwd(parts):
        if isinstance(part, Element):
            for block in composer.element(part, part.anker, 3):
                yield replace(block, new_page=False) if isinstance(block, d.Heading) else block
        else:
            yield from composer.bloks(Omgeving(_ARTIKEL.anker, _ARTIKEL), [part])
