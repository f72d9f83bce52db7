"""The table of acts; a row is an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convenantwerk.kantoor.handelingen import agendas, corrigeer, opzegging, stuurgroep

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.handeling import Handeling

HANDELINGEN: Mapping[str, Handeling[Any]] = {
    handeling.naam: handeling
    for handeling in (
        *opzegging.HANDELINGEN,
        *stuurgroep.HANDELINGEN,
        *corrigeer.HANDELINGEN,
        *agendas.HANDELINGEN,
    )
}
