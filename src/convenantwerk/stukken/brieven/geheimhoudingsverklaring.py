"""What an incidental attendee signs before an overleg."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from convenantwerk.papier.document import SignatureBlock
from convenantwerk.papier.identiteit import veldnaam
from convenantwerk.stukken.brieven.brief import Brief
from convenantwerk.stukken.tekenblokken import HANDTEKENING
from convenantwerk.tekst.adressen import slug

_LANGST = 60  # characters of a name in a path


@dataclass(frozen=True, slots=True, kw_only=True)
class Geheimhoudingsverklaring(Brief):
    """The promise of one person to keep secret what is said; `sleutel` is that of the overleg."""

    sjabloon: ClassVar[str] = "geheimhoudingsverklaring"
    stuknaam: ClassVar[str] = "Geheimhoudingsverklaring"
    opdracht: ClassVar[str] = "geheimhouding"
    naam: Annotated[str, "wie de verklaring tekent"]
    functie: Annotated[str, "de functie van die persoon"]
    organisatie: Annotated[str, "de organisatie van die persoon"]
    overleg: Annotated[str, "het overleg"]
    datum: Annotated[date, "de dag van het overleg"]
    sleutel: str

    @property
    def voor(self) -> str:
        """The overleg."""
        return self.overleg

    @property
    def pad(self) -> str:
        """Its path: by overleg, day and person."""
        wie = slug(self.naam) or "aanwezige"
        return f"geheimhouding/{self.sleutel}-{self.datum.isoformat()}-{wie[:_LANGST]}"

    def ondertekening(self, _orgaan: str, /) -> tuple[SignatureBlock, ...]:
        """Return the attendee, who promises for herself or himself and not for the organisation."""
        wie = (self.naam, self.functie, self.organisatie)
        return (SignatureBlock(veldnaam("aanwezige"), wie, (HANDTEKENING, "Plaats", "Datum")),)
