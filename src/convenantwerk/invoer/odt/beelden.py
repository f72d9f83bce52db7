"""Pictures of an OpenDocument."""

from __future__ import annotations

import binascii
from base64 import b64decode
from typing import TYPE_CHECKING

from convenantwerk.invoer.odt.namen import attributen

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree


def bytes_van(beeld: etree._Element, beeld_van: Callable[[str], bytes | None]) -> bytes:
    """Return the bytes of a picture, that lie beside the text or in it."""
    href = attributen(beeld).get("xlink:href", "")
    if href:
        return beeld_van(href.removeprefix("./")) or b""
    tekst = "".join(map(str, beeld.itertext()))
    try:
        return b64decode(tekst.encode("ascii", "replace"))
    except (binascii.Error, ValueError):
        return b""
