"""What papers about a notice have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegging,
)
from convenantwerk.dossier.registers import Partner
from convenantwerk.stukken.brieven.brief import Partnerbrief
from convenantwerk.stukken.brieven.velden import Dezepartner
from convenantwerk.tijd.uiterste_data import Berekening


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzeggingsbrief(Partnerbrief):
    """A paper about the notice of one partner, or about its withdrawal."""

    partner: Dezepartner
    opzegging: Annotated[Opzegging, "de opzegging"]
    einde: Annotated[
        Berekening | None, "de dag waarop de deelname eindigt; leeg als geen regel dat zegt"
    ]
    regeling: Annotated[
        Berekening | None, "de dag waarop de regeling er moet zijn; leeg als die niet hoeft"
    ]
    intrekking: Annotated[Intrekking | None, "de intrekking van de opzegging"]
    ingestemd: Annotated[
        Intrekkingsinstemming | None, "de instemming met de intrekking; leeg als die er niet is"
    ]

    @property
    def pad(self) -> str:
        """Its path: a folder for each notice."""
        return f"{stukkenmap(self.partner, self.opzegging)}/{self.sjabloon}"


def stukkenmap(partner: Partner, opzegging: Opzegging) -> str:
    """Return the folder for the papers about a notice, below that for all papers."""
    return f"opzegging/{partner.sleutel}-{opzegging.datum.isoformat()}"
