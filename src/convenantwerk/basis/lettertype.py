"""The characters that a font has, read from the file: TrueType or OpenType."""

from __future__ import annotations

import struct
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TABEL = struct.Struct(">4sIII")  # of a font: its name, checksum, place and length
_KOP, _DEELKOP = 12, struct.Struct(">HHI")
_KORT, _LANG = 4, 12  # the two forms of a table of characters that fonts have
_GROEP = struct.Struct(">III")
_DEEL = "H"


class Reeksen(NamedTuple):
    """The characters of a font, as ranges in order that do not overlap."""

    begins: tuple[int, ...]
    einden: tuple[int, ...]

    def heeft(self, teken: str) -> bool:
        """Tell whether a character is among them."""
        place = bisect_right(self.begins, ord(teken)) - 1
        return place >= 0 and ord(teken) <= self.einden[place]


@lru_cache(maxsize=64)  # a font that many texts ask for is read once
def reeksen_van(data: bytes) -> Reeksen:
    """Return the characters of a font, TrueType or OpenType; none of what is no such file.

    Takes time in proportion to the file, whatever its tables say of themselves.
    """
    try:
        pairs = list(_geordend(_paren(data)))
    except (struct.error, IndexError):
        pairs = []
    return Reeksen(tuple(one for one, _ in pairs), tuple(last for _, last in pairs))


def _geordend(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield ranges, but for those that begin before another ends: no sound font has them."""
    end = -1
    for one, last in pairs:
        if end < one <= last:
            yield one, last
            end = last


def _paren(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the largest table of characters in a font."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables = (_TABEL.unpack_from(data, _KOP + n * _TABEL.size) for n in range(count))
    cmap = next((place for naam, _, place, _ in tables if naam == b"cmap"), None)
    if cmap is None:
        return
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    places = [
        cmap + _DEELKOP.unpack_from(data, cmap + 4 + n * _DEELKOP.size)[2] for n in range(count)
    ]
    forms = {struct.unpack_from(">H", data, place)[0]: place for place in places}
    if _LANG in forms:
        (count,) = struct.unpack_from(">I", data, forms[_LANG] + 12)
        whole = data[forms[_LANG] + 16 :][: count * _GROEP.size]
        usable = whole[: len(whole) // _GROEP.size * _GROEP.size]
        yield from ((one, last) for one, last, _ in _GROEP.iter_unpack(usable))
    elif _KORT in forms:
        yield from _korte_paren(data, forms[_KORT])


def _korte_paren(data: bytes, place: int) -> Iterator[tuple[int, int]]:
    (double,) = struct.unpack_from(">H", data, place + 6)
    rows = [
        struct.unpack_from(f">{double // 2}{_DEEL}", data, place + 14 + n * double + 2 * bool(n))
        for n in range(2)
    ]
    yield from ((one, last) for last, one in zip(*rows, strict=True))
