"""`convenant waswordt-controle`: what it says, as text and as JSON, and its exit code."""

import json
import shutil
from pathlib import Path

import pytest
from tests.programma import convenant


def _ander(klein: Path, tmp_path: Path) -> Path:
    """A copy in which one word of artikel 2 is another."""
    other = shutil.copytree(klein, tmp_path / "ander")
    path = other / "convenant/deel-1/02-artikelen.md"
    text = path.read_text(encoding="utf-8")
    assert "vanaf de ondertekening; en" in text
    path.write_text(text.replace("vanaf de ondertekening", "na de ondertekening"), "utf-8")
    return other


def _tabel(tmp_path: Path, was: str) -> str:
    path = tmp_path / "tabel.md"
    path.write_text(
        "| Artikel | Was | Wordt |\n|---|---|---|\n"
        f"| artikel 2, lid 1, onder a | {was} | na de ondertekening; en |\n",
        encoding="utf-8",
    )
    return str(path)


def test_a_table_without_faults(klein: Path, tmp_path: Path) -> None:
    """It says so, and the exit code is 0."""
    other = _ander(klein, tmp_path)
    tabel = _tabel(tmp_path, "vanaf de ondertekening; en")
    done = convenant("waswordt-controle", tabel, "werk", str(other), cwd=klein)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Letterlijk: 2 van de 2 citaten." in done.stdout
    assert "De tabel klopt" in done.stdout


@pytest.mark.traag
def test_a_table_with_a_fault(klein: Path, tmp_path: Path) -> None:
    """A card with the right text, and as JSON; the exit code is 1."""
    other = _ander(klein, tmp_path)
    tabel = _tabel(tmp_path, "vanaf de tekening; en")
    done = convenant("waswordt-controle", tabel, "werk", str(other), cwd=klein)
    assert done.returncode == 1
    assert "rij 1, artikel 2, lid 1, onder a, was: niet letterlijk" in done.stdout
    assert "anders: “tekening” moet zijn “ondertekening”" in done.stdout
    done = convenant("waswordt-controle", tabel, "werk", str(other), "--json", cwd=klein)
    assert done.returncode == 1
    data = json.loads(done.stdout)
    assert data["bevindingen"][0]["soort"] == "niet letterlijk"
    assert data["bevindingen"][0]["anders"] == [["tekening", "ondertekening"]]


def test_a_table_without_columns(klein: Path, tmp_path: Path) -> None:
    """CV314; a file without a table is CV313, and nothing is compared."""
    path = tmp_path / "smal.md"
    path.write_text("| Was |\n|---|\n| een |\n", encoding="utf-8")
    done = convenant("waswordt-controle", str(path), "werk", "werk", cwd=klein)
    assert done.returncode == 1
    assert "CV314" in done.stderr
    path.write_text("Geen tabel.\n", encoding="utf-8")
    done = convenant("waswordt-controle", str(path), "werk", "werk", cwd=klein)
    assert done.returncode == 1
    assert "CV313" in done.stderr
