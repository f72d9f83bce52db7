"""The yearly message that the convenant is renewed (7.k), and until when notice can be given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from convenantwerk.stukken.brieven.brief import Ontvanger, Partnerbrief
from convenantwerk.stukken.brieven.velden import Dezepartner
from convenantwerk.tijd.uiterste_data import Berekening


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlengingsbericht(Partnerbrief):
    """The message to one partner about one renewal."""

    sjabloon: ClassVar[str] = "verlengingsbericht"
    stuknaam: ClassVar[str] = "Verlengingsbericht"
    opdracht: ClassVar[str] = "verlenging"
    ontvanger: ClassVar[Ontvanger] = "partner"
    partner: Dezepartner
    begin: Annotated[date, "de eerste dag van de verlengde termijn"]
    slot: Annotated[date, "de laatste dag ervan"]
    laatste: Annotated[
        Berekening | None, "de laatste veilige dag om op te zeggen; leeg als geen regel dat zegt"
    ]
    advies: Annotated[Berekening | None, "de dag waarop de opzegging uiterlijk op de post gaat"]
    later: Annotated[date | None, "de eerste dag na het begin waarop een partner kan vertrekken"]
    laatste_daarna: Annotated[Berekening | None, "de laatste veilige dag daarvoor"]

    @property
    def voor(self) -> str:
        """The year and the partner."""
        return f"{self.begin.year} {self.partner.naam}"

    @property
    def pad(self) -> str:
        """Its path: a folder for each year."""
        return f"verlenging/{self.begin.year}/{self.partner.sleutel}"
