"""What a text may hold, and how the growth of time with it is reckoned (scripts/lineair)."""

from pathlib import Path

import pytest
from tests.proeven import in_de_proef

from convenantwerk.controles.invullen import vul_in
from convenantwerk.dossier.dossier import Invulling
from convenantwerk.tekst.boom import (
    Alinea,
    Convenant,
    Element,
    Invulveld,
    Verwijzing,
    Voetnoot,
    inline_van,
    plain,
)
from convenantwerk.tekst.inhoud_wijzigen import vervang_alle, zoek
from convenantwerk.tekst.lezen import lees_tekst
from nare_teksten import KOP, TEKSTEN
from proef_lineair import GRENS, controle, exponent, groei

MAAL = in_de_proef([2, 4], behalve=[2])  # how long the texts are


def test_a_square_is_seen() -> None:
    """What takes four times as long for twice the text has exponent 2."""
    assert exponent((10, 20, 40), (1.0, 4.0, 16.0)) == pytest.approx(2)
    assert exponent((10, 20, 40), (0.1, 0.2, 0.4)) == pytest.approx(1)


def codes(text: str) -> list[tuple[str, int, int]]:
    """Return the findings in a text, each with its line and column."""
    found = lees_tekst(KOP + text, "x.md")[1]
    return [(d.code, d.position.line, d.position.column) for d in found]


@pytest.mark.parametrize(
    ("opens", "sluit"), [("[", "]"), ("**a *b ", " b* a**"), ("- ", ""), ("1. ", ""), ("*[", "]*")]
)
def test_what_lies_too_deep_is_found_where_it_stands(opens: str, sluit: str) -> None:
    """Six levels are read, sixty are a fout at their place and a thousand no more than that."""
    assert codes(f"zie\n\n{opens * 6}x{sluit * 6}\n") == []
    for depth in (60, 1_000):
        code, line, _ = codes(f"zie\n\n{opens * depth}x{sluit * depth}\n")[0]
        assert (code, line) == ("CV040", 5)


def test_what_lies_too_deep_keeps_its_words() -> None:
    """It is text in the tree as it is in the file, so that nothing goes on without it."""
    bestand, _ = lees_tekst(f"{KOP}{'[' * 40}een *twee* drie{']' * 40}\n", "x.md")
    assert bestand is not None
    assert "een *twee* drie" in str(bestand.element)


def test_a_table_no_sheet_can_hold_is_found() -> None:
    """A hundred columns are read; more are a fout, for every row would make as many cells."""
    for columns, found in ((100, []), (101, ["CV017", "CV041"])):
        table = f"|{'a|' * columns}\n|{'-|' * columns}\n|b|\n"
        assert sorted({code for code, _, _ in codes(table)}) == found
        assert all(line == 3 for _, line, _ in codes(table))


def test_a_note_in_a_note_is_found() -> None:
    """It would be lost on paper; and notes that hold others twice would never end."""
    text = "woord[^1] en[^2]\n\n[^1]: een\n[^2]: twee[^1]\n"
    assert ("CV019", 6, 11) in codes(text)
    bestand, _ = lees_tekst(KOP + text, "x.md")
    assert bestand is not None
    noten = [one for one in inline_van([bestand.element]) if isinstance(one, Voetnoot)]
    assert [len(noot.inhoud) for noot in noten] == [1, 2, 0]


def test_the_column_of_a_cell_is_found_behind_an_escaped_stroke() -> None:
    """An escaped `|` is no end of a cell; what stands in the next has its own place."""
    text = "| a | b |\n| - | - |\n| x\\|y | [z] artikel 4 |\n"
    bestand, found = lees_tekst(KOP + text, "x.md")
    assert found == ()
    assert bestand is not None
    places = [
        (one.position.line, one.position.column)
        for one in inline_van([bestand.element])
        if isinstance(one, Invulveld | Verwijzing)
    ]
    assert places == [(5, 10), (5, 14)]


def gelezen(text: str) -> Element:
    """Return a text that has a heading."""
    bestand, _ = lees_tekst(text, "x.md")
    assert bestand is not None
    return bestand.element


@pytest.mark.proef
@pytest.mark.parametrize("maal", MAAL)
def test_words_are_replaced_in_one_go(maal: int) -> None:
    """A word that stands a thousand times in one alinea is replaced a thousand times, at once."""

    def replace(text: str) -> str:
        (alinea,) = gelezen(text).inhoud
        assert isinstance(alinea, Alinea)
        places = zoek(alinea.inhoud, "partij")
        return plain(vervang_alle(alinea.inhoud, places, "partij", "partner"))

    maker = TEKSTEN["nadruk"]  # *a* *a* …

    def words(size: int) -> str:
        return maker(size).replace("*a*", "de *partij* en artikel 4")

    assert replace(words(9)).count("de partner en artikel 4") == words(9).count("partij")
    assert groei(replace, words, (125 * maal, 250 * maal, 500 * maal)).exponent <= GRENS


@pytest.mark.proef
@pytest.mark.parametrize("maal", MAAL)
def test_each_invulveld_finds_its_value(maal: int) -> None:
    """Two thousand values for as many fields are looked up, not tried."""

    def fill(text: str) -> Convenant:
        element = gelezen(text)
        values = [
            Invulling(plain(one.inhoud), "waarde")
            for one in inline_van([element])
            if isinstance(one, Invulveld)
        ]
        return vul_in(Convenant((element,), "e"), values)

    def fields(size: int) -> str:
        return KOP + "".join(f"[veld {n}] " for n in range(size)) + "\n"

    assert not [one for one in inline_van(fill(fields(9)).delen) if isinstance(one, Invulveld)]
    assert groei(fill, fields, (25 * maal, 50 * maal, 100 * maal)).exponent <= GRENS


def test_of_many_places_a_few_are_named(tmp_path: Path) -> None:
    """A verwijzing that can mean hundreds of places has a finding that fits on a screen."""
    text = KOP + "".join(f"## Artikel 1 Kop {{#a{n}}}\n\nzie artikel 1\n\n" for n in range(8))
    found = [d for d in controle(tmp_path, text).diagnostics if d.code == "CV106"]
    assert len(found) == 8
    assert found[0].melding.endswith("a0, a1, a2, a3, a4 en nog 3")


def test_numbers_longer_than_any_are_compared(tmp_path: Path) -> None:
    """Five thousand figures are no number that Python reads; they come after all others."""
    text = KOP + "".join(f"## Artikel {n} Kop\n\nx\n\n" for n in ("1", "9" * 5_000, "2"))
    codes = {d.code for d in controle(tmp_path, text).diagnostics}
    assert codes - {"CV230"} == {"CV101", "CV104"}


def test_a_row_of_numbers_longer_than_any_is_read(tmp_path: Path) -> None:
    """Nor does it count with those on both sides of a dash."""
    text = f"{KOP}Zie artikel {'1' * 5_000}-{'2' * 5_000}.\n"
    assert {d.code for d in controle(tmp_path, text).diagnostics} == {"CV114", "CV230"}
