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
from typing import TYPE_CHECKING, Any

from asn1crypto import pem
from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils.decode_limits import (
    DecodeLimits,
    DocumentDecodeBudget,
    StreamDecodeLimits,
)
from pyhanko.pdf_utils.generic import IndirectObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import DocumentSecurityStore, validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from convenantwerk.papier.identiteit import SLEUTEL, identiteit
from convenantwerk.tekenen.ondertekening import GROOTST, GetekendePdf, Tekenbewijs
from convenantwerk.tekenen.pdfbijgeschreven import bezwaar_tegen_bijgeschreven
from convenantwerk.tekenen.pdfverschil import BELEID, alleen_getekend, mag
from convenantwerk.tekenen.ruimte import alleen_handtekening, te_lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

_UITGEPAKT = 32_000_000  # bytes that one part may become; the text of a convenant is far less
_STATEN = 50  # more states of one file than any round of signing gives
_EINDE = re.compile(rb"%%EOF(?:\r\n|\n|\r)?")
_STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_WIT = b"\0\t\n\f\r "
_SLOT = 64  # bytes; "startxref", a number and "%%EOF" are less
_TEKENVELD = "/Sig"


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
    reader = PdfFileReader(BytesIO(data), strict=True, decode_limits=grenzen)
    if reader.encrypted:
        raise _OnleesbaarError("de PDF is met een wachtwoord versleuteld")
    first = reader.get_historical_resolver(0)
    bezwaar = _bijgeschreven(reader, data, staten)
    velden, gevuld = _velden(reader)
    bewijzen = tuple(_bewijzen(reader, data, vertrouwd, gevuld))
    if not bezwaar and set(velden) != set(_velden(first)[0]):
        bezwaar = "er zijn velden voor handtekeningen bij gemaakt of weggehaald"
    return GetekendePdf(herkomst, identiteit(_opschrift(first)), tuple(velden), bewijzen, bezwaar)


def _opschrift(first: Any) -> str:  # noqa: ANN401  a state of a reader
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


def _velden(reader: Any) -> tuple[list[str], set[str]]:  # noqa: ANN401  a reader, or a state of it
    """Return the names of the fields for signatures, and of those that are filled."""
    found = [(naam, value) for naam, value, _ in enumerate_sig_fields(reader)]
    return [naam for naam, _ in found], {naam for naam, value in found if value is not None}


def _bijgeschreven(reader: Any, data: bytes, staten: Sequence[int]) -> str:  # noqa: ANN401  see `_gelezen`
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


def _bewijzen(
    reader: Any,  # noqa: ANN401  see `_gelezen`
    data: bytes,
    vertrouwd: Sequence[Certificate],
    gevuld: Iterable[str],
) -> Iterator[Tekenbewijs]:
    seen = set()
    for signature in reader.embedded_signatures:
        seen.add(signature.field_name)
        yield _bewijs(signature, data, vertrouwd)
    for veld in sorted(set(gevuld) - seen):
        yield Tekenbewijs(veld, "", None, tijdstempel=False, bezwaar=_ANDERS)


_ANDERS = "deze handtekening heeft een vorm die niet is te controleren"
_DEEL = "de handtekening dekt niet het hele bestand"
_RUIMTE = "in de ruimte van de handtekening staat meer dan een handtekening"
_UITGEVER = "het certificaat komt niet van een uitgever die dit dossier vertrouwt"


def _bewijs(signature: Any, data: bytes, vertrouwd: Sequence[Certificate]) -> Tekenbewijs:  # noqa: ANN401  pyHanko's
    veld = str(signature.field_name)
    if signature.sig_object_type != _TEKENVELD:
        return Tekenbewijs(veld, "", None, tijdstempel=False, bezwaar=_ANDERS)
    naam = _naam(signature.signer_cert)
    moment = signature.self_reported_timestamp
    if not _omsloten(signature, data):
        return Tekenbewijs(veld, naam, moment, tijdstempel=False, bezwaar=_DEEL)
    if not alleen_handtekening(signature.pkcs7_content):
        return Tekenbewijs(veld, naam, moment, tijdstempel=False, bezwaar=_RUIMTE)
    try:
        status = _status(signature, vertrouwd, moment)
    except Exception:
        logging.getLogger(__name__).debug("signature without proof", exc_info=True)
        return Tekenbewijs(veld, naam, moment, tijdstempel=False, bezwaar=_ANDERS)
    stempel = status.timestamp_validity
    stamped = stempel is not None and stempel.valid and stempel.trusted
    known = stempel.timestamp if stamped else status.signer_reported_dt or moment
    return Tekenbewijs(veld, naam, known, bool(stamped), _bezwaar(status, known))


