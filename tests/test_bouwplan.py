"""The floor plan holds where import-linter cannot see: who opens files, and how big things are."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SRC = ROOT / "src" / "convenantwerk"
# What reads or changes the disk; looking whether something is there does not.
OPENT = {
    *("read_bytes", "iterdir", "rglob", "scandir"),
    *("write_bytes", "write_text", "mkdir", "unlink", "rename", "rmdir", "rmtree", "fsync"),
}
MAG = {
    "basis/files.py",
    "basis/grens.py",  # below the folder of a dossier
    "basis/disk.py",  # writes, for the three below
    "basis/journal.py",
    "basis/slot.py",
    "basis/stage.py",
    "dossier/gitarchief.py",  # looks for what leads out of a repository
    "dossier/git.py",  # what was in a revision of git, into a temporary folder
    "dossier/gitproces.py",  # a temporary repository, which git is run in
    "kantoor/ontvangst.py",  # a temporary folder for what a browser sent
    "geopend/edities.py",  # a temporary folder for a revision of git
}
MODULES = sorted(path.relative_to(SRC).as_posix() for path in SRC.rglob("*.py"))


def _calls(tree: ast.AST) -> set[str]:
    """Return the names of all methods and functions that are called."""
    called = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        f.attr if isinstance(f, ast.Attribute) else f"{f.id}()"
        for f in called
        if isinstance(f, ast.Attribute | ast.Name)
    }


@pytest.mark.traag
def test_files_are_opened_in_few_named_modules() -> None:
    """Everything else asks `basis.files` to read and `basis.stage` to write: one place each."""
    found = {
        module
        for module in MODULES
        if (OPENT | {"open()"}) & _calls(ast.parse((SRC / module).read_text("utf-8")))
    }
    assert found == MAG


@pytest.mark.parametrize("module", MODULES)
def test_functions_are_small_and_files_have_one_subject(module: str) -> None:
    """No function over 60 lines, no file over 320."""
    text = (SRC / module).read_text("utf-8")
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, f"{module}: {node.name}"
    assert text.count("\n") <= 320
