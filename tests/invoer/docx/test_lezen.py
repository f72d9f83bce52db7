"""What a person sees in Word is what comes out of it, and every word is accounted for."""

from __future__ import annotations

import pytest
from tests.invoer.rekening import verschil
from tests.platen import bestand, vel
from tests.wordbestanden import lijst, p, r, word

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import (
    Alineabrok,
    Beeldbrok,
    Ingelezen,
    Lijnbrok,
    Tabelbrok,
    Weggelaten,
    Wens,
    tekst_van,
)
from convenantwerk.invoer.docx.lezen import lees
from convenantwerk.tekst.boom import Nadruk, Regeleinde, Tekst, Voetnoot, plain


def gelezen(data: bytes, wens: Wens | None = None) -> Ingelezen:
    """Read a Word file, and see that no word of it is unaccounted for."""
    ingelezen = lees(data, "stuk.docx", wens or Wens())
    assert verschil(ingelezen) == ({}, {})
    return ingelezen


def teksten(ingelezen: Ingelezen) -> list[str]:
    """Return each brok as one line, with its mark."""
    return [tekst_van(brok) for brok in ingelezen.brokken]


def alinea(ingelezen: Ingelezen, nummer: int = 0) -> Alineabrok:
    """Return a brok that is a paragraph."""
    brok = ingelezen.brokken[nummer]
    assert isinstance(brok, Alineabrok)
    return brok


def twijfels(ingelezen: Ingelezen) -> list[str]:
    """Return why somebody must look."""
    return [onzeker.waarom for onzeker in ingelezen.onzeker]


# --- paragraphs ----------------------------------------------------------------------------


def test_emphasis_is_that_of_the_letters_and_not_of_a_heading() -> None:
    """Bold, italic, high and low; a heading is bold by its style, which is no emphasis."""
    found = gelezen(
        word(
            p("Doel", ppr='<w:pStyle w:val="Kop1"/>')
            + p("Een ", r("vet ", "<w:b/>"), r("woord", "<w:b/>"), " en ", r("schuin", "<w:i/>"))
            + p("m", r("2", '<w:vertAlign w:val="superscript"/>'))
        )
    )
    kop = alinea(found)
    assert (kop.kopniveau, kop.inhoud, kop.grootte) == (1, (Tekst("Doel"),), 16)
    assert alinea(found, 1).inhoud == (
        Tekst("Een "),
        Nadruk("vet", (Tekst("vet woord"),)),
        Tekst(" en "),
        Nadruk("cursief", (Tekst("schuin"),)),
    )
    assert alinea(found, 2).inhoud == (Tekst("m"), Nadruk("hoog", (Tekst("2"),)))


def test_numbers_are_those_that_word_shows() -> None:
    """With their depth; a bullet of any look is a dash, and no word."""
    found = gelezen(word(lijst("Doel", 0) + lijst("een", 1) + lijst("a", 2) + lijst("stip", 3)))
    marks = [(b.merk, b.lijstdiepte) for b in found.brokken if isinstance(b, Alineabrok)]
    assert marks == [("Artikel 1", 0), ("1.", 1), ("a.", 2), ("-", 3)]
    assert "Artikel" in found.woorden


def test_signs_of_word_are_signs_of_the_text() -> None:
    """Breaks, tabs, a hyphen that does not break, one that is not there, and symbols."""
    found = gelezen(
        word(
            p(
                "<w:r><w:t>ex</w:t><w:noBreakHyphen/><w:t>gedetineerde</w:t><w:br/>"
                "<w:t>zorg</w:t><w:softHyphen/><w:t>huis</w:t><w:tab/>"
                '<w:sym w:font="Wingdings" w:char="F0A8"/><w:t> keuze</w:t></w:r>'
            )
        )
    )
    assert plain(alinea(found).inhoud) == "ex-gedetineerde\nzorghuis\t☐ keuze"
    assert Regeleinde() in alinea(found).inhoud
    assert not found.onzeker


def test_a_symbol_that_nobody_knows_is_told() -> None:
    """It keeps its place."""
    found = gelezen(word(p('<w:r><w:sym w:font="Eigen" w:char="F041"/><w:t> tekst</w:t></w:r>')))
    assert twijfels(found) == ["een teken uit een lettertype voor symbolen"]
    assert teksten(found) == ["\ufffd tekst"]