def _naam(certificate: Certificate) -> str:
    """Return the common name in a certificate, "" when it has none, or several."""
    naam = certificate.subject.native.get("common_name", "")
    return naam if isinstance(naam, str) else ""


def _omsloten(signature: Any, data: bytes) -> bool:  # noqa: ANN401  pyHanko's
    """Tell whether a signature covers all bytes from the first on but its own.

    PyHanko adds up lengths only. So two parts that add up may be anywhere: all that someone else
    signed, elsewhere in this file.
    """
    begin, voor, na, _ = (int(number) for number in signature.byte_range)
    own = signature.pkcs7_content.hex().encode()
    return begin == 0 and voor > 0 and data[voor:na].lower() == b"<%s>" % own


def _status(signature: Any, vertrouwd: Sequence[Certificate], moment: datetime | None) -> Any:  # noqa: ANN401  see `_bewijs`
    asked: dict[str, Any] = {
        "trust_roots": list(vertrouwd),
        "allow_fetching": False,
        "moment": moment,
        "retroactive_revinfo": True,  # what was revoked before the moment counts, asked later too
    }
    asked |= _ingetrokken(signature)
    if "/DSS" in signature.reader.root:
        stored = DocumentSecurityStore.read_dss(signature.reader)
        context = stored.as_validation_context(asked)
    else:
        context = ValidationContext(**asked)
    return validate_pdf_signature(signature, signer_validation_context=context, diff_policy=BELEID)


def _ingetrokken(signature: Any) -> dict[str, list[Any]]:  # noqa: ANN401  see `_bewijs`
    """Return the lists of revoked certificates that a signature brings, as Acrobat adds them."""
    for attribute in signature.signer_info["signed_attrs"]:
        if attribute["type"].native == "adobe_revocation_info_archival":
            brought = attribute["values"][0]
            return {"crls": list(brought["crl"] or ()), "ocsps": list(brought["ocsp"] or ())}
    return {}


# What pyHanko says of a certificate that proves nothing (ETSI EN 319 102-1), in words.
_CERTIFICAAT = {
    "OUT_OF_BOUNDS_NO_POE": "het certificaat was verlopen toen er werd getekend",
    "CHAIN_CONSTRAINTS_FAILURE": "het certificaat is niet bedoeld om mee te ondertekenen",
    "CRYPTO_CONSTRAINTS_FAILURE": "de sleutel of de berekening van de handtekening is te zwak",
}


def _bezwaar(status: Any, moment: datetime | None) -> str:  # noqa: ANN401  see `_bewijs`
    """Return why a signature proves nothing, "" when it holds."""
    if not status.intact:
        return "het bestand is veranderd nadat er is getekend"
    if not status.valid:
        return "de handtekening past niet bij het certificaat"
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return _DEEL
    if not status.docmdp_ok or not (status.diff_result is None or mag(status.diff_result)):
        return "het bestand is veranderd nadat er is getekend"
    if status.revoked:
        return "het certificaat was ingetrokken"
    if not status.trusted:
        if moment is not None and moment < status.signing_cert.not_valid_before:
            return "het certificaat gold nog niet toen er werd getekend"
        grond = getattr(status.trust_problem_indic, "standard_name", "")
        return _CERTIFICAAT.get(grond, _UITGEVER)
    if moment is None:
        return "de handtekening zegt niet wanneer er is getekend"
    return "" if status.bottom_line else "de handtekening is niet geldig"
