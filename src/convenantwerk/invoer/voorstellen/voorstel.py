"""What every proposal says besides its value: where it was read, and whether it is sure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """What a text says, for a person to see.

    Args:
        adres: where it stands.
        citaat: how that is cited: "artikel 7, onder l".
        woorden: how it stands there.
        twijfel: why a person must decide; "" when the words leave no doubt.
    """

    adres: str
    citaat: str
    woorden: str
    twijfel: str = ""

    @property
    def zeker(self) -> bool:
        """Whether it may be written into the dossier."""
        return not self.twijfel
