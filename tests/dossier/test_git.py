"""A dossier out of a git revision: what a repository may hold that gets in the way."""

import os
import subprocess
import zlib
from datetime import date
from pathlib import Path

import pytest
from tests.dossier.gitschrijver import (
    BESTAND,
    KOPPELING,
    MAP,
    SUBMODULE,
    Schrijver,
    begin,
    geweigerd,
    git,
    haal,
)
from tests.programma import convenant

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.git import checkout
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
    (dubbel,) = [found for found in gekozen.diagnostics if found.code == "CV103"]
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


# --- what a revision may hold ------------------------------------------------------------------


@pytest.fixture
def archief(tmp_path: Path) -> Schrijver:
    """A repository that is written by hand, of an empty folder."""
    (tmp_path / "dossier").mkdir()
    return begin(tmp_path / "dossier/.git")


def test_every_way_to_name_a_revision(archief: Schrijver, tmp_path: Path) -> None:
    """By its hash, whole or not, a tag, a branch, how long ago, or what a branch was."""
    folder = archief.git.parent
    codes = [archief.revisie(archief.bestanden(nummer="0"))]
    for number in range(1, 5):
        codes.append(archief.revisie(archief.bestanden(nummer=str(number)), codes[-1]))
    git(folder, "tag", "-a", "-m", "x", "v1", codes[1])
    git(folder, "update-ref", "--create-reflog", "-m", "x", "refs/heads/tak", codes[2])
    git(folder, "update-ref", "-m", "x", "refs/heads/tak", codes[3])
    names = {
        codes[2][:10]: "2",
        "v1^{}": "1",
        "tags/v1": "1",
        "HEAD~3": "1",
        "main": "4",
        "tak": "3",
        "tak@{1}": "2",
        f"v1-2-g{codes[3][:9]}": "3",
    }
    for name, nummer in names.items():
        assert haal(folder, tmp_path, name) == {"nummer": nummer}, name
    git(folder, "gc", "-q")
    for name in ("v1", "HEAD~3"):  # in a pack now, as are the names
        assert haal(folder, tmp_path, name) == {"nummer": "1"}, name
    assert geweigerd(folder, tmp_path, "HEAD~9") == "die revisie is er niet"


def test_what_a_shallow_clone_lacks_is_not_there(archief: Schrijver, tmp_path: Path) -> None:
    """What it has is."""
    first = archief.revisie(archief.bestanden(nummer="0"))
    archief.revisie(archief.bestanden(nummer="1"), first)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{archief.git}", "kloon")
    assert haal(tmp_path / "kloon", tmp_path) == {"nummer": "1"}
    assert geweigerd(tmp_path / "kloon", tmp_path, "HEAD~1") == "die revisie is er niet"


def test_what_was_committed_is_read_and_not_what_replaces_it(
    archief: Schrijver, tmp_path: Path
) -> None:
    """Git can show another object than the one that is named, and other parents."""
    folder = archief.git.parent
    other = archief.bestanden(tekst="Anders.\n")
    tree = archief.bestanden(tekst="Zo.\n")
    first = archief.revisie(tree)
    code = archief.revisie(tree, first)
    (archief.git / "refs/replace").mkdir()
    (archief.git / "refs/replace" / tree).write_text(f"{other}\n")
    (archief.git / "info").mkdir()
    (archief.git / "info/grafts").write_text(f"{code}\n")
    for revisie in ("HEAD", "HEAD~1"):
        assert haal(folder, tmp_path, revisie) == {"tekst": "Zo.\n"}


def test_a_file_is_what_was_committed(archief: Schrijver, tmp_path: Path) -> None:
    """No attribute leaves it out, fills something in, or changes its line ends."""
    attributes = "weg export-ignore\nvul export-subst\nregels text eol=crlf\n"
    files = {
        ".gitattributes": attributes,
        "weg": "weg\n",
        "vul": "$Format:%H$\n",
        "regels": "a\nb\n",
    }
    archief.revisie(archief.bestanden(**files))
    assert haal(archief.git.parent, tmp_path) == files


