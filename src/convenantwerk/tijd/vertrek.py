"""The notices that partners gave: which of them count, and which were withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegbevestiging,
    Opzegging,
    Toetreding,
)
from convenantwerk.tijd.deelname import begin, verloop, werkt_meteen
from convenantwerk.tijd.stand import eerste_vaststelling, per_partner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis, Vorm
    from convenantwerk.dossier.regels import Regels
    from convenantwerk.tijd.deelname import Deelname
    from convenantwerk.tijd.stand import Stand


class Vertrek(NamedTuple):
    """A notice that was given by `op`, and where its partner stands then.

    `nummer` is which notice of its partner it is: the day of receipt may be mended, and more than
    one can come on a day.
    """

    gebeurtenis: Opzegging
    deelname: Deelname
    ingetrokken: bool
    nummer: int

    @property
    def van(self) -> str:
        """The name of this notice among others, as keys hold it; no partner is called so."""
        sleutel = self.deelname.partner.sleutel
        return sleutel if self.nummer == 1 else f"{sleutel}--{self.nummer}"


def vertrekken(
    nu: Stand, gebeurtenissen: Sequence[Gebeurtenis], regels: Regels
) -> Iterator[Vertrek]:
    """Yield the notices that count, and those that were withdrawn, by partner.

    Args:
        nu: how things stand.
        gebeurtenissen: all that is recorded, of later days too, in order of date.
        regels: of the convenant.
    """
    eigen = per_partner(gebeurtenissen)
    first = eerste_vaststelling(gebeurtenissen)
    for deelname in nu.deelnames:
        mine = eigen[deelname.partner.sleutel]
        if any(isinstance(g, Opzegging) for g in mine):
            start = begin(deelname.partner, mine, first)
            tot_dan = [g for g in mine if g.datum <= nu.op]
            for nummer, opzegging, ingetrokken in _van_partner(
                g for g, _, bezwaar in verloop(start, tot_dan, regels) if not bezwaar
            ):
                yield Vertrek(opzegging, deelname, ingetrokken, nummer)


def vormen(opzegging: Opzegging, eigen: Sequence[Gebeurtenis]) -> Iterator[Vorm]:
    """Yield the forms in which a notice came, and was confirmed before another took its place.

    Args:
        opzegging: the notice.
        eigen: what is recorded of its partner, in order of date.
    """
    yield opzegging.vorm
    for later in eigen[eigen.index(opzegging) + 1 :]:
        if isinstance(later, Opzegging):
            return
        if isinstance(later, Opzegbevestiging):
            yield later.vorm


def _van_partner(
    gebeurtenissen: Iterable[Gebeurtenis],
) -> Iterator[tuple[int, Opzegging, bool]]:
    """Yield the notices of one partner, each with its number and whether it was withdrawn."""
    lopend: Opzegging | None = None
    nummer = 0
    for g in gebeurtenissen:
        if isinstance(g, Opzegging):
            lopend = g
            nummer += 1
        elif lopend and (
            isinstance(g, Intrekkingsinstemming)
            or (isinstance(g, Intrekking) and werkt_meteen(g, lopend))
        ):
            yield nummer, lopend, True
            lopend = None
        elif isinstance(g, Toetreding):  # it is back: what followed from the notice is over
            lopend = None
    if lopend:
        yield nummer, lopend, False
