"""Mandates that end: who signs for a partner, and until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.datum import voluit
from convenantwerk.tijd.uiterste_data import UitersteDatum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.tijd.uiterste_data import Vooruitblik


def mandaten(blik: Vooruitblik) -> Iterator[UitersteDatum]:
    """Yield the ends of mandates; of one that has ended only when there is no successor."""
    nu, op = blik.nu, blik.op
    deelnemend = {
        d.partner.sleutel: d.partner.naam for d in nu.deelnames if d.status != "uitgetreden"
    }
    opgevolgd = {m.ondertekenaar.partner for m in nu.mandaten if m.geldig}
    for mandaat in nu.mandaten:
        wie = mandaat.ondertekenaar
        if mandaat.tot is None or wie.partner not in deelnemend:
            continue
        if mandaat.tot < op and wie.partner in opgevolgd:
            continue
        yield UitersteDatum(
            f"mandaat-{wie.sleutel}",
            "mandaat",
            mandaat.tot,
            f"Bevoegdheid van de ondertekenaar van {deelnemend[wie.partner]} eindigt",
            (
                f"{wie.functie} {wie.titel} {wie.naam} mag tekenen tot en met "
                f"{voluit(mandaat.tot)} (ondertekenaars.yaml).",
                "Een handtekening van na die dag telt niet; vraag om een opvolger of verlenging.",
            ),
            wie.partner,
            te_laat=mandaat.tot < op,
        )
