"""Where the words of a Word file may stand, so that no file hides any where nobody reads.

Word opens no file with words in properties, or with a paragraph in a paragraph; nor is one read
here. It is a road of its own: it says nothing of what is read of a place, only that it is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from convenantwerk.invoer.docx.ooxml import M, W
from convenantwerk.invoer.grenzen import KLEINER, weiger

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.docx.ooxml import Xml

EIGENSCHAPPEN = frozenset(
    W + naam
    for naam in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx"),
        *("sectPr", "customXmlPr", "smartTagPr", "rubyPr", "delInstrText"),
    )
)
ELEMENTEN = 1_000_000  # of one part; 2,000 full pages have fewer
WIT = frozenset({W + "tab", W + "ptab", W + "br", W + "cr"})
_TEKENS = frozenset(
    {W + "t", W + "sym", W + "noBreakHyphen", M + "t", W + "fldChar", W + "instrText"}
)
# What has no words in it, though it may have elements.
_BLADEN = (
    _TEKENS | WIT | {W + naam for naam in ("footnoteReference", "endnoteReference", "softHyphen")}
)
_GETOOND = 40  # characters
_BLOK, _TABEL, _RIJ, _ALINEA, _RUN = "blok", "tabel", "rij", "alinea", "run"
_TEKENING, _FORMULE, _NERGENS = "tekening", "formule", "nergens"
_BLOKKEN = {W + "p": _ALINEA, W + "tbl": _TABEL, W + "tr": _NERGENS, W + "tc": _NERGENS}
_RUNS = {W + "r": _RUN}
_TEKENINGEN = dict.fromkeys((W + "drawing", W + "pict", W + "object"), _TEKENING)
# What an element is, by what it stands in; what a table does not name is as its parent.
_WORDT: Mapping[str, Mapping[str, str]] = {
    _BLOK: {**_BLOKKEN, W + "r": _NERGENS},
    _TABEL: {**dict.fromkeys(_BLOKKEN, _NERGENS), W + "tr": _RIJ, W + "r": _NERGENS},
    _RIJ: {**dict.fromkeys(_BLOKKEN, _NERGENS), W + "tc": _BLOK, W + "r": _NERGENS},
    _ALINEA: {**dict.fromkeys(_BLOKKEN, _NERGENS), **_RUNS},
    _RUN: {
        **dict.fromkeys(_BLOKKEN, _NERGENS),
        **dict.fromkeys((W + "ruby", W + "rt", W + "rubyBase"), _ALINEA),
        **_TEKENINGEN,
    },
    _TEKENING: {**dict.fromkeys(_BLOKKEN, _NERGENS), W + "txbxContent": _BLOK, W + "r": _NERGENS},
    _FORMULE: dict.fromkeys(_BLOKKEN, _NERGENS),
    _NERGENS: {},
}


def keur_plaatsen(root: Xml, path: str) -> None:
    """Refuse a part with words where Word knows none, or with more in it than any agreement.

    Args:
        root: of a part, after tracked changes and other forms were dealt with.
        path: of the file, as the user sees it.

    Raises:
        OnleesbaarError: CV951.
    """
    stapel, gezien = [(root, _BLOK)], 0
    while stapel:
        element, plaats = stapel.pop()
        gezien += len(element)
        if gezien > ELEMENTEN:
            weiger(path, f"een deel ervan bestaat uit meer dan {ELEMENTEN} stukjes", KLEINER)
        for kind in element.iterchildren("*"):
            if not _mag(kind, plaats):
                _weiger(kind, path)
            if len(kind):
                stapel.append((kind, _plaats(kind.tag, plaats)))


def _mag(element: Xml, plaats: str) -> bool:
    if element.tag in _TEKENS and (element.tag != W + "t" or element.text):
        return plaats in (_RUN, _FORMULE)
    if element.tag in WIT and element.getparent().tag != W + "tabs":
        return plaats in (_RUN, _FORMULE, _ALINEA)
    return True


def _weiger(element: Xml, path: str) -> NoReturn:
    kort = " ".join((element.text or "").split())[:_GETOOND]
    wat = f"de woorden '{kort}' staan" if kort else "een veld of teken staat"
    weiger(path, f"het is beschadigd: {wat} op een plek waar Word geen tekst kent")


def _plaats(tag: str, ouder: str) -> str:
    if tag in EIGENSCHAPPEN or tag in _BLADEN:
        return _NERGENS
    if tag.startswith(M) and ouder in (_ALINEA, _RUN):
        return _FORMULE
    return _WORDT[ouder].get(tag, ouder)
