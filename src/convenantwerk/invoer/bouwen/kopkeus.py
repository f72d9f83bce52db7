"""A heading that was chosen, and where in a text one stands while choosing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.tekst.nummers import komt_na, ontleed

if TYPE_CHECKING:
    from convenantwerk.tekst.frontmatter import Kop

# How high each kind stands; what has no number comes between them, by what it looks like.
RANGEN: dict[str, float] = {
    "deel": 0,
    "boek": 1,
    "hoofdstuk": 2,
    "bijlage": 2,
    "titel": 3,
    "afdeling": 4,
    "paragraaf": 5,
    "artikel": 6,
}
BESTAND = 2.0  # what stands so high begins a file of its own
ONDER = 5.5  # an unnumbered heading in a chapter


class Kopkeus(NamedTuple):
    """A heading that was chosen.

    Args:
        soort: what its number says it is; "" without one.
        nummer: its number.
        rang: how high it stands; see RANGEN.
        titelregels: how many lines after it are its title, too.
        twijfel: why a person must look at it; "" for no doubt.
    """

    soort: str
    nummer: str
    rang: float
    titelregels: int = 0
    twijfel: str = ""


@dataclass
class Stand:
    """Where in the text we are: the last number of each kind."""

    laatste: dict[str, str] = field(default_factory=dict)
    binnen: str = ""  # the number of the artikel we are in
    genummerd: bool = False  # a numbered heading was seen

    def na(self, kop: Kop) -> None:
        """Go on after a numbered heading."""
        soort = kop.soort
        if soort in ("deel", "bijlage", "boek"):
            self.laatste = {soort: kop.nummer}
        self.laatste[soort] = kop.nummer
        self.binnen = kop.nummer if soort == "artikel" else ""
        if soort == "hoofdstuk":
            self.laatste.pop("paragraaf", None)
        self.genummerd = True

    def volgt(self, kop: Kop) -> bool:
        """Tell whether a number may come here: after the last of its kind, or as the first."""
        vorige = self.laatste.get(kop.soort)
        if vorige is None:
            return True
        for romeins in (False, True):
            een, ander = ontleed(kop.nummer, romeins=romeins), ontleed(vorige, romeins=romeins)
            if een and ander and komt_na(een, ander):
                return True
        return False
