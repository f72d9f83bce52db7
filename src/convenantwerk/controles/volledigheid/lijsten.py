"""Every list of eisen that a dossier can name; another list is a value and a row here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.controles.volledigheid import afspraken, privacy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.controles.volledigheid.eisen import Eis, Eisenlijst

EISENLIJSTEN: Mapping[str, Eisenlijst] = {
    lijst.sleutel: lijst
    for lijst in (
        afspraken.CONVENANT,
        afspraken.OVEREENKOMST,
        afspraken.REGELING,
        privacy.VERANTWOORDELIJKEN,
        privacy.VERWERKER,
        privacy.SAMENWERKINGSVERBAND,
    )
}
EISEN: Mapping[str, Eis] = {
    eis.sleutel: eis for lijst in EISENLIJSTEN.values() for eis in lijst.eisen
}
