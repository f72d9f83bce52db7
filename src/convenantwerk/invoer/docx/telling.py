"""All words of a Word file, counted over its XML and not over what was made of it.

It is the other road to the same words, so that the proof of an import can fail: it knows nothing
of brokken, tables or emphasis, and shares with the reader only what a sign or a number looks like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenantwerk.invoer.bewijs import woorden
from convenantwerk.invoer.brok import STREEP
from convenantwerk.invoer.docx.nummering import Telraam
from convenantwerk.invoer.docx.ooxml import M, W
from convenantwerk.invoer.docx.plaatsen import WIT
from convenantwerk.invoer.docx.tekens import symbool
from convenantwerk.invoer.docx.velden import Velden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convenantwerk.invoer.docx.ooxml import Xml
    from convenantwerk.invoer.docx.stijlen import Alineastijl, Stijlen

_TELT = (W + "t", W + "sym", W + "noBreakHyphen", M + "t", *WIT)
_VELD = (W + "fldChar", W + "instrText")


def woorden_van_deel(root: Xml, numbering: Xml | None, stijlen: Stijlen) -> Iterator[str]:
    """Yield the words of a part, or of one note, with the marks of its lists; bullets do not count.

    Args:
        root: of the part, after tracked changes were dealt with.
        numbering: of the file.
        stijlen: of the file.
    """
    telraam, velden = Telraam(numbering, stijlen), Velden()
    for alinea in root.iter(W + "p"):
        ppr = alinea.find(W + "pPr")
        stijl = stijlen.alinea(ppr)
        zicht, verborgen = _tekst(alinea, stijlen, stijl, velden)
        if zicht or not stijl.verborgen:
            merk = telraam.merk(ppr)
            if merk and merk.tekst != STREEP:
                yield from woorden(merk.tekst)
        yield from woorden(zicht)
        yield from woorden(verborgen)


def _tekst(alinea: Xml, stijlen: Stijlen, stijl: Alineastijl, velden: Velden) -> tuple[str, str]:
    """Return the characters of a paragraph that are seen, and those that are hidden."""
    zicht: list[str] = []
    verborgen: list[str] = []
    nootmerken: dict[Xml, bool] = {}
    for teken in alinea.iter(*_TELT, *_VELD):
        if next(teken.iterancestors(W + "p"), None) is not alinea:
            continue  # of a text box that hangs on it, which is a paragraph of its own
        if teken.tag in _VELD:
            velden.meet(teken)
            continue
        run = teken.getparent()
        if run.tag == W + "tabs":
            continue  # a place where tabs go to, and no tab
        rpr = run.find(W + "rPr")
        if run not in nootmerken:
            nootmerken[run] = _is_nootmerk(run)
        if teken.tag == W + "t" and nootmerken[run]:
            continue
        weg = not velden.toont or stijlen.letters(rpr, stijl).verborgen
        (verborgen if weg else zicht).append(_letters(teken))
    return "".join(zicht), "".join(verborgen)


def _is_nootmerk(run: Xml) -> bool:
    """Tell whether the text of a run is the mark of a note that chooses its own (17.11.14)."""
    return any(roept.get(W + "customMarkFollows") for roept in run.iterchildren("*"))


def _letters(teken: Xml) -> str:
    if teken.tag in WIT:
        return " "
    if teken.tag == W + "sym":
        return symbool(teken)[0]
    return "-" if teken.tag == W + "noBreakHyphen" else teken.text or ""
