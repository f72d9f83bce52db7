"""All that was recorded, the last day first: in words, a piece at a time, and what is searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.opdrachten.corrigeren.corrigeer import vastleggingen
from convenantwerk.opdrachten.tijdlijn import Woorden, als_momenten, titel_van

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.geopend.geopend import Geopend
    from convenantwerk.opdrachten.corrigeren.corrigeer import Vastlegging
    from convenantwerk.opdrachten.tijdlijn import Moment


class Vastgelegd(NamedTuple):
    """Something that was recorded, and the name of the partner that it is about, if any."""

    moment: Moment
    partner: str


class Geschiedenis(NamedTuple):
    """A piece of what was recorded, and how much there is of it in all."""

    rijen: Sequence[Vastgelegd]
    aantal: int


def geschiedenis(  # noqa: PLR0913  which piece of it
    geopend: Geopend,
    uit: Path,
    *,
    meest: int,
    begin: int = 0,
    zoek: str = "",
    tot: date | None = None,
) -> Geschiedenis:
    """Return what was recorded.

    Args:
        geopend: the dossier.
        uit: the folder in which papers are made.
        meest: how many are told.
        begin: how many of the last are passed over.
        zoek: words that all stand in what is told of it.
        tot: the last day that is told of; without it also of meetings to come.

    Raises:
        OnleesbaarError: the registers cannot be read.
    """
    registers = geopend.registers
    namen = {partner.sleutel: partner.naam for partner in registers.partners}
    alle = [v for v in vastleggingen(registers) if tot is None or v.gebeurtenis.datum <= tot]
    if gevraagd := zoek.casefold().split():
        woorden = Woorden(registers)
        alle = [v for v in alle if _staan_bij(gevraagd, _gezegd(v, woorden, namen))]
    alle.sort(key=lambda v: v.gebeurtenis.datum, reverse=True)
    gekozen = als_momenten(geopend, uit, alle[begin : begin + meest])
    rijen = [Vastgelegd(m, namen.get(_wie(m.gebeurtenis), _wie(m.gebeurtenis))) for m in gekozen]
    return Geschiedenis(rijen, len(alle))


def _wie(gebeurtenis: Gebeurtenis) -> str:
    return str(getattr(gebeurtenis, "partner", ""))


def _staan_bij(woorden: Sequence[str], gezegd: Iterator[str]) -> bool:
    tekst = "\n".join(gezegd).casefold()
    return all(woord in tekst for woord in woorden)


def _gezegd(v: Vastlegging, woorden: Woorden, namen: Mapping[str, str]) -> Iterator[str]:
    """Yield what is told of it, and its day in both ways of writing."""
    yield titel_van(v.gebeurtenis)
    yield namen.get(_wie(v.gebeurtenis), "")
    yield from woorden.feiten(v.gebeurtenis)
    yield voluit(v.gebeurtenis.datum)
    yield v.gebeurtenis.datum.isoformat()
    if v.correctie is not None:
        yield v.correctie.reden
