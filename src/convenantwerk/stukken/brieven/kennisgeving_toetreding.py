"""The notice to all partners that another has joined (7.e)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from convenantwerk.stukken.brieven.brief import Ontvanger
from convenantwerk.stukken.brieven.toetredingsbrief import Toetredingsbrief
from convenantwerk.stukken.brieven.velden import Instemmingsbesluit


@dataclass(frozen=True, slots=True, kw_only=True)
class KennisgevingToetreding(Toetredingsbrief):
    """That a partner takes part, from when and in what."""

    sjabloon: ClassVar[str] = "kennisgeving-toetreding"
    stuknaam: ClassVar[str] = "Kennisgeving toetreding"
    opdracht: ClassVar[str] = "toetreding … aangehecht"
    ontvanger: ClassVar[Ontvanger] = "partners"
    instemming: Instemmingsbesluit | None
    nummer: Annotated[int, "het nummer van de toetredingsverklaring"]
    mag_melden: Annotated[
        bool | None, "of de partner meldingen mag doen; leeg als geen regel zegt wie dat mag"
    ]
