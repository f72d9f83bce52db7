"""The controles of how a text is built up: sentences, lists, signs, headings and open places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.controles.opbouw import koppen, open_plekken, opsommingen, tekens, zinnen

if TYPE_CHECKING:
    from convenantwerk.controles.onderzoek import Controle

CONTROLES: tuple[Controle, ...] = (
    *zinnen.CONTROLES,
    *opsommingen.CONTROLES,
    *tekens.CONTROLES,
    *koppen.CONTROLES,
    *open_plekken.CONTROLES,
)
