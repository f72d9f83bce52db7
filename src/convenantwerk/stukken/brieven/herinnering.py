"""The reminder of a paper that was offered and did not come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from convenantwerk.stukken.brieven.brief import Ontvanger, Partnerbrief
from convenantwerk.stukken.brieven.velden import (
    Allen,
    Dezepartner,
    Dezeversie,
    Stuksoort,
    Uiterlijk,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Herinnering(Partnerbrief):
    """What a partner that is late is asked once more."""

    sjabloon: ClassVar[str] = "herinnering"
    stuknaam: ClassVar[str] = "Herinnering"
    opdracht: ClassVar[str] = "ondertekening herinner"
    ontvanger: ClassVar[Ontvanger] = "partner"
    map: ClassVar[str] = "herinnering"
    partner: Dezepartner
    ondertekenaars: Allen
    stuk: Stuksoort
    versie: Dezeversie
    aangeboden: Annotated[date, "de dag waarop het stuk is gestuurd"]
    uiterlijk: Uiterlijk
    datum: date

    @property
    def pad(self) -> str:
        """Its path: a folder for each time that a partner is reminded."""
        return f"{self.map}/{self.partner.sleutel}-{self.datum.isoformat()}/{self.sjabloon}"
