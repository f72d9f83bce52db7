"""What follows from a notice: under way, worked out, or withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.tijd.opzegtermijn import einddatum, regeling_uiterlijk
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.tijd.uiterste_data import Vooruitblik


def regelingen(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield by when the regeling of the consequences of a notice must be there, if it is not."""
    for opzegging in blik.vertrekken:
        deelname, ingetrokken = opzegging.deelname, opzegging.ingetrokken
        regeling = regeling_uiterlijk(opzegging.gebeurtenis.datum, blik.regels)
        if regeling is None or deelname.is_geregeld:
            continue
        yield UitersteDatum(
            f"regeling-{opzegging.van}",
            "regeling",
            regeling.datum,
            f"Regeling van de gevolgen van de opzegging door {deelname.partner.naam}",
            regeling.uitleg,
            deelname.partner.sleutel,
            te_laat=regeling.datum < blik.op and not ingetrokken,
            vervallen=ingetrokken,
        )


def einden(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield from when on a partner that gave notice takes no part."""
    for opzegging in blik.vertrekken:
        einde = einddatum(opzegging.gebeurtenis.datum, blik.regels)
        if einde is None:
            continue
        partner, tot = opzegging.deelname.partner, opzegging.deelname.tot
        dag, uitleg = einde.datum, einde.uitleg
        if tot is not None and tot < dag and not opzegging.ingetrokken:
            dag, uitleg = tot, (*uitleg, f"Bij besluit is dat eerder: per {voluit(tot)}.")
        yield UitersteDatum(
            f"einde-{opzegging.van}",
            "einde-deelname",
            dag,
            f"{partner.naam} neemt vanaf deze dag niet meer deel",
            uitleg,
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
    for opzegging in blik.vertrekken:
        deelname = opzegging.deelname
        if not opzegging.ingetrokken and deelname.status == "uitgetreden" and deelname.tot:
            yield opzegging.van, deelname.partner, deelname.tot
