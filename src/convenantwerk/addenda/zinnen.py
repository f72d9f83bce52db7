"""Wijzigingen in words, as a besluit says them, in the order in which they are carried out.

Every sentence speaks of the text as the sentences before it left it, as the wijzigingen do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.addendumwerk import Werk
from convenantwerk.addenda.soorten import soort_van
from convenantwerk.addenda.wijzigingen import voer_uit
from convenantwerk.addenda.wijzigingstaal import Wijzigingsstap, Zin
from convenantwerk.tekst.adressen import Part, alle_plaatsen
from convenantwerk.tekst.boom import Convenant
from convenantwerk.tekst.citeren import Citaten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from convenantwerk.addenda.boom_wijzigen import Delen
    from convenantwerk.dossier.dossier import Wijziging


def zinnen(
    delen: Delen, wijzigingen: Iterable[Wijziging], teksten: Mapping[str, tuple[Part, ...]]
) -> tuple[Zin, ...]:
    """Return what wijzigingen do, in the order in which they do it.

    Args:
        delen: the text that they change.
        wijzigingen: those of an addendum; each can be carried out.
        teksten: what they put in, by what they call it.
    """
    stappen = list(_stappen(delen, wijzigingen, teksten))
    found: list[Zin] = []
    while stappen:
        stap = stappen.pop(0)
        samen = soort_van(stap.wijziging.soort).samen(stap, stappen)
        for other in samen:
            stappen.remove(other)
        found.append(_zin(stap, samen))
    return tuple(found)


def _stappen(
    delen: Delen, wijzigingen: Iterable[Wijziging], teksten: Mapping[str, tuple[Part, ...]]
) -> Iterator[Wijzigingsstap]:
    werk = Werk(delen, teksten)
    for wijziging in wijzigingen:
        citaten = Citaten(Convenant(werk.delen, ""))
        known = {place.adres: place.part for place in alle_plaatsen(werk.delen)}
        adressen = [adres.strip() for adres in wijziging.plaats.split(",")]
        genoemd = tuple(known[adres] for adres in adressen if adres in known)
        parts = tuple(teksten.get(wijziging.tekst, ()))
        wordt = tuple(nummer.strip() for nummer in wijziging.nieuw.split(","))
        yield Wijzigingsstap(wijziging, parts, citaten, genoemd, wordt)
        voer_uit(werk, wijziging)


def _zin(stap: Wijzigingsstap, samen: list[Wijzigingsstap]) -> Zin:
    reasons = dict.fromkeys(s.wijziging.toelichting for s in (stap, *samen))
    toelichting = " ".join(reason for reason in reasons if reason)
    return replace(soort_van(stap.wijziging.soort).zin(stap, samen), toelichting=toelichting)
