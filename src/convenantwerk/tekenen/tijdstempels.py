"""Time stamps: what a service says of when a signature, or a whole file, was there (RFC 3161).

A time stamp that does not fit is a reason to refuse a paper. One that fits, of a service that
the dossier does not trust, proves nothing and does no harm: it is as if it were not there.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyhanko.sign.validation.generic_cms import (
    extract_tst_data_iter,
    message_imprint_checker,
    validate_tst_signed_data,
)
from pyhanko.sign.validation.status import SignatureCoverageLevel, TimestampSignatureStatus

from convenantwerk.tekenen.ruimte import alleen_handtekening, omsloten
from convenantwerk.tekenen.vertrouwen import vertrouwen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from asn1crypto.cms import SignedData
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

STEMPEL_VORM = "het tijdstempel heeft een vorm die niet is te controleren"
STEMPEL_VERANDERD = "het tijdstempel is veranderd, of hoort bij iets anders"
STEMPEL_DEEL = "het tijdstempel dekt niet het hele bestand"
STEMPEL_RUIMTE = "in de ruimte van het tijdstempel staat meer dan een tijdstempel"
ONBEKEND = "het tijdstempel komt van een dienst die dit dossier niet vertrouwt"
_SOORT = "/ETSI.RFC3161"


@dataclass(frozen=True, slots=True)
class Tijdstempel:
    """What one time stamp proves.

    Args:
        moment: at which it was set, None when that cannot be read.
        is_vertrouwd: whether who set it is trusted.
        bezwaar: why it is no time stamp of this, in Dutch; "" when it is.
    """

    moment: datetime | None = None
    is_vertrouwd: bool = False
    bezwaar: str = ""


def stempel_in(
    signature: EmbeddedPdfSignature,
    vertrouwd: Sequence[Certificate],
) -> Tijdstempel | None:
    """Return the time stamp in a signature (PAdES B-T), None when it has none.

    When there are more, one that is trusted goes before, and one that does not fit before that.
    """
    checker = message_imprint_checker(signature.signer_info)
    try:
        tokens = [*extract_tst_data_iter(signature.signer_info, signed=False)]
        found = [_gelezen(token, signature, vertrouwd, checker) for token in tokens]
        before = [*extract_tst_data_iter(signature.signer_info, signed=True)]
        found += [
            stempel
            for token in before
            if (stempel := _gelezen(token, signature, vertrouwd, signature.compute_digest)).bezwaar
        ]
    except Exception:
        logging.getLogger(__name__).debug("time stamp without proof", exc_info=True)
        return Tijdstempel(bezwaar=STEMPEL_VORM)
    return min(found, key=lambda s: (not s.bezwaar, not s.is_vertrouwd), default=None)


def stempel_over(
    signature: EmbeddedPdfSignature,
    data: bytes,
    vertrouwd: Sequence[Certificate],
) -> Tijdstempel:
    """Return what a time stamp over a whole file proves (PAdES B-LTA).

    Args:
        signature: the time stamp, which stands in a field as a signature does.
        data: the file.
        vertrouwd: the certificates on which a chain may end.
    """
    if signature.sig_object.get("/SubFilter") != _SOORT:
        return Tijdstempel(bezwaar=STEMPEL_VORM)
    if not omsloten(signature, data):
        return Tijdstempel(bezwaar=STEMPEL_DEEL)
    if not alleen_handtekening(signature.pkcs7_content):
        return Tijdstempel(bezwaar=STEMPEL_RUIMTE)
    try:
        if signature.evaluate_signature_coverage() < SignatureCoverageLevel.ENTIRE_REVISION:
            return Tijdstempel(bezwaar=STEMPEL_DEEL)
        return _gelezen(signature.signed_data, signature, vertrouwd, signature.compute_digest)
    except Exception:
        logging.getLogger(__name__).debug("time stamp without proof", exc_info=True)
        return Tijdstempel(bezwaar=STEMPEL_VORM)


def eerste(stempels: Iterable[Tijdstempel]) -> datetime | None:
    """Return the earliest moment that a trusted time stamp names, None when there is none."""
    return min((s.moment for s in stempels if s.is_vertrouwd and s.moment), default=None)


def _gelezen(
    token: SignedData,
    signature: EmbeddedPdfSignature,
    vertrouwd: Sequence[Certificate],
    digest: Callable[[str], bytes],
) -> Tijdstempel:
    """Read one; who set it must have had a certificate that held then."""
    moment: datetime = token["encap_content_info"]["content"].parsed["gen_time"].native
    context = vertrouwen(signature, vertrouwd, moment)
    found = asyncio.run(validate_tst_signed_data(token, context, digest))
    status = TimestampSignatureStatus(**found)
    if not (status.intact and status.valid):
        return Tijdstempel(moment, bezwaar=STEMPEL_VERANDERD)
    return Tijdstempel(moment, is_vertrouwd=status.trusted)
