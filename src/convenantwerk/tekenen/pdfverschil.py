"""What may change in a paper after it was made: signatures may be added, and nothing else.

A time stamp over the whole file (`stempelveld`) is added as signatures are, and what one of them
says in the catalogue when it certifies (`certificering`).

pyHanko compares the states of a PDF object by object, and takes every change for suspicious that
no rule of its policy explains. A field of ours also hangs in the tag tree, as PDF/UA asks; to
fill it is to replace an object that the tag tree names, which the default policy does not know.

That is not enough. Some rules approve an object wherever it is used, so that a signature can name
the page as one of its own parameters and then replace it. And who shows or prints a file may use a
program that reads it otherwise: that takes the first of two entries for an object, or repairs a
file by looking for all objects in it. So besides, no save may replace an object that signing does
not have to replace, and no byte of it may be an object that the cross-reference does not name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
)
from pyhanko.pdf_utils.reader import RawPdfPath
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    SuspiciousModification,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.constants import (
    ROOT_EXEMPT_STRICT_COMPARISON,
    VALUE_UPDATE_KEYS,
)
from pyhanko.sign.diff_analysis.rules_api import Context, ReferenceUpdate, WhitelistRule
from pyhanko.sign.fields import enumerate_sig_fields

from convenantwerk.tekenen.certificering import PERMS, Certificeringsregel, mag_certificeren
from convenantwerk.tekenen.pdfgelijk import gelijk, nummer
from convenantwerk.tekenen.stempelveld import VAST_OP_SCHERM, Stempelvelden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyhanko.pdf_utils.generic import PdfObject
    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
    from pyhanko.pdf_utils.xref import XRefSectionData
    from pyhanko.sign.diff_analysis import FieldComparisonSpec

_DIEPTE = 100  # deeper than any tag tree of ours
# What only a catalogue, a page tree or a cross-reference holds, and what a page is.
_DOCUMENT = frozenset({"/Pages", "/Kids", "/Root"})
_BLADEN = frozenset({"/Catalog", "/Pages", "/Page"})
# The catalogue has these parts that signing may replace; the policy says by what.
_WORTEL = ("/AcroForm", "/Metadata", "/DSS", "/Extensions", "/MarkInfo")
_ONDER_DSS = ("/VRI", "/Certs", "/OCSPs", "/CRLs")
_GEVOUWEN = [0, 0, 0, 0]  # the place of a field that shows nothing


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
        velden = {nummer(ref) for _, _, ref in enumerate_sig_fields(old)}
        if "/StructTreeRoot" not in old.root:
            return
        tree = old.root["/StructTreeRoot"]
        for path, ref in _genoemd(tree, RawPdfPath("/Root", "/StructTreeRoot"), 0):
            if nummer(ref) in velden:
                yield ReferenceUpdate(
                    ref.reference, context_checked=Context.from_absolute(old, path)
                )


def _genoemd(part: PdfObject, path: RawPdfPath, diepte: int) -> Iterator[tuple[RawPdfPath, Any]]:
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


class _Tekenveld(SigFieldModificationRule):
    """A field may be filled as more programs do that than pyHanko knows of.

    Poppler notes when, and PDFBox folds the field of a signature that has no picture.
    """

    def __init__(self) -> None:
        super().__init__(value_update_keys=VALUE_UPDATE_KEYS | {"/M", "/Rect"})

    def compare_fields(self, spec: FieldComparisonSpec) -> bool:
        """Tell whether a field is as it was; see `SigFieldModificationRule`.

        Raises:
            SuspiciousModification: more was changed than filling it does.
        """
        old, new = spec.old_field, spec.new_field
        if old is None or new is None or new.get("/Rect") not in (old.get("/Rect"), _GEVOUWEN):
            raise SuspiciousModification("field moved")
        return super().compare_fields(spec)


# The policy of pyHanko, with four allowances: for the tag tree, for what `_Tekenveld` says, for
# who certifies, and for iText. That leaves the metadata, which no page shows, no XML, and frees a
# number that was never used; whether something else was freed, `_mag_vervangen` tells.
BELEID = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(ROOT_EXEMPT_STRICT_COMPARISON | {PERMS}),  # type: ignore[no-untyped-call]  # pyHanko's
        *(
            rule.as_qualified(ModificationLevel.LTA_UPDATES)
            for rule in (
                DocInfoRule(),
                XrefStreamRule(),
                ObjectStreamRule(),
                DSSCompareRule(),
                MetadataUpdateRule(check_xml_syntax=False),  # type: ignore[no-untyped-call]
                Certificeringsregel(),
            )
        ),
        _GelabeldeVelden().as_qualified(ModificationLevel.FORM_FILLING),
    ],
    form_rule=FormUpdatingRule([SigFieldCreationRule(), _Tekenveld()]),  # type: ignore[no-untyped-call]
    reject_object_freeing=False,
)


def alleen_getekend(reader: PdfFileReader) -> bool:
    """Tell whether nothing was done to a document after its first state but to sign it."""
    saves = range(1, reader.xrefs.total_revisions)
    stempels = Stempelvelden(reader)
    return (
        mag(BELEID.review_file(reader, 0))
        and all(stempels.zijn_goed(number) for number in saves)
        and all(mag_certificeren(reader, number) for number in saves)
        and all(_mag_vervangen(reader, number, stempels) for number in saves)
        and all(_laat_staan(reader, number) for number in saves)
        and all(_geen_tweede_document(reader, number) for number in saves)
    )


def mag(result: object) -> bool:
    """Tell whether what was found between two states is no more than signing."""
    return (
        isinstance(result, DiffResult)
        and result.modification_level <= ModificationLevel.FORM_FILLING
    )


# --- besides the policy --------------------------------------------------------------------


def _mag_vervangen(reader: PdfFileReader, number: int, stempels: Stempelvelden) -> bool:
    """Tell whether a save replaced only objects that signing has to replace.

    Of the objects of the first state those are fixed: what a later state calls its metadata must
    not make a page replaceable. The field of a time stamp is filled when it comes, and stays so.
    """
    first, old, new = (reader.get_historical_resolver(n) for n in (0, number - 1, number))
    known = _bekend(reader, number)
    numbers = {idnum for idnum, _ in known}
    velden = {nummer(ref) for _, _, ref in enumerate_sig_fields(first)}
    free = velden | _vervangbaar(first) | (_vervangbaar(old) - _bekend(reader, 1))
    if reader.xrefs.get_xref_data(number).freed.keys() & numbers:
        return False
    for ref in reader.xrefs.explicit_refs_in_revision(number):
        own = nummer(ref)
        if own in velden and new(ref).get("/F", 0) & VAST_OP_SCHERM:
            return False
        if ref.idnum not in numbers or own in free:
            continue
        if own not in known:
            return False
        if not (gelijk(old(ref), new(ref)) or stempels.alleen_genoemd(ref, number)):
            return False
    return nummer(new.root_ref) == nummer(first.root_ref)


def _bekend(reader: PdfFileReader, number: int) -> set[tuple[int, int]]:
    """Return the objects there were before a save."""
    states = range(number)
    return {nummer(r) for n in states for r in reader.xrefs.explicit_refs_in_revision(n)}


def _laat_staan(reader: PdfFileReader, number: int) -> bool:
    """Tell whether a save left the signatures that were there where they were.

    The policy compares each state with the first, in which there are none.
    """
    old, new = (_gevuld(reader.get_historical_resolver(n)) for n in (number - 1, number))
    return old <= new


def _gevuld(state: HistoricalResolver) -> set[tuple[str, tuple[int, int]]]:
    """Return the name of each field that is filled, and with what."""
    found = enumerate_sig_fields(state, filled_status=True)
    return {(naam, nummer(value)) for naam, value, _ in found}


def _vervangbaar(state: HistoricalResolver) -> set[tuple[int, int]]:
    """Return what signing may replace of a state besides fields; the policy says by what."""
    root = state.root
    form, dss = (root[k] if k in root else {} for k in ("/AcroForm", "/DSS"))  # noqa: SIM401  `get` does not follow it
    parts = (
        *((state.trailer_view, "/Info"), (form, "/Fields"), (form, "/DR")),
        *((root, key) for key in _WORTEL),
        *((dss, key) for key in _ONDER_DSS),
    )
    refs = [part.raw_get(key) for part, key in parts if key in part]
    return {nummer(ref) for ref in refs if isinstance(ref, IndirectObject)} | {
        nummer(state.root_ref)
    }


def _geen_tweede_document(reader: PdfFileReader, number: int) -> bool:
    """Tell whether a save brought no catalogue or page, nor objects packed out of sight.

    Nothing refers to them, so the policy lets them be; a program that repairs the file uses them.
    """
    new = reader.get_historical_resolver(number)
    section = reader.xrefs.get_xref_data(number)
    stream = reader.xrefs.get_xref_container_info(number).stream_ref
    # What was there and may not be replaced is as it was.
    velden = {nummer(ref) for _, _, ref in enumerate_sig_fields(new)}
    passed = _bekend(reader, number) - _vervangbaar(new) - velden | {nummer(new.root_ref)}
    if stream is not None:
        passed.add(nummer(stream))
    for ref in reader.xrefs.explicit_refs_in_revision(number):
        if nummer(ref) in passed or ref.idnum in section.freed:
            continue
        value = new(ref)
        if not isinstance(value, DictionaryObject):
            continue
        if _DOCUMENT & value.keys() or value.get("/Type") in _BLADEN:
            return False
        if isinstance(value, StreamObject) and value.get("/Type") == "/ObjStm":
            places = section.xrefs_in_objstm.items()
            named = sorted(n for n, place in places if place.obj_stream_id == ref.idnum)
            if _verpakt(value) != named:
                return False
    return stream is None or _alle_regels(reader, number, section)


def _verpakt(stream: StreamObject) -> list[int]:
    """Return the numbers of the objects in an object stream."""
    head = stream.data[: stream["/First"]].split()
    return sorted(int(number) for number in head[: 2 * stream["/N"] : 2])


def _alle_regels(reader: PdfFileReader, number: int, section: XRefSectionData) -> bool:
    """Tell whether every entry of a cross-reference stream was of a kind that pyHanko knows."""
    trailer = reader.trailer
    try:
        index = list(trailer.raw_get("/Index", revision=number))
    except KeyError:
        index = [0, trailer.raw_get("/Size", revision=number)]
    entries = sum(index[1::2]) - (0 in index[::2])  # number 0 is no object
    return bool(entries == len(section.explicit_refs_in_revision))
