"""What signed PDFs prove: the honest ones hold, and nothing that was tampered with does."""

import asyncio
import hashlib
import re
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from asn1crypto import crl as asn1_crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pypdf import PdfWriter
from tests.programma import convenant

from convenantwerk.dossier.dossier import Instellingen, Registers
from convenantwerk.dossier.gebeurtenissen import BLAD, Gebeurtenis
from convenantwerk.dossier.registers import Ondertekenaar
from convenantwerk.dossier.versie import Versiegegevens
from convenantwerk.papier.identiteit import veldnaam
from convenantwerk.tekenen import handtekeningen
from convenantwerk.tekenen.beoordelen import beoordeel, zelfde_naam
from convenantwerk.tekenen.handtekeningen import certificaten, lees_getekend
from convenantwerk.tekenen.ondertekening import GetekendePdf, Tekenbewijs

ROOT = Path(__file__).parents[2]
PROEF = ROOT / "scripts" / "proefhandtekening.py"
EERSTE, TWEEDE = veldnaam("gemeente-voorbeeldstad"), veldnaam("politie")
MOMENT = "2026-11-25T12:00:00+01:00"

# Where a signature comes; the same number of bytes once the numbers are known.
RUIMTE = 6000
LEEG = b"<" + b"0" * RUIMTE + b">"
NUL = b"0000000000"
HANDTEKENING = (
    b"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
    b" /M (D:20261125110000Z) /ByteRange [0 %s %s %s] /Contents %s>>" % (NUL, NUL, NUL, LEEG)
)
Sleutel = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
ROOD = b"1 0 0 rg 0 0 600 900 re f"


@dataclass(frozen=True)
class Proef:
    """What the tests share.

    Args:
        blad: a paper with one field, as it was offered.
        convenant: one with two.
        getekend: `blad`, signed by A. Voorbeeld.
        half: `convenant`, signed by A. Voorbeeld.
        dubbel: the same, signed by B. Verzonnen besides.
        een: the key of A. Voorbeeld.
        twee: the key of B. Verzonnen.
        pem: the certificate of the authority that issued those of both.
    """

    blad: bytes
    convenant: bytes
    getekend: bytes
    half: bytes
    dubbel: bytes
    een: SimpleSigner
    twee: SimpleSigner
    pem: bytes

    def lees(self, data: bytes) -> GetekendePdf:
        """Read a PDF, trusting the authority of these tests."""
        return gelezen_door(data, self.pem)


@cache
def gelezen_door(data: bytes, pem: bytes) -> GetekendePdf:
    """Read a PDF once."""
    return lees_getekend(data, certificaten(pem))


def run(*arguments: object) -> subprocess.Popen[bytes]:
    """Begin to run the trial authority."""
    return subprocess.Popen([sys.executable, PROEF, *map(str, arguments)])


def sleutel(path: Path) -> SimpleSigner:
    """Load a key with its certificate."""
    found = SimpleSigner.load_pkcs12(str(path), passphrase=b"proef")  # type: ignore[no-untyped-call]  # pyHanko's
    assert isinstance(found, SimpleSigner)
    return found


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Proef:
    """One build, one authority, and a paper signed as a user would have it signed."""
    root = tmp_path_factory.mktemp("handtekeningen")
    shutil.copytree(ROOT / "tests/dossiers/klein", root / "klein")
    authority = run("ca", root / "ca", "A. Voorbeeld", "B. Verzonnen")
    arguments = ("bouw", "--definitief", "--op", "2026-11-24", "--uit", "uit")
    built = convenant(*arguments, cwd=root / "klein")
    assert (built.returncode, authority.wait()) == (0, 0), built.stderr
    blad = next((root / "klein/uit/ondertekening").glob("gemeente*.pdf"))
    een, twee = root / "ca/1.p12", root / "ca/2.p12"
    assert run("teken", blad, een, root / "blad.pdf", "--moment", MOMENT).wait() == 0
    papier = (root / "klein/uit/convenant.pdf").read_bytes()
    half = onderteken(ongetekend(papier), sleutel(een))
    return Proef(
        blad.read_bytes(),
        papier,
        (root / "blad.pdf").read_bytes(),
        half,
        onderteken(ongetekend(half, veld=TWEEDE), sleutel(twee)),
        sleutel(een),
        sleutel(twee),
        (root / "ca/ca.pem").read_bytes(),
    )


def bezwaren(pdf: GetekendePdf) -> list[str]:
    """All that is wrong with a PDF and the signatures in it."""
    return [b for b in (pdf.bezwaar, *(s.bezwaar for s in pdf.bewijzen)) if b]


def geldt(pdf: GetekendePdf) -> bool:
    """Whether it would be taken for signed: it is, and nothing is wrong."""
    return bool(pdf.bewijzen) and not bezwaren(pdf)


# --- writing a PDF by hand, for what no program would write ---------------------------------


@cache
def gelezen(data: bytes) -> PdfFileReader:
    """Read a PDF, to find things in it."""
    return PdfFileReader(BytesIO(data))


def velden(data: bytes) -> dict[str, int]:
    """The numbers of the fields, by name."""
    return {name: ref.idnum for name, _, ref in enumerate_sig_fields(gelezen(data))}


