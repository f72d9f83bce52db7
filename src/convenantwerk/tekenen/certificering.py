"""A signature may certify: the catalogue then names it, with what may still be done after it.

Some services sign in no other way (/DocMDP, ISO 32000-2, 12.8.2.2). What may be done to a paper of
ours is always the same and less than the most that it can allow; it only adds to the catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject
from pyhanko.sign.diff_analysis.rules_api import ReferenceUpdate, WhitelistRule
from pyhanko.sign.fields import enumerate_sig_fields

from convenantwerk.tekenen.pdfgelijk import gelijk, nummer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

PERMS = "/Perms"


class Certificeringsregel(WhitelistRule):
    """What the catalogue says of a certifying signature may be an object of its own.

    What it says, `mag_certificeren` looks at.
    """

    def apply(self, old: HistoricalResolver, new: HistoricalResolver) -> Iterable[ReferenceUpdate]:
        """Yield that object, when there was none."""
        found = new.root.raw_get(PERMS) if PERMS in new.root else None
        if isinstance(found, IndirectObject) and old.is_ref_unassignable(found.reference):
            yield ReferenceUpdate(found.reference)


def mag_certificeren(reader: PdfFileReader, number: int) -> bool:
    """Tell whether a save left alone which signature certifies, or says it of the one it set.

    That must be the first in the file, in a field that was offered.
    """
    first, old, new = (reader.get_historical_resolver(n) for n in (0, number - 1, number))
    if PERMS not in new.root:
        return PERMS not in old.root
    found = new.root[PERMS]
    if PERMS in old.root:
        return gelijk(old.root.raw_get(PERMS), new.root.raw_get(PERMS)) and gelijk(
            old.root[PERMS], found
        )
    if not isinstance(found, DictionaryObject) or found.keys() != {"/DocMDP"}:
        return False
    certifies = found.raw_get("/DocMDP")
    offered = {nummer(ref) for _, _, ref in enumerate_sig_fields(first)}
    set_now = {
        nummer(value)
        for _, value, ref in enumerate_sig_fields(new, filled_status=True)
        if nummer(ref) in offered and isinstance(value, IndirectObject)
    }
    return (
        not any(True for _ in enumerate_sig_fields(old, filled_status=True))
        and isinstance(certifies, IndirectObject)
        and nummer(certifies) in set_now
    )
