"""Where the parts of a PDF begin and end, by the letter."""

import zlib

import pytest

from convenantwerk.tekenen.pdfbytes import (
    OngelezenError,
    heel_ingepakt,
    lees_object,
    lees_pak,
    lees_tabel,
    met_slot,
    tussen,
)

TABEL = b"xref\n0 1\n0000000000 65535 f \n5 2\n0000000010 00000 n\r\n0000000020 00000 n\n"


@pytest.mark.parametrize(
    ("data", "speling"),
    [
        (b"5 0 obj null endobj", 0),
        (b"5 0 obj 6 0 R endobj", 0),
        (b"5 0 obj<</A(b)/C<0F 2>/D[1 2 R]/E/F>>endobj", 0),
        (b"5 0 obj\r\n<</A (een (b) \\) %endobj c)>>\r\nendobj", 0),
        (b"5 0 obj<</A     1>>endobj", 3),
        (b"5 0 obj<</A 1 %een\n>>endobj", 2),
    ],
)
def test_an_object_ends_where_it_says(data: bytes, speling: int) -> None:
    """In a string that word means nothing, and in a comment neither."""
    deel = lees_object(b"%%" + data + b"\nendobj", 2, (5, 0), None)
    assert (deel.begin, deel.einde, deel.speling) == (2, 2 + len(data), speling)


@pytest.mark.parametrize("na", [b"", b"\n", b"\r", b"\r\n"])
def test_behind_a_stream_comes_one_line_end(na: bytes) -> None:
    """At most, and the object ends."""
    data = b"5 0 obj<</Length 3>>stream\nabc" + na + b"endstream\nendobj"
    deel = lees_object(data, 0, (5, 0), 3)
    assert data[slice(*deel.stroom)] == b"abc"
    assert deel.einde == len(data)
    for other in (2, 4, 99):
        with pytest.raises(OngelezenError):
            lees_object(data.replace(b"abc", b"abcde"), 0, (5, 0), other)


@pytest.mark.parametrize(
    "data",
    [
        *(
            b"",
            b"5 0 obj",
            b"5 0 obj endobj",
            b"5 0 obj 1 (a) endobj",
            b"5 0 obj (een endobj",
            b"5 0 obj <0x> endobj",
            b"6 0 obj null endobj",
        ),
        *(b"5 0 obj << endobj", b"5 0 xyz null endobj", b"5 0 obj " + b"1 " * 60_000 + b"endobj"),
    ],
)
def test_what_is_no_object_is_said(data: bytes) -> None:
    """It does not end, is another, or is none."""
    with pytest.raises(OngelezenError):
        lees_object(data, 0, (5, 0), None)


def test_a_table_ends_behind_its_trailer() -> None:
    """Comments may come before the end of the file, and are counted."""
    data = TABEL + b"trailer\n<</Size 7>>\n%Proef 1.2\nstartxref\n0\n%%EOF\n"
    deel = met_slot(data, lees_tabel(data, 0))
    assert (deel.vrij, deel.genoemd, deel.speling) == (1, 2, 10)
    assert data[deel.einde :] == b"\n"
    for broken in (b"20 00000 n\n", b"trailer", b"startxref", b"xref\n0 1", b"%%EOF"):
        with pytest.raises(OngelezenError):
            met_slot(data.replace(broken, b"?"), lees_tabel(data.replace(broken, b"?"), 0))


@pytest.mark.parametrize(
    ("data", "einde", "speling"),
    [(b"", 0, 0), (b"\r\n5", 2, 0), (b"   5", 3, 1), (b"%x\n5", 3, 1), (b"%x", 0, 0), (b"x", 0, 0)],
)
def test_between_two_parts_is_white_or_a_comment(data: bytes, einde: int, speling: int) -> None:
    """A comment ends with its line."""
    assert tussen(data, 0) == (einde, speling)


def test_an_object_stream_holds_its_objects_and_nothing_else() -> None:
    """Each as long as it is."""
    assert lees_pak(b"5 0 6 4 <<>>(a)", 8, 2) == (0, {5: 4, 6: 3})
    assert lees_pak(b"", 0, 0) == (0, {})
    for data in (
        b"5 0 6 4 <<>>(a)(b)",
        b"5 0 6 4 <<>>(a) ]",
        b"5 0 6 5 <<>>x(a)",
        b"5 1 6 5 x<<>>(a)",
        b"5 0 6   <<>>(a)",
    ):
        with pytest.raises(OngelezenError):
            lees_pak(data, 8, 2)


def test_behind_what_was_packed_is_nothing() -> None:
    """But a line end, which some programs write."""
    packed = zlib.compress(b"tekst" * 99)
    assert heel_ingepakt(packed)
    assert heel_ingepakt(packed + b"\r\n")
    assert not heel_ingepakt(packed + b"x")
    assert not heel_ingepakt(packed[:-1])
