"""The Word template and the package around it: metadata, sameness, and what can be wrong."""

import hashlib
import importlib
import os
import pickle
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pytest
from tests.papier.conftest import png
from tests.papier.proefpers import fake_press, texts, with_part, with_template
from tests.papier.woorden_docx import W, docx_note_words, docx_words, part
from tests.voorbeelden import ROOT

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.huisstijl import Huisstijl
from convenantwerk.papier.layout import Press

pytestmark = pytest.mark.traag


@pytest.fixture
def press(huisstijl: Huisstijl) -> Press:
    """A press without WeasyPrint."""
    return fake_press(huisstijl)


@pytest.fixture
def data(document: d.Document, press: Press) -> bytes:
    """The Word file of the document that holds every kind of block."""
    return to_docx(document, press)


def _misspelt(xml: str) -> str:
    kind = "relationships/metadata/core-properties"
    return re.sub(
        f'"[^"]*/{kind}"', f'"http://schemas.openxmlformats.org/officedocument/{kind}"', xml
    )


def without(xml: str, kind: str) -> str:
    """Return relations without the one of a kind."""
    return re.sub(f'<Relationship [^>]*{kind}"[^>]*/>', "", xml)


def fault(document: d.Document, press: Press) -> ConvenantwerkError:
    """Return the error that the export ends in."""
    with pytest.raises(ConvenantwerkError) as caught:
        to_docx(document, press)
    assert caught.value.pad == "templates/huisstijl.docx"
    return caught.value


def test_python_docx_reads_the_file(data: bytes) -> None:
    """Another reader finds the headings under the names Word gives them."""
    paragraphs = docx.Document(BytesIO(data)).paragraphs
    named = [(p.style.name, p.text) for p in paragraphs if p.style is not None]
    headings = [pair for pair in named if str(pair[0]).startswith(("Heading", "Artikelkop"))]
    assert headings == [
        ("Heading 1", "Deel 1\nDe afspraken"),
        ("Heading 2", "1\tHet begin"),
        ("Heading 3", "1.1\tEen paragraaf"),
        ("Artikelkop", "Artikel 8\u2002Een artikel"),
        ("Heading 2", "2\tHet slot"),
    ]


def test_word_is_not_told_to_update_fields(data: bytes) -> None:
    """That would greet every reader with a question."""
    assert part(data, "word/settings.xml").find(f"{W}updateFields") is None


def test_pictures_have_their_size_and_alternative_text(document: d.Document, press: Press) -> None:
    """96 pixels to the inch, no wider than the text; the same picture is stored once."""
    small, wide = png(40, 20), png(2000, 100)
    pictures = (
        d.Picture("klein.png", small, 'Een "klein" schema'),
        d.Picture("breed.png", wide, "breed"),
        d.Picture("klein.png", small, "weer"),
    )
    word = docx.Document(BytesIO(to_docx(replace(document, blocks=pictures), press)))
    sizes = [(shape.width, shape.height) for shape in word.inline_shapes]
    column = (11906 - 2608 - 2041) * 635
    assert sizes[0] == sizes[2] == (40 * 9525, 20 * 9525)
    assert sizes[1] == (column, round(column / 20))
    names = [shape._inline.docPr for shape in word.inline_shapes]  # noqa: SLF001
    assert [name.get("descr") for name in names] == ['Een "klein" schema', "breed", "weer"]
    assert len({name.get("id") for name in names}) == 3
    blobs = [p.blob for p in word.part.package.iter_parts() if "media" in str(p.partname)]
    assert sorted(blobs) == sorted([small, wide])


def test_metadata_tell_what_it_is_and_nothing_of_the_tools(data: bytes) -> None:
    """Title, maker and the date of the document, never the clock."""
    core = docx.Document(BytesIO(data)).core_properties
    assert (core.title, core.author) == ("Proefconvenant", "Veiligheidshuis Voorbeeldstad")
    assert (core.created.date(), core.modified.date()) == (date(2018, 6, 18),) * 2
    assert core.language == "nl-NL"
    for name in ("docProps/core.xml", "docProps/app.xml"):
        assert "python" not in texts(data, name)
    language = part(data, "word/styles.xml").find(f"{W}docDefaults").find(f".//{W}lang")
    assert language.get(f"{W}val") == "nl-NL"


