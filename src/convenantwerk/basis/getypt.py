"""What a person types, on a command line or a page: one line, of characters that one sees.

What would be a fout in a register is refused before it gets there.
"""

from __future__ import annotations

import re

from convenantwerk.basis.letters import genoemd, ongedekt
from convenantwerk.basis.tekens import SPATIES
from convenantwerk.basis.tekst import Tekstsoort, bezwaren

_RUIMTE = re.compile(f"(?: |{SPATIES.pattern})+")
_LOS = Tekstsoort(los=True)


def zichtbaar(value: str) -> str:
    """Return a line as it is.

    Raises:
        ValueError: it holds what does not belong in it; the message says so, in Dutch.
    """
    for code, wat, _ in bezwaren(value, _LOS):
        if code == "CV048":  # as some keyboards make letters with accents; `controleer` tells it
            continue
        nodig = f"dit moet {wat} zijn" if code == "CV007" else f"dit bevat {wat}"
        raise ValueError(f"{nodig}.")
    if found := ongedekt(value):
        raise ValueError(f"geen lettertype heeft {genoemd(found)}.")
    return value


def gevouwen(value: str) -> str:
    """Return a line with one space between its words, and none around them."""
    return _RUIMTE.sub(" ", value).strip()
