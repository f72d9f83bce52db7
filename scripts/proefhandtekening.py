"""A small certificate authority for trials, and signing with what it issues.

Nobody should trust these certificates: their keys lie beside them, and their password is "proef".

    python scripts/proefhandtekening.py ca MAP NAAM...        ca.pem and a .p12 file for each name
    python scripts/proefhandtekening.py teken PDF P12 UIT     sign the field that is still empty
        [--veld NAAM] [--moment 2026-12-01T12:00:00+01:00]

With --vast nothing is random: the same names give the same certificates, and the same file, key and
moment give the same bytes.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.generic import ArrayObject, ByteStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

if TYPE_CHECKING:
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession

WACHTWOORD = b"proef"
_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
_DUUR = timedelta(days=365 * 30)


class Wijze(NamedTuple):
    """How to sign.

    Args:
        veld: the field, "" for the first that is empty.
        moment: the moment that the signature names, none for now.
        vast: nothing is random.
    """

    veld: str = ""
    moment: datetime | None = None
    vast: bool = False


def _getal(*parts: str) -> int:
    """Return a number of 255 bits that follows from the parts."""
    return int.from_bytes(sha256("\0".join(parts).encode()).digest()) >> 1


def _sleutel(naam: str, *, vast: bool) -> ec.EllipticCurvePrivateKey:
    if vast:
        return ec.derive_private_key(_getal("sleutel", naam), ec.SECP256R1())
    return ec.generate_private_key(ec.SECP256R1())


def _naam(naam: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "NL"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Proef, niet te vertrouwen"),
            x509.NameAttribute(NameOID.COMMON_NAME, naam),
        ]
    )


def _certificaat(  # what a certificate says
    naam: str,
    sleutel: ec.EllipticCurvePrivateKey,
    uitgever: x509.Name,
    uitgever_sleutel: ec.EllipticCurvePrivateKey,
    *,
    vast: bool,
) -> x509.Certificate:
    is_ca = uitgever == _naam(naam)
    usage = x509.KeyUsage(
        digital_signature=not is_ca,
        content_commitment=not is_ca,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_ca,
        crl_sign=is_ca,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(_naam(naam))
        .issuer_name(uitgever)
        .public_key(sleutel.public_key())
        .serial_number(_getal("nummer", naam) >> 96 if vast else x509.random_serial_number())
        .not_valid_before(_BEGIN)
        .not_valid_after(_BEGIN + _DUUR)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), False)  # noqa: FBT003
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(uitgever_sleutel.public_key()),
            False,  # noqa: FBT003
        )
        .sign(uitgever_sleutel, hashes.SHA256(), ecdsa_deterministic=vast or None)
    )


def maak_ca(folder: Path, namen: list[str], *, vast: bool = False) -> None:
    """Write ca.pem, and for the nth name "n.p12" with its key, certificate and chain."""
    folder.mkdir(parents=True, exist_ok=True)
    wortel = "Proefautoriteit"
    ca_sleutel = _sleutel(wortel, vast=vast)
    ca = _certificaat(wortel, ca_sleutel, _naam(wortel), ca_sleutel, vast=vast)
    (folder / "ca.pem").write_bytes(ca.public_bytes(serialization.Encoding.PEM))
    for number, naam in enumerate(namen, start=1):
        sleutel = _sleutel(naam, vast=vast)
        eigen = _certificaat(naam, sleutel, ca.subject, ca_sleutel, vast=vast)
        data = pkcs12.serialize_key_and_certificates(
            naam.encode(),
            sleutel,
            eigen,
            [ca],
            serialization.BestAvailableEncryption(WACHTWOORD),
        )
        (folder / f"{number}.p12").write_bytes(data)


def teken(pdf: Path, p12: Path, uit: Path, wijze: Wijze) -> None:
    """Sign a field of a PDF with a key, and write the signed file."""
    signer = signers.SimpleSigner.load_pkcs12(str(p12), passphrase=WACHTWOORD)  # type: ignore[no-untyped-call]  # pyHanko's
    if signer is None:
        sys.exit(f"{p12} is niet te lezen")
    if wijze.vast:
        signer = _VasteSigner(
            signing_cert=signer.signing_cert,
            signing_key=signer.signing_key,
            cert_registry=signer.cert_registry,
        )
    with pdf.open("rb") as stream:
        writer = _VasteSchrijver(stream) if wijze.vast else IncrementalPdfFileWriter(stream)
        leeg = [
            name
            for name, value, _ in fields.enumerate_sig_fields(writer.prev)
            if value is None and wijze.veld in ("", name)
        ]
        if not leeg:
            sys.exit(f"{pdf} heeft geen leeg veld {wijze.veld}".strip())
        meta = signers.PdfSignatureMetadata(
            field_name=leeg[0], md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        signing = signers.PdfSigner(meta, signer)
        if wijze.moment is not None:
            signing = MetMoment(meta, signer, wijze.moment)
        asyncio.run(_teken(signing, writer, uit))


async def _teken(signing: signers.PdfSigner, writer: IncrementalPdfFileWriter, uit: Path) -> None:
    with uit.open("w+b") as output:
        await signing.async_sign_pdf(writer, output=output, existing_fields_only=True)


class _VasteSchrijver(IncrementalPdfFileWriter):
    """A writer that gives a file an identity that follows from what it was, and no date."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        stream.seek(0)
        identity = ByteStringObject(sha256(stream.read()).digest()[:16])
        first = self._document_id[0] if "/ID" in self.prev.trailer else identity
        self._document_id = ArrayObject([first, identity])

    def _update_meta(self) -> None:
        """Leave out when the file was changed: that is always now."""


class _VasteSigner(signers.SimpleSigner):
    """A signer that signs the same bytes always the same (RFC 6979)."""

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """Return the signature of the bytes."""
        del digest_algorithm  # it is that of the metadata, sha256
        key = serialization.load_der_private_key(self.signing_key.dump(), password=None)
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            sys.exit("alleen sleutels van deze proefautoriteit")
        return key.sign(data, ec.ECDSA(hashes.SHA256(), deterministic_signing=True))


class MetMoment(signers.PdfSigner):
    """A signer whose clock stands still."""

    def __init__(
        self, meta: signers.PdfSignatureMetadata, signer: signers.Signer, moment: datetime
    ) -> None:
        super().__init__(meta, signer)
        self._moment = moment

    def init_signing_session(
        self,
        pdf_out: BasePdfFileWriter,
        existing_fields_only: bool = False,  # noqa: FBT001, FBT002  as pyHanko has it
    ) -> PdfSigningSession:
        """Begin to sign, at the moment that was asked for."""
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self._moment
        return session


def main() -> None:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    acts = parser.add_subparsers(dest="act", required=True)
    ca = acts.add_parser("ca")
    ca.add_argument("map", type=Path)
    ca.add_argument("namen", nargs="+")
    zet = acts.add_parser("teken")
    for name in ("pdf", "p12", "uit"):
        zet.add_argument(name, type=Path)
    zet.add_argument("--veld", default="")
    zet.add_argument("--moment", type=datetime.fromisoformat)
    for act in (ca, zet):
        act.add_argument("--vast", action="store_true")
    asked = parser.parse_args()
    if asked.act == "ca":
        maak_ca(asked.map, asked.namen, vast=asked.vast)
    else:
        wijze = Wijze(asked.veld, asked.moment, asked.vast)
        teken(asked.pdf, asked.p12, asked.uit, wijze)


if __name__ == "__main__":
    main()
