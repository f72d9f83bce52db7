"""The besluit by which the Stuurgroep agrees to an accession (7.e), or its concept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, ClassVar

from convenantwerk.dossier.registers import Besluit
from convenantwerk.stukken.brieven.toetredingsbrief import Toetredingsbrief
from convenantwerk.stukken.tekenblokken import open_block, voorzitter_van

if TYPE_CHECKING:
    from convenantwerk.papier.document import SignatureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Stuurgroepbesluit(Toetredingsbrief):
    """What the voorzitter signs; a concept as long as nothing was decided."""

    sjabloon: ClassVar[str] = "stuurgroepbesluit"
    stuknaam: ClassVar[str] = "Besluit toetreding"
    opdracht: ClassVar[str] = "toetreding … instemming"
    besluit: Annotated[Besluit | None, "het besluit zelf; leeg in een concept"]

    def ondertekening(self, orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return the voorzitter."""
        return (open_block("stuurgroep", voorzitter_van(orgaan)),)
