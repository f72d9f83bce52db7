"""What comes back at the edge of pages is no text."""

from collections import Counter

import pytest

from convenantwerk.invoer.pdf.kopvoet import Pagina, is_nummer, zonder_kopvoet
from convenantwerk.invoer.pdf.letters import Strook
from convenantwerk.invoer.pdf.zetregels import Zetregel


def _pagina(blad: int, *regels: tuple[float, str, float]) -> Pagina:
    return Pagina(
        [
            Zetregel((Strook(tekst, 70, 300, y, grootte, 0, los=True, woord=90),), blad, i)
            for i, (y, tekst, grootte) in enumerate(regels, start=1)
        ],
        842,
    )


def test_headers_footers_and_numbers() -> None:
    """The same words at one height, but for the number of the page; and what takes their place."""
    koppen = ["Hoofdstuk 1 Doel", "Hoofdstuk 1 Doel", "Hoofdstuk 1 Doel", "Hoofdstuk 2 Overleg"]
    paginas = [
        _pagina(
            i,
            (40, kop, 8),
            (100, f"Artikel {i}", 11),
            (700 - i * 9, "slot", 11),
            (810, f"- {i} -", 8),
        )
        for i, kop in enumerate(koppen, start=1)
    ]
    over, weg = zonder_kopvoet(paginas)
    assert Counter(een.waarom for een in weg) == {"koptekst": 4, "bladzijdenummer": 4}
    assert [regel.tekst for regel in over[3]] == ["Artikel 4", "slot"]
    assert str(weg[-1].plek) == "bladzijde 4, regel 4"


def test_text_that_begins_more_pages_is_no_header() -> None:
    """In letters of the text, and close above it or in the middle of a sentence."""
    dicht = [
        _pagina(
            i,
            (60, "Partijen overleggen.", 11),
            *((75 + 15 * n, f"Lid {'abcdef'[i]}{n}.", 11) for n in range(5)),
        )
        for i in range(6)
    ]
    assert zonder_kopvoet(dicht)[1] == []
    midden = [
        _pagina(
            i,
            (30, "Convenant", 8),
            (60, "van de regio." if i < 3 else f"{i}. Lid van de regio.", 11),
            (110, f"{i}. Tekst", 11),
        )
        for i in range(8)
    ]
    assert [een.tekst for een in zonder_kopvoet(midden)[1]] == ["Convenant"] * 8


def test_a_header_that_ends_in_a_broken_word_is_told_with_its_hyphen() -> None:
    """The words of what is left out are those that are counted."""
    paginas = [
        _pagina(i, (40, "Convenant Veiligheids\x02", 8), (200 + 90 * i, f"tekst {i}", 11))
        for i in (1, 2)
    ]
    assert [een.tekst for een in zonder_kopvoet(paginas)[1]] == ["Convenant Veiligheids-"] * 2


def test_one_page_has_no_headers() -> None:
    """What stands once may be anything."""
    assert zonder_kopvoet([_pagina(1, (40, "Convenant", 8), (810, "1", 8))])[1] == []


@pytest.mark.parametrize("tekst", ["12", "- 12 -", "pagina 3 van 40", "Blz. 4", "iv", "5/12"])
def test_what_is_the_number_of_a_page(tekst: str) -> None:
    """In whatever way it is set."""
    assert is_nummer(tekst)


@pytest.mark.parametrize("tekst", ["Artikel 12", "2.1", "12 partijen", "vijf", ""])
def test_what_is_no_number_of_a_page(tekst: str) -> None:
    """A word of the text, or a number with a part."""
    assert not is_nummer(tekst)