def nummer(data: bytes, key: str, *path: str | int) -> int:
    """The number of the object that a part of the catalogue, by its path, refers to."""
    part = gelezen(data).root
    for step in path:
        part = part[step]
    return int(part.raw_get(key).idnum)


def vrij(data: bytes) -> int:
    """The first number that no object has."""
    return int(gelezen(data).trailer["/Size"])


def vorige(data: bytes) -> int:
    """Where its last cross-reference is."""
    found = gelezen(data).last_startxref
    assert found is not None
    return found


def tekst(data: bytes, number: int) -> bytes:
    """An object as it would be written."""
    reader = gelezen(data)
    stream = BytesIO()
    found = reader.get_object(Reference(number, 0, reader))  # type: ignore[no-untyped-call]
    found.write_to_stream(stream, None)
    return stream.getvalue()


def met(data: bytes, number: int, extra: bytes) -> bytes:
    """An object that is a dictionary, with more in it."""
    return tekst(data, number).rstrip().removesuffix(b">>") + b" " + extra + b">>"


def stroom(inhoud: bytes, extra: bytes = b"") -> bytes:
    """A stream."""
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (extra, len(inhoud), inhoud)


def plaatje(inhoud: bytes, extra: bytes = b"") -> bytes:
    """What a field shows."""
    return stroom(inhoud, b"/Type /XObject /Subtype /Form /BBox [0 0 220 45] " + extra)


