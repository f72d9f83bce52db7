"""The look at a Word template before anything is done with it, and at what came of it after.

A template may come from anybody, and what is in it goes to all who get a document: so nothing of it
is inflated, parsed or copied that was not looked at first. `soorten` says what may be in it.
"""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.basis.beelden import JPEG, PNG, afmeting, bezwaar, plaat, te_groot
from convenantwerk.basis.codes import CODES
from convenantwerk.basis.diagnostics import Position
from convenantwerk.basis.errors import OnleesbaarError
from convenantwerk.papier.formaten.docx import package
from convenantwerk.papier.formaten.docx.allowed import (
    GEWEIGERD,
    LETTERTYPEN,
    ONDERDELEN,
    PLAATJES,
    WEGGELATEN,
    klikbaar,
)
from convenantwerk.papier.formaten.docx.unwanted import bezwaren_in
from convenantwerk.papier.formaten.zip import CONTENT_TYPES, part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from convenantwerk.papier.formaten.zip import Part

    Bezwaar = tuple[str, str]  # what is there, and in which part

_BUITEN = 100_000_000  # bytes of all parts together
_DELEN = 1000
_DICHTHEID = 200  # times smaller than it is
_KLEIN = 1_000_000  # bytes of a part that may be denser
_ZIP = "het bestand zelf"
_TIP = "verwijder het in Word en sla het sjabloon opnieuw op als Word-document (.docx)"
_VERSLEUTELD = 1
_DIEPTE = 24  # where a PNG says of how many bits its colours are
# Parts that are no XML; all others must say so in their name, or they would not be looked at.
_ANDERS = ("font", "image")


def gekeurd(data: bytes, pad: str) -> dict[str, Part | bytes]:
    """Return the parts of a template that documents may have, cleaned of what they do not need.

    Raises:
        OnleesbaarError: CV038, for each thing that does not belong in a template.
        zipfile.BadZipFile, zlib.error, LookupError, expat.ExpatError: it is no Word file.
    """
    weiger_bij(_zipbezwaren(data), pad)
    deflated = package.deflated(data)
    found: list[Bezwaar] = []
    parts = dict(_bereikbaar(deflated, found))
    for name, plain in parts.items():
        if name.endswith((".xml", ".rels")):
            found += bezwaren_in(name, plain)
    weiger_bij(iter(found), pad)
    return {
        name: _zonder(plain)
        if name.endswith(".xml")
        else plain
        if name.endswith(".rels")
        else _effen(deflated[name], plain)
        for name, plain in parts.items()
    }


def _effen(part_: Part, plain: bytes) -> Part:
    """Return a font as it lies in the template, and a picture as every program shows it alike."""
    return part(plaat(plain)) if _is_ongewoon(plain) else part_


def _is_ongewoon(data: bytes) -> bool:
    """Tell whether programs may differ about a picture; a PNG that is seen through stays that."""
    return data.startswith(JPEG) or (data.startswith(PNG) and data[_DIEPTE : _DIEPTE + 1] > b"\x08")


def keur_gevuld(parts: Mapping[str, bytes], pad: str) -> None:
    """Look at a template with its fields filled in: code in it can write whatever it likes.

    Raises:
        OnleesbaarError: CV038, for each thing that does not belong in a document.
    """
    found: list[Bezwaar] = []
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            found += bezwaren_in(name, data)
    weiger_bij(iter(found), pad)


def weiger_bij(bezwaren: Iterator[Bezwaar], pad: str) -> None:
    """Raise what was found, if anything was."""
    found = {
        CODES["CV038"].at(Position(pad), wat=wat, waar=waar, tip=_TIP) for wat, waar in bezwaren
    }
    if found:
        raise OnleesbaarError(found)


