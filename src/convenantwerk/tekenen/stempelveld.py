"""A time stamp over a whole file has a field of its own: what that may be, and where it hangs.

A service that makes signatures last (PAdES B-LTA, ETSI EN 319 142-1) adds such a time stamp behind
them (/DocTimeStamp, ISO 32000-2, 12.8.5). It needs a field that nobody offered, and the first page
may name it. So a paper may get fields besides its own when they hold such a time stamp and show
nothing, and a page may name those and change in nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    StreamObject,
)
from pyhanko.sign.fields import enumerate_sig_fields

from convenantwerk.tekenen.pdfgelijk import gelijk, nummer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

STEMPEL = "/DocTimeStamp"
# What a field may say that shows nothing, and what such a picture may.
_VELD = frozenset(
    ("/Type", "/Subtype", "/FT", "/T", "/TU", "/V", "/F", "/Ff", "/Rect", "/P", "/AP", "/M", "/NM")
)
_PLAATJE = frozenset(
    ("/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Length", "/Filter")
)
_NERGENS = [0, 0, 0, 0]
VAST_OP_SCHERM = 0b11000  # flags: does not zoom or turn with the page, so may cover more of it
_ANNOTS = "/Annots"


class Stempelvelden:
    """The fields for time stamps in the states of a file.

    Args:
        reader: of the file.
    """

    def __init__(self, reader: PdfFileReader) -> None:
        self._reader = reader
        first = reader.get_historical_resolver(0)
        self._eigen = {nummer(ref): naam for naam, _, ref in enumerate_sig_fields(first)}
        bladen = [*_bladen(first)]
        lists = [blad.raw_get(_ANNOTS) for _, blad in bladen if _ANNOTS in blad]
        self._bladen = {nummer(ref) for ref, _ in bladen}
        self._lijsten = {nummer(ref) for ref in lists if isinstance(ref, IndirectObject)}

    def zijn_goed(self, number: int) -> bool:
        """Tell whether all fields that a state has besides those of the first are time stamps."""
        state = self._reader.get_historical_resolver(number)
        fields = [*enumerate_sig_fields(state)]
        names = [naam for naam, _, _ in fields]
        return len(set(names)) == len(names) and all(
            self._eigen[nummer(ref)] == naam if nummer(ref) in self._eigen else _is_stempel(ref)
            for naam, _, ref in fields
        )

    def alleen_genoemd(self, ref: Any, number: int) -> bool:  # noqa: ANN401  a Reference
        """Tell whether a save left a page, or its annotations, as it was but for time stamps."""
        old, new = (self._reader.get_historical_resolver(n) for n in (number - 1, number))
        velden = {nummer(own) for _, _, own in enumerate_sig_fields(new)} - self._eigen.keys()
        voor, na = old(ref), new(ref)
        if nummer(ref) in self._lijsten:
            return _alleen_erbij(voor, na, velden)
        if nummer(ref) not in self._bladen or not isinstance(na, DictionaryObject):
            return False
        rest = voor.keys() - {_ANNOTS}
        return (
            na.keys() - {_ANNOTS} == rest
            and _ANNOTS in na
            and all(gelijk(voor.raw_get(key), na.raw_get(key)) for key in rest)
            and _alleen_erbij(
                voor.raw_get(_ANNOTS) if _ANNOTS in voor else ArrayObject(),
                na.raw_get(_ANNOTS),
                velden,
            )
        )


def _bladen(state: HistoricalResolver) -> Iterator[tuple[Any, DictionaryObject]]:
    """Yield the pages of a state, each with the reference to it."""
    waiting, seen = [state.root.raw_get("/Pages")], set()
    while waiting:
        ref = waiting.pop()
        if not isinstance(ref, IndirectObject) or nummer(ref) in seen:
            continue
        seen.add(nummer(ref))
        part = state(ref.reference)
        if not isinstance(part, DictionaryObject):
            continue
        if "/Kids" in part:
            waiting += list.__iter__(part["/Kids"])
        else:
            yield ref, part


def _alleen_erbij(voor: Any, na: Any, velden: set[tuple[int, int]]) -> bool:  # noqa: ANN401  any object of a PDF
    """Tell whether a list was only made longer, by fields of time stamps."""
    if not isinstance(voor, ArrayObject) or not isinstance(na, ArrayObject):
        return gelijk(voor, na)
    raw = list(list.__iter__(na))
    old, new = raw[: len(voor)], raw[len(voor) :]
    return gelijk(voor, ArrayObject(old)) and all(
        isinstance(ref, IndirectObject) and nummer(ref) in velden for ref in new
    )


def _is_stempel(ref: Any) -> bool:  # noqa: ANN401  an IndirectObject
    """Tell whether a field holds a time stamp and shows nothing."""
    field = ref.get_object()
    value = field["/V"] if "/V" in field else None  # noqa: SIM401  `get` does not follow it
    flags, place = (field[key] if key in field else None for key in ("/F", "/Rect"))  # noqa: SIM401  the same
    return (
        field.keys() <= _VELD
        and isinstance(value, DictionaryObject)
        and value.get("/Type") == STEMPEL
        and place == _NERGENS
        and (flags is None or (isinstance(flags, NumberObject) and not flags & VAST_OP_SCHERM))
        and ("/AP" not in field or _is_leeg(field["/AP"]))
    )


def _is_leeg(appearance: Any) -> bool:  # noqa: ANN401  any object of a PDF
    """Tell whether a field has a picture in name only, as PDFBox and iText write it."""
    if not isinstance(appearance, DictionaryObject) or appearance.keys() != {"/N"}:
        return False
    picture = appearance["/N"]
    return (
        isinstance(picture, StreamObject)
        and picture.keys() <= _PLAATJE
        and picture.get("/Resources", {}) == {}
        and not picture.data.strip()
    )
