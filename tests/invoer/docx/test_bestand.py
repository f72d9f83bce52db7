"""What is no Word file, or may do harm, is refused in words that say what to do."""

from __future__ import annotations

import pytest
from tests.wordbestanden import NS, p, word

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Wens, tekst_van
from convenantwerk.invoer.docx.lezen import lees

MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
DTD = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
DOCUMENT = f"<w:document {NS}><w:body>{p('tekst')}</w:body></w:document>".encode()
LEEG = b"<Types/>"


def reden(data: bytes) -> str:
    """Return what is said of a file that is refused."""
    with pytest.raises(OnleesbaarError) as error:
        lees(data, "stuk.docx", Wens())
    (bevinding,) = error.value.diagnostics
    assert bevinding.code == "CV951"
    assert bevinding.tip
    return bevinding.melding


@pytest.mark.parametrize(
    ("data", "woord"),
    [
        (b"zomaar tekst", "beschadigd"),
        (b"", "beschadigd"),
        (word(p("tekst"))[:-60], "beschadigd"),
        (word(p("tekst"), ruw={"word/vbaProject.bin": b"macro"}), "macro's"),
        (word(p("tekst"), hoofd=MACRO), "macro's"),
        (word("", ruw={"_rels/.rels": b"<Relationships/>"}), "geen tekst van Word"),
        (word("", ruw={"word/document.xml": DTD + DOCUMENT}), "DTD"),
        (word("", ruw={"word/document.xml": b"<w:document"}), "XML is niet te lezen"),
    ],
)
def test_it_is_refused_and_told_why(data: bytes, woord: str) -> None:
    """Nothing of it was read further than was needed to see that."""
    assert woord in reden(data)


@pytest.mark.traag
def test_what_is_too_large_is_refused_and_told_why() -> None:
    """What a packed file may hold has a limit, and so has the number of alineas."""
    wijd = word("", ruw={"word/document.xml": b"<x>" + b" " * 50_000_000 + b"</x>"})
    assert "honderden" in reden(wijd)
    assert "alinea's" in reden(word("".join(f"<w:p>{n}</w:p>" for n in range(200_001))))


def test_a_strict_file_is_read_as_any_other() -> None:
    """ISO 29500 Strict has other namespaces, and nothing else that matters here."""
    strikt = DOCUMENT.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    found = lees(word("", ruw={"word/document.xml": strikt}), "stuk.docx", Wens())
    assert [tekst_van(brok) for brok in found.brokken] == ["tekst"]


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl><w:tr><w:tc>" * 60 + p("diep") + "</w:tc></w:tr></w:tbl>" * 60,
        "<w:p>"
        + "<w:smartTag>" * 240
        + "<w:r><w:t>diep</w:t></w:r>"
        + "</w:smartTag>" * 240
        + "</w:p>",
        "<w:sdt><w:sdtContent>" * 60 + p("diep") + "</w:sdtContent></w:sdt>" * 60,
    ],
)
def test_what_lies_deep_keeps_its_words(body: str) -> None:
    """And costs no more than its length."""
    found = lees(word(body), "stuk.docx", Wens())
    assert [tekst_van(brok).strip() for brok in found.brokken] == ["diep"]
    assert found.woorden == ("diep",)
