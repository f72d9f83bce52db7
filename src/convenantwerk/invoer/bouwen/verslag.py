"""What `bouwen` has to tell besides the text: doubts, what it left out, what it wrote otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from convenantwerk.invoer.brok import Beeldbrok, Bewerkt, Onzeker, Tabelbrok, Weggelaten
from convenantwerk.tekst.boom import Voetnoot, alle_inline, plain

if TYPE_CHECKING:
    from convenantwerk.invoer.bouwen.regel import Regel
    from convenantwerk.invoer.brok import WegReden

_BEGIN = 60  # so many characters of a line are enough to find it by
_TABEL = 400  # and of a table


@dataclass
class Verslag:
    """Gathers what the report of an import says of the building."""

    onzeker: list[Onzeker] = field(default_factory=list)
    weggelaten: list[Weggelaten] = field(default_factory=list)
    bewerkt: list[Bewerkt] = field(default_factory=list)

    def twijfel(self, regel: Regel, waarom: str) -> None:
        """Add that a person must look at a line."""
        lengte = _TABEL if isinstance(regel.brok, Tabelbrok) else _BEGIN
        self.onzeker.append(Onzeker(begin_van(woordenlijn(regel), lengte), regel.plek, waarom))

    def weg(self, regel: Regel, waarom: WegReden, tekst: str = "") -> None:
        """Add that a line, or these words of it, are no part of the text."""
        woorden = tekst or f"{woordenlijn(regel)} {nootwoorden(regel)}".strip()
        self.weggelaten.append(Weggelaten(woorden, regel.plek, waarom))

    def anders(self, regel: Regel, was: str, wordt: str, waarom: str) -> None:
        """Add that words of a line are written otherwise."""
        self.bewerkt.append(Bewerkt(was, wordt, regel.plek, waarom))


def woordenlijn(regel: Regel) -> str:
    """Return the words of a paragraph, table or picture on one line."""
    match regel.brok:
        case Tabelbrok(rijen):
            return " ".join(" ".join(plain(cel).split()) for rij in rijen for cel in rij if cel)
        case Beeldbrok(alt=alt):
            return alt
        case _:
            return regel.kopregel


def nootwoorden(regel: Regel) -> str:
    """Return the words of the notes that a line calls."""
    noten = [deel for deel in alle_inline(regel.inhoud) if isinstance(deel, Voetnoot)]
    return " ".join(plain(noot.inhoud) for noot in noten)


def begin_van(tekst: str, lengte: int = _BEGIN) -> str:
    """Return the first words of a line."""
    return tekst if len(tekst) <= lengte else f"{tekst[:lengte].rsplit(' ', 1)[0]} …"
