"""Word files that went wrong: one with all that is read, and chance let loose on its XML."""

from __future__ import annotations

import copy
import random
from typing import TYPE_CHECKING, Any

from lxml import etree
from tests.platen import bestand, vel
from tests.wordbestanden import NS, NUMMERING, STIJLEN, lijst, p, r, word

if TYPE_CHECKING:
    from collections.abc import Callable

# An element of lxml, which comes without types.
Xml = Any

_KEER = 8  # changes of one file, at most
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WAARDEN = (
    *("", "0", "1", "2", "8", "9", "-1", "-720", "99999999999999999999", "1000000000", "1e9", "x"),
    *("%1.%2.%3", "bullet", "none", "custom", "ordinalText", "lowerRoman", "begin", "separate"),
    *(
        "end",
        "page",
        "superscript",
        "Kop1",
        "Toc1",
        "footnotes",
        "header",
        "image",
        "true",
        "\u202e",
    ),
)
_TEKSTEN = (
    "",
    " ",
    "woord",
    "\u202e\u05d5\u05de",
    "\U0001f600",
    "a\tb\nc",
    "\u2028",
    "1.",
    "-",
    "x" * 300,
)


def _veld(*inhoud: str, opdracht: str = " REF a ") -> str:
    begin, scheidt, einde = (
        f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>' for soort in ("begin", "separate", "end")
    )
    told = f"<w:r><w:instrText>{opdracht}</w:instrText></w:r>"
    return f"{begin}{told}{scheidt}{''.join(inhoud)}{einde}"


def _noot(soort: str, nummer: int) -> str:
    return f'<w:r><w:{soort}Reference w:id="{nummer}"/></w:r>'


def _cel(inhoud: str, tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{inhoud}</w:tc>"


def _rij(*cellen: str, trpr: str = "") -> str:
    return f"<w:tr><w:trPr>{trpr}</w:trPr>{''.join(cellen)}</w:tr>"


def _sdt(inhoud: str, gallery: str = "x") -> str:
    pr = f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{pr}</w:sdtPr><w:sdtContent>{inhoud}</w:sdtContent></w:sdt>"


def _vak(inhoud: str) -> str:
    vak = f"<w:txbxContent>{inhoud}</w:txbxContent>"
    nieuw = f"<w:drawing><wp:anchor><wps:txbx>{vak}</wps:txbx></wp:anchor></w:drawing>"
    oud = f"<w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{nieuw}</mc:Choice>'
        f"<mc:Fallback>{oud}</mc:Fallback></mc:AlternateContent></w:r>"
    )


