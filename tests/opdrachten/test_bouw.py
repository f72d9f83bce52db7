"""Building: every document in every format, or nothing."""

import errno
import json
import os
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from tests.papier.woorden import html_note_words, html_words, pdf_note_words, pdf_words
from tests.papier.woorden_docx import docx_note_words, docx_words
from tests.programma import Uitkomst, convenant
from tests.voorbeelden import HOLLANDS_MIDDEN, KLEIN

from convenantwerk.basis import disk
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.geopend.gelezen import Gelezen
from convenantwerk.geopend.geopend import Geopend
from convenantwerk.opdrachten.bouw import Bouwopdracht, Bouwsel, bouw
from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.tabel import vanzelf
from convenantwerk.stukken.convenant import maak_convenant
from convenantwerk.stukken.openpunten import maak_open_punten

OP = date(2019, 6, 1)
BLADEN = ("gemeente-voorbeeldstad", "politie")


def built(klein: Path, **kwargs: object) -> Bouwsel:
    """Build the small dossier into build/."""
    return bouw(Geopend(klein, OP), klein / "build", Bouwopdracht(**kwargs))  # type: ignore[arg-type]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def broken(klein: Path) -> Path:
    """The small dossier with an open invulveld."""
    path = klein / "convenant" / "voorwerk" / "01-voorwoord.md"
    path.write_text("# Voorwoord\n\nEen [open veld].\n", encoding="utf-8")
    return klein


@pytest.mark.pdf
def test_a_build_holds_every_document_and_a_manifest(klein: Path) -> None:
    """The convenant in three formats, a sheet for each signatory in two, and what they are."""
    bouwsel = built(klein)
    files = contents(klein / "build")
    sheets = [f"ondertekening/{blad}.{formaat}" for blad in BLADEN for formaat in ("pdf", "docx")]
    expected = [*(f"convenant.{formaat}" for formaat in vanzelf("bouw")), *sheets, "manifest.json"]
    assert list(bouwsel.bestanden) == expected
    assert sorted(files) == sorted(expected)
    manifest = json.loads(files["manifest.json"])
    assert {key: manifest[key] for key in ("dossier", "editie", "datum", "status")} == {
        "dossier": "klein",
        "editie": "januari 2019",
        "datum": "2019-06-01",
        "status": "concept",
    }
    for entry in manifest["bestanden"]:
        data = files[entry["pad"]]
        assert (entry["bytes"], entry["sha256"]) == (len(data), sha256(data).hexdigest())
        assert entry["formaat"] == entry["pad"].rpartition(".")[2]


@pytest.mark.pdf
def test_told_of_step_by_step_the_papers_are_the_same(klein: Path) -> None:
    """Each document and format is told before it is made; not a byte differs."""
    built(klein)
    eerst = contents(klein / "build")
    stappen: list[tuple[int, int, str]] = []
    bouw(Geopend(klein, OP), klein / "ander", Bouwopdracht(), lambda *stap: stappen.append(stap))
    assert contents(klein / "ander") == eerst
    assert [gedaan for gedaan, _, _ in stappen] == list(range(7))
    assert {totaal for _, totaal, _ in stappen} == {7}
    assert stappen[-1][2].startswith("Ondertekeningsblad Politie")
    assert stappen[-1][2].endswith("(Word)")


def test_the_addendum_is_in_the_text_from_its_day_on(klein: Path) -> None:
    """A build for 31 December 2019 has two chapters, one for 1 January 2020 three."""
    for op, chapters in ((date(2019, 12, 31), 2), (date(2020, 1, 1), 3)):
        bouw(
            Geopend(klein, op),
            klein / "build",
            Bouwopdracht(formaten=("html",), documenten=("convenant",)),
        )
        words = html_words((klein / "build" / "convenant.html").read_bytes())
        assert ("Uitbreiding" in words) == (chapters == 3)


def test_a_piece_attached_after_a_deel_is_in_the_text(klein: Path) -> None:
    """It becomes a part of the convenant beside the delen; no word of it is lost."""
    path = klein / "addenda" / "2020-01-01-uitbreiding" / "addendum.yaml"
    path.write_text(path.read_text().replace("na: deel-1-hoofdstuk-2", "na: deel-1"))
    bouw(Geopend(klein, date(2020, 1, 1)), klein / "build", Bouwopdracht(formaten=("html",)))
    text = " ".join(html_words((klein / "build" / "convenant.html").read_bytes()))
    assert "4.2 Het casusoverleg kan taken toevoegen" in text


