"""The letter that confirms that a withdrawal of a notice came in, and that consent is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from convenantwerk.stukken.brieven.brief import Ontvanger
from convenantwerk.stukken.brieven.opzeggingsbrief import Opzeggingsbrief


@dataclass(frozen=True, slots=True, kw_only=True)
class Intrekkingsontvangst(Opzeggingsbrief):
    """Until the others agree, the notice stands (BW 3:37 lid 5)."""

    sjabloon: ClassVar[str] = "ontvangst-intrekking"
    stuknaam: ClassVar[str] = "Ontvangst intrekking"
    opdracht: ClassVar[str] = "opzegging --intrekken"
    ontvanger: ClassVar[Ontvanger] = "partner"
