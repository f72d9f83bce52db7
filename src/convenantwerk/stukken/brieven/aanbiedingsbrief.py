"""The letter with which a paper is offered for signing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from convenantwerk.dossier.gebeurtenissen import VERKLARING
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.stukken.brieven.brief import Ontvanger, Partnerbrief
from convenantwerk.stukken.brieven.velden import (
    Allen,
    Delen,
    Dezepartner,
    Dezeversie,
    Ingangsdatum,
    Instemmingsbesluit,
    Opzegdag,
    Stuksoort,
    Uiterlijk,
    Verlengdag,
    Vertrekdag,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbiedingsbrief(Partnerbrief):
    """How and by when to sign, and how long it holds; in a pack, or with a declaration."""

    sjabloon: ClassVar[str] = "aanbiedingsbrief"
    stuknaam: ClassVar[str] = "Aanbiedingsbrief"
    opdracht: ClassVar[str] = "toetreding … verklaring, pakket"
    ontvanger: ClassVar[Ontvanger] = "partner"
    map: ClassVar[str] = "toetreding"
    verlenging: Verlengdag
    vertrek: Vertrekdag
    opzegdag: Opzegdag
    partner: Dezepartner
    ondertekenaars: Allen
    stuk: Stuksoort
    versie: Dezeversie
    delen: Delen
    uiterlijk: Uiterlijk
    vorige: Annotated[
        Versiegegevens | None, "de versie die de partner het laatst tekende; leeg als er geen is"
    ]
    instemming: Instemmingsbesluit | None
    voorzitter: Annotated[bool, "of de voorzitter de verklaring mede tekent"]
    ingangsdatum: Ingangsdatum | None
    bijlagen: Annotated[tuple[str, ...], "wat met de brief meegaat"]

    @property
    def pad(self) -> str:
        """Its path: of an accession beside its declaration, else a folder for each version."""
        folder = self.map if self.stuk == VERKLARING else f"ondertekening/{self.versie.naam}"
        return f"{folder}/{self.partner.sleutel}/{self.sjabloon}"
