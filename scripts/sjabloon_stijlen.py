"""The styles of templates/huisstijl.docx, one row each; Word and the exporter know the names."""

from __future__ import annotations

from dataclasses import dataclass

from sjabloon_opmaak import (
    BLUE,
    COLUMN,
    DASH,
    DEPTHS,
    FOOT,
    GREY,
    HEADING,
    LINE,
    MARGIN,
    NAMESPACES,
    NO_HYPHENS,
    PAPER,
    PAPER_RULE,
    RULE,
    SERIF,
    SLATE,
    STEP,
    TIGHT,
    font,
    hanging,
    look,
    outline,
    rule,
    spacing,
    toc,
)


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its name (that of Word where Word has one), with its properties as XML."""

    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str | None = "Normal"
    following: str | None = None
    kind: str = "paragraph"
    extra: str = ""


def identity(name: str) -> str:
    """Return the id of a style: its name as Word shortens it."""
    return "".join(word[:1].upper() + word[1:] for word in name.split())


STYLES: tuple[Style, ...] = (
    Style("Normal", based_on=None),
    Style("Body Text", spacing(before=147, after=74, line=LINE)),
    Style(
        "Title",
        HEADING
        + rule("top", 32, BLUE, 22)
        + NO_HYPHENS
        + spacing(before=4100, after=200, line=TIGHT),
        look(64, BLUE, bold=True, sans=True),
        following="Subtitle",
    ),
    Style("Subtitle", NO_HYPHENS + spacing(after=0), look(34, SLATE, sans=True)),
    Style("Titelregel", FOOT + NO_HYPHENS + spacing(), look(20, SLATE, sans=True)),
    Style(
        "heading 1",
        HEADING
        + rule("top", 24, BLUE, 14)
        + NO_HYPHENS
        + spacing(before=3500, after=400, line=TIGHT)
        + outline(1),
        look(52, BLUE, bold=True, sans=True),
        following="Body Text",
    ),
    Style(
        "heading 2",
        HEADING
        + hanging(0, MARGIN, NO_HYPHENS + spacing(before=360, after=340, line=TIGHT))
        + outline(2),
        look(40, BLUE, bold=True, sans=True),
        following="Body Text",
    ),
    Style(
        "heading 3",
        HEADING + hanging(0, MARGIN, NO_HYPHENS + spacing(before=368, after=136)) + outline(3),
        look(26, BLUE, bold=True, sans=True),
        following="Body Text",
    ),
    Style(
        "Artikelkop",
        '<w:ind w:left="0" w:firstLine="0"/>',
        look(24),
        based_on="heading 3",
        following="Lid",
    ),
    Style(
        "Lid",
        hanging(0, MARGIN, spacing(before=147, after=74, line=LINE)),
        based_on="Body Text",
    ),
    *(
        Style(
            f"Onderdeel {depth}",
            hanging(depth * STEP, STEP, spacing(after=74, line=LINE)),
            based_on="Body Text",
        )
        for depth in DEPTHS
    ),
    *(
        Style(
            f"Streep {depth}",
            f'<w:numPr><w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr>'
            + hanging(depth * STEP, DASH, spacing(after=74, line=LINE)),
            based_on="Body Text",
        )
        for depth in DEPTHS
    ),
    *(
        Style(
            f"Vervolg {depth}",
            spacing(after=74, line=LINE) + f'<w:ind w:left="{depth * STEP}"/>',
            based_on="Body Text",
        )
        for depth in DEPTHS
    ),
    Style(
        "Redactie",
        rule("left", 16, RULE, 10) + spacing(before=60, after=227) + f'<w:ind w:left="{DASH}"/>',
        look(18, SLATE, sans=True),
    ),
    Style("Slot", f"<w:keepNext/>{spacing(before=120, after=0, line=LINE)}"),
    # Room to sign under the closing lines.
    Style("Slot einde", spacing(before=120, after=1588, line=LINE), based_on="Slot"),
    Style("Figuur", spacing(before=170, after=283)),
    Style("Tussenruimte", spacing(line=' w:line="227" w:lineRule="exact"'), look(8)),
    Style("Tabeltekst", NO_HYPHENS + spacing(before=60, after=60), look(18, sans=True)),
    Style("Partij", NO_HYPHENS + spacing(), look(20, BLUE, bold=True, sans=True)),
    Style("Ondertekenaar", NO_HYPHENS + spacing(), look(20, SLATE, sans=True)),
    Style("Ondertekenveld", NO_HYPHENS + spacing(before=227), look(17, GREY, sans=True)),
    Style(
        "TOC Heading",
        HEADING + NO_HYPHENS + spacing(after=400),
        look(40, BLUE, bold=True, sans=True),
        following="Body Text",
    ),
    Style(
        "Bladtitel",
        HEADING + NO_HYPHENS + spacing(after=400),
        look(40, BLUE, bold=True, sans=True),
        following="Body Text",
    ),
    Style(
        "Bladkop",
        HEADING + NO_HYPHENS + spacing(before=283, after=113),
        look(24, BLUE, bold=True, sans=True),
        following="Body Text",
    ),
    Style(
        "toc 1",
        "<w:keepNext/>"
        + toc(MARGIN)
        + spacing(before=227, after=80)
        + f'<w:ind w:left="{MARGIN}" w:hanging="{MARGIN}"/>',
        look(20, BLUE, bold=True, sans=True),
    ),
    Style(
        "toc 2",
        toc(454) + spacing(before=90, after=30) + '<w:ind w:left="454" w:hanging="454"/>',
        look(20, bold=True, sans=True),
    ),
    Style(
        "toc 3",
        toc(1021) + spacing(after=25) + '<w:ind w:left="1021" w:hanging="567"/>',
        look(20, sans=True),
    ),
    Style(
        "header",
        rule("bottom", 4, RULE, 5)
        + f'<w:tabs><w:tab w:val="right" w:pos="{COLUMN}"/></w:tabs>{NO_HYPHENS}'
        + f'{spacing()}<w:ind w:left="-{MARGIN}"/>',
        look(16, GREY, sans=True),
    ),
    Style(
        "footer",
        f'<w:tabs><w:tab w:val="right" w:pos="{COLUMN}"/></w:tabs>'
        f'{spacing()}<w:ind w:left="-{MARGIN}"/>',
        look(16, GREY, sans=True),
    ),
    Style(
        "footnote text",
        hanging(DASH, DASH, spacing(after=57)),
        look(17),
    ),
    Style("Default Paragraph Font", based_on=None, kind="character"),
    Style(
        "footnote reference",
        run='<w:vertAlign w:val="superscript"/>',
        based_on="Default Paragraph Font",
        kind="character",
    ),
    Style(
        "Hyperlink",
        run='<w:u w:val="single" w:color="9FB3CC"/>',
        based_on="Default Paragraph Font",
        kind="character",
    ),
    Style(
        "Invulveld",
        run=f'<w:shd w:val="clear" w:color="auto" w:fill="{PAPER}"/>',
        based_on="Default Paragraph Font",
        kind="character",
    ),
    Style(
        "Ingevoegd",
        run=f'<w:color w:val="{BLUE}"/><w:u w:val="single"/>',
        based_on="Default Paragraph Font",
        kind="character",
    ),
    Style(
        "Vervallen",
        run=f'<w:strike/><w:color w:val="{GREY}"/>',
        based_on="Default Paragraph Font",
        kind="character",
    ),
    Style(
        "Deelnummer",
        run=look(24, BLUE, bold=False, sans=True),
        based_on="Default Paragraph Font",
        kind="character",
    ),
    Style("Kopnummer", run=look(bold=False), based_on="Default Paragraph Font", kind="character"),
    Style(
        "Normal Table",
        based_on=None,
        kind="table",
        extra='<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="113" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr>",
    ),
    Style(
        "Tabel",
        based_on="Normal Table",
        kind="table",
        extra="<w:tblPr><w:tblBorders>"
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{BLUE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{PAPER_RULE}"/>'
        "</w:tblBorders></w:tblPr>"
        '<w:tblStylePr w:type="firstRow">'
        f'<w:rPr><w:b/><w:color w:val="{BLUE}"/></w:rPr><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{BLUE}"/>'
        '</w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    ),
    Style(
        "Ondertekening",
        based_on="Normal Table",
        kind="table",
        extra="<w:tblPr><w:tblBorders>"
        f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{BLUE}"/>'
        '</w:tblBorders><w:tblCellMar><w:top w:w="113" w:type="dxa"/>'
        '<w:bottom w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    ),
)

OF_WORD = frozenset(
    name.casefold()
    for name in (
        *("Normal", "Body Text", "Title", "Subtitle", "heading 1", "heading 2", "heading 3"),
        *("toc 1", "toc 2", "toc 3", "TOC Heading", "header", "footer", "footnote text"),
        *("footnote reference", "Hyperlink", "Default Paragraph Font", "Normal Table"),
    )
)
DEFAULTS = frozenset({"Normal", "Default Paragraph Font", "Normal Table"})


def style_xml(style: Style) -> str:
    """Return one style as it stands in styles.xml."""
    attributes = f'w:type="{style.kind}" w:styleId="{identity(style.name)}"'
    if style.name in DEFAULTS:
        attributes += ' w:default="1"'
    elif style.name.casefold() not in OF_WORD:
        attributes += ' w:customStyle="1"'
    properties = (
        f'<w:name w:val="{style.name}"/>',
        f'<w:basedOn w:val="{identity(style.based_on)}"/>' if style.based_on else "",
        f'<w:next w:val="{identity(style.following)}"/>' if style.following else "",
        '<w:uiPriority w:val="9"/>',
        "" if style.name in DEFAULTS - {"Normal"} else "<w:qFormat/>",
        f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else "",
        f"<w:rPr>{style.run}</w:rPr>" if style.run else "",
        style.extra,
    )
    return f"<w:style {attributes}>{''.join(properties)}</w:style>"


def styles() -> str:
    """Return styles.xml."""
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{font(SERIF)}"
        '<w:color w:val="111111"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault>"
        '</w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99"'
        ' w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        f"{''.join(map(style_xml, STYLES))}</w:styles>"
    )
