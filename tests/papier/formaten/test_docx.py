"""The Word file: the words of the document, in real styles, notes, fields and links."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import docx
import pytest
from tests.papier.conftest import AWKWARD, run
from tests.papier.proefpers import HEADERS, PAGES, fake_press, texts
from tests.papier.woorden_docx import W, docx_note_words, docx_words, part

from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.formaten.docx.elements import bookmark_names
from convenantwerk.papier.huisstijl import Huisstijl
from convenantwerk.papier.layout import Press

V = "{urn:schemas-microsoft-com:vml}"


@pytest.fixture
def press(huisstijl: Huisstijl) -> Press:
    """A press without WeasyPrint."""
    return fake_press(huisstijl)


@pytest.fixture
def data(document: d.Document, press: Press) -> bytes:
    """The Word file of the document that holds every kind of block."""
    return to_docx(document, press)


def made_of(press: Press, document: d.Document, *blocks: d.Block) -> Any:  # lxml
    """Return the body of a Word file with these blocks."""
    return part(to_docx(replace(document, blocks=blocks), press), "word/document.xml")[0]


def styles_of(body: Any) -> list[str]:  # lxml
    """Return the style ids of the paragraphs, in order."""
    return [style.get(f"{W}val") for style in body.iter(f"{W}pStyle")]


def test_the_words_of_the_file_are_those_of_the_document(document: d.Document, data: bytes) -> None:
    """Nothing is added, lost or moved; the page numbers of the contents aside."""
    assert docx_words(data) == traversal.words(document.blocks)


def test_the_words_of_the_notes_are_those_of_the_document(
    document: d.Document, data: bytes
) -> None:
    """Footnotes hold their text, without the sign they are called by."""
    assert docx_note_words(data) == traversal.note_words(document.blocks)


def test_every_style_in_use_is_in_the_template(data: bytes) -> None:
    """Text, notes, header and footer name no style that is not there."""
    known = {style.get(f"{W}styleId") for style in part(data, "word/styles.xml")}
    names = ("word/document.xml", "word/footnotes.xml", *HEADERS, "word/footer1.xml")
    for name in names:
        tree = part(data, name)
        used = [e for tag in ("pStyle", "rStyle", "tblStyle") for e in tree.iter(f"{W}{tag}")]
        assert {style.get(f"{W}val") for style in used} <= known


def test_text_that_looks_like_code_stays_text(document: d.Document, press: Press) -> None:
    """Jinja, HTML and Markdown come out as the characters they are, in body and header."""
    awkward = replace(
        document,
        title=AWKWARD,
        publisher=AWKWARD,
        blocks=(
            d.TitlePage(AWKWARD, AWKWARD, (AWKWARD,)),
            d.Heading(1, "hoofdstuk", AWKWARD, run(AWKWARD), "h", new_page=True),
            d.ItemList("letter", (d.Item(AWKWARD, (d.Paragraph(run(AWKWARD)),)),)),
            d.Table((run(AWKWARD),), ((run(AWKWARD),),), ("links",)),
            d.SignatureBlock("s", (AWKWARD,), (AWKWARD,)),
            d.Paragraph((d.Run("x", note=d.Note(AWKWARD, "n", run(AWKWARD))),)),
        ),
    )
    data = to_docx(awkward, press)
    assert docx_words(data) == traversal.words(awkward.blocks)
    assert docx_note_words(data) == AWKWARD.split()
    assert AWKWARD in texts(data, "word/header1.xml")
    assert docx.Document(BytesIO(data)).core_properties.title == AWKWARD


def test_characters_that_xml_cannot_hold_are_left_out(document: d.Document, press: Press) -> None:
    """A control character from a register breaks no Word file."""
    body = made_of(press, document, d.Paragraph(run("a\x00b\x0cc\x1fd\ufffe")))
    assert "".join(body.itertext()) == "ab c d"


def test_headings_stand_at_their_level_in_the_navigation_pane(
    document: d.Document, press: Press
) -> None:
    """A level that is not the one of the style is set on the paragraph, another is not."""
    usual = d.Heading(2, "hoofdstuk", "1", run("Gewoon"), "a")
    raised = d.Heading(1, "hoofdstuk", "", run("Voorwoord"), "b")
    levels = [
        [level.get(f"{W}val") for level in paragraph.iter(f"{W}outlineLvl")]
        for paragraph in made_of(press, document, usual, raised).iter(f"{W}p")
    ]
    assert levels == [[], ["0"]]


def test_numbers_are_text_and_only_dashes_are_bullets(document: d.Document, press: Press) -> None:
    """A signed text cannot renumber itself in Word."""
    item = d.Item("8.4", (d.Paragraph(run("x")), d.Paragraph(run("y"))))
    letters = d.ItemList("letter", (d.Item("a.", (d.Paragraph(run("z")),)),))
    dash = d.ItemList("streep", (d.Item("", (d.Paragraph(run("s")), letters)),))
    body = made_of(press, document, d.ItemList("lid", (item,)), letters, dash)
    assert styles_of(body) == ["Lid", "BodyText", "Onderdeel1", "Streep1", "Onderdeel2"]
    assert not list(body.iter(f"{W}numPr"))
    template = part(press.huisstijl.bestanden["huisstijl.docx"], "word/styles.xml")
    numbered = {
        style.get(f"{W}styleId") for style in template if style.find(f".//{W}numPr") is not None
    }
    assert numbered == {f"Streep{depth}" for depth in range(1, 5)}


def test_lists_deeper_than_the_template_take_its_deepest_style(
    document: d.Document, press: Press
) -> None:
    """Six lists in each other are written all the same."""
    blocks: tuple[d.Block, ...] = (d.Paragraph(run("diep")),)
    for _ in range(6):
        blocks = (d.ItemList("letter", (d.Item("a.", blocks),)),)
    body = made_of(press, document, *blocks)
    assert styles_of(body) == [f"Onderdeel{depth}" for depth in (1, 2, 3, 4, 4, 4)]


def test_an_item_without_text_keeps_its_mark(document: d.Document, press: Press) -> None:
    """The mark of an item that starts with a table stands on a line of its own."""
    table = d.Table((run("kop"),), (), ("links",))
    body = made_of(press, document, d.ItemList("letter", (d.Item("a.", (table,)),)))
    assert [w.split() for w in body.itertext()] == [["a."], ["kop"]]


def test_footnotes_are_real_and_an_odd_sign_is_kept(data: bytes) -> None:
    """Word counts the first note itself; the sign 7* is written in both places."""
    calls = list(part(data, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [call.get(f"{W}customMarkFollows") for call in calls] == [None, "1"]
    assert [call.getparent().findtext(f"{W}t") for call in calls] == [None, "7*"]
    notes = {n.get(f"{W}id"): n for n in part(data, "word/footnotes.xml")}
    counted, odd = (notes[call.get(f"{W}id")] for call in calls)
    assert counted.find(f".//{W}footnoteRef") is not None
    assert odd.find(f".//{W}footnoteRef") is None
    assert odd.findtext(f"{W}p/{W}r/{W}t") == "7*"


def test_notes_with_a_sign_of_their_own_do_not_count(document: d.Document, press: Press) -> None:
    """After 1 and * comes 2, as Word counts; a second 1 is a sign of its own."""
    marks = ("1", "*", "2", "1")
    notes = tuple(d.Run("x", note=d.Note(m, f"n{i}", run("y"))) for i, m in enumerate(marks))
    body = made_of(press, document, d.Paragraph(notes))
    calls = body.iter(f"{W}footnoteReference")
    assert [call.get(f"{W}customMarkFollows") for call in calls] == [None, "1", None, "1"]


def test_bookmarks_are_unique_and_every_link_has_one(data: bytes) -> None:
    """No link and no page number in the contents leads nowhere."""
    tree = part(data, "word/document.xml")
    names = [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]
    ids = [mark.get(f"{W}id") for mark in tree.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names) == 10
    assert ids == [mark.get(f"{W}id") for mark in tree.iter(f"{W}bookmarkEnd")]
    assert len(set(ids)) == len(ids)
    links = [link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")]
    codes = [code.text.split() for code in tree.iter(f"{W}instrText")]
    pages = [code[1] for code in codes if code[0] == "PAGEREF"]
    assert len(links) == 7
    assert len(pages) == 5
    assert {*links, *pages} <= set(names)


def test_a_link_to_another_document_is_plain_text(document: d.Document, press: Press) -> None:
    """A sheet to sign may quote an artikel that it does not hold."""
    body = made_of(press, document, d.Paragraph(run("artikel 3", link="artikel-3")))
    assert not list(body.iter(f"{W}hyperlink"))
    assert "".join(body.itertext()) == "artikel 3"


def test_an_address_of_the_web_is_a_link(document: d.Document, press: Press) -> None:
    """In the text and in a note; the words are those that were written."""
    web = run("www.a.example/b", web="https://www.a.example/b?c=1&d=2")
    note = d.Note("1", "noot", web)
    data = to_docx(replace(document, blocks=(d.Paragraph((*web, d.Run("x", note=note))),)), press)
    for name in ("word/document.xml", "word/footnotes.xml"):
        (field,) = part(data, name).iter(f"{W}fldSimple")
        assert field.get(f"{W}instr") == ' HYPERLINK "https://www.a.example/b?c=1&d=2" '
        assert "".join(field.itertext()) == "www.a.example/b"


def test_bookmark_names_are_what_word_accepts() -> None:
    """Letter first, 40 characters, no two that differ in nothing but case; always the same."""
    anchors = ["8.1", "art-a", "art.a", "Art-A", "x" * 60, "x" * 60 + "y", "é"]
    names = bookmark_names(anchors)
    assert list(names) == anchors
    assert len({name.casefold() for name in names.values()}) == len(anchors)
    assert all(len(n) <= 40 and n[0].isalpha() and n.isascii() for n in names.values())
    assert all(name.replace("_", "a").isalnum() for name in names.values())
    assert names == bookmark_names(anchors)


def test_the_contents_carry_the_pages_of_the_pdf(data: bytes) -> None:
    """Each entry ends in a PAGEREF field whose result is already there."""
    entries = [
        paragraph
        for paragraph in part(data, "word/document.xml").iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val").startswith("Toc")
        and paragraph.find(f"{W}hyperlink") is not None
    ]
    results = [entry.findall(f".//{W}t")[-1].text for entry in entries]
    assert results == [str(page) for page in PAGES.values()]
    levels = [entry.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for entry in entries]
    assert levels == ["Toc1", "Toc2", "Toc3", "Toc3", "Toc2"]


def test_a_short_title_without_label_meets_its_page_at_the_edge(
    document: d.Document, press: Press
) -> None:
    """The tab after a label is taken away where there is no label."""
    doel = d.Heading(3, "paragraaf", "", run("Doel"), "doel")
    body = made_of(press, document, d.TableOfContents("Inhoud", (doel,)), doel)
    entry = next(link.getparent() for link in body.iter(f"{W}hyperlink"))
    assert [tab.get(f"{W}val") for tab in entry.iter(f"{W}tab")] == ["clear", None]
    assert entry.find(f"{W}pPr/{W}ind").get(f"{W}firstLine") == "0"


def test_a_heading_is_no_link(document: d.Document, press: Press) -> None:
    """A title that names its own addendum or artikel is a target, and looks like one."""
    heading = d.Heading(1, "hoofdstuk", "10", run("Addendum", link="a"), "a")
    body = made_of(press, document, heading)
    assert not list(body.iter(f"{W}hyperlink"))


@pytest.mark.parametrize("concept", [True, False])
def test_a_concept_is_marked_on_every_page(
    document: d.Document, press: Press, *, concept: bool
) -> None:
    """CONCEPT stands behind first and later pages, open fields are yellow; else neither."""
    data = to_docx(replace(document, concept=concept), press)
    marks = [len(list(part(data, name).iter(f"{V}textpath"))) for name in HEADERS]
    assert marks == ([2, 2] if concept else [0, 0])
    used = [style.get(f"{W}val") for style in part(data, "word/document.xml").iter(f"{W}rStyle")]
    assert used.count("Invulveld") == (3 if concept else 0)


def test_only_the_title_page_goes_without_header(data: bytes, document: d.Document) -> None:
    """The sheet before it is a section of its own, with header and footer."""
    sections = list(part(data, "word/document.xml").iter(f"{W}sectPr"))
    assert [s.find(f"{W}titlePg") is not None for s in sections] == [False, True]
    assert all(len(s.findall(f"{W}headerReference")) == 2 for s in sections)
    assert document.title in texts(data, "word/header1.xml")
    assert not texts(data, "word/header2.xml")


def test_a_document_without_title_page_has_its_header_at_once(
    document: d.Document, press: Press
) -> None:
    """A sheet to sign shows on its first page what it belongs to."""
    body = made_of(press, document, d.Paragraph(run("tekst")))
    assert not list(body.iter(f"{W}titlePg"))


def test_sheets_start_a_page_and_leave_none_empty(data: bytes) -> None:
    """The break is asked for once: not by the first of a section, never by two in a row."""
    breaks = [
        "".join(mark.getparent().getparent().itertext())
        for mark in part(data, "word/document.xml").iter(f"{W}pageBreakBefore")
    ]
    assert breaks == ["Inhoud", "Deel 1De afspraken", "1Het begin", "2Het slot"]


def test_what_follows_a_sheet_starts_a_page(document: d.Document, press: Press) -> None:
    """Also when it is a table, which cannot ask for a page itself."""
    table = d.Table((run("kop"),), (), ("links",))
    body = made_of(press, document, d.Notice("Open punten", ()), table)
    assert body[1].find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert body[2].tag == f"{W}tbl"


def test_a_signature_block_stays_whole(data: bytes) -> None:
    """No row splits, and every row but the last stays with the next."""
    table = list(part(data, "word/document.xml").iter(f"{W}tbl"))[1]
    rows = table.findall(f"{W}tr")
    assert len(rows) == 3
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    for row in rows[:-1]:
        assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p"))
    assert int(rows[0].find(f"{W}trPr/{W}trHeight").get(f"{W}val")) >= 1000


def test_a_table_repeats_its_header_and_fills_the_column(data: bytes) -> None:
    """Widths add up to the text width of the template; the header row comes back."""
    table = next(part(data, "word/document.xml").iter(f"{W}tbl"))
    widths = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    assert sum(widths) == 11906 - 2608 - 2041
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")] == [
        True,
        False,
        False,
    ]


def test_what_closes_a_text_is_not_alone_on_a_page(document: d.Document, press: Press) -> None:
    """It goes with the paragraph before it, or with the last item of the list before it."""
    groet = d.Paragraph(run("Met vriendelijke groet"), "slot")
    lijst = d.ItemList(
        "streep", tuple(d.Item("–", (d.Paragraph(run(t)),)) for t in ("een", "twee"))
    )
    for before in (d.Paragraph(run("een twee")), lijst):
        body = made_of(press, document, d.Paragraph(run("Begin")), before, groet)
        *rest, last, _ = body.iter(f"{W}p")
        assert last.find(f"{W}pPr/{W}keepNext") is not None
        assert rest[0].find(f"{W}pPr/{W}keepNext") is None or before is lijst
        leads = [p.find(f"{W}pPr/{W}keepNext") is not None for p in rest[1:]]
        assert leads == [False] * len(leads)


@pytest.mark.parametrize(
    ("titel", "landscape", "breaks"),
    [("Herinnering Gouda", False, 0), ("Herinnering " + "a" * 80, False, 1), ("b" * 90, True, 0)],
)
def test_a_running_header_that_is_too_long_has_two_lines(
    document: d.Document, press: Press, titel: str, *, landscape: bool, breaks: int
) -> None:
    """What stands at the right begins a line there; it is not broken in the middle."""
    made = replace(document, title=titel, edition="Proefconvenant van het Ketenhuis")
    data = to_docx(replace(made, landscape=landscape), press)
    header = part(data, "word/header1.xml")
    assert len(list(header.iter(f"{W}br"))) == breaks
    assert titel in texts(data, "word/header1.xml")
