"""A small dossier with a version, whose text was changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from pathlib import Path

TEKST = "convenant/deel-1/02-artikelen.md"


def gewijzigd(folder: Path) -> Path:
    """Make it in a new folder: version 2021, and since then other words in artikel 1."""
    root = kopie(KLEIN, folder)
    args = ("2021", "--datum", "2021-06-01", "--besluit", "B 1")
    assert convenant("vaststellen", *args, cwd=root).returncode == 0
    path = root / TEKST
    oud = path.read_text("utf-8")
    path.write_text(oud.replace("werken samen", "werken <b>nauw</b> {{ 7*7 }} samen"), "utf-8")
    return root