@dataclass(frozen=True)
class Bij:
    """A save that is added to a file.

    Args:
        objecten: by number, in order; one can come twice.
        ervoor: what comes before them, that the cross-reference does not name.
        regels: entries of the cross-reference besides theirs.
        trailer: what else the trailer says.
        wortel: the number of the catalogue, when it is another.
        slot: how it ends.
    """

    objecten: tuple[tuple[int, bytes], ...] = ()
    ervoor: bytes = b""
    regels: bytes = b""
    trailer: bytes = b""
    wortel: int = 0
    slot: bytes = b"%%EOF\n"

    def aan(self, data: bytes) -> bytes:
        """Add it to a file."""
        out = data + self.ervoor
        rows = self.regels
        for number, body in self.objecten:
            rows += b"%d 1\n%010d 00000 n \n" % (number, len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        size = max(vrij(data), *(number + 1 for number, _ in self.objecten), 0)
        root = self.wortel or wortel(data)
        trailer = b"/Size %d /Root %d 0 R /Prev %d " % (size, root, vorige(data))
        return out + b"xref\n%strailer\n<<%s>>\nstartxref\n%d\n%s" % (
            *(rows, trailer + self.trailer, len(out), self.slot),
        )


NIETS = Bij()


def cms(digest: bytes, wie: SimpleSigner, *crls: asn1_crl.CertificateList) -> bytes:
    """A signature, as it is written in a PDF; with lists of revoked certificates as Acrobat's."""
    revoked = PdfCMSSignedAttributes(
        adobe_revinfo_attr=SimpleSigner.format_revinfo(crls=list(crls))
    )
    signing = wie.async_sign(
        digest, "sha256", use_pades=not crls, signed_attr_settings=revoked if crls else None
    )
    signed: bytes = asyncio.run(signing).dump()
    return signed.hex().encode()


def onderteken(data: bytes, wie: SimpleSigner, *crls: asn1_crl.CertificateList) -> bytes:
    """Put a signature where a file has room for it, over all the rest."""
    begin = data.index(LEEG)
    end = begin + len(LEEG)
    numbers = b"[0 %010d %010d %010d]" % (begin, end, len(data) - end)
    data = data.replace(b"[0 %s %s %s]" % (NUL, NUL, NUL), numbers)
    digest = hashlib.sha256(data[:begin] + data[end:]).digest()
    return data[: begin + 1] + cms(digest, wie, *crls).ljust(RUIMTE, b"0") + data[end - 1 :]


def ongetekend(
    data: bytes,
    bij: Bij = NIETS,
    *,
    veld: str = EERSTE,
    in_veld: bytes = b"",
    handtekening: bytes = HANDTEKENING,
) -> bytes:
    """Fill a field by hand, with room for a signature."""
    number = velden(data)[veld]
    own = vrij(data) + 20
    field = met(data, number, b"/V %d 0 R %s" % (own, in_veld))
    objects = (*bij.objecten, (own, handtekening), (number, field))
    return replace(bij, objecten=objects).aan(data)


def vervang(data: bytes, aantal: int, oud: bytes, nieuw: bytes) -> bytes:
    """Change what stands behind the first so many bytes; every place must stay where it was."""
    assert len(oud) == len(nieuw)
    assert data.count(oud, aantal) == 1
    return data[:aantal] + data[aantal:].replace(oud, nieuw)


def gegevens(data: bytes) -> int:
    """The number of what a file says of itself."""
    return int(gelezen(data).trailer.raw_get("/Info").idnum)


def bladzijde(data: bytes) -> int:
    """The number of the first page."""
    return int(gelezen(data).root["/Pages"]["/Kids"].raw_get(0).idnum)


def blad_van(data: bytes) -> int:
    """The number of what the first page shows."""
    return nummer(data, "/Contents", "/Pages", "/Kids", 0)


def wortel(data: bytes) -> int:
    """The number of the catalogue."""
    return int(gelezen(data).root_ref.idnum)


# --- the honest ones -------------------------------------------------------------------------


def test_a_good_signature_names_signer_field_and_moment(proef: Proef) -> None:
    """Nothing is wrong with what was offered and then signed."""
    pdf = proef.lees(proef.getekend)
    moment = datetime.fromisoformat(MOMENT)
    assert pdf.bewijzen == (Tekenbewijs(EERSTE, "A. Voorbeeld", moment, tijdstempel=False),)
    assert (pdf.bezwaar, pdf.velden) == ("", (EERSTE,))


def test_a_second_signature_leaves_the_first_valid(proef: Proef) -> None:
    """Each signs its own field, one after the other."""
    pdf = proef.lees(proef.dubbel)
    assert geldt(pdf)
    assert [(b.veld, b.naam) for b in pdf.bewijzen] == [
        (EERSTE, "A. Voorbeeld"),
        (TWEEDE, "B. Verzonnen"),
    ]


def test_the_origin_holds_the_sha256_of_what_was_offered(proef: Proef) -> None:
    """However often it was signed since."""
    for offered, signed in ((proef.blad, proef.getekend), (proef.convenant, proef.dubbel)):
        assert hashlib.sha256(offered).hexdigest() in proef.lees(signed).herkomst


def test_an_unsigned_paper_proves_nothing_and_has_nothing_wrong(proef: Proef) -> None:
    """It is what was offered, with an empty field."""
    pdf = proef.lees(proef.blad)
    assert (pdf.bezwaar, pdf.bewijzen, pdf.velden) == ("", (), (EERSTE,))


def test_identity_is_that_of_the_first_state(proef: Proef) -> None:
    """Programs put their name among the metadata; who a paper is for does not change."""
    number = gegevens(proef.getekend)
    info = rb'<</Producer (Proef) /Convenantwerk ({"dossier": "ander"})>>'
    pdf = proef.lees(Bij(((number, info),)).aan(proef.getekend))
    assert geldt(pdf)
    assert pdf.identiteit == proef.lees(proef.blad).identiteit
    assert pdf.identiteit is not None
    assert pdf.identiteit.partner == "gemeente-voorbeeldstad"


def rechthoek(data: bytes) -> bytes:
    """Where the first field is, as it would be written."""
    found = re.search(rb"/Rect \[[^]]*\]", tekst(data, velden(data)[EERSTE]))
    assert found
    return found[0]


def eerlijk(proef: Proef) -> dict[str, bytes]:
    """What programs that sign are known to do besides."""
    blad = proef.blad
    free, catalogue, metadata = vrij(blad), wortel(blad), nummer(blad, "/Metadata")
    page = bladzijde(blad)
    rect = rechthoek(blad)
    picture = b"/AP <</N %d 0 R>>" % free
    no_xml = stroom(b"x", b"/Type /Metadata /Subtype /XML")
    unsigned = {
        "een plaatje in het veld": ongetekend(blad, Bij(((free, plaatje(ROOD)),)), in_veld=picture),
        "een datum bij het veld": ongetekend(blad, in_veld=b"/M (D:20261125110000Z)"),
        "een dichtgevouwen veld": vervang(
            ongetekend(blad), len(blad), rect, b"/Rect [0 0 0 0]".ljust(len(rect))
        ),
        "een ongebruikt nummer vrijgegeven": ongetekend(
            blad, Bij(regels=b"%d 1\n0000000000 65535 f \n" % free)
        ),
        "metadata die geen XML zijn": ongetekend(blad, Bij(((metadata, no_xml),))),
        "een hogere versie van PDF": ongetekend(
            blad, Bij(((catalogue, met(blad, catalogue, b"/Version /2.0")),))
        ),
        "een bladzijde opnieuw geschreven": ongetekend(blad, Bij(((page, tekst(blad, page)),))),
        "een object dat nergens bij hoort": ongetekend(blad, Bij(((free, b"<</A (b)>>"),))),
        "objecten in een pak": gepakt(blad, ((free, b"<</A (b)>>", True),)),
    }
    return {
        **{naam: onderteken(data, proef.een) for naam, data in unsigned.items()},
        "wit achter het einde": proef.getekend + b"\r\n \0",
        "certificaten erbij voor later": met_dss(met_dss(proef.dubbel)),
    }


def met_dss(data: bytes, *crls: asn1_crl.CertificateList) -> bytes:
    """Add what later proof needs (DSS), as for signatures that must last."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    signature = gelezen(data).embedded_signatures[-1]
    DocumentSecurityStore.supply_dss_in_writer(
        writer,
        signature.pkcs7_content.hex().encode(),
        certs=[signature.signer_cert],
        crls=crls,
    )
    out = BytesIO()
    writer.write(out)  # type: ignore[no-untyped-call]
    return out.getvalue()


def test_what_programs_do_besides_signing_is_no_objection(proef: Proef) -> None:
    """Nothing of it shows on a page, or only in the field that is signed."""
    refused = {naam: bezwaren(pdf) for naam, pdf in alle(proef, eerlijk) if not geldt(pdf)}
    assert refused == {}


def alle(
    proef: Proef, maak: Callable[[Proef], dict[str, bytes]]
) -> Iterator[tuple[str, GetekendePdf]]:
    """Read all of a kind."""
    for naam, data in maak(proef).items():
        yield naam, proef.lees(data)


# --- what was changed -------------------------------------------------------------------------


def test_a_changed_byte_in_what_was_signed_is_an_objection(proef: Proef) -> None:
    """Also one in the part that was offered."""
    for place in (len(proef.blad) - 2_000, len(proef.blad) + 20):
        data = bytearray(proef.getekend)
        data[place] ^= 1
        assert bezwaren(proef.lees(bytes(data)))


def veranderd(data: bytes) -> dict[str, Bij]:
    """What can be changed of a paper by adding to it."""
    free, catalogue, form = vrij(data), wortel(data), nummer(data, "/AcroForm")
    page, number = bladzijde(data), velden(data)[EERSTE]
    field, root = tekst(data, number), tekst(data, catalogue)
    note = b"<</Type /Annot /Subtype /FreeText /Rect [0 0 600 800] /Contents (niet akkoord)>>"
    extra = b"<</Type /Annot /Subtype /Widget /FT /Sig /T (erbij) /Rect [0 0 9 9]>>"
    begin, end = field.index(b"/Rect"), field.index(b"]")
    annots = tekst(data, page).replace(b"/Annots [", b"/Annots [%d 0 R " % free)
    assert annots != tekst(data, page)
    return {
        "opmerking": Bij(((free, note), (page, annots))),
        "bladzijde": Bij(((blad_van(data), stroom(ROOD)),)),
        "bladzijde weg": Bij(regels=b"%d 1\n0000000000 00001 f \n" % blad_van(data)),
        "gegevens weg": Bij(regels=b"%d 1\n0000000000 00001 f \n" % gegevens(data)),
        "veld verplaatst": Bij(((number, field[:begin] + b"/Rect [0 0 600 800" + field[end:]),)),
        "veld anders genoemd": Bij(((number, field.replace(b"(ondertekening", b"(onderteken")),)),
        "veld erbij": Bij(
            (
                (free, extra),
                (form, b"<</SigFlags 3 /Fields [%d 0 R %d 0 R]>>" % (number, free)),
            )
        ),
        "veld weg": Bij(((form, b"<</SigFlags 3 /Fields []>>"),)),
        "actie bij openen": Bij(((catalogue, met(data, catalogue, b"/OpenAction 1 0 R")),)),
        "formulier weg": Bij(((catalogue, re.sub(rb"/AcroForm \d+ 0 R", b"", root)),)),
        "versleuteld": Bij(
            ((free, b"<</Filter /Standard /V 1 /R 2 /P 0 /O () /U ()>>"),),
            trailer=b"/Encrypt %d 0 R" % free,
        ),
    }


def test_a_change_after_signing_is_an_objection(proef: Proef) -> None:
    """Whatever is added to a signed file but another signature."""
    data = proef.getekend
    free, number = vrij(data), velden(data)[EERSTE]
    field = tekst(proef.blad, number)
    changes = {
        **veranderd(data),
        "handtekening weg": Bij(((number, field),)),
        "andere handtekening": Bij(
            ((free, HANDTEKENING), (number, met(proef.blad, number, b"/V %d 0 R" % free)))
        ),
    }
    accepted = [
        naam for naam, change in changes.items() if not bezwaren(proef.lees(change.aan(data)))
    ]
    assert accepted == []


def test_a_change_before_signing_is_an_objection_to_the_file(proef: Proef) -> None:
    """The signature is good, and what was signed is not what was offered."""
    for change in (
        Bij(((blad_van(proef.blad), stroom(ROOD)),)),
        Bij(((vrij(proef.blad), b"<</Type /Catalog /Pages 1 0 R>>"),)),
    ):
        for unsigned in (ongetekend(proef.blad, change), ongetekend(change.aan(proef.blad))):
            pdf = proef.lees(onderteken(unsigned, proef.een))
            assert pdf.bezwaar == "de inhoud is veranderd nadat het stuk was gemaakt"
            assert [b.bezwaar for b in pdf.bewijzen] == [""]


def test_a_change_is_an_objection_to_the_file_also_when_nobody_signed(proef: Proef) -> None:
    """So it does not depend on what is in a signature."""
    accepted = [
        naam
        for naam, change in veranderd(proef.blad).items()
        if not proef.lees(change.aan(proef.blad)).bezwaar
    ]
    assert accepted == []


def test_another_pdf_behind_the_offered_one_is_an_objection(proef: Proef) -> None:
    """It begins as the paper does, with all that is of ours, but no reader looks there."""
    field = b"<</Type /Annot /Subtype /Widget /FT /Sig /T (%s) /Rect [0 0 9 9] /V 6 0 R>>"
    objects = (
        b"<</Type /Catalog /Pages 2 0 R /AcroForm <</SigFlags 3 /Fields [5 0 R]>>>>",
        b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [5 0 R]>>",
        stroom(ROOD),
        field % EERSTE.encode(),
        HANDTEKENING,
    )
    other = Bij(tuple(enumerate(objects, start=1)), wortel=1).aan(proef.blad)
    data = onderteken(re.sub(rb"/Prev \d+ (?=>>\nstartxref)", b"", other), proef.een)
    pdf = proef.lees(data)
    assert hashlib.sha256(proef.blad).hexdigest() in pdf.herkomst
    assert [(b.naam, b.bezwaar) for b in pdf.bewijzen] == [("A. Voorbeeld", "")]
    assert pdf.bezwaar == "de inhoud is veranderd nadat het stuk was gemaakt"


# --- who signed, and when ---------------------------------------------------------------------


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
        ca: bool = False,
        sleutel: Sleutel | None = None,
    ) -> "Uitgever":
        """Issue a certificate."""
        key = sleutel or ec.generate_private_key(ec.SECP256R1())
        usage = (not ca, not ca, False, False, False, ca, ca, False, False)
        certificate = (
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
            .sign(self.sleutel, hashes.SHA256())
        )
        return Uitgever(key, certificate)

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


# Where the list of revoked certificates is; without, nobody has to look at one.
LIJST = x509.DistributionPoint(
    [x509.UniformResourceIdentifier("http://verzonnen.example/ca.crl")], None, None, None
)
BEGIN, EINDE = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def uitgever(proef: Proef) -> Uitgever:
    """Another authority, which says that it is the same."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.load_pem_x509_certificate(proef.pem).subject
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
    signer = uitgever.geef_uit(("A. Voorbeeld",), BEGIN, EINDE, ca=True).tekent(tmp_path)
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
    sub = uitgever.geef_uit(("Tussenuitgever",), BEGIN, EINDE, ca=True)
    signer = sub.geef_uit(("A. Voorbeeld",), BEGIN, EINDE).tekent(tmp_path)
    signer.cert_registry.register(certificaten(sub.pem)[0])
    assert bewijs(onderteken(ongetekend(proef.blad), signer), uitgever.pem).bezwaar == ""


def test_a_certificate_with_two_names_names_nobody(
    proef: Proef, uitgever: Uitgever, tmp_path: Path
) -> None:
    """Together they might read as a third."""
    signer = uitgever.geef_uit(("A.", "Voorbeeld"), BEGIN, EINDE).tekent(tmp_path)
    assert bewijs(onderteken(ongetekend(proef.blad), signer), uitgever.pem).naam == ""


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("A. Voorbeeld", "a voorbeeld", True),
        ("A.  Voórbeeld ", "A. Voorbeeld", True),
        ("A. Voorbeeld", "B. Voorbeeld", False),
        ("A. Voorbeeld", "Voorbeeld A.", False),
        ("А. Voorbeeld", "A. Voorbeeld", False),  # the first letter is Cyrillic
        ("A. Voorbeе1d", "A. Voorbeeld", False),
        ("A. Voor\u200bbeeld", "A. Voorbeeld", False),
        ("A. Voorbeeld (waarnemend)", "A. Voorbeeld", False),
        ("", "", False),
        (".", "-", False),
    ],
)
def test_names_are_the_same_but_for_how_they_are_written(
    een: str, ander: str, *, zelfde: bool
) -> None:
    """Letters that look alike are not the same, and no name is nobody's."""
    assert zelfde_naam(een, ander) is zelfde


