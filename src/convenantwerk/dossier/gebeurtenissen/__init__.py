"""What happened, dated: the register from which every stand is worked out.

Each soort is a dataclass of its own, which stands with others of its subject: `deelname` (coming
in and going), `tekenen` (papers, signatures and mandates), `stuurgroep` and `correctie`. The
table of all soorten is `soorten`; how they stand in the register is `rijen`.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from convenantwerk.basis.diagnostics import NERGENS, Position
from convenantwerk.basis.tekst import Vrijetekst
from convenantwerk.basis.waarde import waarde

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Vorm = Literal["aangetekend", "brief", "e-mail"]
Wijze = Literal["digitaal", "nat"]
# The papers that are offered for signing.
Tekenstuk = Literal["ondertekeningsblad", "toetredingsverklaring"]
BLAD: Tekenstuk = "ondertekeningsblad"
VERKLARING: Tekenstuk = "toetredingsverklaring"
# Which privacyprotocol an overleg uses, and what must be signed for it.
REGIONAAL = "deel-2"
LANDELIJK = "landelijk-privacyprotocol"
PROTOCOLDELEN: Mapping[str, str] = {"regionaal": REGIONAAL, "landelijk": LANDELIJK}


@waarde(kw_only=True)
class Gebeurtenis:
    """One dated fact; what was its matter, the soort says.

    The fields of a soort are its keys in the register: those without a default it must have, and
    in the order in which docs/bronformaat.md names them.

    Args:
        datum: the day it happened or will happen.
        opmerking: free text.
    """

    soort: ClassVar[str] = ""
    datum: date
    opmerking: Vrijetekst = ""
    position: Position = field(default=NERGENS, compare=False, repr=False)


@waarde(kw_only=True)
class Partnergebeurtenis(Gebeurtenis):
    """What is about one partner, by its sleutel."""

    partner: str


T = TypeVar("T", bound=Gebeurtenis)


def van_soort(gebeurtenissen: Iterable[Gebeurtenis], soort: type[T]) -> Iterator[T]:
    """Yield the gebeurtenissen of one soort, in the order given."""
    return (g for g in gebeurtenissen if isinstance(g, soort))


def van_partner(gebeurtenissen: Iterable[Gebeurtenis], sleutel: str) -> list[Partnergebeurtenis]:
    """Return the gebeurtenissen of one partner, in the order given."""
    return [g for g in van_soort(gebeurtenissen, Partnergebeurtenis) if g.partner == sleutel]
