"""Who signed a PDF, and when: certificates, names and moments."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from tests.tekenen.pdfschrijver import (
    HANDTEKENING,
    met_dss,
    onderteken,
    ongetekend,
)
from tests.tekenen.proefpapier import Proef, bezwaren
from tests.tekenen.uitgever import BEGIN, EINDE, Uitgever

from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen import BLAD
from convenantwerk.dossier.gebeurtenissen.tekenen import Aanbieding
from convenantwerk.dossier.registers import Ondertekenaar
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.papier.identiteit import veldnaam
from convenantwerk.tekenen.beoordelen import beoordeel
from convenantwerk.tekenen.handtekeningen import certificaten, lees_getekend
from convenantwerk.tekenen.ondertekening import GetekendePdf, Tekenbewijs


def bewijs(data: bytes, pem: bytes) -> Tekenbewijs:
    """Read the one signature in a file with which nothing else is wrong."""
    pdf = lees_getekend(data, certificaten(pem))
    assert pdf.bezwaar == ""
    (found,) = pdf.bewijzen
    return found


def test_a_certificate_of_another_authority_is_not_trusted(
    proef: Proef, uitgever: Uitgever
) -> None:
    """The same signature, and a dossier that trusts another of the same name; or nobody."""
    trusted = certificaten(uitgever.pem)
    for pdf in (lees_getekend(proef.getekend, trusted), lees_getekend(proef.getekend, ())):
        assert [b.bezwaar for b in pdf.bewijzen] == [
            "het certificaat komt niet van een uitgever die dit dossier vertrouwt"
        ]


def test_a_certificate_holds_from_its_first_day_to_its_last(
    proef: Proef, uitgever: Uitgever, tmp_path: Path
) -> None:
    """What counts is the moment of signing, not the moment of reading."""
    signer = uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE).tekent(tmp_path)
    for moment, bezwaar in (
        (b"20251231235958Z", "het certificaat gold nog niet toen er werd getekend"),
        (b"20260101000002Z", ""),
        (b"20261231235958Z", ""),
        (b"20270101000002Z", "het certificaat was verlopen toen er werd getekend"),
    ):
        signature = HANDTEKENING.replace(b"20261125110000Z", moment)
        found = bewijs(
            onderteken(ongetekend(proef.blad, handtekening=signature), signer), uitgever.pem
        )
        assert found.bezwaar == bezwaar


@pytest.mark.parametrize(
    ("dag", "bezwaar"), [(24, "het certificaat was ingetrokken"), (26, ""), (0, "")]
)
def test_a_certificate_that_the_file_says_was_revoked_proves_nothing(
    proef: Proef, uitgever: Uitgever, tmp_path: Path, dag: int, bezwaar: str
) -> None:
    """Revoked the day before signing, the day after, or never; in the file or the signature."""
    own = uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE)
    crl, signer = uitgever.ingetrokken(own, dag), own.tekent(tmp_path)
    acrobat = HANDTEKENING.replace(b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached")
    for data in (
        met_dss(onderteken(ongetekend(proef.blad), signer), crl),
        onderteken(ongetekend(proef.blad, handtekening=acrobat), signer, crl),
    ):
        assert bewijs(data, uitgever.pem).bezwaar == bezwaar


def test_a_certificate_for_something_else_signs_nothing(
    proef: Proef, uitgever: Uitgever, tmp_path: Path
) -> None:
    """The authority itself signs certificates, not papers."""
    signer = uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE, soort="geeft uit").tekent(tmp_path)
    found = bewijs(onderteken(ongetekend(proef.blad), signer), uitgever.pem)
    assert found.bezwaar == "het certificaat is niet bedoeld om mee te ondertekenen"


def test_a_key_that_can_be_broken_proves_nothing(
    proef: Proef, uitgever: Uitgever, tmp_path: Path
) -> None:
    """RSA of 1024 bits, though a trusted authority issued it."""
    weak = rsa.generate_private_key(65537, 1024)  # noqa: S505  that is the point
    own = uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE, sleutel=weak)
    found = bewijs(onderteken(ongetekend(proef.blad), own.tekent(tmp_path)), uitgever.pem)
    assert found.bezwaar == "de sleutel of de berekening van de handtekening is te zwak"


@pytest.mark.parametrize("moment", [b"(D:20261125110000)", b"(D:20261125)", b"(morgen)", b"5"])
def test_a_moment_that_is_none_is_an_objection(proef: Proef, moment: bytes) -> None:
    """Without a time zone it may be any of two days."""
    signature = HANDTEKENING.replace(b"(D:20261125110000Z)", moment)
    data = onderteken(ongetekend(proef.blad, handtekening=signature), proef.een)
    assert bezwaren(proef.lees(data))


def test_whoever_has_a_certificate_cannot_issue_one(
    proef: Proef, uitgever: Uitgever, tmp_path: Path
) -> None:
    """Else any signer could sign as any other."""
    own = uitgever.geef_uit(("B. Verzonnen",), BEGIN, EINDE)
    signer = own.geef_uit(("A. Voorbeeld",), BEGIN, EINDE).tekent(tmp_path)
    # The chain is in the file that is trusted least: what the signer sends along.
    signer.cert_registry.register(certificaten(own.pem)[0])
    assert bewijs(onderteken(ongetekend(proef.blad), signer), uitgever.pem).bezwaar
    sub = uitgever.geef_uit(("Tussenuitgever",), BEGIN, EINDE, soort="geeft uit")
    signer = sub.geef_uit(("A. Voorbeeld",), BEGIN, EINDE).tekent(tmp_path)
    signer.cert_registry.register(certificaten(sub.pem)[0])
    assert bewijs(onderteken(ongetekend(proef.blad), signer), uitgever.pem).bezwaar == ""


def test_a_certificate_with_two_names_names_nobody(
    proef: Proef, uitgever: Uitgever, tmp_path: Path
) -> None:
    """Together they might read as a third."""
    signer = uitgever.geef_uit(("A.", "Voorbeeld"), BEGIN, EINDE).tekent(tmp_path)
    assert bewijs(onderteken(ongetekend(proef.blad), signer), uitgever.pem).naam == ""


def test_a_moment_at_the_end_of_time_is_a_refusal_and_no_error() -> None:
    """The certificate may hold till then, and there is no day after it."""
    dag = date(2026, 11, 24)
    who = Ondertekenaar("wie", "wie", "Proef", "bestuurder", "Mw.", "A. Voorbeeld")
    offer = Aanbieding(
        datum=dag,
        partner="wie",
        ondertekenaar="wie",
        stuk=BLAD,
        versie="1",
        delen=("deel-1",),
        sha256="a",
    )
    instellingen = Instellingen("T", "S", "C", "E", ("deel-1",))
    registers = Registers("proef", instellingen, ondertekenaars=(who,), gebeurtenissen=(offer,))
    version = Versiegegevens("1", "besluit", dag, "E", (), "b")
    last = datetime.max.replace(tzinfo=UTC)
    signed = Tekenbewijs(veldnaam("wie"), "A. Voorbeeld", last, tijdstempel=False)
    pdf = GetekendePdf(("a",), None, (veldnaam("wie"),), (signed,))
    assert "die dag moet nog komen" in beoordeel(pdf, "c", registers, version, dag).reden
