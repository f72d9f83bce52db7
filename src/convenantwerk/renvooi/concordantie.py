"""The concordantietabel: old numbers beside new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier import document as d
from convenantwerk.papier.formaten.tabel import LIJSTFORMATEN
from convenantwerk.renvooi.tabelstuk import maak_tabel, maak_tabelstuk, naast_elkaar
from convenantwerk.tekst.boom import Element, Onderdeel, plain
from convenantwerk.tekst.citeren import Citaten
from convenantwerk.tekst.verschil import verschillen

if TYPE_CHECKING:
    from datetime import date

    from convenantwerk.renvooi.kant import Kant
    from convenantwerk.renvooi.renvooi import Renvooi
    from convenantwerk.tekst.verschil import Plek, Verschil

CONCORDANTIE = "concordantietabel"
_LEEG = (d.Run("\u2013"),)
_BREEDTE = (30, 30, 40)


def maak_concordantie(renvooi: Renvooi, oud: Kant, nieuw: Kant, op: date) -> d.Document | None:
    """Return the concordantietabel, None when no number changed.

    It holds every titled part, lid and onderdeel whose number or place changed, and what came or
    went between them.
    """
    names = (Citaten(renvooi.oud), Citaten(renvooi.nieuw))
    changed = [v for v in verschillen(renvooi.delen) if _is_numbered(v, names)]
    if not any(verschil.lot in ("gewijzigd", "aangekomen") for verschil in changed):
        return None
    rows = tuple(
        (
            (d.Run(_cited(names[0], verschil.oud, "nieuw")),),
            (d.Run(_cited(names[1], verschil.nieuw, "vervallen")),),
            (d.Run(_opschrift(verschil)),) if _opschrift(verschil) else _LEEG,
        )
        for verschil in changed
    )
    kop = (f"Oud: {oud.naam}", f"Nieuw: {nieuw.naam}", "Opschrift")
    intro = "Elk onderdeel dat een ander nummer of een andere plaats kreeg:"
    body = (
        d.Paragraph((d.Run(naast_elkaar(oud, nieuw)),)),
        d.Paragraph((d.Run(intro),)),
        maak_tabel(kop, rows, _BREEDTE),
    )
    zonder = LIJSTFORMATEN | {"html"}
    return maak_tabelstuk(CONCORDANTIE, "Concordantietabel", (oud, nieuw), op, body, zonder=zonder)


def _is_numbered(verschil: Verschil, names: tuple[Citaten, Citaten]) -> bool:
    """Tell whether a line of the concordantietabel is about this part."""
    part = verschil.part
    if verschil.lot == "aangekomen":
        return isinstance(part, Element | Onderdeel)
    if verschil.lot == "gewijzigd":
        # Only its number counts, not the sign behind it: artikel 1 is no other artikel 1.
        return verschil.vernummerd and _cited(names[0], verschil.oud, "") != _cited(
            names[1], verschil.nieuw, ""
        )
    return verschil.lot in ("ingevoegd", "vervallen") and isinstance(part, Element)


def _cited(names: Citaten, plek: Plek | None, anders: str) -> str:
    return names.citeer(plek.adres) if plek else anders


def _opschrift(verschil: Verschil) -> str:
    part = verschil.part
    return plain(part.opschrift) if isinstance(part, Element) else ""
