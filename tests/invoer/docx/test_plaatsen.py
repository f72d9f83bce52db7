"""Words stand where Word has them, or the file is refused; what only wraps them is read."""

from __future__ import annotations

import pytest
from tests.invoer.docx.test_lezen import cel, gelezen, teksten
from tests.wordbestanden import NS, p, r, word

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Wens
from convenantwerk.invoer.docx import plaatsen
from convenantwerk.invoer.docx.lezen import lees

T = "<w:t>zorg</w:t>"


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{T}</w:p>",
        f"<w:p><w:pPr>{r('zorg')}</w:pPr></w:p>",
        f"<w:p><w:r><w:rPr>{T}</w:rPr></w:r></w:p>",
        f"<w:p><w:r>{p('zorg')}</w:r></w:p>",
        f"<w:p>{p('zorg')}</w:p>",
        r("zorg"),
        f"<w:tbl>{p('zorg')}</w:tbl>",
        f"<w:tbl><w:tr>{p('zorg')}</w:tr></w:tbl>",
        f"<w:p><w:r><w:br>{r('zorg')}</w:br></w:r></w:p>",
        f"<w:p><w:r><w:drawing>{p('zorg')}</w:drawing></w:r></w:p>",
    ],
)
def test_words_where_word_has_none_are_not_hidden(body: str) -> None:
    """The file is refused, with the words."""
    with pytest.raises(OnleesbaarError) as error:
        lees(word(body), "stuk.docx", Wens())
    (bevinding,) = error.value.diagnostics
    assert bevinding.code == "CV951"
    assert "'zorg'" in bevinding.melding


def test_what_nobody_knows_only_wraps() -> None:
    """Around paragraphs, rows, cells, runs, and in a run."""
    om = "<w:nieuw>{}</w:nieuw>".format
    rij = f"<w:tr>{cel(p('a'))}{om(cel(p('b')))}</w:tr>"
    body = om(p("blok")) + p(om(r("woord"))) + p(f"<w:r>{om(T)}</w:r>")
    assert teksten(gelezen(word(f"{body}<w:tbl>{om(rij)}</w:tbl>"))) == [
        *("blok", "woord", "zorg"),
        "a b",
    ]


def test_words_in_a_formula_are_read() -> None:
    """Runs of Word in it, and a formula in a run."""
    formule = "<m:oMath><m:r><w:t>som </w:t></m:r><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    assert teksten(gelezen(word(p(formule) + p(f"<w:r>{formule}</w:r>")))) == ["som a+b"] * 2


def test_a_comment_of_xml_hides_no_words() -> None:
    """Nor does an instruction to a program."""
    (tekst,) = teksten(gelezen(word(p("<w:r><w:t>een<!-- x --> twee<?x y?> drie</w:t></w:r>"))))
    assert tekst == "een twee drie"


def test_what_lies_deep_is_read_or_refused() -> None:
    """Content controls in each other, and tables in tables with a list in them."""
    for diep in (30, 1000):
        om, toe = "<w:sdt><w:sdtContent>" * diep, "</w:sdtContent></w:sdt>" * diep
        try:
            assert teksten(gelezen(word(om + p("diep") + toe))) == ["diep"]
        except OnleesbaarError:
            assert diep == 1000


def test_a_text_that_is_not_of_word_is_not_taken_for_an_empty_one() -> None:
    """Another root, or a namespace that is not known in this encoding."""
    strikt = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    vreemd = NS.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main", strikt)
    xml = f"<w:document {vreemd}><w:body>{p('zorg')}</w:body></w:document>"
    for data in (b"<a/>", xml.encode("utf-16")):
        with pytest.raises(OnleesbaarError) as error:
            lees(word("", ruw={"word/document.xml": data}), "stuk.docx", Wens())
        assert "geen tekst van Word" in error.value.diagnostics[0].melding


def test_a_part_of_too_many_pieces_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty runs have no words, and cost as much time as full ones."""
    monkeypatch.setattr(plaatsen, "ELEMENTEN", 100)
    assert not gelezen(word("<w:p>" + "<w:r/>" * 90 + "</w:p>")).brokken
    with pytest.raises(OnleesbaarError):
        lees(word("<w:p>" + "<w:r/>" * 100 + "</w:p>"), "stuk.docx", Wens())
