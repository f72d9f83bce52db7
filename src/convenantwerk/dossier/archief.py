"""The archive of a dossier: papers as they were offered and as they came back, by their hash.

What lies there is never written again: its name is the sha256 of what it holds.
"""

from __future__ import annotations

from hashlib import sha256 as hashed
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.files import read_bytes, read_text
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Tekening

if TYPE_CHECKING:
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic

# How a paper lies there: as its name says, not at all, or otherwise.
Bewaring = Literal["gaaf", "weg", "veranderd"]

ARCHIEF = "archief"
_AANGEBODEN = f"{ARCHIEF}/aangeboden"
_GETEKEND = f"{ARCHIEF}/getekend"


def aangeboden(sha256: str, soort: str = "pdf") -> str:
    """Return where an offered paper lies; `soort` "md" is the text that was made into it."""
    return f"{_AANGEBODEN}/{sha256}.{soort}"


def getekend(sha256: str, soort: str = "pdf") -> str:
    """Return where a signed original lies; a scan may be of another soort ("png")."""
    return f"{_GETEKEND}/{sha256}.{soort}"


def lees_aangeboden(root: Path, sha256: str) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Return an offered paper, None when it is not there; and the findings."""
    return read_bytes(root / aangeboden(sha256))


def lees_aangeboden_tekst(root: Path, sha256: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """Return the text of an offered paper as Markdown, None when it is not there."""
    return read_text(root / aangeboden(sha256, "md"))


def lees_getekend_bestand(root: Path, sha256: str) -> tuple[str, bytes] | None:
    """Return the suffix and the bytes of a signed original, None when it is not there.

    Raises:
        ValueError: what lies there is not what its name says.
    """
    for soort in SOORTEN:
        data, _ = read_bytes(root / getekend(sha256, soort))
        if data is not None:
            if hashed(data).hexdigest() != sha256:
                raise ValueError(sha256)
            return soort, data
    return None


def bewaring(root: Path, gebeurtenis: Aanbieding | Tekening) -> Bewaring:
    """Return how the paper of a gebeurtenis lies in the archive."""
    sha256 = gebeurtenis.sha256
    if isinstance(gebeurtenis, Aanbieding):
        data, _ = lees_aangeboden(root, sha256)
        if data is None:
            return "weg"
        return "gaaf" if hashed(data).hexdigest() == sha256 else "veranderd"
    try:
        return "gaaf" if lees_getekend_bestand(root, sha256) else "weg"
    except ValueError:
        return "veranderd"


# What a signed original can be: a PDF, or a scan.
SOORTEN = ("pdf", "png", "jpg")
