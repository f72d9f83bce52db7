"""The table of soorten gebeurtenis: the word in the register, and what such a row becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.dossier.gebeurtenissen.correctie import Correctie
from convenantwerk.dossier.gebeurtenissen.deelname import (
    Intrekking,
    Intrekkingsinstemming,
    Opzegbevestiging,
    Opzegging,
    Opzegregeling,
    Toetreding,
    Toetredingsinstemming,
    Toetredingsverzoek,
    Uittreding,
)
from convenantwerk.dossier.gebeurtenissen.stuurgroep import (
    Besluitvorming,
    Vaststelling,
    Vergadering,
    Verlenging,
)
from convenantwerk.dossier.gebeurtenissen.tekenen import (
    Aanbieding,
    Herinnering,
    Mandaateinde,
    Ondertekening,
    Tegentekening,
    Verzending,
    Weigering,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

_SOORTEN: tuple[type[Gebeurtenis], ...] = (
    Besluitvorming,
    Vaststelling,
    Ondertekening,
    Tegentekening,
    Weigering,
    Toetredingsverzoek,
    Toetredingsinstemming,
    Aanbieding,
    Herinnering,
    Verzending,
    Toetreding,
    Opzegging,
    Opzegbevestiging,
    Intrekking,
    Intrekkingsinstemming,
    Opzegregeling,
    Uittreding,
    Verlenging,
    Vergadering,
    Mandaateinde,
    Correctie,
)
SOORTEN: Mapping[str, type[Gebeurtenis]] = {cls.soort: cls for cls in _SOORTEN}
