"""The besluit in which the Stuurgroep states that a partner leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief
from convenantwerk.stukken.tekenblokken import open_block, voorzitter_van

if TYPE_CHECKING:
    from convenantwerk.papier.document import SignatureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Uittredingsbesluit(Opzeggingsbrief):
    """That a partner takes no part any more, and from when."""

    sjabloon: ClassVar[str] = "uittredingsbesluit"
    stuknaam: ClassVar[str] = "Uittredingsbesluit"
    opdracht: ClassVar[str] = "opzegging"

    def ondertekening(self, orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return the voorzitter."""
        return (open_block("1", voorzitter_van(orgaan)),)
