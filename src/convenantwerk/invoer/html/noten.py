"""Notes of a web page: a link to a place, and from there a link back.

So do all programs that make them, each with names of its own; only that they point at each other
is common to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_HOUDERS = frozenset(("li", "p", "div", "dd", "aside", "td", "section"))
_NOOTVAK = ("ftn", "edn", "sdfootnote", "sdendnote", "fn", "_ftn", "_edn")
_HOOG = 3  # so far above a link may the id stand that the way back leads to
_VEEL = 5_000  # links within a page: a page with more has no notes that are read as such


class Noten(NamedTuple):
    """What of a page is a note.

    Args:
        roepen: which links call one, and what holds its text.
        vakken: what holds the text of a note.
        terug: the links back.
    """

    roepen: Mapping[etree._Element, etree._Element]
    vakken: frozenset[etree._Element]
    terug: frozenset[etree._Element]


def noten_van(wortel: etree._Element) -> Noten:
    """Return the notes of a page."""
    links = [a for a in wortel.iter("a") if (a.get("href") or "").startswith("#")]
    if not links or len(links) > _VEEL:
        return Noten({}, frozenset(), frozenset())
    plaatsen: dict[str, etree._Element] = {}
    volgorde: dict[etree._Element, int] = {}
    for nummer, element in enumerate(wortel.iter()):
        volgorde[element] = nummer
        for naam in (element.get("id"), element.get("name")):
            if naam:
                plaatsen.setdefault(naam, element)
    terug_van = {_doel(a): a for a in reversed(links)}
    roepen: dict[etree._Element, etree._Element] = {}
    terug: set[etree._Element] = set()
    vakken: set[etree._Element] = set()
    for a in links:
        naar = plaatsen.get(_doel(a))
        back = next((terug_van[n] for n in _namen(a) if n in terug_van), None)
        if naar is None or back is None or back is a:
            continue
        vak = _vak(naar)
        if vak is None or vak is not _vak(back) or volgorde[a] > volgorde[back]:
            continue
        terug.add(back)
        if vak not in vakken and vak not in a.iterancestors():
            roepen[a] = vak
            vakken.add(vak)
    return Noten(roepen, frozenset(vakken), frozenset(terug))


def _doel(a: etree._Element) -> str:
    return (a.get("href") or "")[1:]


def _namen(a: etree._Element) -> list[str]:
    found = [a.get("id"), a.get("name")]
    for nummer, boven in enumerate(a.iterancestors()):
        if nummer >= _HOOG or boven.tag in _HOUDERS:
            break
        found.append(boven.get("id"))
    found += [binnen.get("id") for binnen in a.iterchildren()]
    return [naam for naam in found if naam]


def _vak(element: etree._Element) -> etree._Element | None:
    """Return what holds the whole text of the note that an element stands in."""
    vak: etree._Element | None = element
    while vak is not None and vak.tag not in _HOUDERS:
        vak = vak.getparent()
    boven = vak.getparent() if vak is not None else None
    if vak is not None and vak.tag == "p" and boven is not None:
        naam = (boven.get("id") or "").lower()
        los = "element:footnote" in (boven.get("style") or "") or "element:endnote" in (
            boven.get("style") or ""
        )
        if boven.tag == "li" or los or naam.startswith(_NOOTVAK):
            return boven
    return vak
