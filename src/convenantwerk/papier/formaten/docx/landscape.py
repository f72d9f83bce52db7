"""Pages that lie on their side, for tables that are wider than they are long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.papier.formaten.docx.elements import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convenantwerk.papier.formaten.docx.styles import Styles

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _POSITION = (
    f"{{{W}}}{name}" for name in ("w", "h", "left", "right", "top", "pos")
)


def lay_down(section: Element, styles: Styles) -> None:
    """Turn the page of a section, and let what stood at its right edge stand there again.

    Both sides get the margin of the top: the wide one at the left is for numbers that hang in it.
    """
    size, margins = section.find(f"{{{W}}}pgSz"), section.find(f"{{{W}}}pgMar")
    before = _room(size, margins)
    wide, high = size.get(_WIDTH), size.get(_HEIGHT)
    size.set(_WIDTH, high)
    size.set(_HEIGHT, wide)
    size.set(f"{{{W}}}orient", "landscape")
    margins.set(_LEFT, margins.get(_TOP))
    margins.set(_RIGHT, margins.get(_TOP))
    for tab in styles.tree.iter(f"{{{W}}}tab"):
        if tab.get(f"{{{W}}}val") == "right" and tab.get(_POSITION) == str(before):
            tab.set(_POSITION, str(_room(size, margins)))


def _room(size: Element, margins: Element) -> int:
    width, left, right = (
        abs(int(of.get(name, "0")))
        for of, name in ((size, _WIDTH), (margins, _LEFT), (margins, _RIGHT))
    )
    return width - left - right
