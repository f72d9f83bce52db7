"""The message that carries a pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from convenantwerk.stukken.brieven.brief import Partnerbrief
from convenantwerk.stukken.brieven.velden import Dezepartner, Dezeversie, Stuksoort, Uiterlijk


@dataclass(frozen=True, slots=True, kw_only=True)
class Pakketbericht(Partnerbrief):
    """The text of a mail to one partner."""

    sjabloon: ClassVar[str] = "bericht"
    stuknaam: ClassVar[str] = "Bericht bij het pakket"
    opdracht: ClassVar[str] = "pakket"
    map: ClassVar[str] = "pakketten"
    partner: Dezepartner
    stuk: Stuksoort
    versie: Dezeversie
    uiterlijk: Uiterlijk
