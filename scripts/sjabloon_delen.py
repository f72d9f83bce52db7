"""The other parts of templates/huisstijl.docx: page, header and footer, dashes, settings."""

from __future__ import annotations

from sjabloon_opmaak import (
    DASH,
    DEPTHS,
    GREY,
    NAMESPACES,
    SANS,
    SERIF,
    STEP,
    font,
    spacing,
)


def numbering() -> str:
    """Return numbering.xml: a dash on every level, the only thing Word is let to set itself."""
    levels = "".join(
        f'<w:lvl w:ilvl="{depth - 1}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:pStyle w:val="Streep{depth}"/><w:lvlText w:val="&#8211;"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{depth * STEP}" w:hanging="{DASH}"/></w:pPr>'
        f'<w:rPr>{font(SERIF)}<w:color w:val="{GREY}"/></w:rPr></w:lvl>'
        for depth in DEPTHS
    )
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def settings() -> str:
    """Return settings.xml; fields are not updated on opening, which would ask the reader."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
        '<w:defaultTabStop w:val="397"/><w:autoHyphenation/>'
        '<w:consecutiveHyphenLimit w:val="2"/><w:hyphenationZone w:val="425"/>'
        "<w:doNotHyphenateCaps/>"
        '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr>'
        '<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/>'
        '<w:listSeparator w:val=";"/></w:settings>'
    )


def footnotes() -> str:
    """Return footnotes.xml with no more than the line above the notes."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr>{spacing(after=113)}</w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f"<w:footnotes {NAMESPACES}>{separators}</w:footnotes>"


def page_field(name: str, result: str) -> str:
    """Return a field with what it shows until Word counts for itself."""
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{result}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{step}</w:r>" for step in steps)


def watermark(number: int) -> str:
    """Return CONCEPT in large grey letters behind the text, in the way Word draws it."""
    lines = (
        *("sum #0 0 10800", "prod #0 2 1", "sum 21600 0 @1", "sum 0 0 @2", "sum 21600 0 @3"),
        *("if @0 @3 0", "if @0 21600 @1", "if @0 0 @2", "if @0 @4 21600", "mid @5 @6"),
        *("mid @8 @5", "mid @7 @8", "mid @6 @7", "sum @6 0 @5"),
    )
    formulas = "".join(f'<v:f eqn="{line}"/>' for line in lines)
    return (
        "<w:r><w:t>{%r if concept %}</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:pict>"
        '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
        f' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{formulas}</v:formulas>'
        '<v:path textpathok="t" o:connecttype="custom"'
        ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
        '<v:textpath on="t" fitshape="t"/><o:lock v:ext="edit" text="t" shapetype="t"/>'
        f'</v:shapetype><v:shape id="Watermerk{number}" o:spid="_x0000_s{2048 + number}"'
        ' type="#_x0000_t136" alt="CONCEPT" style="position:absolute;margin-left:0;'
        "margin-top:0;width:430pt;height:62pt;rotation:308;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:page;"
        'mso-position-vertical:center;mso-position-vertical-relative:page"'
        ' o:allowincell="f" fillcolor="#ececec" stroked="f">'
        f'<v:textpath style="font-family:&quot;{SANS}&quot;;font-size:1pt;font-weight:bold"'
        ' string="CONCEPT"/></v:shape></w:pict></w:r>'
        "<w:r><w:t>{%r endif %}</w:t></w:r>"
    )


def header(number: int, content: str, style: str = "Header") -> str:
    """Return a header with the watermark and some content."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    return f"<w:hdr {NAMESPACES}><w:p>{properties}{watermark(number)}{content}</w:p></w:hdr>"


def footer(content: str) -> str:
    """Return a footer."""
    return (
        f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{content}</w:p></w:ftr>'
    )


def document() -> str:
    """Return document.xml: the place for the text, and the page."""
    kinds = ("header", "footer")
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="{kind}-{which}"/>'
        for which in ("default", "first")
        for kind in kinds
    )
    return (
        f'<w:document {NAMESPACES}><w:body><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr>'
        f"<w:r><w:t>{{{{p inhoud }}}}</w:t></w:r></w:p><w:sectPr>{references}"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1814" w:right="2041" w:bottom="1701"'
        ' w:left="2608" w:header="1134" w:footer="1134" w:gutter="0"/><w:titlePg/></w:sectPr>'
        "</w:body></w:document>"
    )
