"""Signs papers with certificates of a trial authority, as a partner would."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "scripts" / "proefhandtekening.py"


def maak_ca(folder: Path, *namen: str) -> dict[str, Path]:
    """Make ca.pem in a folder, and return the key file of each name."""
    _run("ca", str(folder), *namen)
    return {naam: folder / f"{number}.p12" for number, naam in enumerate(namen, start=1)}


def teken(pdf: Path, p12: Path, uit: Path, *, veld: str = "", moment: str = "") -> Path:
    """Sign the empty field of a PDF, and return the signed file."""
    extra = [*(["--veld", veld] if veld else []), *(["--moment", moment] if moment else [])]
    _run("teken", str(pdf), str(p12), str(uit), *extra)
    return uit


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, str(SCRIPT), *arguments], check=True, capture_output=True)
