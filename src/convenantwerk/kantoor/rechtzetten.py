"""The way from something that was recorded to the form that sets it right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from convenantwerk.dossier.gebeurtenissen.correctie import aanduiding
from convenantwerk.opdrachten.corrigeren.steun import rust_op

if TYPE_CHECKING:
    from convenantwerk.dossier.dossier import Registers
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis


def zet_recht(registers: Registers, gebeurtenis: Gebeurtenis | None) -> str:
    """Return the address of the form; "" when there is nothing, or something rests on it."""
    if gebeurtenis is None or rust_op(registers, gebeurtenis):
        return ""
    return f"/doe/corrigeer?{urlencode({'gebeurtenis': aanduiding(gebeurtenis)})}"
