"""The certificates that a dossier trusts."""

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from tests.tekenen.proefpapier import Proef
from tests.tekenen.uitgever import Uitgever

from convenantwerk.tekenen.handtekeningen import certificaten


def test_certificates_are_read_from_pem_and_der(proef: Proef, uitgever: Uitgever) -> None:
    """One or more, in the form in which authorities give them."""
    der = x509.load_pem_x509_certificate(proef.pem).public_bytes(serialization.Encoding.DER)
    other = uitgever.certificaat.public_bytes(serialization.Encoding.DER)
    assert [c.dump() for c in certificaten(proef.pem)] == [der]
    assert [c.dump() for c in certificaten(der)] == [der]
    both = b"# de uitgevers\n" + proef.pem + b"\n" + uitgever.pem
    assert [c.dump() for c in certificaten(both)] == [der, other]


def test_what_is_no_certificate_is_refused(proef: Proef) -> None:
    """Also a key, which should not be there at all."""
    key = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    for data in (
        *(b"", b"-----BEGIN CERTIFICATE-----", b"geen certificaat", key, proef.pem[:200]),
        *(proef.blad, proef.pem + key),
        b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ):
        with pytest.raises((ValueError, TypeError)):
            certificaten(data)
