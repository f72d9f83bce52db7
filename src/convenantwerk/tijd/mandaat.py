"""Who might sign on a day: the mandates of ondertekenaars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.tekenen import Mandaateinde

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis
    from convenantwerk.dossier.registers import Ondertekenaar


def mandaat_eindes(gebeurtenissen: Iterable[Gebeurtenis]) -> dict[str, date]:
    """Return, by ondertekenaar, the first day on which a mandate was ended by an event."""
    eindes: dict[str, date] = {}
    for einde in van_soort(gebeurtenissen, Mandaateinde):
        known = eindes.get(einde.ondertekenaar, einde.datum)
        eindes[einde.ondertekenaar] = min(known, einde.datum)
    return eindes


def is_bevoegd(ondertekenaar: Ondertekenaar, dag: date, eindes: Mapping[str, date]) -> bool:
    """Tell whether someone might sign on a day: from `van`, through `tot`, before an end."""
    einde = eindes.get(ondertekenaar.sleutel)
    return (
        (ondertekenaar.van is None or ondertekenaar.van <= dag)
        and (ondertekenaar.tot is None or dag <= ondertekenaar.tot)
        and (einde is None or dag < einde)
    )


def ondertekenaars_van(
    ondertekenaars: Iterable[Ondertekenaar],
) -> Mapping[str, list[Ondertekenaar]]:
    """Return who signs for each partner, in the order given; none for any other."""
    found: dict[str, list[Ondertekenaar]] = {}
    for signer in ondertekenaars:
        found.setdefault(signer.partner, []).append(signer)
    return found
