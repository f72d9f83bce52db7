"""What was changed in a signed PDF, before or after signing, is an objection."""

import hashlib
import re

from tests.tekenen.pdfschrijver import (
    EERSTE,
    HANDTEKENING,
    ROOD,
    Bij,
    blad_van,
    bladzijde,
    gegevens,
    met,
    nummer,
    onderteken,
    ongetekend,
    stroom,
    tekst,
    velden,
    vrij,
    wortel,
)
from tests.tekenen.proefpapier import Proef, bezwaren


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
