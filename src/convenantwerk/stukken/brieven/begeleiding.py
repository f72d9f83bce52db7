"""The message that carries letters which are not part of a pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from convenantwerk.stukken.brieven.brief import Partnerbrief
from convenantwerk.stukken.brieven.velden import Dezepartner


@dataclass(frozen=True, slots=True, kw_only=True)
class Begeleiding(Partnerbrief):
    """The text of a mail to one partner."""

    sjabloon: ClassVar[str] = "begeleiding"
    stuknaam: ClassVar[str] = "Bericht bij een brief"
    opdracht: ClassVar[str] = "brief"
    map: ClassVar[str] = "brieven"
    partner: Dezepartner
    brieven: Annotated[tuple[str, ...], "de brieven die met het bericht meegaan"]
