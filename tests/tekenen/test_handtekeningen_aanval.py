"""What an attacker would do to a PDF: nothing of it is taken for signed."""

import hashlib
import re

import pytest
from tests.proeven import steekproef
from tests.tekenen.pdfschrijver import (
    EERSTE,
    HANDTEKENING,
    LEEG,
    NUL,
    ROOD,
    RUIMTE,
    TWEEDE,
    Bij,
    blad_van,
    cms,
    gepakt,
    met,
    onderteken,
    ongetekend,
    plaatje,
    rechthoek,
    stroom,
    tekst,
    velden,
    vervang,
    vorige,
    vrij,
    wortel,
)
from tests.tekenen.proefpapier import Proef, alle, bezwaren


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


@steekproef
def test_no_way_to_sign_something_else_than_was_offered(proef: Proef, keuze: slice) -> None:
    """Neither for who reads a file by the rules, nor for who repairs it first."""
    accepted = [naam for naam, pdf in alle(proef, aanval, keuze) if not pdf.bezwaar]
    assert accepted == []


@pytest.mark.proef
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


@pytest.mark.proef
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


@pytest.mark.proef
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
