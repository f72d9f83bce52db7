"""Names that a file or folder cannot have on Windows, where most offices work.

A dossier that is made elsewhere must be opened there too. What Windows keeps for itself stands in
its documentation of file names ("Naming Files, Paths, and Namespaces").
"""

from __future__ import annotations

import re

_APPARATEN = frozenset(
    (
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"{poort}{nummer}" for poort in ("com", "lpt") for nummer in "0123456789\xb9\xb2\xb3"),
    )
)
_TEKENS = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def niet_op_windows(naam: str) -> str:
    """Return why no file of this name can be on Windows; "" when it can."""
    if reden := gereserveerd(naam):
        return reden
    match = _TEKENS.search(naam)
    return f"op Windows kan '{match.group()}' niet in een naam" if match else ""


def gereserveerd(naam: str) -> str:
    """Return why no file is called so, with whatever ending, though its signs could be; or ""."""
    if naam.partition(".")[0].rstrip().lower() in _APPARATEN:
        return "die naam houdt Windows voor een apparaat, ook met .pdf of .yaml erachter"
    if naam.endswith((".", " ")):
        return "op Windows eindigt een naam niet op een punt of spatie"
    return ""
