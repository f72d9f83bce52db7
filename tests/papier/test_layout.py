"""The press: what a template may do, and what is said when it does something else."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from unittest import mock

import pytest
from tests.proeven import in_de_proef

from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier import document as d
from convenantwerk.papier.bezig import TeVeelError
from convenantwerk.papier.formaten.html import to_html
from convenantwerk.papier.formaten.pdf import to_pdf
from convenantwerk.papier.huisstijl import Huisstijl
from convenantwerk.papier.layout import Press


def restyled(huisstijl: Huisstijl, **files: bytes | str) -> Huisstijl:
    """Return a house style with files changed; `__` in a name stands for the dot."""
    new = {name.replace("__", "."): data for name, data in files.items()}
    data = {name: c.encode() if isinstance(c, str) else c for name, c in new.items()}
    return Huisstijl(
        bestanden={**huisstijl.bestanden, **data},
        paden={**huisstijl.paden, **{name: f"mijn/templates/{name}" for name in data}},
    )


def fault(press: Press, document: d.Document) -> ConvenantwerkError:
    """Return the error that comes of making the PDF."""
    with pytest.raises(ConvenantwerkError) as caught:
        to_pdf(document, press)
    return caught.value


@pytest.mark.proces
@pytest.mark.parametrize(
    ("modules", "absent"),
    [
        # `convenant controleer` must not pay for WeasyPrint, Jinja or Word, nor a command that
        # may make papers and does not.
        (
            "cli.main geopend.geopend papier.uitgeven papier.huisstijl",
            "weasyprint jinja2 lxml docx xlsxwriter",
        ),
        # Nor what is made without laying out pages for WeasyPrint.
        ("papier.layout papier.formaten.html papier.formaten.markdown", "weasyprint docx"),
    ],
)
def test_importing_what_makes_papers_loads_no_framework(modules: str, absent: str) -> None:
    """Each is loaded when a paper needs it."""
    names = ", ".join(f"convenantwerk.{name}" for name in modules.split())
    code = f"import sys, {names}; print(*set({absent.split()}) & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == ""


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.parametrize(
    ("changed", "reden"),
    [
        ({"print__css": "p { font-size: 1e9pt }"}, "een maat of een getal is te groot"),
        ({"print__css": '@import "print.css";'}, "verwijst naar zichzelf"),
        ({"print__html": "<body>" + "<div>" * 3000}, "iets is te diep genest"),
    ],
)
def test_a_layout_that_breaks_off_is_told_with_the_file(
    huisstijl: Huisstijl, document: d.Document, changed: dict[str, str], reden: str
) -> None:
    """CV039 names the file of the dossier, not that of the engine."""
    error = fault(Press(restyled(huisstijl, **changed)), document)
    (naam,) = changed
    assert (error.code, error.pad) == ("CV039", f"mijn/templates/{naam.replace('__', '.')}")
    assert reden in error.velden["reden"]


@pytest.mark.pdf
def test_of_more_files_the_one_that_was_worked_on_is_named(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """A picture that draws itself too often: the style sheet beside it is not at fault."""
    style = restyled(
        huisstijl,
        print__css="body { background: url(stippel.svg), url(logo.svg) }",
        logo__svg='<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    )
    stop = mock.patch("weasyprint.svg.SVG.draw", side_effect=TeVeelError("tijd"))
    with stop, mock.patch("weasyprint.images.BaseException", ValueError, create=True):
        error = fault(Press(style), document)
    assert (error.code, error.pad) == ("CV037", "mijn/templates/logo.svg")


@pytest.mark.pdf
@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<p>goed</p>\n\n{{ onbekend }}", "'onbekend' bestaat niet"),
        ("<p>goed</p>\n\n{{ document.naam }}", "'naam' bestaat niet"),
        ("<p>goed</p>\n\n{{ ''.__class__.__mro__ }}", "'__class__' mag in een sjabloon"),
        ("<p>goed</p>\n\n{{ document | bestaatniet }}", "het filter 'bestaatniet' bestaat niet"),
        ("<p>goed</p>\n\n{% als document %}", "de opdracht 'als' bestaat niet"),
        ("<p>goed</p>\n\n{{ document.title }", "hier staat '}' op een plaats"),
        ("<p>goed</p>\n\n{{ 1 / 0 }}", "deze opdracht is hier niet uit te voeren"),
    ],
)
def test_a_fault_in_a_template_is_told_with_file_line_and_reason(
    huisstijl: Huisstijl, document: d.Document, source: str, reason: str
) -> None:
    """A fault is CV021 at the line of the template, whether it shows in reading or in use."""
    error = fault(Press(restyled(huisstijl, print__html=source)), document)
    assert (error.code, error.pad, error.regel) == ("CV021", "mijn/templates/print.html", 3)
    assert error.velden["reden"].startswith(reason)


@pytest.mark.pdf
def test_a_fault_in_a_shared_macro_is_told_in_the_file_of_that_macro(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """The file named is the one to repair, not the one that was rendered."""
    blocks = '{% macro blokken(blocks, s) %}\n{{ s["weg"].nog }}\n{% endmacro %}'
    error = fault(Press(restyled(huisstijl, blokken__html=blocks)), document)
    assert (error.code, error.pad, error.regel) == ("CV021", "mijn/templates/blokken.html", 2)


@pytest.mark.pdf
def test_a_template_cannot_change_what_it_is_given(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """Templates are sandboxed: the values of the engine are read-only."""
    source = '{% set x = {"a": 1} %}{{ x.update({"b": 2}) }}'
    assert fault(Press(restyled(huisstijl, print__html=source)), document).code == "CV021"


@pytest.mark.pdf
def test_a_template_that_is_not_there_is_named(huisstijl: Huisstijl, document: d.Document) -> None:
    """CV020: a house style without print.html, and the line that asks for what is not there."""
    without = {n: d for n, d in huisstijl.bestanden.items() if n != "print.html"}
    bare = Press(Huisstijl(without, {n: p for n, p in huisstijl.paden.items() if n in without}))
    assert (fault(bare, document).code, fault(bare, document).pad) == (
        "CV020",
        "templates/print.html",
    )
    for asks in ('{% include "weg.html" %}', '{{ bestand("../weg.css") }}', '{% extends "x" %}'):
        error = fault(Press(restyled(huisstijl, print__html=f"\n{asks}")), document)
        assert (error.code, error.pad, error.regel) == ("CV020", "mijn/templates/print.html", 2)


@pytest.mark.pdf
def test_a_template_that_is_not_utf8_is_told_with_its_line(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """A template saved in another encoding is CV021 at the first line that shows it."""
    error = fault(Press(restyled(huisstijl, print__html=b"<p>\n\xe9\xe9n</p>")), document)
    assert (error.code, error.regel) == ("CV021", 2)
    error = fault(Press(restyled(huisstijl, print__css=b"/* \xe9 */")), document)
    assert (error.code, error.pad) == ("CV021", "mijn/templates/print.css")


@pytest.mark.pdf
@pytest.mark.parametrize(
    "address",
    [
        "http://voorbeeld.invalid/logo.png",
        "https://voorbeeld.invalid/logo.png",
        "ftp://voorbeeld.invalid/logo.png",
        "//voorbeeld.invalid/logo.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "../geheim.png",
        "fonts/../../geheim.png",
        "weg.png",
        "data:image/png;base64,x",
    ],
)
def test_a_page_loads_nothing_but_files_of_the_house_style(
    huisstijl: Huisstijl, document: d.Document, address: str
) -> None:
    """No network, no file outside templates/: such an address stops the work with CV020."""
    source = f'<html lang="nl">\n<p>tekst</p>\n<img alt="logo" src="{address}">'
    error = fault(Press(restyled(huisstijl, print__html=source)), document)
    assert (error.code, error.pad, error.regel) == ("CV020", "mijn/templates/print.html", 3)
    assert address in error.velden["reden"]


@pytest.mark.pdf
@pytest.mark.parametrize(
    "rule",
    in_de_proef(
        [
            "body { background: url(http://voorbeeld.invalid/vlak.png) }",
            "@import url(file:///etc/stijl.css);",
            "@font-face { font-family: X; src: url(../letter.ttf) } body { font-family: X }",
            "@font-face { font-family: X; src: local('DejaVu Sans') } body { font-family: X }",
            "@page { @top-left { content: url(weg.svg) } }",
        ],
        om_de=3,
    ),
)
def test_a_style_sheet_loads_nothing_from_outside_either(
    huisstijl: Huisstijl, document: d.Document, rule: str
) -> None:
    """Pictures, sheets and fonts that print.css asks for come from templates/ or not at all."""
    error = fault(Press(restyled(huisstijl, print__css=f"/* huisstijl */\n{rule}")), document)
    assert error.code == "CV020"


@pytest.mark.pdf
def test_a_picture_inside_an_svg_is_refused_too(huisstijl: Huisstijl, document: d.Document) -> None:
    """WeasyPrint drops faults inside an SVG; they are told all the same."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<image href="file:///etc/passwd" width="9" height="9"/></svg>'
    )
    page = '<html lang="nl"><img alt="logo" src="logo.svg">'
    error = fault(Press(restyled(huisstijl, print__html=page, logo__svg=svg)), document)
    assert (error.code, error.pad) == ("CV020", "mijn/templates/logo.svg")


