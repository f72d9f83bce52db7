"""The dossiers that tests read, and copies of them that a test may spoil.

They are copies that lie under tests/: an office that works in its clone changes the dossier of the
repository itself, and that must not break a test.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOSSIERS = ROOT / "tests" / "dossiers"
KLEIN = DOSSIERS / "klein"  # invented, without findings
VERZONNENLAND = DOSSIERS / "verzonnenland"  # invented, sixty artikelen, nothing wrong in it
HOLLANDS_MIDDEN = DOSSIERS / "hollands-midden"  # as it was in November 2026


def kopie(dossier: Path, folder: Path, *zonder: str) -> Path:
    """Copy a dossier to a new folder, but for the files and folders of these names."""
    return Path(shutil.copytree(dossier, folder, ignore=shutil.ignore_patterns(*zonder)))
