"""Versions: frozen, sealed, chained; and any edition by its name."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath

import pytest
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, kopie

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.controles.invullen import vul_in
from convenantwerk.dossier.dossier import Dossier, Editie
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.controleer import controleer
from convenantwerk.opdrachten.vaststellen import Vaststelling, Vaststelopdracht, vaststellen
from convenantwerk.tekst.boom import Convenant

pytestmark = pytest.mark.traag

OP = date(2026, 11, 24)
VERSIES = Path("convenant/versies")
EERSTE = Vaststelopdracht("2019", "Besluit 1", date(2019, 12, 31))
TWEEDE = Vaststelopdracht("2020", "Besluit 2", date(2020, 1, 1), "doorlopend")


def freeze(root: Path, *opdrachten: Vaststelopdracht) -> list[Vaststelling]:
    """Adopt versions one after the other."""
    return [vaststellen(Geopend(root, date(2026, 11, 24)), opdracht) for opdracht in opdrachten]


def text(dossier: Dossier, op: date, editie: Editie = "met-addenda") -> Convenant:
    """The text of a day, its invulvelden filled in."""
    return vul_in(tekst_op(dossier, op, editie).convenant, dossier.instellingen.invulvelden)


def codes(root: Path) -> list[str]:
    """The codes of what is wrong with the versions."""
    return [found.code for found in Geopend(root, date(2026, 11, 24)).versies[1]]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_version_holds_the_text_in_force_that_day(klein: Path) -> None:
    """Frozen and read back, the tree is that of the day, addenda worked in."""
    freeze(klein, EERSTE, TWEEDE)
    dossier, _ = Dossierlezer(klein).dossier
    assert dossier is not None
    for opdracht in (EERSTE, TWEEDE):
        gekozen = Geopend(klein, OP).editie(opdracht.naam, "met-addenda")
        assert gekozen.convenant == text(dossier, opdracht.datum, opdracht.editie)
        assert gekozen.dossier.partners == dossier.partners
        assert gekozen.dossier.ondertekenaars == dossier.ondertekenaars
        assert sorted(gekozen.dossier.figuren.values()) == sorted(dossier.figuren.values())
        assert len(gekozen.sha256) == 64


def test_versions_are_chained(klein: Path) -> None:
    """Each carries the seal of the one before it."""
    freeze(klein, EERSTE, TWEEDE)
    (een, twee), found = Geopend(klein, date(2026, 11, 24)).versies
    assert found == ()
    assert (een.gegevens.vorige, een.gegevens.vorige_sha256) == ("", "")
    assert (twee.gegevens.vorige, twee.gegevens.vorige_sha256) == ("2019", een.gegevens.sha256)


def test_the_frozen_versions_of_this_dossier_are_what_its_sources_still_give(
    tmp_path: Path,
) -> None:
    """Freezing 2017 and 2018-06-18 again gives the same text: nobody changed those sources.

    Which points were open was not recorded yet; so what is known of them differs, and the seals.
    """
    copy = kopie(HOLLANDS_MIDDEN, tmp_path / "dossier")
    frozen = bytes_of(copy / VERSIES)
    versies, _ = Geopend(copy, date(2026, 11, 24)).versies
    shutil.rmtree(copy / VERSIES)
    for versie in versies:
        gegevens = versie.gegevens
        opdracht = Vaststelopdracht(
            gegevens.naam, gegevens.besluit, gegevens.datum, ondanks_fouten=True
        )
        assert vaststellen(Geopend(copy, date(2026, 11, 24)), opdracht).versie is not None
    again = bytes_of(copy / VERSIES)
    differ = {pad for pad in {*frozen, *again} if frozen.get(pad) != again.get(pad)}
    assert {PurePosixPath(pad).name for pad in differ} == {"versie.yaml"}
    assert [versie.gegevens.naam for versie in versies] == ["2017", "2018-06-18"]
    for was, now in zip(versies, Geopend(copy, date(2026, 11, 24)).versies.versies, strict=True):
        assert was.gegevens.open_fouten == now.gegevens.open_fouten
        assert not was.gegevens.aanvaard
        assert 1 <= len(now.gegevens.aanvaard) <= int(now.gegevens.open_fouten)


def spoil_text(folder: Path) -> None:
    """Change one word of a frozen text."""
    path = folder / "convenant/voorwerk/01-voorwoord.md"
    path.write_text(path.read_text(encoding="utf-8").replace("e", "a", 1), encoding="utf-8")


def spoil_facts(folder: Path) -> None:
    """Change a frozen fact."""
    path = folder / "versie.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Besluit 1", "Besluit 9"), encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        (spoil_text, "CV030", "convenant/versies/2019/convenant/voorwerk/01-voorwoord.md"),
        (
            lambda f: (f / "convenant/voorwerk/01-voorwoord.md").unlink(),
            "CV030",
            "convenant/versies/2019/convenant/voorwerk/01-voorwoord.md",
        ),
        (
            lambda f: (f / "convenant/erbij.md").write_text("# 9 X\n\nX.\n"),
            "CV030",
            "convenant/versies/2019/convenant/erbij.md",
        ),
        (spoil_facts, "CV031", "convenant/versies/2019/versie.yaml"),
    ],
)
def test_a_changed_version_is_a_fout_and_nothing_is_compared_with_it(
    klein: Path,
    spoil: Callable[[Path], object],
    code: str,
    place: str,
) -> None:
    """A word changed, a file gone, a file added, a fact changed: each is found at its file."""
    freeze(klein, EERSTE)
    assert not [f for f in controleer(Geopend(klein, OP)).diagnostics if f.ernst == "fout"]
    spoil(klein / VERSIES / "2019")
    found = controleer(Geopend(klein, OP)).diagnostics
    assert (code, place) in [(f.code, f.position.path) for f in found]
    with pytest.raises(ConvenantwerkError) as raised:
        Geopend(klein, OP).editie("2019", "met-addenda")
    assert raised.value.code == "CV906"


def test_a_version_taken_out_of_the_chain_is_missed(klein: Path) -> None:
    """The next one says what it should have followed."""
    freeze(klein, EERSTE, TWEEDE)
    shutil.rmtree(klein / VERSIES / "2019")
    assert codes(klein) == ["CV032"]
    with pytest.raises(ConvenantwerkError) as raised:
        Geopend(klein, OP).editie("2020", "met-addenda")
    assert raised.value.code == "CV906"


def test_a_version_in_a_folder_of_another_name_is_a_fout(klein: Path) -> None:
    """A renamed folder is not taken for another version."""
    freeze(klein, EERSTE)
    (klein / VERSIES / "2019").rename(klein / VERSIES / "2018")
    assert codes(klein) == ["CV007"]


@pytest.mark.parametrize(
    ("opdracht", "reden"),
    [
        (Vaststelopdracht("2019", "X", date(2020, 1, 1)), "die versie is er al"),
        (Vaststelopdracht("../x", "X", date(2020, 1, 1)), "geen naam voor een map"),
        (Vaststelopdracht("werk", "X", date(2020, 1, 1)), "geen naam voor een map"),
        (Vaststelopdracht("2018", "X", date(2018, 1, 1)), "een latere dag"),
    ],
)
def test_what_cannot_be_adopted_is_refused(
    klein: Path, opdracht: Vaststelopdracht, reden: str
) -> None:
    """Nothing is overwritten, and nothing is written."""
    freeze(klein, EERSTE)
    before = bytes_of(klein)
    (uitslag,) = freeze(klein, opdracht)
    assert uitslag.versie is None
    assert uitslag.diagnostics[-1].code == "CV033"
    assert reden in uitslag.diagnostics[-1].melding
    assert bytes_of(klein) == before


def test_a_text_with_a_fout_is_adopted_only_when_that_is_said(klein: Path) -> None:
    """And then it is recorded how many there were."""
    path = klein / "convenant/voorwerk/01-voorwoord.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nZie Bijlage 9.\n", encoding="utf-8")
    (uitslag,) = freeze(klein, EERSTE)
    assert uitslag.versie is None
    assert not (klein / VERSIES).exists()
    (uitslag,) = freeze(klein, Vaststelopdracht("2019", "B", EERSTE.datum, ondanks_fouten=True))
    assert uitslag.versie is not None
    assert uitslag.versie.gegevens.open_fouten == "1"


def test_an_unreadable_text_is_never_adopted(klein: Path) -> None:
    """Not even when fouten are accepted: the text would not be whole."""
    (klein / "convenant/voorwerk/01-voorwoord.md").write_bytes(b"# X\n\n\xff\n")
    (uitslag,) = freeze(klein, Vaststelopdracht("2019", "B", EERSTE.datum, ondanks_fouten=True))
    assert uitslag.versie is None


# --- any edition by its name --------------------------------------------------------------


def test_a_name_goes_before_a_date(klein: Path) -> None:
    """A version may be called after a day; its text is the frozen one."""
    freeze(klein, Vaststelopdracht("2020-06-01", "B", date(2019, 12, 31)))
    assert Geopend(klein, OP).editie("2020-06-01", "met-addenda").sha256
    assert not Geopend(klein, OP).editie("2020-06-02", "met-addenda").sha256


def test_werk_a_date_and_a_folder(klein: Path, tmp_path: Path) -> None:
    """The sources now, the text on a day, and another dossier."""
    other = shutil.copytree(klein, tmp_path / "ander")
    dossier, _ = Dossierlezer(klein).dossier
    assert dossier is not None
    now = text(dossier, OP)
    assert Geopend(klein, OP).editie("werk", "met-addenda").convenant == now
    assert Geopend(klein, OP).editie(str(other), "met-addenda").convenant == now
    before = Geopend(klein, OP).editie("2019-12-31", "met-addenda")
    assert before.convenant == text(dossier, date(2019, 12, 31)) != now


def git(folder: Path, *arguments: str) -> None:
    """Run git with a user of its own."""
    env = {
        **os.environ,
        **{f"GIT_{who}_{what}": "proef" for who in ("AUTHOR", "COMMITTER") for what in ("NAME",)},
        "GIT_AUTHOR_EMAIL": "proef@voorbeeld.nl",
        "GIT_COMMITTER_EMAIL": "proef@voorbeeld.nl",
    }
    subprocess.run(["git", "-C", str(folder), *arguments], check=True, env=env, capture_output=True)


@pytest.mark.proces
def test_a_git_revision(klein: Path) -> None:
    """The dossier as it was in a commit, also when it is a folder of the repository."""
    git(klein.parent, "init", "-q")
    (klein.parent / "los.txt").write_text("x")
    git(klein.parent, "add", "los.txt")
    git(klein.parent, "commit", "-q", "-m", "zonder dossier")
    git(klein.parent, "add", ".")
    git(klein.parent, "commit", "-q", "-m", "met dossier")
    before = Geopend(klein, OP).editie("werk", "met-addenda").convenant
    (klein / "convenant/voorwerk/01-voorwoord.md").write_text("# Anders\n\nAnders.\n")
    assert Geopend(klein, OP).editie("werk", "met-addenda").convenant != before
    assert Geopend(klein, OP).editie("git:HEAD", "met-addenda").convenant == before
    for revision in ("git:HEAD~1", "git:weg", "git:--help"):
        with pytest.raises(ConvenantwerkError) as raised:
            Geopend(klein, OP).editie(revision, "met-addenda")
        assert raised.value.code == "CV905"


@pytest.mark.proces
def test_findings_in_a_revision_name_the_revision(klein: Path) -> None:
    """Not the folder it was unpacked in."""
    (klein / "convenant/voorwerk/01-voorwoord.md").write_text("# X\n\nZie Bijlage 9.\n")
    git(klein, "init", "-q")
    git(klein, "add", ".")
    git(klein, "commit", "-q", "-m", "x")
    gekozen = Geopend(klein, OP).editie("git:HEAD", "met-addenda")
    (found,) = [f for f in gekozen.diagnostics if f.code == "CV102"]
    commit = gekozen.naam.removeprefix("git-")
    assert found.position.path == f"{commit}:convenant/voorwerk/01-voorwoord.md"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("2091", "CV904"),
        pytest.param("git:HEAD", "CV905", marks=pytest.mark.proces),
        ("leeg", "CV900"),
    ],
)
def test_what_is_not_there_is_said(klein: Path, asked: str, code: str) -> None:
    """An unknown version names the nearest; a folder or revision says what is missing."""
    freeze(klein, EERSTE)
    (klein / "leeg").mkdir()
    with pytest.raises(ConvenantwerkError) as raised:
        Geopend(klein, OP).editie(asked, "met-addenda")
    assert raised.value.code == code
    if code == "CV904":
        assert raised.value.velden["tip"] == "bedoelt u '2019'?"


def test_a_dossier_that_cannot_be_read_is_no_edition(klein: Path, tmp_path: Path) -> None:
    """What is wrong with its settings is said."""
    other = shutil.copytree(klein, tmp_path / "ander")
    (other / "convenant/convenant.yaml").write_text("titel: [")
    with pytest.raises(ConvenantwerkError) as raised:
        Geopend(klein, OP).editie(str(other), "met-addenda")
    assert raised.value.code == "CV907"


# --- the commands -------------------------------------------------------------------------


def test_the_commands_adopt_and_list(klein: Path) -> None:
    """From no versions to one, which is listed and as it was."""
    assert "nog geen versies" in convenant("versies", cwd=klein).stdout
    done = convenant(
        *("vaststellen", "2019", "--besluit", "Besluit 1", "--datum", "2019-12-31"), cwd=klein
    )
    assert done.returncode == 0, done.stderr
    assert "Vastgesteld in convenant/versies/2019" in done.stdout
    listed = convenant("versies", cwd=klein)
    assert "2019-12-31" in listed.stdout
    assert "gaaf" in listed.stdout
    (one,) = json.loads(convenant("versies", "--json", cwd=klein).stdout)
    assert (one["naam"], one["gaaf"], one["open_fouten"]) == ("2019", True, 0)


def test_a_damaged_version_is_listed_as_such(klein: Path) -> None:
    """And the command says so with its exit code."""
    freeze(klein, EERSTE)
    spoil_text(klein / VERSIES / "2019")
    listed = convenant("versies", cwd=klein)
    assert listed.returncode == 1
    assert "NIET GAAF" in listed.stdout
    assert "CV030" in listed.stderr