def test_where_a_page_begins_something_ends() -> None:
    """A break of page or column is no line of the text."""
    found = gelezen(word(p("een", '<w:r><w:br w:type="page"/></w:r>') + p("twee")))
    assert [type(brok) for brok in found.brokken] == [Alineabrok, Lijnbrok, Alineabrok]


def test_how_a_paragraph_stands() -> None:
    """Its indent in points, and whether it is centred."""
    ind = '<w:ind w:left="720" w:hanging="360"/>'
    found = gelezen(word(p("in", ppr=ind) + p("midden", ppr='<w:jc w:val="center"/>')))
    assert [(b.inspringing, b.midden) for b in found.brokken if isinstance(b, Alineabrok)] == [
        (18, False),
        (0, True),
    ]


# --- what is wrapped, hidden or made by Word ---------------------------------------------------


def test_what_is_wrapped_is_read() -> None:
    """Hyperlinks, smart tags, content controls of a block, a run and a cell, custom XML."""
    sdt = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = p(
        "<w:hyperlink>" + r("link") + "</w:hyperlink>", "<w:smartTag>" + r(" tag") + "</w:smartTag>"
    )
    body += (
        sdt.format(p("blok"))
        + p(sdt.format(r("veld")))
        + f"<w:customXml>{p('eigen')}</w:customXml>"
    )
    assert teksten(gelezen(word(body))) == ["link tag", "blok", "veld", "eigen"]


def test_a_field_says_what_it_shows() -> None:
    """Not what it is told; also one in another, one over paragraphs and one that never ends."""
    begin, scheidt, einde = (
        f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>' for soort in ("begin", "separate", "end")
    )
    opdracht = "<w:r><w:instrText> REF artikel3 </w:instrText></w:r>"
    body = p("zie ", begin, opdracht, scheidt, r("artikel 3"), einde, ".")
    body += p('<w:fldSimple w:instr="DATE">' + r("1 mei") + "</w:fldSimple>")
    body += p(begin, "<w:r><w:instrText> IF </w:instrText></w:r>", begin, opdracht, scheidt)
    body += p(r("binnen"), einde, scheidt, r("buiten"), einde)
    assert teksten(gelezen(word(body))) == ["zie artikel 3.", "1 mei", "buiten"]


