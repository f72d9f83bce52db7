"""The PDF of a renvooi: marks that read in grey, bars in the margin, and pages on their side."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from tests.papier.conftest import run
from tests.papier.proefrenvooi import NEW_NOTE, RENVOOI, leden, lid, new, old, paragraph
from tests.papier.woorden import children, kind, pdf_note_words, pdf_words, tag_tree

from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

    from convenantwerk.papier.huisstijl import Huisstijl

NEW, GONE, MOVED, PLAIN = "#003f7d", "#a84300", "#1e5c4a", "#111111"
LONG = "De partijen stellen de werkwijze vast en leggen deze voor aan de stuurgroep. " * 12
HALF = LONG[: len(LONG) // 2]
pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def shared() -> dict[str, Press]:
    """Keeps one press for the whole file: fonts take most of the time of a first page."""
    return {}


@pytest.fixture
def press(huisstijl: Huisstijl, shared: dict[str, Press]) -> Press:
    """A press with the house style of the repository."""
    return shared.setdefault("press", Press(huisstijl))


def paper(*blocks: d.Block) -> d.Document:
    """Return a renvooi of some blocks."""
    return replace(RENVOOI, blocks=blocks)


def drawn(document: d.Document, press: Press) -> str:
    """Return the drawing commands of all pages."""
    pages = PdfReader(BytesIO(to_pdf(document, press))).pages
    contents = (page.get_contents() for page in pages)
    return "\n".join(
        content.get_data().decode("latin-1") for content in contents if content is not None
    )


def numbers(colour: str) -> str:
    """Return a colour as it stands in drawing commands, as a pattern."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return r"\s".join(re.escape(f"{part:.6f}".rstrip("0").rstrip(".")) for part in parts)


def strokes(document: d.Document, press: Press, colour: str) -> int:
    """Return how often a page starts to draw lines in a colour: lines under and through words."""
    return len(re.findall(rf"(?<!\S){numbers(colour)}\sRG", drawn(document, press)))


def fills(document: d.Document, press: Press, colour: str) -> int:
    """Return how often a page starts to fill shapes or letters in a colour."""
    return len(re.findall(rf"(?<!\S){numbers(colour)}\srg", drawn(document, press)))


def bars(document: d.Document, press: Press) -> int:
    """Return the number of bars in the margin: shapes that end six millimetres off the text."""
    edge = (210 - 36 + 6) / 25.4 * 96  # in CSS pixels
    shapes = re.findall(r"(\S+) \S+ (\S+) \S+ re\nf", drawn(document, press))
    return sum(float(x) + float(width) == pytest.approx(edge, abs=0.01) for x, width in shapes)


@pytest.mark.proef
def test_every_word_comes_out_once_and_in_order(press: Press) -> None:
    """Deleted words, remarks and old numbers are words of the PDF too, and so in the footnotes."""
    data, expected = to_pdf(RENVOOI, press), traversal.words(RENVOOI.blocks)
    assert pdf_words(data, expected) == expected
    expected_notes = traversal.note_words(RENVOOI.blocks)
    assert pdf_note_words(data, expected_notes) == expected_notes


@pytest.mark.proef
@pytest.mark.usefixtures("koud")
def test_the_same_document_gives_the_same_bytes(press: Press, huisstijl: Huisstijl) -> None:
    """Nothing in the file depends on when or after what it was made."""
    assert to_pdf(RENVOOI, press) == to_pdf(RENVOOI, Press(huisstijl))


@pytest.mark.parametrize(("mark", "colour"), [(new("woord"), NEW), (old("woord"), GONE)])
def test_changed_words_have_a_line_in_their_own_colour(
    press: Press, mark: d.Run, colour: str
) -> None:
    """An inserted word is underlined, a deleted one struck through; other words have no line."""
    with_mark = paper(d.Paragraph((d.Run("Een "), mark, d.Run(" hier."))))
    without = paper(d.Paragraph(run("Een woord hier.")))
    assert strokes(with_mark, press, colour) == strokes(without, press, colour) + 1
    assert fills(with_mark, press, colour) > fills(without, press, colour)


