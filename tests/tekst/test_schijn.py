"""What no reader sees in the words is told in a sentence, and nothing else is."""

import pytest

from convenantwerk.renvooi.vergelijking.woorden import Woorden, tekens, verschil
from convenantwerk.tekst.schijn import schijnverschillen, zichtbaar, zoals_gelezen
from convenantwerk.tekst.verschil import Woord


def woorden(tekst: str) -> Woorden:
    """Words, bold between stars and slanted between underscores."""
    found: Woorden = ()
    for vet, stuk in enumerate(tekst.split("*")):
        for cursief, deel in enumerate(stuk.split("_")):
            found += tekens(deel, Woord("", vet=bool(vet % 2), cursief=bool(cursief % 2)))
    return found


GEVALLEN = [
    (
        "zie art. 5 hier",
        "zie art.\u00a05 hier",
        "een vaste spatie in plaats van een spatie in “art. 5”",
    ),
    ("zie art.\u00a05", "zie art. 5", "een spatie in plaats van een vaste spatie in “art. 5”"),
    ("€ 100", "€\u202f100", "een smalle vaste spatie in plaats van een spatie in “€ 100”"),
    ("€ 100", "€\u2009100", "een smalle spatie in plaats van een spatie in “€ 100”"),
    ("a b", "a\u2003b", "een andere soort spatie in plaats van een spatie in “a b”"),
    ("de raad", "de  raad", "meer dan één spatie in plaats van een spatie in “de raad”"),
    (
        "de samenwerking",
        "de samen\u00adwerking",
        "een zacht afbreekstreepje erbij in “samenwerking”",
    ),
    (
        "de samen\u00adwerking",
        "de samenwerking",
        "een zacht afbreekstreepje minder in “samenwerking”",
    ),
    (
        "de samen\u00adwerking",
        "de sa\u00admenwerking",
        "een zacht afbreekstreepje op een andere plaats in “samenwerking”",
    ),
    ("de raad", "de\u200b raad", "een teken zonder breedte erbij in “de”"),
    ("de raad", "\u200bde raad", "een teken zonder breedte erbij bij “de raad”"),
    ("\ufeffde raad", "de raad", "een teken zonder breedte minder bij “de raad”"),
    (
        "het caf\u00e9",
        "het cafe\u0301",
        "een letter met een los accent in plaats van een letter met accent als één teken in “café”",
    ),
    (
        "het cafe\u0301",
        "het caf\u00e9",
        "een letter met accent als één teken in plaats van een letter met een los accent in “café”",
    ),
    ("dat is *goed* zo", "dat is goed zo", "“goed” is niet meer vet"),
    ("dat is goed zo", "dat is *goed* zo", "“goed” is nu vet"),
    ("dat is _zeer goed_ zo", "dat is zeer goed zo", "“zeer goed” is niet meer cursief"),
    ("dat is _goed_ zo", "dat is *goed* zo", "“goed” is nu vet en niet meer cursief"),
    ("het is zes", "het is *z*es", "“z” is nu vet"),
    ("het is _zes_ dagen", "het is z_es_ dagen", "“z” is niet meer cursief"),
    ("dat is *goed* zo", "dat is slecht zo", ""),
    ("hij zei “ja”", 'hij zei "ja"', ""),
    ("10 - 12", "10 – 12", ""),
    ("de Raad", "de raad", ""),
]


@pytest.mark.parametrize(("oud", "nieuw", "zin"), GEVALLEN)
def test_what_is_not_seen_is_told(oud: str, nieuw: str, zin: str) -> None:
    """And what is seen is marked in the words, so nothing is said of it."""
    stukken = verschil(woorden(oud), woorden(nieuw))
    assert schijnverschillen(stukken) == ((zin,) if zin else ())
    assert any(stuk.wijziging for stuk in stukken)
    assert any(stuk.wijziging for stuk in zichtbaar(stukken)) == (not zin)


def test_a_changed_word_beside_it_stays_marked() -> None:
    """Each of the two is told in its own way."""
    stukken = verschil(
        woorden("*De termijn is zes maanden*"), woorden("De termijn is drie maanden")
    )
    seen = [(stuk.wijziging, stuk.tekst) for stuk in zichtbaar(stukken)]
    assert ("vervallen", "zes") in seen
    assert ("ingevoegd", "drie") in seen
    assert {wijziging for wijziging, tekst in seen if "termijn" in tekst} == {""}


def test_plain_text_is_read_as_it_is() -> None:
    """Nothing is made of letters, signs and quotation marks that can be seen."""
    for tekst in ("", "artikel 5, lid 2", "café – ‘nee’ “ja”", "a\nb"):
        assert zoals_gelezen(tekst) == tekst
