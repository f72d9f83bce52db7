"""What may be in a Word template, and what becomes of the rest: one table for each kind of thing.

What Word adds by itself and no reader needs is left out of documents. What somebody has put there,
and what makes Word load, run or show something from elsewhere, is refused: then nobody wonders
where it went. What is in no table is refused too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Besluit = Literal["houden", "weg"]

# Parts, by the last word of the type of their relation. Only these are in a document.
ONDERDELEN: Mapping[str, Besluit] = {
    **dict.fromkeys(
        (
            *("officeDocument", "core-properties", "extended-properties", "custom-properties"),
            *("styles", "settings", "numbering", "fontTable", "font", "theme", "footnotes"),
            *("endnotes", "comments", "header", "footer", "image", "hyperlink"),
        ),
        "houden",
    ),
    **dict.fromkeys(
        (
            *("attachedTemplate", "attachedToolbars", "classificationlabels", "commentsExtended"),
            *("commentsExtensible", "commentsIds", "customXml", "documenttasks"),
            *("glossaryDocument", "keyMapCustomizations", "people", "printerSettings"),
            *("stylesWithEffects", "thumbnail", "webSettings", "webextensiontaskpanes"),
        ),
        "weg",
    ),
}
# How a refused part is called; others by the word itself.
GEWEIGERD: Mapping[str, str] = {
    "aFChunk": "een ander document dat erin wordt gevoegd (altChunk)",
    "activeXControlBinary": "een ActiveX-besturingselement",
    "chart": "een grafiek met een werkblad erin",
    "control": "een ActiveX-besturingselement",
    "frame": "een kader met een ander document",
    "mailMergeHeaderSource": "een gegevensbron voor Afdruk samenvoegen",
    "mailMergeSource": "een gegevensbron voor Afdruk samenvoegen",
    "oleObject": "een ingesloten object (OLE)",
    "package": "een ingesloten bestand",
    "recipientData": "een gegevensbron voor Afdruk samenvoegen",
    "subDocument": "een subdocument",
    "vbaProject": "een macro",
    "webextension": "een webinvoegtoepassing",
}
# Elements, by their name without prefix; those that are not here are harmless by themselves.
ELEMENTEN: Mapping[str, str] = {
    "OLEObject": GEWEIGERD["oleObject"],
    "altChunk": GEWEIGERD["aFChunk"],
    "control": GEWEIGERD["control"],
    "entryMacro": "een macro",
    "exitMacro": "een macro",
    "frameset": GEWEIGERD["frame"],
    "mailMerge": GEWEIGERD["mailMergeSource"],
    "movie": "een filmpje",
    "object": GEWEIGERD["oleObject"],
    "saveThroughXslt": "een omzetting met een bestand van buiten (XSLT)",
    "scriptAnchor": "een script",
    "subDoc": GEWEIGERD["subDocument"],
}
# Elements that are left out, with what is in them: settings, and ties to parts that are.
WEGGELATEN = frozenset(
    {
        *("attachedSchema", "attachedTemplate", "dataBinding", "docVars", "fldData"),
        *("printerSettings", "smartTagType"),
    }
)
# The fields that a document may have; all others load, run, ask or tell something.
VELDEN = frozenset(
    {
        *("=", "ADVANCE", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIDIOUTLINE"),
        *("COMMENTS", "CREATEDATE", "DATE", "DOCPROPERTY", "EDITTIME", "EQ", "HYPERLINK"),
        *("INDEX", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES"),
        *("NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION"),
        *("SECTIONPAGES", "SEQ", "STYLEREF", "SUBJECT", "SYMBOL", "TA", "TC", "TIME", "TITLE"),
        *("TOA", "TOC", "XE"),
    }
)
# Attributes that hold an address, of which none may lead outside but a link that one clicks.
ADRESSEN = frozenset({"href", "src", "althref"})
_KLIKBAAR = re.compile(r"(https?://|mailto:)[^\s\\]+\Z", re.IGNORECASE)
_WOORD = re.compile(r'"([^"]*)"|(\S+)')


def klikbaar(adres: str) -> bool:
    """Tell whether an address is one that a reader may click: a web page or an e-mail address."""
    return bool(_KLIKBAAR.match(adres.strip()))


def veldbezwaar(code: str) -> str | None:
    """Return what is wrong with the code of a field; None when nothing is."""
    first, *rest = [quoted or plain for quoted, plain in _WOORD.findall(code)] or ["="]
    naam = "=" if first.startswith("=") else first.upper()
    if naam not in VELDEN:
        return f"het veld {naam[:40]}"
    if naam == "HYPERLINK":
        before = (first, *rest)
        for earlier, word in zip(before, rest, strict=False):
            if not (_SCHAKELAAR.fullmatch(word) or earlier in _MET_WOORD or klikbaar(word)):
                return f"een koppeling naar {word[:60]}"
    return None


_SCHAKELAAR = re.compile(r"\\[a-z]", re.IGNORECASE)
_MET_WOORD = frozenset({"\\l", "\\o", "\\t", "\\*"})  # the next word is a place, a hint, a window

# Pictures, by how their bytes begin.
PLAATJES = (
    *(b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM"),
    *(b"II*\0", b"MM\0*", b"\1\0\0\0"),  # TIFF, EMF
)
LETTERTYPEN = (".odttf", ".ttf", ".fntdata")
