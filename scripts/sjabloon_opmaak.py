"""Properties of WordprocessingML as short functions, and the measures of the house style.

Lengths are twips (1/20 point, 567 to the centimetre); sizes of type are half points.
"""

from __future__ import annotations

SERIF, SANS = "Source Serif 4", "Source Sans 3"
BLUE, SLATE, GREY, RULE = "12355B", "3D4754", "4A5563", "9AA5B1"
PAPER, PAPER_RULE = "FFF0A8", "C5CDD6"
COLUMN = 7257  # 128 mm of text on A4, with 46 mm to its left and 36 mm to its right
MARGIN = 794  # the 14 mm left of the text in which numbers hang
STEP = 397  # 7 mm for each list inside a list
DASH = 283  # 5 mm
DEPTHS = range(1, 5)

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        f'xmlns:r="{OFFICE}"',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
    )
)


def spacing(before: int = 0, after: int = 0, line: str = "") -> str:
    """Return the room around a paragraph."""
    return f'<w:spacing w:before="{before}" w:after="{after}"{line}/>'


def hanging(left: int, by: int, room: str) -> str:
    """Return an indent with the first line `by` twips to the left, a tab back, and the room."""
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>{room}'
        f'<w:ind w:left="{left}" w:hanging="{by}"/>'
    )


def font(name: str) -> str:
    """Return the typeface of a run."""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def look(size: int = 0, color: str = "", *, bold: bool | None = None, sans: bool = False) -> str:
    """Return the appearance of a run; `size` is in half points."""
    weight = {None: "", True: "<w:b/>", False: '<w:b w:val="0"/>'}[bold]
    return (
        (font(SANS) if sans else "")
        + weight
        + (f'<w:color w:val="{color}"/>' if color else "")
        + (f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else "")
    )


def rule(side: str, width: int, color: str, space: int) -> str:
    """Return a line along one side of a paragraph; `width` is in eighths of a point."""
    return (
        f'<w:pBdr><w:{side} w:val="single" w:sz="{width}" w:space="{space}"'
        f' w:color="{color}"/></w:pBdr>'
    )


HEADING = "<w:keepNext/><w:keepLines/>"
NO_HYPHENS = "<w:suppressAutoHyphens/>"
TIGHT = ' w:line="204" w:lineRule="auto"'  # Source Sans 3 sets large type far apart
LINE = ' w:line="298" w:lineRule="atLeast"'
DOTS = f'<w:tab w:val="right" w:leader="dot" w:pos="{COLUMN}"/>'
FOOT = (
    f'<w:framePr w:w="{COLUMN}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin"'
    ' w:xAlign="left" w:yAlign="bottom"/>'
)


def outline(level: int) -> str:
    """Return the level in the navigation pane of Word, from 1."""
    return f'<w:outlineLvl w:val="{level - 1}"/>'


def toc(number: int) -> str:
    """Return the tabs of a line of contents: after the label, and the dots to the page."""
    return f'<w:tabs><w:tab w:val="left" w:pos="{number}"/>{DOTS}</w:tabs>{NO_HYPHENS}'
