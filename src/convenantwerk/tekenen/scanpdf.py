"""Whether there is anything on the pages of a scan that came as a PDF.

A page is blank when nothing is drawn on it, or only pictures without ink. Whatever cannot be judged
counts as something: a kind of picture that is not read here, or a page that is made in a way no
scanner makes it. pyHanko takes half a second to load, so who imports this does it for a PDF only.
"""

from __future__ import annotations

import logging
import re
import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.reader import PdfFileReader

from convenantwerk.basis.beelden import MEEST_SAMEN, PNG, Afmeting, BeeldError, te_groot
from convenantwerk.tekenen import inkt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyhanko.pdf_utils.generic import StreamObject

_BESCHADIGD = "het is een beschadigde PDF, of er zit geen bladzijde in"
_UITGEPAKT = 32_000_000  # bytes of what a page draws; its pictures are not unpacked by pyHanko
_GETEKEND = 5_000_000  # bytes that pages draw without a line or a word; no blank page draws as much
_EINDE, _LAATSTE = b"startxref", 2_000  # bytes at the end of a PDF in which that stands
_DINGEN = 1000  # pictures, and drawings in drawings
_BLADEN = 200  # pages and groups of pages; more come from no scanner
_DIEP = 5  # drawings in drawings
# The words of a drawing, the strings first: in those anything may stand.
_WOORD = re.compile(
    rb"\((?:[^()\\]|\\.)*+\)?|<[0-9A-Fa-f\s]*>|/[^\s()<>\[\]{}/%]+|[^\s()<>\[\]{}/%]+", re.DOTALL
)
_TEKST = {b"Tj", b"TJ", b"'", b'"'}
_VERF = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s", b"sh", b"BI"}
_PLAATST = b"Do"
_LINK = "/Link"
_KANALEN = {"/DeviceGray": 1, "/CalGray": 1, "/DeviceRGB": 3, "/CalRGB": 3}
_PNG_SOORT = {1: 0, 3: 2}  # by the number of its colours
_DIEPTEN = (1, 8)
_SLOT = 64  # bits: the first row and the end of a picture that came by fax
_VOORSPELD = 10  # from here on, what a PNG has before each row


class _IetsError(Exception):
    """There is something, or something that cannot be judged."""


def bezwaar(data: bytes) -> str:
    """Return why a PDF cannot be a signed sheet, "" when it can."""
    # As in `handtekeningen`: it may have been made so that reading it fails in any way.
    try:
        pages = list(_bladen(data))
    except _IetsError:
        return ""
    except Exception:
        logging.getLogger(__name__).debug("unreadable PDF", exc_info=True)
        return _BESCHADIGD
    kijker = _Kijker()
    try:
        for page, middelen in pages:
            kijker.bekijk_blad(page, middelen)
    except Exception:
        logging.getLogger(__name__).debug("a page with something", exc_info=True)
        return ""
    return inkt.LEEG if pages else _BESCHADIGD


def _bladen(data: bytes) -> Iterator[tuple[Any, Any]]:
    """Yield each page, with the resources that it has or inherits."""
    if _EINDE not in data[-_LAATSTE:]:
        raise ValueError(_BESCHADIGD)  # pyHanko would look for it line by line
    grenzen = DecodeLimits(
        per_stream=StreamDecodeLimits(max_output_size=_UITGEPAKT),
        document_budget=DocumentDecodeBudget(base_allowance=4 * _UITGEPAKT),
    )
    reader = PdfFileReader(BytesIO(data), strict=False, decode_limits=grenzen)
    if reader.encrypted:
        raise _IetsError
    todo: list[tuple[Any, Any]] = [(reader.root["/Pages"], {})]
    for _ in range(_BLADEN):
        if not todo:
            return
        node, above = todo.pop()
        own = _van(node, "/Resources", above)
        if "/Kids" in node:
            todo += [(kid, own) for kid in reversed(_delen(node["/Kids"]))]
        else:
            yield node, own
    raise _IetsError


def _van(ding: Any, sleutel: str, anders: Any = "") -> Any:  # noqa: ANN401  pyHanko's
    """Return what a key of an object means: its own `get` looks nothing up."""
    try:
        return ding[sleutel]
    except KeyError:
        return anders


def _delen(value: Any) -> list[Any]:  # noqa: ANN401  pyHanko's
    """Return what an array of a PDF holds, or the one thing that stands in its place."""
    if not isinstance(value, list):
        return [value]
    return [value[n] for n in range(len(value))]  # so that pyHanko looks up what is meant