def test_the_footer_counts_the_pages_of_the_pdf(document: d.Document, press: Press) -> None:
    """Until Word counts for itself; beside it stands which version the paper is."""
    data = to_docx(replace(document, voet='Versie "7" & <8>'), press)
    footer = 'Versie "7" & <8>pagina  PAGE 1 van  NUMPAGES 41'
    assert texts(data, "word/footer1.xml") == footer


def test_embedded_fonts_go_through_unchanged(data: bytes, huisstijl: Huisstijl) -> None:
    """All eight faces are in the file, as the template has them."""
    template = huisstijl.bestanden["huisstijl.docx"]
    with zipfile.ZipFile(BytesIO(data)) as new, zipfile.ZipFile(BytesIO(template)) as old:
        fonts = [name for name in new.namelist() if name.endswith(".odttf")]
        assert len(fonts) == 8
        assert all(new.read(name) == old.read(name) for name in fonts)
        assert new.testzip() is None


@pytest.mark.proef
@pytest.mark.proces
def test_the_same_document_gives_the_same_bytes_in_every_process(
    document: d.Document, press: Press, data: bytes
) -> None:
    """No clock, no random number and no order of a set gets into the file."""
    script = (
        "import hashlib, pickle, sys; from convenantwerk.papier.formaten.docx import to_docx;"
        "print(hashlib.sha256(to_docx(*pickle.load(sys.stdin.buffer))).hexdigest())"
    )
    for seed in ("1", "2"):
        output = subprocess.run(
            [sys.executable, "-c", script],
            input=pickle.dumps((document, press)),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        assert output.decode().strip() == hashlib.sha256(data).hexdigest()


def test_the_template_is_what_the_script_makes(
    huisstijl: Huisstijl, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody edited templates/huisstijl.docx by hand, and the script forgot nothing."""
    monkeypatch.syspath_prepend(ROOT / "scripts")
    module = importlib.import_module("maak_sjablonen")
    assert module.huisstijl() == huisstijl.bestanden["huisstijl.docx"]
    made = {style.name.casefold() for style in module.STYLES}
    assert {name.casefold() for name in module.NAMES} <= made


@pytest.mark.proces
def test_knowing_the_format_is_cheap() -> None:
    """A check of the text does not wait for lxml, docx or jinja2."""
    script = (
        "import sys, convenantwerk.opdrachten.controleer, convenantwerk.papier.uitgeven;"
        "from convenantwerk.papier.formaten.tabel import FORMATEN; FORMATEN['docx'];"
        "print(sorted({'lxml', 'docx', 'docxtpl', 'jinja2'} & set(sys.modules)))"
    )
    output = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
    assert output.decode().strip() == "[]"


def test_a_style_is_found_by_name_when_word_renewed_its_id(
    document: d.Document, press: Press
) -> None:
    """Dutch Word saves "heading 1" as Kop1; the exporter does not mind."""
    restyled = with_part(press, "word/styles.xml", lambda xml: xml.replace('"Heading1"', '"Kop1"'))
    body = part(to_docx(document, restyled), "word/document.xml")
    assert "Kop1" in {style.get(f"{W}val") for style in body.iter(f"{W}pStyle")}


def test_a_template_may_have_lost_its_part_for_footnotes(
    document: d.Document, press: Press
) -> None:
    """Word processors leave out what they find empty; the notes of the text come back."""
    kind = "/relationships/footnotes"
    bare = with_part(press, "word/_rels/document.xml.rels", lambda xml: without(xml, kind))
    data = to_docx(document, bare)
    assert docx_note_words(data) == traversal.note_words(document.blocks)
    assert docx.Document(BytesIO(data)).paragraphs


def test_metadata_of_a_template_saved_by_libreoffice_go_too(
    document: d.Document, press: Press
) -> None:
    """LibreOffice misspells their relation; the file must not hold them twice."""
    saved = with_part(press, "_rels/.rels", _misspelt)
    data = to_docx(document, saved)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert sorted(set(archive.namelist())) == sorted(archive.namelist())
    assert docx.Document(BytesIO(data)).core_properties.title == document.title


def test_a_template_that_is_no_word_file_is_refused(document: d.Document, press: Press) -> None:
    """Also when it is a zip, or is not there."""
    empty = BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("iets.txt", "geen Word")
    for template in (b"", b"geen zip", empty.getvalue()):
        error = fault(document, with_template(press, template))
        assert (error.code, error.velden["reden"]) == (
            "CV020",
            "het is geen Word-document (.docx)",
        )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("word/styles.xml", '"Lid"', '"Anders"'), "Lid"),
        (("word/document.xml", "{{p inhoud }}", "leeg"), "inhoud"),
        (("word/document.xml", "{{p inhoud }}", "{{ inhoud }}{{ inhoud }}"), "inhoud"),
        (("word/document.xml", "<w:body>", "<w:body"), "geen Word-document"),
    ],
)
def test_a_template_that_misses_something_is_refused(
    document: d.Document, press: Press, change: tuple[str, str, str], reason: str
) -> None:
    """The message names what is missing."""
    name, old, new = change
    error = fault(document, with_part(press, name, lambda xml: xml.replace(old, new)))
    assert error.code == "CV020"
    assert reason in error.velden["reden"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("{{ titl }}", "het veld 'titl' bestaat niet"),
        ("{{ titel.x.y }}", "het veld 'x' bestaat niet"),
        ("{{ titel }", "niet goed geschreven, bij: "),
        ("{% if concept %}", "niet goed geschreven"),
        ("{{ titel.__class__.__mro__ }}", "wat een sjabloon niet mag"),
        ("{{ 1 / 0 }}", "rekent met iets"),
        ("{{ titel + 1 }}", "rekent met iets"),
    ],
)
@pytest.mark.parametrize("name", ["word/document.xml", "word/header1.xml"])
def test_a_fault_in_the_code_of_a_template_is_told_in_dutch(
    document: d.Document, press: Press, name: str, code: str, reason: str
) -> None:
    """In the text as well as in a header, without a traceback."""
    place = "{{p inhoud }}</w:t></w:r>" if "document" in name else "{{ editie }}</w:t></w:r>"
    extra = f"{place}</w:p><w:p><w:r><w:t>{code}</w:t></w:r>"
    error = fault(document, with_part(press, name, lambda xml: xml.replace(place, extra)))
    assert (error.code, error.regel) == ("CV021", 0)
    assert reason in error.velden["reden"]


def test_code_that_breaks_the_xml_is_told_and_not_mended(
    document: d.Document, press: Press
) -> None:
    """A condition that opens in a table and closes after it would silently lose text."""
    place = "{{p inhoud }}</w:t></w:r></w:p>"
    broken = (
        f"{place}<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{{% if concept %}}</w:t>"
        "</w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p>"
    )
    edited = with_part(press, "word/document.xml", lambda xml: xml.replace(place, broken))
    error = fault(replace(document, concept=False), edited)
    assert (error.code, "eindigt erbuiten" in error.velden["reden"]) == ("CV021", True)


@pytest.mark.traag
@pytest.mark.pdf
def test_the_real_press_gives_its_pages(document: d.Document, huisstijl: Huisstijl) -> None:
    """The contents of the Word file and of the PDF show the same page numbers."""
    press = Press(huisstijl)
    data = to_docx(document, press)
    pages = press.layout(document).pages
    shown = [text.text for text in part(data, "word/document.xml").iter(f"{W}t")]
    assert str(pages["hoofdstuk-2"]) in shown
    assert docx_words(data) == traversal.words(document.blocks)
