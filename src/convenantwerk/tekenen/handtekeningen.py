"""Signed PDFs that come back: what they are, and what the signatures in them prove.

pyHanko does the cryptography, the certificates and the comparison of the states of a file; here
stands only what this project asks of them. Nothing is fetched from a network. pyHanko takes half a
second to load, so who imports this module does it where a PDF is read.
"""

from __future__ import annotations

import logging
import re
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from asn1crypto import pem
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.sign.fields import enumerate_sig_fields

from convenantwerk.papier.identiteit import SLEUTEL, identiteit
from convenantwerk.tekenen.ondertekening import GROOTST, GetekendePdf, Tekenbewijs
from convenantwerk.tekenen.pdfbijgeschreven import bezwaar_tegen_bijgeschreven
from convenantwerk.tekenen.pdflezer import Lezer
from convenantwerk.tekenen.pdfverschil import alleen_getekend
from convenantwerk.tekenen.ruimte import te_lang
from convenantwerk.tekenen.stempelveld import STEMPEL
from convenantwerk.tekenen.tekenbewijs import ANDERS, tekenbewijs
from convenantwerk.tekenen.tijdstempels import stempel_over

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
    from pyhanko.pdf_utils.rw_common import PdfHandler

_UITGEPAKT = 32_000_000  # bytes that one part may become; the text of a convenant is far less
_STATEN = 50  # more states of one file than any round of signing gives
_EINDE = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_WIT = b"\0\t\n\f\r "
_SLOT = 64  # bytes; "startxref", a number and "%%EOF" are less


