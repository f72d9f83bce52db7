"""The codes of all findings, with their messages and tips: a file for each hundred.

Those of the text have a file for each subject. Every code has a section in docs/diagnostiek.md
and a test; a code is never given out twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import (
    bestanden,
    omgeving,
    opbouw,
    overeenstemming,
    registers,
    stijl,
    taal,
    tekenen,
    tekst,
    termen,
    volledigheid,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.diagnostics import Code

_TEKST = (tekst, opbouw, termen, overeenstemming, volledigheid, taal, stijl)
_GROEPEN = (bestanden, *_TEKST, registers, tekenen, omgeving)
CODES: Mapping[str, Code] = {code.code: code for groep in _GROEPEN for code in groep.CODES}