def test_a_moment_at_the_end_of_time_is_a_refusal_and_no_error() -> None:
    """The certificate may hold till then, and there is no day after it."""
    dag = date(2026, 11, 24)
    who = Ondertekenaar("wie", "wie", "Proef", "bestuurder", "Mw.", "A. Voorbeeld")
    registers = Registers(
        *("proef", Instellingen("T", "S", "C", "E", ("deel-1",)), (), (who,), ()),
        (Gebeurtenis(dag, "aanbieding", "wie", "wie", ("deel-1",), "1", stuk=BLAD, sha256="a"),),
    )
    version = Versiegegevens("1", "besluit", dag, "E", (), "b")
    last = datetime.max.replace(tzinfo=UTC)
    signed = Tekenbewijs(veldnaam("wie"), "A. Voorbeeld", last, tijdstempel=False)
    pdf = GetekendePdf(("a",), None, (veldnaam("wie"),), (signed,))
    assert "die dag moet nog komen" in beoordeel(pdf, "c", registers, version, dag).reden


# --- what an attacker would do ----------------------------------------------------------------


def verplaatst(proef: Proef) -> bytes:
    """Lay what someone signed elsewhere in a paper, and let the signature point there.

    Its parts add up to the file: the first is empty, the second is all that was signed, and what
    is left is as long as a signature could be, for it is padded.
    """
    elsewhere = Bij(((1, b"<</Type /Catalog>>"), (2, HANDTEKENING)), wortel=1).aan(proef.convenant)
    elsewhere = onderteken(elsewhere, proef.een)
    begin = elsewhere.index(b"/Contents <") + len(b"/Contents ")
    signed = elsewhere[:begin] + elsewhere[begin + len(LEEG) :]
    contents = bytes.fromhex(elsewhere[begin + 1 : begin + len(LEEG) - 1].decode()).rstrip(b"\0")
    free, number = vrij(proef.blad), velden(proef.blad)[EERSTE]

    def made(room: int) -> bytes:
        padded = b"".join(
            b"\\%03o" % char if char in b"()\\\r\n" else bytes([char])
            for char in contents.ljust(room, b"\0")
        )
        signature = HANDTEKENING.replace(LEEG, b"(%s)" % padded)
        data = Bij(
            (
                (free, stroom(signed)),
                (free + 1, signature),
                (number, met(proef.blad, number, b"/V %d 0 R" % (free + 1))),
            )
        ).aan(proef.blad)
        place = b"[0 %010d %010d %010d]" % (0, data.index(signed), len(signed))
        return data.replace(b"[0 %s %s %s]" % (NUL, NUL, NUL), place)

    room = len(contents)
    while (lack := len(made(room)) - len(signed) - 2 - 2 * room) != 0:
        room += lack
    return made(room)


