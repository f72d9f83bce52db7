"""The dossier of Hollands Midden with little text, for tests in which that text is laid out.

To lay out its sixty pages takes longer than all the rest of a round of signing or an accession.
Its registers, rules and signatories are all there; of the text only the hoofdstukken with the rules
and the signatures, and what stands where text is missing. `dossier` is a copy of either: the suite
tries the short one, and the proof (`scripts/proef_lang`) the real one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

if TYPE_CHECKING:
    from pathlib import Path

KORT = "kort"
TEKSTEN = (KORT, pytest.param("hollands-midden", marks=pytest.mark.proef))
WEG = ("versies", "addenda", "0[1-6]-[!bv]*.md", "0[7-9]-[!s]*.md", "10-*.md")
VASTGESTELD = {"2017": "2017-03-31", "2018-06-18": "2018-06-18"}


def dossier(folder: Path, tekst: str) -> Path:
    """Return a copy of the dossier, with little text or all (`TEKSTEN`)."""
    if tekst != KORT:
        return kopie(HOLLANDS_MIDDEN, folder)
    root = kopie(HOLLANDS_MIDDEN, folder, *WEG)
    for naam, datum in VASTGESTELD.items():
        besluit = ("--besluit", "Besluit", "--datum", datum, "--ondanks-fouten")
        done = convenant("vaststellen", naam, *besluit, cwd=root)
        assert done.returncode == 0, done.stderr
    return root
