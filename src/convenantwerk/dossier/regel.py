"""What every rule of a convenant has: where it stands, and whether that is a reading."""

from __future__ import annotations

from dataclasses import field

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.tekst import Losseregel
from convenantwerk.basis.waarde import waarde


@waarde(kw_only=True)
class Regel:
    """What every rule has.

    Args:
        artikel: where it stands, as a sentence names it: "artikel 7, onder l".
        gelezen_door: who reads it so, when the text leaves it open: "het Veiligheidshuis".
    """

    artikel: Losseregel = ""
    gelezen_door: Losseregel = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)

    @property
    def vindplaats(self) -> str:
        """Where it stands, and that it is a reading when it is one; "" when nothing is said."""
        return f"{self.artikel}{self.lezing}".removeprefix(", ")

    @property
    def lezing(self) -> str:
        """That a date rests on a reading: ", zoals het Veiligheidshuis dat leest", or nothing."""
        return f", zoals {self.gelezen_door} dat leest" if self.gelezen_door else ""

    @property
    def bron(self) -> str:
        """Where it stands, behind what the text itself says: " (artikel 7, onder l)"."""
        return f" ({self.artikel})" if self.artikel else ""

    @property
    def volgens(self) -> str:
        """Where it stands and that it is a reading, behind what was made of it; else `bron`."""
        return f" ({self.vindplaats})" if self.vindplaats else ""
