"""The toetredingsverklaring: by signing it an organisation joins the convenant (7.e)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from convenantwerk.dossier.gebeurtenissen import VERKLARING
from convenantwerk.dossier.registers import Ondertekenaar
from convenantwerk.stukken.brieven.toetredingsbrief import Toetredingsbrief
from convenantwerk.stukken.brieven.velden import (
    Dezeondertekenaar,
    Dezevermelding,
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
    """What the newcomer signs, and after it the voorzitter of the body that decides (3.1).

    `voorzitter` countersigns, for the body `namens`; None when the convenant asks no more than
    that the newcomer signs.
    """

    sjabloon: ClassVar[str] = VERKLARING
    stuknaam: ClassVar[str] = "Toetredingsverklaring"
    opdracht: ClassVar[str] = "toetreding … verklaring"
    ondertekenaar: Dezeondertekenaar
    verlenging: Verlengdag
    vertrek: Vertrekdag
    opzegdag: Opzegdag
    instemming: Instemmingsbesluit | None
    versie: Dezeversie
    versievermelding: Dezevermelding
    voorzitter: Ondertekenaar | None
    namens: str

    def ondertekening(self, _orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return the newcomer and the voorzitter."""
        eigen = signature_block(self.ondertekenaar)
        if self.voorzitter is None:
            return (eigen,)
        return (eigen, signature_block(self.voorzitter, self.namens, "Voorzitter"))
