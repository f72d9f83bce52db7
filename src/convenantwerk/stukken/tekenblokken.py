"""Signature blocks: room for one signature each, with what must be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.identiteit import veldnaam

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.dossier.registers import Ondertekenaar

FOLDER = "ondertekening"
HANDTEKENING = "Handtekening"
_VELDEN = (HANDTEKENING, "Plaats", "Datum")
_GROND = "Grond van de bevoegdheid (wet, mandaat, volmacht of statuten)"


def signature_blocks(ondertekenaars: Iterable[Ondertekenaar]) -> Iterator[d.SignatureBlock]:
    """Yield a block for each signatory, in the order of the register."""
    for ondertekenaar in ondertekenaars:
        yield signature_block(ondertekenaar)


def signature_block(
    ondertekenaar: Ondertekenaar, namens: str = "", functie: str = ""
) -> d.SignatureBlock:
    """Return the block of one signatory, who may sign for another body in another function."""
    lines = tuple(
        " ".join(line.split())
        for line in (
            namens or ondertekenaar.organisatie,
            functie or ondertekenaar.functie,
            ondertekenaar.persoon,
        )
    )
    return d.SignatureBlock(veldnaam(ondertekenaar.sleutel), lines, _VELDEN)


def sheet_block(ondertekenaar: Ondertekenaar) -> d.SignatureBlock:
    """Return the block on the signatory's own sheet; it asks for the ground when none is known."""
    block = signature_block(ondertekenaar)
    velden = block.fields if ondertekenaar.grond else (_GROND, *block.fields)
    return d.SignatureBlock(block.anchor, block.lines, velden)


def voorzitter_van(orgaan: str) -> tuple[str, str]:
    """Return the lines of the block of a voorzitter who is not known by name."""
    return (f"Namens {orgaan}", "de voorzitter")


def open_block(naam: str, lines: tuple[str, ...]) -> d.SignatureBlock:
    """Return a block for someone who is not known by name: the name is filled in too."""
    return d.SignatureBlock(veldnaam(naam), lines, (HANDTEKENING, "Naam", "Plaats", "Datum"))