def test_a_signature_under_something_else_is_an_objection(proef: Proef) -> None:
    """Else who ever signed anything had signed everything."""
    (found,) = proef.lees(verplaatst(proef)).bewijzen
    assert found.naam == "A. Voorbeeld"
    assert found.bezwaar == "de handtekening dekt niet het hele bestand"


def test_what_stands_behind_the_end_is_an_objection(proef: Proef) -> None:
    """Nobody signed it, and most readers begin to read there."""
    change = ((blad_van(proef.blad), stroom(ROOD)),)
    for slot in (b"", b"%", b" %%EOF\n", b"%%EOF tot ziens\n", b"% %%EOF"):
        data = Bij(change, slot=slot).aan(proef.getekend)
        assert len(data) < len(proef.getekend) + 1_000  # pyHanko looks no further back
        assert bezwaren(proef.lees(data)), slot
    earlier = b"startxref\n%d\n %%%%EOF\n" % vorige(proef.blad)
    for rest in (earlier, b"tot ziens", b"\n%%EOF"):
        assert bezwaren(proef.lees(proef.getekend + rest)), rest
    said = proef.lees(proef.getekend + b"tot ziens").bezwaar
    assert said == "het is een afgebroken PDF, of er staat iets achter het einde"


def aanval(proef: Proef) -> dict[str, bytes]:
    """What someone who may sign could do to sign something else than what was offered."""
    blad = proef.blad
    free, page, catalogue = vrij(blad), blad_van(blad), wortel(blad)
    red = (page, stroom(ROOD))
    root = tekst(blad, catalogue)
    other = re.sub(rb"/Pages \d+ 0 R", b"/Pages %d 0 R" % free, root)
    metadata = re.sub(rb"/Metadata \d+ 0 R", b"/Metadata %d 0 R" % page, root)
    assert root not in (other, metadata)
    points = HANDTEKENING.replace(
        b"/Filter",
        b"/Reference [<</TransformMethod /Proef /TransformParams %d 0 R>>] /Filter" % page,
    )
    pages = (
        (free, b"<</Type /Pages /Count 1 /Kids [%d 0 R]>>" % (free + 1)),
        (free + 1, b"<</Type /Page /Parent %d 0 R /MediaBox [0 0 600 800]>>" % free),
    )
    rect = rechthoek(blad)
    hidden = b"%d 0 obj\n%s\nendobj\n" % red
    freed = b"%d 1\n0000000000 00001 f \n" % page
    picture = b"/AP <</N %d 0 R>>" % free
    uses_page = plaatje(b"", b"/Resources <</XObject <</P %d 0 R>>>>" % page)
    table = b"/XRefStm %d" % vorige(blad)
    unsigned = {
        "de bladzijde is een parameter van de handtekening": ongetekend(
            blad, Bij((red,)), handtekening=points
        ),
        "en dan vrijgegeven": ongetekend(blad, Bij(regels=freed), handtekening=points),
        "de catalogus komt op de bladzijde": ongetekend(blad, Bij(((page, root),), wortel=page)),
        "het plaatje verwijst naar de bladzijde": ongetekend(
            blad, Bij((red, (free, uses_page))), in_veld=picture
        ),
        "de bladzijde is nu metadata": ongetekend(blad, Bij(((catalogue, metadata), red))),
        "tweemaal een catalogus": ongetekend(
            blad, Bij(((catalogue, other), (catalogue, root), *pages))
        ),
        "andere bladzijden in reserve": ongetekend(blad, Bij(pages)),
        "een object dat nergens genoemd wordt": ongetekend(blad, Bij(ervoor=hidden)),
        "zo een, met een kop die geen kop is": vervang(
            ongetekend(blad, Bij(((catalogue, root),), ervoor=hidden)),
            *(len(blad), b"\n%d 0 obj\n" % catalogue, b"\n%d 0 xyz\n" % catalogue),
        ),
        "een trailer in een opmerking": ongetekend(
            blad, Bij(ervoor=b"%% \ntrailer\n<</Root %d 0 R>>\n" % free)
        ),
        "twee kruisverwijzingen ineen": ongetekend(blad, Bij(trailer=table)),
        "een veld over de hele bladzijde": vervang(
            ongetekend(blad, Bij(((free, plaatje(ROOD)),)), in_veld=picture),
            *(len(blad), rect, b"/Rect [0 0 600 900]".ljust(len(rect))),
        ),
        "een catalogus op een nieuwe plaats": ongetekend(blad, Bij(((free, root),), wortel=free)),
        "een veld dat niet krimpt met de bladzijde": vervang(
            ongetekend(blad, Bij(((free, plaatje(ROOD)),)), in_veld=picture),
            *(len(blad), b"/F 4", b"/F 8"),
        ),
        "een object verstopt in een pak": gepakt(blad, ((page, b"<<>>", False),)),
        "een regel van een onbekende soort": gepakt(blad, (), page),
    }
    return {
        **{naam: onderteken(data, proef.een) for naam, data in unsigned.items()},
        "het plaatje van wie eerder tekende": overgeschilderd(proef),
    }


