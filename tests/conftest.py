"""What all tests share: a small, invented dossier that a test may spoil."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def klein(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of tests/dossiers/klein, which has no findings; also the working folder."""
    copy = tmp_path / "klein"
    shutil.copytree(ROOT / "tests" / "dossiers" / "klein", copy)
    monkeypatch.chdir(copy)
    return copy