class _Kijker:
    """Looks at what pages draw; raises `_IetsError` at the first thing that may be ink."""

    def __init__(self) -> None:
        self._punten = self._bytes = self._dingen = 0

    def bekijk_blad(self, page: Any, middelen: Any) -> None:  # noqa: ANN401  pyHanko's
        """Look at a page and at what was put on it later, such as a signature on a tablet."""
        for note in _delen(_van(page, "/Annots", [])):
            if _van(note, "/Subtype") != _LINK and "/AP" in note:
                raise _IetsError
        parts = _delen(_van(page, "/Contents", []))
        self._bekijk(b"\n".join(part.data for part in parts), middelen, _DIEP)

    def _bekijk(self, drawing: bytes, middelen: Any, diep: int) -> None:  # noqa: ANN401  pyHanko's
        """Look at a drawing; whatever stands before a word belongs to it."""
        self._bytes += len(drawing)
        if self._bytes > _GETEKEND:
            raise _IetsError
        before: list[bytes] = []
        for match in _WOORD.finditer(drawing):
            word = match.group()
            if word in _VERF or (word in _TEKST and _is_zichtbaar(before)):
                raise _IetsError
            if word == _PLAATST and before:
                self._bekijk_ding(middelen["/XObject"][before[-1].decode("latin-1")], diep)
            if word[:1].isalpha() or word in _TEKST:
                before.clear()
            else:
                before.append(word)

    def _bekijk_ding(self, ding: Any, diep: int) -> None:  # noqa: ANN401  pyHanko's
        self._dingen += 1
        if self._dingen > _DINGEN:
            raise _IetsError
        if ding["/Subtype"] == "/Form":
            if diep == 0:
                raise _IetsError
            self._bekijk(ding.data, _van(ding, "/Resources", {}), diep - 1)
            return
        size = Afmeting(ding["/Width"], ding["/Height"], 0)
        self._punten += size.breed * size.hoog
        if te_groot(size) or self._punten > MEEST_SAMEN or _heeft_inkt(ding):
            raise _IetsError


def _is_zichtbaar(before: Iterable[bytes]) -> bool:
    """Tell whether a text shows more than spaces; of one in numbers only its font knows."""
    strings = [word for word in before if word[:1] in b"(<"]
    return not strings or any(word[:1] == b"<" or word[1:-1].strip() for word in strings)


def _heeft_inkt(beeld: StreamObject) -> bool:
    """Tell whether a picture has ink, or is of a kind that is not read here."""
    filters = _delen(_van(beeld, "/Filter", []))
    if filters == ["/CCITTFaxDecode"]:  # one bit says of a row that it is as the one before it
        return bool(len(beeld.encoded_data) * 8 > beeld["/Height"] + _SLOT)
    data = _bestand(beeld, filters)
    if not data:
        return True
    try:
        return inkt.heeft_inkt(data)
    except BeeldError:
        return True


def _bestand(beeld: StreamObject, filters: list[Any]) -> bytes:
    """Return a picture of a PDF as a PNG or JPEG, b"" when it is of another kind."""
    if filters == ["/DCTDecode"]:
        return bytes(beeld.encoded_data)
    kanalen, diep = 1, 1
    if not _van(beeld, "/ImageMask"):
        kanalen, diep = _kanalen(_van(beeld, "/ColorSpace")), beeld["/BitsPerComponent"]
    if filters not in ([], ["/FlateDecode"]) or kanalen not in _PNG_SOORT or diep not in _DIEPTEN:
        return b""
    breed, hoog = beeld["/Width"], beeld["/Height"]
    hoe, *_ = _delen(_van(beeld, "/DecodeParms", {}))
    packed = beeld.encoded_data
    if not filters or _van(hoe, "/Predictor", 1) < _VOORSPELD:
        packed = zlib.compress(_rijen(packed, (breed * kanalen * diep + 7) // 8, hoog, filters), 1)
    kop = struct.pack(">IIBBBBB", breed, hoog, diep, _PNG_SOORT[kanalen], 0, 0, 0)
    return PNG + b"".join(map(_stuk, (b"IHDR", b"IDAT", b"IEND"), (kop, packed, b"")))


def _rijen(packed: bytes, lang: int, hoog: int, filters: list[Any]) -> bytes:
    """Return the rows of a picture as a PNG has them."""
    rows = zlib.decompressobj().decompress(packed, lang * hoog) if filters else packed
    return b"".join(b"\0" + rows[n * lang : (n + 1) * lang] for n in range(hoog))


def _stuk(naam: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    crc = zlib.crc32(naam + data)
    return struct.pack(">I", len(data)) + naam + data + struct.pack(">I", crc)


def _kanalen(ruimte: Any) -> int:  # noqa: ANN401  pyHanko's
    """Return how many colours a colour space has, 0 when that is not known here."""
    naam, *rest = _delen(ruimte)
    return int(rest[0]["/N"]) if naam == "/ICCBased" else _KANALEN.get(str(naam), 0)