def gepakt(
    data: bytes, inhoud: tuple[tuple[int, bytes, bool], ...], onbekend: int | None = None
) -> bytes:
    """Fill the field with an object stream beside it, and a cross-reference that is a stream.

    Args:
        data: the file.
        inhoud: of the object stream: number, object, and whether the cross-reference names it.
        onbekend: for this number it has an entry of a kind that does not exist.
    """
    number, own = velden(data)[EERSTE], vrij(data) + 20
    head = b" ".join(b"%d %d" % (n, 8 * at) for at, (n, _, _) in enumerate(inhoud)) + b" "
    packed = stroom(
        zlib.compress(head + b"".join(body.ljust(8) for _, body, _ in inhoud)),
        b"/Type /ObjStm /Filter /FlateDecode /N %d /First %d" % (len(inhoud), len(head)),
    )
    field = met(data, number, b"/V %d 0 R" % own)
    out = data
    rows = {}
    for n, body in ((own, HANDTEKENING), (own + 1, packed), (number, field)):
        rows[n] = (1, len(out), 0)
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    rows |= {n: (2, own + 1, at) for at, (n, _, named) in enumerate(inhoud) if named}
    rows |= {} if onbekend is None else {onbekend: (3, 0, 0)}
    rows[own + 2] = (1, len(out), 0)
    entries = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + last.to_bytes(2, "big")
        for _, (kind, place, last) in sorted(rows.items())
    )
    table = stroom(
        entries,
        b"/Type /XRef /W [1 4 2] /Index [%s] /Size %d /Root %d 0 R /Prev %d"
        % (
            b" ".join(b"%d 1" % n for n in sorted(rows)),
            *(own + 3, wortel(data), vorige(data)),
        ),
    )
    end = b"startxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"%d 0 obj\n%s\nendobj\n" % (own + 2, table) + end


