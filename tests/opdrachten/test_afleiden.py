"""`convenant addendum afleiden`: edit the text, and have addendum and besluit written."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.proeven import in_de_proef
from tests.programma import convenant
from tests.voorbeelden import HOLLANDS_MIDDEN
from tests.voorbeelden import kopie as kopie_van

from convenantwerk.addenda.consolidatie import tekst_op
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.dossier.dossier import Editie
from convenantwerk.dossier.lezen import Dossierlezer
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.afleiden import Afleidopdracht, afleiden
from convenantwerk.tekst.boom import elementen, is_besluit

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
    bound = tekst_op(ours, INGANG, "met-addenda")
    assert bound.diagnostics == ()
    (besluit,) = [e for e in elementen(bound.convenant.delen) if is_besluit(e)]
    assert besluit.anker == "besluit-2027-01-01-geheim"
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
    assert "> **Artikel 3 Geheim**" in text  # quoted, not a heading of the besluit
    titel = "Besluit tot wijziging van het Samenwerkingsconvenant Veiligheidshuis Voorbeeldstad"
    assert text.startswith(f"# {titel}\n\nDe Stuurgroep van het Veiligheidshuis Voorbeeldstad,\n")
    assert "\n\nGelet op artikel 9.6 van het convenant;\n\nBesluit:\n" in text
    assert "Dit besluit treedt in werking op 1 januari 2027." in text
    assert "Dit besluit wordt aangehaald als: Wijziging geheimhouding." in text


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
    """K03: bouw, vaststellen, controleer and renvooi show it without being asked."""
    opdracht = Afleidopdracht("werk", str(kopie), ingangsdatum=INGANG, naam="Geheim")
    afleiden(Geopend(klein, OP), klein / "build", opdracht)
    op = ("--op", "2027-01-01")
    done = convenant("controleer", *op, cwd=klein)
    assert "open invulveld [het besluit]" in done.stdout
    path = klein / "addenda/2027-01-01-geheim/addendum.yaml"
    gegevens = path.read_text("utf-8")
    path.write_text(gegevens.replace("'[het besluit]'", "Besluit van 1 december 2026"), "utf-8")
    assert path.read_text("utf-8") != gegevens
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
        *(klein / "convenant/versies/2027/convenant/deel-1").glob("*besluit*.md"),
        *(klein / "build").rglob("renvooi.md"),
    ):
        words_there = text.read_text("utf-8")
        assert "houdt het geheim" in words_there, text
        assert "“aangetekende” ingevoegd" in words_there, text
    done = convenant("bouw", "--formaat", "md", *op, "--editie", "doorlopend", cwd=klein)
    assert done.returncode == 0, done.stderr
    assert "per aangetekende" in (klein / "build/convenant.md").read_text("utf-8")


@pytest.mark.pdf
def test_a_paper_is_bound_where_it_cannot_be_worked_in(klein: Path) -> None:
    """The doorlopende tekst lacks no addendum either."""
    done = convenant("bouw", "--editie", "doorlopend", "--formaat", "md", cwd=klein)
    assert done.returncode == 0, done.stderr
    paper = (klein / "addenda/2020-01-01-uitbreiding/03-uitbreiding.md").read_text("utf-8")
    title = paper.splitlines()[0].lstrip("# ")
    assert title in (klein / "build/convenant.md").read_text("utf-8")


@pytest.mark.pdf
@pytest.mark.parametrize(
    "editie", in_de_proef(["vanzelf", "met-addenda", "doorlopend"], behalve=["met-addenda"])
)
def test_2018_is_derived_from_2017(tmp_path: Path, editie: Editie) -> None:
    """L25: chapters with closing lines, and parts of which the text is missing, come in too."""
    root = kopie_van(HOLLANDS_MIDDEN, tmp_path / "dossier")
    opdracht = Afleidopdracht("2017", "2018-06-18", editie, naam="2018")
    uitslag = afleiden(Geopend(root, OP), tmp_path / "uit", opdracht)
    assert [zin.tekst for zin in uitslag.zinnen][:2] == [
        "Na het onderdeel “Voorwoord” wordt een onderdeel ingevoegd, luidende:",
        "Aan Deel 1 worden twee hoofdstukken toegevoegd, luidende:",
    ]
    dossier, found = Dossierlezer(root).dossier
    assert found == ()
    assert dossier is not None
    assert [one.gegevens.volgorde for one in dossier.addenda] == ["", "2"]
    paper = (tmp_path / "uit/2018-06-18-2018/wijzigingsbesluit.md").read_text("utf-8")
    assert "\n\nGelet op artikel 7, onder i, van het convenant;\n" in paper
    assert (
        "# Besluit tot wijziging van het Samenwerkings- en Privacyconvenant Veiligheidsh" in paper
    )


@pytest.mark.pdf
def test_a_declaration_that_was_bound_is_no_amendment(klein: Path) -> None:
    """L25: from a version to the sources after a partner joined."""
    frozen = convenant("vaststellen", "2025", "--besluit", "B", "--datum", "2025-01-01", cwd=klein)
    assert frozen.returncode == 0, frozen.stderr
    folder = klein / "convenant/verklaringen"
    folder.mkdir()
    (folder / "1-nieuw.md").write_text("# Toetredingsverklaring\n\nWij treden toe.\n", "utf-8")
    events = klein / "convenant/registers/gebeurtenissen.yaml"
    row = "  - {soort: toetreding, datum: 2026-05-01, partner: politie, nummer: 1}\n"
    events.write_text(f"gebeurtenissen:\n{row}", "utf-8")
    path = klein / ARTIKELEN
    text = path.read_text("utf-8").replace("## Ondertekening", ARTIKEL)
    path.write_text(text, "utf-8")
    uitslag = afleiden(Geopend(klein, OP), klein / "build", Afleidopdracht("2025", "werk"))
    texts = [zin.tekst for zin in uitslag.zinnen]
    assert "Na artikel 2 wordt een artikel ingevoegd, luidende:" in texts
    assert not [text for text in texts if "verklaring" in text.lower()]
