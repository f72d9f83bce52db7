"""Zip files without a clock: the same files give the same bytes."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Word looks here first, so it comes first; other zips have no such part.
CONTENT_TYPES = "[Content_Types].xml"

# 1 January 1980, the first date a zip can hold.
_DATE = 1 << 5 | 1
_DEFLATED = 8
_UTF8_NAMES = 0x800
_VERSION = 20
LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Part:
    """One deflated file of a package; `size` is that of the plain bytes."""

    crc: int
    size: int
    deflated: bytes = field(repr=False)

    def plain(self) -> bytes:
        """Return the plain bytes, never more than were announced; raises zlib.error."""
        data = zlib.decompressobj(-zlib.MAX_WBITS).decompress(self.deflated, self.size + 1)
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise zlib.error("the bytes are not those that were announced")
        return data


def part(data: bytes) -> Part:
    """Deflate the bytes of one part."""
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Part(zlib.crc32(data), len(data), squeeze.compress(data) + squeeze.flush())


def plain(value: Part | bytes) -> bytes:
    """Return the plain bytes of a part; raises zlib.error."""
    return value if isinstance(value, bytes) else value.plain()


def zipped(parts: Mapping[str, Part | bytes]) -> bytes:
    """Return a zip: content types first, as readers of a package expect, then the parts by name."""
    body, directory = bytearray(), bytearray()
    for name in sorted(parts, key=lambda name: (name != CONTENT_TYPES, name)):
        value = parts[name]
        entry = part(value) if isinstance(value, bytes) else value
        label = name.encode()
        sizes = (entry.crc, len(entry.deflated), entry.size)
        start = (_VERSION, _UTF8_NAMES, _DEFLATED, 0, _DATE, *sizes, len(label), 0)
        directory += _CENTRAL.pack(b"PK\1\2", _VERSION, *start, 0, 0, 0, 0, len(body)) + label
        body += LOCAL.pack(b"PK\3\4", *start) + label + entry.deflated
    count = len(parts)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
