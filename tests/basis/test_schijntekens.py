"""What only seems to be an ordinary sign, in running text and in names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.schijntekens import (
    gewoon_te_maken,
    hersteld,
    schijntekens,
    schijntekens_in,
)
from convenantwerk.basis.tekst import Tekstsoort, bezwaren

SCHIJN = [
    ("afbreek\u00adstreepje", 7, "zacht afbreekstreepje", "afbreekstreepje"),
    ("cafe\u0301", 3, "losse vorm van '\u00e9'", "caf\u00e9"),
    ("coo\u0308rdinatie", 2, "losse vorm van '\u00f6'", "co\u00f6rdinatie"),
    ("\u212bngstr\u00f6m", 0, "losse vorm", "\u00c5ngstr\u00f6m"),
    ("P\u0430rtij", 1, "Cyrillische letter in 'P\u0430rtij'", "Partij"),
    ("\u0410\u0412\u0421", 0, "dat Latijns lijkt", "ABC"),
    ("c\u03bfnvenant", 1, "Griekse letter", "convenant"),
    ("of\ufb01cieel", 2, "letters 'fi'", "officieel"),
    ("w\u0133k", 1, "letters 'ij'", "wijk"),
    ("Hoofdstuk \u2163", 10, "siervorm van 'IV'", "Hoofdstuk IV"),
    ("\uff21rtikel", 0, "siervorm van 'A'", "Artikel"),
    ("Partijen\u00a0overleggen", 8, "vaste spatie in plaats van een gewone", "Partijen overleggen"),
    ("de\u2003partij", 2, "smalle of brede spatie", "de partij"),
    ("de\u3000partij", 2, "smalle of brede spatie", "de partij"),
    ("a\ufe0fb", 1, "onzichtbaar teken", "ab"),
]
GEWOON = [
    "Zo\u00eb & Zn., \u20ac 5, \u2264 3 m\u00b2, CO\u2082, 1\u00b0,",
    "\u201cja\u201d \u2013 nee\u2026",
    "5 \u03bcm en 3 k\u03a9",
    "\u043c\u0438\u0440",  # a word in another script is what it seems
    "een\ttab",
]
ZETWERK = [
    *("artikel\u00a05", "lid\u202f2", "10\u00a0km", "\u20ac\u00a05", "1\u2009000", "12\u00a0%"),
    *("A.\u00a0Jansen", "Bijlage\u00a0II", "18\u00a0juni", "zo\u00a0\u2013 zo", "\u00a7\u00a03"),
]


@pytest.mark.parametrize(("text", "plek", "wat", "gewoon"), SCHIJN)
def test_what_it_is_where_it_stands_and_what_it_becomes(
    text: str, plek: int, wat: str, gewoon: str
) -> None:
    """L21: each kind is said in words, with its place."""
    first = schijntekens(text)[0]
    assert (first.begin, wat in first.wat) == (plek, True), first
    assert hersteld(text) == gewoon
    (found,) = {d.position.column: d for d in schijntekens_in(f"kop\n{text}", "a.md")}.values()
    assert (found.code, str(found.position)) == ("CV048", f"a.md:2:{plek + 1}")


@pytest.mark.parametrize("text", GEWOON)
def test_what_is_what_it_seems_is_no_finding(text: str) -> None:
    """Accents, signs of measures, high and low numbers, words in another script."""
    assert schijntekens(text) == []


@pytest.mark.parametrize("text", ZETWERK)
def test_a_space_that_keeps_together_is_a_hint_and_stays(text: str) -> None:
    """Between a number and its word, or initials and a name."""
    assert [d.code for d in schijntekens_in(text, "a.md")] == ["CV113"]
    assert hersteld(text) == text


def test_what_nobody_can_take_for_latin_is_told_and_left() -> None:
    """Only who wrote it can tell what should stand there."""
    (found,) = schijntekens("Part\u0438j")
    assert found.gewoon is None
    assert hersteld("Part\u0438j") == "Part\u0438j"


def test_what_has_no_width_is_told_once() -> None:
    """That is CV216, a fout; to make it ordinary it goes, the mark of a file in a text too."""
    assert list(schijntekens_in("ver\u200bzonnen \ufeffja", "a.md")) == []
    assert hersteld("ver\u200bzonnen \ufeffja") == "verzonnen ja"


@pytest.mark.parametrize(
    ("naam", "codes"),
    [
        ("Zoe\u0308", ["CV048"]),
        ("Van D\u0133k", ["CV048"]),
        ("of\ufb01cieel", ["CV216"]),
        ("P\u043el\u043etie", ["CV216"]),
        ("ver\u00adzonnen", ["CV216"]),
        ("een\u00a0naam", ["CV217"]),
        ("Zo\u00eb van Dijk", []),
    ],
)
def test_a_name_is_told_once(naam: str, codes: list[str]) -> None:
    """By the gravest of its findings."""
    assert [bezwaar.code for bezwaar in bezwaren(naam)] == codes


def test_free_text_in_a_register_is_looked_at_as_text() -> None:
    """A no-break space with a number is meant there."""
    vrij = Tekstsoort(vrij=True)
    assert [b.code for b in bezwaren("ver\u00adzonnen, artikel\u00a05, P\u0430rtij", vrij)] == [
        "CV048",
        "CV048",
    ]


TEKENS = st.sampled_from(
    "ae5 .\u0301\u00ad\u00a0\u2003\u0430\u0438\u200b\ufeff\ufb01\u0133\u212b\u202f\n"
)


@given(st.text(TEKENS, max_size=30))
def test_nothing_is_left_and_nothing_else_changes(text: str) -> None:
    """Made ordinary once, a text stays what it is, and has as many lines."""
    nieuw = hersteld(text)
    assert hersteld(nieuw) == nieuw
    assert nieuw.count("\n") == text.count("\n")
    assert all(gewoon_te_maken(line) == [] for line in nieuw.split("\n"))