def overgeschilderd(proef: Proef) -> bytes:
    """Sign after another, and replace what their field shows."""
    data = proef.convenant
    free = vrij(data)
    picture = Bij(((free, plaatje(b"")),))
    first = ongetekend(data, picture, in_veld=b"/AP <</N %d 0 R>>" % free)
    first = onderteken(first, proef.een)
    uses = plaatje(b"", b"/Resources <</XObject <</P %d 0 R>>>>" % free)
    change = Bij(((free, plaatje(ROOD)), (vrij(first), uses)))
    points = b"/Reference [<</TransformMethod /Proef /TransformParams %d 0 R>>] /Filter" % free
    second = ongetekend(
        *(first, change),
        veld=TWEEDE,
        in_veld=b"/AP <</N %d 0 R>>" % vrij(first),
        handtekening=HANDTEKENING.replace(b"/Filter", points),
    )
    return onderteken(second, proef.twee)


def test_no_way_to_sign_something_else_than_was_offered(proef: Proef) -> None:
    """Neither for who reads a file by the rules, nor for who repairs it first."""
    accepted = [naam for naam, pdf in alle(proef, aanval) if not pdf.bezwaar]
    assert accepted == []


def test_a_signature_that_covers_a_part_is_an_objection(proef: Proef) -> None:
    """Up to its own bytes and from there to the end it must be, and no less."""
    data = ongetekend(proef.blad)
    begin = data.index(LEEG)
    end = begin + len(LEEG)
    total = len(data)
    for numbers in (
        (begin, end, total - end - 7),
        (begin - 1, end, total - end),
        (begin, end + 1, total - end - 1),
        (begin, 0, total - end),
        (len(proef.blad), end, total - end),
        (0, begin, total - begin),
    ):
        place = b"[0 %010d %010d %010d]" % numbers
        odd = data.replace(b"[0 %s %s %s]" % (NUL, NUL, NUL), place)
        first, start, rest = numbers
        digest = hashlib.sha256(odd[:first] + odd[start : start + rest]).digest()
        odd = odd[: begin + 1] + cms(digest, proef.een).ljust(RUIMTE, b"0") + odd[end - 1 :]
        assert bezwaren(proef.lees(odd)), numbers


def test_one_signature_in_two_fields_is_of_who_signed(proef: Proef) -> None:
    """In the field of another it still bears the name of who set it."""
    data = proef.convenant
    own = vrij(data) + 20
    number = velden(data)[TWEEDE]
    shared = Bij(((number, met(data, number, b"/V %d 0 R" % own)),))
    pdf = proef.lees(onderteken(ongetekend(data, shared), proef.een))
    assert {(b.veld, b.naam) for b in pdf.bewijzen} == {
        (EERSTE, "A. Voorbeeld"),
        (TWEEDE, "A. Voorbeeld"),
    }


def test_a_signature_cannot_be_copied_into_another_field(proef: Proef) -> None:
    """By whom it was not set: afterwards, by who has only the file."""
    first = proef.half
    value = vrij(proef.convenant) + 20
    number, free = velden(first)[TWEEDE], vrij(first)
    signature = tekst(first, value)
    for objects in (
        ((number, met(first, number, b"/V %d 0 R" % value)),),
        ((number, met(first, number, b"/V %d 0 R" % free)), (free, signature)),
    ):
        assert bezwaren(proef.lees(Bij(objects).aan(first)))


# --- what is no paper of ours, or no longer whole ---------------------------------------------


