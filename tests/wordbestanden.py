"""Word files made for a test, of the XML that matters to it and as little else as Word takes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
SOORT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PAKKET = "http://schemas.openxmlformats.org/package/2006/"
HOOFD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
STIJLEN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Toc1"><w:name w:val="toc 1"/></w:style>'
)
# One list: "Artikel 1", then "1.", "a." and a bullet.
NUMMERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + "".join(
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="1"/><w:numFmt w:val="{vorm}"/>'
        f'<w:lvlText w:val="{tekst}"/></w:lvl>'
        for ilvl, (vorm, tekst) in enumerate(
            (("decimal", "Artikel %1"), ("decimal", "%2."), ("lowerLetter", "%3."), ("bullet", "o"))
        )
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def r(tekst: str, rpr: str = "") -> str:
    """Return a run."""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{tekst}</w:t></w:r>'


def p(*inhoud: str, ppr: str = "") -> str:
    """Return a paragraph of runs; what is no XML becomes one."""
    runs = "".join(deel if deel.startswith("<") else r(deel) for deel in inhoud)
    return f"<w:p><w:pPr>{ppr}</w:pPr>{runs}</w:p>"


def lijst(tekst: str, diepte: int) -> str:
    """Return a paragraph in the list of NUMMERING."""
    return p(tekst, ppr=f'<w:numPr><w:ilvl w:val="{diepte}"/><w:numId w:val="1"/></w:numPr>')


def word(
    body: str,
    delen: Mapping[str, str | bytes] | None = None,
    *,
    ruw: Mapping[str, bytes] | None = None,
    hoofd: str = HOOFD,
) -> bytes:
    """Return a Word file.

    Args:
        body: what stands in w:body.
        delen: more parts by kind: "footnotes", "comments", "header", "image"; as the XML within
            their root, or bytes. The id of each relationship is its kind.
        ruw: files of the zip as they are, in the place of what is made here.
        hoofd: the content type of the text.
    """
    parts = {"styles": STIJLEN, "numbering": NUMMERING, **(delen or {})}
    wortels = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
    wortels |= {"header": "hdr", "footer": "ftr", "styles": "styles", "numbering": "numbering"}
    files: dict[str, bytes] = {}
    rels = ""
    for naam, inhoud in parts.items():
        soort = naam.rstrip("0123456789")
        pad = f"{naam}.xml" if isinstance(inhoud, str) else naam
        rels += f'<Relationship Id="{naam}" Type="{SOORT}{soort}" Target="{pad}"/>'
        if isinstance(inhoud, str):
            wortel = wortels[soort]
            files[f"word/{pad}"] = f"<w:{wortel} {NS}>{inhoud}</w:{wortel}>".encode()
        else:
            files[f"word/{pad}"] = inhoud
    main = f'<Relationship Id="rId1" Type="{SOORT}officeDocument" Target="word/document.xml"/>'
    files["word/document.xml"] = f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode()
    files["_rels/.rels"] = _kaart(main)
    files["word/_rels/document.xml.rels"] = _kaart(rels)
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PAKKET}content-types">'
        '<Default Extension="rels" ContentType="application/xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{hoofd}"/></Types>'
    ).encode()
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for naam, data in {**files, **(ruw or {})}.items():
            archive.writestr(naam, data)
    return buffer.getvalue()


def _kaart(rels: str) -> bytes:
    return f'<Relationships xmlns="{_PAKKET}relationships">{rels}</Relationships>'.encode()
