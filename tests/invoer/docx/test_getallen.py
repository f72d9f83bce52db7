"""How Word writes a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.invoer.docx.getallen import VORMEN, Geteld, geschreven, letters

WAARDEN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
GETALLEN = st.integers(1, 32767)


@pytest.mark.parametrize(
    ("vorm", "nummer", "tekst"),
    [
        ("decimal", 0, "0"),
        ("decimal", 40000, "40000"),
        ("decimalZero", 0, "0"),
        ("decimalZero", 9, "09"),
        ("decimalZero", 10, "10"),
        ("upperRoman", 1999, "MCMXCIX"),
        ("upperRoman", 4000, "MMMM"),
        ("lowerRoman", 14, "xiv"),
        ("lowerRoman", 0, "0"),
        ("upperLetter", 26, "Z"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 28, "bb"),
        ("lowerLetter", 53, "aaa"),
        ("lowerLetter", 781, "a"),
        ("lowerLetter", 0, "0"),
        ("none", 3, ""),
        ("bullet", 3, ""),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("hex", 11, "B"),
        ("numberInDash", 3, "- 3 -"),
    ],
)
def test_each_format_as_word_writes_it(vorm: str, nummer: int, tekst: str) -> None:
    """Letters are repeated after Z; nought is a digit, for there is no other sign for it."""
    assert geschreven(nummer, vorm) == Geteld(tekst)


def test_a_format_of_ones_own_counts_in_noughts() -> None:
    """Other formats of one's own are written in digits, and named as unsure."""
    assert geschreven(7, "custom", eigen="001, 002, 003, ...") == Geteld("007")
    assert geschreven(7, "custom", eigen="01,02") == Geteld("07")
    assert geschreven(7, "custom", eigen="een, twee") == Geteld("7", zeker=False)


def test_words_follow_the_language_of_the_file() -> None:
    """English is sure; how Word writes Dutch ordinals is not, and another language is in digits."""
    assert [geschreven(n, "ordinal", taal="en").tekst for n in (1, 2, 3, 4, 11, 21)] == [
        *("1st", "2nd", "3rd", "4th", "11th", "21st"),
    ]
    assert geschreven(2, "ordinal") == Geteld("2e", zeker=False)
    assert geschreven(2, "ordinalText", taal="") == Geteld("Tweede", zeker=False)
    assert geschreven(2, "cardinalText") == Geteld("Twee", zeker=False)
    assert geschreven(21, "cardinalText") == Geteld("21", zeker=False)
    assert geschreven(2, "ordinal", taal="fr") == Geteld("2", zeker=False)


@given(GETALLEN)
def test_a_roman_numeral_says_its_number(nummer: int) -> None:
    """Added up again it is what it was, and no sign stands four times but the highest."""
    teken = geschreven(nummer, "upperRoman").tekst
    waarden = [WAARDEN[letter] for letter in teken]
    gelezen = sum(
        -waarde if any(later > waarde for later in waarden[plaats + 1 : plaats + 2]) else waarde
        for plaats, waarde in enumerate(waarden)
    )
    assert gelezen == nummer
    assert not any(letter * 4 in teken for letter in "IVXLCD")


@given(st.integers(1, 780))
def test_letters_say_their_number(nummer: int) -> None:
    """One letter, repeated once more for every 26."""
    teken = letters(nummer)
    assert set(teken) == {teken[0]}
    assert (len(teken) - 1) * 26 + ord(teken[0]) - ord("A") + 1 == nummer


@given(st.integers(-(10**12), 10**12), st.sampled_from(sorted(VORMEN)))
def test_no_count_is_long(nummer: int, vorm: str) -> None:
    """Whatever the file counts to, what is shown stays short."""
    assert len(geschreven(nummer, vorm).tekst) < 50