@pytest.mark.parametrize("deel", [0.0, 0.0001, 0.2, 0.5, 0.75, 0.9, 0.99, 0.999, 0.99999])
def test_a_file_that_was_cut_off_is_an_objection(proef: Proef, deel: float) -> None:
    """Wherever: in the offered paper, in the signature, in the last line."""
    assert bezwaren(proef.lees(proef.getekend[: int(len(proef.getekend) * deel)]))


def kapot(proef: Proef) -> dict[str, bytes]:
    """What people send by mistake."""
    writer = PdfWriter(clone_from=BytesIO(proef.blad))
    writer.encrypt("geheim", algorithm="AES-256")
    locked = BytesIO()
    writer.write(locked)
    return {
        "versleuteld": locked.getvalue(),
        "leeg": b"",
        "ruis": hashlib.shake_256(b"ruis").digest(10_000),
        "ruis met een kop": b"%PDF-1.7\n" + hashlib.shake_256(b"ruis").digest(10_000),
        "ruis met kop en einde": b"%PDF-1.7\n"
        + hashlib.shake_256(b"ruis").digest(10_000)
        + b"\nstartxref\n77\n%%EOF\n",
        "alleen een einde": b"%PDF-1.7\nstartxref\n0\n%%EOF",
        "een webpagina": b"<!DOCTYPE html><title>convenant.pdf</title>",
        "een plaatje": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "iets ervoor": b"\n" + proef.getekend,
        "regeleinden omgezet": proef.getekend.replace(b"\n", b"\r\n"),
        "een kring": proef.getekend
        + b"xref\n0 0\ntrailer\n<</Size 999 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (2 * (len(proef.getekend),)),
        "genest": Bij(((vrij(proef.blad), b"[" * 100_000 + b"]" * 100_000),)).aan(proef.blad),
        "veel staten": proef.getekend * 60,
    }


def test_what_is_no_good_pdf_is_an_objection_and_no_error(proef: Proef) -> None:
    """In words that a user understands."""
    known = {
        "het is geen PDF",
        "het is een afgebroken PDF: het einde ontbreekt",
        "het is een afgebroken PDF, of er staat iets achter het einde",
        "het is een beschadigde of afgebroken PDF",
        "de PDF is met een wachtwoord versleuteld",
        "de inhoud is veranderd nadat het stuk was gemaakt",
    }
    for naam, pdf in alle(proef, kapot):
        assert pdf.bezwaar in known, naam
    assert proef.lees(kapot(proef)["versleuteld"]).bezwaar.endswith("versleuteld")


def test_a_file_that_is_too_large_is_not_read(
    proef: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paper of ours is a thousandth of it."""
    monkeypatch.setattr(handtekeningen, "GROOTST", len(proef.getekend))
    assert geldt(proef.lees(proef.getekend))
    assert proef.lees(proef.getekend + b"\n").bezwaar.startswith("het bestand is groter dan")


# A place in a file, from its start or its end, and what becomes of the byte there.
PLAATS = st.integers(0, 1 << 16) | st.integers(-100, -1)
BEWERKING = st.sampled_from(("flip", "weg", "erbij"))
SPOOR = st.tuples(PLAATS, BEWERKING, st.integers(1, 255))


def bewerkt(data: bytes, sporen: list[tuple[int, str, int]]) -> bytes:
    """Change bytes of a file."""
    found = bytearray(data)
    for place, what, value in sporen:
        at = place % len(found)
        if what == "flip":
            found[at] ^= value
        elif what == "weg":
            del found[at]
        else:
            found.insert(at, value)
    return bytes(found)


def buiten(data: bytes, heel: bytes) -> tuple[int, bytes, bytes]:
    """What a signature covers: all but its own bytes, which cannot be signed."""
    begin = heel.index(b"/Contents <") + len(b"/Contents <")
    end = heel.index(b">", begin)
    return len(data), data[:begin], data[end:]


@settings(deadline=None, max_examples=100)
@example([(-1, "erbij", ord("\n"))])
@example([(-1, "weg", 1)])
@example([(0, "weg", 1)])
@given(st.lists(SPOOR, min_size=1, max_size=4))
def test_whatever_happens_to_a_file_it_holds_only_when_nothing_did(
    proef: Proef, sporen: list[tuple[int, str, int]]
) -> None:
    """Bytes that change on the way never make another paper of it, nor an error.

    In the bytes of the signature itself some may change: those after its end, capitals of its
    digits, and certificates that nobody needs. Behind the end of the file there may be white.
    """
    data = bewerkt(proef.getekend, sporen)
    if geldt(proef.lees(data)):
        trimmed = data if len(data) <= len(proef.getekend) else data.rstrip(b"\0\t\n\f\r ") + b"\n"
        assert buiten(trimmed, proef.getekend) == buiten(proef.getekend, proef.getekend)


def test_bytes_behind_the_signature_in_its_room_mean_nothing(proef: Proef) -> None:
    """They are the one thing in a file that nobody signed."""
    begin = proef.getekend.index(b"/Contents <") + len(b"/Contents <")
    end = proef.getekend.index(b">", begin)
    data = bytearray(proef.getekend)
    data[end - 1] = ord("7")
    assert geldt(proef.lees(bytes(data)))
    data[end - 1] = ord("x")
    assert bezwaren(proef.lees(bytes(data)))


# --- the certificates that a dossier trusts ---------------------------------------------------


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