_FIGUUR = (
    '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="de route"/><a:graphic>'
    '<pic:blipFill><a:blip r:embed="image"/></pic:blipFill></a:graphic></wp:inline>'
    "</w:drawing></w:r>"
)
_WEG = '<w:del w:author="A"><w:r><w:delText>oude woorden</w:delText></w:r></w:del>'
_ERBIJ = f'<w:ins w:author="B">{r("nieuwe woorden")}</w:ins>'
_TABEL = (
    "<w:tbl>"
    + _rij(_cel(p("wie")), _cel(p("wat")), trpr="<w:tblHeader/>")
    + _rij(_cel(p("samen"), '<w:gridSpan w:val="2"/>'), trpr='<w:gridBefore w:val="1"/>')
    + _rij(_cel(p("hoog"), '<w:vMerge w:val="restart"/>'), _cel(lijst("in cel", 1)))
    + _rij(_cel(p("")), _cel(f"<w:tbl>{_rij(_cel(p('binnen')), _cel(p('tabel')))}</w:tbl>{p('')}"))
    + _rij(_cel(p("erbij")), _cel(p("gekomen")), trpr='<w:ins w:author="B"/>')
    + "</w:tbl>"
)
_TEKST = (
    p("Convenant ", r("proef", "<w:b/>"), ppr='<w:jc w:val="center"/>')
    + _sdt(
        p(_veld(r("Doel 3"), opdracht="TOC"), ppr='<w:pStyle w:val="Toc1"/>'), "Table of Contents"
    )
    + p("Inleiding", ppr='<w:pStyle w:val="Kop1"/>')
    + lijst("Doel", 0)
    + lijst("eerste lid", 1)
    + lijst("onder a", 2)
    + lijst("stip", 3)
    + p("met noot", _noot("footnote", 1), " en ", _noot("endnote", 1), r("zacht", "<w:vanish/>"))
    + p(
        "zie ",
        _veld(r("artikel 1")),
        '<w:fldSimple w:instr="DATE">' + r("1 mei") + "</w:fldSimple>",
    )
    + p('<w:commentRangeStart w:id="1"/>', "besproken", '<w:commentRangeEnd w:id="1"/>')
    + p("een", "<w:r><w:br/><w:t>twee</w:t><w:tab/><w:noBreakHyphen/></w:r>")
    + p(
        "<w:r><w:sym w:font='Wingdings' w:char='F0A8'/></w:r>",
        "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>",
    )
    + _TABEL
    + p("ernaast", _vak(p("in het vak")), _FIGUUR)
    + p("was ", _WEG, _ERBIJ, ppr='<w:rPr><w:del w:author="A"/></w:rPr>')
    + p("erna", '<w:r><w:br w:type="page"/></w:r>', "<w:hyperlink>" + r("link") + "</w:hyperlink>")
    + p(
        "<w:r><w:ruby><w:rt>"
        + r("boven")
        + "</w:rt><w:rubyBase>"
        + r("onder")
        + "</w:rubyBase></w:ruby></w:r>"
    )
    + '<w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr></w:sectPr>'
)
_DELEN = {
    "document": _TEKST,
    "styles": STIJLEN,
    "numbering": NUMMERING,
    "footnotes": f'<w:footnote w:id="1">{p("Voet ", _noot("footnote", 1))}{p("meer")}</w:footnote>',
    "endnotes": f'<w:endnote w:id="1">{p("Eind.")}</w:endnote>',
    "comments": f'<w:comment w:id="1" w:author="A. Voorbeeld">{p("Klopt dit?")}</w:comment>',
    "header": p(
        "kop", '<w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    ),
    "footer": p("bladzijde ", _veld(r("2"), opdracht="PAGE")),
}


def bedorven(zaad: int, *, keer: int = _KEER) -> bytes:
    """Return a Word file of which chance deleted, doubled, moved and changed parts of the XML.

    Args:
        zaad: where chance begins; the same number gives the same file.
        keer: how many changes at most; 0 for the file as it is.
    """
    kans = random.Random(zaad)  # noqa: S311
    delen = {}
    te_doen = kans.choices(
        list(_DELEN), [10, 2, 2, 2, 1, 1, 2, 1], k=kans.randint(min(keer, 1), keer)
    )
    for naam, xml in _DELEN.items():
        root = etree.fromstring(f"<w:x {NS}>{xml}</w:x>")
        for _ in range(te_doen.count(naam)):
            kans.choice(_DADEN)(root, kans)
        delen[naam] = "".join(etree.tostring(kind, encoding="unicode") for kind in root)
    body = delen.pop("document")
    return word(body, {**delen, "image": _BEELD})


def _een(root: Xml, kans: random.Random) -> Xml:
    return kans.choice([e for e in root.iter(etree.Element) if e is not root] or [root])


def _haal_weg(root: Xml, kans: random.Random) -> None:
    element = _een(root, kans)
    if element is not root:
        element.getparent().remove(element)


def _dubbel(root: Xml, kans: random.Random) -> None:
    element = _een(root, kans)
    if element is not root:
        for _ in range(kans.choice((1, 1, 3))):
            element.addnext(copy.deepcopy(element))


def _verplaats(root: Xml, kans: random.Random) -> None:
    element, naar = _een(root, kans), _een(root, kans)
    if element is not root and element not in naar.iterancestors() and element is not naar:
        naar.insert(kans.randint(0, len(naar)), element)


def _kopieer(root: Xml, kans: random.Random) -> None:
    naar = _een(root, kans)
    naar.insert(kans.randint(0, len(naar)), copy.deepcopy(_een(root, kans)))


def _ruil(root: Xml, kans: random.Random) -> None:
    een, ander = _een(root, kans), _een(root, kans)
    een.tag, ander.tag = ander.tag, een.tag


def _pak_in(root: Xml, kans: random.Random) -> None:
    element, om = _een(root, kans), _een(root, kans)
    if element is not root:
        wikkel = etree.Element(kans.choice((om.tag, om.tag, f"{_W}onbekend")))
        element.addprevious(wikkel)
        wikkel.append(element)


def _pak_uit(root: Xml, kans: random.Random) -> None:
    element = _een(root, kans)
    if element is not root:
        for kind in list(element):
            element.addprevious(kind)
        element.getparent().remove(element)


def _waarde(root: Xml, kans: random.Random) -> None:
    dragers = [e for e in root.iter(etree.Element) if e.attrib]
    if dragers:
        element = kans.choice(dragers)
        naam = kans.choice(list(element.attrib))
        if kans.random() < 0.2:
            del element.attrib[naam]
        else:
            element.set(naam, kans.choice(_WAARDEN))


def _tekst(root: Xml, kans: random.Random) -> None:
    _een(root, kans).text = kans.choice(_TEKSTEN)


def _los(root: Xml, kans: random.Random) -> None:
    _een(root, kans).append(
        kans.choice((etree.Comment("c"), etree.ProcessingInstruction("pi", "x")))
    )


_DADEN: tuple[Callable[[Xml, random.Random], None], ...] = (
    *(_haal_weg, _dubbel, _verplaats, _verplaats, _kopieer, _ruil, _pak_in, _pak_uit, _waarde),
    *(_waarde, _tekst, _los),
)
_BEELD = bestand(vel(3, 2), "PNG")