def _zipbezwaren(data: bytes) -> Iterator[Bezwaar]:
    """Yield what is wrong with the zip, by its table of contents alone."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = archive.infolist()
    if len(infos) > _DELEN:
        yield f"een aantal van {len(infos)} onderdelen", _ZIP
    if sum(info.compress_size for info in infos) > len(data):
        yield "een onderdeel dat twee keer wordt gebruikt", _ZIP
    if sum(info.file_size for info in infos) > _BUITEN:
        yield "meer dan 100 MB", _ZIP
    seen: set[str] = set()
    for info in infos:
        name = info.orig_filename
        shown = name.encode("unicode_escape").decode("ascii")[:80]
        if info.file_size > max(_KLEIN, info.compress_size * _DICHTHEID):
            yield f"een onderdeel '{shown}' dat honderden keren groter is dan het lijkt", _ZIP
        if info.flag_bits & _VERSLEUTELD:
            yield f"een versleuteld onderdeel '{shown}'", _ZIP
        if _vreemd(name):
            yield f"een onderdeel met de naam '{shown}'", _ZIP
        if name.lower() in seen:
            yield f"een tweede onderdeel met de naam '{shown}'", _ZIP
        seen.add(name.lower())


def _vreemd(name: str) -> bool:
    """Tell whether a name could be a place outside a folder."""
    parts = name.rstrip("/").split("/")
    return (
        any(part in {"", ".", ".."} for part in parts)
        or not name.isprintable()
        or ("\\" in name or ":" in name)
    )


def _bereikbaar(deflated: Mapping[str, Part], found: list[Bezwaar]) -> Iterator[tuple[str, bytes]]:
    """Yield the parts that documents may have, as plain bytes, from the first on.

    The relations that lead to others are left out.
    """
    yield CONTENT_TYPES, _types(deflated[CONTENT_TYPES].plain(), found)
    waiting, seen = [""], {""}
    while waiting:
        source = waiting.pop()
        name = package.relations_of(source)
        if name not in deflated:
            continue
        data = deflated[name].plain()
        if safe := list(bezwaren_in(name, data)):
            found += safe
            continue
        tree = etree.fromstring(data)
        for relation in list(tree.iter("{*}Relationship")):
            target = _doel(relation, source, deflated, found)
            if target is None:
                tree.remove(relation)
            elif target and target not in seen:
                seen.add(target)
                waiting.append(target)
        yield name, package.xml(tree)
    for name in sorted(seen - {""}):
        yield name, deflated[name].plain()


def _types(data: bytes, found: list[Bezwaar]) -> bytes:
    if b"macroEnabled" in data or "macroEnabled".encode("utf-16-le") in data:
        found.append(("een macro", CONTENT_TYPES))
    return data


def _doel(
    relation: etree._Element, source: str, deflated: Mapping[str, Part], found: list[Bezwaar]
) -> str | None:
    """Return the part that a relation leads to: "" for a link outside, None when it must go."""
    kind = posixpath.basename(relation.get("Type", ""))
    target = relation.get("Target", "")
    waar = source or "het bestand zelf"
    besluit = ONDERDELEN.get(kind)
    if besluit == "weg":
        return None
    if besluit is None:
        wat = GEWEIGERD.get(kind, f"een onderdeel van een soort die hier niet hoort ({kind[:40]})")
        found.append((wat, waar))
        return None
    if relation.get("TargetMode") == "External" or kind == "hyperlink":
        if kind == "hyperlink" and (klikbaar(target) or target.startswith("#")):
            return ""
        found.append((f"een verwijzing naar buiten ({target[:60]})", waar))
        return None
    name = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")
    if bezwaar := _bezwaar(kind, name, deflated):
        found.append((bezwaar, waar))
        return None
    return name


def _bezwaar(kind: str, name: str, deflated: Mapping[str, Part]) -> str | None:
    """Return what is wrong with a part by its name and how it begins."""
    if name not in deflated:
        return f"een verwijzing naar '{name[:60]}', dat er niet is"
    if kind == "font":
        return None if name.endswith(LETTERTYPEN) else f"een lettertype dat '{name[:60]}' heet"
    if kind == "image":
        reden = _plaatbezwaar(name, deflated[name].plain())
        return f"een afbeelding ({name[:60]}) die {reden}" if reden else None
    return None if name.endswith(".xml") else f"een onderdeel dat '{name[:60]}' heet"


def _plaatbezwaar(name: str, data: bytes) -> str:
    """Return what is wrong with a picture, "" when nothing is."""
    if not data.startswith(PLAATJES) or name.endswith((".xml", ".rels")):
        return "geen PNG, JPEG, GIF, BMP, TIFF of EMF is"
    if not _is_ongewoon(data):
        return ""
    size = afmeting(data)
    reden = "te groot" if size and te_groot(size) else bezwaar(data)
    return f"niet te gebruiken is: {reden}" if reden else ""


def _zonder(data: bytes) -> bytes:
    """Leave out the elements that no document needs."""
    if not any(naam.encode() in data for naam in WEGGELATEN):
        return data
    tree = etree.fromstring(data)
    for element in list(tree.iter(*(f"{{*}}{naam}" for naam in WEGGELATEN))):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return package.xml(tree)
