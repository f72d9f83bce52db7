"""What holds within an element of a web page: how it looks, and whether it is text at all."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from convenantwerk.invoer.html import tags

if TYPE_CHECKING:
    from lxml import etree

    from convenantwerk.invoer.brok import WegReden
    from convenantwerk.invoer.html.tags import Soort

_IN = 18.0  # points that a list, or what is quoted, stands further in
_MSO_NIVEAU = re.compile(r"level(\d)")


@dataclass(frozen=True, slots=True)
class Kader:
    """What holds within an element: how it looks, in which list it stands, whether it is kept."""

    soorten: frozenset[Soort] = frozenset()
    grootte: float = 0.0
    midden: bool = False
    inspringing: float = 0.0
    niveau: int = 0
    letterlijk: bool = False
    weg: WegReden | None = None
    blokweg: WegReden | None = None  # of the paragraph as a whole
    stil: bool = False  # nothing in it is text
    diepte: int = -1
    inhoudsopgave: bool = False


def nieuw_kader(
    oud: Kader, element: etree._Element, attrs: dict[str, str], *, eigen: bool
) -> Kader:
    """Return what holds within an element, that stands in another.

    Args:
        oud: what holds in that other.
        element: the element.
        attrs: its attributes.
        eigen: the page was built by this program.
    """
    tag = str(element.tag).lower()
    stijl = tags.stijl_van(attrs.get("style", ""))
    kader = replace(oud, soorten=tags.nadruk_van(tag, stijl, oud.soorten))
    if tag in tags.GEEN_TEKST:
        return replace(kader, stil=True)
    if kader.weg is None:
        kader = replace(kader, weg=_waarom_weg(element, attrs, stijl, eigen=eigen))
    if tag in tags.BLOK:
        kader = replace(kader, blokweg=kader.weg)
    if grootte := tags.punten(stijl.get("font-size", "")):
        kader = replace(kader, grootte=grootte)
    if tag in tags.KOPPEN:
        kader = replace(kader, niveau=tags.KOPPEN[tag])
    if uitlijning := stijl.get("text-align", attrs.get("align", "").lower()):
        kader = replace(kader, midden=uitlijning == "center")
    if tag == "center":
        kader = replace(kader, midden=True)
    erbij = tags.punten(stijl.get("margin-left", "").split(" ")[0])
    if tag in ("ol", "ul", "blockquote", "dd"):
        erbij = erbij or _IN
    diepte = oud.diepte + (tag in ("ol", "ul", "menu", "dir"))
    if niveau := _MSO_NIVEAU.search(stijl.get("mso-list", "")):
        diepte = int(niveau[1]) - 1
    return replace(
        kader,
        inspringing=kader.inspringing + erbij,
        diepte=diepte,
        letterlijk=kader.letterlijk or tag in ("pre", "textarea"),
    )


def _waarom_weg(
    element: etree._Element, attrs: dict[str, str], stijl: dict[str, str], *, eigen: bool
) -> WegReden | None:
    """Return why what stands in an element is left out; None when it is not."""
    tag = str(element.tag).lower()
    if tags.is_verborgen(attrs, stijl):
        return "verborgen"
    if eigen and {"hulp", "mededeling"} & set(attrs.get("class", "").split()):
        return "navigatie"
    if tag == "nav":
        inhoud = "inhoud" in f"{attrs.get('class', '')} {attrs.get('id', '')}".lower()
        return "inhoudsopgave" if inhoud else "navigatie"
    if tag == "footer":
        return "navigatie"
    if tag == "header" and (element.find(".//nav") is not None or element.find(".//h1") is None):
        return "navigatie"
    return None
