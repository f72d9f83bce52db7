"""What a file is, by what is in it: its name may say anything."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from convenantwerk.invoer.formaten import FORMATEN
from convenantwerk.invoer.grenzen import geweigerd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from convenantwerk.invoer.formaten import Formaat

_ALS_DOCX = "open het in Word of LibreOffice, en sla het op als Word-document (.docx)"
_ALS_PNG = "open het in een programma voor afbeeldingen, en sla het op als PNG"
_UITPAKKEN = "pak het uit, en lees de bestanden die erin zitten een voor een in"
_DRUK_AF = "open het in een programma dat het kent, en sla het op als PDF of als .docx"
# How a text is called of which the first tags do not tell what it is.
_TEKSTNAMEN: Mapping[str, str] = {
    **dict.fromkeys((".html", ".htm"), "webpagina"),
    **dict.fromkeys((".md", ".markdown"), "Markdown"),
}
_BEGIN = 4096  # bytes by which one sees what a text is


class Soort(NamedTuple):
    """A kind of file that cannot be imported: what it is, and what to do."""

    wat: str
    tip: str


_RTF = Soort("een RTF-bestand", _ALS_DOCX)
_XLS = Soort("een werkblad", "zet de tekst in een Word-document, en lees dat in")
_PPT = Soort(
    "een presentatie", "zet de tekst in een Word-document; een presentatie is geen convenant"
)
_BERICHT = Soort(
    "een e-mailbericht", "sla de bijlage met het convenant uit het bericht op, en lees die in"
)
_ZIP = Soort("een ingepakt bestand (zip)", _UITPAKKEN)
_BEELD = Soort("een afbeelding van een soort die niet wordt gelezen", _ALS_PNG)
# How files begin that are no text and cannot be imported.
_BEGINSELS: tuple[tuple[bytes, Soort], ...] = (
    (b"{\\rtf", _RTF),
    (b"\xffWPC", Soort("een document van WordPerfect", _ALS_DOCX)),
    (b"\xdb\xa5", Soort("een document van een heel oude Word", _ALS_DOCX)),
    (b"GIF8", _BEELD),
    (b"BM", _BEELD),
    (b"\x1f\x8b", Soort("een ingepakt bestand (gzip)", _UITPAKKEN)),
    (b"7z\xbc\xaf", Soort("een ingepakt bestand (7z)", _UITPAKKEN)),
    (b"Rar!", Soort("een ingepakt bestand (rar)", _UITPAKKEN)),
    (b"MZ", Soort("een programma", "vraag om het document zelf; open dit bestand niet")),
    (b"\x7fELF", Soort("een programma", "vraag om het document zelf; open dit bestand niet")),
    (b"%!PS", Soort("een PostScript-bestand", "maak er een PDF van, en lees die in")),
    (b"AC10", Soort("een tekening van AutoCAD", _DRUK_AF)),
)
_BEELDEN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
# What stands in a file that older programs of Office wrote, by the names of its streams.
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_SOORTEN: tuple[tuple[str, Soort], ...] = (
    (
        "EncryptedPackage",
        Soort(
            "een document met een wachtwoord",
            "open het in Word, haal het wachtwoord eraf (Bestand > Info), en sla het opnieuw op",
        ),
    ),
    ("__substg1.0_", _BERICHT),
    ("WordDocument", Soort("een document van een oude Word (.doc)", _ALS_DOCX)),
    ("Workbook", _XLS),
    ("PowerPoint Document", _PPT),
)
_OLE_ANDERS = Soort("een bestand van een oud Office-programma", _ALS_DOCX)
# In a zip: how the name of a part begins, and what the whole is then.
_ZIP_SOORTEN: tuple[tuple[str, str | Soort], ...] = (
    ("word/document", "Word"),
    ("word/", "Word"),
    ("xl/", _XLS),
    ("ppt/", _PPT),
    ("Index/", Soort("een document van Pages, Numbers of Keynote", _DRUK_AF)),
    ("index.apxl", Soort("een document van Keynote", _DRUK_AF)),
)
_ODF = "application/vnd.oasis.opendocument."
_ODF_SOORTEN: dict[str, str | Soort] = {
    "text": "OpenDocument",
    "text-template": "OpenDocument",
    "spreadsheet": _XLS,
    "presentation": _PPT,
}
# What may stand before the first tag of a file of XML.
_VOOR = r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
_BRIEFHOOFD = r"(?:Return-Path|Received|From|Subject|Date|To|MIME-Version|X-[\w-]+)"
_MHTML = Soort(
    "een bewaarde webpagina met alles erbij (MHTML)",
    "bewaar de pagina als 'webpagina, alleen HTML', of als PDF",
)
_TEKSTSOORTEN: tuple[tuple[str, str | Soort], ...] = (
    (r"MIME-Version:.*?multipart/related", _MHTML),
    (rf"(?:{_BRIEFHOOFD}: .*?\n(?:[ \t][^\n]*\n)*){{3}}", _BERICHT),
    (rf"{_VOOR}<office:document\s", "OpenDocument"),
    (
        r"<\?xml[^>]*>.{0,400}?<(?:w:wordDocument|pkg:package)\b",
        Soort("een Word-document als los XML-bestand", _ALS_DOCX),
    ),
    (rf"{_VOOR}(?:<!doctype svg.{{0,400}}?>\s*)?<svg\b", _BEELD),
    (rf"{_VOOR}<(?:!doctype\s+html|html|head|body)\b", "webpagina"),
)


def herken(data: bytes, path: str) -> Formaat:
    """Return the format of a file.

    Args:
        data: the file, whole.
        path: the file as the user sees it; its end decides only between kinds of text.

    Raises:
        OnleesbaarError: CV953, it is of a kind that cannot be imported, or empty.
    """
    if not data.strip(b" \t\r\n\0\x0b\x0c\xef\xbb\xbf\xfe\xff"):
        tip = "kijk of u het goede bestand hebt, en of het is opgeslagen"
        raise geweigerd("CV953", path, wat="leeg", tip=tip)
    gevonden = _in_bytes(data) or _in_tekst(data, path)
    if isinstance(gevonden, Soort):
        raise geweigerd("CV953", path, wat=gevonden.wat, tip=gevonden.tip)
    return next(formaat for formaat in FORMATEN if formaat.naam == gevonden)


def _in_bytes(data: bytes) -> str | Soort | None:
    """Return what a file is that is no text; None when it may be text."""
    if b"%PDF-" in data[:1024]:
        return "PDF"
    if data.startswith(_BEELDEN):
        return "beeld"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _BEELD
    if data[4:8] == b"ftyp":
        return (
            _BEELD
            if data[8:12] in (b"heic", b"heix", b"mif1", b"avif")
            else Soort("een film of geluid", "een convenant is een tekst; kies het document zelf")
        )
    if data.startswith(_OLE):
        return _ole(data)
    if data.startswith((b"PK\3\4", b"PK\5\6")):
        return _zip(data)
    return next((soort for begin, soort in _BEGINSELS if data.startswith(begin)), None)


def _ole(data: bytes) -> Soort:
    for naam, soort in _OLE_SOORTEN:
        if naam.encode("utf-16-le") in data:
            return soort
    return _OLE_ANDERS


def _zip(data: bytes) -> str | Soort:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            namen = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, LookupError):
        namen = []
    begin = data[:200]
    if _ODF.encode() in begin:  # its kind stands in the first part, which is not packed
        soort = re.match(rb"[a-z-]+", begin.split(_ODF.encode(), 1)[1])
        naam = soort[0].decode() if soort else ""
        # Behind it stands the next part, which begins with "PK".
        return _ODF_SOORTEN.get(naam, Soort("een OpenDocument dat geen tekst is", _DRUK_AF))
    for voor, wat in _ZIP_SOORTEN:
        if any(naam.startswith(voor) for naam in namen):
            return wat
    if "content.xml" in namen:
        return "OpenDocument"
    return _ZIP if namen else _uit_het_begin(data)


def _uit_het_begin(data: bytes) -> str | Soort:
    """Return what a zip is that was cut off: its parts are named before them as well."""
    if b"word/" in data:
        return "Word"  # whose reader says that it is damaged
    return "OpenDocument" if b"content.xml" in data else _ZIP


def _in_tekst(data: bytes, path: str) -> str | Soort:
    """Return which kind of text a file is: by how it begins, else by its name."""
    begin = _letters(data[:_BEGIN]).lstrip("\ufeff \t\r\n").replace("\r\n", "\n")
    for patroon, wat in _TEKSTSOORTEN:
        if re.match(patroon, begin, re.DOTALL | re.IGNORECASE):
            return wat
    return _TEKSTNAMEN.get(PurePath(path).suffix.lower(), "platte tekst")


def _letters(begin: bytes) -> str:
    if begin.startswith((b"\xff\xfe", b"\xfe\xff")):
        return begin[: len(begin) // 2 * 2].decode("utf-16", "replace")
    return begin.decode("utf-8", "replace")