def test_a_submodule_is_no_file(archief: Schrijver, tmp_path: Path) -> None:
    """It is a revision of another repository, and stays away."""
    text = archief.object("blob", b"T")
    archief.revisie(archief.boom((SUBMODULE, "deel", "1" * 40), (BESTAND, "t", text)))
    folder = archief.git.parent
    assert haal(folder, tmp_path) == {"t": "T"}
    (folder / "deel").mkdir()
    assert haal(folder / "deel", tmp_path) == {}
    (folder / "t").mkdir()
    assert haal(folder / "t", tmp_path) == {}


def test_links_inside_the_dossier_stay_links(archief: Schrijver, tmp_path: Path) -> None:
    """To a file, to a folder, to nothing, in a circle."""
    text, inside = archief.object("blob", b"T"), archief.bestanden(t="T")
    doelen = {"a": "map/t", "b": "map", "c": "map/../map/t", "d": "niets", "e": "e"}
    links = [(KOPPELING, n, archief.object("blob", d.encode())) for n, d in doelen.items()]
    archief.revisie(archief.boom(*links, (MAP, "map", inside), (BESTAND, "t", text)))
    to = tmp_path / "uit"
    to.mkdir()
    checkout(archief.git.parent, "HEAD", to)
    assert {n: str((to / n).readlink()) for n in doelen} == doelen
    assert (to / "c").read_text() == "T"


@pytest.mark.parametrize(
    "doelen",
    [
        {"x": "/etc/passwd"},
        {"x": "../elders"},
        {"x": ".."},
        {"x": "map/../../elders"},
        {"w": "map/diep", "x": "w/../../../elders"},
        {"x": "y/elders", "y": "map/../.."},
        {"x": "z/../../elders", "z": "map"},
    ],
)
def test_no_link_leads_out_of_the_dossier(
    archief: Schrijver, tmp_path: Path, doelen: dict[str, str]
) -> None:
    """Nor by way of another link, in whatever order they come."""
    deep = archief.boom((MAP, "diep", archief.bestanden(t="T")))
    links = [(KOPPELING, n, archief.object("blob", d.encode())) for n, d in doelen.items()]
    archief.revisie(archief.boom((MAP, "map", deep), *links))
    reden = geweigerd(archief.git.parent, tmp_path)
    assert reden.endswith("is een koppeling naar iets buiten het dossier")


ONVEILIG = (
    *("..", ".", "/etc/x", "../x", "a\\b", "..\\x", "...", " "),
    *(".git", ".GIT", ".Git.", ".git ", "git~1", "GIT~1", ".g\u200cit", "\ufeff.git"),
)


@pytest.mark.parametrize(
    ("soort", "naam"),
    [
        *((BESTAND, naam) for naam in ONVEILIG),
        *((soort, naam) for soort in (MAP, KOPPELING) for naam in ("..", ".Git")),
    ],
)
def test_a_name_that_is_no_safe_name_is_refused(
    archief: Schrijver, tmp_path: Path, soort: str, naam: str
) -> None:
    """Whatever has it: a file, a folder or a link."""
    code = archief.bestanden(t="T") if soort == MAP else archief.object("blob", b"t")
    archief.revisie(archief.boom((soort, naam, code)))
    (archief.git.parent / "convenant").mkdir()
    reden = geweigerd(archief.git.parent, tmp_path)
    assert "is geen veilige naam voor een bestand" in reden
    assert not (tmp_path / "x").exists()


