"""Which characters do not belong in a name; and that ordinary names have none of them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.tekens import in_tekst, ruimte, vreemde_tekens, zichtbaar

NAMEN = [
    "’s-Gravenhage",
    "'s-Hertogenbosch",
    "ʼs-Gravenzande",
    "IJsselstein",
    "Ĳsselstein",
    "Curaçao",
    unicodedata.normalize("NFD", "Curaçao"),
    "H.J.J. Vérlenferinkje-Őry",
    "Stichting O’Neill & Zn.",
    "Nguyễn Thị Ánh",
    "Þórður Ægisson",
    "Bedrijf – afdeling µ, 3² m² (1º)",
    "Gemeente Súdwest-Fryslân",
    "€ 10, ‘zo’ … en “zo” • † § °",
    "Διοίκηση",  # a name in another script, whole
    "Сара Иванова",
    "東京タワー",
    "Stichting Ω-zorg",
    "Zorg 🎉",
]


@pytest.mark.parametrize("naam", NAMEN)
def test_an_ordinary_name_is_ordinary(naam: str) -> None:
    """Accents, apostrophes, hyphens, initials and whole words of another script."""
    assert list(vreemde_tekens(naam)) == []
    assert ruimte(naam) == ""
    assert zichtbaar(naam) == naam


@pytest.mark.parametrize(
    ("naam", "plek", "teken", "wat"),
    [
        ("Gemeente\u202e Gouda", 8, "U+202E", "leesrichting"),
        ("Gouda\u2069", 5, "U+2069", "leesrichting"),
        ("\u061cGouda", 0, "U+061C", "leesrichting"),
        ("Gou\u200bda", 3, "U+200B", "zonder breedte"),
        ("Gouda\ufeff", 5, "U+FEFF", "zonder breedte"),
        ("Gou\u3164da", 3, "U+3164", "zonder breedte"),
        ("Gouda\U000e0067", 5, "U+E0067", "labelteken"),
        ("Gouda\ufe0f", 5, "U+FE0F", "van vorm"),
        ("Gouda\U000e0101", 5, "U+E0101", "van vorm"),
        ("Gou\xadda", 3, "U+00AD", "afbreekstreepje"),
        ("Gouda\ue000", 5, "U+E000", "lettertype"),
        ("Gouda\u0378", 5, "U+0378", "niet bestaat"),
        ("Gouda\ufffd", 5, "U+FFFD", "verloren ging"),
        ("Gouda\ud800", 5, "U+D800", "half teken"),
        ("Gouda\x1b", 5, "U+001B", "stuurteken"),
        ("Ｇouda", 0, "U+FF27", "siervorm van 'G'"),
        ("\U0001d406ouda", 0, "U+1D406", "siervorm van 'G'"),
        ("Gоuda", 1, "U+043E", "Cyrillische letter in 'Gоuda', tussen Latijnse"),
        ("Stad Gοuda-Oost", 6, "U+03BF", "Griekse letter in 'Gοuda'"),
        ("Иvanova", 0, "U+0418", "Cyrillische letter"),
        ("ОМ", 0, "U+041E", "dat Latijns lijkt"),
        ("А. Voorbeeld", 0, "U+0410", "dat Latijns lijkt"),
    ],
)
def test_what_one_does_not_see_is_found(naam: str, plek: int, teken: str, wat: str) -> None:
    """Where it stands, its number, and what it is."""
    (found,) = vreemde_tekens(naam)
    assert (found.plek, found.teken) == (plek, teken)
    assert wat in found.wat


@pytest.mark.parametrize(
    ("naam", "wat"),
    [
        (" Gouda", "begint of eindigt"),
        ("Gouda ", "begint of eindigt"),
        ("Stad  Gouda", "twee spaties"),
        ("Stad\tGouda", "een tab"),
        ("Stad\xa0Gouda", "U+00A0"),
        ("Stad\u3000Gouda", "U+3000"),
    ],
)
def test_spaces_that_a_name_does_not_need(naam: str, wat: str) -> None:
    """At an end, two together, or of another kind."""
    assert wat in ruimte(naam)


def test_in_a_text_a_soft_hyphen_may_stand_and_a_bidi_control_may_not() -> None:
    """What only helps to set a text is left alone."""
    assert [b.teken for b in in_tekst("af\xadbreken\xa0en 👩\ufe0f, niet \u202eom\u200b")] == [
        "U+202E",
        "U+200B",
    ]


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_what_is_shown_can_do_nothing_to_a_terminal(text: str) -> None:
    """No control character, and nothing that turns the direction, is left in what is shown."""
    shown = zichtbaar(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in shown.replace("\t", ""))
    assert not any("\u202a" <= char <= "\u202e" for char in shown)
    list(vreemde_tekens(text))  # whatever it is, it can be judged
