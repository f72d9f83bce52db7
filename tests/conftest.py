"""What all tests share: a small, invented dossier that a test may spoil."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests import vellen
from tests.voorbeelden import KLEIN, kopie
from tests.warm import koude_pers, warme_pers
from tests.wetten import KORT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest_plugins = ["tests.merken"]

settings.load_profile(KORT)  # unless another is chosen with --hypothesis-profile


def pytest_collection_finish() -> None:
    """Let the collector pass by what was imported and collected: none of that is ever garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture
def klein(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of tests/dossiers/klein, which has no findings; also the working folder."""
    copy = kopie(KLEIN, tmp_path / "klein")
    monkeypatch.chdir(copy)
    return copy


@pytest.fixture(scope="session", autouse=True)
def _warme_pers() -> Iterator[None]:
    vellen.ruim_op()
    with warme_pers():
        yield


@pytest.fixture
def koud() -> Iterator[None]:
    """No press of before: fonts and style sheets are loaded, and pages laid out, in this test."""
    with koude_pers():
        yield
