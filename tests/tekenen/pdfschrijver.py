"""Writes PDFs by hand, for what no program would write: added saves, signatures, hidden objects."""

import asyncio
import hashlib
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from asn1crypto import cms as asn1_cms
from asn1crypto import crl as asn1_crl
from asn1crypto.core import OctetString
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.sign.validation.dss import DocumentSecurityStore

from convenantwerk.papier.identiteit import veldnaam

EERSTE, TWEEDE = veldnaam("gemeente-voorbeeldstad"), veldnaam("politie")

# Where a signature comes; the same number of bytes once the numbers are known.
RUIMTE = 6000
LEEG = b"<" + b"0" * RUIMTE + b">"
NUL = b"0000000000"
HANDTEKENING = (
    b"<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached"
    b" /M (D:20261125110000Z) /ByteRange [0 %s %s %s] /Contents %s>>" % (NUL, NUL, NUL, LEEG)
)


ROOD = b"1 0 0 rg 0 0 600 900 re f"


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
        voor_slot: what comes before where it says where the cross-reference is.
    """

    objecten: tuple[tuple[int, bytes], ...] = ()
    ervoor: bytes = b""
    regels: bytes = b""
    trailer: bytes = b""
    wortel: int = 0
    slot: bytes = b"%%EOF\n"
    voor_slot: bytes = b""

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
        return out + b"xref\n%strailer\n<<%s>>\n%sstartxref\n%d\n%s" % (
            *(rows, trailer + self.trailer, self.voor_slot, len(out), self.slot),
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


def met_ongetekend(signed: bytes, inhoud: bytes) -> bytes:
    """Put something into a signature that nobody signed."""
    content = asn1_cms.ContentInfo.load(bytes.fromhex(signed.decode()))
    (signer,) = content["content"]["signer_infos"]
    signer["unsigned_attrs"] = [{"type": "1.2.3.4", "values": [OctetString(inhoud)]}]
    changed: bytes = content.dump(force=True)
    return changed.hex().encode()


def onderteken(
    data: bytes, wie: SimpleSigner, *crls: asn1_crl.CertificateList, erbij: bytes = b""
) -> bytes:
    """Put a signature where a file has room for it, over all the rest.

    Args:
        data: the file.
        wie: signs it.
        crls: lists of revoked certificates, as Acrobat adds them.
        erbij: what the signature holds besides, unsigned.
    """

    def made(digest: bytes) -> bytes:
        signed = cms(digest, wie, *crls)
        return met_ongetekend(signed, erbij) if erbij else signed

    return vul(data, made)


def vul(data: bytes, maak: Callable[[bytes], bytes]) -> bytes:
    """Put in the room of a file what is made of the sha256 of all the rest."""
    room = re.search(rb"<0{%d,}>" % RUIMTE, data)
    assert room
    begin, end = room.span()
    numbers = b"[0 %010d %010d %010d]" % (begin, end, len(data) - end)
    data = data.replace(b"[0 %s %s %s]" % (NUL, NUL, NUL), numbers)
    signed = maak(hashlib.sha256(data[:begin] + data[end:]).digest())
    assert len(signed) <= end - begin - 2
    return data[: begin + 1] + signed.ljust(end - begin - 2, b"0") + data[end - 1 :]


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


def rechthoek(data: bytes) -> bytes:
    """Where the first field is, as it would be written."""
    found = re.search(rb"/Rect \[[^]]*\]", tekst(data, velden(data)[EERSTE]))
    assert found
    return found[0]


def gepakt(
    data: bytes,
    inhoud: tuple[tuple[int, bytes, bool], ...],
    onbekend: int | None = None,
    erachter: bytes = b"",
    breedte: int = 4,
) -> bytes:
    """Fill the field with an object stream beside it, and a cross-reference that is a stream.

    Args:
        data: the file.
        inhoud: of the object stream: number, object, and whether the cross-reference names it.
        onbekend: for this number it has an entry of a kind that does not exist.
        erachter: what stands behind the entries of the cross-reference.
        breedte: the bytes that an entry has for a place.
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
        bytes([kind]) + place.to_bytes(breedte, "big") + last.to_bytes(2, "big")
        for _, (kind, place, last) in sorted(rows.items())
    )
    table = stroom(
        entries + erachter,
        b"/Type /XRef /W [1 %d 2] /Index [%s] /Size %d /Root %d 0 R /Prev %d"
        % (
            breedte,
            b" ".join(b"%d 1" % n for n in sorted(rows)),
            *(own + 3, wortel(data), vorige(data)),
        ),
    )
    end = b"startxref\n%d\n%%%%EOF\n" % len(out)
    return out + b"%d 0 obj\n%s\nendobj\n" % (own + 2, table) + end


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
