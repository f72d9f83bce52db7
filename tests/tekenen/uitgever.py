"""An authority of which the certificates can be anything."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from asn1crypto import crl as asn1_crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.signers import SimpleSigner
from tests.tekenen.proefpapier import sleutel

Soort = Literal["tekent", "geeft uit", "stempelt"]
Sleutel = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

# Where the list of revoked certificates is; without, nobody has to look at one.
LIJST = x509.DistributionPoint(
    [x509.UniformResourceIdentifier("http://verzonnen.example/ca.crl")], None, None, None
)
BEGIN, EINDE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Uitgever:
    """An authority whose certificates can be anything."""

    sleutel: Sleutel
    certificaat: x509.Certificate

    @property
    def pem(self) -> bytes:
        """The certificate, as a file."""
        return self.certificaat.public_bytes(serialization.Encoding.PEM)

    def geef_uit(
        self,
        namen: tuple[str, ...],
        begin: datetime,
        einde: datetime,
        *,
        soort: Soort = "tekent",
        sleutel: Sleutel | None = None,
    ) -> "Uitgever":
        """Issue a certificate, for signing, issuing or setting time stamps (RFC 3161, 2.3)."""
        ca = soort == "geeft uit"
        key = sleutel or ec.generate_private_key(ec.SECP256R1())
        usage = (not ca, not ca, False, False, False, ca, ca, False, False)
        builder = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, n) for n in namen]))
            .issuer_name(self.certificaat.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begin)
            .not_valid_after(einde)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(*usage), critical=True)
            .add_extension(x509.CRLDistributionPoints([LIJST]), critical=False)
        )
        if soort == "stempelt":
            purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(purpose, critical=True)
        return Uitgever(key, builder.sign(self.sleutel, hashes.SHA256()))

    def ingetrokken(self, van: "Uitgever", dag: int) -> asn1_crl.CertificateList:
        """Say in December 2026 which certificates were revoked: one, that day of November."""
        december = datetime(2026, 12, 1, tzinfo=UTC)
        lijst = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(self.certificaat.subject)
            .last_update(december)
            .next_update(EINDE)
        )
        if dag:
            lijst = lijst.add_revoked_certificate(
                x509.RevokedCertificateBuilder()
                .serial_number(van.certificaat.serial_number)
                .revocation_date(datetime(2026, 11, dag, tzinfo=UTC))
                .build()
            )
        signed = lijst.sign(self.sleutel, hashes.SHA256())
        return asn1_crl.CertificateList.load(signed.public_bytes(serialization.Encoding.DER))

    def tekent(self, map_: Path) -> SimpleSigner:
        """Sign with this certificate."""
        secret = serialization.BestAvailableEncryption(b"proef")
        path = map_ / "sleutel.p12"
        path.write_bytes(
            pkcs12.serialize_key_and_certificates(b"", self.sleutel, self.certificaat, None, secret)
        )
        return sleutel(path)


def maak_uitgever(pem: bytes) -> Uitgever:
    """Make an authority which says that it is the one that a certificate is of."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.load_pem_x509_certificate(pem).subject
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2040, 1, 1, tzinfo=UTC))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    return Uitgever(key, certificate)
