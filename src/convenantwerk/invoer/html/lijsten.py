"""Lists of a web page: how each counts, and the mark before an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from convenantwerk.invoer.html import tags

if TYPE_CHECKING:
    from lxml import etree


@dataclass
class Lijst:
    """A numbered list, or one of bullets when it does not count."""

    nummer: int = 0
    stap: int = 0
    telwijze: str = "none"
    telt: bool = False


def lijst_van(element: etree._Element, attrs: dict[str, str]) -> Lijst:
    """Return a list that begins."""
    if element.tag != "ol":
        return Lijst()
    terug = "reversed" in attrs
    items = sum(1 for kind in element if kind.tag == "li")
    begin = tags.getal(attrs.get("start"), items if terug else 1)
    stijl = tags.stijl_van(attrs.get("style", ""))
    return Lijst(begin, -1 if terug else 1, tags.telwijze(attrs.get("type", ""), stijl), telt=True)


def getoond_merk(item: etree._Element) -> str:
    """Return the mark that a numbered list sets before an item."""
    boven = item.getparent()
    if tags.MERK in item.attrib or boven is None or boven.tag != "ol":
        return item.get(tags.MERK) or ""
    lijst = lijst_van(boven, {str(n): str(w) for n, w in boven.items()})
    voor = sum(1 for kind in item.itersiblings("li", preceding=True))
    nummer = tags.getal(item.get("value"), lijst.nummer + voor * lijst.stap)
    return tags.merk_van(nummer, lijst.telwijze)
