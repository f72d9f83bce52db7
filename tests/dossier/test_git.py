"""A dossier out of a git revision: what a repository may hold that gets in the way."""

import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.geopend import Geopend

OP = date(2026, 11, 24)
pytestmark = pytest.mark.proces


def commit(folder: Path, message: str) -> None:
    """Commit everything in a folder, as a user of its own; make the repository first."""
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    name = ("-c", "user.name=proef", "-c", "user.email=proef@voorbeeld.nl")
    for arguments in (("init", "-q"), ("add", "-A"), ("commit", "-q", "--allow-empty", "-m")):
        last = [message] if "commit" in arguments else []
        subprocess.run(["git", *name, *arguments, *last], cwd=folder, check=True, env=env)


def refused(root: Path, asked: str) -> ConvenantwerkError:
    """Return why an edition cannot be read."""
    with pytest.raises(ConvenantwerkError) as raised:
        Geopend(root, OP).editie(asked, "met-addenda")
    return raised.value


def test_a_revision_without_files_holds_no_dossier(klein: Path) -> None:
    """Git gives it as an archive that is no archive."""
    hidden = klein.rename(klein.parent / "opzij")
    klein.mkdir()
    commit(klein, "leeg")
    for path in hidden.iterdir():
        path.rename(klein / path.name)
    error = refused(klein, "git:HEAD")
    assert (error.code, error.velden["reden"]) == (
        "CV905",
        "in die revisie staat hier geen dossier",
    )


def test_a_folder_that_was_not_there_yet_holds_no_dossier(klein: Path) -> None:
    """The revision does exist, and the message does not say otherwise."""
    hidden = klein.rename(klein.parent.parent / f"{klein.parent.name}-opzij")
    commit(klein.parent, "leeg")
    hidden.rename(klein)
    assert refused(klein, "git:HEAD").velden["reden"] == "in die revisie staat hier geen dossier"
    assert refused(klein, "git:HEAD~1").velden["reden"] == "die revisie is er niet"


def test_a_link_out_of_the_dossier_is_not_followed(klein: Path) -> None:
    """It could lead to any file of whoever compares."""
    (klein / "convenant/voorwerk/02-x.md").symlink_to("/etc/passwd")
    commit(klein, "koppeling")
    error = refused(klein, "git:HEAD")
    assert error.code == "CV905"
    assert "'convenant/voorwerk/02-x.md' is een koppeling" in error.velden["reden"]


def test_no_finding_names_the_folder_it_was_unpacked_in(klein: Path) -> None:
    """Not in its place, nor where it names the place of another part."""
    path = klein / "convenant/deel-1/02-artikelen.md"
    path.write_text("# 2 A\n\n## Artikel 1 X\n\nX.\n\n## Artikel 1 X\n\nX.\n", encoding="utf-8")
    commit(klein, "dubbel")
    gekozen = Geopend(klein, OP).editie("git:HEAD", "met-addenda")
    start = f"{gekozen.naam.removeprefix('git-')}:convenant/deel-1/02-artikelen.md"
    (dubbel,) = [found for found in gekozen.diagnostics if found.code == "CV016"]
    assert dubbel.position.path == start
    assert f"{start}:3:1" in dubbel.melding
    assert not [found for found in gekozen.diagnostics if "/convenant-" in repr(found)]
    assert gekozen.dossier.naam == "klein"


def test_settings_that_cannot_be_read_are_named_at_their_revision(klein: Path) -> None:
    """CV907 says which file of which commit."""
    (klein / "convenant/convenant.yaml").write_text("titel: [", encoding="utf-8")
    commit(klein, "stuk")
    error = refused(klein, "git:HEAD")
    assert error.code == "CV907"
    assert ":convenant/convenant.yaml" in error.pad
    assert "/" not in error.pad.partition(":")[0]


def test_a_hook_does_not_lead_elsewhere(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git sets GIT_DIR for a hook; the dossier's own repository is meant."""
    commit(klein, "begin")
    monkeypatch.setenv("GIT_DIR", "/nergens")
    assert Geopend(klein, OP).editie("git:HEAD", "met-addenda").naam.startswith("git-")


def test_without_git_that_is_said(klein: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not that the revision is missing."""
    monkeypatch.setenv("PATH", "")
    assert refused(klein, "git:HEAD").velden["reden"] == "git is niet geïnstalleerd"


@pytest.mark.parametrize("asked", ["", "x" * 5000, "2019-02-30", "git:"])
def test_what_names_nothing_is_a_finding(klein: Path, asked: str) -> None:
    """However odd, it is no traceback."""
    assert refused(klein, asked).code == ("CV905" if asked == "git:" else "CV904")


def test_the_command_says_it_in_dutch(klein: Path) -> None:
    """Wrong usage: exit 2, with a tip."""
    done = convenant("renvooi", "2091", "werk", cwd=klein)
    assert done.returncode == 2
    assert "fout CV904: versie '2091' is er niet" in done.stderr
    assert "of noem een datum, 'werk', git:REVISIE of een map" in done.stderr
