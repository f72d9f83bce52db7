"""Signs as services that sell it do: with time stamps, to last, to certify, with a picture.

Where `pdfschrijver` writes by hand what no program would, here pyHanko writes what programs write.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING

from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfTimeStamper, SimpleSigner
from pyhanko.sign.timestamps import DummyTimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore
from tests.tekenen.pdfschrijver import (
    EERSTE,
    HANDTEKENING,
    NIETS,
    Bij,
    bladzijde,
    nummer,
    tekst,
    vrij,
    vul,
)
from tests.tekenen.proefpapier import gelezen_door
from tests.tekenen.uitgever import BEGIN, EINDE, maak_uitgever

from proefhandtekening import MetMoment

if TYPE_CHECKING:
    from pathlib import Path

    from pyhanko.stamp import TextStampStyle
    from tests.tekenen.uitgever import Soort, Uitgever

    from convenantwerk.tekenen.ondertekening import GetekendePdf

TOEN = datetime(2026, 11, 25, 11, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Dienst:
    """How a service signs.

    Args:
        veld: the field.
        moment: what its clock says.
        stempelaar: sets a time stamp in the signature (B-T).
        uitgevers: whose certificates it puts beside it (B-LT).
        blijvend: it adds a document time stamp too (B-LTA).
        certificeert: what may be done after it, when it certifies.
        methode: the hash.
        pss: RSA-PSS, and not PKCS#1.
        stijl: what it shows in the field.
    """

    veld: str = EERSTE
    moment: datetime = TOEN
    stempelaar: DummyTimeStamper | None = None
    uitgevers: tuple[Uitgever, ...] = ()
    blijvend: bool = False
    certificeert: MDPPerm | None = None
    methode: str = "sha256"
    pss: bool = False
    stijl: TextStampStyle | None = None

    def tekent(self, data: bytes, wie: SimpleSigner) -> bytes:
        """Sign a file."""
        signer = SimpleSigner(
            signing_cert=wie.signing_cert,
            signing_key=wie.signing_key,
            cert_registry=wie.cert_registry,
            prefer_pss=self.pss,
        )
        meta = PdfSignatureMetadata(
            field_name=self.veld,
            md_algorithm=self.methode,
            subfilter=SigSeedSubFilter.PADES,
            embed_validation_info=bool(self.uitgevers),
            use_pades_lta=self.blijvend,
            validation_context=vertrouwt(*self.uitgevers) if self.uitgevers else None,
            certify=self.certificeert is not None,
            docmdp_permissions=self.certificeert or MDPPerm.FILL_FORMS,
        )
        signing = MetMoment(meta, signer, self.moment)
        signing.default_timestamper = self.stempelaar
        signing.stamp_style = self.stijl or signing.stamp_style
        out = BytesIO()
        writer = IncrementalPdfFileWriter(BytesIO(data))
        signing.sign_pdf(writer, output=out, existing_fields_only=True)
        return out.getvalue()


def vertrouwt(*uitgevers: Uitgever) -> ValidationContext:
    """Trust authorities, with what each says was revoked."""
    roots = [Certificate.load(_der(u)) for u in uitgevers]
    return ValidationContext(
        trust_roots=roots,
        crls=[u.ingetrokken(u, 0) for u in uitgevers],
        allow_fetching=False,
        moment=datetime(2026, 12, 2, tzinfo=UTC),
    )


def _der(van: Uitgever) -> bytes:
    return van.certificaat.public_bytes(serialization.Encoding.DER)


@cache
def _rsa() -> rsa.RSAPrivateKey:
    """A key for all that set time stamps; pyHanko's sets them with no other."""
    return rsa.generate_private_key(65537, 2048)


def stempelaar(
    uitgever: Uitgever, moment: datetime = LATER, soort: Soort = "stempelt"
) -> DummyTimeStamper:
    """A service that sets time stamps, of which the clock stands still."""
    own = uitgever.geef_uit(("Tijdstempeldienst",), BEGIN, EINDE, soort=soort, sleutel=_rsa())
    key = own.sleutel.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    certificate = Certificate.load(_der(own))
    known = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko's
    known.register(certificate)
    return DummyTimeStamper(certificate, PrivateKeyInfo.load(key), known, fixed_dt=moment)


