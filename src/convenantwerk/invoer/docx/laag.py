"""What one pPr of a Word file says: that of a style, of the defaults, or of a paragraph itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.docx.ooxml import W, getal, maat, niveau, waarde

if TYPE_CHECKING:
    from convenantwerk.invoer.docx.ooxml import Xml


class Maten(NamedTuple):
    """What one pPr says of the indent, in points; None is what it does not say.

    Args:
        links: of the paragraph.
        eerste: how much further its first line begins; negative when it hangs out.
    """

    links: float | None = None
    eerste: float | None = None

    def over(self, onder: Maten) -> Maten:
        """Return these, and what they do not say as it is below."""
        return Maten(
            onder.links if self.links is None else self.links,
            onder.eerste if self.eerste is None else self.eerste,
        )


class Laag(NamedTuple):
    """What one pPr says: of a style, of the defaults, or of a paragraph itself; None is nothing."""

    lijst: str | None = None
    ilvl: int | None = None
    in_lijst: bool = False
    outline: int | None = None
    maten: Maten = Maten()
    jc: str | None = None


def laag(ppr: Xml | None) -> Laag:
    """Read a pPr."""
    if ppr is None or not len(ppr):
        return Laag()
    numpr = ppr.find(W + "numPr")
    lijst = waarde(numpr, "numId")
    return Laag(
        None if lijst is None else lijst.strip(),
        niveau(waarde(numpr, "ilvl")),
        numpr is not None,
        getal(waarde(ppr, "outlineLvl")),
        maten(ppr),
        waarde(ppr, "jc"),
    )


def maten(ppr: Xml | None) -> Maten:
    """Read the indent in a pPr (17.3.1.12): hanging goes before firstLine."""
    ind = None if ppr is None else ppr.find(W + "ind")
    if ind is None:
        return Maten()
    hangt, eerste = maat(ind.get(W + "hanging")), maat(ind.get(W + "firstLine"))
    links = maat(ind.get(W + "left", ind.get(W + "start")))
    return Maten(links, eerste if hangt is None else -hangt)
