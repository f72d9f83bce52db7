"""A web page is read as it is shown, and nothing that it asks for is fetched."""

from base64 import b64encode
from pathlib import Path

import pytest
from tests.invoer.rekening import getoond, verschil
from tests.programma import convenant
from tests.vijandig.plek import plaat, reuzenplaat
from tests.voorbeelden import KLEIN, kopie

from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.invoer.brok import Alineabrok, Beeldbrok, Ingelezen, Wens
from convenantwerk.invoer.html import lees

PNG = plaat()
WORD = """<html><head><meta charset=windows-1252><title>Titel</title><style>p {color: red}</style>
</head><body><!--[if gte mso 9]><xml>weg</xml><![endif]-->
<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>a.<span style='font:7pt "Times New Roman"'>&nbsp; </span></span>
<![endif]>Het doel<o:p></o:p></p>
<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>
<span style='mso-list:Ignore'>\xb7<span>&nbsp; </span></span></span><![endif]>Zorg<a
style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a>.</p>
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1>
<p><a href='#_ftnref1' name='_ftn1'><span>[1]</span></a> De <i>noot</i>.</p></div></div></body>
</html>"""


def _gelezen(pagina: str | bytes) -> Ingelezen:
    data = pagina if isinstance(pagina, bytes) else pagina.encode()
    gelezen = lees(data, "pagina.html", Wens())
    assert verschil(gelezen) == ({}, {})
    return gelezen


def _regels(pagina: str) -> list[str]:
    return getoond(_gelezen(pagina).brokken)


@pytest.mark.parametrize(
    ("pagina", "regels"),
    [
        ("<p>a<b>bc</b> <em>d</em></p>x<p>y", ["a**bc** *d*", "x", "y"]),
        ("<h2>Kop</h2>H<sub>2</sub>O m<sup>2</sup>", ["## Kop", "H~2~O m^2^"]),
        (
            "<p style='font-weight:700;text-align:center'>v <span style='font-style: italic'>c",
            ["{midden} **v *****c***"],
        ),
        ("een<br>twee<pre>a\n b</pre>", ["een\\twee", "a\\ b"]),
        ("&eacute;&euro; &lt;b&gt; &amp;amp;", ["é€ <b> &amp;"]),
        ("<details><summary>S</summary>meer</details>", ["S", "meer"]),
        ("x<hr>y<blockquote>z</blockquote>", ["x", "---", "y", "z"]),
        ("", []),
    ],
)
def test_what_is_shown(pagina: str, regels: list[str]) -> None:
    """Paragraphs, emphasis by tag and style, breaks, entities."""
    assert _regels(pagina) == regels


def test_lists_have_the_marks_that_a_browser_shows() -> None:
    """Kinds, start, value, backwards, in each other; a mark that is typed behind a bullet."""
    assert _regels("<ol><li>een<ol type=a><li>x<li value=4>y</ol><li>twee</ol>") == [
        *("{1.} een", "  {a.} x", "  {d.} y", "{2.} twee")
    ]
    assert _regels("<ol start=3 type=I><li>v</ol><ol reversed><li>v<li>w</ol>") == [
        *("{III.} v", "{2.} v", "{1.} w")
    ]
    assert _regels("<ol style='list-style-type: lower-roman'><li>v</ol>") == ["{i.} v"]
    assert _regels("<ul><li>a. zus<li><p>b</p><p>c</p></ul>") == ["{a.} zus", "{-} b", "c"]
    assert _regels("<ol type=a>" + "<li>x" * 28 + "</ol>")[-1] == "{ab.} x"


def test_tables_keep_every_cell_in_its_place() -> None:
    """Cells that span, blocks in a cell, a table in a cell, the caption above."""
    pagina = (
        "<table><caption>cap</caption><tr><th colspan=2>a<th>b"
        "<tr><td rowspan=2>c<td>d<p>dd</p><ul><li>l</ul><td>e"
        "<tr><td>f<table><tr><td>n1<td>n2</table><td>g</table>"
    )
    assert _regels(pagina) == [
        *("cap", "| a |  | b |", "| c | d\\dd\\- l | e |", "|  | f\\n1 n2 | g |")
    ]


