"""What may be in a Word template: the rest is left out or refused, and comes in no document."""

from __future__ import annotations

import re
import struct
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from tests.papier.conftest import TEMPLATES, png
from tests.papier.proefpers import fake_press, with_part
from tests.papier.proefrenvooi import RENVOOI
from tests.platen import GEVALLEN
from tests.proeven import in_de_proef

from convenantwerk.basis.beelden import plaat
from convenantwerk.basis.errors import ConvenantwerkError
from convenantwerk.papier.formaten.docx import to_docx
from convenantwerk.papier.formaten.docx.allowed import ELEMENTEN, GEWEIGERD, ONDERDELEN
from convenantwerk.papier.formaten.docx.filling import Sjabloon
from convenantwerk.papier.formaten.docx.filling import met_velden as gevuld
from convenantwerk.papier.formaten.docx.keuring import gekeurd
from convenantwerk.papier.formaten.zip import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.basis.diagnostics import Diagnostic
    from convenantwerk.papier import document as d
    from convenantwerk.papier.huisstijl import Huisstijl

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "word/_rels/document.xml.rels"
KOP = "word/header1.xml"
PAD = "mijn/huisstijl.docx"


def inhoud(data: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def gezipt(parts: Mapping[str, bytes], compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of parts."""
    result = BytesIO()
    with zipfile.ZipFile(result, "w", compress, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return result.getvalue()


@pytest.fixture(scope="module")
def sjabloon() -> Mapping[str, bytes]:
    """The parts of the template of the house style, without its fonts."""
    parts = inhoud((TEMPLATES / "huisstijl.docx").read_bytes())
    return {name: data for name, data in parts.items() if "font" not in name.lower()} | {
        RELS: re.sub(rb"<Relationship [^>]*/fontTable[^>]*>", b"", parts[RELS])
    }


def maak(parts: Mapping[str, bytes] | bytes) -> Mapping[str, bytes]:
    """Return the parts of a template as a document gets them, with its fields filled in."""
    data = parts if isinstance(parts, bytes) else gezipt(parts)
    words = {"titel": "T", "editie": "E", "voet": "V", "uitgever": "U"}
    fields = {**words, "concept": False, "paginas": 2}
    made, fixed = gevuld(Sjabloon(data, PAD, eigen=True), fields)
    return {**made, **{name: plain(part) for name, part in fixed.items() if name in made}}


def bezwaren(parts: Mapping[str, bytes] | bytes) -> list[Diagnostic]:
    """Return what is wrong with a template."""
    with pytest.raises(ConvenantwerkError) as caught:
        maak(parts)
    return list(caught.value.diagnostics)


def met_relatie(
    parts: Mapping[str, bytes], kind: str, target: str, mode: str = ""
) -> dict[str, bytes]:
    """Return a template whose text is related to one thing more."""
    extra = f'<Relationship Id="kwaad" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    return {**parts, RELS: parts[RELS].replace(b"</Rel", f"{extra}</Rel".encode())}


def in_kop(parts: Mapping[str, bytes], runs: str) -> dict[str, bytes]:
    """Return a template with more in its header."""
    return {**parts, KOP: parts[KOP].replace(b"</w:p>", f"{runs}</w:p>".encode(), 1)}


def veld(*codes: str, einde: str = '<w:r><w:fldChar w:fldCharType="end"/></w:r>') -> str:
    """Return a field whose code is in as many runs."""
    runs = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}{einde}'


BUITEN = ' TargetMode="External"'


@pytest.mark.parametrize("kind", in_de_proef(sorted(GEWEIGERD), om_de=6))
def test_a_part_that_loads_or_runs_something_is_refused(
    sjabloon: Mapping[str, bytes], kind: str
) -> None:
    """CV038 says what it is and where, of a part in the file and of one outside alike."""
    parts = {**sjabloon, "word/kwaad.xml": b"<a/>"}
    for changed in (
        met_relatie(parts, kind, "kwaad.xml"),
        met_relatie(parts, kind, "file:///C:/kwaad.xml", BUITEN),
    ):
        (found,) = bezwaren(changed)
        assert (found.code, found.position.path) == ("CV038", PAD)
        assert found.melding == f"in het Word-sjabloon zit {GEWEIGERD[kind]}, in word/document.xml"


@pytest.mark.parametrize(
    "kind", in_de_proef(sorted(k for k, v in ONDERDELEN.items() if v == "weg"), om_de=6)
)
def test_a_part_that_word_adds_by_itself_is_left_out(
    sjabloon: Mapping[str, bytes], kind: str
) -> None:
    """Nothing is said, and nothing of it is in the document."""
    parts = {**sjabloon, "word/kwaad.xml": b"<a/>"}
    for changed in (
        met_relatie(parts, kind, "kwaad.xml"),
        met_relatie(parts, kind, "\\\\verzonnen\\kwaad.dotm", BUITEN),
    ):
        made = maak(changed)
        assert "word/kwaad.xml" not in made
        assert not any(b"kwaad" in data for data in made.values())


@pytest.mark.parametrize("kind", ["image", "header", "hyperlink", "styles", "font"])
@pytest.mark.parametrize("target", ["file:///C:/x", "\\\\server\\x", "ftp://x/y", "x.docx"])
def test_nothing_is_loaded_from_outside(
    sjabloon: Mapping[str, bytes], kind: str, target: str
) -> None:
    """A part of a good kind is refused when it is not in the file."""
    (found,) = bezwaren(met_relatie(sjabloon, kind, target, BUITEN))
    assert "een verwijzing naar buiten" in found.melding


@pytest.mark.parametrize("target", ["https://voorbeeld.nl/a", "mailto:bureau@voorbeeld.nl"])
def test_a_link_that_one_clicks_may_stay(sjabloon: Mapping[str, bytes], target: str) -> None:
    """A page or an e-mail address is where it leads."""
    made = maak(met_relatie(sjabloon, "hyperlink", target, BUITEN))
    assert target.encode() in made[RELS]


@pytest.mark.parametrize("naam", in_de_proef(sorted(ELEMENTEN), om_de=6))
@pytest.mark.parametrize("part", [KOP, "word/footnotes.xml", "word/settings.xml"])
def test_an_element_that_loads_or_runs_something_is_refused(
    sjabloon: Mapping[str, bytes], naam: str, part: str
) -> None:
    """In every part."""
    data = sjabloon[part].decode()
    end = data.rindex("</")
    changed = f"{data[:end]}<w:{naam}/>{data[end:]}".encode()
    assert ELEMENTEN[naam] in bezwaren({**sjabloon, part: changed})[0].melding


@pytest.mark.parametrize(
    "runs",
    [
        veld("DDEAUTO c:\\\\a.exe"),
        veld("D", "DE", "AUTO c:\\\\a.exe"),
        veld(" includetext \\\\server\\a"),
        veld("DDE a", einde=""),  # Word ends it at the end of the text
        veld("PAGE").replace(
            "PAGE", f"</w:instrText></w:r>{veld('LINK Excel.Sheet')}<w:r><w:instrText>"
        ),
        veld(einde='<w:r><w:t>DDE</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        veld(
            "PAGE",
            einde='<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + veld("INCLUDEPICTURE a"),
        ),
        "<w:r><w:instrText>MACROBUTTON a</w:instrText></w:r>",
        "<w:r><w:delInstrText>DATABASE a</w:delInstrText></w:r>",
        '<w:fldSimple w:instr=" RD a.docx "/>',
        '<w:fldSimple w:instr=" HYPERLINK file:///a "/>',
        '<w:fldSimple w:instr=" HYPERLINK &quot;\\\\server\\a&quot; "/>',
        veld("{{ titel }}"),
        veld("D{# #}DE a"),
        "{{ '<w:r><w:instrText>DDE a</w:instrText></w:r>' | safe }}",
        '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://a/b"/></w:pict></w:r>',
    ],
)
def test_a_field_that_loads_or_runs_something_is_refused(
    sjabloon: Mapping[str, bytes], runs: str
) -> None:
    """However it is written, also by the code of the template itself."""
    parts = {**sjabloon}
    if "safe" in runs:
        runs = f"</w:t></w:r>{runs}<w:r><w:t>"
        parts[KOP] = parts[KOP].replace(b"</w:t>", f"{runs}</w:t>".encode(), 1)
    else:
        parts = in_kop(parts, runs)
    assert {found.code for found in bezwaren(parts)} == {"CV038"}


@pytest.mark.parametrize(
    "runs",
    [
        veld(" PAGE "),
        veld("PA", "GE \\* MERGEFORMAT"),
        veld('HYPERLINK "https://voorbeeld.nl"'),
        veld("HYPERLINK \\l plaats"),
        '<w:fldSimple w:instr=" STYLEREF &quot;Kop 1&quot; "/>',
        veld('= 2 * 3 \\# "0"'),
    ],
)
def test_a_field_that_tells_of_the_document_itself_may_stay(
    sjabloon: Mapping[str, bytes], runs: str
) -> None:
    """Page numbers, titles, links."""
    assert runs.encode() in maak(in_kop(sjabloon, runs))[KOP]


def test_settings_that_no_document_needs_are_left_out(sjabloon: Mapping[str, bytes]) -> None:
    """With what is in them."""
    extra = '<w:docVars><w:docVar w:name="a" w:val="geheim"/></w:docVars>'
    name = "word/settings.xml"
    changed = sjabloon[name].replace(b"</w:settings>", f"{extra}</w:settings>".encode())
    assert b"docVar" not in maak({**sjabloon, name: changed})[name]


@pytest.mark.parametrize(
    ("xml", "wat"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c">]>', "een DTD"),
        ('<?xml-stylesheet href="a"?>', "een opdracht voor een ander programma"),
    ],
)
def test_xml_that_does_more_than_hold_text_is_refused(
    sjabloon: Mapping[str, bytes], xml: str, wat: str
) -> None:
    """Before anything is expanded, in every encoding."""
    text = sjabloon[KOP].decode().partition("?>")[2]
    for encoding in ("utf-8", "utf-16"):
        data = f'<?xml version="1.0" encoding="{encoding}"?>{xml}{text}'.encode(encoding)
        assert wat in bezwaren({**sjabloon, KOP: data})[0].melding


def test_xml_nested_too_deep_is_refused(sjabloon: Mapping[str, bytes]) -> None:
    """What reads it later would fall over it."""
    deep = "<w:r>" * 300 + "</w:r>" * 300
    assert "genest" in bezwaren(in_kop(sjabloon, deep))[0].melding


@pytest.mark.parametrize("naam", ["../buiten.xml", "/word/a.xml", "word\\a.xml", "c:/a", "a//b"])
def test_a_name_that_could_lead_outside_is_refused(
    sjabloon: Mapping[str, bytes], naam: str
) -> None:
    """Whether something leads to it or not."""
    assert (
        f"met de naam '{naam.encode('unicode_escape').decode()}'"
        in bezwaren({**sjabloon, naam: b"<a/>"})[0].melding
    )


def test_a_zip_that_is_larger_than_it_looks_is_refused(sjabloon: Mapping[str, bytes]) -> None:
    """By its table of contents, and by what really comes out."""
    assert "honderden keren" in bezwaren({**sjabloon, "word/a.xml": b" " * 5_000_000})[0].melding
    many = {f"word/{n}.xml": b"" for n in range(1001)}
    assert "onderdelen" in bezwaren({**sjabloon, **many})[0].melding
    data = bytearray(gezipt({**sjabloon, KOP: sjabloon[KOP] + b" " * 4_000_000}))
    place = data.rindex(KOP.encode()) - 46
    struct.pack_into("<L", data, place + 24, 10)  # the size in the table of contents
    (found,) = bezwaren(bytes(data))
    assert found.code == "CV020"


def test_a_part_that_is_there_twice_is_refused(sjabloon: Mapping[str, bytes]) -> None:
    """Two programs could each read another of them."""
    (found,) = bezwaren({**sjabloon, "WORD/Document.xml": b"<a/>"})
    assert "een tweede onderdeel" in found.melding


def test_a_part_with_a_name_that_hides_what_it_is_is_refused(sjabloon: Mapping[str, bytes]) -> None:
    """A header that is not called .xml would not be looked at."""
    parts = {**sjabloon, "word/kop.bin": sjabloon[KOP], "word/plaat.png": b"<svg/>"}
    assert "'word/kop.bin' heet" in bezwaren(met_relatie(parts, "header", "kop.bin"))[0].melding
    assert "een afbeelding" in bezwaren(met_relatie(parts, "image", "plaat.png"))[0].melding
    assert "dat er niet is" in bezwaren(met_relatie(parts, "image", "weg.png"))[0].melding


def test_a_picture_in_a_template_may_stay(sjabloon: Mapping[str, bytes]) -> None:
    """A logo is what templates are for."""
    name = "[Content_Types].xml"
    types = sjabloon[name].replace(
        b"<Override", b'<Default Extension="png" ContentType="image/png"/><Override', 1
    )
    parts = {**sjabloon, name: types, "word/media/logo.png": png(9, 9)}
    made = maak(met_relatie(parts, "image", "media/logo.png"))
    assert made["word/media/logo.png"] == png(9, 9)


def test_a_file_with_macros_is_refused(sjabloon: Mapping[str, bytes]) -> None:
    """Also when it is called .docx."""
    name = "[Content_Types].xml"
    types = sjabloon[name].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert "een macro" in bezwaren({**sjabloon, name: types})[0].melding


def test_all_that_is_wrong_is_said_at_once(sjabloon: Mapping[str, bytes]) -> None:
    """One finding for each thing."""
    parts = met_relatie(in_kop(sjabloon, veld("DDE a")), "oleObject", "file:///a", BUITEN)
    assert len(bezwaren(parts)) == 2


@pytest.mark.traag
def test_a_macro_that_calls_itself_is_a_fault(huisstijl: Huisstijl, document: d.Document) -> None:
    """CV021, as in any template."""
    code = "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"
    press = with_part(
        fake_press(huisstijl), KOP, lambda xml: xml.replace("</w:t>", f"{code}</w:t>", 1)
    )
    with pytest.raises(ConvenantwerkError) as caught:
        to_docx(document, press)
    assert caught.value.code == "CV021"
    assert "zichzelf" in caught.value.velden["reden"]


def test_our_own_documents_pass(huisstijl: Huisstijl, document: d.Document) -> None:
    """What comes out is held against the same tables: the text, and two editions in one."""
    for made in (to_docx(document, fake_press(huisstijl)), to_docx(RENVOOI, fake_press(huisstijl))):
        parts = gekeurd(made, PAD)
        assert set(parts) == set(inhoud(made))


@pytest.mark.parametrize("naam", ["grijs-16-bit.png", "gedraaid-exif.jpg", "jpeg-zonder-jfif.jpg"])
def test_a_picture_of_a_template_is_made_plain(sjabloon: Mapping[str, bytes], naam: str) -> None:
    """As a figure in the text is: what another program would show otherwise is not left to it."""
    data = (GEVALLEN / naam).read_bytes()
    made = gekeurd(gezipt(met_plaatje(sjabloon, naam, data)), PAD)[f"word/media/{naam}"]
    assert plain(made) == plaat(data) != data


def test_a_plain_picture_of_a_template_stays_as_it_is(sjabloon: Mapping[str, bytes]) -> None:
    """A logo that one sees through is still that."""
    data = png(20, 10)
    made = gekeurd(gezipt(met_plaatje(sjabloon, "logo.png", data)), PAD)["word/media/logo.png"]
    assert plain(made) == data


def test_a_picture_that_cannot_be_decoded_is_found(sjabloon: Mapping[str, bytes]) -> None:
    """CV038 says which, before a document is made with it."""
    data = (GEVALLEN / "gedraaid-exif.jpg").read_bytes()[:900]
    (found,) = bezwaren(met_plaatje(sjabloon, "foto.jpg", data))
    assert ("word/media/foto.jpg" in found.melding, found.code) == (True, "CV038")


def met_plaatje(parts: Mapping[str, bytes], naam: str, data: bytes) -> dict[str, bytes]:
    """Return a template with a picture in its text."""
    return {**met_relatie(parts, "image", f"media/{naam}"), f"word/media/{naam}": data}
