"""The archive of a dossier: papers as they were offered and as they came back, by their hash.

What lies there is never written again: its name is the sha256 of what it holds.
"""

from __future__ import annotations

from hashlib import sha256 as hashed
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import decoded
from convenantwerk.basis.lezer import Lezer
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


def lees_aangeboden(root: Path, sha256: str) -> bytes | None:
    """Return an offered paper, None when it is not there.

    Raises:
        OnleesbaarError: it is there, or may be, and cannot be read.
    """
    return _lees(root, aangeboden(sha256))


def lees_aangeboden_tekst(root: Path, sha256: str) -> str | None:
    """Return the text of an offered paper as Markdown, None when it is not there.

    Raises:
        OnleesbaarError: it is there, or may be, and cannot be read.
    """
    pad = aangeboden(sha256, "md")
    data = _lees(root, pad)
    text, found = (None, ()) if data is None else decoded(data, root / pad)
    if found:
        raise OnleesbaarError(found)
    return text


def lees_getekend_bestand(root: Path, sha256: str) -> tuple[str, bytes] | None:
    """Return the suffix and the bytes of a signed original, None when it is not there.

    Raises:
        OnleesbaarError: it is there, or may be, and cannot be read.
        ValueError: what lies there is not what its name says.
    """
    for soort in SOORTEN:
        data = _lees(root, getekend(sha256, soort))
        if data is not None:
            if hashed(data).hexdigest() != sha256:
                raise ValueError(sha256)
            return soort, data
    return None


def _lees(root: Path, pad: str) -> bytes | None:
    """Read one paper: it is found by what it holds, so that one need not keep what was read."""
    lezer = Lezer(root)
    data, found = lezer.data(root / pad)
    if found and lezer.is_er(root / pad):
        raise OnleesbaarError(found)
    return data


def bewaring(root: Path, gebeurtenis: Aanbieding | Tekening) -> Bewaring | tuple[Diagnostic, ...]:
    """Return how the paper of a gebeurtenis lies in the archive, or why it cannot be read."""
    sha256 = gebeurtenis.sha256
    try:
        if isinstance(gebeurtenis, Aanbieding):
            data = lees_aangeboden(root, sha256)
            if data is None:
                return "weg"
            return "gaaf" if hashed(data).hexdigest() == sha256 else "veranderd"
        return "gaaf" if lees_getekend_bestand(root, sha256) else "weg"
    except ValueError:
        return "veranderd"
    except OnleesbaarError as error:
        return error.diagnostics


# What a signed original can be: a PDF, or a scan.
SOORTEN = ("pdf", "png", "jpg")
