"""What follows from a notice: under way, worked out, or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.basis.datum import voluit
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegging,
    Toetreding,
)
from convenantwerk.tijd.deelname import begin, verloop, werkt_meteen
from convenantwerk.tijd.opzegtermijn import einddatum, regeling_uiterlijk
from convenantwerk.tijd.stand import eerste_vaststelling, per_partner
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Partner
    from convenantwerk.tijd.deelname import Deelname
    from convenantwerk.tijd.uiterste_data import Vooruitblik


class _Vertrek(NamedTuple):
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
        """The name of this notice among others, as keys hold it."""
        sleutel = self.deelname.partner.sleutel
        return sleutel if self.nummer == 1 else f"{sleutel}-{self.nummer}"


def regelingen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when the regeling of the consequences of a notice must be there."""
    for opzegging in _opzeggingen(blik):
        deelname, ingetrokken = opzegging.deelname, opzegging.ingetrokken
        regeling = regeling_uiterlijk(opzegging.gebeurtenis.datum, blik.regels)
        if regeling is None:
            continue
        yield UitersteDatum(
            f"regeling-{opzegging.van}",
            "regeling",
            regeling.datum,
            f"Regeling van de gevolgen van de opzegging door {deelname.partner.naam}",
            regeling.uitleg,
            deelname.partner.sleutel,
            te_laat=regeling.datum < blik.op and not deelname.bevestigd and not ingetrokken,
            vervallen=ingetrokken,
        )


def einden(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield from when on a partner that gave notice takes no part."""
    for opzegging in _opzeggingen(blik):
        einde = einddatum(opzegging.gebeurtenis.datum, blik.regels)
        if einde is None:
            continue
        partner = opzegging.deelname.partner
        yield UitersteDatum(
            f"einde-{opzegging.van}",
            "einde-deelname",
            einde.datum,
            f"{partner.naam} neemt vanaf deze dag niet meer deel",
            einde.uitleg,
            partner.sleutel,
            vervallen=opzegging.ingetrokken,
        )


def bewaartermijnen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield until when the papers of a partner that left are kept."""
    bewaartermijn = blik.regels.bewaartermijn
    if bewaartermijn is None:
        return
    for van, partner, tot in _vertrokken(blik):
        yield UitersteDatum(
            f"bewaartermijn-{van}",
            "bewaartermijn",
            bewaartermijn.na(tot),
            f"Bewaartermijn van de stukken van {partner.naam} loopt af",
            (
                f"{partner.naam} nam deel tot {voluit(tot)}; stukken worden "
                f"{bewaartermijn.voluit} bewaard.",
            ),
            partner.sleutel,
        )


def geheimhoudingen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the duty of secrecy of a partner that left, which has no end."""
    regel = blik.regels.geheimhouding
    if regel is None:
        return
    for _, partner, _ in _vertrokken(blik):
        yield UitersteDatum(
            f"geheimhouding-{partner.sleutel}",
            "geheimhouding",
            None,
            f"Geheimhouding van {partner.naam} blijft gelden",
            (
                "De plicht tot geheimhouding geldt ongeacht de duur van het convenant"
                f"{regel.bron}; zij heeft geen einddatum.",
            ),
            partner.sleutel,
        )


def _vertrokken(blik: Vooruitblik) -> Iterator[tuple[str, Partner, date]]:
    """Yield who left by which notice, with the first day on which it no longer took part."""
    for opzegging in _opzeggingen(blik):
        deelname = opzegging.deelname
        if not opzegging.ingetrokken and deelname.status == "uitgetreden" and deelname.tot:
            yield opzegging.van, deelname.partner, deelname.tot


def _opzeggingen(blik: Vooruitblik) -> Iterator[_Vertrek]:
    """Yield the notices that count, and those that were withdrawn, by partner."""
    eigen = per_partner(blik.gebeurtenissen)
    first = eerste_vaststelling(blik.gebeurtenissen)
    for deelname in blik.nu.deelnames:
        mine = eigen[deelname.partner.sleutel]
        if any(isinstance(g, Opzegging) for g in mine):
            start = begin(deelname.partner, mine, first)
            tot_dan = [g for g in mine if g.datum <= blik.op]
            for nummer, opzegging, ingetrokken in _van_partner(
                g for g, _, bezwaar in verloop(start, tot_dan, blik.regels) if not bezwaar
            ):
                yield _Vertrek(opzegging, deelname, ingetrokken, nummer)


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
