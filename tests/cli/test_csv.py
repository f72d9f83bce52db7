"""CSV as a Dutch Excel opens it: marked UTF-8, semicolons, empty cells, and no formulas."""

import csv
import io
from pathlib import Path

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.cli.weergave import as_csv

PARTNERS = "convenant/registers/partners.yaml"


def _rows(root: Path, *arguments: str) -> list[dict[str, str]]:
    done = convenant(*arguments, "--csv", "--op", "2026-11-26", cwd=root)
    assert done.stdout.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("lijst", ["partners", "stand", "overleggen"])
def test_what_is_not_recorded_is_an_empty_cell(lijst: str) -> None:
    """No dash, no question mark, no word of the program."""
    rows = _rows(HOLLANDS_MIDDEN, lijst)
    cells = [cel for row in rows for cel in row.values()]
    assert len(rows) > 30
    assert "" in cells
    assert {cel for cel in cells if cel.strip(" ;") in {"\u2013", "-", "?", "None"}} == set()


def test_who_does_not_take_part_is_nee(tmp_path: Path) -> None:
    """In the matrix a dash is an answer, which a cell that is empty would not be."""
    root = kopie(HOLLANDS_MIDDEN, tmp_path / "x", "archief", "build")
    (path,) = (root / "convenant/deel-3").glob("*focus*")
    text = path.read_text("utf-8").replace("---\n", "---\ndeelnemers: [gemeente-gouda]\n", 1)
    path.write_text(text, encoding="utf-8")
    seats = {row["Partner"]: row["Focusoverleg"] for row in _rows(root, "overleggen")}
    assert seats["Gemeente Leiden"] == "nee"
    assert seats["Gemeente Gouda"] == "! tekenen"
    assert "nee" not in {row["Briefing"] for row in _rows(root, "overleggen")}


def test_accents_stay_whatever_the_system_writes_in(klein: Path) -> None:
    """A pipe of Windows is no UTF-8; the file is."""
    path = klein / PARTNERS
    path.write_text(path.read_text("utf-8").replace("Politie V", "Politië V"), encoding="utf-8")
    done = convenant("partners", "--csv", cwd=klein)
    assert "Politië" in done.stdout


@pytest.mark.parametrize(
    "cel",
    [
        "=1+1",
        "+31 70 000 00 00",
        "-2",
        "@SUM(A1)",
        "\t=1",
        " =1+1",
        "\uff1d1",
        "=cmd|' /C'!A0",
    ],
)
def test_no_cell_is_a_formula(cel: str) -> None:
    """An apostrophe makes text of it; what a name holds further on is let alone."""
    (_, (first, second)) = csv.reader(
        io.StringIO(as_csv(("a", "b"), [(cel, 'Zorg = goed; "nu"')]), newline=""), delimiter=";"
    )
    assert first == f"'{cel}"
    assert second == 'Zorg = goed; "nu"'