def test_addenda_are_applied_in_order_of_their_day(klein: Path) -> None:
    """A later addendum can stand on an earlier one, whatever the names of their folders."""
    folder = klein / "addenda" / "2019-zz-later"
    folder.mkdir()
    (folder / "addendum.yaml").write_text(
        "titel: Later\nbesluit: x\ningangsdatum: 2021-01-01\nwijzigingen:\n"
        "  - {soort: aanhechten, tekst: 04.md, na: deel-1-hoofdstuk-3}\n"
    )
    (folder / "04.md").write_text("# 4 Later\n\nTekst.\n")
    gelezen = Geopend(klein, date(2021, 1, 1)).tekst()
    assert isinstance(gelezen, Gelezen)
    assert gelezen.diagnostics == ()
    assert gelezen.convenant.editie == "1 januari 2021 (met addenda)"


def test_an_addendum_is_applied_whole_or_not_at_all(klein: Path) -> None:
    """When its second wijziging has no place, the first is not in the text either."""
    path = klein / "addenda" / "2020-01-01-uitbreiding" / "addendum.yaml"
    extra = "  - {soort: aanhechten, tekst: 04.md, na: nergens}\n"
    path.write_text(path.read_text() + extra)
    (path.parent / "04.md").write_text("# 4 Los\n\nTekst.\n")
    gelezen = Geopend(klein, date(2020, 1, 1)).tekst()
    assert isinstance(gelezen, Gelezen)
    assert [f.code for f in gelezen.diagnostics] == ["CV015"]
    assert gelezen.convenant.editie == "januari 2019"
    assert "Uitbreiding" not in str(gelezen.convenant)


