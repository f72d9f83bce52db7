"""When two names are one name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.namen import naamsleutel, zelfde_naam, zelfde_persoon


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("Gemeente Gouda", "gemeente gouda", True),
        ("Gemeente\xa0Gouda", " Gemeente  Gouda ", True),
        ("Gou\u200bda", "Gouda", True),
        ("Gouda\u202e", "Gouda", True),
        ("Go\xaduda", "Gouda", True),
        ("Gouda\ufe0f\U000e0041", "Gouda", True),
        ("Curaçao", unicodedata.normalize("NFD", "Curaçao"), True),
        ("Ｇouda", "Gouda", True),
        ("Ĳsselstein", "IJsselstein", True),
        ("’s-Gravenhage", "'s\u2011Gravenhage", True),
        ("Noord\u2013Holland", "Noord-Holland", True),
        ("Curaçao", "Curacao", False),
        ("Gоuda", "Gouda", False),  # Cyrillic
        ("Noord-Holland", "Noord Holland", False),
        ("Gouda\ue000", "Gouda", False),  # a letter of some font
        ("", "", False),
        ("\u200b", "", False),
    ],
)
def test_a_name_is_the_same_however_it_was_typed(een: str, ander: str, *, zelfde: bool) -> None:
    """What is not seen, capitals, normal forms and kinds of spaces and hyphens make no other."""
    assert zelfde_naam(een, ander) is zelfde


@pytest.mark.parametrize(
    ("een", "ander", "zelfde"),
    [
        ("V. Voorbeeld", "v.voorbeeld", True),
        ("H.J.J. Vérlenferinkje", "H J J Verlenferinkje", True),
        ("A.  Voórbeeld ", "A. Voorbeeld", True),
        ("A. Voor\u200bbeeld", "A. Voorbeeld", True),
        ("A.\xa0Voorbeeld\u2069", "A. Voorbeeld", True),
        ("A. Jansen-de Vries", "A. Jansen de Vries", True),
        ("V. Voorbeeld", "A. Voorbeeld", False),
        ("A. Voorbeeld", "Voorbeeld A.", False),
        ("V. Voorbeeld", "Voorbeeld", False),
        ("А. Voorbeeld", "A. Voorbeeld", False),  # the first letter is Cyrillic
        ("A. Voorbeе1d", "A. Voorbeeld", False),
        ("A. Voorbeeld (waarnemend)", "A. Voorbeeld", False),
        ("Андрей", "Андреи", False),  # in Cyrillic a mark makes another letter
        ("कि", "कु", False),  # these differ in a vowel, which Unicode calls a mark
        ("", "", False),
        (".", "-", False),
    ],
)
def test_a_person_is_the_same_but_for_accents_and_points(
    een: str, ander: str, *, zelfde: bool
) -> None:
    """Letters that look alike are not the same, and no name is nobody's."""
    assert zelfde_persoon(een, ander) is zelfde
    assert zelfde_persoon(ander, een) is zelfde


@given(st.text(max_size=12), st.text(max_size=12))
def test_what_is_one_name_is_one_person_and_its_key_is_stable(een: str, ander: str) -> None:
    """The key of a key is itself; and a name of which the key is the same names the same person."""
    assert naamsleutel(naamsleutel(een)) == naamsleutel(een)
    if zelfde_naam(een, ander) and zelfde_persoon(een, een):
        assert zelfde_persoon(een, ander)
