"""A list as a paper: what is wider than a page is divided over tables that each name the row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.voorbeelden import KLEIN

from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.papier import document as d
from convenantwerk.stukken.lijsten import Lijst
from convenantwerk.stukken.lijststuk import maak_lijst

if TYPE_CHECKING:
    from pathlib import Path


def tabellen(kolommen: int, root: Path = KLEIN) -> list[list[str]]:
    """Return the heads of the tables of a matrix with so many overleggen."""
    registers, _ = Dossierlezer(root).registers
    assert registers is not None
    kop = ("Partner", *(f"Overleg {n}" for n in range(1, kolommen + 1)))
    rijen = (("Politie", *(str(n) for n in range(1, kolommen + 1))),)
    lijst = Lijst("overlegmatrix", "Overlegmatrix", (), kop, rijen, (24, *(3,) * kolommen))
    found = []
    for block in maak_lijst(lijst, registers, date(2026, 11, 24)).blocks:
        if isinstance(block, d.Table):
            assert next(d.text_of(cel) for cel in block.rows[0]) == "Politie"
            assert len(block.widths) == len(block.header)
            found.append([d.text_of(cel) for cel in block.header])
    return found


@pytest.mark.parametrize(
    ("overleggen", "verdeeld"),
    [(1, [1]), (14, [14]), (15, [7, 8]), (20, [10, 10]), (40, [13, 13, 14])],
)
def test_more_than_fourteen_are_divided(overleggen: int, verdeeld: list[int]) -> None:
    """Evenly; every overleg once, in order, and the partner in each table."""
    heads = tabellen(overleggen)
    assert [len(head) - 1 for head in heads] == verdeeld
    assert all(head[0] == "Partner" for head in heads)
    alle = [naam for head in heads for naam in head[1:]]
    assert alle == [f"Overleg {n}" for n in range(1, overleggen + 1)]
