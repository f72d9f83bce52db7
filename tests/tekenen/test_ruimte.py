"""In the room of a signature stands a signature, and nothing that somebody put there besides."""

import pytest
from tests.tekenen.pdfschrijver import HANDTEKENING, LEEG, onderteken, ongetekend
from tests.tekenen.proefpapier import Proef, bezwaren

from convenantwerk.tekenen import ruimte
from convenantwerk.tekenen.handtekeningen import certificaten, lees_getekend

RUIMTE = "in de ruimte van de handtekening staat meer dan een handtekening"


def test_behind_the_signature_in_its_room_are_zeros(proef: Proef) -> None:
    """Nobody signs what is there, so it could be anything."""
    begin = proef.getekend.index(b"/Contents <") + len(b"/Contents <")
    end = proef.getekend.index(b">", begin)
    for text in (b"7", b"x", b" ", b"68656c6c6f", b"\n" * 100):
        data = proef.getekend[: end - len(text)] + text + proef.getekend[end:]
        assert bezwaren(proef.lees(data)), text
    said = proef.getekend[: end - 1] + b"7" + proef.getekend[end:]
    assert bezwaren(proef.lees(said)) == [RUIMTE]


def test_a_signature_brings_what_signatures_bring(
    proef: Proef, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A time stamp or a chain, unsigned; not whatever somebody adds to it."""
    monkeypatch.setattr(ruimte, "_GROOTST_ONGETEKEND", 20_000)
    room = HANDTEKENING.replace(LEEG, b"<" + b"0" * 60_000 + b">")
    unsigned = ongetekend(proef.blad, handtekening=room)
    for size, found in ((0, []), (9_000, []), (25_000, [RUIMTE])):
        signed = onderteken(unsigned, proef.een, erbij=b"x" * size)
        assert bezwaren(lees_getekend(signed, certificaten(proef.pem))) == found


def test_signatures_that_are_too_large_are_not_read(proef: Proef) -> None:
    """To read so many digits would take minutes."""
    for digits in (
        b"0" * 5_000_000,
        b"0 " * 2_500_000,
        b"0" * 2_500_000 + b"> <" + b"1" * 2_500_000,
    ):
        room = HANDTEKENING.replace(LEEG, b"<" + digits + b">")
        found = proef.lees(ongetekend(proef.blad, handtekening=room))
        assert found.bezwaar == "het bevat handtekeningen die te groot zijn om te lezen"


def test_the_room_of_a_signature_has_a_limit(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one of nothing but zeros, and a certificate that is no certificate's size."""
    for limit in ("_GROOTST", "_GROOTST_ONGETEKEND"):
        with monkeypatch.context() as patch:
            patch.setattr(ruimte, limit, 100)
            assert bezwaren(lees_getekend(proef.getekend, certificaten(proef.pem))) == [RUIMTE]
