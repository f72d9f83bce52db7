"""What was added to a signed paper and belongs to nothing is an objection, wherever it is put."""

import zlib

import pytest
from tests.proeven import gekozen, steekproef
from tests.tekenen.pdfschrijver import (
    HANDTEKENING,
    ROOD,
    Bij,
    bladzijde,
    gegevens,
    gelezen,
    gepakt,
    met,
    nummer,
    onderteken,
    ongetekend,
    plaatje,
    stroom,
    tekst,
    velden,
    vrij,
    wortel,
)
from tests.tekenen.proefpapier import Proef, alle, geldt

from convenantwerk.tekenen import pdfbijgeschreven
from convenantwerk.tekenen.handtekeningen import certificaten, lees_getekend
from convenantwerk.tekenen.pdfbijgeschreven import NERGENS, TE_VEEL

LADING = b"lading " * 300  # more than any program has to say between two objects
VEEL = b"lading " * 5_000


def nergens(proef: Proef) -> dict[str, bytes]:
    """Bytes that no part of a document holds, or a part that nothing refers to."""
    blad = proef.blad
    free, metadata = vrij(blad), nummer(blad, "/Metadata")
    picture = b"/AP <</N %d 0 R>>" % free
    payload = (free, stroom(LADING))

    def in_handtekening(extra: bytes) -> bytes:
        return HANDTEKENING.replace(b"/Filter", extra + b"/Filter", 1)

    def met_plaatje(body: bytes) -> bytes:
        return ongetekend(blad, Bij(((free, body),)), in_veld=picture)

    packed = zlib.compress(ROOD)
    places = gelezen(blad).xrefs.get_xref_data(0).standard_xrefs
    first = next((number, place) for number, (_, place) in places.items())
    freed = b"%d 200\n" % free + b"0000000000 65535 f \n" * 200
    return {
        # The suite tries one in six of these, and so one for each thing that is looked at.
        "een object in een stroom": met_plaatje(plaatje(b"\n5 0 obj\n<<>>\nendobj\n")),
        "tussen twee staten": ongetekend(blad, Bij(ervoor=b"lading\n")),
        "een opmerking tussen twee staten": ongetekend(blad, Bij(ervoor=b"%" + LADING + b"\n")),
        "veel korte opmerkingen": ongetekend(blad, Bij(ervoor=b"%x\n" * 600)),
        "wit tussen twee staten": ongetekend(blad, Bij(ervoor=b" " * 2_000)),
        "een opmerking voor het slot": ongetekend(blad, Bij(voor_slot=b"%" + LADING + b"\n")),
        "iets voor het slot": ongetekend(blad, Bij(voor_slot=b"lading\n")),
        "een opmerking in een object": ongetekend(
            blad, handtekening=in_handtekening(b"%" + LADING + b"\n")
        ),
        "wit in een object": ongetekend(blad, handtekening=in_handtekening(b" " * 2_000)),
        "wit in veel objecten": ongetekend(
            blad, Bij(tuple((free + n, b"<</A    %s (b)>>" % (b" " * 90)) for n in range(12)))
        ),
        "een stroom waar niets naar verwijst": ongetekend(blad, Bij((payload,))),
        "veel kleine objecten waar niets naar verwijst": ongetekend(
            blad,
            Bij(tuple((free + 30 + n, b"<</A (%s)>>" % (b"x" * 90)) for n in range(12))),
        ),
        "objecten die alleen naar elkaar verwijzen": ongetekend(
            blad,
            Bij(
                (
                    (free, b"<</A %d 0 R /B (%s)>>" % (free + 1, LADING)),
                    (free + 1, b"<</A %d 0 R>>" % free),
                )
            ),
        ),
        "onder een eigen sleutel van de handtekening": ongetekend(
            blad, Bij((payload,)), handtekening=in_handtekening(b"/Proef %d 0 R " % free)
        ),
        "onder een eigen sleutel van het slot": ongetekend(
            blad, Bij((payload,), trailer=b"/Proef %d 0 R" % free)
        ),
        "onder een eigen sleutel van de gegevens": ongetekend(
            blad, Bij((payload, (gegevens(blad), b"<</Proef %d 0 R>>" % free)))
        ),
        "onder een eigen sleutel van de metadata": ongetekend(
            blad,
            Bij(
                (
                    payload,
                    (metadata, stroom(b"x", b"/Type /Metadata /Subtype /XML /P %d 0 R" % free)),
                )
            ),
        ),
        "achter een stroom": met_plaatje(
            plaatje(ROOD).replace(b"\nendstream", b"\n" + LADING + b"\nendstream")
        ),
        "een regel achter een stroom": met_plaatje(
            plaatje(ROOD).replace(b"\nendstream", b"\n\n\nendstream")
        ),
        "tussen stroom en einde": met_plaatje(plaatje(ROOD) + b"\n%lading\n"),
        "achter wat is ingepakt": met_plaatje(plaatje(packed + LADING, b"/Filter /FlateDecode ")),
        "vrije nummers": ongetekend(blad, Bij(((free + 300, b"(x)"),), regels=freed)),
        "achter een object in een pak": gepakt(blad, ((free, b"<<>> " + LADING, True),)),
        "een opmerking in een pak": gepakt(
            blad, ((free, b"<<>>", True), (free + 1, b"<<>>%" + LADING + b"\n", True))
        ),
        "in een pak, waar niets naar verwijst": gepakt(
            blad, ((free, b"<</A (%s)>>" % LADING, True),)
        ),
        "in de getallen van een kruisverwijzing": gepakt(blad, (), breedte=100),
        "een regel van een kruisverwijzing, veel keer": ongetekend(
            blad, Bij(regels=b"%d 1\n%010d 00000 n \n" % first * 9)
        ),
        "een object in een tekst": ongetekend(
            blad, handtekening=in_handtekening(b"/Proef (\n5 0 obj\n<<>>\nendobj\n) ")
        ),
        "een trailer in een stroom": met_plaatje(plaatje(b"\ntrailer\n<</Root 5 0 R>>\n")),
        "achter de regels van een kruisverwijzing": gepakt(blad, (), erachter=LADING),
    }


