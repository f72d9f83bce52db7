"""What was added to a paper holds nothing but what signing needs: every byte belongs to something.

The comparison of states (`pdfverschil`) asks what was changed in a document. Bytes that are no part
of any document it does not see: between two objects, behind a stream, in an object that nothing
refers to. Some program may show them all the same, and a file that someone signed would hold them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    Reference,
    StreamObject,
    read_object,
)

from convenantwerk.tekenen.pdfbytes import (
    Deel,
    OngelezenError,
    heel_ingepakt,
    lees_object,
    lees_pak,
    lees_tabel,
    met_slot,
    tussen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyhanko.pdf_utils.reader import PdfFileReader

NERGENS = "er is iets aan het stuk toegevoegd dat nergens bij hoort"
TE_VEEL = "er is meer aan het stuk toegevoegd dan een handtekening nodig heeft"
# Of each save: what may say nothing (a program writes its name in a comment, pads a number), what
# may be there besides streams and signatures, and all together, with pictures and certificates.
_SPELING = 1_024  # bytes
_GEWOON = 256_000
_ALLES = 5_000_000
_VRIJ = 100  # numbers of objects that a save says are free
_BREEDTE = 8  # bytes of a number in a cross-reference stream
_OBJ = re.compile(rb"(?<=[\s\0\d])obj(?=[\s\0<(\[/%+\-.\d])")
_TRAILER = b"trailer"
_PAKT = "/FlateDecode"


def bezwaar_tegen_bijgeschreven(reader: PdfFileReader, data: bytes, begin: int) -> str:
    """Return what is wrong with the bytes behind the first state of a file, "" when nothing is.

    Args:
        reader: of the file.
        data: its bytes.
        begin: where its first state ends.
    """
    saves = [_Save(reader, data, number) for number in range(1, reader.xrefs.total_revisions)]
    gaten = [tuple(map(int, s.byte_range))[1:3] for s in reader.embedded_signatures]
    try:
        delen = [list(save.delen(begin)) for save in saves]
        speling = _speling(data, begin, delen)
        if any(save.te_veel(gaten) for save in saves):
            return TE_VEEL
        van_niemand = [save.van_niemand() for save in saves] or [0]
    except OngelezenError:
        return NERGENS
    if max(map(sum, zip(speling, van_niemand, strict=True))) > _SPELING:
        return NERGENS
    known = [deel for save in delen for deel in save]
    return "" if _alles_genoemd(data, begin, known) else NERGENS


class _Save:
    """What one save added.

    Args:
        reader: of the file.
        data: its bytes.
        number: which save it is; the first state of the file is 0.
    """

    def __init__(self, reader: PdfFileReader, data: bytes, number: int) -> None:
        self._reader, self._data, self._number = reader, data, number
        self._state = reader.get_historical_resolver(number)
        self._rijen = reader.xrefs.get_xref_data(number)
        self._info = reader.xrefs.get_xref_container_info(number)
        # By number: what each object is, and how many bytes it takes.
        self._waarden: dict[int, Any] = {}
        self._lengtes: dict[int, int] = {}
        self._delen: list[Deel] = []
        self._gepakt = 0

    def delen(self, begin: int) -> Iterator[Deel]:
        """Yield the stretches that belong to this save, behind where the first state ends."""
        stream = self._info.stream_ref
        for idnum, (generation, place) in self._rijen.standard_xrefs.items():
            if stream is not None and place == self._info.start_location:
                continue
            deel = self._object(Reference(idnum, generation, self._reader), place)
            if place >= begin:
                self._delen.append(deel)
        for idnum in self._rijen.xrefs_in_objstm:
            self._waarden[idnum] = self._state(Reference(idnum, 0, self._reader))
        self._delen.append(met_slot(self._data, self._kruisverwijzing()))
        return iter(self._delen)

    def _object(self, ref: Reference, place: int) -> Deel:
        value = self._waarden[ref.idnum] = self._state(ref)
        packed = value.encoded_data if isinstance(value, StreamObject) else None
        long = None if packed is None else len(packed)
        deel = lees_object(self._data, place, (ref.idnum, ref.generation), long)
        if packed is not None and _filter(value) == _PAKT and not heel_ingepakt(packed):
            raise OngelezenError
        self._lengtes[ref.idnum] = deel.einde - deel.begin
        if packed is not None and value.get("/Type") == "/ObjStm":
            loose, lengths = lees_pak(value.data, value["/First"], value["/N"])
            self._lengtes |= lengths
            self._gepakt += len(value.data)
            deel = replace(deel, speling=deel.speling + loose)
        return deel

    def _kruisverwijzing(self) -> Deel:
        if self._info.stream_ref is None:
            deel = lees_tabel(self._data, self._info.declared_startxref)
            if deel.vrij > _VRIJ or deel.genoemd != len(self._rijen.standard_xrefs):
                raise OngelezenError
            return deel
        ref, place = self._info.stream_ref, self._info.start_location
        file = BytesIO(self._data)
        file.seek(self._data.index(b"<<", place))
        value = read_object(file, ref)
        if not isinstance(value, StreamObject):
            raise OngelezenError
        widths = [int(width) for width in value["/W"]]
        index = [int(n) for n in value["/Index"]] if "/Index" in value else [0, int(value["/Size"])]
        if max(widths) > _BREEDTE or len(value.data) != sum(widths) * sum(index[1::2]):
            raise OngelezenError
        if len(self._rijen.freed) > _VRIJ or (
            _filter(value) == _PAKT and not heel_ingepakt(value.encoded_data)
        ):
            raise OngelezenError
        return lees_object(self._data, place, (ref.idnum, ref.generation), len(value.encoded_data))

    def te_veel(self, gaten: Sequence[Sequence[int]]) -> bool:
        """Tell whether it is more than signing needs, the signatures themselves not counted."""
        streams = sum(deel.stroom[1] - deel.stroom[0] for deel in self._delen)
        total = sum(deel.einde - deel.begin for deel in self._delen)
        total -= sum(
            end - begin
            for begin, end in gaten
            if any(deel.begin < begin < end < deel.einde for deel in self._delen)
        )
        return total > _ALLES or total - streams + self._gepakt > _GEWOON

    def van_niemand(self) -> int:
        """Return how many bytes are in objects that nothing in this save refers to."""
        before = range(self._number)
        known = {r.idnum for n in before for r in self._reader.xrefs.explicit_refs_in_revision(n)}
        packs = {place.obj_stream_id for place in self._rijen.xrefs_in_objstm.values()}
        seen = packs | (known & self._waarden.keys())
        waiting = [*(self._waarden.get(number) for number in seen), self._state.trailer_view]
        while waiting:
            new = {n for n in _verwijst(waiting.pop()) if n in self._waarden} - seen
            seen |= new
            waiting += [self._waarden[number] for number in new]
        return sum(self._lengtes.get(number, 0) for number in self._waarden.keys() - seen)


def _filter(value: StreamObject) -> object:
    """Return by what a stream was packed last."""
    found = value["/Filter"] if "/Filter" in value else None  # noqa: SIM401  `get` does not follow it
    return found[0] if isinstance(found, ArrayObject) and found else found


def _verwijst(value: Any) -> Iterator[int]:  # noqa: ANN401  any object of a PDF
    """Yield the numbers of the objects to which an object refers."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, IndirectObject):
            yield part.idnum
        elif isinstance(part, ArrayObject):
            waiting += list.__iter__(part)  # as they are written, and not what they refer to
        elif isinstance(part, DictionaryObject):
            waiting += part.values()


def _speling(data: bytes, begin: int, delen: Sequence[Sequence[Deel]]) -> list[int]:
    """Return for each save how many bytes say nothing; all others are of one part, and of no two.

    A part that a later save names again is of the first that does.
    """
    found = [0] * max(1, len(delen))
    first = {deel.begin: (deel, n) for n, save in reversed([*enumerate(delen)]) for deel in save}
    edges = [*(first[place] for place in sorted(first)), (Deel(len(data), len(data)), -1)]
    at = begin
    for deel, number in edges:
        end, loose = tussen(data, at)
        if end != deel.begin:
            raise OngelezenError
        found[number] += loose + deel.speling
        at = deel.einde
    return found


def _alles_genoemd(data: bytes, begin: int, delen: Sequence[Deel]) -> bool:
    """Tell whether no stream or string holds what a program that repairs a file takes for a part.

    It looks for all objects and trailers, wherever they stand.
    """
    heads = {deel.kop for deel in delen}
    found = {match.end() for match in _OBJ.finditer(data, begin)}
    tables = {deel.begin for deel in delen if not deel.kop}
    return found <= heads and data.count(_TRAILER, begin) == len(tables)
