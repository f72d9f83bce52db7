"""Which bytes of a PDF belong to what: where an object ends, and a cross-reference.

Nothing is repaired here and nothing passed over: what cannot be read by the letter is no object.
What is between the words of a file, white and comments, is counted, for it could be anything.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace

_WIT = rb"\0\t\n\f\r "
_GEWOON = rb"[^\0\t\n\f\r ()<>\[\]{}/%]"
_WOORD = re.compile(
    rb"(?P<wit>[%s]+|%%[^\r\n]*)|(?P<tekst>\()|<<|>>|<[0-9A-Fa-f%s]*>|[\[\]{}]|/%s*|%s+"
    % (_WIT, _WIT, _GEWOON, _GEWOON)
)
_HAAKJE = re.compile(rb"\\.|[()]", re.DOTALL)
_KOP = re.compile(rb"(\d{1,10})[%s]+(\d{1,5})[%s]+obj" % (_WIT, _WIT))
_REGELEINDE = re.compile(rb"\r?\n|\r")
_NA_STROOM = re.compile(rb"(?:\r\n|\n|\r)?endstream[%s]*endobj" % _WIT)
_TUSSEN = re.compile(rb"(?:[%s]|%%[^\r\n]*(?=[\r\n]))*" % _WIT)
_SLOT = re.compile(rb"startxref[%s]+\d{1,10}[%s]+%%%%EOF" % (_WIT, _WIT))
_TABEL = re.compile(rb"xref[%s]+" % _WIT)
_DEELTABEL = re.compile(rb"(\d{1,10}) (\d{1,10})[ \r\n]{1,3}")
_REGEL = re.compile(rb"\d{10} \d{5} ([nf])[ \r\n]{1,2}")
_TRAILER = re.compile(rb"trailer[%s]*(?=<<)" % _WIT)
_GEWONE_SPELING = 2  # bytes of white between two things, as everyone writes them
_WOORDEN = 100_000  # in one object; those of ours and of signatures have some hundreds
_UITGEPAKT = 100_000_000  # bytes; more is in no picture of a signature
_KLUIT = 1 << 16


class OngelezenError(Exception):
    """The bytes are not what they should be."""


@dataclass(frozen=True, slots=True)
class Deel:
    """A stretch of a file that belongs to one thing.

    Args:
        begin: where it begins.
        einde: where what comes after it begins.
        kop: where the number of an object ends; 0 when it is none.
        speling: the bytes in it that say nothing: white where there need be none, and comments.
        stroom: where the bytes of its stream begin and end, the same when it has none.
        vrij: the numbers that it says are free.
        genoemd: the objects that it says are somewhere.
    """

    begin: int
    einde: int
    speling: int = 0
    stroom: tuple[int, int] = (0, 0)
    vrij: int = 0
    genoemd: int = 0
    kop: int = 0


def lees_object(data: bytes, place: int, nummer: tuple[int, int], stroom: int | None) -> Deel:
    """Return the object that begins at a place.

    Args:
        data: the file.
        place: where the cross-reference says that it is.
        nummer: its number and generation.
        stroom: how long its stream is, None when it has none.

    Raises:
        OngelezenError: there is none.
    """
    head = _KOP.match(data, place)
    if head is None or (int(head[1]), int(head[2])) != nummer:
        raise OngelezenError
    deel = _waarde(data, head.end(), b"endobj" if stroom is None else b"stream")
    deel = replace(deel, begin=place, kop=head.end())
    if stroom is None:
        return deel
    line = _REGELEINDE.match(data, deel.einde)
    begin = line.end() if line else deel.einde
    closed = _NA_STROOM.match(data, begin + stroom)
    if closed is None:
        raise OngelezenError
    return replace(deel, einde=closed.end(), stroom=(begin, begin + stroom))


def _waarde(data: bytes, place: int, slot: bytes) -> Deel:
    """Return one value, up to and with the word that comes behind it, or closes it."""
    begin, speling, depth = place, 0, 0
    found, whole = b"", 0  # the last word, and how many words and lists are complete
    for _ in range(_WOORDEN):
        word = _WOORD.match(data, place)
        if word is None:
            raise OngelezenError
        place = word.end()
        if word["wit"] is not None:
            speling += max(0, len(word[0]) - _GEWONE_SPELING)
            continue
        if word["tekst"] is not None:
            place = _tekst_einde(data, place)
        before, found = found, word[0]
        depth += (found in (b"<<", b"[")) - (found in (b">>", b"]"))
        if depth == 0 and found == slot and whole == (3 if before == b"R" else slot != b">>"):
            return Deel(begin, place, speling)
        whole += depth == 0
    raise OngelezenError


def _tekst_einde(data: bytes, place: int) -> int:
    """Return where a string ends, in which brackets come in pairs."""
    depth = 1
    for found in _HAAKJE.finditer(data, place):
        depth += (found[0] == b"(") - (found[0] == b")")
        if depth == 0:
            return found.end()
    raise OngelezenError


def lees_tabel(data: bytes, place: int) -> Deel:
    """Return a cross-reference table with its trailer.

    Raises:
        OngelezenError: there is none.
    """
    head = _TABEL.match(data, place)
    if head is None:
        raise OngelezenError
    at, vrij, genoemd = head.end(), 0, 0
    while (part := _DEELTABEL.match(data, at)) is not None:
        at = part.end()
        for _ in range(int(part[2])):
            row = _REGEL.match(data, at)
            if row is None:
                raise OngelezenError
            at = row.end()
            vrij += row[1] == b"f"
            genoemd += row[1] == b"n"
    trailer = _TRAILER.match(data, at)
    if trailer is None:
        raise OngelezenError
    deel = _waarde(data, trailer.end(), b">>")
    return replace(deel, begin=place, vrij=vrij, genoemd=genoemd)


def met_slot(data: bytes, deel: Deel) -> Deel:
    """Return a cross-reference with the end of the file that comes behind it.

    Raises:
        OngelezenError: there is none.
    """
    begin, speling = tussen(data, deel.einde)
    end = _SLOT.match(data, begin)
    if end is None:
        raise OngelezenError
    return replace(deel, einde=end.end(), speling=deel.speling + speling)


def tussen(data: bytes, place: int) -> tuple[int, int]:
    """Return where white and comments end, and how many bytes of it nobody needs."""
    found = _TUSSEN.match(data, place)
    end = found.end() if found else place
    return end, max(0, end - place - _GEWONE_SPELING)


def lees_pak(data: bytes, eerste: int, aantal: int) -> tuple[int, dict[int, int]]:
    """Return how many bytes of an object stream say nothing, and how long each object in it is.

    Args:
        data: what is in it, unpacked.
        eerste: where its first object begins.
        aantal: how many there are.

    Raises:
        OngelezenError: it holds something else besides.
    """
    head = [int(number) for number in data[:eerste].split()]
    if len(head) != 2 * aantal:
        raise OngelezenError
    speling = eerste - sum(len(str(number)) + 1 for number in head)
    order = sorted(
        (eerste + place, number) for number, place in zip(head[::2], head[1::2], strict=True)
    )
    ends = [*(place for place, _ in order), len(data)][1:]
    if data[eerste : order[0][0] if order else len(data)].strip():
        raise OngelezenError
    for (place, _), until in zip(order, ends, strict=True):
        part = data[place:until] + b" endobj"
        deel = _waarde(part, 0, b"endobj")
        if deel.einde != len(part):
            raise OngelezenError
        speling += deel.speling
    return max(0, speling), {n: end - place for (place, n), end in zip(order, ends, strict=True)}


def heel_ingepakt(data: bytes) -> bool:
    """Tell whether nothing stands behind what was packed (FlateDecode), but a line end."""
    packed = zlib.decompressobj()
    size, rest = 0, data
    while rest and not packed.eof:
        size += len(packed.decompress(rest, _KLUIT))
        rest = packed.unconsumed_tail
        if size > _UITGEPAKT:
            return False
    return packed.eof and not packed.unused_data.strip(b"\r\n")