@steekproef
def test_what_belongs_to_nothing_is_an_objection(proef: Proef, keuze: slice) -> None:
    """The signature covers it and is good, and it is not what was offered."""

    def getekend(proef: Proef) -> dict[str, bytes]:
        some = gekozen(nergens(proef), keuze)
        return {naam: onderteken(data, proef.een) for naam, data in some.items()}

    # pyHanko sees some of it by itself, as damage or as a change.
    other = ("het is een beschadigde", "de inhoud is veranderd")
    said = {naam: pdf.bezwaar for naam, pdf in alle(proef, getekend)}
    assert [naam for naam, b in said.items() if b != NERGENS and not b.startswith(other)] == []
    assert sum(b == NERGENS for b in said.values()) > len(said) // 2


def test_it_is_one_too_behind_a_signature_that_is_good(proef: Proef) -> None:
    """A save that adds nothing but that."""
    data = proef.getekend
    free = vrij(data) + 40
    one = ((free, b"<</A (b)>>"),)
    for bij in (
        Bij(one, ervoor=b"lading\n"),
        Bij(one, ervoor=b"%" + LADING + b"\n"),
        Bij(((free, stroom(LADING)),)),
        Bij(one, voor_slot=b"%" + b"x" * 900 + b"\n", ervoor=b"%" + b"x" * 300 + b"\n"),
        Bij(((free + 300, b"(x)"),), regels=b"%d 200\n" % free + b"0000000000 65535 f \n" * 200),
    ):
        assert proef.lees(bij.aan(data)).bezwaar == NERGENS, bij
    assert proef.lees(data + b" " * 2_000).bezwaar  # pyHanko looks no further back
    assert geldt(proef.lees(Bij(one).aan(data)))


def te_veel(proef: Proef) -> dict[str, bytes]:
    """Parts of a document that are larger than signing makes them."""
    blad = proef.blad
    free, info = vrij(blad), gegevens(blad)
    text = b"/Proef (%s) " % VEEL
    return {
        "in de handtekening": ongetekend(
            blad, handtekening=HANDTEKENING.replace(b"/Filter", text + b"/Filter", 1)
        ),
        "in het slot": ongetekend(blad, Bij(trailer=text)),
        "in de gegevens": ongetekend(blad, Bij(((info, b"<<%s>>" % text),))),
        "in hexadecimalen": ongetekend(blad, Bij(trailer=b"/Proef <%s>" % VEEL.hex().encode())),
        "in het plaatje": ongetekend(
            blad,
            Bij(((free, plaatje(b" " * 110_000)),)),
            in_veld=b"/AP <</N %d 0 R>>" % free,
        ),
    }


def test_what_is_larger_than_signing_makes_it_is_an_objection(
    proef: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where something may be; with a tenth of the room, to be fast."""
    monkeypatch.setattr(pdfbijgeschreven, "_GEWOON", 25_600)
    monkeypatch.setattr(pdfbijgeschreven, "_ALLES", 100_000)

    def getekend(proef: Proef) -> dict[str, bytes]:
        return {naam: onderteken(data, proef.een) for naam, data in te_veel(proef).items()}

    said = {naam: pdf.bezwaar for naam, pdf in alle(proef, getekend)}
    assert set(said.values()) == {TE_VEEL}


def test_every_save_has_a_little_of_its_own(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that who signs as the fortieth has as much as the first."""
    monkeypatch.setattr(pdfbijgeschreven, "_SPELING", 40)
    data = proef.blad
    for number in range(4):
        data = Bij(((vrij(data), b"<</A (b)>>"),), ervoor=b"%Proef 1\n").aan(data)
        assert lees_getekend(data, certificaten(proef.pem)).bezwaar == "", number
    assert (
        lees_getekend(
            Bij(((vrij(data), b"(b)"),), ervoor=b"%" + b"x" * 200 + b"\n").aan(data), ()
        ).bezwaar
        == NERGENS
    )


def test_a_page_that_is_written_again_keeps_what_it_names(proef: Proef) -> None:
    """What was there before is of the paper, whoever refers to it."""
    blad = proef.blad
    page, root, number = bladzijde(blad), wortel(blad), next(iter(velden(blad).values()))
    objects = ((page, tekst(blad, page)), (root, met(blad, root, b"")))
    assert number not in dict(objects)
    assert geldt(proef.lees(onderteken(ongetekend(blad, Bij(objects)), proef.een)))
