"""What a paragraph and its letters have of their styles."""

import pytest
from lxml import etree
from tests.woordlijsten import NS

from convenantwerk.invoer.docx.ooxml import Xml, aan, getal, maat, niveau
from convenantwerk.invoer.docx.stijlen import Alineastijl, Letterstijl, Stijlen

BLAD = f"""<w:styles {NS}>
<w:docDefaults>
  <w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:ind w:left="20"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>
  <w:basedOn w:val="Standaard"/>
  <w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/>
    <w:ind w:left="720" w:hanging="360"/></w:pPr>
  <w:rPr><w:b/><w:i/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:jc w:val="left"/><w:outlineLvl w:val="1"/></w:pPr>
  <w:rPr><w:i w:val="0"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Plat"><w:basedOn w:val="Kop2"/>
  <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Sterk">
  <w:rPr><w:b/><w:caps/><w:sz w:val="18"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Noot">
  <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Rond1"><w:basedOn w:val="Rond2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rond2"><w:basedOn w:val="Rond1"/>
  <w:rPr><w:b/></w:rPr></w:style>
</w:styles>"""
STIJLEN = Stijlen(etree.fromstring(BLAD))


def ppr(binnen: str) -> Xml:
    """Return the properties of a paragraph."""
    return etree.fromstring(f"<w:pPr {NS}>{binnen}</w:pPr>")


def rpr(binnen: str) -> Xml:
    """Return the properties of a run."""
    return etree.fromstring(f"<w:rPr {NS}>{binnen}</w:rPr>")


def stijl(naam: str, meer: str = "") -> Alineastijl:
    """Return what a paragraph with a style is."""
    return STIJLEN.alinea(ppr(f'<w:pStyle w:val="{naam}"/>{meer}'))


def test_a_paragraph_without_style_has_the_ordinary_one() -> None:
    """So has one with a style that is not there; the defaults of the file are below it."""
    gewoon = Alineastijl(links=1, grootte=11, style_id="Standaard", naam="Normal")
    assert STIJLEN.alinea(None) == STIJLEN.alinea(ppr("")) == stijl("Weg") == gewoon


def test_a_style_has_what_it_is_based_on() -> None:
    """What it says itself goes before; numId "0" takes the list away, outline 9 the heading."""
    assert stijl("Kop1") == Alineastijl(
        num_id="4",
        outline=0,
        links=36,
        eerste=-18,
        grootte=16,
        vet=True,
        cursief=True,
        midden=True,
        style_id="Kop1",
        naam="heading 1",
    )
    kop2, plat = stijl("Kop2"), stijl("Plat")
    assert (kop2.num_id, kop2.ilvl, kop2.outline, kop2.cursief, kop2.midden, kop2.vet) == (
        *("4", 1, 1, False, False, True),
    )
    assert (plat.num_id, plat.outline, plat.naam) == (None, None, "Plat")


def test_what_stands_at_the_paragraph_goes_before() -> None:
    """Its list, its level, its indent, its place, and whether its mark is hidden."""
    zelf = stijl(
        "Kop1",
        '<w:numPr><w:ilvl w:val="2"/></w:numPr><w:ind w:firstLine="40"/><w:jc w:val="both"/>'
        "<w:rPr><w:vanish/></w:rPr>",
    )
    assert (zelf.num_id, zelf.ilvl, zelf.links, zelf.eerste) == ("4", 2, 36, 2)
    assert (zelf.midden, zelf.verborgen) == (False, True)
    assert stijl("Geheim").verborgen
    assert not stijl("Geheim", '<w:rPr><w:vanish w:val="0"/></w:rPr>').verborgen


def test_letters_have_the_style_of_their_paragraph() -> None:
    """And what the run says goes before; `false` and `0` turn off."""
    kop = stijl("Kop1")
    assert STIJLEN.letters(None, kop) == Letterstijl(vet=True, cursief=True, grootte=16)
    zelf = STIJLEN.letters(rpr('<w:b w:val="false"/><w:strike/><w:vanish w:val="1"/>'), kop)
    assert zelf == Letterstijl(cursief=True, grootte=16, doorgehaald=True, verborgen=True)
    laag = STIJLEN.letters(rpr('<w:vertAlign w:val="subscript"/><w:sz w:val="17"/>'), kop)
    assert (laag.laag, laag.hoog, laag.grootte) == (True, False, 8.5)


def test_bold_on_bold_is_not_bold() -> None:
    """Two styles that both turn something on turn it off together; a run itself decides."""
    sterk = '<w:rStyle w:val="Sterk"/>'
    in_kop = STIJLEN.letters(rpr(sterk), stijl("Kop1"))
    assert (in_kop.vet, in_kop.cursief, in_kop.hoofdletters, in_kop.grootte) == (
        *(False, True, True, 9),
    )
    assert STIJLEN.letters(rpr(sterk), STIJLEN.alinea(None)).vet
    assert STIJLEN.letters(rpr(f"{sterk}<w:b/>"), stijl("Kop1")).vet
    assert STIJLEN.letters(rpr('<w:rStyle w:val="Noot"/>'), stijl("Kop1")).hoog


def test_styles_that_go_round_end() -> None:
    """Each counts once, and so it is for a chain without end."""
    assert stijl("Rond1").vet
    assert stijl("Rond2").vet
    lang = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(3000)
    )
    stijlen = Stijlen(etree.fromstring(f"<w:styles {NS}>{lang}</w:styles>"))
    assert stijlen.alinea(ppr('<w:pStyle w:val="s0"/>')).style_id == "s0"


def test_a_file_without_styles_has_the_defaults_of_word() -> None:
    """Ten points and nothing else."""
    leeg = Stijlen(None)
    assert leeg.alinea(None) == Alineastijl()
    assert leeg.letters(None, Alineastijl()) == Letterstijl()
    assert leeg.taal == ""
    assert STIJLEN.taal == "nl"


@pytest.mark.parametrize(
    ("tekst", "punten"),
    [("720", 36), ("-20", -1), ("1.5in", 108), ("12pt", 12), ("", None), ("9" * 99, None)],
)
def test_measures_are_twips_or_have_a_unit(tekst: str, punten: float | None) -> None:
    """Anything else is nothing."""
    assert maat(tekst) == punten


def test_values_may_be_anything() -> None:
    """What is no number is none, and never an error."""
    assert [getal(t) for t in ("7", " -7 ", "+7", "", "x", "--7", "1.5", "9" * 40, "٣")] == [
        *(7, -7, 7, None, None, None, None, None, None),
    ]
    assert [niveau(t) for t in ("0", "8", "9", "-1", "x", None)] == [0, 8, 8, 0, None, None]
    assert [aan(rpr(t), "b") for t in ("", "<w:b/>", '<w:b w:val="off"/>')] == [None, True, False]
