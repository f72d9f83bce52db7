"""Word files with lists, made of a few lines of text that a jurist can write and read.

    definitie A                             a w:abstractNum, and below it its levels
    niveau 1: decimal "Artikel %1."         number format and text
    niveau 2: decimal "%1.%2" begin=3       further words of a level: see `_niveau`
    lijst a van A                           a w:num
    lijst b van A; niveau 1 begint bij 5    its overrides
    lijst c van A; niveau 1: decimal "%1"
    stijl Kop1: lijst a niveau 1            a style; "op Basis" behind it for what it is based on
    alinea's: a1 a2 Kop1 Kop1+a2 Kop1+n2 Kop1+uit geen |a1|

The paragraphs: list and level, a style, both, a style with another level, a style without its
numbers, no list, a cell of a table.
"""

from __future__ import annotations

import re
import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from convenantwerk.invoer.docx.nummering import Merk, Telraam
from convenantwerk.invoer.docx.stijlen import Stijlen

if TYPE_CHECKING:
    from collections.abc import Iterable

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_NIVEAU = re.compile(r'niveau (\S+): (\S+)(?: "([^"]*)")?(.*)')
_OPTIE = re.compile(r'(\w+)(?:=(?:"([^"]*)"|(\S+)))?')
_STIJL = re.compile(r"stijl (\w+):(?: lijst (\S+))?(?: niveau (\d+))?(?: op (\w+))?")


class Woordlijst(NamedTuple):
    """The parts of a Word file: numbering.xml, the styles, and its paragraphs as pPr."""

    nummering: str
    stijlen: str
    alineas: tuple[str, ...]
    cellen: frozenset[int] = frozenset()


def woordlijst(bron: str) -> Woordlijst:
    """Return what the lines of a case describe."""
    abstracten: list[str] = []
    lijsten: list[str] = []
    stijlen: list[str] = []
    alineas: list[str] = []
    namen: dict[str, int] = {}
    definities: dict[str, int] = {}
    for regel in filter(None, map(str.strip, bron.splitlines())):
        woord, _, rest = regel.partition(" ")
        match woord:
            case "definitie":
                naam, *opties = rest.split()
                definities[naam] = len(definities)
                abstracten.append(_definitie(definities[naam], opties))
            case "niveau":
                abstracten[-1] += _niveau(regel)
            case "lijst":
                naam, _, definitie = rest.partition(" van ")
                namen[naam] = len(namen) + 1
                lijsten.append(_lijst(namen[naam], definitie, definities))
            case "stijl":
                stijlen.append(_stijl(regel, namen))
            case _:
                alineas += rest.split()
    kaal = [alinea.strip("|") for alinea in alineas]
    return Woordlijst(
        f"<w:numbering {NS} {MC}>"
        + "".join(f"{abstract}</w:abstractNum>" for abstract in abstracten)
        + "".join(lijsten)
        + "</w:numbering>",
        "".join(stijlen),
        tuple(_alinea(alinea, namen) for alinea in kaal),
        frozenset(number for number, alinea in enumerate(alineas) if alinea.startswith("|")),
    )


