"""Whether a letter can reach whom it is for: what is missing, at the partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import CODES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.registers import Partner


def zonder_adres(partners: Iterable[Partner]) -> Iterator[Diagnostic]:
    """Yield of each partner that a letter goes to that no address is known."""
    for partner in partners:
        if not partner.adres:
            yield CODES["CV325"].at(partner.position, naam=partner.naam, sleutel=partner.sleutel)
