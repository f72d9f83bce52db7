"""An object is what pyHanko's own reader makes of it, and its list is read once."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from unittest import mock

import pytest
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from tests.tekenen.pdfschrijver import Bij, stroom, vrij

from convenantwerk.tekenen.pdfgelijk import gelijk
from convenantwerk.tekenen.pdflezer import Lezer, plaatsen

if TYPE_CHECKING:
    from tests.tekenen.proefpapier import Proef


@pytest.mark.proef
def test_every_object_of_every_state_is_the_same(proef: Proef) -> None:
    """Of a paper as it was offered, and as two signed it."""
    for data in (proef.blad, proef.dubbel):
        own, other = Lezer(BytesIO(data)), PdfFileReader(BytesIO(data))
        for number in range(own.xrefs.total_revisions):
            refs = own.xrefs.explicit_refs_in_revision(number)
            new, old = (r.get_historical_resolver(number) for r in (own, other))
            assert refs
            assert all(gelijk(new(ref), old(ref)) for ref in refs)


def test_a_list_is_read_once(proef: Proef) -> None:
    """And no object is looked for in pyHanko's way, in a paper of ours."""
    plaatsen.cache_clear()
    with mock.patch.object(PdfFileReader, "_get_object_from_stream", side_effect=AssertionError):
        reader = Lezer(BytesIO(proef.convenant))
        state = reader.get_historical_resolver(0)
        assert [state(ref) for ref in reader.xrefs.explicit_refs_in_revision(0)]
    assert (plaatsen.cache_info().misses, plaatsen.cache_info().hits > 100) == (1, True)


@pytest.mark.parametrize(
    ("lijst", "aantal"),
    [
        (b"", 0),
        (b"7 0 8 5 ", 3),  # one too few
        (b"7 0 8 5 ", 1),  # one too many
        (b"7 0 7 5 ", 2),  # one twice
        (b"7 0 8 5", 2),  # the last number may go on in the objects
        (b"7 0 8 +5 ", 2),
        (b"7 0\x00 8 5 ", 2),
        (b"7 0 8 ", 2),
        (b"7 0 een 5 ", 2),
    ],
)
def test_a_list_as_no_program_writes_it_is_left_to_pyhanko(lijst: bytes, aantal: int) -> None:
    """It says what is wrong, or reads it all the same."""
    assert plaatsen(lijst, aantal) == {}


def test_a_list_as_programs_write_it() -> None:
    """Number and place, and which it is."""
    assert plaatsen(b"7 0 8 5\n12 30 ", 3) == {7: (0, 0), 8: (1, 5), 12: (2, 30)}


@pytest.mark.parametrize(
    "inhoud",
    [
        b"7 0 8 8 <</A 1>>(b)",
        b"8 0 7 8 <</A 1>>(b)",  # another in its place
        b"8 0 8 8 <</A 1>>(b)",  # the same twice
        b"7 0 8 8 <</A 1>>)",  # what is no object
        b"7 0 8 8 <</A 1>>1 0 R",  # no object but where one is
        b"7 0 x 8 <</A 1>>(b)",
    ],
)
def test_what_is_wrong_is_wrong_in_both(proef: Proef, inhoud: bytes) -> None:
    """The object, or the reason why there is none."""
    number = vrij(proef.blad)
    body = stroom(inhoud, b"/Type /ObjStm /N 2 /First 8")
    data = Bij(((number, body),)).aan(proef.blad)
    own, other = (_gelezen(kind(BytesIO(data)), number) for kind in (Lezer, PdfFileReader))
    assert own == other


def _gelezen(reader: PdfFileReader, stream: int) -> str:
    try:
        return repr(reader._get_object_from_stream(8, stream, 1))  # type: ignore[no-untyped-call]  # noqa: SLF001
    except PdfReadError as error:
        return repr(error)
