"""The slot of a folder, when others take and leave it at the same moment."""

from pathlib import Path

import pytest
from filelock import FileLock

from convenantwerk.basis.journal import herstel
from convenantwerk.basis.slot import slot
from convenantwerk.basis.stage import Stage


@pytest.mark.parametrize("fout", [FileNotFoundError, FileExistsError])
def test_a_folder_that_goes_while_it_is_looked_at_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fout: type[OSError]
) -> None:
    """Who was done with it removed it: before the lock was asked, or within that."""
    acquire = FileLock.acquire
    keer: list[type[OSError]] = [fout, fout]

    def gestoord(self: FileLock) -> object:
        if keer:
            (tmp_path / ".convenant").rmdir()
            raise keer.pop()(17, "", str(tmp_path / ".convenant"))
        return acquire(self)

    monkeypatch.setattr(FileLock, "acquire", gestoord)
    with slot(tmp_path):
        assert (tmp_path / ".convenant/slot").exists()
    assert not (tmp_path / ".convenant").exists()


def test_who_tidies_up_is_not_taken_for_one_that_was_broken_off(tmp_path: Path) -> None:
    """Its folder is empty but for its own lock before it lets that go."""
    ready = tmp_path / ".convenant/1-1"
    ready.mkdir(parents=True)
    (ready / "slot").write_bytes(b"")
    assert herstel(tmp_path) == ()
    assert not (tmp_path / ".convenant").exists()


def test_what_is_ready_goes_before_the_lock_on_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files and folders both."""
    over: list[list[str]] = []
    release = FileLock.release

    def gezien(self: FileLock, *, force: bool = False) -> None:
        map_ = Path(self.lock_file).parent
        if map_.name != ".convenant":
            over.append([path.name for path in map_.iterdir()])
        release(self, force=force)

    (tmp_path / "er").mkdir()
    with Stage(tmp_path) as stage:
        stage.add("er/bestand", b"x")
        stage.add("nieuw/bestand", b"x")
        monkeypatch.setattr(FileLock, "release", gezien)
    assert over
    assert all(left == ["slot"] for left in over)
