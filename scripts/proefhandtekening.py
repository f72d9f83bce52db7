"""A small certificate authority for trials, and signing with what it issues.

Nobody should trust these certificates: their keys lie beside them, and their password is "proef".

    python scripts/proefhandtekening.py ca MAP NAAM...        ca.pem and a .p12 file for each name
    python scripts/proefhandtekening.py teken PDF P12 UIT     sign the field that is still empty
        [--veld NAAM] [--moment 2026-12-01T12:00:00+01:00]
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

if TYPE_CHECKING:
    from pyhanko.pdf_utils.writer import BasePdfFileWriter
    from pyhanko.sign.signers.pdf_signer import PdfSigningSession

WACHTWOORD = b"proef"
_BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
_DUUR = timedelta(days=365 * 30)


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
    is_ca: bool,
) -> x509.Certificate:
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
        .serial_number(x509.random_serial_number())
        .not_valid_before(_BEGIN)
        .not_valid_after(_BEGIN + _DUUR)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(sleutel.public_key()), False)  # noqa: FBT003
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(uitgever_sleutel.public_key()),
            False,  # noqa: FBT003
        )
        .sign(uitgever_sleutel, hashes.SHA256())
    )


def maak_ca(folder: Path, namen: list[str]) -> None:
    """Write ca.pem, and for the nth name "n.p12" with its key, certificate and chain."""
    folder.mkdir(parents=True, exist_ok=True)
    wortel = "Proefautoriteit"
    ca_sleutel = ec.generate_private_key(ec.SECP256R1())
    ca = _certificaat(wortel, ca_sleutel, _naam(wortel), ca_sleutel, is_ca=True)
    (folder / "ca.pem").write_bytes(ca.public_bytes(serialization.Encoding.PEM))
    for number, naam in enumerate(namen, start=1):
        sleutel = ec.generate_private_key(ec.SECP256R1())
        eigen = _certificaat(naam, sleutel, ca.subject, ca_sleutel, is_ca=False)
        data = pkcs12.serialize_key_and_certificates(
            naam.encode(),
            sleutel,
            eigen,
            [ca],
            serialization.BestAvailableEncryption(WACHTWOORD),
        )
        (folder / f"{number}.p12").write_bytes(data)


def teken(pdf: Path, p12: Path, uit: Path, veld: str = "", moment: datetime | None = None) -> None:
    """Sign a field, the first that is empty when none is named, at a moment of one's choice."""
    signer = signers.SimpleSigner.load_pkcs12(str(p12), passphrase=WACHTWOORD)  # type: ignore[no-untyped-call]  # pyHanko's
    if signer is None:
        sys.exit(f"{p12} is niet te lezen")
    with pdf.open("rb") as stream:
        writer = IncrementalPdfFileWriter(stream)
        leeg = [
            name
            for name, value, _ in fields.enumerate_sig_fields(writer.prev)
            if value is None and veld in ("", name)
        ]
        if not leeg:
            sys.exit(f"{pdf} heeft geen leeg veld {veld}".strip())
        meta = signers.PdfSignatureMetadata(
            field_name=leeg[0], md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )
        signing = signers.PdfSigner(meta, signer)
        if moment is not None:
            signing = _MetMoment(meta, signer, moment)
        asyncio.run(_teken(signing, writer, uit))


async def _teken(signing: signers.PdfSigner, writer: IncrementalPdfFileWriter, uit: Path) -> None:
    with uit.open("w+b") as output:
        await signing.async_sign_pdf(writer, output=output, existing_fields_only=True)


class _MetMoment(signers.PdfSigner):
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
    asked = parser.parse_args()
    if asked.act == "ca":
        maak_ca(asked.map, asked.namen)
    else:
        teken(asked.pdf, asked.p12, asked.uit, asked.veld, asked.moment)


if __name__ == "__main__":
    main()
