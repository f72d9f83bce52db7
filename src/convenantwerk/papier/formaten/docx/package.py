"""Word files as packages: named parts, the relations between them, and a zip without a clock.

A part that is copied unchanged, such as an embedded font, stays deflated on the way: that is the
difference between 5 ms and 100 ms for each file.
"""

from __future__ import annotations

import posixpath
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from convenantwerk.papier.formaten.zip import CONTENT_TYPES, LOCAL, Part, part

if TYPE_CHECKING:
    from collections.abc import Mapping, MutableMapping

RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = f"{RELATIONS}/metadata/core-properties"
PACKAGE_RELATIONS = "_rels/.rels"


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the plain bytes of every part; raises zipfile.BadZipFile."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def deflated(data: bytes) -> dict[str, Part]:
    """Return every part as it lies in the file, without inflating; raises zipfile.BadZipFile."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {
            info.filename: _as_it_lies(data, info)
            if info.compress_type == zipfile.ZIP_DEFLATED
            else part(archive.read(info))
            for info in archive.infolist()
        }


def _as_it_lies(data: bytes, info: zipfile.ZipInfo) -> Part:
    *_, name_length, extra_length = LOCAL.unpack_from(data, info.header_offset)
    start = info.header_offset + LOCAL.size + name_length + extra_length
    return Part(info.CRC, info.file_size, data[start : start + info.compress_size])


def relations_of(source: str) -> str:
    """Return the name of the part with the relations of another; "" is the package."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related(parts: Mapping[str, bytes], source: str, kind: str) -> str | None:
    """Return the name of the part that `source` ("" for the package) has as its `kind`."""
    relations = parts.get(relations_of(source))
    if relations is None:
        return None
    for relation in etree.fromstring(relations):
        if relation.get("Type") == kind:
            target = posixpath.join("/", posixpath.dirname(source), relation.get("Target"))
            name = posixpath.normpath(target).lstrip("/")
            return name if name in parts else None
    return None


def add(  # noqa: PLR0913  # source and target of a relation, and what each of them is
    parts: MutableMapping[str, bytes],
    source: str,
    kind: str,
    target: str,
    *,
    content_type: str,
    data: bytes,
) -> str:
    """Add a part next to `source`, related to it as its `kind`, and return the name of the part.

    The stem of the target is the id of the relation; a part that is there already stays.
    """
    name = posixpath.join(posixpath.dirname(source), target)
    if name in parts:
        return name
    relations = etree.fromstring(parts[relations_of(source)])
    identity = posixpath.splitext(posixpath.basename(target))[0]
    relation = {"Id": identity, "Type": kind, "Target": target}
    etree.SubElement(relations, f"{{{RELATIONS}}}Relationship", relation)
    types = etree.fromstring(parts[CONTENT_TYPES])
    override = {"PartName": f"/{name}", "ContentType": content_type}
    etree.SubElement(types, f"{{{TYPES}}}Override", override)
    parts[name] = data
    parts[relations_of(source)] = xml(relations)
    parts[CONTENT_TYPES] = xml(types)
    return name


def without_core(relations: bytes) -> bytes:
    """Take the metadata out of the relations of a package, also as LibreOffice spells it."""
    tree = etree.fromstring(relations)
    for relation in list(tree):
        if relation.get("Type", "").endswith("/metadata/core-properties"):
            tree.remove(relation)
    return xml(tree)


def xml(element: etree._Element) -> bytes:
    """Return an XML part as bytes."""
    data: bytes = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
