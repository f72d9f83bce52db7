"""The table of acts; a row is an act."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from convenantwerk.kantoor.handelingen import (
    addendum,
    agendas,
    brief,
    corrigeer,
    geheimhouding,
    goedkeuren,
    herstellen,
    instellingen,
    invulveld,
    ondertekening,
    opzegging,
    pakket,
    partnerlijst,
    rapport,
    stuurgroep,
    toetreding,
    toetredingsbegin,
    toetredingsreeks,
    toetredingsverzoek,
    vaststellen,
    wijzigen,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.kantoor.handeling import Handeling

_ALLE: tuple[Handeling[Any], ...] = (
    *addendum.HANDELINGEN,
    *agendas.HANDELINGEN,
    brief.HANDELING,
    *corrigeer.HANDELINGEN,
    *geheimhouding.HANDELINGEN,
    goedkeuren.HANDELING,
    herstellen.HANDELING,
    instellingen.HANDELING,
    invulveld.HANDELING,
    *ondertekening.HANDELINGEN,
    *opzegging.HANDELINGEN,
    *pakket.HANDELINGEN,
    *partnerlijst.HANDELINGEN,
    rapport.HANDELING,
    *stuurgroep.HANDELINGEN,
    *toetreding.HANDELINGEN,
    toetredingsbegin.HANDELING,
    toetredingsreeks.HANDELING,
    toetredingsverzoek.HANDELING,
    *vaststellen.HANDELINGEN,
    *wijzigen.HANDELINGEN,
)
HANDELINGEN: Mapping[str, Handeling[Any]] = {handeling.naam: handeling for handeling in _ALLE}
