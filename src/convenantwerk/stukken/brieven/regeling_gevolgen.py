"""The arrangement of what a notice brings (7.l), to be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief
from convenantwerk.stukken.tekenblokken import open_block, voorzitter_van

if TYPE_CHECKING:
    from convenantwerk.papier.document import SignatureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class RegelingGevolgen(Opzeggingsbrief):
    """What the Stuurgroep and the partner that leaves agree on."""

    sjabloon: ClassVar[str] = "regeling-gevolgen"
    stuknaam: ClassVar[str] = "Regeling gevolgen opzegging"
    opdracht: ClassVar[str] = "opzegging"

    def ondertekening(self, orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return the voorzitter and the partner."""
        ander = (self.partner.naam, "rechtsgeldig vertegenwoordigd")
        return (open_block("1", voorzitter_van(orgaan)), open_block("2", ander))
