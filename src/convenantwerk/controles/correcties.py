"""The controle of corrections: each takes back one gebeurtenis that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.datum import voluit
from convenantwerk.basis.diagnostics import bedoelde
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.dossier.gebeurtenissen import van_soort
from convenantwerk.dossier.gebeurtenissen.correctie import Correctie, aanduiding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek


def check_correcties(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """A correctie among what counts has found nothing to annul: none is there, or it was first."""
    registers = onderzoek.registers
    loos = list(van_soort(registers.gebeurtenissen, Correctie))
    if not loos:
        return
    known = {aanduiding(g) for g in registers.alles}
    weg = {aanduiding(a.gebeurtenis): a.correctie for a in registers.geannuleerd}
    for g in loos:
        velden = {"datum": voluit(g.datum), "aanduiding": g.annuleert}
        if g.annuleert in weg:
            eerder = voluit(weg[g.annuleert].datum)
            yield CODES["CV225"].at(g.position, **velden, eerder=eerder)
        else:
            tip = bedoelde(g.annuleert, known) or "'convenant corrigeer' toont hoe zij heten"
            yield CODES["CV224"].at(g.position, **velden, tip=tip)


CONTROLES = (Controle(check_correcties, "registers"),)