@pytest.mark.proef
@pytest.mark.pdf
def test_a_damaged_file_is_told_and_not_left_out(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """A picture or font that cannot be read is CV020, not a hole in a page to be signed."""
    page = '<html lang="nl"><img alt="logo" src="logo.png">'
    error = fault(Press(restyled(huisstijl, print__html=page, logo__png=b"geen plaatje")), document)
    assert (error.code, error.velden["reden"]) == (
        "CV020",
        "logo.png: deze afbeelding is niet te lezen",
    )
    broken = {**huisstijl.bestanden, "fonts/SourceSans3-Bold.ttf": b"geen letters"}
    assert fault(Press(Huisstijl(broken, huisstijl.paden)), document).code == "CV020"


@pytest.mark.pdf
def test_a_damaged_picture_of_the_text_is_told_by_its_name(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """Who wrote the text finds the file, deep in a list too."""
    picture = d.Picture("overleggen.png", b"geen plaatje", "Schema")
    nested = d.ItemList("streep", (d.Item("", (picture,)),))
    error = fault(Press(huisstijl), replace(document, blocks=(nested,)))
    assert (error.code, error.pad) == ("CV011", "overleggen.png")


@pytest.mark.proef
@pytest.mark.pdf
@pytest.mark.usefixtures("koud")
def test_a_press_works_on_after_a_fault(huisstijl: Huisstijl, document: d.Document) -> None:
    """One bad document leaves nothing behind in what the next one shares with it."""
    source = (
        huisstijl.bestanden["print.html"]
        .decode()
        .replace("<body", "{% if document.concept %}<img alt='x' src='weg.png'>{% endif %}<body")
    )
    style = restyled(huisstijl, print__html=source)
    press, definitive = Press(style), replace(document, concept=False)
    assert fault(press, document).code == "CV020"
    assert to_pdf(definitive, press) == to_pdf(definitive, Press(style))


@pytest.mark.pdf
@pytest.mark.usefixtures("koud")
def test_one_document_is_laid_out_once(huisstijl: Huisstijl, document: d.Document) -> None:
    """PDF and Word file of one document share its layout, also when each is asked for by itself."""
    press = Press(huisstijl)
    assert press.layout(document) is press.layout(replace(document))


@pytest.mark.pdf
def test_the_layout_gives_the_page_of_each_anchor(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """Pages count from 1: open points, title page, contents, half-title, chapter 1, chapter 2."""
    layout = Press(huisstijl).layout(document)
    assert layout.count == 6
    anchors = ("deel-1", "hoofdstuk-1", "artikel-8--8.1--b", "noot-7", "hoofdstuk-2")
    assert [layout.pages[anchor] for anchor in anchors] == [4, 5, 5, 5, 6]


def test_values_never_become_markup_in_any_template(huisstijl: Huisstijl) -> None:
    """A letter of one's own is escaped and not interpreted either."""
    press = Press(restyled(huisstijl, brief__html="<p>{{ naam }}</p>"))
    text = press.render("brief.html", naam="{{7*7}} <b>vet</b> & {% raw %}")
    assert text == "<p>{{7*7}} &lt;b&gt;vet&lt;/b&gt; &amp; {% raw %}</p>"


def test_the_style_sheet_of_the_screen_is_put_in_as_it_is(
    huisstijl: Huisstijl, document: d.Document
) -> None:
    """CSS is no Jinja: `{#` and quotes in it survive."""
    sheet = 'p{content:"{{ x }}"}@media print{#a{color:red}}'
    page = to_html(document, Press(restyled(huisstijl, scherm__css=sheet)))
    assert sheet.encode() in page
