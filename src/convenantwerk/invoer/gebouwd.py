"""What `bouwen` makes of the brokken of a file: the files of a text, and where everything came."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.brok import Bewerkt, Onzeker, Plek, Weggelaten
    from convenantwerk.tekst.boom import Tekstbestand

# What a file is imported as; "vanzelf" for a whole convenant, divided in delen as its text says.
Als = Literal["vanzelf", "deel-1", "deel-2", "deel-3", "addendum", "overleg"]


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """Where a brok came.

    Args:
        plek: in the file that was imported.
        pad: of the file that would be written, below the folder of the text.
        anker: of the titled part it came in.
        woorden: how many words it has.
        begin: its first words, to find it by.
    """

    plek: Plek
    pad: str
    anker: str
    woorden: int
    begin: str


@dataclass(frozen=True, slots=True)
class Gebouwd:
    """The files of a text, and the account of every word.

    Args:
        delen: the folders with text, in the order of the convenant: ("voorwerk", "deel-1").
        bestanden: by their paths: "deel-1/01-begrippen.md"; each holds one element.
        beelden: pictures by their paths: "deel-1/beeld-1.png".
        titel: of the convenant, when the text has one above its delen; "" when not.
    """

    delen: tuple[str, ...]
    bestanden: Mapping[str, Tekstbestand]
    plaatsingen: tuple[Plaatsing, ...] = ()
    beelden: Mapping[str, bytes] = field(default_factory=dict)
    titel: str = ""
    weggelaten: tuple[Weggelaten, ...] = ()
    bewerkt: tuple[Bewerkt, ...] = ()
    onzeker: tuple[Onzeker, ...] = ()
