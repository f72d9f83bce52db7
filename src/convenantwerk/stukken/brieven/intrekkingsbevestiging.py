"""The letter that confirms that a notice was withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from convenantwerk.stukken.brieven.brief import Ontvanger
from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief


@dataclass(frozen=True, slots=True, kw_only=True)
class Intrekkingsbevestiging(Opzeggingsbrief):
    """That the participation goes on."""

    sjabloon: ClassVar[str] = "intrekkingsbevestiging"
    stuknaam: ClassVar[str] = "Intrekkingsbevestiging"
    opdracht: ClassVar[str] = "opzegging --intrekken"
    ontvanger: ClassVar[Ontvanger] = "partner"
