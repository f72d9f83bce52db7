"""A dossier is read once and within bounds, and one can ask whether it is still so."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.basis.test_beelden import png

from convenantwerk.basis import lezer as module
from convenantwerk.basis.lezer import Lezer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two texts, a hidden one, and a folder; also the working folder."""
    monkeypatch.chdir(tmp_path)
    for naam in ("map/a.md", "map/b.md", "map/.x.md", "map/dieper/c.md", "map/~d.md"):
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_text(naam)
    return tmp_path


def codes(lezer: Lezer, path: Path) -> list[str]:
    """What is said of a file, as code and place."""
    data, found = lezer.data(path)
    assert (data is None) == bool(found)
    return [f"{f.code} {f.position}" for f in found]


def test_a_file_and_a_folder_are_read_once(root: Path) -> None:
    """Who asks again gets what was there then; what was forgotten is read anew."""
    lezer = Lezer(root)
    assert lezer.text(root / "map/a.md") == ("map/a.md", ())
    inhoud = lezer.entries(root / "map")
    assert [path.name for path in inhoud.paden] == ["a.md", "b.md", "dieper"]
    assert inhoud.mappen == (root / "map/dieper",)
    (root / "map/a.md").write_text("anders")
    (root / "map/e.md").touch()
    assert lezer.text(root / "map/../map/a.md") == ("map/a.md", ())
    assert lezer.entries(root / "map") == inhoud
    lezer.vergeet(root / "map")
    assert lezer.text(root / "map/a.md") == ("anders", ())
    assert len(lezer.entries(root / "map").bestanden) == 3


def test_all_files_below_a_folder_are_found_by_their_path(root: Path) -> None:
    """Hidden ones too: a seal is over what is there. No folder, no files."""
    files, found = Lezer(root).boom(root / "map")
    assert list(files) == [".x.md", "a.md", "b.md", "dieper/c.md", "~d.md"]
    assert files["dieper/c.md"] == root / "map/dieper/c.md"
    assert found == ()
    assert Lezer(root).boom(root / "weg") == ({}, ())
    assert Lezer(root).entries(root / "weg") == ((), (), ())


def test_each_place_that_cannot_be_read_is_one_finding(root: Path) -> None:
    """All at once, and the rest is read."""
    (root / "map/link.md").symlink_to("a.md")
    (root / "map/dieper/lus").symlink_to("lus")
    (root / "map/.verborgen").symlink_to("a.md")
    lezer = Lezer(root)
    files, found = lezer.boom(root / "map")
    assert "map/dieper/c.md" in [path.relative_to(root).as_posix() for path in files.values()]
    assert [str(f.position) for f in found] == [
        "map/.verborgen",
        "map/link.md",
        "map/dieper/lus",
    ]
    assert [f.position.path for f in lezer.entries(root / "map").bevindingen] == ["map/link.md"]
    assert codes(lezer, root / "map/link.md") == ["CV034 map/link.md"]


def test_nothing_outside_the_folder_is_read(root: Path) -> None:
    """Whatever path is asked for; a file with a name that begins alike is outside."""
    (root / "map2").mkdir()
    (root / "map2/a.md").touch()
    lezer = Lezer(root / "map")
    for naam in ("../map2/a.md", "../../../../etc/passwd", "/etc/passwd", "../map2"):
        ((code),) = codes(lezer, root / "map" / naam)
        assert code.startswith("CV034")
        assert not lezer.mag(root / "map" / naam)
    assert [f.code for f in lezer.entries(root / "map2").bevindingen] == ["CV034"]


@pytest.mark.parametrize(
    ("naam", "grens"),
    [
        ("x.md", 5_000_000),
        ("x.MD", 5_000_000),
        ("x.yaml", 20_000_000),
        ("x.png", 50_000_000),
        ("x.docx", 50_000_000),
    ],
)
def test_a_file_may_be_so_large(root: Path, naam: str, grens: int) -> None:
    """CV035 for one byte more, and it is not read; a tip says what to do."""
    (root / naam).touch()
    os.truncate(root / naam, grens + 1)
    data, (found,) = Lezer(root).data(root / naam)
    assert (data, found.code, found.position.path) == (None, "CV035", naam)
    assert f"de grens is {grens // 1_000_000} MB" in found.melding
    assert found.tip


def test_a_file_of_just_the_limit_is_read(root: Path) -> None:
    """5 MB of text is not too much."""
    (root / "x.md").touch()
    os.truncate(root / "x.md", 5_000_000)
    assert codes(Lezer(root), root / "x.md") == []


@pytest.mark.parametrize("naam", ["x.png", "x.jpg", "x.bin"])
def test_a_picture_may_have_so_many_pixels(root: Path, naam: str) -> None:
    """CV035 by its header, whatever it is called; a scan in the archive goes on no paper."""
    (root / "archief").mkdir()
    for path in (root / naam, root / "archief" / naam):
        path.write_bytes(png((20_000, 20_000)))
    data, (found,) = Lezer(root).data(root / naam)
    assert (data, found.code) == (None, "CV035")
    assert "20000 bij 20000 beeldpunten" in found.melding
    assert codes(Lezer(root), root / "archief" / naam) == []
    (root / naam).write_bytes(png((5_000, 5_000)))
    assert codes(Lezer(root), root / naam) == []


