"""Shared by the tests of what a user asks for: a dossier that is being signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.programma import convenant
from tests.voorbeelden import KLEIN, kopie

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def twee_versies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dossier in which two versions were adopted, the first of which one partner signed."""
    root = kopie(KLEIN, tmp_path_factory.mktemp("pakket") / "klein")
    registers = root / "convenant/registers"
    text = (registers / "partners.yaml").read_text("utf-8")
    for sleutel in ("gemeente-voorbeeldstad", "politie"):
        text = text.replace(
            f"  - sleutel: {sleutel}\n",
            f"  - sleutel: {sleutel}\n    email: info@{sleutel}.example\n",
        )
    (registers / "partners.yaml").write_text(text, encoding="utf-8")
    (registers / "gebeurtenissen.yaml").write_text(
        "gebeurtenissen:\n"
        "  - datum: 2019-01-01\n    soort: vaststelling\n    versie: '2019'\n"
        "  - datum: 2019-02-01\n    soort: ondertekening\n    partner: politie\n"
        "    ondertekenaar: politie\n    delen: [deel-1]\n    versie: '2019'\n"
        "  - datum: 2020-01-01\n    soort: vaststelling\n    versie: '2020'\n",
        encoding="utf-8",
    )
    for naam, datum in (("2019", "2019-01-01"), ("2020", "2020-01-01")):
        done = convenant(
            *("vaststellen", naam, "--besluit", f"Besluit {naam}", "--datum", datum), cwd=root
        )
        assert done.returncode == 0, done.stderr
    return root