def test_two_things_of_one_name_are_refused(archief: Schrijver, tmp_path: Path) -> None:
    """A folder and a link of one name would let a file be written elsewhere.

    A name may have a folder in it too.
    """
    link, text = archief.object("blob", b"/tmp"), archief.object("blob", b"T")
    inside = archief.bestanden(t="T")
    for regels in (
        ((KOPPELING, "a", link), (MAP, "a", inside)),
        ((MAP, "a", inside), (KOPPELING, "a", link)),
        ((BESTAND, "a", text), (BESTAND, "a", text)),
        ((MAP, "a", inside), (MAP, "a", inside)),
        ((MAP, "a", inside), (BESTAND, "a/t", text)),
    ):
        archief.revisie(archief.boom(*regels))
        reden = geweigerd(archief.git.parent, tmp_path)
        assert reden == (
            "de bestanden zijn hier niet neer te zetten: er staat al iets met die naam"
        )


def test_a_link_that_cannot_be_is_refused(archief: Schrijver, tmp_path: Path) -> None:
    """It leads nowhere, or to a name that no disk can hold."""
    for doel in (b"", b"a\0b", b"x" * 5_000):
        archief.revisie(archief.boom((KOPPELING, "a", archief.object("blob", doel))))
        assert "zijn hier niet neer te zetten" in geweigerd(archief.git.parent, tmp_path)


def test_no_more_is_read_than_a_dossier_can_be(
    archief: Schrijver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is known before any file is read; what stands beside the dossier does not count."""
    folder = archief.git.parent
    monkeypatch.setattr("convenantwerk.dossier.git.BESTANDEN", 20)
    many = [(BESTAND, f"{n:05}", archief.object("blob", b"x" * 99)) for n in range(21)]
    small = archief.bestanden(t="T")
    archief.revisie(archief.boom((MAP, "dossier", small), (MAP, "rest", archief.boom(*many))))
    assert geweigerd(folder, tmp_path) == (
        "daarin telt het dossier meer dan 20 bestanden of mappen"
    )
    (folder / "dossier").mkdir()
    assert haal(folder / "dossier", tmp_path) == {"t": "T"}
    (folder / "rest").mkdir()
    archief.revisie(archief.boom((MAP, "rest", archief.boom(*many[:20]))))
    assert len(haal(folder / "rest", tmp_path)) == 20
    monkeypatch.setattr("convenantwerk.dossier.git.GROOTTE", 99 * 20 - 1)
    assert "is het dossier groter dan" in geweigerd(folder / "rest", tmp_path)


def test_a_tree_that_unfolds_without_end_is_refused(archief: Schrijver, tmp_path: Path) -> None:
    """Forty small objects that stand for a million times a million folders."""
    folded = archief.boom()
    for _ in range(40):
        folded = archief.boom((MAP, "a", folded), (MAP, "b", folded))
    archief.revisie(folded)
    reden = geweigerd(archief.git.parent, tmp_path)
    assert reden == "git geeft te veel, of is er te lang mee bezig"


def test_folders_in_folders_without_end_are_refused(archief: Schrijver, tmp_path: Path) -> None:
    """Deeper than any disk."""
    tree = archief.bestanden(t="T")
    for _ in range(25):
        tree = archief.boom((MAP, "x" * 200, tree))
    archief.revisie(tree)
    assert "zijn hier niet neer te zetten" in geweigerd(archief.git.parent, tmp_path)


def test_an_object_that_is_not_what_it_says_is_refused(archief: Schrijver, tmp_path: Path) -> None:
    """Cut off, another text, or larger than git may keep."""
    folder = archief.git.parent
    text = archief.object("blob", b"Tekst.\n")
    tree = archief.boom((BESTAND, "t", text))
    archief.revisie(tree)
    file = archief.git / "objects" / text[:2] / text[2:]
    whole = file.read_bytes()
    for said in (b"", b"blob 7\0Tekst", b"blob 7\0Anders\n"):
        file.write_bytes(zlib.compress(said) if said else whole[:12])
        assert geweigerd(folder, tmp_path)
    file.write_bytes(whole)
    big = zlib.compress(b"tree 200000000\0" + bytes(200_000_000), 1)
    (archief.git / "objects" / tree[:2] / tree[2:]).write_bytes(big)
    assert "over limit" in geweigerd(folder, tmp_path)