def test_a_dossier_may_have_so_many_files(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CV036 at the dossier, once; hidden files do not count, and a version counts apart."""
    monkeypatch.setattr(module, "MEESTE_BESTANDEN", 3)
    versie = root / "convenant/versies/2018"
    versie.mkdir(parents=True)
    for naam in ("a.md", "b.md", "c.md", ".d.md", ".e.md"):
        (versie / naam).touch()
    lezer = Lezer(root)
    assert lezer.boom(root / "map")[1] == ()
    assert lezer.boom(versie)[1] == ()
    assert lezer.boom(versie)[1] == ()  # it is counted once
    (versie / "f.md").touch()
    (root / "nog").mkdir()
    (root / "nog/x.md").touch()
    lezer.vergeet(versie)
    assert [str(f.position) for f in lezer.boom(versie)[1]] == ["convenant/versies/2018"]
    for naam in ("nog", "map"):
        (found,) = lezer.entries(root / naam).bevindingen
        assert (found.code, str(found.position)) == ("CV036", ".")


def test_a_dossier_may_have_so_many_bytes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """CV036 for what comes after, which is not read."""
    monkeypatch.setattr(module, "MEESTE_BYTES", 10)
    lezer = Lezer(root)
    assert codes(lezer, root / "map/a.md") == []
    assert codes(lezer, root / "map/b.md") == []
    assert codes(lezer, root / "map/.x.md") == ["CV036 ."]
    assert codes(lezer, root / "map/a.md") == []


def test_folders_may_be_so_deep(root: Path) -> None:
    """CV036 where it is too deep, for a file and for a folder."""
    path = root / "map/" / "/".join("d" * 19)
    path.mkdir(parents=True)
    (path / "x.md").touch()
    (found,) = Lezer(root).boom(root / "map")[1] or Lezer(root).data(path / "x.md")[1]
    assert found.code == "CV036"
    assert found.position.path == "/".join(["map", *"d" * 19])


def test_what_was_named_and_is_gone_is_said(root: Path) -> None:
    """A file or folder that vanishes while the dossier is read is not one that never was."""
    lezer = Lezer(root)
    assert not lezer.is_er(root / "nooit.md")
    lezer.entries(root / "map")
    (root / "map/a.md").unlink()
    (root / "map/dieper/c.md").unlink()
    (root / "map/dieper").rmdir()
    assert lezer.is_er(root / "map/a.md")
    assert codes(lezer, root / "map/a.md") == ["CV001 map/a.md"]
    (found,) = lezer.entries(root / "map/dieper").bevindingen
    assert (found.code, found.position.path) == ("CV001", "map/dieper")


def test_what_cannot_be_read_is_there(root: Path) -> None:
    """Only what is not there may be passed over."""
    (root / "map/lus.md").symlink_to("lus.md")
    lezer = Lezer(root)
    assert lezer.is_er(root / "map/lus.md")
    assert lezer.is_er(root / "map")
    assert lezer.is_er(root / "map/a.md/b.md")
    assert not lezer.is_er(root / "weg/b.md")


def test_it_tells_whether_all_is_as_it_was_read(root: Path) -> None:
    """A byte, a file more or less, a folder that was not there: of what was asked for."""
    changes: dict[str, Callable[[], object]] = {
        "een byte": lambda: (root / "map/a.md").write_text("map/A.md"),
        "een bestand erbij": (root / "map/e.md").touch,
        "een bestand minder": (root / "map/b.md").unlink,
        "wat er niet was": (root / "addenda").mkdir,
        "een andere naam": lambda: (root / "map/dieper/c.md").rename(root / "map/dieper/d.md"),
    }
    for wat, change in changes.items():
        lezer = Lezer(root)
        lezer.text(root / "map/a.md")
        lezer.boom(root / "map")
        lezer.entries(root / "addenda")
        lezer.is_er(root / "addenda/x.md")
        lezer.entries(root)
        assert not lezer.veranderd(), wat
        (root / "map/.slot").touch()  # a lock, and what is hidden as such
        (root / f"naast {wat}").mkdir()  # beside the dossier
        (root / "niet-gelezen.md").write_text(wat)
        assert not lezer.veranderd(), wat
        change()
        assert lezer.veranderd(), wat
        assert lezer.vergeet_veranderd(), wat
        lezer.boom(root / "map")
        lezer.entries(root / "addenda")
        assert not lezer.veranderd(), wat


def test_only_what_is_otherwise_is_read_again(root: Path) -> None:
    """The rest is kept as it was read, to the object."""
    lezer = Lezer(root)
    for naam in ("a", "b"):
        lezer.text(root / f"map/{naam}.md")
    kept = lezer.data(root / "map/b.md")[0]
    (root / "map/a.md").write_text("anders")
    assert lezer.vergeet_veranderd() == {("map", "a.md")}
    assert lezer.text(root / "map/a.md")[0] == "anders"
    assert lezer.data(root / "map/b.md")[0] is kept
    assert lezer.vergeet_veranderd() == frozenset()


def test_a_reader_can_be_asked_what_would_be(tmp_path: Path) -> None:
    """One file with other bytes, and all else as it was read; also a file that is too large."""
    een, ander = tmp_path / "een.md", tmp_path / "ander.md"
    een.write_bytes(b"Een.")
    ander.write_bytes(b"Ander.")
    lezer = Lezer(tmp_path)
    assert lezer.data(een)[0] == b"Een."
    straks = lezer.met(een, b"Iets.")
    assert straks.data(een)[0] == b"Iets."
    assert straks.data(ander)[0] == b"Ander."
    assert lezer.data(een)[0] == b"Een."
    data, found = lezer.met(een, b"x" * 5_000_001).data(een)
    assert data is None
    assert [f.code for f in found] == ["CV035"]
    assert lezer.met(tmp_path.parent / "buiten.md", b"x").data(tmp_path.parent / "buiten.md")[1]
