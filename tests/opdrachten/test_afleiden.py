"""`convenant addendum afleiden`: edit the text, and have addendum and besluit written."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.programma import convenant

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.afleiden import Afleidopdracht, afleiden

OP = date(2026, 11, 24)
INGANG = date(2027, 1, 1)
ARTIKELEN = "convenant/deel-1/02-artikelen.md"
ARTIKEL = "## Artikel 3 Geheim\n\n1. Wie deelneemt, houdt het geheim.\n\n## Ondertekening"


@pytest.fixture
def kopie(klein: Path, tmp_path: Path) -> Path:
    """A copy of the dossier in which somebody has edited the text."""
    copy = shutil.copytree(klein, tmp_path / "kopie")
    path = copy / ARTIKELEN
    text = path.read_text(encoding="utf-8")
    text = text.replace("## Ondertekening", ARTIKEL).replace("per brief", "per aangetekende brief")
    path.write_text(text, encoding="utf-8")
    return copy


@pytest.mark.pdf
def test_the_derived_addendum_makes_the_new_text(klein: Path, kopie: Path) -> None:
    """Put in the dossier, the addendum gives the doorlopende tekst of the edited copy."""
    opdracht = Afleidopdracht("werk", str(kopie), "doorlopend", ingangsdatum=INGANG, naam="Geheim")
    uitslag = afleiden(Geopend(klein, OP), klein / "build", opdracht)
    assert uitslag.addendum == "addenda/2027-01-01-geheim"
    ours, found = Dossierlezer(klein).dossier
    theirs, _ = Dossierlezer(kopie).dossier
    assert ours is not None
    assert theirs is not None
    assert found == ()
    made = tekst_op(ours, INGANG, "doorlopend")
    assert made.diagnostics == ()
    assert made.convenant.delen == tekst_op(theirs, OP, "doorlopend").convenant.delen
    assert [path.name for path in sorted((klein / "build/2027-01-01-geheim").iterdir())] == [
        f"wijzigingsbesluit.{formaat}" for formaat in ("docx", "md", "pdf")
    ]


@pytest.mark.pdf
def test_the_sentences_are_in_the_besluit(klein: Path, kopie: Path) -> None:
    """What the command says is what the paper says."""
    done = convenant(
        *("addendum", "afleiden", "werk", str(kopie), "--editie", "doorlopend"),
        *("--ingangsdatum", "2027-01-01", "--titel", "Wijziging geheimhouding"),
        cwd=klein,
    )
    assert done.returncode == 0, done.stderr
    zin = "Na artikel 2 wordt een artikel ingevoegd, luidende:"
    assert zin in done.stdout
    (paper,) = klein.glob("build/addenda/*/wijzigingsbesluit.md")
    text = paper.read_text(encoding="utf-8")
    assert zin in text
    assert "Artikel 3 Geheim" in text
    assert "Dit besluit treedt in werking op 1 januari 2027." in text


@pytest.mark.pdf
def test_against_a_version_its_seal_is_named(klein: Path, kopie: Path) -> None:
    """So a later reader knows what the addendum was written against."""
    frozen = convenant("vaststellen", "2025", "--besluit", "B", "--datum", "2025-01-01", cwd=klein)
    assert frozen.returncode == 0, frozen.stderr
    afleiden(
        Geopend(klein, OP), klein / "build", Afleidopdracht("2025", str(kopie), ingangsdatum=INGANG)
    )
    dossier, _ = Dossierlezer(klein).dossier
    assert dossier is not None
    tegen = dossier.addenda[-1].gegevens.tegen
    assert tegen is not None
    assert (tegen.versie, len(tegen.sha256)) == ("2025", 64)


def test_no_difference_is_no_addendum(klein: Path) -> None:
    """Nothing is written, and the command says so."""
    done = convenant("addendum", "afleiden", "werk", "werk", cwd=klein)
    assert done.returncode == 0
    assert "er valt niets te besluiten" in done.stdout
    assert not (klein / "build").exists()


@pytest.mark.pdf
def test_an_addendum_is_never_overwritten(klein: Path, kopie: Path) -> None:
    """The second of one name is refused, and leaves the first as it was."""
    opdracht = Afleidopdracht("werk", str(kopie), ingangsdatum=INGANG)
    afleiden(Geopend(klein, OP), klein / "build", opdracht)
    before = (klein / "addenda/2027-01-01-wijziging/addendum.yaml").read_bytes()
    with pytest.raises(ConvenantwerkError) as raised:
        afleiden(
            Geopend(klein, OP),
            klein / "build",
            Afleidopdracht("2019-12-31", str(kopie), ingangsdatum=INGANG),
        )
    assert raised.value.code == "CV908"
    assert (klein / "addenda/2027-01-01-wijziging/addendum.yaml").read_bytes() == before


@pytest.mark.pdf
def test_what_was_derived_is_in_every_text_from_then_on(klein: Path, kopie: Path) -> None:
    """K03: bouw, vaststellen, controleer and renvooi show it without being asked, or refuse."""
    opdracht = Afleidopdracht("werk", str(kopie), ingangsdatum=INGANG, naam="Geheim")
    afleiden(Geopend(klein, OP), klein / "build", opdracht)
    op = ("--op", "2027-01-01")
    for words in (
        ("controleer", *op),
        ("bouw", "--definitief", "--formaat", "md", *op),
        ("vaststellen", "2026", "--besluit", "B", "--datum", "2026-12-31"),
        ("vaststellen", "2027", "--besluit", "B", "--datum", "2027-01-01"),
        ("renvooi", "2026-12-31", "2027-01-01", "--formaat", "md"),
    ):
        done = convenant(*words, cwd=klein)
        assert done.returncode == 0, (words, done.stdout, done.stderr)
    for text in (
        *(klein / "build").glob("convenant.md"),
        *(klein / "convenant/versies/2027/convenant/deel-1").glob("*artikelen.md"),
        *(klein / "build").rglob("renvooi.md"),
    ):
        words_there = text.read_text("utf-8").replace("{++aangetekende ++}", "aangetekende ")
        assert "houdt het geheim" in words_there, text
        assert "per aangetekende" in words_there, text
    for refused in (
        ("bouw", "--formaat", "md", *op),
        ("vaststellen", "x", "--besluit", "B", "--datum", "2027-02-01"),
    ):
        done = convenant(*refused, "--editie", "met-addenda", cwd=klein)
        assert (done.returncode, "CV042" in done.stdout + done.stderr) == (1, True), done.stdout


@pytest.mark.pdf
def test_a_paper_is_bound_where_it_cannot_be_worked_in(klein: Path) -> None:
    """The doorlopende tekst lacks no addendum either."""
    done = convenant("bouw", "--editie", "doorlopend", "--formaat", "md", cwd=klein)
    assert done.returncode == 0, done.stderr
    paper = (klein / "addenda/2020-01-01-uitbreiding/03-uitbreiding.md").read_text("utf-8")
    title = paper.splitlines()[0].lstrip("# ")
    assert title in (klein / "build/convenant.md").read_text("utf-8")
