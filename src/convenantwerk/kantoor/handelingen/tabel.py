"""The table of acts; a row is an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convenantwerk.kantoor.handelingen import geheimhouding, opzegging, partnerlijst, wijzigen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.handeling import Handeling

_ALLE: tuple[Handeling[Any], ...] = (
    *opzegging.HANDELINGEN,
    *geheimhouding.HANDELINGEN,
    *wijzigen.HANDELINGEN,
    *partnerlijst.HANDELINGEN,
)
HANDELINGEN: Mapping[str, Handeling[Any]] = {handeling.naam: handeling for handeling in _ALLE}
