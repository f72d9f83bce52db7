"""The web page: all words, nothing from outside, and a structure that can be walked."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html
from tests.papier.conftest import AWKWARD, run
from tests.papier.woorden import html_note_words, html_words

from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.layout import Press

if TYPE_CHECKING:
    from convenantwerk.papier.huisstijl import Huisstijl


@pytest.fixture
def press(huisstijl: Huisstijl) -> Press:
    """A press with the house style of the repository."""
    return Press(huisstijl)


@pytest.fixture
def page(document: d.Document, press: Press) -> lxml_html.HtmlElement:
    """The page of the document with every kind of block, parsed."""
    return lxml_html.document_fromstring(to_html(document, press).decode())


def test_every_word_comes_out_once_and_in_order(document: d.Document, press: Press) -> None:
    """The words of the page are the words of the document, and likewise for the footnotes."""
    data = to_html(document, press)
    assert html_words(data) == traversal.words(document.blocks)
    assert html_note_words(data) == traversal.note_words(document.blocks)


@pytest.mark.traag
@pytest.mark.usefixtures("koud")
def test_the_same_document_gives_the_same_bytes(
    document: d.Document, press: Press, huisstijl: Huisstijl
) -> None:
    """Nothing in the page depends on when or after what it was made."""
    assert to_html(document, press) == to_html(document, Press(huisstijl))


def test_the_page_asks_for_nothing_from_outside(document: d.Document, press: Press) -> None:
    """No script, and every address is an anchor in the page or a data: URI."""
    text = to_html(document, press).decode()
    addresses = re.findall(r"(?:src|href|url|srcset|action)\s*[=(]\s*[\"']?([^\"')\s>]+)", text)
    assert addresses
    assert [a for a in addresses if not a.startswith(("#", "data:image/png;base64,"))] == []
    assert "<script" not in text
    assert "@import" not in text


def test_ids_are_unique_and_every_link_has_a_target(page: lxml_html.HtmlElement) -> None:
    """Links of the contents, of verwijzingen and of footnotes all arrive somewhere."""
    ids = [element.get("id") for element in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    targets = [a.get("href").removeprefix("#") for a in page.xpath("//a[@href]")]
    assert set(targets) <= set(ids)
    assert {"deel-1", "artikel-8--8.1--a", "hoofdstuk-2"} <= set(targets)


def test_an_address_of_the_web_is_a_link(document: d.Document, press: Press) -> None:
    """It leads out of the page, with the words that were written."""
    web = d.Paragraph(run("www.a.example", web="https://www.a.example/?a=1&b=2"))
    page = lxml_html.fromstring(to_html(replace(document, blocks=(web,)), press))
    (link,) = page.xpath("//a[@class='verwijzing']")
    assert link.get("href") == "https://www.a.example/?a=1&b=2"
    assert "".join(link.itertext()) == "www.a.example"


def test_every_heading_lid_and_signature_can_be_linked_to(
    page: lxml_html.HtmlElement, document: d.Document
) -> None:
    """The anchors of the document are ids on the parts they name."""
    assert page.get_element_by_id("artikel-8").tag == "h4"
    assert page.get_element_by_id("artikel-8--8.1").tag == "li"
    assert page.get_element_by_id("artikel-8--8.1--a").tag == "li"
    assert "Gemeente A" in page.get_element_by_id("ondertekening-gemeente-a").text_content()
    assert document.blocks


def heading_levels(page: lxml_html.HtmlElement) -> list[int]:
    """Return the levels of the headings of a page, in order."""
    return [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]


def test_there_is_one_h1_and_levels_do_not_jump(page: lxml_html.HtmlElement) -> None:
    """The title of the document is the only h1; parts go down one level at a time."""
    levels = heading_levels(page)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_document_without_title_page_has_an_h1_too(document: d.Document, press: Press) -> None:
    """A letter gets a hidden h1 with its title, which is not one of its words."""
    letter = replace(
        document,
        blocks=(
            d.Heading(1, "hoofdstuk", "", run("Brief"), "brief"),
            d.Paragraph(run("Geachte heer,")),
        ),
    )
    data = to_html(letter, press)
    parsed = lxml_html.document_fromstring(data.decode())
    assert heading_levels(parsed) == [1, 2]
    assert html_words(data) == ["Brief", "Geachte", "heer,"]


def test_the_page_has_landmarks_and_a_way_past_the_contents(page: lxml_html.HtmlElement) -> None:
    """header, nav, main and footer are there once; the first link goes to main."""
    for landmark in ("header", "nav", "main", "footer"):
        assert len(page.xpath(f"//{landmark}")) == 1
    assert page.xpath("//nav/@aria-label") == ["Inhoud"]
    first = page.xpath("//body//a")[0]
    assert first.get("href") == "#" + page.xpath("//main/@id")[0]
    assert page.xpath("/html/@lang") == ["nl"]
    assert page.xpath("//title/text()") == ["Proefconvenant"]


def test_contents_after_a_foreword_stay_in_their_place(document: d.Document, press: Press) -> None:
    """Blocks are never moved: contents that follow text come after it, within main."""
    notice, title, contents, *rest = document.blocks
    foreword = d.Paragraph(run("Vooraf."))
    moved = replace(document, blocks=(notice, title, foreword, contents, *rest))
    data = to_html(moved, press)
    assert html_words(data) == traversal.words(moved.blocks)
    assert len(lxml_html.document_fromstring(data.decode()).xpath("//main//nav")) == 1


def test_footnotes_link_both_ways_with_their_own_mark(page: lxml_html.HtmlElement) -> None:
    """The call goes to the note and the note back to the call; "7*" stays "7*"."""
    calls = page.xpath('//a[@role="doc-noteref"]')
    assert [call.text for call in calls] == ["1", "7*"]
    for call in calls:
        note = page.get_element_by_id(call.get("href").removeprefix("#"))
        (back,) = note.xpath('.//a[@role="doc-backlink"]')
        assert back.get("href") == "#" + call.get("id")
        assert note.xpath('./ancestor::*[@role="doc-endnotes"]')


def test_text_that_looks_like_markup_is_text(page: lxml_html.HtmlElement) -> None:
    """*ster*, <b>, {{7*7}} and {% if %} come out as those characters."""
    assert AWKWARD in [p.text_content() for p in page.iter("p")]
    assert "49" not in page.text_content()


def test_open_placeholders_show_only_in_a_concept(document: d.Document, press: Press) -> None:
    """A definitive text has no marks in it that a reader would have to explain."""
    marked = lxml_html.document_fromstring(to_html(document, press).decode())
    assert marked.xpath('//*[@class="cursief invulveld" or @class="invulveld"]')
    definitive = to_html(replace(document, concept=False), press)
    assert b'invulveld">' not in definitive


def test_a_table_has_header_cells_and_a_picture_its_text(page: lxml_html.HtmlElement) -> None:
    """A screen reader can tell columns, and says what a figure shows."""
    assert page.xpath('//table/thead/tr/th[@scope="col"]/text()') == ["Partij", "Bijdrage"]
    assert page.xpath("//img/@alt") == ["Schema van de overleggen"]


def test_each_cell_of_a_list_knows_its_column(document: d.Document, press: Press) -> None:
    """On a phone a row is a card, in which its header row is not seen; signs stand in a row."""
    head = tuple(run(naam, bold=True) for naam in ("Eis", "art. 1", "Waar"))
    rows = ((run("Duur"), run("ja"), run("artikel 1")), (run("Kosten"), (), run("nergens")))
    lijst = d.Table(head, rows, ("links",) * 3, widths=(40, 20, 40))
    page = lxml_html.fromstring(to_html(replace(document, blocks=(lijst,)), press))
    cellen = [(td.get("data-kop"), td.get("class")) for td in page.xpath("//td")]
    assert cellen == [("Eis", "links"), ("art. 1", "links smal"), ("Waar", "links")] * 2
    assert page.xpath("//td[2]/text()") == ["ja"]  # what is empty is left out of a card
    kaal = replace(document, blocks=(replace(lijst, widths=()),))
    assert b'data-kop="' not in to_html(kaal, press)


def test_headings_on_a_notice_are_no_headings_of_the_text(
    document: d.Document, press: Press
) -> None:
    """A sheet with open points is no part of the document, so nor of its outline."""
    notice = d.Notice("Open punten", (d.Heading(1, "paragraaf", "", run("Fouten"), "fouten"),))
    data = to_html(replace(document, blocks=(notice, *document.blocks[1:])), press)
    parsed = lxml_html.document_fromstring(data.decode())
    assert parsed.get_element_by_id("fouten").tag == "p"
    assert heading_levels(parsed)[0] == 1
