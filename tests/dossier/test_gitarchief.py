"""Which repository is that of a folder, and which leads outside it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.dossier.gitschrijver import EERLIJK, Schrijver, begin, geweigerd, git, haal, zet_val

from convenantwerk.dossier import gitarchief

pytestmark = pytest.mark.proces

BUITEN = "het git-archief leidt met '{}' naar iets buiten de map van het dossier"


def maak(folder: Path, tekst: str = "Tekst.\n") -> Schrijver:
    """Write a dossier in a repository of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    archief = begin(folder / ".git")
    archief.revisie(archief.bestanden(tekst=tekst))
    return archief


@pytest.fixture
def eigen(tmp_path: Path) -> Path:
    """The dossier that somebody sent."""
    maak(tmp_path / "eigen")
    return tmp_path / "eigen"


@pytest.fixture
def ander(tmp_path: Path) -> Path:
    """A dossier of whoever compares, which nobody else should see."""
    maak(tmp_path / "ander", "Geheim.\n")
    return tmp_path / "ander"


def test_the_nearest_repository_upwards_is_that_of_a_folder(eigen: Path, tmp_path: Path) -> None:
    """Of which only that folder is read."""
    archief = Schrijver(eigen / ".git")
    below = archief.bestanden(b="B\n")
    archief.revisie(archief.boom(("100644", "a", "0" * 40), ("40000", "map", below)))
    (eigen / "map").mkdir()
    assert haal(eigen / "map", tmp_path) == {"b": "B\n"}
    assert geweigerd(eigen, tmp_path, "weg") == "die revisie is er niet"


def test_a_bare_repository_in_a_dossier_is_none(tmp_path: Path) -> None:
    """Git would take the folder itself for one, and do what its settings say."""
    val = zet_val(tmp_path)
    archief = begin(tmp_path / "dossier", f"{EERLIJK}\tfsmonitor = {val.programma}\n")
    archief.revisie(archief.bestanden(tekst="Tekst.\n"))
    (tmp_path / "dossier/convenant").mkdir()
    for folder in (archief.git, archief.git / "convenant"):
        assert geweigerd(folder, tmp_path) == "het dossier staat niet in een git-archief"
    assert not val.liep


# --- what leads outside ----------------------------------------------------------------------


def bestand_git(eigen: Path, ander: Path) -> None:
    """Let .git be a file that names another repository."""
    shutil.rmtree(eigen / ".git")
    (eigen / ".git").write_text(f"gitdir: {ander}/.git\n")


def koppeling_git(eigen: Path, ander: Path) -> None:
    """Let .git be a link to another repository."""
    shutil.rmtree(eigen / ".git")
    (eigen / ".git").symlink_to(ander / ".git")


def gedeeld_elders(eigen: Path, ander: Path) -> None:
    """Say that objects and refs are shared with another repository."""
    (eigen / ".git/commondir").write_text(f"{ander}/.git\n")


def binnen_en_elders(eigen: Path, ander: Path) -> None:
    """Do so from a folder that is in the dossier, and says that it is of it."""
    inside = eigen / "x/worktrees/y"
    inside.parent.mkdir(parents=True)
    (eigen / ".git").rename(inside)
    (eigen / ".git").write_text("gitdir: x/worktrees/y\n")
    (inside / "gitdir").write_text(f"{eigen}/.git\n")
    (inside / "commondir").write_text(f"{ander}/.git\n")


def niet_terug(eigen: Path, ander: Path) -> None:
    """Name the work tree of another repository as one's own."""
    git(ander, "worktree", "add", "--detach", str(ander.parent / "werk"), "main")
    shutil.rmtree(eigen / ".git")
    (eigen / ".git").write_text(f"gitdir: {ander}/.git/worktrees/werk\n")


def leent(eigen: Path, ander: Path) -> None:
    """Borrow objects."""
    (eigen / ".git/objects/info/alternates").write_text(f"{ander}/.git/objects\n")


def koppeling(naam: str) -> Callable[[Path, Path], None]:
    """Let a part of the repository be a link to that of another."""

    def link(eigen: Path, ander: Path) -> None:
        part = eigen / ".git" / naam
        if part.is_dir():
            shutil.rmtree(part)
        part.unlink(missing_ok=True)
        part.symlink_to(ander / ".git" / naam)

    return link


@pytest.mark.parametrize(
    ("maak_zo", "reden"),
    [
        pytest.param(bestand_git, BUITEN.format(".git"), id="bestand"),
        pytest.param(koppeling_git, BUITEN.format(".git"), id="koppeling"),
        pytest.param(gedeeld_elders, BUITEN.format("commondir"), id="gedeeld"),
        pytest.param(binnen_en_elders, BUITEN.format("commondir"), id="binnen en elders"),
        pytest.param(niet_terug, BUITEN.format(".git"), id="niet terug"),
        pytest.param(leent, "het git-archief leent objecten van een ander", id="leent"),
        *(
            pytest.param(koppeling(naam), BUITEN.format(Path(naam).name), id=naam)
            for naam in (
                "objects",
                "objects/pack",
                "refs",
                "refs/heads/main",
                "HEAD",
                "packed-refs",
            )
        ),
    ],
)
def test_what_leads_outside_is_refused(
    eigen: Path, ander: Path, tmp_path: Path, maak_zo: Callable[[Path, Path], None], reden: str
) -> None:
    """Whoever compares may have there what is no business of who sent the dossier."""
    maak_zo(eigen, ander)
    assert geweigerd(eigen, tmp_path) == reden


