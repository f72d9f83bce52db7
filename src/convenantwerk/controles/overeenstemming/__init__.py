"""The controles of agreement: what one place of a dossier says, and another otherwise."""

from __future__ import annotations

from convenantwerk.controles.overeenstemming import (
    aantallen,
    beslissers,
    bewaartermijnen,
    citeertitel,
    naamwijziging,
    namen,
    overlegfeiten,
    overleggen,
    partnerlijsten,
    termijnen,
)

CONTROLES = (
    *partnerlijsten.CONTROLES,
    *namen.CONTROLES,
    *overleggen.CONTROLES,
    *overlegfeiten.CONTROLES,
    *aantallen.CONTROLES,
    *termijnen.CONTROLES,
    *bewaartermijnen.CONTROLES,
    *citeertitel.CONTROLES,
    *naamwijziging.CONTROLES,
    *beslissers.CONTROLES,
)
