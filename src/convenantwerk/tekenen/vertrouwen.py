"""Where the chain of a certificate may end, and what is known of certificates that were revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyhanko.sign.validation import DocumentSecurityStore
from pyhanko_certvalidator import ValidationContext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature


def vertrouwen(
    signature: EmbeddedPdfSignature,
    vertrouwd: Sequence[Certificate],
    moment: datetime | None,
) -> ValidationContext:
    """Return by what the certificates of a signature or time stamp are judged.

    Args:
        signature: in the file, with what it and the file bring.
        vertrouwd: the certificates on which a chain may end.
        moment: at which they must have held.
    """
    asked: dict[str, Any] = {
        "trust_roots": list(vertrouwd),
        "allow_fetching": False,
        "moment": moment,
        "retroactive_revinfo": True,  # what was revoked before the moment counts, asked later too
    }
    asked |= _ingetrokken(signature)
    if "/DSS" in signature.reader.root:
        stored = DocumentSecurityStore.read_dss(signature.reader)
        return stored.as_validation_context(asked)
    return ValidationContext(**asked)


def _ingetrokken(signature: EmbeddedPdfSignature) -> dict[str, list[Any]]:
    """Return the lists of revoked certificates that a signature brings, as Acrobat adds them."""
    for attribute in signature.signer_info["signed_attrs"]:
        if attribute["type"].native == "adobe_revocation_info_archival":
            brought = attribute["values"][0]
            return {"crls": list(brought["crl"] or ()), "ocsps": list(brought["ocsp"] or ())}
    return {}