def stempel(data: bytes, stempelaar: DummyTimeStamper, veld: str = "Tijdstempel1") -> bytes:
    """Add a document time stamp to a file."""
    out = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(data))
    PdfTimeStamper(stempelaar, field_name=veld).timestamp_pdf(writer, "sha256", output=out)
    return out.getvalue()


STEMPEL = HANDTEKENING.replace(b"/Type /Sig ", b"/Type /DocTimeStamp ").replace(
    b"/ETSI.CAdES.detached", b"/ETSI.RFC3161"
)
VELD = b"<</Type /Annot /Subtype /Widget /FT /Sig /T (Stempel) /F 132 /Rect [0 0 0 0] /P %d 0 R%s>>"


@dataclass(frozen=True)
class Metdehand:
    """A document time stamp that is added by hand.

    Args:
        veld: its field, with room for the number of a page and for what it holds.
        in_veld: what it holds besides.
        stempel: the stamp, with room for a token.
        bij: what the save brings besides.
        bladen: the pages that name it, by number, each as it is written without.
        in_formulier: the form names it.
        gevuld: the field holds the stamp.
    """

    veld: bytes = VELD
    in_veld: bytes = b""
    stempel: bytes = STEMPEL
    bij: Bij = NIETS
    bladen: tuple[tuple[int, bytes], ...] = ()
    in_formulier: bool = True
    gevuld: bool = True

    def over(self, data: bytes, stempelaar: DummyTimeStamper) -> bytes:
        """Add it to a file."""
        return vul(self.ongevuld(data), partial(token, stempelaar))

    def ongevuld(self, data: bytes) -> bytes:
        """Add it to a file, with room for what it holds."""
        own, form = vrij(data) + 40, nummer(data, "/AcroForm")
        value = b" /V %d 0 R" % own if self.gevuld else b""
        field = self.veld % (bladzijde(data), value + self.in_veld)
        fields = re.sub(rb"(/Fields \[[^]]*)\]", rb"\1 %d 0 R]" % (own + 1), tekst(data, form))
        pages = ((n, met_annotatie(body, own + 1)) for n, body in self.bladen)
        objects = (
            *((own, self.stempel), (own + 1, field), *pages),
            *(((form, fields),) if self.in_formulier else ()),
        )
        return replace(self.bij, objecten=(*self.bij.objecten, *objects)).aan(data)


def met_annotatie(blad: bytes, number: int) -> bytes:
    """A page as it is written, with one more field on it."""
    changed = re.sub(rb"(/Annots \[[^]]*)\]", rb"\1 %d 0 R]" % number, blad)
    assert changed != blad
    return changed


def token(stempelaar: DummyTimeStamper, digest: bytes) -> bytes:
    """A time stamp of a hash, as it is written in a PDF."""
    made: bytes = asyncio.run(stempelaar.async_timestamp(digest, "sha256")).dump()
    return made.hex().encode()


@dataclass(frozen=True)
class Diensten:
    """Who signs and sets time stamps in these tests, with certificates of one authority.

    Args:
        een: A. Voorbeeld.
        twee: B. Verzonnen.
        stempelaar: a service for time stamps, with a certificate of that authority.
        vreemd: another, with one of an authority that nobody trusts.
        uitgever: the authority.
    """

    een: SimpleSigner
    twee: SimpleSigner
    stempelaar: DummyTimeStamper
    vreemd: DummyTimeStamper
    uitgever: Uitgever

    def lees(self, data: bytes) -> GetekendePdf:
        """Read a PDF, trusting that authority."""
        return gelezen_door(data, self.uitgever.pem)

    def blijvend(self, veld: str = EERSTE) -> Dienst:
        """Sign to last (B-LTA)."""
        return Dienst(veld, stempelaar=self.stempelaar, uitgevers=(self.uitgever,), blijvend=True)


def maak_diensten(uitgever: Uitgever, folder: Path) -> Diensten:
    """Make them."""
    een, twee = (
        uitgever.geef_uit((naam,), BEGIN, EINDE).tekent(folder)
        for naam in ("A. Voorbeeld", "B. Verzonnen")
    )
    other = maak_uitgever(uitgever.pem)
    return Diensten(een, twee, stempelaar(uitgever), stempelaar(other), uitgever)