def test_the_most_particular_value_fills_an_invulveld(klein: Path) -> None:
    """In a heading, cell and note too; a value for one lid goes before that for all."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    path.write_text(
        "# 2 Artikelen [x]\n\n## Artikel 1 Een\n\n1. Lid [x][^9].\n\n2. Ander [x].\n\n"
        "| A [x] |\n| --- |\n| B [x] |\n\n## Artikel 2 Twee\n\n1. Lid [x].\n   b. y.\n\n"
        "[^9]: Noot [x].\n"
    )
    settings = klein / "convenant" / "convenant.yaml"
    more = (
        "invulvelden:\n"
        "  - {tekst: x, waarde: ALLE}\n"
        "  - {tekst: x, waarde: ARTIKEL, bij: deel-1-artikel-2}\n"
        "  - {tekst: x, waarde: LID, bij: deel-1-artikel-1--2}\n"
    )
    settings.write_text(settings.read_text().replace("invulvelden:\n", more))
    gelezen = Geopend(klein, OP).tekst()
    assert isinstance(gelezen, Gelezen)
    document = maak_convenant(gelezen.dossier, gelezen.convenant, (), OP, concept=False)
    text = " ".join(traversal.words(document.blocks))
    for part in ("2 Artikelen ALLE", "1. Lid ALLE", "2. Ander LID", "A ALLE B ALLE", "Lid ARTIKEL"):
        assert part in text
    assert "Noot ALLE." in " ".join(traversal.note_words(document.blocks))


def test_a_reference_leads_to_the_very_onderdeel(klein: Path) -> None:
    """The words "artikel 2, lid 1, onder b" links to that onderdeel, not to its lid or artikel."""
    gelezen = Geopend(klein, OP).tekst()
    assert isinstance(gelezen, Gelezen)
    document = maak_convenant(gelezen.dossier, gelezen.convenant, (), OP, concept=False)
    links = {
        run.text: run.link
        for block in document.blocks
        if isinstance(block, d.Paragraph)
        for run in block.runs
        if run.link
    }
    assert links == {"artikel 2, lid 1, onder b": "duur--1--b"}


def test_the_open_points_name_every_fout_with_a_link(klein: Path) -> None:
    """Two fouten at one place stand in one line, which leads there; the rest names its file."""
    path = klein / "convenant" / "deel-1" / "02-artikelen.md"
    text = path.read_text(encoding="utf-8").replace("samen zoals", "samen, [een] en [twee], zoals")
    path.write_text(text, encoding="utf-8")
    register = klein / "convenant" / "registers" / "ondertekenaars.yaml"
    register.write_text(register.read_text().replace("partner: politie", "partner: agent"))
    gelezen = Geopend(klein, OP).tekst()
    assert isinstance(gelezen, Gelezen)
    notice = maak_open_punten(gelezen.convenant, gelezen.diagnostics)
    lists = [block for block in notice.blocks if isinstance(block, d.ItemList)]
    lines = [item.blocks[0] for block in lists for item in block.items]
    runs = [line.runs for line in lines if isinstance(line, d.Paragraph)]
    assert (d.text_of(runs[0]), runs[0][0].link) == (
        "Artikel 1, lid 1: [een], [twee]",
        "deel-1-artikel-1--1",
    )
    assert d.text_of(runs[1]).startswith("ondertekenaars.yaml, regel 8: partner 'agent'")


@pytest.mark.pdf
def test_a_format_in_which_nothing_is_made_is_refused(klein: Path) -> None:
    """Sheets are not made as web pages; what an earlier build left stays."""
    built(klein, formaten=("docx",))
    before = contents(klein / "build")
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("html",), documenten=("ondertekening",))
    assert refused.value.code == "CV903"
    assert contents(klein / "build") == before


def test_a_template_that_links_out_of_its_folder_is_not_read(klein: Path) -> None:
    """What lies outside templates/ does not get into a document by a link: nothing is built."""
    (klein / "geheim.css").write_text("/* GEHEIM */")
    (klein / "templates").mkdir()
    (klein / "templates" / "scherm.css").symlink_to(klein / "geheim.css")
    found = built(klein, formaten=("html",), documenten=("convenant",)).diagnostics
    assert [(f.code, f.position.path) for f in found] == [("CV034", "templates/scherm.css")]
    assert not (klein / "build").exists()


def test_only_what_is_asked_is_built(klein: Path) -> None:
    """One sheet in one format; 'ondertekening' stands for all sheets."""
    built(klein, formaten=("docx",), documenten=("ondertekening/politie",))
    assert sorted(contents(klein / "build")) == ["manifest.json", "ondertekening/politie.docx"]
    built(klein, formaten=("docx",), documenten=("ondertekening",))
    assert len(contents(klein / "build")) == 3


def test_an_unknown_document_is_refused_with_the_nearest(klein: Path) -> None:
    """CV903 names what was meant, and nothing is written."""
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, documenten=("ondertekening/politi",))
    assert refused.value.code == "CV903"
    assert refused.value.velden["tip"] == "bedoelt u 'ondertekening/politie'?"
    assert not (klein / "build").exists()


def test_definitive_is_refused_while_there_is_a_fout(broken: Path) -> None:
    """The fouten come back, and what an earlier build left is untouched."""
    built(broken, formaten=("html",))
    before = contents(broken / "build")
    bouwsel = built(broken, definitief=True)
    assert bouwsel.bestanden == ()
    assert [f.code for f in bouwsel.diagnostics] == ["CV110"]
    assert contents(broken / "build") == before


@pytest.mark.pdf
def test_definitive_has_no_trace_of_a_concept(klein: Path) -> None:
    """Without a fout there is no notice, no watermark and no mark on a page."""
    built(klein, definitief=True, formaten=("html", "docx"), documenten=("convenant",))
    html = (klein / "build" / "convenant.html").read_text(encoding="utf-8")
    assert "oncept" not in " ".join(html_words(html.encode()))
    assert json.loads((klein / "build" / "manifest.json").read_text())["status"] == "definitief"


def test_a_file_that_cannot_be_read_stops_a_concept_too(klein: Path) -> None:
    """A concept from which a chapter had dropped out would be worse than none."""
    (klein / "convenant" / "deel-1" / "01-partijen.md").write_bytes(b"# 1 Partijen\n\n\xff")
    bouwsel = built(klein)
    assert bouwsel.bestanden == ()
    assert "CV002" in {f.code for f in bouwsel.diagnostics}
    assert not (klein / "build").exists()


def test_a_fault_in_a_template_is_named_with_its_line(klein: Path) -> None:
    """A template of the dossier goes before the engine's own; its fault is CV021."""
    templates = klein / "templates"
    templates.mkdir()
    (templates / "scherm.html").write_text("<html>\n<body>\n{{ niet_bekend }}\n", encoding="utf-8")
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("html",))
    error = refused.value
    assert (error.code, error.pad, error.regel) == ("CV021", "templates/scherm.html", 3)
    assert not (klein / "build").exists()


