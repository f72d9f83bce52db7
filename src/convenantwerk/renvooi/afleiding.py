"""The wijzigingen between two texts, derived and in the order in which a besluit says them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.addenda.aanduidingen_afleiden import leid_aanduidingen_af
from convenantwerk.addenda.afleiden import leid_af
from convenantwerk.addenda.ordenen import geordend
from convenantwerk.addenda.zinnen import zinnen
from convenantwerk.dossier.lezen import VERKLARINGEN
from convenantwerk.renvooi.vergelijking import vergelijk

if TYPE_CHECKING:
    from convenantwerk.addenda.afleider import Afgeleid
    from convenantwerk.addenda.wijzigingstaal import Zin
    from convenantwerk.tekst.boom import Convenant


def te_wijzigen(convenant: Convenant) -> Convenant:
    """Return what of a text a besluit can amend.

    The declarations of accession that are bound to it are not: those come by the signing of a new
    partner (7.e).
    """
    delen = tuple(deel for deel in convenant.delen if deel.anker != VERKLARINGEN)
    return replace(convenant, delen=delen)


@dataclass(frozen=True, slots=True)
class Besluitinhoud:
    """What makes the new text of the old one, and the sentences that say it."""

    wijzigingen: tuple[Afgeleid, ...]
    zinnen: tuple[Zin, ...]


def leid_besluit_af(oud: Convenant, nieuw: Convenant) -> Besluitinhoud:
    """Return the wijzigingen between two texts, in words too.

    Raises:
        ValueError: no wijzigingen can do it; the new text is not what a source can hold.
    """
    eerst, delen = leid_aanduidingen_af(oud.delen, nieuw.delen)
    tussen = replace(oud, delen=delen)
    wortels = vergelijk(tussen, nieuw).delen
    derived = (*eerst, *leid_af(tussen, nieuw, wortels))
    wijzigingen = geordend(oud.delen, nieuw.delen, derived, wortels)
    teksten = {one.wijziging.tekst: one.parts for one in wijzigingen if one.parts}
    said = zinnen(oud.delen, [one.wijziging for one in wijzigingen], teksten)
    return Besluitinhoud(wijzigingen, said)