def test_what_is_not_of_the_text_is_left_out_and_told() -> None:
    """Menus, feet, what is hidden, and where links lead; scripts and styles are no words."""
    gelezen = _gelezen(
        "<nav>menu</nav><header><nav>x</nav></header><script>var a = 'b'</script><main>"
        "<p>zicht<span style='display:none'>baar</span> <a href='http://a.nl'>link</a> "
        "<a href=mailto:x@y.nl>x@y.nl</a></p><div hidden><ol><li>stil</ol></div></main>"
        "<footer>voet</footer><span style='visibility:hidden'>niets</span>"
    )
    assert getoond(gelezen.brokken) == ["zicht link x@y.nl"]
    assert [(weg.tekst, weg.waarom) for weg in gelezen.weggelaten] == [
        *(("menu", "navigatie"), ("x", "navigatie"), ("http://a.nl", "webadres")),
        *(("1. stil", "verborgen"), ("voet", "navigatie"), ("niets", "verborgen")),
    ]
    assert [(b.was, b.wordt) for b in gelezen.bewerkt] == [("zichtbaar", "zicht")]


def test_pictures_come_only_from_the_page_itself() -> None:
    """Of others the words that stand for them are kept, and told."""
    data = b64encode(PNG).decode()
    bron = f"data:image/png;base64,{data}"
    gelezen = _gelezen(f"<img alt='een plaat' src='{bron}'><img alt=elders src=x>")
    beeld, tekst = gelezen.brokken
    assert isinstance(beeld, Beeldbrok)
    assert (beeld.data, beeld.suffix, beeld.alt) == (PNG, ".png", "een plaat")
    assert getoond((tekst,)) == ["elders"]
    assert [o.tekst for o in gelezen.onzeker] == ["elders"]


def test_a_picture_that_no_dossier_can_hold_is_told() -> None:
    """It is not taken over; the words that stand for it are."""
    bron = f"data:image/png;base64,{b64encode(reuzenplaat()).decode()}"
    gelezen = _gelezen(f"<img alt='een kaart' src='{bron}'>")
    assert getoond(gelezen.brokken) == ["een kaart"]
    assert ["te groot" in o.waarom for o in gelezen.onzeker] == [True]


def test_a_page_that_word_saved() -> None:
    """Its lists stand in its text, its notes point at each other."""
    gelezen = _gelezen(WORD.encode("cp1252"))
    assert getoond(gelezen.brokken) == [
        "  {a.} Het doel",
        "{-} Zorg[^1: De *noot*.].",
    ]
    eerste = gelezen.brokken[0]
    assert isinstance(eerste, Alineabrok)
    assert (eerste.inspringing, eerste.plek.nummer) == (36.0, 3)


def test_notes_in_a_numbered_list() -> None:
    """As GitHub and others show them."""
    pagina = (
        "<p>a<sup><a href='#fn1' id='fnref1'>1</a></sup></p><ol><li id='fn1'><p>Zie "
        "<a href='#fnref1'>↩</a></p></li></ol>"
    )
    assert [regel.replace(" ]", "]") for regel in _regels(pagina)] == ["a[^1: Zie]"]
    leeg = "<p>a<a href='#n' id=r>1</a></p><p id=n><a href='#r'>1</a></p>"
    assert _regels(leeg) == ["a1"]  # a note that says nothing is none


def test_our_own_page_comes_back_whole(tmp_path: Path) -> None:
    """What is built of the example, its title page, notes, lists and tables."""
    root = kopie(KLEIN, tmp_path / "dossier")
    convenant("--dossier", str(root), "bouw", "convenant", "--formaat", "html", cwd=tmp_path)
    gelezen = _gelezen((root / "build" / "convenant.html").read_bytes())
    regels = getoond(gelezen.brokken)
    assert regels[:2] == ["# Samenwerkingsconvenant", "Veiligheidshuis Voorbeeldstad"]
    assert "#### Artikel 1 Doel" in regels
    assert "    {1°.} opzegging per brief;" in regels
    assert any("[^1: Ten minste *twee* keer per jaar." in regel for regel in regels)
    assert {weg.waarom for weg in gelezen.weggelaten} == {"navigatie", "inhoudsopgave"}


def test_bad_pages_are_refused_or_read() -> None:
    """Too deep is CV951; letters that a page says are others are read so."""
    with pytest.raises(OnleesbaarError) as error:
        lees(b"<div>" * 3000 + b"x", "pagina.html", Wens())
    assert error.value.code == "CV951"
    pagina = "<meta http-equiv=x content='text/html; charset=iso-8859-1'><p>één</p>"
    assert _regels(pagina) == ["één"]  # UTF-8, whatever it says
    assert getoond(lees(pagina.encode("latin-1"), "p.html", Wens()).brokken) == ["één"]
    for stuk in ("<!--", "<![", "<a href=#x>", "<table>", "</p>", "<li>", "&#0;", "<p hidden>"):
        lees((stuk * 150).encode(), "pagina.html", Wens())
