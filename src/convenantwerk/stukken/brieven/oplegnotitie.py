"""The oplegnotitie: the Stuurgroep is asked to agree to an accession (7.e)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from convenantwerk.stukken.brieven.toetredingsbrief import Toetredingsbrief


@dataclass(frozen=True, slots=True, kw_only=True)
class Oplegnotitie(Toetredingsbrief):
    """What the Stuurgroep reads before it decides."""

    sjabloon: ClassVar[str] = "oplegnotitie"
    stuknaam: ClassVar[str] = "Oplegnotitie toetreding"
    opdracht: ClassVar[str] = "toetreding … instemming"
