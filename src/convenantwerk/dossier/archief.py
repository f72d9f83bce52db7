"""The archive of a dossier: papers as they were offered and as they came back, by their hash.

What lies there is never written again: its name is the sha256 of what it holds.
"""

from __future__ import annotations

from hashlib import sha256 as hashed
from typing import TYPE_CHECKING, Literal

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.basis.files import decoded, shown
from convenantwerk.basis.lezer import Lezer
from convenantwerk.basis.yaml import bind_text
from convenantwerk.dossier.gebeurtenissen.deelname import Toetreding
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding, Tekening, Verzending

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.dossier.gebeurtenissen import Gebeurtenis

# How a paper lies there: as its name says, not at all, or otherwise.
Bewaring = Literal["gaaf", "weg", "veranderd"]

ARCHIEF = "archief"
_AANGEBODEN = f"{ARCHIEF}/aangeboden"
_GETEKEND = f"{ARCHIEF}/getekend"
_ONDERWEG = f"{ARCHIEF}/onderweg"


def aangeboden(sha256: str, soort: str = "pdf") -> str:
    """Return where an offered paper lies; `soort` "md" is the text that was made into it."""
    return f"{_AANGEBODEN}/{sha256}.{soort}"


def getekend(sha256: str, soort: str = "pdf") -> str:
    """Return where a signed original lies; a scan may be of another soort ("png")."""
    return f"{_GETEKEND}/{sha256}.{soort}"


def onderweg(partner: str) -> str:
    """Return where stands that a message to a partner, by sleutel, is about to be sent."""
    return f"{_ONDERWEG}/{partner}.yaml"


def lees_onderweg(
    root: Path, lezer: Lezer
) -> tuple[tuple[Verzending, ...], tuple[Diagnostic, ...]]:
    """Return the messages of which is not known whether they were sent; and the findings.

    Each is the row that will stand in the register once it is known.
    """
    read: list[Verzending] = []
    folder = lezer.entries(root / _ONDERWEG)
    found = [*folder.bevindingen]
    for path in folder.bestanden:
        text, problems = lezer.text(path)
        found += problems
        if text is not None:
            bericht, problems = bind_text(Verzending, text, shown(path))
            found += problems
            read += [bericht] if bericht else []
    return tuple(read), tuple(found)


def losse_bestanden(
    root: Path, lezer: Lezer, gebeurtenissen: Iterable[Gebeurtenis]
) -> tuple[str, ...]:
    """Return the papers in the archive, as the user sees them, that no gebeurtenis names."""
    papers = (g for g in gebeurtenissen if isinstance(g, Aanbieding | Tekening | Toetreding))
    named = {g.sha256 for g in papers}
    return tuple(
        shown(path)
        for folder in (_AANGEBODEN, _GETEKEND)
        for path in lezer.entries(root / folder).bestanden
        if path.stem not in named
    )


def lees_aangeboden(root: Path, sha256: str) -> bytes | None:
    """Return an offered paper, None when it is not there.

    Raises:
        OnleesbaarError: it is there, or may be, and cannot be read.
    """
    return _lees(root, aangeboden(sha256))


def lees_gaaf(root: Path, sha256: str) -> bytes | None:
    """Return an offered paper that is as it was, None when it is not there or is not so.

    Raises:
        OnleesbaarError: it is there, or may be, and cannot be read.
    """
    data = lees_aangeboden(root, sha256)
    return data if data is not None and hashed(data).hexdigest() == sha256 else None


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