@pytest.mark.parametrize(
    "style", ["b{background:url(http://x.invalid/a.png)}", "@import 'https://x.invalid/a.css';"]
)
def test_a_web_page_may_load_nothing_from_elsewhere(klein: Path, style: str) -> None:
    """A template that would make a reader's browser fetch something is refused at its line."""
    (klein / "templates").mkdir()
    (klein / "templates" / "scherm.css").write_text(f"body {{}}\n{style}\n")
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("html",), documenten=("convenant",))
    error = refused.value
    assert (error.code, error.pad, error.regel) == ("CV020", "templates/scherm.css", 2)


@pytest.mark.pdf
def test_text_that_looks_like_markup_comes_out_as_it_is(klein: Path) -> None:
    """Registers and invulvelden are characters, in every format."""
    built(klein)
    files = contents(klein / "build")
    for words in (
        html_words(files["convenant.html"]),
        docx_words(files["convenant.docx"]),
        pdf_words(files["convenant.pdf"], docx_words(files["convenant.docx"])),
    ):
        text = " ".join(words)
        assert "op *1 februari* <b>2019</b> {{7*7}}, zie" in text
        assert "Politie *Voorbeeld* & <Co> Politiechef {{7*7}} Dhr." in text


@pytest.mark.pdf
def test_obsolete_files_go_but_changed_ones_stay(klein: Path) -> None:
    """build/ holds one build; what a person has changed in it is theirs."""
    built(klein, formaten=("html", "docx"))
    folder = klein / "build"
    (folder / "convenant.docx").write_bytes(b"met opmerkingen van de jurist")
    (folder / "eigen.txt").write_text("van mij")
    built(klein, formaten=("html",), documenten=("convenant",))
    assert sorted(contents(folder)) == [
        "convenant.docx",
        "convenant.html",
        "eigen.txt",
        "manifest.json",
    ]


@pytest.mark.parametrize(
    "manifest",
    [
        *("geen json", "[]", '{"bestanden": [1]}'),
        '{"bestanden": [{"pad": 5, "sha256": ""}, {"pad": "a\\u0000b", "sha256": ""}]}',
    ],
)
def test_a_spoilt_manifest_removes_nothing(klein: Path, manifest: str) -> None:
    """What an earlier build made is only known from a manifest that can be read."""
    (klein / "build").mkdir()
    (klein / "build" / "manifest.json").write_text(manifest)
    (klein / "build" / "convenant.pdf").write_text("oud")
    built(klein, formaten=("html",), documenten=("convenant",))
    assert (klein / "build" / "convenant.pdf").read_text() == "oud"


def test_a_manifest_cannot_reach_outside_its_folder(klein: Path) -> None:
    """Paths that lead out of the build folder are not followed."""
    outside = klein / "buiten.txt"
    outside.write_text("blijft")
    digest = sha256(b"blijft").hexdigest()
    entries = [{"pad": pad, "sha256": digest} for pad in ("../buiten.txt", str(outside))]
    (klein / "build").mkdir()
    (klein / "build" / "manifest.json").write_text(json.dumps({"bestanden": entries}))
    built(klein, formaten=("html",), documenten=("convenant",))
    assert outside.exists()


@pytest.mark.pdf
@pytest.mark.parametrize("at", [0, 2])
def test_a_disk_that_fills_leaves_the_build_as_it_was(
    klein: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Whether at the first file or a later one: CV901, the old files, and no leftovers."""
    built(klein, formaten=("html",))
    before = contents(klein / "build")
    write, calls = disk.write_new, []

    def full(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) > at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        write(path, data)

    monkeypatch.setattr("convenantwerk.basis.stage.write_new", full)
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("html", "docx"))
    assert refused.value.code == "CV901"
    assert refused.value.velden["reden"] == "de schijf is vol"
    assert contents(klein / "build") == before
    assert not (klein / ".convenant").exists()


@pytest.mark.pdf
@pytest.mark.usefixtures("koud")
def test_a_temporary_folder_that_is_full_is_a_finding(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The PDF renderer keeps fonts there while it works; that too can fail."""

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("pdf",))
    assert refused.value.code == "CV901"