def test_a_setting_outside_is_not_read(eigen: Path, tmp_path: Path) -> None:
    """Neither an included file, nor settings that are a link: it is as if they said nothing."""
    outside = tmp_path / "instellingen"
    outside.write_text("[extensions]\n\tobjectformat = sha256\n")
    config = eigen / ".git/config"
    config.write_text(f"{EERLIJK}[include]\n\tpath = {outside}\n")
    assert haal(eigen, tmp_path) == {"tekst": "Tekst.\n"}
    config.unlink()
    config.symlink_to(outside)
    assert haal(eigen, tmp_path) == {"tekst": "Tekst.\n"}


def test_what_is_no_file_is_refused(eigen: Path, tmp_path: Path) -> None:
    """To read a pipe would never end."""
    os.mkfifo(eigen / ".git/objects/pack/pack-1.idx")
    assert geweigerd(eigen, tmp_path) == ("in het git-archief is 'pack-1.idx' geen gewoon bestand")


def test_a_file_that_names_nothing_is_refused(eigen: Path, tmp_path: Path) -> None:
    """Also one that is none at all."""
    shutil.rmtree(eigen / ".git")
    for text in ("gitdir: weg\n", "", "gitdir: \0\n", "x" * 10_000):
        (eigen / ".git").write_text(text)
        assert geweigerd(eigen, tmp_path) == "'.git' leidt niet naar een git-archief"


def test_a_repository_with_countless_branches_is_refused(
    eigen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are copied, so there is a limit."""
    monkeypatch.setattr(gitarchief, "_REFS", 3)
    for number in range(3):
        (eigen / f".git/refs/tags/{number}").write_text("1" * 40)
    assert geweigerd(eigen, tmp_path) == "het git-archief heeft te veel takken en labels"


# --- what is no other repository --------------------------------------------------------------


def test_a_linked_work_tree_is_read(eigen: Path, tmp_path: Path) -> None:
    """Its repository lies elsewhere, and says that it is of this folder."""
    werk = tmp_path / "werk"
    git(eigen, "worktree", "add", "-b", "tak", str(werk), "main")
    (werk / "meer").write_text("Meer.\n")
    git(werk, "add", "-A")
    git(werk, "commit", "-qm", "x")
    for revisie, files in (("HEAD", {"tekst", "meer"}), ("main", {"tekst"}), ("HEAD~1", {"tekst"})):
        assert haal(werk, tmp_path, revisie).keys() == files


def test_a_submodule_is_read(eigen: Path, tmp_path: Path) -> None:
    """Its repository lies in that of the folder around it, and says so too."""
    boven = tmp_path / "boven"
    maak(boven)
    git(boven, "submodule", "--quiet", "add", str(eigen), "deel")
    assert (boven / "deel/.git").is_file()
    assert haal(boven / "deel", tmp_path) == {"tekst": "Tekst.\n"}
    settings = boven / ".git/modules/deel/config"
    settings.write_text(settings.read_text().replace("/deel", "/elders"))
    assert geweigerd(boven / "deel", tmp_path) == BUITEN.format(".git")


def test_a_repository_that_lies_inside_its_folder_is_read(eigen: Path, tmp_path: Path) -> None:
    """Under whatever name."""
    (eigen / ".git").rename(eigen / "opzij")
    (eigen / ".git").write_text("gitdir: opzij\n")
    assert haal(eigen, tmp_path) == {"tekst": "Tekst.\n"}


def test_a_repository_with_the_other_hash_is_read(tmp_path: Path) -> None:
    """Sha256 is an extension that git must be told of."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    git(folder, "init", "-q", "--object-format=sha256")
    (folder / "tekst").write_text("Tekst.\n")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "x")
    git(folder, "gc", "-q")
    assert haal(folder, tmp_path) == {"tekst": "Tekst.\n"}


def test_a_repository_of_another_user_is_not_trusted(
    eigen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless who compares has told git that it is safe."""
    monkeypatch.setattr(os, "geteuid", lambda: eigen.stat().st_uid + 1)
    reden = "git vertrouwt deze map niet, omdat zij van een andere gebruiker is"
    own = tmp_path / "instellingen"
    monkeypatch.setenv("HOME", str(own))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(own))
    own.mkdir()
    for value in ("", str(tmp_path), f"{eigen}\n\tdirectory ="):
        (own / ".gitconfig").write_text(f"[safe]\n\tdirectory = {value}\n")
        assert geweigerd(eigen, tmp_path) == reden
    for value in (str(eigen), f"{tmp_path}/*", "*"):
        (own / ".gitconfig").write_text(f"[safe]\n\tdirectory = {value}\n")
        assert haal(eigen, tmp_path) == {"tekst": "Tekst.\n"}
