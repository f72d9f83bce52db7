"""What signed PDFs prove: the honest ones hold, and nothing that was tampered with does."""

import asyncio
import hashlib
import shutil
import subprocess
import sys
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pypdf import PdfWriter
from tests.programma import convenant

from convenantwerk.model.gebeurtenissen import Gebeurtenis
from convenantwerk.model.ondertekening import GetekendePdf, Tekenbewijs, veldnaam
from convenantwerk.operations.beoordelen import zelfde_naam
from convenantwerk.sources import handtekeningen
from convenantwerk.sources.handtekeningen import certificaten, lees_getekend

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
ROOD = b"1 0 0 rg 0 0 600 900 re f"


@dataclass(frozen=True)
class Proef:
    """What the tests share.

    Args:
        blad: a paper with one field, as it was offered.
        convenant: one with two.
        getekend: `blad`, signed by A. Voorbeeld.
        dubbel: `convenant`, signed by A. Voorbeeld and then by B. Verzonnen.
        een: the key of A. Voorbeeld, and `twee` that of B. Verzonnen.
        pem: the certificate of the authority that issued both.
        vreemd: that of another.
    """

    blad: bytes
    convenant: bytes
    getekend: bytes
    dubbel: bytes
    een: SimpleSigner
    twee: SimpleSigner
    pem: bytes
    vreemd: bytes

    def lees(self, data: bytes) -> GetekendePdf:
        """Read a PDF, trusting the authority of these tests."""
        return lees_getekend(data, certificaten(self.pem))


def run(*arguments: object) -> None:
    """Run the trial authority."""
    subprocess.run([sys.executable, PROEF, *map(str, arguments)], check=True)


def sleutel(path: Path) -> SimpleSigner:
    """Load a key with its certificate."""
    found = SimpleSigner.load_pkcs12(str(path), passphrase=b"proef")  # type: ignore[no-untyped-call]  # pyHanko's
    assert isinstance(found, SimpleSigner)
    return found


@pytest.fixture(scope="module")
def proef(tmp_path_factory: pytest.TempPathFactory) -> Proef:
    """One build, one authority, and the papers signed as a user would have them signed."""
    root = tmp_path_factory.mktemp("handtekeningen")
    shutil.copytree(ROOT / "tests/dossiers/klein", root / "klein")
    built = convenant("bouw", "--definitief", "--op", "2026-11-24", "--uit", "uit", cwd=root / "klein")
    assert built.returncode == 0, built.stderr
    run("ca", root / "ca", "A. Voorbeeld", "B. Verzonnen")
    run("ca", root / "vreemd")
    blad = next((root / "klein/uit/ondertekening").glob("gemeente*.pdf"))
    papier = root / "klein/uit/convenant.pdf"
    een, twee = root / "ca/1.p12", root / "ca/2.p12"
    run("teken", blad, een, root / "blad.pdf", "--moment", MOMENT)
    run("teken", papier, een, root / "half.pdf", "--veld", EERSTE, "--moment", MOMENT)
    run("teken", root / "half.pdf", twee, root / "heel.pdf", "--moment", MOMENT)
    return Proef(
        blad.read_bytes(),
        papier.read_bytes(),
        (root / "blad.pdf").read_bytes(),
        (root / "heel.pdf").read_bytes(),
        sleutel(een),
        sleutel(twee),
        (root / "ca/ca.pem").read_bytes(),
        (root / "vreemd/ca.pem").read_bytes(),
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


def nummer(data: bytes, *keys: str | int) -> int:
    """The number of the object to which a path from the catalogue leads."""
    part = gelezen(data).root
    for key in keys[:-1]:
        part = part[key]
    found = part.raw_get(keys[-1])
    return int(found.idnum)


def tekst(data: bytes, number: int) -> bytes:
    """An object as it would be written."""
    reader = gelezen(data)
    stream = BytesIO()
    reader.get_object(Reference(number, 0, reader)).write_to_stream(stream, None)
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
        objecten: by number; a list, so that one can come twice.
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
        reader = gelezen(data)
        out = data + self.ervoor
        rows = self.regels
        for number, body in self.objecten:
            rows += b"%d 1\n%010d 00000 n \n" % (number, len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        size = max(int(reader.trailer["/Size"]), *(n + 1 for n, _ in self.objecten), 0)
        root = self.wortel or reader.root_ref.idnum
        return out + b"xref\n%strailer\n<</Size %d /Root %d 0 R /Prev %d %s>>\nstartxref\n%d\n%s" % (
            *(rows, size, root, reader.last_startxref, self.trailer, len(out), self.slot),
        )


def bij(*objecten: tuple[int, bytes], **overig: object) -> Callable[[bytes], bytes]:
    """A save of these objects, as something that is done to a file."""
    return Bij(objecten, **overig).aan  # type: ignore[arg-type]


def onderteken(data: bytes, wie: SimpleSigner) -> bytes:
    """Put a signature where a file has room for it, over all the rest."""
    begin = data.index(LEEG)
    end = begin + len(LEEG)
    numbers = b"[0 %010d %010d %010d]" % (begin, end, len(data) - end)
    data = data.replace(b"[0 %s %s %s]" % (NUL, NUL, NUL), numbers)
    digest = hashlib.sha256(data[:begin] + data[end:]).digest()
    signed = asyncio.run(wie.async_sign(digest, "sha256", use_pades=True)).dump()
    return data[: begin + 1] + signed.hex().encode().ljust(RUIMTE, b"0") + data[end - 1 :]


@dataclass(frozen=True)
class Ondertekening:
    """A save that signs, with what else it does.

    Args:
        veld: which field.
        handtekening: the signature.
        in_veld: what else the field says.
        verder: other objects.
        overig: see `Bij`.
    """

    veld: str = EERSTE
    handtekening: bytes = HANDTEKENING
    in_veld: bytes = b""
    verder: tuple[tuple[int, bytes], ...] = ()
    overig: tuple[tuple[str, object], ...] = ()

    def onder(self, data: bytes, wie: SimpleSigner) -> bytes:
        """Sign a file."""
        number = velden(data)[self.veld]
        free = int(gelezen(data).trailer["/Size"]) + 1
        field = met(data, number, b"/V %d 0 R %s" % (free, self.in_veld))
        save = bij(*self.verder, (free, self.handtekening), (number, field), **dict(self.overig))
        return onderteken(save(data), wie)
