"""What one signature in a PDF proves: whose it is, when it was set, and whether it holds."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from convenantwerk.tekenen.ondertekening import AFGESLOTEN, UITGEVER, Tekenbewijs
from convenantwerk.tekenen.pdfverschil import BELEID, mag
from convenantwerk.tekenen.ruimte import alleen_handtekening, omsloten
from convenantwerk.tekenen.stempelveld import STEMPEL
from convenantwerk.tekenen.tijdstempels import ONBEKEND, eerste, stempel_in
from convenantwerk.tekenen.vertrouwen import vertrouwen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

    from convenantwerk.tekenen.tijdstempels import Tijdstempel

_TEKENVELD = "/Sig"
ANDERS = "deze handtekening heeft een vorm die niet is te controleren"
_GEEN = "in dit veld staat een tijdstempel, en geen handtekening"
_DEEL = "de handtekening dekt niet het hele bestand"
_RUIMTE = "in de ruimte van de handtekening staat meer dan een handtekening"
_VERANDERD = "het bestand is veranderd nadat er is getekend"


def tekenbewijs(
    signature: EmbeddedPdfSignature,
    data: bytes,
    vertrouwd: Sequence[Certificate],
    stempels: Sequence[Tijdstempel],
) -> Tekenbewijs:
    """Return what a signature proves.

    The moment is that of a time stamp in it that is trusted, else what the signer says; but never
    after the first trusted time stamp over the file with the signature in it.

    Args:
        signature: as pyHanko found it.
        data: the file.
        vertrouwd: the certificates on which a chain may end.
        stempels: over the file with this signature in it.
    """
    veld = str(signature.field_name)
    if signature.sig_object_type != _TEKENVELD:
        soort = _GEEN if signature.sig_object_type == STEMPEL else ANDERS
        return Tekenbewijs(veld, "", None, tijdstempel=False, bezwaar=soort)
    naam = _naam(signature.signer_cert)
    zelf = signature.self_reported_timestamp
    if not omsloten(signature, data):
        return Tekenbewijs(veld, naam, zelf, tijdstempel=False, bezwaar=_DEEL)
    if not alleen_handtekening(signature.pkcs7_content):
        return Tekenbewijs(veld, naam, zelf, tijdstempel=False, bezwaar=_RUIMTE)
    erin = stempel_in(signature, vertrouwd)
    own = [erin] if erin else []
    uiterlijk = eerste([*own, *stempels])
    moment = eerste(own) or zelf
    if uiterlijk and (moment is None or uiterlijk < moment):
        moment = uiterlijk
    return Tekenbewijs(
        veld,
        naam,
        moment,
        tijdstempel=moment is not None and moment == uiterlijk,
        bezwaar=_bezwaar(signature, vertrouwd, moment) or (erin.bezwaar if erin else ""),
        uiterlijk=uiterlijk,
        voorbehoud=ONBEKEND if [*own, *stempels] and uiterlijk is None else "",
    )


def _naam(certificate: Certificate) -> str:
    """Return the common name in a certificate, "" when it has none, or several."""
    naam = certificate.subject.native.get("common_name", "")
    return naam if isinstance(naam, str) else ""


# What pyHanko says of a certificate that proves nothing (ETSI EN 319 102-1), in words.
_CERTIFICAAT = {
    "OUT_OF_BOUNDS_NO_POE": "het certificaat was verlopen toen er werd getekend",
    "CHAIN_CONSTRAINTS_FAILURE": "het certificaat is niet bedoeld om mee te ondertekenen",
    "CRYPTO_CONSTRAINTS_FAILURE": "de sleutel of de berekening van de handtekening is te zwak",
}


def _bezwaar(
    signature: EmbeddedPdfSignature,
    vertrouwd: Sequence[Certificate],
    moment: datetime | None,
) -> str:
    """Return why a signature proves nothing, "" when it holds; of time stamps it says nothing."""
    try:
        context = vertrouwen(signature, vertrouwd, moment)
        status = validate_pdf_signature(
            signature, signer_validation_context=context, diff_policy=BELEID
        )
    except Exception:
        logging.getLogger(__name__).debug("signature without proof", exc_info=True)
        return ANDERS
    return _van_het_bestand(signature, status) or _van_het_certificaat(status, moment)


def _van_het_bestand(signature: EmbeddedPdfSignature, status: PdfSignatureStatus) -> str:
    """Return why a signature is not of this file, "" when it is."""
    if not status.intact:
        return _VERANDERD
    if not status.valid:
        return "de handtekening past niet bij het certificaat"
    if status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return _DEEL
    if status.docmdp_ok and (status.diff_result is None or mag(status.diff_result)):
        return ""
    # When something else was done to the file than to sign it, that is said first.
    closes = signature.docmdp_level is not None or signature.fieldmdp is not None
    return AFGESLOTEN if closes else _VERANDERD


def _van_het_certificaat(status: PdfSignatureStatus, moment: datetime | None) -> str:
    """Return why a signature is not of who should set it, then; "" when it is."""
    if status.revoked:
        return "het certificaat was ingetrokken"
    if not status.trusted:
        if moment is not None and moment < status.signing_cert.not_valid_before:
            return "het certificaat gold nog niet toen er werd getekend"
        grond = getattr(status.trust_problem_indic, "standard_name", "")
        return _CERTIFICAAT.get(grond, UITGEVER)
    if moment is None:
        return "de handtekening zegt niet wanneer er is getekend"
    return "" if status.seed_value_ok else "de handtekening is niet geldig"
