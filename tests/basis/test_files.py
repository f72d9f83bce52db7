"""What all reading shares: where a dossier is, how a path is shown, files that a user names."""

import os
from pathlib import Path

import pytest

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.basis.files import (
    find_dossier,
    is_dossier,
    mapnaam,
    read_bytes,
    read_text,
    shown,
)


def test_a_dossier_that_is_closed_is_a_dossier(tmp_path: Path) -> None:
    """Who reads it says what is wrong; "there is no dossier here" would not help."""
    with pytest.raises(ConvenantwerkError) as refused:
        find_dossier(tmp_path)
    assert refused.value.code == "CV900"
    (tmp_path / "convenant").symlink_to("convenant")  # a loop
    assert find_dossier(tmp_path / "weg" / "dieper") == tmp_path
    (tmp_path / "convenant").unlink()
    (tmp_path / "convenant" / "convenant.yaml").mkdir(parents=True)
    assert is_dossier(tmp_path)
    assert not is_dossier(tmp_path / "convenant")
    assert not is_dossier(Path("a\0b"))


def test_a_path_that_is_no_text_can_be_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes that are no UTF-8 and what one would not see are shown by their code."""
    monkeypatch.chdir(tmp_path)
    assert shown(Path(os.fsdecode(b"caf\xc3\xa9/\xff\x1b.md"))) == "café/\\xff\\u001b.md"
    assert mapnaam(tmp_path / os.fsdecode(b"kl\xff")) == "kl\\xff"
    assert shown(Path("a\u202eb")) == "a\\u202eb"
    assert shown(Path("gewoon\xa0stuk.md")) == "gewoon\xa0stuk.md"


def test_a_file_that_a_user_names_may_lie_anywhere(tmp_path: Path) -> None:
    """By a link, or under two names: who names it means it. A pipe is never waited for."""
    (tmp_path / "a.yaml").write_text("x: 1")
    (tmp_path / "hier.yaml").symlink_to("a.yaml")
    (tmp_path / "ook.yaml").hardlink_to(tmp_path / "a.yaml")
    for naam in ("a.yaml", "hier.yaml", "ook.yaml"):
        assert read_text(tmp_path / naam) == ("x: 1", ())
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "lus").symlink_to("lus")
    for naam in ("pijp", "lus", "weg", "a\0b", "."):
        data, found = read_bytes(tmp_path / naam)
        assert data is None
        assert [f.code for f in found] == ["CV001"]
