"""How far an accession is, stage by stage, in the words of both faces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.tijd.toetreding import STAPPEN

if TYPE_CHECKING:
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.opdrachten.toetreding.stappen import Overzicht
    from convenantwerk.tijd.toetreding import Stap, Toetredingsstand

Toestand = Literal["gedaan", "nu", "daarna", "niet nodig"]


@dataclass(frozen=True, slots=True)
class Stapstand:
    """A stage of an accession.

    Args:
        stap: which.
        toestand: behind us, at hand, ahead, or none of this accession.
        zin: that in words, with the day on which it was done.
        nodig: what it still lacks, each in a few words, when it is at hand.
    """

    stap: Stap
    toestand: Toestand
    zin: str
    nodig: tuple[str, ...] = ()


def stapstanden(zicht: Overzicht) -> tuple[Stapstand, ...]:
    """Return the stages of an accession, in their order."""
    return tuple(_stapstand(zicht, stap) for stap in STAPPEN)


def gedane_stappen(zicht: Overzicht) -> tuple[int, int]:
    """Return how many stages are done, and how many there are in this accession."""
    telt = [s for s in stapstanden(zicht) if s.toestand != "niet nodig"]
    return sum(s.toestand == "gedaan" for s in telt), len(telt)


def _stapstand(zicht: Overzicht, stap: Stap) -> Stapstand:
    stand = zicht.stand
    if stap == stand.volgende:
        return Stapstand(stap, "nu", f"nu aan de beurt{_waarom(stand)}", zicht.ontbreekt)
    if not stand.gedaan(stap):
        return Stapstand(stap, "daarna", "daarna")
    if stap == "instemming" and not (stand.vraagt_instemming or stand.instemming):
        return Stapstand(stap, "niet nodig", "niet nodig")
    return Stapstand(stap, "gedaan", _gedaan(stand, stap))


def _waarom(stand: Toetredingsstand) -> str:
    """Return why the declaration has its turn once more, "" when it has not."""
    if stand.aanbieding is None or not stand.vervallen:
        return ""
    return f"; wie op {voluit(stand.aanbieding.datum)} is gevraagd, mag niet meer tekenen"


def _gedaan(stand: Toetredingsstand, stap: Stap) -> str:
    days: dict[Stap, Gebeurtenis | None] = {
        "verzoek": stand.verzoek,
        "instemming": stand.instemming,
        "verklaring": stand.aanbieding,
        "ondertekend": stand.tegengetekend or stand.getekend,
        "aangehecht": stand.aangehecht,
    }
    g = days[stap]
    nummer = f", verklaring {g.nummer}" if isinstance(g, Toetreding) and g.nummer else ""
    return f"gedaan op {voluit(g.datum)}{nummer}" if g else "gedaan"