def test_a_contents_list_is_marked() -> None:
    """By its field, its styles or the control it stands in."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    )
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    sdt = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{p('Inhoud')}</w:sdtContent></w:sdt>"
    )
    body = p(begin, "Doel 3") + p("Duur 4", '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body += p("Kosten 5", ppr='<w:pStyle w:val="Toc1"/>') + sdt + p("Tekst")
    marks = [b.inhoudsopgave for b in gelezen(word(body)).brokken if isinstance(b, Alineabrok)]
    assert marks == [True, True, True, True, False]


def test_hidden_words_are_left_out_and_told() -> None:
    """Within a word too."""
    found = gelezen(word(p("zicht", r("baar", "<w:vanish/>"), " en meer")))
    assert teksten(found) == ["zicht en meer"]
    assert [(weg.tekst, weg.waarom) for weg in found.weggelaten] == [("baar", "verborgen")]


def test_headers_and_footers_are_left_out_and_told() -> None:
    """Each once, and a watermark."""
    merk = '<w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    found = gelezen(word(p("tekst"), {"header": p("Convenant", merk), "footer": p("pagina 2")}))
    assert teksten(found) == ["tekst"]
    assert [(weg.tekst, weg.waarom) for weg in found.weggelaten] == [
        ("Convenant", "koptekst"),
        ("CONCEPT", "watermerk"),
        ("pagina 2", "voettekst"),
    ]


def test_a_comment_is_told_with_who_and_where() -> None:
    """It is no text."""
    body = p(
        "Het doel ",
        '<w:commentRangeStart w:id="4"/>',
        r("is zorg."),
        '<w:commentRangeEnd w:id="4"/>',
    )
    comment = f'<w:comment w:id="4" w:author="A. Voorbeeld">{p("Klopt dit?")}</w:comment>'
    found = gelezen(word(body, {"comments": comment}))
    (opmerking,) = found.opmerkingen
    assert (opmerking.tekst, opmerking.door, opmerking.bij) == (
        "Klopt dit?",
        "A. Voorbeeld",
        "Het doel ",
    )
    assert teksten(found) == ["Het doel is zorg."]


def test_a_text_box_is_read_once() -> None:
    """It stands there twice, for old and new versions of Word; it comes after its paragraph."""
    vak = f"<w:txbxContent>{p('in het vak')}</w:txbxContent>"
    nieuw = f"<w:drawing><wp:anchor><wps:txbx>{vak}</wps:txbx></wp:anchor></w:drawing>"
    oud = f"<w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict>"
    keuze = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{nieuw}</mc:Choice>'
        f"<mc:Fallback>{oud}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    found = gelezen(word(p("ernaast", keuze) + p("erna")))
    assert teksten(found) == ["ernaast", "in het vak", "erna"]
    assert twijfels(found) == ["stond in een tekstvak naast de tekst"]


def test_a_formula_keeps_its_signs() -> None:
    """And is looked at by a person."""
    found = gelezen(word(p("som ", "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>")))
    assert teksten(found) == ["som a+b"]
    assert twijfels(found) == ["een formule; alleen haar tekens zijn ingelezen"]


# --- notes ---------------------------------------------------------------------------------


def noot(soort: str, nummer: int, *alineas: str) -> str:
    """Return a note as Word keeps it."""
    return f'<w:{soort} w:id="{nummer}">{"".join(map(p, alineas))}</w:{soort}>'


def test_notes_have_the_number_that_word_shows() -> None:
    """Footnotes in figures, endnotes in Roman ones; the line above them is none."""
    streep = '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    roept = '<w:r><w:{}Reference w:id="{}"/></w:r>'
    body = p("een", roept.format("footnote", 7), " twee", roept.format("footnote", 8))
    body += p("drie", roept.format("endnote", 2))
    delen = {
        "footnotes": streep + noot("footnote", 8, "Acht.") + noot("footnote", 7, "Zeven.", "Meer."),
        "endnotes": noot("endnote", 2, "Eind."),
    }
    found = gelezen(word(body, delen))
    noten = [
        (inline.merk, plain(inline.inhoud))
        for brok in found.brokken
        if isinstance(brok, Alineabrok)
        for inline in brok.inhoud
        if isinstance(inline, Voetnoot)
    ]
    assert noten == [("1", "Zeven. Meer."), ("2", "Acht."), ("i", "Eind.")]
    assert twijfels(found) == ["een noot van meer dan een alinea"]


def test_a_note_with_a_mark_of_its_own_is_not_counted() -> None:
    """The mark follows its call, and is no word of the text."""
    eigen = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = p("een", eigen, " twee", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    delen = {"footnotes": noot("footnote", 1, "Ster.") + noot("footnote", 2, "Een.")}
    inhoud = alinea(gelezen(word(body, delen))).inhoud
    assert [deel.merk for deel in inhoud if isinstance(deel, Voetnoot)] == ["*", "1"]
    assert plain(inhoud) == "een twee"


def test_a_note_that_is_not_there_is_told() -> None:
    """Its call has no words."""
    found = gelezen(word(p("een", '<w:r><w:footnoteReference w:id="9"/></w:r>')))
    assert twijfels(found) == ["de noot die hier wordt aangehaald, is er niet"]


# --- tables and pictures ------------------------------------------------------------------------


def cel(inhoud: str, tcpr: str = "") -> str:
    """Return a cell."""
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{inhoud}</w:tc>"


def test_a_table_has_its_words_in_its_cells() -> None:
    """What a merged cell covers is empty; a list in a cell keeps its marks."""
    kop = "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cel(p("wie")) + cel(p("wat")) + "</w:tr>"
    breed = "<w:tr>" + cel(p("samen"), '<w:gridSpan w:val="2"/>') + "</w:tr>"
    hoog = (
        "<w:tr>" + cel(p(""), "<w:vMerge/>") + cel(lijst("een", 1) + lijst("twee", 1)) + "</w:tr>"
    )
    (tabel,) = gelezen(word(f"<w:tbl>{kop}{breed}{hoog}</w:tbl>")).brokken
    assert isinstance(tabel, Tabelbrok)
    assert tabel.kop
    assert [[plain(c) for c in rij] for rij in tabel.rijen] == [
        ["wie", "wat"],
        ["samen", ""],
        ["", "1. een\n2. twee"],
    ]


def test_a_table_in_a_table_loses_no_word() -> None:
    """Its cells come under each other, and that is told."""
    binnen = "<w:tbl><w:tr>" + cel(p("a")) + cel(p("b")) + "</w:tr></w:tbl>"
    buiten = "<w:tbl><w:tr>" + cel(p("voor") + binnen) + cel(p("naast")) + "</w:tr></w:tbl>"
    found = gelezen(word(buiten))
    assert teksten(found) == ["voor\na\nb naast"]
    assert twijfels(found) == ["een tabel in een cel; haar cellen staan onder elkaar"]


def test_a_frame_of_one_column_is_no_table() -> None:
    """It is text with a line around it."""
    found = gelezen(word("<w:tbl><w:tr>" + cel(p("in een kader")) + "</w:tr></w:tbl>"))
    assert plain(alinea(found).inhoud) == "in een kader"


def figuur(alt: str, verwijst: str = "image") -> str:
    """Return a picture in the line."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        f'<pic:blipFill><a:blip r:embed="{verwijst}"/></pic:blipFill></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def test_a_picture_comes_with_the_words_that_stand_for_it() -> None:
    """Only PNG and JPEG are kept; of another its words are."""
    data = bestand(vel(3, 2), "PNG")
    found = gelezen(word(p("zie", figuur("de route")), {"image": data}))
    assert isinstance(found.brokken[1], Beeldbrok)
    assert (found.brokken[1].data, found.brokken[1].suffix, found.brokken[1].alt) == (
        data,
        ".png",
        "de route",
    )
    emf = gelezen(word(p("zie", figuur("de route")), {"image": b"\x01\0\0\0 EMF"}))
    assert teksten(emf) == ["zie [de route]"]
    assert twijfels(emf) == ["een figuur die niet is overgenomen: geen PNG of JPEG (image)"]