def certificaten(data: bytes) -> list[Certificate]:
    """Return the certificates in a file, PEM or DER.

    Raises:
        ValueError: it holds none.
    """
    parts = [der for _, _, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
    found = [Certificate.load(part) for part in parts]
    for certificate in found:
        _ = certificate.native  # so that what is no certificate shows itself here
    return found


def lees_getekend(data: bytes, vertrouwd: Sequence[Certificate]) -> GetekendePdf:
    """Return what a PDF is and what its signatures prove.

    Args:
        data: the file.
        vertrouwd: the certificates on which a chain may end.
    """
    bezwaar = _vooraf(data)
    if bezwaar:
        return GetekendePdf((), None, (), (), bezwaar)
    staten = list(_staten(data))
    herkomst = tuple(sha256(data[:end]).hexdigest() for end in staten)
    # Whoever made a file that is no good may have made it so that reading it fails in any way.
    try:
        return _gelezen(data, staten, herkomst, vertrouwd)
    except _OnleesbaarError as error:
        return GetekendePdf(herkomst, None, (), (), str(error))
    except Exception:
        logging.getLogger(__name__).debug("unreadable PDF", exc_info=True)
        return GetekendePdf(herkomst, None, (), (), "het is een beschadigde of afgebroken PDF")


class _OnleesbaarError(Exception):
    """The file cannot be used; the message says why, in Dutch."""


def _vooraf(data: bytes) -> str:
    """Return why a file is not worth reading, "" when it may be."""
    if len(data) > GROOTST:
        return f"het bestand is groter dan {GROOTST // 1_000_000} MB"
    if not data.startswith(b"%PDF-"):
        return "het is geen PDF"
    if not _EINDE.search(data):
        return "het is een afgebroken PDF: het einde ontbreekt"
    if _startxref(data) is None:
        return "het is een afgebroken PDF, of er staat iets achter het einde"
    if te_lang(data):
        return "het bevat handtekeningen die te groot zijn om te lezen"
    return ""


def _staten(data: bytes) -> Iterator[int]:
    """Yield where each state of the file may end: every save that was added has an end of its own.

    An end may have a line break behind it or not; the sha256 of a paper tells which it was.
    """
    for number, match in enumerate(_EINDE.finditer(data)):
        if number >= _STATEN:
            return
        yield match.end()
        if match.end() != match.start() + len(b"%%EOF"):
            yield match.start() + len(b"%%EOF")


def _gelezen(
    data: bytes, staten: Sequence[int], herkomst: tuple[str, ...], vertrouwd: Sequence[Certificate]
) -> GetekendePdf:
    _still()
    grenzen = DecodeLimits(
        per_stream=StreamDecodeLimits(max_output_size=_UITGEPAKT),
        document_budget=DocumentDecodeBudget(base_allowance=4 * _UITGEPAKT),
    )
    reader = Lezer(BytesIO(data), strict=True, decode_limits=grenzen)
    if reader.encrypted:
        raise _OnleesbaarError("de PDF is met een wachtwoord versleuteld")
    first = reader.get_historical_resolver(0)
    offered = _velden(first)[0]
    velden, gevuld = _velden(reader)
    found = reader.embedded_signatures
    stempels = [s for s in found if s.field_name not in offered and s.sig_object_type == STEMPEL]
    over = [(s.signed_revision, stempel_over(s, data, vertrouwd)) for s in stempels]
    bewijzen = [
        tekenbewijs(s, data, vertrouwd, [stempel for n, stempel in over if n > s.signed_revision])
        for s in found
        if s not in stempels
    ]
    bewijzen += [
        Tekenbewijs(veld, "", None, tijdstempel=False, bezwaar=ANDERS)
        for veld in sorted(gevuld - {str(s.field_name) for s in found})
    ]
    eigen = [veld for veld in velden if veld not in {str(s.field_name) for s in stempels}]
    bezwaar = _bijgeschreven(reader, data, staten)
    if not bezwaar and set(eigen) != set(offered):
        bezwaar = "er zijn velden voor handtekeningen bij gemaakt of weggehaald"
    bezwaar = bezwaar or next((stempel.bezwaar for _, stempel in over if stempel.bezwaar), "")
    return GetekendePdf(
        *(herkomst, identiteit(_opschrift(first)), tuple(eigen), tuple(bewijzen), bezwaar),
        gestempeld=bool(stempels),
    )


def _opschrift(first: HistoricalResolver) -> str:
    """Return what the first state of a file says of itself, "" when that is nothing."""
    trailer = first.trailer_view
    info = trailer.raw_get("/Info") if "/Info" in trailer else {}
    if isinstance(info, IndirectObject):
        info = first.get_object(info.reference)  # the trailer itself would follow it to the last
    return str(info[f"/{SLEUTEL}"]) if f"/{SLEUTEL}" in info else ""


def _still() -> None:
    """PyHanko tells its log what it tells us too; a user should read it once, in Dutch."""
    for naam in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(naam).setLevel(logging.CRITICAL)


def _velden(reader: PdfHandler) -> tuple[list[str], set[str]]:
    """Return the names of the fields for signatures, and of those that are filled."""
    found = [(naam, value) for naam, value, _ in enumerate_sig_fields(reader)]
    return [naam for naam, _ in found], {naam for naam, value in found if value is not None}


def _bijgeschreven(reader: PdfFileReader, data: bytes, staten: Sequence[int]) -> str:
    """Return what was changed since the first state besides signing, "" when nothing was."""
    # What a reader sees must be built on the first state, and not merely have it in front; and it
    # must be what stands at the end, for a reader may take an end that pyHanko reads past.
    begin, slot = (_startxref(data[:end]) for end in (staten[0], len(data)))
    built = begin == reader.xrefs.get_startxref_for_revision(0) and slot == reader.last_startxref
    if built and alleen_getekend(reader):
        return bezwaar_tegen_bijgeschreven(reader, data, staten[0])
    return "de inhoud is veranderd nadat het stuk was gemaakt"


def _startxref(data: bytes) -> int | None:
    """Return where the cross-reference is of the state that ends here, None when no state does."""
    found = _STARTXREF.search(data.rstrip(_WIT)[-_SLOT:])
    return int(found[1]) if found else None
