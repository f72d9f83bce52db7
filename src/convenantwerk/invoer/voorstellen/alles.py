"""All that a text says of its registers and rules, in the order in which one rests on another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.invoer.voorstellen.ondertekenaars import Tekenvoorstel, lees_ondertekenaars
from convenantwerk.invoer.voorstellen.overleggen import Overlegvoorstel, lees_overleggen
from convenantwerk.invoer.voorstellen.partners import Partnervoorstel, lees_partners
from convenantwerk.invoer.voorstellen.regels import lees_regels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from convenantwerk.dossier.registers import Partner
    from convenantwerk.invoer.voorstellen.regels.tabel import Regelvoorstel
    from convenantwerk.tekst.boom import Element


@dataclass(frozen=True, slots=True)
class Voorstellen:
    """What a text says of the registers and rules of its dossier."""

    partners: tuple[Partnervoorstel, ...] = ()
    ondertekenaars: tuple[Tekenvoorstel, ...] = ()
    overleggen: tuple[Overlegvoorstel, ...] = ()
    regels: tuple[Regelvoorstel, ...] = ()


def stel_voor(delen: Sequence[Element], bekend: Sequence[Partner] = ()) -> Voorstellen:
    """Read a text.

    Args:
        delen: with ankers that are unique within the text (`with_ankers`).
        bekend: the partners that the dossier has already.
    """
    partners = lees_partners(delen)
    zeker = (*bekend, *(voorstel.partner for voorstel in partners if voorstel.zeker))
    return Voorstellen(
        partners,
        lees_ondertekenaars(delen, zeker, partners),
        lees_overleggen(delen, zeker),
        lees_regels(delen),
    )
