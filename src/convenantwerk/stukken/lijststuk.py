"""A list as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.papier import document as d

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.stukken.lijsten import Lijst


FOLDER = "registers"


def maak_lijst(lijst: Lijst, registers: Registers, op: date) -> d.Document:
    """Return a list as a document, on its side; it is worth having in every format."""
    instellingen = registers.instellingen
    head = tuple((d.Run(cel, bold=True),) for cel in lijst.kop)
    rows = tuple(tuple((d.Run(cel),) for cel in rij) for rij in lijst.rijen)
    sides: tuple[d.Alignment, ...] = tuple("links" for _ in head)
    return d.Document(
        name=f"{FOLDER}/{lijst.naam}",
        title=f"{lijst.titel} {instellingen.samenwerkingsverband}",
        publisher=instellingen.samenwerkingsverband,
        edition=f"stand op {voluit(op)}",
        op=op,
        concept=False,
        blocks=(
            d.Heading(1, "hoofdstuk", "", (d.Run(lijst.titel),), lijst.naam),
            *(d.Paragraph((d.Run(regel),)) for regel in lijst.toelichting),
            d.Table(head, rows, sides, widths=lijst.breedte),
        ),
        zonder=frozenset(),
        landscape=True,
    )
