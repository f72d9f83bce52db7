"""What stands high or low: `m^2^` and `CO~2~`."""

import pytest

from convenantwerk.renvooi.vergelijking.woorden import verschil, woorden
from convenantwerk.tekst.boom import Alinea, Inline, Nadruk, Tekst, blokken, plain
from convenantwerk.tekst.lezen import lees_tekst
from convenantwerk.tekst.schijn import schijnverschillen
from convenantwerk.tekst.schrijven import schrijf_tekst


def inhoud(zin: str) -> tuple[Inline, ...]:
    """Return the inline content of a sentence, which has no finding."""
    bestand, found = lees_tekst(f"# 1 Proef\n\n{zin}\n", "a.md")
    assert found == ()
    assert bestand is not None
    (alinea,) = blokken(bestand.element)
    assert isinstance(alinea, Alinea)
    again, _ = lees_tekst(schrijf_tekst(bestand), "a.md")
    assert again == bestand
    return alinea.inhoud


@pytest.mark.parametrize(
    ("zin", "soort", "tekst"),
    [
        ("Het is 40 m^2^ groot.", "hoog", "2"),
        ("De uitstoot van CO~2~ daalt.", "laag", "2"),
        ("Het 2^e^ lid.", "hoog", "e"),
        ("Bij 10^-3^ m.", "hoog", "-3"),
        ("Noot^1,2^.", "hoog", "1,2"),
    ],
)
def test_it_is_read_and_written(zin: str, soort: str, tekst: str) -> None:
    """And the words beside it stay one text for who reads it."""
    found = inhoud(zin)
    assert Nadruk(soort, (Tekst(tekst),)) in found  # type: ignore[arg-type]
    assert plain(found) == zin.replace("^", "").replace("~", "")


@pytest.mark.parametrize(
    "zin",
    [
        "Het is 10^3 of x^y.",
        "Van ~5 tot ~6 personen.",
        "Een ^ los ^ dakje.",
        r"Hier staat \^2\^ en \~a\~.",
        "Dit ^^ en ~~ook~~ niet.",
        "Lang: ^" + "x" * 41 + "^.",
    ],
)
def test_a_sign_by_itself_stays_that_sign(zin: str) -> None:
    """No plain text becomes something else."""
    found = inhoud(zin)
    assert not any(isinstance(part, Nadruk) for part in found)
    assert plain(found) == zin.replace("\\", "")


def test_two_beside_each_other_are_two() -> None:
    """Also beside a sign that is meant."""
    found = inhoud(r"a\^^2^^3^~4~\~ b")
    assert [(i.soort, plain(i.inhoud)) for i in found if isinstance(i, Nadruk)] == [
        ("hoog", "2"),
        ("hoog", "3"),
        ("laag", "4"),
    ]


def test_a_reference_beside_it_is_found() -> None:
    """The number of a note is no part of the reference."""
    assert [type(part).__name__ for part in inhoud("Zie artikel 5 AVG^1^ ook.")][-2:] == [
        "Nadruk",
        "Tekst",
    ]


def test_a_difference_in_it_is_told() -> None:
    """Marked where the words change with it, and else in a sentence."""
    oud, nieuw = (woorden(inhoud(zin)) for zin in ("Het is 40 m2.", "Het is 40 m^2^."))
    stukken = verschil(oud, nieuw)
    assert [stuk.tekst for stuk in stukken if stuk.wijziging] == ["m2", "m2"]
    oud, nieuw = (woorden(inhoud(zin)) for zin in ("Zie de noot^1^.", "Zie de noot~1~."))
    (zin,) = schijnverschillen(verschil(oud, nieuw))
    assert zin == "\u201c1\u201d is nu laag gezet en niet meer hoog gezet"
