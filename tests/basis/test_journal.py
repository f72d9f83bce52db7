"""The journal of a folder: what a crash leaves, and what somebody else may have put there."""

from __future__ import annotations

import json
import os
import signal
from typing import TYPE_CHECKING, Any

import pytest

from convenantwerk.basis import disk, journal
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.journal import Record, herstel, vastgelegd
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage, commit, home_of, write_all

if TYPE_CHECKING:
    from pathlib import Path


def gelegd(root: Path, **record: Any) -> None:
    """Put a journal in a dossier, as a stranger could, with one file that is ready."""
    ready = root / ".convenant/1-1"
    ready.mkdir(parents=True)
    (ready / "stuk").write_text("nieuw")
    (root / ".convenant/journaal").write_text(json.dumps(record))


def code_van(root: Path) -> str:
    """Why a dossier with that journal cannot be mended."""
    with pytest.raises(ConvenantwerkError) as caught:
        herstel(root)
    return caught.value.code


def test_what_has_a_record_is_finished(klein: Path) -> None:
    """CV918; after it nothing is left of the journal."""
    gelegd(klein, verplaats=[["1-1/stuk", "archief/aangeboden/stuk"]], verwijder=["build/x"])
    assert [found.code for found in herstel(klein)] == ["CV918"]
    assert (klein / "archief/aangeboden/stuk").read_text() == "nieuw"
    assert not (klein / ".convenant").exists()
    assert herstel(klein) == ()


def test_what_has_no_record_is_undone(klein: Path) -> None:
    """CV919; but what a command that still runs has ready stays."""
    gelegd(klein)
    (klein / ".convenant/journaal").unlink()
    with Stage(klein) as stage:
        stage.add("build/y", b"y")
        assert [found.code for found in herstel(klein)] == ["CV919"]
        assert not (klein / ".convenant/1-1").exists()
        commit(stage)
    assert (klein / "build/y").read_bytes() == b"y"
    assert not (klein / ".convenant").exists()


@pytest.mark.parametrize(
    "doel",
    [
        "../buiten",
        "/buiten",
        "weg/buiten",
        "a/../../buiten",
        ".convenant/x",
        "C:\\x",
        "",
        "a\0b",
    ],
)
def test_a_forged_record_reaches_nothing_outside(klein: Path, doel: str) -> None:
    """CV920 for a path that leads out, also over a link; nothing is moved or removed."""
    outside = klein.parent / "buiten"
    outside.mkdir()
    (outside / "buiten").write_text("blijft")
    (klein / "weg").symlink_to(outside)
    gelegd(klein, verplaats=[["1-1/stuk", doel]], verwijder=[])
    assert code_van(klein) == "CV920"
    assert [path.name for path in outside.iterdir()] == ["buiten"]
    assert (klein / ".convenant/1-1/stuk").exists()


@pytest.mark.parametrize(
    "paren",
    [
        [["1-1/weg/stuk", "archief/stuk"]],
        [["1-1/weg", "archief"], ["1-1/stuk", "archief/map/stuk"]],
        [["1-1/stuk", "archief/stuk"], ["1-1/weg", "a"], ["a/../1-1/stuk", "a/map/stuk"]],
    ],
)
def test_a_forged_record_takes_nothing_from_outside(klein: Path, paren: list[list[str]]) -> None:
    """CV920 when what is ready lies over a link, or was moved there to be one."""
    outside = klein.parent / "buiten"
    (outside / "map").mkdir(parents=True)
    (outside / "stuk").write_text("blijft")
    gelegd(klein, verplaats=paren, verwijder=[])
    (klein / ".convenant/1-1/weg").symlink_to(outside)
    assert code_van(klein) == "CV920"
    assert sorted(path.name for path in outside.rglob("*")) == ["map", "stuk"]
    assert (outside / "stuk").read_text() == "blijft"


@pytest.mark.parametrize("doel", [".git/hooks/post-checkout", "x/.GIT/config", "git~1/config"])
def test_a_forged_record_plants_no_program_in_git(klein: Path, doel: str) -> None:
    """CV920: git would run it."""
    gelegd(klein, verplaats=[["1-1/stuk", doel]], verwijder=[])
    assert code_van(klein) == "CV920"
    assert not (klein / doel).exists()


