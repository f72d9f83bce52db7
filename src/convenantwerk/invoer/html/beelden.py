"""Pictures that a web page holds in itself; no other is fetched."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode

from convenantwerk.basis.beelden import suffix_van

_DATA = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)


def data_van(src: str) -> bytes:
    """Return the picture that an address holds; nothing is fetched."""
    match = _DATA.match(src.strip())
    if match is None:
        return b""
    try:
        data = b64decode(src.strip()[match.end() :].encode("ascii", "replace"))
    except (binascii.Error, ValueError):
        return b""
    return data if suffix_van(data) else b""
