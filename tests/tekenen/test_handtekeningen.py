"""What signed PDFs prove: the honest ones hold, and what is no whole paper of ours does not."""

import hashlib
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfWriter
from tests.proeven import steekproef
from tests.tekenen.pdfschrijver import (
    EERSTE,
    HANDTEKENING,
    ROOD,
    TWEEDE,
    Bij,
    bladzijde,
    gegevens,
    gelezen,
    gepakt,
    met,
    met_dss,
    nummer,
    onderteken,
    ongetekend,
    plaatje,
    rechthoek,
    stroom,
    tekst,
    vervang,
    vrij,
    wortel,
)
from tests.tekenen.proefpapier import MOMENT, Proef, alle, bezwaren, geldt
from tests.wetten import voorbeelden

from convenantwerk.tekenen import handtekeningen
from convenantwerk.tekenen.ondertekening import Tekenbewijs
from convenantwerk.tekenen.pdfbijgeschreven import NERGENS


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


def herhaald(data: bytes) -> bytes:
    """Rows of a cross-reference for what was there, where it is."""
    places = gelezen(data).xrefs.get_xref_data(0).standard_xrefs
    number, (_, place) = next(iter(places.items()))
    return b"%d 1\n%010d 00000 n \n" % (number, place)


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
        "de naam van een programma in een opmerking": ongetekend(
            blad, Bij(ervoor=b"%Proef 1.2.3\n", voor_slot=b"%Proef-7.2.5 zonder licentie\n")
        ),
        "wit achter getallen waarvan de lengte nog niet bekend was": ongetekend(
            blad, handtekening=HANDTEKENING.replace(b" /Contents", b" " * 60 + b"/Contents")
        ),
        "een groot plaatje": ongetekend(
            blad, Bij(((free, plaatje(b" " * 1_000_000)),)), in_veld=picture
        ),
        "een plaatje met een kleur elders": ongetekend(
            blad,
            Bij(
                (
                    (free, plaatje(ROOD, b"/Resources <</XObject <</P %d 0 R>>>>" % (free + 1))),
                    (free + 1, plaatje(b" " * 9_000)),
                )
            ),
            in_veld=picture,
        ),
        "oude regels herhaald": ongetekend(
            blad, Bij(regels=b"0 1\n0000000000 65535 f \n%s" % herhaald(blad))
        ),
        "objecten in een pak": gepakt(blad, ((free, b"<</A (b)>>", True),)),
    }
    return {
        **{naam: onderteken(data, proef.een) for naam, data in unsigned.items()},
        "wit achter het einde": proef.getekend + b"\r\n \0",
        "certificaten erbij voor later": met_dss(met_dss(proef.dubbel)),
    }


@steekproef
def test_what_programs_do_besides_signing_is_no_objection(proef: Proef, keuze: slice) -> None:
    """Nothing of it shows on a page, or only in the field that is signed."""
    refused = {naam: bezwaren(pdf) for naam, pdf in alle(proef, eerlijk, keuze) if not geldt(pdf)}
    assert refused == {}


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
        NERGENS,
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


@voorbeelden(100)
@example([(-1, "erbij", ord("\n"))])
@example([(-1, "weg", 1)])
@example([(0, "weg", 1)])
@given(st.lists(SPOOR, min_size=1, max_size=4))
def test_whatever_happens_to_a_file_it_holds_only_when_nothing_did(
    proef: Proef, sporen: list[tuple[int, str, int]]
) -> None:
    """Bytes that change on the way never make another paper of it, nor an error.

    In the bytes of the signature itself some may change: capitals of its digits, and certificates
    that nobody needs. Behind the end of the file there may be a little white.
    """
    data = bewerkt(proef.getekend, sporen)
    if geldt(proef.lees(data)):
        trimmed = data if len(data) <= len(proef.getekend) else data.rstrip(b"\0\t\n\f\r ") + b"\n"
        assert buiten(trimmed, proef.getekend) == buiten(proef.getekend, proef.getekend)
