"""What may change in a paper after it was made: signatures may be added, and nothing else.

pyHanko compares the states of a PDF object by object, and takes every change for suspicious that
no rule of its policy explains. A field of ours also hangs in the tag tree, as PDF/UA asks; to
fill it is to replace an object that the tag tree names, which the default policy does not know.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import ArrayObject, DictionaryObject, IndirectObject
from pyhanko.pdf_utils.reader import RawPdfPath
from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    ModificationLevel,
    StandardDiffPolicy,
)
from pyhanko.sign.diff_analysis.rules_api import Context, ReferenceUpdate, WhitelistRule
from pyhanko.sign.fields import enumerate_sig_fields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

_DIEPTE = 100  # deeper than any tag tree of ours


class _GelabeldeVelden(WhitelistRule):
    """A field for a signature may be replaced where the tag tree names it.

    What may be written in the field is for the rules about fields; this one only explains the
    second place from which it can be reached.
    """

    def apply(
        self,
        old: HistoricalResolver,
        new: HistoricalResolver,  # noqa: ARG002  pyHanko gives both
    ) -> Iterable[ReferenceUpdate]:
        """Yield each field of the old state that its tag tree names."""
        velden = {_nummer(ref) for _, _, ref in enumerate_sig_fields(old)}
        if "/StructTreeRoot" not in old.root:
            return
        tree = old.root["/StructTreeRoot"]
        for path, ref in _genoemd(tree, RawPdfPath("/Root", "/StructTreeRoot"), 0):
            if _nummer(ref) in velden:
                yield ReferenceUpdate(
                    ref.reference, context_checked=Context.from_absolute(old, path)
                )


def _nummer(ref: Any) -> tuple[int, int]:  # noqa: ANN401  an IndirectObject or Reference
    return ref.idnum, ref.generation


def _genoemd(part: Any, path: RawPdfPath, diepte: int) -> Iterator[tuple[RawPdfPath, Any]]:  # noqa: ANN401  any object of a PDF
    """Yield what the elements of a tag tree name by /Obj, with the path to it."""
    if diepte > _DIEPTE:
        return
    if isinstance(part, ArrayObject):
        for number in range(len(part)):
            yield from _genoemd(part[number], path + number, diepte + 1)
    elif isinstance(part, DictionaryObject):
        if "/Obj" in part and isinstance(part.raw_get("/Obj"), IndirectObject):
            yield path + "/Obj", part.raw_get("/Obj")
        if "/K" in part:
            yield from _genoemd(part["/K"], path + "/K", diepte + 1)


BELEID = StandardDiffPolicy(
    global_rules=[
        *DEFAULT_DIFF_POLICY.global_rules,
        _GelabeldeVelden().as_qualified(ModificationLevel.FORM_FILLING),
    ],
    form_rule=DEFAULT_DIFF_POLICY.form_rule,
)


def alleen_getekend(reader: PdfFileReader) -> bool:
    """Tell whether nothing was done to a file after its first state but to sign it."""
    return mag(BELEID.review_file(reader, 0))


def mag(result: object) -> bool:
    """Tell whether what was found between two states is no more than signing."""
    return (
        isinstance(result, DiffResult)
        and result.modification_level <= ModificationLevel.FORM_FILLING
    )
