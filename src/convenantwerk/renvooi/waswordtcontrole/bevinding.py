"""What is wrong with a was-wordt-tabel that people made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Soort = Literal[
    "niet letterlijk",
    "onzichtbaar teken",
    "verkeerde plaats",
    "onbekende plaats",
    "geen wijziging",
    "ontbreekt",
]


@dataclass(frozen=True, slots=True)
class Tabelbevinding:
    """One finding.

    Args:
        soort: what is wrong.
        rij: the row of the table, the first under the head being 1; 0 for what is in no row.
        plaats: the part as the row names it; of what is missing, as it is cited.
        kolom: "was" or "wordt", "" when it is about the row.
        zin: what is wrong, in a sentence.
        gevonden: the words as the table has them.
        juist: the words as the edition has them.
        waar: where those stand.
        anders: the words that differ, each time what is written and what it must be.
    """

    soort: Soort
    rij: int
    plaats: str
    kolom: Literal["was", "wordt", ""]
    zin: str
    gevonden: str = ""
    juist: str = ""
    waar: str = ""
    anders: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Tabeloordeel:
    """All that is wrong, and what was looked at.

    Args:
        kolommen: which columns were taken, as one tells a user.
        rijen: how many rows were looked at.
        citaten: how many quotations.
        letterlijk: how many of them stand so in their edition.
        bevindingen: what is wrong, by row; what is missing comes last.
    """

    kolommen: str
    rijen: int
    citaten: int
    letterlijk: int
    bevindingen: tuple[Tabelbevinding, ...]
