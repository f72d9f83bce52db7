"""The controles of addenda: their order, and the text that they were written against."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES
from convenantwerk.controles.onderzoek import Controle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.controles.onderzoek import Onderzoek


def check_volgorde(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """Of addenda of one date somebody has said which comes first."""
    for before, here in pairwise(onderzoek.addenda):
        one, other = before.gegevens, here.gegevens
        if one.ingangsdatum == other.ingangsdatum and (
            not one.volgorde or not other.volgorde or one.volgorde == other.volgorde
        ):
            yield CODES["CV027"].at(other.position, naam=here.naam, ander=before.naam)


def check_tegen(onderzoek: Onderzoek) -> Iterator[Diagnostic]:
    """An addendum was written against the text that it changes; the sha256 may be shortened."""
    versies = {v.gegevens.naam: v.gegevens.sha256 for v in onderzoek.versies}
    for addendum in onderzoek.addenda:
        tegen = addendum.gegevens.tegen
        if tegen is None:
            continue
        known = versies.get(tegen.versie)
        if known is None:
            bezwaar = "die versie is er niet"
            tip = f"vastgesteld zijn: {', '.join(versies) or 'nog geen versies'}"
        elif not known.startswith(tegen.sha256):
            bezwaar = f"die heeft nu sha256 {known[:12]}"
            tip = "controleer of het addendum nog past, en neem dan deze sha256 over"
        else:
            continue
        yield CODES["CV028"].at(tegen.position, versie=tegen.versie, bezwaar=bezwaar, tip=tip)


CONTROLES = (
    Controle(check_volgorde, "addenda"),
    Controle(check_tegen, "tegen"),
)
