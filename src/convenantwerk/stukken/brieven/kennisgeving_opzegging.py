"""The notice to the Stuurgroep that a partner gave notice (7.l)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief


@dataclass(frozen=True, slots=True, kw_only=True)
class KennisgevingOpzegging(Opzeggingsbrief):
    """What follows from it, and what is asked of the Stuurgroep."""

    sjabloon: ClassVar[str] = "kennisgeving-opzegging"
    stuknaam: ClassVar[str] = "Kennisgeving opzegging"
    opdracht: ClassVar[str] = "opzegging"
