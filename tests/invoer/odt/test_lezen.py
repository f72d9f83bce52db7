"""An OpenDocument is read as LibreOffice shows it, and no word of it is lost."""

import zipfile
from base64 import b64encode
from io import BytesIO

import pytest
from tests.invoer.odt.platte_odt import GEWOON, NUMMERINGEN, fodt, item, kop, lijst
from tests.invoer.rekening import getoond, verschil
from tests.vijandig.plek import plaat, reuzenplaat

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Alineabrok, Beeldbrok, Ingelezen, Wens
from convenantwerk.invoer.odt.lezen import lees

PNG = plaat()
LETTERS = """
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/>
</style:style><style:style style:name="C" style:family="text" style:parent-style-name="B">
<style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="H" style:family="text"><style:text-properties
style:text-position="super 58%"/></style:style><style:style style:name="W" style:family="text">
<style:text-properties text:display="none"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties
fo:text-align="center" fo:margin-left="1in" fo:break-before="page"/></style:style>
<style:style style:name="K" style:family="paragraph" style:default-outline-level="2"/>
"""
GEWIJZIGD = """<text:tracked-changes><text:changed-region text:id="a"><text:deletion>
<office:change-info><dc:creator>Mw. A. Voorbeeld</dc:creator></office:change-info>
<text:p>oude zin</text:p></text:deletion></text:changed-region><text:changed-region text:id="b">
<text:insertion><office:change-info/></text:insertion></text:changed-region></text:tracked-changes>
<text:p>De <text:change text:change-id="a"/><text:change-start text:change-id="b"/>nieuwe
<text:change-end text:change-id="b"/>tekst.</text:p>"""


def _gelezen(data: bytes, wens: Wens | None = None) -> Ingelezen:
    gelezen = lees(data, "tekst.odt", wens or Wens())
    assert verschil(gelezen) == ({}, {})
    return gelezen


def _regels(tekst: str, stijlen: str = "") -> list[str]:
    return getoond(_gelezen(fodt(tekst, stijlen)).brokken)


def test_how_words_look() -> None:
    """Emphasis by styles that build on each other, spaces, breaks, what stands high."""
    tekst = (
        '<text:p>een<text:s text:c="3"/>t<text:span text:style-name="B">vet</text:span><text:tab/>'
        '<text:span text:style-name="C">beide</text:span><text:line-break/>m<text:span '
        'text:style-name="H">2</text:span> <text:page-count>12</text:page-count></text:p>'
        '<text:p text:style-name="P">midden</text:p><text:p text:style-name="K">kop</text:p>'
    )
    assert _regels(tekst, LETTERS) == [
        *("een t**vet** ***beide***\\m^2^ 12", "---", "{midden} midden", "## kop")
    ]


def test_marks_are_those_that_libreoffice_shows() -> None:
    """A few of those that scripts/proef_odt.py holds against LibreOffice."""
    merken = {
        naam: [b.merk for b in _gelezen(data).brokken if isinstance(b, Alineabrok)]
        for naam, data in NUMMERINGEN.items()
    }
    assert merken["gewoon"] == ["1.", "a.", "b.", "i)", "2."]
    assert merken["niveaus samen"] == ["1.", "1.1.", "1.2.", "1.2.a)", "2."]
    assert merken["voor en na"] == ["Artikel 1:", "Artikel 2:"]
    assert merken["dertig letters"][24:] == ["y.", "z.", "aa.", "ab.", "ac.", "ad."]
    assert merken["letters samen"][25:28] == ["Z.", "AA.", "BB."]
    assert merken["gaat verder"] == ["1.", "", "2."]
    assert merken["twee lijsten"] == ["1.", "", "1."]
    assert merken["kop van een lijst"] == ["", "1.", "2."]
    assert merken["koppen"] == ["1.", "1.1", "1.2", "2.", "2.1", ""]
    assert merken["eigen vorm"] == ["(1)", "1-a:", "1-b:", "i", "(2)"]
    assert merken["streepjes"] == ["-", "-"]


def test_tables_and_what_stands_in_them() -> None:
    """Cells that span, a list in a cell, a heading row, a repeated cell."""
    tekst = (
        "<table:table><table:table-header-rows><table:table-row><table:table-cell "
        'table:number-columns-spanned="2"><text:p>a</text:p></table:table-cell>'
        "<table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell>"
        f"{lijst(item('x'))}<text:p>y</text:p></table:table-cell>"
        '<table:table-cell table:number-columns-repeated="2"/></table:table-row></table:table>'
    )
    gelezen = _gelezen(fodt(tekst, GEWOON))
    assert getoond(gelezen.brokken) == ["| a |  | b |", "| 1. x\\y |  |  |"]
    assert [getattr(brok, "kop", None) for brok in gelezen.brokken] == [True]


