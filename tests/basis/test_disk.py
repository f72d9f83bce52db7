"""Steps on the disk."""

from pathlib import Path

from convenantwerk.basis.disk import move


def test_a_folder_that_is_there_takes_what_another_holds(tmp_path: Path) -> None:
    """The emptied one stays: its removal might be safe before its files are in their place."""
    source, target = tmp_path / "klaar", tmp_path / "archief"
    (source / "onder").mkdir(parents=True)
    (source / "agenda.yaml").write_bytes(b"nieuw")
    (source / "onder" / "blad.pdf").write_bytes(b"blad")
    target.mkdir()
    (target / "agenda.yaml").write_bytes(b"oud")
    assert move(source, target) == {target}
    assert (target / "agenda.yaml").read_bytes() == b"nieuw"
    assert (target / "onder" / "blad.pdf").read_bytes() == b"blad"
    assert source.is_dir()
    assert list(source.iterdir()) == []
    assert move(source, target) == set()  # done once more, nothing happens