def test_a_forged_record_removes_nothing_outside(klein: Path) -> None:
    """A path over a link is passed over."""
    outside = klein.parent / "buiten"
    outside.mkdir()
    (outside / "stuk").write_text("blijft")
    (klein / "weg").symlink_to(outside)
    gelegd(klein, verplaats=[], verwijder=["weg/stuk"])
    herstel(klein)
    assert (outside / "stuk").read_text() == "blijft"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"verplaats": 1}', "[" * 100_000, "\xff"])
def test_a_record_that_is_none_stops_the_work(klein: Path, text: str) -> None:
    """CV920: who knows what it was to say."""
    gelegd(klein)
    (klein / ".convenant/journaal").write_bytes(text.encode("latin-1"))
    assert code_van(klein) == "CV920"


@pytest.mark.parametrize("soort", ["koppeling", "pijp"])
def test_a_record_that_is_no_file_is_not_opened(klein: Path, soort: str) -> None:
    """A link to a file elsewhere, a pipe that never ends: CV920."""
    gelegd(klein)
    path = klein / ".convenant/journaal"
    path.unlink()
    if soort == "pijp":
        os.mkfifo(path)
    else:
        path.symlink_to(klein / "convenant/convenant.yaml")
    assert code_van(klein) == "CV920"


@pytest.mark.parametrize("naam", [".convenant", "build"])
def test_nothing_is_written_over_a_link(klein: Path, naam: str) -> None:
    """CV901; what lies at its other end stays as it was."""
    outside = klein.parent / "buiten"
    outside.mkdir()
    (klein / naam).symlink_to(outside)
    with pytest.raises(ConvenantwerkError) as caught:
        write_all(klein / "build", {"dieper/stuk.md": b"x"})
    assert caught.value.code == "CV901"
    assert list(outside.iterdir()) == []


def test_papers_outside_a_dossier_have_a_journal_of_their_own(klein: Path) -> None:
    """Within it they share the one of the dossier, so that papers and rows change together."""
    elsewhere = klein.parent / "elders"
    assert home_of(klein / "build/x") == klein.resolve()
    assert home_of(elsewhere) == elsewhere.resolve()
    write_all(elsewhere, {"brief.md": b"x"})
    assert [path.name for path in elsewhere.iterdir()] == ["brief.md"]


def test_an_interrupt_waits_until_what_is_on_record_is_done(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle: all files are there, and then the command ends."""
    move = disk.move

    def interrupted(source: Path, target: Path) -> set[Path]:
        signal.raise_signal(signal.SIGINT)
        return move(source, target)

    monkeypatch.setattr(journal, "move", interrupted)
    before = vastgelegd()
    with pytest.raises(KeyboardInterrupt):
        write_all(klein / "build", {"een.md": b"1", "twee/drie.md": b"3"})
    assert (klein / "build/een.md").exists()
    assert (klein / "build/twee/drie.md").exists()
    assert vastgelegd() == before + 1
    assert not (klein / ".convenant").exists()


def test_what_cannot_be_put_in_place_is_finished_later(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CV920 says that it is recorded; once the cause is gone, the next command does the rest."""

    def full(*_: object) -> set[Path]:
        raise OSError(28, "")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "move", full)
        with pytest.raises(ConvenantwerkError) as caught:
            write_all(klein / "build", {"een.md": b"1"})
    assert (caught.value.code, caught.value.velden["reden"]) == ("CV920", "de schijf is vol")
    assert [found.code for found in herstel(klein)] == ["CV918"]
    assert (klein / "build/een.md").read_bytes() == b"1"


def test_the_slot_can_be_taken_again_by_who_has_it(klein: Path) -> None:
    """And is free for others afterwards."""
    with slot(klein), slot(klein):
        pass
    with slot(klein, 0):
        assert (klein / ".convenant/slot").exists()
    assert not (klein / ".convenant").exists()


def test_a_new_folder_arrives_as_a_whole(klein: Path) -> None:
    """By one rename: nobody sees half a version."""
    with Stage(klein) as stage:
        stage.add("convenant/versies/2030/versie.yaml", b"x")
        stage.add("convenant/versies/2030/convenant/convenant.yaml", b"y")
        stage.add("convenant/registers/nieuw.yaml", b"z")
        record = stage.record()
    assert [target for _, target in record.verplaats] == [
        "convenant/versies",
        "convenant/registers/nieuw.yaml",
    ]
    assert isinstance(record, Record)
