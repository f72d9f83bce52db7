"""Tracked changes: counted, and accepted or rejected in the XML before anything is read.

ECMA-376 part 1, 17.13.5. What goes is reported with its words. A paragraph whose mark goes becomes
one with the next.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from convenantwerk.invoer.docx.ooxml import W
from convenantwerk.invoer.docx.tekens import symbool
from convenantwerk.invoer.grenzen import weiger_wijzigingen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from convenantwerk.invoer.brok import WegReden
    from convenantwerk.invoer.docx.ooxml import Xml

_ERBIJ, _ERUIT = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_CELLEN = {W + "cellIns": "erbij", W + "cellDel": "eruit"}
_ANDERS = (
    *(W + "rPrChange", W + "pPrChange", W + "sectPrChange", W + "tblPrChange", W + "trPrChange"),
    *(W + "tcPrChange", W + "tblPrExChange", W + "tblGridChange", W + "numberingChange"),
)
_RANDEN = (
    *(W + "moveFromRangeStart", W + "moveFromRangeEnd"),
    *(W + "moveToRangeStart", W + "moveToRangeEnd"),
)
_TEKENS = tuple(W + tag for tag in ("t", "delText", "noBreakHyphen", "sym", "tab", "br", "cr"))
_ALLES = (*_ERBIJ, *_ERUIT, *_CELLEN, *_ANDERS)


class Geschrapt(NamedTuple):
    """Words that a tracked change takes away: the words, why, and what they stand in."""

    tekst: str
    waarom: WegReden
    alinea: Xml | None


def keur_wijzigingen(roots: Sequence[Xml], path: str) -> None:
    """Refuse a file with tracked changes of which nobody said what should become of them.

    Raises:
        OnleesbaarError: CV941, with how many there are and whose.
    """
    wie = Counter(
        element.get(W + "author", "iemand zonder naam")
        for root in roots
        for element in root.iter(*_ALLES)
    )
    weiger_wijzigingen(wie, path)


def verwerk(root: Xml, *, aanvaard: bool) -> tuple[Geschrapt, ...]:
    """Accept or reject all changes in a part; return the words that went."""
    waarom: WegReden = "doorgehaald" if aanvaard else "ingevoegd"
    weg, blijft = (_ERUIT, _ERBIJ) if aanvaard else (_ERBIJ, _ERUIT)
    cellen = [e for e in root.iter(*_CELLEN) if (_CELLEN[e.tag] == "eruit") == aanvaard]
    geheel = [*(_boven(cel, W + "tc") for cel in cellen), *_rijen(root, weg)]
    geschrapt = [stuk for element in geheel for stuk in _haal_weg(element, waarom, root)]
    samen = [p for p in root.iter(W + "p") if _merk(p, weg)]
    for element in list(root.iter(*weg)):
        if _is_inhoud(element):
            geschrapt += _haal_weg(element, waarom, root)
    for rand in list(root.iter(*_RANDEN)):
        rand.getparent().remove(rand)
    for alinea in reversed(samen):  # from below, so that nothing moves twice
        _voeg_samen(alinea)
    for element in list(root.iter(*blijft)):
        if _is_inhoud(element):
            _pak_uit(element)
    if not aanvaard:
        _zet_terug(root)
    for deltext in root.iter(W + "delText"):
        deltext.tag = W + "t"
    return tuple(geschrapt)


def _rijen(root: Xml, tags: Sequence[str]) -> list[Xml]:
    """Return the rows of tables that are changed as a whole."""
    eigenschappen = root.iter(W + "trPr")
    return [pr.getparent() for pr in eigenschappen if any(pr.find(tag) is not None for tag in tags)]


def _is_inhoud(element: Xml) -> bool:
    """Tell a change of words from one of a mark or row, which is an empty element in properties."""
    ouder = element.getparent()
    return ouder is not None and ouder.tag not in (W + "rPr", W + "trPr", W + "numPr")


def _merk(alinea: Xml, tags: Sequence[str]) -> bool:
    eigenschappen = alinea.find(f"{W}pPr/{W}rPr")
    return eigenschappen is not None and any(eigenschappen.find(tag) is not None for tag in tags)


def _boven(element: Xml, tag: str) -> Xml | None:
    return next(element.iterancestors(tag), None)


def _haal_weg(element: Xml | None, waarom: WegReden, root: Xml) -> Iterator[Geschrapt]:
    ouder = None if element is None else element.getparent()
    if element is None or ouder is None or root not in element.iterancestors():
        return  # it went already, with what it stood in
    alineas = list(element.iter(W + "p"))
    if alineas:
        for alinea in alineas:
            yield Geschrapt(_letters(alinea), waarom, alinea)
    else:
        yield Geschrapt(_letters(element), waarom, _boven(element, W + "p"))
    ouder.remove(element)


def _letters(element: Xml) -> str:
    return "".join(map(_teken, element.iter(*_TEKENS)))


def _teken(element: Xml) -> str:
    match element.tag.removeprefix(W):
        case "t" | "delText":
            return element.text or ""
        case "noBreakHyphen":
            return "-"
        case "sym":
            return symbool(element)[0]
        case _:
            return " "


def _pak_uit(element: Xml) -> None:
    """Put what an element holds in its place."""
    ouder = element.getparent()
    if ouder is None:
        return
    for child in list(element):
        element.addprevious(child)
    ouder.remove(element)


def _voeg_samen(alinea: Xml) -> None:
    """Put what a paragraph still holds at the begin of the next one, and take it away.

    The last paragraph of a cell or of the text has nothing to go to: it stays, with what it holds.
    """
    volgende, ouder = alinea.getnext(), alinea.getparent()
    if ouder is None or volgende is None or volgende.tag != W + "p":
        return
    begin = etree.Element(W + "r")  # what comes from above stands before it
    volgende.insert(0 if volgende.find(W + "pPr") is None else 1, begin)
    for child in [child for child in alinea if child.tag != W + "pPr"]:
        begin.addprevious(child)
    volgende.remove(begin)
    ouder.remove(alinea)


def _zet_terug(root: Xml) -> None:
    """Put the properties back that a change of layout keeps as they were."""
    for nummering in list(root.iter(W + "numPr")):
        if nummering.find(W + "ins") is not None:  # the paragraph came to be in a list
            nummering.getparent().remove(nummering)
    for tag, naam in (("rPrChange", "rPr"), ("pPrChange", "pPr")):
        for change in list(root.iter(W + tag)):
            nu, oud = change.getparent(), change.find(W + naam)
            if nu is None or oud is None:
                continue
            merk = nu.find(W + "rPr") if naam == "pPr" else None
            nu[:] = list(oud)
            if merk is not None:
                nu.append(merk)