@pytest.mark.pdf
@pytest.mark.usefixtures("koud")
def test_without_pango_the_missing_thing_is_named(
    klein: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CV902 says what is missing; no library, no traceback."""

    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name.startswith("weasyprint"):
                raise OSError("cannot load library 'libpango-1.0-0'")

    # What has imported it would not ask for it again.
    users = ("weasyprint", "convenantwerk.papier.typesetter", "convenantwerk.papier.fetching")
    for name in [name for name in sys.modules if name.startswith(users)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("pdf",))
    assert refused.value.code == "CV902"
    assert "Pango" in refused.value.velden["reden"]


def test_a_folder_that_cannot_be_written_is_a_finding(klein: Path) -> None:
    """A file where the folder should be: CV901 with the reason."""
    (klein / "uit").write_text("een bestand")
    for uit in (klein / "uit", klein / "uit" / "dieper"):
        with pytest.raises(ConvenantwerkError) as refused:
            bouw(Geopend(klein, OP), uit, Bouwopdracht(formaten=("html",)))
        assert refused.value.code == "CV901"
    assert (klein / "uit").read_text() == "een bestand"


@pytest.mark.pdf
def test_a_folder_in_the_way_of_a_file_is_a_finding(klein: Path) -> None:
    """Found before the first file is replaced, so the build stays whole."""
    built(klein, formaten=("html",))
    before = contents(klein / "build")
    (klein / "build" / "convenant.docx").mkdir()
    with pytest.raises(ConvenantwerkError) as refused:
        built(klein, formaten=("html", "docx"), documenten=("convenant",))
    assert refused.value.code == "CV901"
    assert contents(klein / "build") == before


# --- what comes out is what went in --------------------------------------------------------


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((KLEIN, 100), id="klein"),
        pytest.param((HOLLANDS_MIDDEN, 7_000), id="hollands-midden", marks=pytest.mark.proef),
    ],
)
def bron(request: pytest.FixtureRequest) -> tuple[Path, int]:
    """A dossier, and how many words its convenant has at least."""
    found: tuple[Path, int] = request.param
    return found


@pytest.fixture(scope="module")
def gebouwd(
    bron: tuple[Path, int], tmp_path_factory: pytest.TempPathFactory
) -> tuple[d.Document, dict[str, bytes]]:
    """The convenant as a document and as three files."""
    op = date(2026, 11, 23)
    folder = tmp_path_factory.mktemp("build")
    bouw(Geopend(bron[0], op), folder, Bouwopdracht(documenten=("convenant",)))
    gelezen = Geopend(bron[0], op).tekst()
    assert isinstance(gelezen, Gelezen)
    document = maak_convenant(
        gelezen.dossier, gelezen.convenant, gelezen.diagnostics, op, concept=True
    )
    return document, contents(folder)


@pytest.mark.proef
@pytest.mark.traag
@pytest.mark.parametrize("formaat", vanzelf("bouw"))
def test_the_words_of_every_format_are_those_of_the_document(
    bron: tuple[Path, int], gebouwd: tuple[d.Document, dict[str, bytes]], formaat: str
) -> None:
    """Nothing is lost between the text and the paper: more than 7,000 words, in order."""
    document, files = gebouwd
    data = files[f"convenant.{formaat}"]
    words, notes = traversal.words(document.blocks), traversal.note_words(document.blocks)
    assert len(words) > bron[1]
    if formaat == "pdf":
        assert pdf_words(data, words) == words
        assert pdf_note_words(data, notes) == notes
    else:
        read, read_notes = {
            "docx": (docx_words, docx_note_words),
            "html": (html_words, html_note_words),
        }[formaat]
        assert read(data) == words
        assert read_notes(data) == notes


@pytest.mark.proef
@pytest.mark.traag
def test_the_same_input_gives_the_same_bytes(
    bron: tuple[Path, int],
    gebouwd: tuple[d.Document, dict[str, bytes]],
    proces: Callable[..., Uitkomst],
    tmp_path: Path,
) -> None:
    """Another process, with another hash seed, writes the same PDF, DOCX, HTML and manifest."""
    done = proces(
        *("bouw", "convenant", "--op", "2026-11-23", "--uit", tmp_path),
        cwd=bron[0],
        env={"PYTHONHASHSEED": "7"},
    )
    assert done.returncode == 0, done.stderr
    assert contents(tmp_path) == gebouwd[1]


@pytest.mark.traag
def test_definitive_of_the_own_dossier_is_refused(tmp_path: Path) -> None:
    """Exit code 1, the fouten on the terminal, and nothing written."""
    uit = str(tmp_path / "x")
    done = convenant("bouw", "--definitief", "--uit", uit, cwd=HOLLANDS_MIDDEN)
    assert done.returncode == 1
    assert "[Naam Partij]" in done.stderr
    assert "Bijlage 4" in done.stderr
    assert "28 fouten" in done.stderr
    assert not (tmp_path / "x").exists()
