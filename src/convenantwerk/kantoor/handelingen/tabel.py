"""The table of acts; a row is an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convenantwerk.kantoor.handelingen import ondertekening, opzegging, pakket, vaststellen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.handeling import Handeling

_ALLE: tuple[Handeling[Any], ...] = (
    *opzegging.HANDELINGEN,
    *ondertekening.HANDELINGEN,
    *pakket.HANDELINGEN,
    *vaststellen.HANDELINGEN,
)
HANDELINGEN: Mapping[str, Handeling[Any]] = {handeling.naam: handeling for handeling in _ALLE}
