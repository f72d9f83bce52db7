"""The PDF: all words, right pages, whole signature blocks, and the same bytes every time."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

import pytest
from pypdf import PdfReader
from tests.papier.conftest import AWKWARD, run
from tests.papier.woorden import (
    children,
    kind,
    pdf_note_pages,
    pdf_note_words,
    pdf_word_pages,
    pdf_words,
    tag_tree,
)
from tests.proeven import in_de_proef

from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from pathlib import Path

    from pypdf import PageObject
    from pypdf.generic import ArrayObject, DictionaryObject

    from convenantwerk.papier.huisstijl import Huisstijl

LINES = (
    "De gegevensverwerkingsverantwoordelijken van de samenwerkings- en privacyconvenanten van de "
    "straf- en zorgketens stellen de besluitvormingsprocedures en de informatiebeveiligings"
    "maatregelen vast, en leggen deze voor aan de stuurgroep."
)
YELLOW = b"1 0.941176 0.658824 rg"  # the colour behind an open placeholder, #fff0a8
pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def shared() -> dict[str, Press]:
    """Keeps one press for the whole file: fonts take most of the time of a first page."""
    return {}


@pytest.fixture
def press(huisstijl: Huisstijl, shared: dict[str, Press]) -> Press:
    """A press with the house style of the repository."""
    return shared.setdefault("press", Press(huisstijl))


def letter(document: d.Document, *blocks: d.Block) -> d.Document:
    """Return a document of some blocks, without title page."""
    return replace(document, blocks=blocks, concept=False)


def paragraphs(count: int) -> tuple[d.Paragraph, ...]:
    """Return paragraphs to fill a page with."""
    return tuple(d.Paragraph(run(f"Alinea {number}. {LINES}")) for number in range(count))


def word_pages(document: d.Document, press: Press) -> dict[str, int]:
    """Return the page on which each word stands last."""
    expected = traversal.words(document.blocks)
    return {word: page for page, word in pdf_word_pages(to_pdf(document, press), expected)}


def reader(data: bytes) -> PdfReader:
    """Return built bytes as a PDF to look into."""
    return PdfReader(BytesIO(data))


def content(data: bytes) -> list[bytes]:
    """Return the drawing commands of each page."""
    return [page.get_contents().get_data() for page in reader(data).pages]  # type: ignore[union-attr]


def test_every_word_comes_out_once_and_in_order(document: d.Document, press: Press) -> None:
    """The words in the tag tree are the words of the document, and likewise for the footnotes."""
    data, expected = to_pdf(document, press), traversal.words(document.blocks)
    assert pdf_words(data, expected) == expected
    expected_notes = traversal.note_words(document.blocks)
    assert pdf_note_words(data, expected_notes) == expected_notes


@pytest.mark.proef
@pytest.mark.parametrize("maal", in_de_proef([10, 40], behalve=[10]))
def test_words_survive_broken_lines_and_pages(
    document: d.Document, press: Press, maal: int
) -> None:
    """Hyphenation, words with a hyphen and the turn of a page change no word."""
    runs = tuple(
        d.Run(f"{word} ", italic=number % 3 == 0, bold=number % 7 == 0)
        for number, word in enumerate((LINES + " ").split() * maal)
    )
    text = letter(document, d.Paragraph(runs), *paragraphs(maal // 2))
    data, expected = to_pdf(text, press), traversal.words(text.blocks)
    assert len(reader(data).pages) > maal // 10
    assert pdf_words(data, expected) == expected


@pytest.mark.proef
def test_a_header_repeated_over_pages_is_read_once(document: d.Document, press: Press) -> None:
    """A long table shows its header on each page, but is one table to read."""
    rows = tuple((run(f"Partner {number}"), run(LINES)) for number in range(40))
    text = letter(document, d.Table((run("Partij"), run("Afspraak")), rows, ("links", "links")))
    data, expected = to_pdf(text, press), traversal.words(text.blocks)
    assert len(reader(data).pages) > 2
    assert pdf_words(data, expected) == expected


def test_words_are_hyphenated_in_text_but_not_in_headings(
    document: d.Document, press: Press
) -> None:
    """Dutch words break at the end of a line of text; a title keeps its words whole."""
    title = " ".join(["Samenwerkingsovereenkomsten"] * 6)
    heading = d.Heading(1, "hoofdstuk", "", run(title), "kop")
    text = letter(document, heading, *paragraphs(3))
    found = pdf_words(to_pdf(text, press), [])  # knows no words, so joins no line ends
    assert found[:6] == title.split()
    assert any(word.endswith("-") and word[:-1] not in LINES.split() for word in found[6:])


@pytest.mark.proces
@pytest.mark.proef
@pytest.mark.usefixtures("koud")
def test_two_processes_give_the_same_bytes(
    document: d.Document, huisstijl: Huisstijl, press: Press, tmp_path: Path
) -> None:
    """Neither the order of hashing, nor the clock, nor earlier documents show in the file."""
    (tmp_path / "in").write_bytes(pickle.dumps((document, huisstijl)))
    code = (
        "import pickle, sys, pathlib\n"
        "from convenantwerk.papier.formaten.pdf import to_pdf\n"
        "from convenantwerk.papier.layout import Press\n"
        "document, huisstijl = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "pathlib.Path(sys.argv[2]).write_bytes(to_pdf(document, Press(huisstijl)))\n"
    )
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        subprocess.run(
            [sys.executable, "-c", code, tmp_path / "in", tmp_path / seed],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            check=True,
        )
    to_pdf(letter(document, *paragraphs(2)), press)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert (tmp_path / "1").read_bytes() == to_pdf(document, press)


def test_the_file_says_what_it_is(document: d.Document, press: Press) -> None:
    """Title, publisher, language, the date it was built for, and PDF/UA-1 with a tag tree."""
    pdf = reader(to_pdf(document, press))
    info, root = pdf.metadata, pdf.trailer["/Root"]
    assert info is not None
    assert (info.title, info.author) == ("Proefconvenant", "Veiligheidshuis Voorbeeldstad")
    assert str(info["/CreationDate"]).startswith("D:20180618")
    assert str(info["/ModDate"]).startswith("D:20180618")
    assert root["/Lang"] == "nl"  # type: ignore[index]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()  # type: ignore[index]


def flattened(outline: list[Any], depth: int = 0) -> list[tuple[int, Any]]:
    """Return the entries of an outline of pypdf with their depth."""
    found: list[tuple[int, Any]] = []
    for entry in outline:
        found += flattened(entry, depth + 1) if isinstance(entry, list) else [(depth, entry)]
    return found


def test_bookmarks_are_the_headings_nested(document: d.Document, press: Press) -> None:
    """Each heading is a bookmark with number and title, on its page, at its level."""
    pdf = reader(to_pdf(document, press))
    found = [
        (depth, entry.title, (pdf.get_destination_page_number(entry) or 0) + 1)
        for depth, entry in flattened(pdf.outline)
    ]
    assert found == [
        (0, "Deel 1 De afspraken", 4),
        (1, "1 Het begin", 5),
        (2, "1.1 Een paragraaf", 5),
        (2, "Artikel 8 Een artikel", 5),
        (1, "2 Het slot", 6),
    ]


def link_targets(page: PageObject) -> list[str]:
    """Return the names of the places that the links of a page go to."""
    annotations = cast("ArrayObject", page["/Annots"])
    return [str(cast("DictionaryObject", link.get_object())["/Dest"]) for link in annotations]


def test_the_contents_give_the_pages_where_headings_are(document: d.Document, press: Press) -> None:
    """The page printed behind a title, and the place its link goes to, are those of the heading."""
    data = to_pdf(document, press)
    pdf = reader(data)
    text = pdf.pages[2].extract_text()
    links = link_targets(pdf.pages[2])
    for anchor, title in (("deel-1", "De afspraken"), ("artikel-8", "Een artikel")):
        page = (pdf.get_destination_page_number(pdf.named_destinations[anchor]) or 0) + 1
        assert title in pdf.pages[page - 1].extract_text()
        line = text[text.index(title) + len(title) :].split()
        assert line[0] == str(page)
        assert anchor in links


def test_verwijzingen_are_links(document: d.Document, press: Press) -> None:
    """A run with a link goes to the part it names, on a lid or onderdeel too."""
    pdf = reader(to_pdf(document, press))
    links = set(link_targets(pdf.pages[4]))
    assert links == {"artikel-8--8.1--a", "hoofdstuk-2"}
    assert links <= set(pdf.named_destinations)


def test_an_address_of_the_web_is_a_link(document: d.Document, press: Press) -> None:
    """A click on it opens the page that it names."""
    web = d.Paragraph(run("www.a.example", web="https://www.a.example/b"))
    pdf = reader(to_pdf(replace(document, blocks=(web,)), press))
    annotations = cast("ArrayObject", pdf.pages[-1]["/Annots"])
    actions = [cast("DictionaryObject", link.get_object())["/A"] for link in annotations]
    assert {str(cast("DictionaryObject", one)["/URI"]) for one in actions} == {
        "https://www.a.example/b"
    }


def tags(data: bytes) -> list[str]:
    """Return the kinds of element of the tag tree, from the top down."""

    def walk(element: DictionaryObject) -> list[str]:
        below = [tag for child in children(element) for tag in walk(child)]
        return [kind(element), *below]

    return walk(tag_tree(data))


def test_the_tag_tree_tells_the_structure(document: d.Document, press: Press) -> None:
    """Headings go down a level at a time from one H1; notes, figures and header cells are such."""
    found = tags(to_pdf(document, press))
    assert [tag for tag in found if tag.startswith("/H")] == [
        "/H1", "/H2", "/H3", "/H4", "/H4", "/H3"
    ]  # fmt: skip
    assert (found.count("/Note"), found.count("/Figure"), found.count("/TH")) == (2, 1, 2)


def test_headings_of_a_letter_start_at_the_top(document: d.Document, press: Press) -> None:
    """Without a title page the first level is H1."""
    heading = d.Heading(1, "hoofdstuk", "", run("Brief"), "brief")
    assert "/H1" in tags(to_pdf(letter(document, heading, *paragraphs(1)), press))


@pytest.mark.parametrize("count", in_de_proef(range(5, 9), om_de=2))
def test_a_signature_block_stays_on_one_page(
    document: d.Document, press: Press, count: int
) -> None:
    """Who signs and where, on what date, are never on two sheets, however full the page is."""
    blocks = tuple(
        d.SignatureBlock(f"o-{n}", (f"Partij{n}", "Functie", "Naam"), (f"Hand{n}", f"Datum{n}"))
        for n in range(7)
    )
    pages = word_pages(letter(document, *paragraphs(count), *blocks), press)
    assert len({pages[f"Partij{n}"] for n in range(7)}) > 1
    assert all(pages[f"Partij{n}"] == pages[f"Datum{n}"] for n in range(7))


@pytest.mark.parametrize("count", in_de_proef(range(7, 15), om_de=3))
def test_a_heading_is_never_alone_at_the_foot_of_a_page(
    document: d.Document, press: Press, count: int
) -> None:
    """Heading, subheading and the first lines below them stand together, before a list too."""
    items = d.ItemList("lid", (d.Item("1.1", (d.Paragraph(run(f"Eerste. {LINES}")),)),))
    text = letter(
        document,
        *paragraphs(count),
        d.Heading(1, "paragraaf", "1", run("Bovenkop"), "kop-1"),
        d.Heading(2, "artikel", "Artikel 1", run("Onderkop"), "kop-2"),
        items,
    )
    pages = word_pages(text, press)
    assert pages["Bovenkop"] == pages["Onderkop"] == pages["Eerste."]


@pytest.mark.parametrize("count", in_de_proef(range(4, 14, 3), om_de=2))
def test_a_footnote_stands_on_the_page_of_its_call(
    document: d.Document, press: Press, count: int
) -> None:
    """Where the call is, the note is, also near the end of a page."""
    note = d.Note("2", "noot-2", run("Dit is de noot"))
    called = d.Paragraph((d.Run("Hier"), d.Run("staat", note=note), d.Run(" het.")))
    text = letter(document, *paragraphs(count), called, *paragraphs(9))
    data = to_pdf(text, press)
    where = {word: page for page, word in pdf_word_pages(data, traversal.words(text.blocks))}
    assert {page for page, _ in pdf_note_pages(data, [])} == {where["Hierstaat"]}


def test_notice_title_and_parts_have_pages_of_their_own(document: d.Document, press: Press) -> None:
    """Open points, title page, contents, half-title and chapters start pages; none is empty."""
    pages = word_pages(document, press)
    order = ("open:", "2018", "Inhoud", "afspraken", "ervoor.", "vastgesteld,")
    assert [pages[word] for word in order] == [1, 2, 3, 4, 5, 6]
    assert set(pages.values()) == {1, 2, 3, 4, 5, 6}


def test_header_and_footer_are_on_every_page_but_the_title_page(
    document: d.Document, press: Press
) -> None:
    """The edition stands at the head and "pagina x van y" at the foot of all other pages."""
    texts = [page.extract_text() for page in reader(to_pdf(document, press)).pages]
    assert ["editie 18 juni 2018" in text for text in texts] == [True, False, *[True] * 4]
    feet = [f"pagina {n} van 6" in text for n, text in enumerate(texts, start=1)]
    assert feet == [True, False, *[True] * 4]


def test_concept_shows_on_every_page_and_nowhere_when_definitive(
    document: d.Document, press: Press
) -> None:
    """The watermark is on each page but is no text; yellow fields are there only in a concept."""
    concept = to_pdf(document, press)
    definitive = to_pdf(replace(document, concept=False), press)
    assert all("CONCEPT" in page.extract_text() for page in reader(concept).pages)
    assert not any("CONCEPT" in page.extract_text() for page in reader(definitive).pages)
    assert sum(YELLOW in page for page in content(concept)) == 1
    assert not any(YELLOW in page for page in content(definitive))


def test_text_that_looks_like_markup_is_text(document: d.Document, press: Press) -> None:
    """*ster*, <b>, {{7*7}} and {% if %} come out as those characters, in every kind of block."""
    words = run(AWKWARD)
    text = replace(
        document,
        title=AWKWARD,
        edition=AWKWARD,
        blocks=(
            d.TitlePage(AWKWARD, AWKWARD, (AWKWARD,)),
            d.Heading(1, "artikel", AWKWARD, words, 'a b"c<d>'),
            d.Table((words,), ((words,),), ("midden",)),
            d.ItemList("nummer", (d.Item("*1*", (d.Paragraph(words),)),)),
            d.SignatureBlock("o", (AWKWARD,), (AWKWARD,)),
        ),
    )
    data, expected = to_pdf(text, press), traversal.words(text.blocks)
    assert pdf_words(data, expected) == expected
    info = reader(data).metadata
    assert info is not None
    assert info.title == AWKWARD


def test_an_item_may_start_with_anything(document: d.Document, press: Press) -> None:
    """A mark is kept when its item starts with a list, or holds nothing at all."""
    inner = d.ItemList("letter", (d.Item("a.", (d.Paragraph(run("een")),)), d.Item("b.", ())))
    last = d.Paragraph(run("tot slot"))
    text = letter(document, d.ItemList("nummer", (d.Item("1.", (inner, last)),)))
    expected = ["1.", "a.", "een", "b.", "tot", "slot"]
    assert pdf_words(to_pdf(text, press), expected) == expected


def test_a_long_signatory_does_not_run_into_the_next(document: d.Document, press: Press) -> None:
    """Many lines about who signs make the block higher instead of overlapping."""
    lines = tuple(f"Regel{n}" for n in range(20))
    blocks = (
        d.SignatureBlock("een", lines, ("Handtekening",)),
        d.SignatureBlock("twee", ("Ander",), ("Datum",)),
        d.SignatureBlock("drie", ("Derde",), ("Datum",)),
    )
    rendering = press.layout(letter(document, *blocks)).rendering
    tops = [rendering.pages[0].anchors[name][1] for name in ("een", "twee", "drie")]
    assert tops[1] - tops[0] > 20 * (tops[2] - tops[1]) / 14
