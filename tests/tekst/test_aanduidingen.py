"""Marks of leden and onderdelen: their form, their name, and which follows which."""

import pytest

from convenantwerk.tekst.aanduidingen import (
    form,
    getal,
    is_opvolger,
    is_twijfel,
    merknaam,
    met_getal,
    soort_van,
)

# A mark, its kind, its form, what it is called, its number, and the mark with the next number.
MERKEN = [
    ("5.3", "lid", "1.1", "5.3", "5.3", "5.4"),
    ("5.3a", "lid", "1.1", "5.3a", "5.3a", "5.3b"),
    ("1.4.2", "lid", "1.1.1", "1.4.2", "1.4.2", "1.4.3"),
    ("1.", "nummer", "1.", "1", "1", "2."),
    ("1a.", "nummer", "1.", "1a", "1a", "1b."),
    ("1)", "nummer", "1)", "1", "1", "2)"),
    ("(1)", "nummer", "(1)", "1", "1", "(2)"),
    ("1°.", "nummer", "1°.", "1°", "1", "2°."),
    ("1°", "nummer", "1°", "1°", "1", "2°"),
    ("1e.", "nummer", "1e.", "1e", "1", "2e."),
    ("1o.", "nummer", "1o.", "1o", "1", "2o."),
    ("a.", "letter", "a.", "a", "a", "b."),
    ("a)", "letter", "a)", "a", "a", "b)"),
    ("(a)", "letter", "(a)", "a", "a", "(b)"),
    ("A.", "letter", "A.", "A", "A", "B."),
    ("c.", "letter", "a.", "c", "c", "ca."),
    ("ca.", "letter", "a.", "ca", "ca", "d."),
    ("z.", "letter", "a.", "z", "z", "aa."),
    ("i.", "letter", "a.", "i", "i", "ii."),
    ("iv.", "letter", "a.", "iv", "iv", "v."),
    ("(i)", "letter", "(a)", "i", "i", "(ii)"),
    ("IX.", "letter", "A.", "IX", "IX", "X."),
]


@pytest.mark.parametrize("rij", MERKEN, ids=lambda rij: rij[0])
def test_a_mark_is_taken_apart(rij: tuple[str, ...]) -> None:
    """Its kind, form, name and number; and which mark comes after it."""
    merk, *facts, volgende = rij
    assert [soort_van(merk), form(merk), merknaam(merk), getal(merk)] == facts
    assert is_opvolger(volgende, merk)
    assert not is_opvolger(merk, volgende)
    assert met_getal(merk, getal(volgende)) == volgende


@pytest.mark.parametrize("merk", ["A.", "J.", "IV.", "A)", "1e.", "2o.", "1°", "ca.", "zo."])
def test_a_sentence_may_begin_as_a_doubtful_mark_does(merk: str) -> None:
    """These open a list only where the next follows."""
    assert is_twijfel(merk)


@pytest.mark.parametrize("merk", ["a.", "aa.", "bb.", "ii.", "1.", "1a.", "5.3", "(A)", "1°.", "-"])
def test_no_sentence_begins_as_other_marks_do(merk: str) -> None:
    """These open a list wherever a paragraph begins."""
    assert not is_twijfel(merk)
