"""When two objects of a PDF are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, StreamObject

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import IndirectObject, Reference


def nummer(ref: IndirectObject | Reference) -> tuple[int, int]:
    """Return the number and generation of an object to which something refers."""
    return ref.idnum, ref.generation


def gelijk(een: Any, ander: Any) -> bool:  # noqa: ANN401  any object of a PDF
    """Tell whether two objects are the same: some programs write what they do not change."""
    if type(een) is not type(ander):
        return False
    if isinstance(een, StreamObject) and een.encoded_data != ander.encoded_data:
        return False
    if isinstance(een, DictionaryObject):
        return een.keys() == ander.keys() and all(
            gelijk(een.raw_get(key), ander.raw_get(key)) for key in een
        )
    if isinstance(een, ArrayObject):
        return len(een) == len(ander) and all(map(gelijk, een, ander))
    return bool(een == ander)
