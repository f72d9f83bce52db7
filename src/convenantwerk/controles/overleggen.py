"""The controle of overleggen: what the text and the registers say of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.controles.registers import onbekend
from convenantwerk.tijd.stand import overleggen_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek


def check_overleggen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Deelnemers of an overleg are partners; an overleg that a partner joined is in the text."""
    partners = {p.sleutel for p in onderzoek.registers.partners}
    overleggen = overleggen_in(onderzoek.convenant)
    for overleg in overleggen:
        for sleutel in overleg.feiten.deelnemers:
            if sleutel not in partners:
                tip = bedoelde(sleutel, partners) or "voeg de partner toe aan partners.yaml"
                yield CODES["CV202"].at(overleg.position, sleutel=sleutel, tip=tip)
    known = [overleg.sleutel for overleg in overleggen]
    for g in onderzoek.registers.gebeurtenissen:
        for sleutel in getattr(g, "overleggen", ()):
            if known and sleutel not in known:
                yield onbekend(g.position, "overleg", sleutel, known)


CONTROLES = (Controle(check_overleggen, "overleggen"),)