BLOCKS: tuple[d.Block, ...] = (
    paragraph("Een alinea."),
    d.Heading(1, "artikel", "Artikel 1", run("Titel"), "a"),
    leden(lid("1.1", paragraph("Een lid."))),
    d.ItemList("streep", (d.Item("", (paragraph("een punt"),)),)),
    d.Table((run("Kop"),), ((run("cel"),),), ("links",)),
    d.SignatureBlock("o", ("Gemeente",), ("Datum",)),
    d.Paragraph(run("Slot"), "slot"),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_a_bar_stands_beside_every_changed_block(press: Press, block: d.Block) -> None:
    """Whatever kind it is; and nothing stands beside a block that stayed."""
    assert bars(paper(block), press) == 0
    assert bars(paper(d.Marked("ingevoegd", (block,))), press) == 1
    assert bars(paper(d.Marked("vertrokken", (block,))), press) == 1


def test_a_bar_stands_beside_a_row_a_number_a_title_and_a_footnote(press: Press) -> None:
    """A change inside a block has its bar too, also at the foot of the page."""
    rows = ((run("een"),), (run("twee"),), (run("drie"),))
    table = d.Table((run("Kop"),), rows, ("links",), ("", "ingevoegd", ""))
    assert bars(paper(table), press) == 1
    assert bars(paper(leden(lid("1.1", paragraph("Een lid."), was="1.2"))), press) == 1
    heading = d.Heading(1, "artikel", "Artikel 8a", run("Titel"), "a", was_label="Artikel 8")
    assert bars(paper(heading), press) == 1
    assert bars(paper(d.TitlePage("Titel", "Onder", ("nu",), ("toen",))), press) == 2
    note = replace(NEW_NOTE, runs=(d.Run("Zie "), new("hier")))
    assert bars(paper(d.Paragraph((d.Run("Woord", note=note),))), press) == 1


def test_a_bar_goes_on_over_the_end_of_a_page(press: Press) -> None:
    """A long inserted paragraph has a bar on every page it stands on."""
    document = paper(paragraph(LONG), d.Marked("ingevoegd", (paragraph(LONG * 5),)))
    pages = PdfReader(BytesIO(to_pdf(document, press))).pages
    assert len(pages) > 1
    assert bars(document, press) == len(pages)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_colours_can_be_read_and_told_apart_in_grey(huisstijl: Huisstijl) -> None:
    """Every colour reads well on white, and new and gone differ in lightness, not in hue only."""
    for name in ("print.css", "renvooi.css"):
        sheet = huisstijl.bestanden[name].decode()
        assert all(colour in sheet for colour in (NEW, GONE, MOVED))
    assert all(contrast(colour, "#ffffff") > 5.5 for colour in (NEW, GONE, MOVED))
    assert contrast(NEW, "#e3edf8") > 7
    assert contrast(NEW, GONE) > 1.6


def test_no_two_marks_have_the_same_form(huisstijl: Huisstijl) -> None:
    """Without any colour the four marks still differ: under or through, single or double."""
    sheet = huisstijl.bestanden["print.css"].decode()
    rules = [
        re.search(rf"^\.w\.{fate} {{(.*)}}", sheet, re.MULTILINE)
        for fate in ("ingevoegd", "vervallen", "aangekomen", "vertrokken")
    ]
    forms = [re.sub(r"#\w+", "", rule[1]) for rule in rules if rule]
    assert len(forms) == 4
    assert all(one != other for one, other in combinations(forms, 2))


def test_lists_that_marks_cut_are_one_list_with_even_distances(press: Press) -> None:
    """A screen reader hears one list, and no item stands further off because it changed."""
    items = [d.ItemList("letter", (d.Item(f"{c}.", (paragraph(f"punt {c}"),)),)) for c in "abc"]
    whole = d.ItemList("letter", tuple(item for one in items for item in one.items))
    cut = paper(items[0], d.Marked("ingevoegd", (items[1],)), items[2])

    def heights(document: d.Document) -> list[str]:
        return re.findall(r"\S+ \S+ (\S+) Tm", drawn(document, press).replace("\n", " "))

    assert sorted(set(heights(cut))) == sorted(set(heights(paper(whole))))
    kinds = [kind(child) for child in children(tag_tree(to_pdf(cut, press)))]
    assert kinds == ["/L"]


def test_tags_are_those_of_the_standard(press: Press) -> None:
    """Marks add no tag that PDF/UA does not know, and headings stay headings."""

    def walk(element: DictionaryObject) -> set[str]:
        return {kind(element)}.union(*(walk(child) for child in children(element)))

    known = {"Document", "P", "Span", "Link", "L", "LI", "LBody", "Lbl", "Table", "THead", "TBody"}
    known |= {"TR", "TH", "TD", "Div", "Figure", "Note", "NonStruct", "H1", "H2", "H3"}
    assert walk(tag_tree(to_pdf(RENVOOI, press))) <= {f"/{name}" for name in known}


def test_bookmarks_tell_what_became_of_a_part(press: Press) -> None:
    """The outline shows the headings as they are now, and says which are gone."""
    outline = PdfReader(BytesIO(to_pdf(RENVOOI, press))).outline
    titles = [entry.title for part in outline for entry in _flat(part)]
    assert titles[0].endswith("2 Duur en einde")
    assert titles[2:4] == ["Artikel 9 Bewaren", "3 Ongewijzigd hoofdstuk"]
    assert titles[-1] == "Artikel 11 Verval (vervallen)"


def _flat(part: Any) -> list[Any]:
    return [entry for one in part for entry in _flat(one)] if isinstance(part, list) else [part]


TABLE = d.Table(
    (run("Onderdeel"), run("Was"), run("Wordt"), run("Toelichting")),
    tuple(
        (run(f"Artikel {n}"), (d.Run(HALF), old("oud")), (d.Run(HALF), new("nieuw")), run("Zo."))
        for n in range(16)
    ),
    ("links",) * 4,
    (),
    (1, 3, 3, 2),
)
WIDE = replace(paper(d.TitlePage("Tabel", "", ()), TABLE), landscape=True)


@pytest.mark.proef
def test_a_landscape_document_lies_on_its_side(press: Press) -> None:
    """All its pages are wide, with every word, and the running header is there."""
    data, expected = to_pdf(WIDE, press), traversal.words(WIDE.blocks)
    pages = PdfReader(BytesIO(data)).pages
    assert all(page.mediabox.width > page.mediabox.height for page in pages)
    assert pdf_words(data, expected) == expected
    assert "renvooi van 2017 naar 2018" in pages[1].extract_text()


def columns(page: PageObject) -> list[float]:
    """Return the places where the words of the header of the wide table begin."""
    found: dict[str, float] = {}

    def visit(text: str, _cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip() in {"Onderdeel", "Was", "Wordt", "Toelichting"}:
            found.setdefault(text.strip(), tm[4])

    page.extract_text(visitor_text=visit)
    return list(found.values())


def test_columns_get_the_shares_that_were_asked(press: Press) -> None:
    """Widths 1, 3, 3, 2 are ninths of the table, on every page, and the header repeats."""
    _, *pages = PdfReader(BytesIO(to_pdf(WIDE, press))).pages
    assert len(pages) > 2
    for page in pages:
        at = columns(page)
        assert len(at) == 4
        assert (at[2] - at[1]) / (at[1] - at[0]) == pytest.approx(3, rel=0.02)


def test_only_a_long_row_breaks_over_pages(press: Press) -> None:
    """A row with a whole article in it goes on where there is room; a short one stays whole."""
    tall = ((run("Lang"), (new(LONG * 3),)), (run("Kort"), (new("Een. " * 60),)))
    table = d.Table((run("Onderdeel"), run("Wordt")), tall, ("links", "links"), (), (1, 2))
    document = replace(paper(*(paragraph("Vooraf.") for _ in range(9)), table), landscape=True)
    texts = [page.extract_text() for page in PdfReader(BytesIO(to_pdf(document, press))).pages]
    assert [number for number, text in enumerate(texts) if "partijen" in text] == [0, 1]
    assert len([text for text in texts if "Een. Een." in text]) == 1


def test_a_row_that_breaks_is_one_row_to_read(press: Press) -> None:
    """Its cells are read whole, one after the other, however many pages they stand on."""
    rows = (
        (run("Eerste"), (old(LONG * 4),), (new(LONG * 5),)),
        (run("Tweede"), run("a"), run("b")),
    )
    head = (run("Onderdeel"), run("Was"), run("Wordt"))
    table = d.Table(head, rows, ("links",) * 3, (), (1, 2, 2))
    document = replace(paper(paragraph("Vooraf."), table, paragraph("Na.")), landscape=True)
    data, expected = to_pdf(document, press), traversal.words(document.blocks)
    assert len(PdfReader(BytesIO(data)).pages) > 2
    assert pdf_words(data, expected) == expected
