"""The controle of numbers; the cases are in tests/cases/nummering.md."""

import re
from datetime import date
from pathlib import Path

import pytest
from tests.gevallen import Geval, gevallen

from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer

OP = date(2019, 6, 1)


@pytest.mark.parametrize("geval", gevallen("nummering"), ids=lambda geval: geval.titel)
def test_the_numbering_of_a_chapter(geval: Geval, klein: Path) -> None:
    """Each chapter gives the findings that its case lists, and no other about numbers."""
    deel = klein / "convenant" / "deel-1"
    (deel / "02-artikelen.md").write_text(f"# 2 Proef\n\n{geval.bron}\n", encoding="utf-8")
    codes = ("CV101", "CV103", "CV104", "CV107")
    quoted = re.compile("'([^']*)'")
    found = [
        f"{d.code} {quoted.findall(d.melding)[0]}"
        for d in controleer(Geopend(klein, OP)).diagnostics
        if d.code in codes
    ]
    assert (found or ["goed"]) == geval.verwacht


def test_an_addendum_may_leave_gaps(klein: Path) -> None:
    """The addendum holds only artikel 4 and lid 4.2, as that of 2018 holds only 5.3 and 5.8."""
    assert controleer(Geopend(klein, date(2020, 1, 1))).diagnostics == ()


def test_notes_are_numbered_through_the_whole_text(klein: Path) -> None:
    """A second note 1, in another file, is found."""
    path = klein / "convenant" / "voorwerk" / "01-voorwoord.md"
    path.write_text("# Voorwoord\n\nTekst[^2].\n\n[^2]: Noot.\n", encoding="utf-8")
    found = [(d.code, d.position.path) for d in controleer(Geopend(klein, OP)).diagnostics]
    assert found == [("CV101", "convenant/deel-1/01-partijen.md")]
