"""The toetredingsverklaring: by signing it an organisation joins the convenant (7.e)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from convenantwerk.dossier.gebeurtenissen import VERKLARING
from convenantwerk.dossier.registers import Ondertekenaar
from convenantwerk.stukken.brieven.toetredingsbrief import Toetredingsbrief
from convenantwerk.stukken.brieven.velden import (
    Dezeversie,
    Instemmingsbesluit,
    Opzegdag,
    Verlengdag,
    Vertrekdag,
)
from convenantwerk.stukken.tekenblokken import signature_block

if TYPE_CHECKING:
    from convenantwerk.papier.document import SignatureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetredingsverklaring(Toetredingsbrief):
    """What the newcomer signs, and after it the voorzitter for the Stuurgroep (3.1).

    Args:
        tekenaar: who signs for the newcomer.
        voorzitter: who countersigns.
        stuurgroep: for which body.
    """

    sjabloon: ClassVar[str] = VERKLARING
    stuknaam: ClassVar[str] = "Toetredingsverklaring"
    opdracht: ClassVar[str] = "toetreding … verklaring"
    verlenging: Verlengdag
    vertrek: Vertrekdag
    opzegdag: Opzegdag
    instemming: Instemmingsbesluit | None
    versie: Dezeversie
    tekenaar: Ondertekenaar
    voorzitter: Ondertekenaar
    stuurgroep: str

    @property
    def ondertekening(self) -> tuple[SignatureBlock, ...]:
        """The newcomer and the voorzitter."""
        return (
            signature_block(self.tekenaar),
            signature_block(self.voorzitter, self.stuurgroep, "Voorzitter"),
        )