def _definitie(nummer: int, opties: Iterable[str]) -> str:
    koppeling = "".join(
        f'<w:{ {"van": "styleLink", "als": "numStyleLink"}[naam] } w:val="{stijl}"/>'
        for naam, stijl in (optie.split("=") for optie in opties)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{nummer}"><w:nsid w:val="{nummer + 4096:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{koppeling}'
    )


def _niveau(regel: str) -> str:
    found = _NIVEAU.fullmatch(regel)
    assert found, regel
    wat = {naam: een or ander or "1" for naam, een, ander in _OPTIE.findall(found[4])}
    vorm = f'<w:numFmt w:val="{found[2]}"/>'
    if "eigen" in wat:
        vorm = (
            '<mc:AlternateContent><mc:Choice Requires="w14">'
            f'<w:numFmt w:val="custom" w:format="{wat["eigen"]}"/></mc:Choice>'
            f"<mc:Fallback>{vorm}</mc:Fallback></mc:AlternateContent>"
        )
    delen = [
        f'<w:lvl w:ilvl="{int(found[1]) - 1}">',
        "" if wat.get("begin") == "niet" else f'<w:start w:val="{wat.get("begin", "1")}"/>',
        vorm,
        f'<w:lvlRestart w:val="{wat["herstart"]}"/>' if "herstart" in wat else "",
        f'<w:pStyle w:val="{wat["stijl"]}"/>' if "stijl" in wat else "",
        "<w:isLgl/>" if "wettelijk" in wat else "",
        f'<w:suff w:val="{wat["daarna"]}"/>' if "daarna" in wat else "",
        "" if found[3] is None else f'<w:lvlText w:val="{escape(found[3])}"/>',
        '<w:lvlPicBulletId w:val="0"/>' if "beeld" in wat else "",
        f'<w:pPr><w:ind w:left="{wat.get("links", "720")}" w:hanging="360"/></w:pPr>',
        "<w:rPr><w:vanish/></w:rPr>" if "verborgen" in wat else "",
        "</w:lvl>",
    ]
    return "".join(delen)


def _lijst(nummer: int, definitie: str, definities: dict[str, int]) -> str:
    naam, *anders = (deel.strip() for deel in definitie.split(";"))
    over = ""
    for deel in anders:
        if found := re.fullmatch(r"niveau (\d+) begint bij (\S+)", deel):
            binnen = f'<w:startOverride w:val="{found[2]}"/>'
            niveau = int(found[1])
        else:
            niveau = int(deel.split()[1].rstrip(":"))
            binnen = _niveau(deel)
        over += f'<w:lvlOverride w:ilvl="{niveau - 1}">{binnen}</w:lvlOverride>'
    doel = definities.get(naam, 999)
    return f'<w:num w:numId="{nummer}"><w:abstractNumId w:val="{doel}"/>{over}</w:num>'


def _stijl(regel: str, namen: dict[str, int]) -> str:
    found = _STIJL.fullmatch(regel)
    assert found, regel
    naam, lijst, niveau, op = found.groups()
    soort = "numbering" if naam.startswith("Lijst") else "paragraph"
    ilvl = f'<w:ilvl w:val="{int(niveau) - 1}"/>' if niveau else ""
    numid = f'<w:numId w:val="{0 if lijst == "uit" else namen[lijst]}"/>' if lijst else ""
    numpr = f"<w:pPr><w:numPr>{ilvl}{numid}</w:numPr></w:pPr>" if ilvl or numid else ""
    return (
        f'<w:style w:type="{soort}" w:customStyle="1" w:styleId="{naam}"><w:name w:val="{naam}"/>'
        + (f'<w:basedOn w:val="{op}"/>' if op else "")
        + f"{numpr}</w:style>"
    )


def _alinea(alinea: str, namen: dict[str, int]) -> str:
    if alinea == "geen":
        return "<w:pPr/>"
    stijl, _, lijst = alinea.rpartition("+")
    found = re.fullmatch(r"([a-z]+?|n)(\d+)", lijst)
    if lijst == "uit":
        numpr = '<w:numId w:val="0"/>'
    elif found and stijl and found[1] == "n":
        numpr = f'<w:ilvl w:val="{int(found[2]) - 1}"/>'
    elif found:
        numpr = f'<w:ilvl w:val="{int(found[2]) - 1}"/><w:numId w:val="{namen[found[1]]}"/>'
    elif lijst in namen:
        numpr = f'<w:numId w:val="{namen[lijst]}"/>'
    else:
        stijl, numpr = lijst, ""
    return (
        "<w:pPr>"
        + (f'<w:pStyle w:val="{stijl}"/>' if stijl else "")
        + (f"<w:numPr>{numpr}</w:numPr>" if numpr else "")
        + "</w:pPr>"
    )


def stijlblad(geval: Woordlijst) -> str:
    """Return styles.xml."""
    return (
        f'<w:styles {NS}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-NL"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        f'w:styleId="Normal"><w:name w:val="Normal"/></w:style>{geval.stijlen}</w:styles>'
    )


def docx(geval: Woordlijst) -> bytes:
    """Return a Word file in which each paragraph says its place: "@0@", "@1@"."""
    alineas = ""
    for number, ppr in enumerate(geval.alineas):
        alinea = f"<w:p>{ppr}<w:r><w:t>@{number}@</w:t></w:r></w:p>"
        if number in geval.cellen:
            alinea = (
                '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
                f'<w:gridCol w:w="4000"/></w:tblGrid><w:tr><w:tc>{alinea}</w:tc></w:tr></w:tbl>'
            )
        alineas += alinea
    soort = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pakket = "http://schemas.openxmlformats.org/package/2006"
    delen = {
        "[Content_Types].xml": f'<Types xmlns="{pakket}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{soort}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{soort}.styles+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{soort}.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{pakket}/relationships"><Relationship Id="a" '
        f'Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{pakket}/relationships">'
        f'<Relationship Id="a" Type="{rel}/styles" Target="styles.xml"/>'
        f'<Relationship Id="b" Type="{rel}/numbering" Target="numbering.xml"/></Relationships>',
        "word/document.xml": f"<w:document {NS}><w:body>{alineas}<w:sectPr/></w:body></w:document>",
        "word/styles.xml": stijlblad(geval),
        "word/numbering.xml": geval.nummering,
    }
    uit = BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, xml in delen.items():
            archief.writestr(naam, f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}')
    return uit.getvalue()


def telraam(geval: Woordlijst) -> Telraam:
    """Return what counts the paragraphs of a file."""
    stijlen = Stijlen(etree.fromstring(stijlblad(geval)))
    return Telraam(etree.fromstring(geval.nummering), stijlen)


def merken(geval: Woordlijst) -> list[Merk | None]:
    """Return what is shown before each paragraph."""
    geteld_door = telraam(geval)
    body = etree.fromstring(f"<w:body {NS}>{''.join(geval.alineas)}</w:body>")
    return [geteld_door.merk(ppr) for ppr in body]


def geteld(geval: Woordlijst) -> list[str]:
    """Return the numbers as a case writes them."""
    return ["geen" if merk is None else merk.tekst or "leeg" for merk in merken(geval)]
