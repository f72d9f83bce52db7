"""What letters about an accession have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, TypedDict

from convenantwerk.dossier.gebeurtenissen.deelname import Toetredingsverzoek
from convenantwerk.dossier.registers import Ondertekenaar, Partner
from convenantwerk.stukken.brieven.brief import Partnerbrief
from convenantwerk.stukken.brieven.velden import (
    Delen,
    Dezeondertekenaar,
    Dezepartner,
    Ingangsdatum,
)


class Toetredingswaarden(TypedDict):
    """The values of a Toetredingsbrief, for who makes several of one accession."""

    partner: Partner
    ondertekenaar: Ondertekenaar | None
    verzoek: Toetredingsverzoek | None
    delen: tuple[str, ...]
    overleggen: tuple[str, ...]
    zonder_tekst: tuple[str, ...]
    ingangsdatum: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Toetredingsbrief(Partnerbrief):
    """A paper about the accession of one partner; None is what is not known yet."""

    map: ClassVar[str] = "toetreding"
    partner: Dezepartner
    ondertekenaar: Dezeondertekenaar | None
    verzoek: Annotated[Toetredingsverzoek | None, "het verzoek om toetreding"]
    delen: Delen
    overleggen: Annotated[tuple[str, ...], "de overleggen waaraan de partner gaat deelnemen"]
    zonder_tekst: Annotated[
        tuple[str, ...], "de overleggen daarvan waarvan de tekst nog niet is vastgesteld"
    ]
    ingangsdatum: Ingangsdatum | None