def test_a_picture_elsewhere_is_not_fetched() -> None:
    """Nor one that is not there."""
    found = gelezen(word(p(figuur("kaart", "nergens"))))
    assert teksten(found) == ["[kaart]"]
    assert twijfels(found) == ["een figuur die niet in het bestand zit; zij is niet opgehaald"]


# --- tracked changes -----------------------------------------------------------------------------

DEL = '<w:del w:author="A. Voorbeeld"><w:r><w:delText>oude </w:delText></w:r></w:del>'
INS = '<w:ins w:author="B. Voorbeeld">' + r("nieuwe ") + "</w:ins>"


def test_tracked_changes_are_refused_until_somebody_chooses() -> None:
    """With how many, and whose."""
    with pytest.raises(OnleesbaarError) as error:
        lees(word(p("de ", DEL, INS, "tekst")), "stuk.docx", Wens())
    (bevinding,) = error.value.diagnostics
    assert bevinding.code == "CV941"
    assert "2 wijzigingen" in bevinding.melding
    assert "A. Voorbeeld (1), B. Voorbeeld (1)" in bevinding.melding


@pytest.mark.parametrize(
    ("wens", "tekst", "weg"),
    [
        ("aanvaard", "de nieuwe tekst", ("oude ", "doorgehaald")),
        ("verwerp", "de oude tekst", ("nieuwe ", "ingevoegd")),
    ],
)
def test_changes_are_accepted_or_rejected(wens: str, tekst: str, weg: tuple[str, str]) -> None:
    """What goes is told with its words."""
    found = gelezen(word(p("de ", DEL, INS, "tekst")), _wens(wens))
    assert teksten(found) == [tekst]
    assert [(one.tekst, one.waarom) for one in found.weggelaten] == [weg]


def _wens(wens: str) -> Wens:
    return Wens("aanvaard" if wens == "aanvaard" else "verwerp")


def test_a_paragraph_whose_mark_goes_is_one_with_the_next() -> None:
    """An inserted mark when it is rejected, a deleted one when it is accepted."""
    for tag, wens, anders in (("del", "aanvaard", "verwerp"), ("ins", "verwerp", "aanvaard")):
        eerste = p("een ", ppr=f"<w:rPr><w:{tag}/></w:rPr>")
        data = word(eerste + p("twee"))
        assert teksten(gelezen(data, _wens(wens))) == ["een twee"]
        assert [t.strip() for t in teksten(gelezen(data, _wens(anders)))] == ["een", "twee"]