def test_notes_remarks_and_what_is_hidden() -> None:
    """A note stands where it is called; a remark is no text; what nobody sees is told."""
    tekst = (
        "<text:p>Woord<text:note><text:note-citation>3</text:note-citation>"
        "<text:note-body><text:p>De <text:span>noot</text:span>.</text:p><text:p>Meer.</text:p>"
        "</text:note-body></text:note>.<office:annotation><dc:creator>Dhr. B. Verzonnen"
        "</dc:creator><dc:date>2026-11-26</dc:date><text:p>klopt dit?</text:p>"
        '</office:annotation> Zicht<text:span text:style-name="W">baar</text:span></text:p>'
        '<text:section text:display="none">'
        '<text:p>stil</text:p></text:section><text:p><text:a xlink:href="http://x.nl/">hier</text:a>'
        "</text:p>"
    )
    blad = (
        "<style:master-page><style:header><text:p>Kop</text:p></style:header><style:footer>"
        "<text:p>blad <text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page>"
    )
    gelezen = _gelezen(fodt(tekst, LETTERS, blad=blad))
    assert getoond(gelezen.brokken) == ["Woord[^3: De noot. Meer.]. Zicht", "hier"]
    assert [(weg.tekst, weg.waarom) for weg in gelezen.weggelaten] == [
        *(("Kop", "koptekst"), ("blad 1", "voettekst")),
        *(("stil", "verborgen"), ("http://x.nl/", "webadres")),
    ]
    (opmerking,) = gelezen.opmerkingen
    assert (opmerking.tekst, opmerking.door) == ("klopt dit?", "Dhr. B. Verzonnen")


def test_pictures_and_boxes() -> None:
    """A picture by its bytes, a box after the paragraph that it hangs in."""
    tekst = (
        "<text:p>voor<draw:frame><draw:image><office:binary-data>"
        f"{b64encode(PNG).decode()}</office:binary-data></draw:image><svg:title>plaat</svg:title>"
        "</draw:frame><draw:frame><draw:text-box><text:p>in het vak</text:p></draw:text-box>"
        "</draw:frame> na</text:p><text:p><draw:frame><draw:object/><svg:desc>grafiek</svg:desc>"
        "</draw:frame></text:p>"
    )
    gelezen = _gelezen(fodt(tekst))
    regels = getoond(gelezen.brokken)
    assert regels == ["voor na", "![plaat](67.png)", "in het vak", "grafiek"]
    assert [o.tekst for o in gelezen.onzeker] == ["grafiek"]


def test_tracked_changes_are_the_choice_of_the_user() -> None:
    """CV941 without one; else what goes is told."""
    data = fodt(GEWIJZIGD)
    with pytest.raises(OnleesbaarError) as error:
        lees(data, "tekst.odt", Wens())
    assert error.value.code == "CV941"
    aanvaard = _gelezen(data, Wens("aanvaard"))
    assert getoond(aanvaard.brokken) == ["De nieuwe tekst."]
    assert [(w.tekst, w.waarom) for w in aanvaard.weggelaten] == [("oude zin", "doorgehaald")]
    verworpen = _gelezen(data, Wens("verwerp"))
    assert getoond(verworpen.brokken) == ["De oude zintekst."]


def test_a_contents_list_is_told_apart() -> None:
    """By what the format says."""
    inhoud = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>T"
        "</text:index-title-template></text:table-of-content-source><text:index-body>"
        "<text:index-title><text:p>Inhoud</text:p></text:index-title><text:p>Doel<text:tab/>3"
        f"</text:p></text:index-body></text:table-of-content>{kop('Doel')}"
    )
    assert _regels(inhoud) == ["{inhoud} Inhoud", "{inhoud} Doel 3", "# Doel"]


def test_a_file_in_a_zip_is_the_same() -> None:
    """Its text, its styles, its pictures; what lacks its text is refused."""

    def odt(**delen: bytes) -> bytes:
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            for naam, data in delen.items():
                archive.writestr(naam.replace("_", "."), data)
        return made.getvalue()

    beeld = '<text:p><draw:frame><draw:image xlink:href="beeld.png"/></draw:frame></text:p>'
    brok = _gelezen(odt(content_xml=fodt(beeld), styles_xml=fodt(""), beeld_png=PNG)).brokken[-1]
    assert isinstance(brok, Beeldbrok)
    assert brok.data == PNG
    groot = _gelezen(odt(content_xml=fodt(beeld), styles_xml=fodt(""), beeld_png=reuzenplaat()))
    assert not any(isinstance(brok, Beeldbrok) for brok in groot.brokken)
    assert ["te groot" in o.waarom for o in groot.onzeker] == [True]
    for kwaad in (
        odt(styles_xml=b"<a/>"),
        odt(content_xml=b"<a/>"),
        odt(content_xml=b"<a"),
        b"<a/>",
    ):
        with pytest.raises(OnleesbaarError) as error:
            lees(kwaad, "tekst.odt", Wens())
        assert error.value.code == "CV951"
