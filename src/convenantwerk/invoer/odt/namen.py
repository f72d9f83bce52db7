"""Names of OpenDocument as its standard writes them: "text:p"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_RUIMTEN: Mapping[str, str] = {
    **{f"{_ODF}{naam}:1.0": naam for naam in ("office", "text", "style", "table")},
    f"{_ODF}drawing:1.0": "draw",
    f"{_ODF}xsl-fo-compatible:1.0": "fo",
    f"{_ODF}svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
}


def naam(tag: object) -> str:
    """Return the name of an element or attribute: "text:p"; "" for what is none."""
    if not isinstance(tag, str):
        return ""
    ruimte, _, lokaal = tag[1:].partition("}")
    return f"{_RUIMTEN.get(ruimte, '?')}:{lokaal}" if tag.startswith("{") else tag


def attributen(element: etree._Element) -> dict[str, str]:
    """Return the attributes of an element by their names."""
    return {naam(sleutel): str(waarde) for sleutel, waarde in element.items()}