def test_rows_and_moves_and_looks_are_changes_too() -> None:
    """A row that was inserted, words that moved, a heading that was made one."""
    rij = "<w:tr><w:trPr><w:ins/></w:trPr>" + cel(p("nieuw")) + cel(p("rij")) + "</w:tr>"
    vast = "<w:tr>" + cel(p("a")) + cel(p("b")) + "</w:tr>"
    kop = '<w:pStyle w:val="Kop1"/><w:pPrChange><w:pPr/></w:pPrChange>'
    body = p("kop", ppr=kop) + p("<w:moveFrom>" + r("hier") + "</w:moveFrom>")
    body += f"<w:tbl>{vast}{rij}</w:tbl>" + p("<w:moveTo>" + r("hier") + "</w:moveTo>")
    nieuw = gelezen(word(body), Wens("aanvaard"))
    assert teksten(nieuw) == ["kop", "a b nieuw rij", "hier"]
    oud = gelezen(word(body), Wens("verwerp"))
    assert teksten(oud) == ["kop", "hier", "a b"]
    assert [alinea(one).kopniveau for one in (nieuw, oud)] == [1, 0]
    assert {weg.waarom for weg in oud.weggelaten} == {"ingevoegd"}
    assert all(isinstance(weg, Weggelaten) for weg in nieuw.weggelaten)


def test_a_list_that_a_change_made_goes_with_it() -> None:
    """The paragraph was there before it was numbered."""
    nummer = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:author="B"/></w:numPr>'
    data = word(p("Doel", ppr=nummer))
    assert teksten(gelezen(data, Wens("aanvaard"))) == ["Artikel 1 Doel"]
    assert teksten(gelezen(data, Wens("verwerp"))) == ["Doel"]


def test_letters_that_libreoffice_moved_are_high_or_low() -> None:
    """They are smaller too; what is moved a little, or is as large, is not."""
    moved = '<w:position w:val="{}"/><w:sz w:val="{}"/>'.format
    found = gelezen(
        word(
            p("m", r("2", moved(6, 12)), " H", r("3", moved(-4, 12)), "O")
            + p("een", r("twee", moved(8, 20)), r("drie", moved(1, 12)))
        )
    )
    assert alinea(found).inhoud == (
        Tekst("m"),
        Nadruk("hoog", (Tekst("2"),)),
        Tekst(" H"),
        Nadruk("laag", (Tekst("3"),)),
        Tekst("O"),
    )
    assert alinea(found, 1).inhoud == (Tekst("eentweedrie"),)


def test_what_a_change_takes_away_is_told_once_and_whole() -> None:
    """A row in a row that goes; with the hyphens and signs that it has."""
    rij = "<w:tr><w:trPr><w:ins/></w:trPr>{}</w:tr>"
    binnen = "<w:tbl>" + rij.format(cel(p("binnen"))) + "</w:tbl>"
    streep = p("<w:ins><w:r><w:t>ex</w:t><w:noBreakHyphen/><w:t>lid</w:t></w:r></w:ins>")
    body = "<w:tbl>" + rij.format(cel(binnen + streep)) + "</w:tbl>" + p("rest")
    found = gelezen(word(body), Wens("verwerp"))
    assert teksten(found) == ["rest"]
    assert [weg.tekst for weg in found.weggelaten] == ["binnen", "ex-lid"]


def test_paragraphs_whose_marks_go_keep_their_order() -> None:
    """Also many of them, and with the end of a move between them."""
    weg = "<w:rPr><w:del/></w:rPr>"
    body = p("een ", ppr=weg) + "<w:moveFromRangeEnd/>" + p("twee ", "meer ", ppr=weg) + p("drie")
    assert teksten(gelezen(word(body), Wens("aanvaard"))) == ["een twee meer drie"]


@pytest.mark.traag
def test_what_is_shown_over_and_over_is_bounded() -> None:
    """A long note, and a picture."""
    roept = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    lang = word(p(*[roept] * 3000), {"footnotes": noot("footnote", 1, "woord " * 100)})
    veel = word(p(*[figuur("x")] * 1001), {"image": bestand(vel(3, 2), "PNG")})
    for data, reden in ((lang, "noot"), (veel, "figuren")):
        with pytest.raises(OnleesbaarError) as error:
            lees(data, "stuk.docx", Wens())
        assert reden in error.value.diagnostics[0].melding
