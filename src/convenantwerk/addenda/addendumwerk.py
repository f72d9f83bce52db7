"""A text while an addendum is applied to it: where its places are, and what it wrote already."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from convenantwerk.addenda.boom_wijzigen import Delen, Doel, op_niveau, verander
from convenantwerk.addenda.soort import WAAR, gegeven
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.tekst.adressen import SCHEIDING, Part, alle_plaatsen, in_part, plaats_op
from convenantwerk.tekst.boom import DIEPTE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from convenantwerk.dossier.dossier import Wijziging
    from convenantwerk.tekst.adressen import Plaats


class KanNietError(Exception):
    """A wijziging cannot be carried out; why, and what to do, both in Dutch."""

    def __init__(self, reden: str, tip: str) -> None:
        super().__init__(reden)
        self.reden = reden
        self.tip = tip


@dataclass
class Werk:
    """A text while an addendum is applied.

    `teksten` are the texts of the addendum, by what its wijzigingen call them. `nieuw` are the
    parts it put in, `geraakt` those of which it changed words; both by identity, for a part that
    stays as it is stays the same object.
    """

    delen: Delen
    teksten: Mapping[str, tuple[Part, ...]]
    nieuw: list[Part] = field(default_factory=list)
    geraakt: list[Part] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._gegeven = self.delen
        paths = {p.position.path for parts in self.teksten.values() for p in parts}
        self.paths = paths - {""}

    @cached_property
    def begin(self) -> dict[str, Part]:
        """The parts of the text as it was given, by their address."""
        return {place.adres: place.part for place in alle_plaatsen(self._gegeven)}

    def plaats(self, adres: str) -> Plaats:
        """Return the part at an address; none that lies so deep that no file could hold it."""
        if adres.count(SCHEIDING) > DIEPTE:
            raise KanNietError(
                f"een plaats ligt hoogstens {DIEPTE} niveaus diep in een artikel",
                "noem een plaats die in de tekst voorkomt",
            )
        if place := plaats_op(self.delen, adres):
            return place
        if adres in self.begin:
            raise KanNietError(
                f"'{adres}' is er niet meer: een eerdere wijziging van dit addendum liet het "
                "vervallen, vernummerde het of verplaatste het",
                "noem de plaats zoals die na de eerdere wijzigingen heet, of pas die aan",
            )
        known = [place.adres for place in alle_plaatsen(self.delen)]
        tip = bedoelde(adres, known) or "noem een plaats die in de tekst voorkomt"
        raise KanNietError(f"plaats '{adres}' bestaat niet in deze tekst", tip)

    def doel(self, wijziging: Wijziging) -> Doel:
        """Return beside what, or in what, a wijziging puts something."""
        given = gegeven(wijziging)
        waar = next(naam for naam in WAAR if naam in given)
        return Doel(self.plaats(given[waar]).part, waar)

    def mag(self, place: Plaats, *, ook_geraakt: bool = False) -> None:
        """Refuse to change what this addendum has written itself.

        Args:
            place: what is to be changed.
            ook_geraakt: words in it that were changed would be lost, so refuse that too.
        """
        inside = list(in_part(place.part))
        ids = {id(part) for part in inside}
        written = any(part.position.path in self.paths for part in inside)
        if written or any(id(part) in ids for part in self.nieuw):
            raise KanNietError(
                f"'{place.adres}' is door een eerdere wijziging van dit addendum geschreven",
                "schrijf de tekst van die eerdere wijziging meteen zoals die moet worden",
            )
        if ook_geraakt and any(id(part) in ids for part in self.geraakt):
            raise KanNietError(
                f"in '{place.adres}' verving een eerdere wijziging van dit addendum woorden",
                "voeg de twee wijzigingen samen",
            )

    def tekst(self, wijziging: Wijziging, niveau: int) -> list[Part]:
        """Return the text of a wijziging, its headings at a level."""
        parts = op_niveau(self.teksten[wijziging.tekst], niveau)
        self.nieuw += (inner for part in parts for inner in in_part(part))
        return parts

    def verander(self, part: Part, nieuw: Sequence[Part]) -> Delen:
        """Return the text with one part replaced."""
        return verander(self.delen, part, nieuw)
