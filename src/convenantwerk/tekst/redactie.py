"""What the papers say of a text besides the text itself: sentences of the program.

An import knows them again by these words, and does not take them for text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

WIJZE: Mapping[Literal["georganiseerd", "gefaciliteerd"], str] = {
    "georganiseerd": "Dit overleg wordt door het samenwerkingsverband georganiseerd.",
    "gefaciliteerd": "Dit overleg wordt door het samenwerkingsverband gefaciliteerd.",
}
PROTOCOL: Mapping[Literal["landelijk", "regionaal"], str] = {
    "landelijk": "Het landelijke privacyprotocol is van toepassing.",
    "regionaal": "Het regionale privacyprotocol is van toepassing.",
}
CONCEPT = "Dit is een concept."
CONCEPTBLAD = "Concept"  # the heading of the sheet before a concept
OPEN_PUNTEN = f"{CONCEPTBLAD}: open punten"
OPEN_INVULVELDEN = "Open invulvelden"
ZONDER_DOEL = "Verwijzingen zonder doel"
ONTBREKEND = "Ontbrekende teksten"
OVERIG = "Overige fouten"


def ontbreekt(soort: str) -> str:
    """Return the sentence that says that the text of a part is missing."""
    wat = soort if soort in ("deel", "overleg") else "onderdeel"
    return f"De tekst van dit {wat} ontbreekt in het dossier."
