"""The codes of all findings, with their messages and tips: a file for each hundred.

Every code has a section in docs/diagnostiek.md and a test; a code is never given out twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.basis.codes import bestanden, omgeving, registers, tekenen, tekst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.diagnostics import Code

_GROEPEN = (bestanden, tekst, registers, tekenen, omgeving)
CODES: Mapping[str, Code] = {code.code: code for groep in _GROEPEN for code in groep.CODES}
