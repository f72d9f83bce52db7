"""Values in the XML of a Word file (WordprocessingML, ECMA-376), whatever stands there."""

from __future__ import annotations

import re
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NIVEAUS = 9  # of a list, and of an outline (17.9.6, 17.3.1.20)
_TWIPS = 20  # to a point
_GETAL = re.compile(r"[+-]?[0-9]{1,18}")
_MAAT = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?")
_PUNTEN = {"mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_UIT = ("0", "false", "off")

# An element of lxml, which comes without types.
Xml = Any


def waarde(ouder: Xml, naam: str) -> str | None:
    """Return w:val of a child; None when there is no such child or it says nothing."""
    kind = None if ouder is None else ouder.find(W + naam)
    return None if kind is None else kind.get(W + "val")


def aan(ouder: Xml, naam: str) -> bool | None:
    """Return whether an on/off property is on (17.17.4); None when it is not there."""
    kind = None if ouder is None else ouder.find(W + naam)
    return None if kind is None else kind.get(W + "val", "1").lower() not in _UIT


def getal(tekst: str | None) -> int | None:
    """Return a whole number of at most eighteen digits; None for anything else."""
    schoon = (tekst or "").strip()
    return int(schoon) if _GETAL.fullmatch(schoon) else None


def niveau(tekst: str | None) -> int | None:
    """Return a level of a list; what lies outside 0 to 8 becomes the nearest that exists."""
    nummer = getal(tekst)
    return None if nummer is None else min(max(nummer, 0), NIVEAUS - 1)


def onder(ouder: Xml | None, *namen: str) -> Xml | None:
    """Return what stands at the end of a path of children; None when it is not there."""
    for naam in namen:
        ouder = None if ouder is None else ouder.find(W + naam)
    return ouder


def maat(tekst: str | None) -> float | None:
    """Return a measure in points: a number of twips, or one with its unit (22.9.2.15)."""
    found = _MAAT.fullmatch((tekst or "").strip())
    if found is None:
        return None
    return float(found[1]) * _PUNTEN[found[2]] if found[2] else float(found[1]) / _TWIPS
