"""The web page of a renvooi: marks, two views, a filter, and nothing from outside."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html
from tests.papier.conftest import run
from tests.papier.proefrenvooi import NOTICE, RENVOOI, leden, lid, paragraph
from tests.papier.woorden import html_note_words, html_words

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier import traversal
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.huisstijl import Huisstijl
from convenantwerk.papier.layout import Press
from convenantwerk.papier.pieces import pieces

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def press(huisstijl: Huisstijl) -> Press:
    """A press with the house style of the repository."""
    return Press(huisstijl)


@pytest.fixture
def page(press: Press) -> lxml_html.HtmlElement:
    """The page of the renvooi with every mark, parsed."""
    return lxml_html.document_fromstring(to_html(RENVOOI, press).decode())


def side(page: lxml_html.HtmlElement, name: str, hidden: str) -> list[str]:
    """Return the words of one of the two sides, without what the style sheet hides there."""
    gone = {"was": {"b-ingevoegd", "b-aangekomen"}, "wordt": {"b-vervallen", "b-vertrokken"}}[name]

    def words(element: lxml_html.HtmlElement) -> Iterator[str]:
        classes = set(element.get("class", "").split())
        if element.tag != hidden and not classes & gone and "nootteken" not in classes:
            yield element.text or ""
            for child in element:
                yield from words(child)
                yield child.tail or ""
        if element.tag not in {"ins", "del", "em", "strong", "a", "span", "sup"}:
            yield " "

    cells = page.xpath(f'//main//div[contains(concat(" ", @class, " "), " {name} ")]')
    dropped = ("r-ingevoegd", "r-aangekomen") if name == "was" else ("r-vervallen", "r-vertrokken")
    found: list[str] = []
    for cell in cells:
        row = cell.getparent()
        item = row.getparent().get("class", "") if row.getparent().tag == "li" else ""
        if not set(row.get("class").split()) & set(dropped) and not set(item.split()) & gone:
            found += "".join(words(cell)).split()
    return found


def test_every_word_comes_out_once_and_in_order(press: Press) -> None:
    """Deleted words, remarks and old numbers are words too; the copy on the left is not."""
    data = to_html(RENVOOI, press)
    assert html_words(data) == traversal.words(RENVOOI.blocks)
    assert html_note_words(data) == traversal.note_words(RENVOOI.blocks)


@pytest.mark.traag
@pytest.mark.usefixtures("koud")
def test_the_same_document_gives_the_same_bytes(press: Press, huisstijl: Huisstijl) -> None:
    """Nothing in the page depends on when or after what it was made."""
    assert to_html(RENVOOI, press) == to_html(RENVOOI, Press(huisstijl))


def texts(page: lxml_html.HtmlElement, tag: str) -> list[str]:
    """Return the texts of marks in the text itself, not in the copy beside it."""
    found = page.xpath(f'//main//div[@class="wordt"]//{tag}|//section[@class="noten"]//{tag}')
    return [" ".join(mark.text_content().split()) for mark in found]


def test_what_came_is_in_ins_and_what_went_in_del(page: lxml_html.HtmlElement) -> None:
    """In every kind of block: numbers, titles, words, rows, signatures, footnotes."""
    came = {"vier", ", tenzij het wordt verlengd", "artikel 9", "2", "en einde", "Artikel 9", "8.4"}
    came |= {"8.3", "a.", "met een onderdeel.", "30", "Gemeente C", "in euro", "rij", "Nieuw"}
    came |= {
        "Waddinxveen",
        "Datum",
        "Een nieuwe opmerking.",
        "AVG",
        "Een nieuwe noot.",
        "te Gouda.",
    }
    went = {
        "twee",
        "bij akte2",
        "1",
        "Artikel 12",
        "8.5",
        "d.",
        "wat ging.",
    }
    went |= {
        "20",
        "Gemeente D",
        "Artikel 11",
        "Verval",
        "Gemeente Boskoop",
        "Wbp",
        "Een oude noot.",
    }
    assert came <= set(texts(page, "ins"))
    assert went <= set(texts(page, "del"))
    unchanged = {"Dit lid bleef.", "wat bleef;", "Gemeente A", "Hier veranderde niets.", "Looptijd"}
    assert not unchanged & {*texts(page, "ins"), *texts(page, "del")}


def test_what_moved_looks_different_from_what_came_and_went(page: lxml_html.HtmlElement) -> None:
    """Moved words have classes of their own, with words about where from and where to before."""
    (went,) = page.xpath('//main//div[@class="wordt"]//p/del[@class="vertrokken"]')
    assert went.text == "Gegevens blijven vijf jaar."
    item = went.xpath("ancestor::li")[0]
    remarks = item.xpath('.//div[@class="wordt"]/p[contains(@class, "opmerking")]/text()')
    assert remarks == ["verplaatst naar artikel 9, lid 1"]
    came = page.xpath('//main//div[@class="wordt"]//ins[@class="aangekomen"]')
    assert [mark.text for mark in came] == ["Gegevens worden ", " jaar."]


def test_the_two_sides_are_the_two_editions(page: lxml_html.HtmlElement) -> None:
    """Left nothing of the new edition shows and right nothing of the old one."""
    was, wordt = " ".join(side(page, "was", "ins")), " ".join(side(page, "wordt", "del"))
    assert "1 Duur Dit convenant geldt twee jaar na de ondertekening daarvan bij akte. Zie" in was
    assert "2 Duur en einde Dit convenant geldt vier jaar, tenzij het wordt verlengd na" in wordt
    assert "8.3 Een vervallen lid. 8.5 Dit lid heette anders, en houdt in: a. wat bleef; c." in was
    assert "8.3 Een nieuw lid: a. met een onderdeel. 8.4 Dit lid heette anders" in wordt
    assert "8.6 Gegevens blijven vijf jaar." in was
    assert "9.1 Gegevens worden drie jaar. Daarna worden zij gewist." in wordt
    assert "Verval" in was
    assert "Verval" not in wordt


def test_ids_are_unique_and_every_link_has_a_target(page: lxml_html.HtmlElement) -> None:
    """The copy on the left has no ids and no links; what is shown twice is found once."""
    ids = [element.get("id") for element in page.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    assert not page.xpath('//div[contains(@class, "was")]//*[@id or @href]')
    targets = {a.get("href").removeprefix("#") for a in page.xpath("//a[@href]")}
    assert targets <= set(ids)
    assert {label.get("for") for label in page.xpath("//label")} <= set(ids)


def test_the_filter_keeps_changes_and_the_headings_above_them() -> None:
    """A heading stays when anything under it changed, down to a word of a footnote."""
    kept = {
        d.text_of(piece.block.runs): piece.kept
        for piece in pieces(RENVOOI.blocks)
        if isinstance(piece.block, d.Heading)
    }
    assert kept == {
        "Duur en einde": True,
        "Looptijd": True,
        "Bewaren": True,
        "Ongewijzigd hoofdstuk": True,  # for the sake of artikel 11
        "Rust": False,
        "Verval": True,
    }


def test_the_page_marks_what_the_filter_hides(page: lxml_html.HtmlElement) -> None:
    """Unchanged blocks and unchanged leden carry the class by which they disappear."""
    hidden = page.xpath('//main//*[contains(@class, "ongewijzigd")]')
    found = " ".join(" ".join(part.text_content().split()) for part in hidden)
    for text in ("Dit lid bleef.", "Hier veranderde niets.", "Hier ook niet.", "Artikel 10 Rust"):
        assert text in found
    for text in ("artikellid", "Looptijd", "Daarna", "wat bleef", "Ongewijzigd hoofdstuk", "noot"):
        assert text not in found


def test_lists_that_marks_cut_are_one_list() -> None:
    """Leden that stayed, came and went stand in one list, each with its own fate."""
    one, other = leden(lid("1", paragraph("a"))), leden(lid("2", paragraph("b")))
    third = leden(lid("3", paragraph("c")))
    (piece,) = pieces((one, d.Marked("vervallen", (other,), "weg"), third))
    assert [(e.item.mark, e.fate, e.remark, e.changed) for e in piece.items] == [
        ("1", "", "", False),
        ("2", "vervallen", "weg", True),
        ("3", "", "", False),
    ]
    assert len(pieces((one, other))) == 2, "what no mark cut stays as it was"


def test_the_page_runs_one_script_and_loads_nothing(press: Press) -> None:
    """The policy of the page names its own script by hash and forbids everything else."""
    text = to_html(RENVOOI, press).decode()
    (script,) = re.findall(r"<script[^>]*>(.*?)</script>", text, re.DOTALL)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy[1].replace("&#43;", "+")
    assert policy[1].startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    addresses = re.findall(r"(?:src|href|url|srcset|action)\s*[=(]\s*[\"']?([^\"')\s>]+)", text)
    assert [a for a in addresses if not a.startswith(("#", "data:image/png;base64,"))] == []


def test_the_views_work_without_script(page: lxml_html.HtmlElement) -> None:
    """Radio buttons and a box stand before what they rule; the steps wait for the script."""
    body = [element.tag for element in page.xpath("/html/body/*")]
    kinds = page.xpath('//input[@class="hulp keuze onzichtbaar"]/@type')
    assert kinds == ["radio", "radio", "checkbox"]
    assert body.index("input") < body.index("main")
    assert page.xpath("//input[@checked]/@id") == ["_doorlopend"]
    assert page.xpath('//div[@class="stappen"]/@hidden')
    assert all(cell.get("hidden") is not None for cell in page.xpath('//div[@class="was hulp"]'))


@pytest.mark.parametrize("name", ["renvooi.html", "renvooi.css", "renvooi.js"])
def test_a_template_that_loads_from_elsewhere_is_refused(huisstijl: Huisstijl, name: str) -> None:
    """Who opens a renvooi tells nobody so."""
    data = huisstijl.bestanden[name] + b"\n/* url(https://voorbeeld.invalid/a.png) */"
    restyled = Huisstijl({**huisstijl.bestanden, name: data}, huisstijl.paden)
    with pytest.raises(ConvenantwerkError) as caught:
        to_html(RENVOOI, Press(restyled))
    assert (caught.value.code, caught.value.pad) == ("CV020", f"templates/{name}")


def test_a_landscape_table_has_no_second_copy(press: Press) -> None:
    """A was-wordt-tabel shows both editions already, so it has no views to choose from."""
    table = d.Table(
        (run("Was"), run("Wordt")), ((run("a"), run("b")),), ("links", "links"), (), (2, 3)
    )
    text = to_html(replace(RENVOOI, blocks=(NOTICE, table), landscape=True), press).decode()
    assert '<col style="width: 40.0%"><col style="width: 60.0%">' in text
    assert 'class="was' not in text
    assert 'id="_naast"' not in text
