"""Reads a PDF as pyHanko does, but the list of the objects in a stream only once.

A paper has its small objects packed in one stream, with the list of their numbers and places in
front. pyHanko reads that list anew for each object, and the objects anew for each state of a file:
with a text that many sign, that was most of the time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from pyhanko.pdf_utils.decode_limits import DecodePurpose
from pyhanko.pdf_utils.generic import (
    IndirectObject,
    PdfObject,
    Reference,
    StreamObject,
    read_object,
)
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIJST = re.compile(rb"(?:\d{1,9} \d{1,9}[ \n])+")  # as programs write it
_LIJSTEN = 16  # that are kept; a state of a file has one


class Lezer(PdfFileReader):
    """Reads what pyHanko reads, and leaves to it whatever is not as programs write it."""

    def _get_object_from_stream(self, idnum: int, stmnum: int, idx: int) -> PdfObject:
        found = self._uit_lijst(idnum, stmnum, idx)
        if found is None or isinstance(found, StreamObject | IndirectObject):
            found = super()._get_object_from_stream(idnum, stmnum, idx)  # type: ignore[no-untyped-call]  # pyHanko's
        return found

    def _uit_lijst(self, idnum: int, stmnum: int, idx: int) -> PdfObject | None:
        """Return an object from where the list says that it is, None when that is not clear."""
        stream = Reference(stmnum, 0, self).get_object()
        if not isinstance(stream, StreamObject) or stream["/Type"] != "/ObjStm":
            return None
        data, first = stream.read_data(DecodePurpose.OBJECT_STREAM), stream["/First"]
        index, offset = plaatsen(data[:first], stream["/N"]).get(idnum, (-1, 0))
        if index != idx:
            return None
        part = BytesIO(data)
        part.seek(first + offset)
        try:
            return read_object(part, Reference(idnum, 0, self))
        except PdfReadError:
            return None


@lru_cache(maxsize=_LIJSTEN)
def plaatsen(lijst: bytes, aantal: int) -> Mapping[int, tuple[int, int]]:
    """Return of each object its index and place, as the list in front of a stream gives them.

    Nothing when it is not as programs write it: just so many objects, each once.
    """
    if not _LIJST.fullmatch(lijst):
        return {}
    numbers = [int(number) for number in lijst.split()]
    found = {
        idnum: (index, offset)
        for index, (idnum, offset) in enumerate(zip(numbers[::2], numbers[1::2], strict=True))
    }
    return found if len(found) == aantal == len(numbers) // 2 else {}
