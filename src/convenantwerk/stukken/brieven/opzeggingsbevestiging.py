"""The letter that confirms a notice to the partner that gave it (7.l)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from convenantwerk.stukken.brieven.brief import Ontvanger
from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzeggingsbevestiging(Opzeggingsbrief):
    """When its participation ends, how that day was found, and what follows."""

    sjabloon: ClassVar[str] = "opzeggingsbevestiging"
    stuknaam: ClassVar[str] = "Opzeggingsbevestiging"
    opdracht: ClassVar[str] = "opzegging"
    ontvanger: ClassVar[Ontvanger] = "partner"
