"""What an edit changes: the marks of a renvooi over a few lines of one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.renvooi.kant import Kant
from convenantwerk.renvooi.renvooitekst import Renvooischrijver
from convenantwerk.renvooi.vergelijking import vergelijk
from convenantwerk.tekst.boom import Convenant, Element

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Dossier
    from convenantwerk.opdrachten.tekst_bewerken import Tekstvoorstel
    from convenantwerk.papier.document import Block


def merken(voorstel: Tekstvoorstel, was: Dossier) -> tuple[Block, ...]:
    """Return the parts that are edited with what came and went in them.

    Args:
        voorstel: what would follow from the edit.
        was: the dossier as it is.
    """
    wordt = voorstel.daarna.dossier
    oud, nieuw = _los(voorstel.stuk.delen), _los(voorstel.nieuw)
    renvooi = vergelijk(oud, nieuw, figuren=(was.figuren, wordt.figuren))
    return Renvooischrijver(renvooi, Kant("was", was, oud), Kant("wordt", wordt, nieuw)).blocks()


def _los(parts: tuple[Element, ...]) -> Convenant:
    return Convenant((Element("voorwerk", "", "", (), "stuk", parts, 0),), "")
