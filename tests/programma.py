"""Runs the program as a user would."""

import subprocess
import sys
from pathlib import Path


def convenant(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Return what the command printed, and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "convenantwerk", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
