"""The controle of the archive: what the register names is there, as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.controles.onderzoek import Controle
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Tekening

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek
    from convenantwerk.dossier.gebeurtenissen.tekenen import Verzending

_WAT = {"weg": "is er niet meer", "veranderd": "is veranderd"}


def check_archief(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every paper of the register lies in the archive, can be read, and is what its name says."""
    for g in onderzoek.registers.gebeurtenissen:
        if not isinstance(g, Aanbieding | Tekening) or not g.sha256:
            continue
        bewaring = onderzoek.bewaring(g)
        if isinstance(bewaring, tuple):
            yield from bewaring
        elif wat := _WAT.get(bewaring):
            yield CODES["CV312"].at(g.position, sha256=g.sha256[:12], wat=wat)


def check_onderweg(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Of every message is known whether it was sent."""
    return (onzeker(bericht) for bericht in onderzoek.onderweg)


def onzeker(bericht: Verzending) -> Diagnostic:
    """Return the finding that nobody knows whether a message was sent."""
    dag = bericht.datum.isoformat()
    velden = {"partner": bericht.partner, "adres": bericht.geadresseerde, "dag": dag}
    return CODES["CV315"].at(bericht.position, **velden)


def check_los(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Every paper in the archive and every bound declaration rests on a gebeurtenis."""
    for pad in onderzoek.los:
        yield CODES["CV316"].at(Position(pad), naam=pad.rpartition("/")[2])


CONTROLES = (
    Controle(check_archief, "archief"),
    Controle(check_onderweg, "archief"),
    Controle(check_los, "archief"),
)
