"""Signs papers with certificates of a trial authority, as a partner would."""

from datetime import datetime
from pathlib import Path

import proefhandtekening


def maak_ca(folder: Path, *namen: str) -> dict[str, Path]:
    """Make ca.pem in a folder, and return the key file of each name."""
    proefhandtekening.maak_ca(folder, list(namen))
    return {naam: folder / f"{number}.p12" for number, naam in enumerate(namen, start=1)}


def teken(pdf: Path, p12: Path, uit: Path, *, veld: str = "", moment: str = "") -> Path:
    """Sign the empty field of a PDF, and return the signed file."""
    when = datetime.fromisoformat(moment) if moment else None
    proefhandtekening.teken(pdf, p12, uit, proefhandtekening.Wijze(veld, when))
    return uit
