"""What stays together on a line, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.papier.aaneen import gebroken, langste_geheel, met_getal, met_harde_spaties


@pytest.mark.parametrize(
    "text",
    [
        *("€ 12.500,00", "€ 5", "EUR 5", "€ 1.000,-", "18 juni 2018", "1 januari 2027", "1 mei"),
        *("07:30 uur", "9.00 uur"),
    ],
)
def test_an_amount_a_date_and_a_time_stay_together(text: str) -> None:
    """With what stands around them left alone."""
    assert list(gebroken(text)) == [(text, "vast")]
    assert list(gebroken(f"(op {text}, of")) == [("(op ", ""), (text, "vast"), (", of", "")]
    assert langste_geheel(f"een {text} twee") == len(text)
    assert met_harde_spaties(f"op {text} x") == f"op {text.replace(' ', chr(0xA0))} x"


@pytest.mark.parametrize(
    "text",
    [
        *("118 juni 2018", "8.18 junioren", "18 Juni", "€ veel", "5 €", "3 juniors", "x2 mei"),
        *(
            "bladzijde 3",
            "",
            "het lid",
            "artikel vijf",
            "artikel 12345",
            "onder de",
            "kunstartikel 5",
            "opzegging/politie-2026-06-01/brief",
            "ondertekening/2018-06-18/politie",
        ),
    ],
)
def test_nothing_else_does(text: str) -> None:
    """Words that only look like it, and numbers that are something else."""
    assert not any(hoe for _, hoe in gebroken(text))
    assert met_harde_spaties(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("artikel 5", "Artikel 12.3a", "artikelen 384", "lid 2", "onder b", "Bijlage 4", "deel 2"),
        *("artikel 2.3.6a", "artikel 1:1", "paragraaf 1.1", "hoofdstuk 1a", "sub e"),
        *("'s-Gravenhage", "’s-Hertogenbosch", "2018-06-18"),
    ],
)
def test_a_reference_and_a_place_stay_together_on_a_page_alone(text: str) -> None:
    """In a Word file it must be found by who looks for it, so it keeps its common space."""
    assert list(gebroken(f"op {text}, of")) == [("op ", ""), (text, "vast"), (", of", "")]
    assert met_harde_spaties(text) == text


@pytest.mark.parametrize(
    "text",
    ["a.b-c@d-e.example", "https://voorbeeld.example/pad-een?x=1", "www.voorbeeld.example/pad"],
)
def test_an_address_may_be_broken_without_a_hyphen(text: str) -> None:
    """It does not ask for a column that is as wide; a full stop behind it is not of it."""
    assert list(gebroken(f"({text}).")) == [("(", ""), (text, "adres"), (").", "")]
    assert list(gebroken(f"Zie {text}. Of")) == [("Zie ", ""), (text, "adres"), (". Of", "")]
    assert langste_geheel(text) == 0
    assert met_harde_spaties(text) == text


@pytest.mark.parametrize("text", ["Betaal € ", "€ ", "(EUR "])
def test_an_amount_of_which_the_number_is_marked_stays_together(text: str) -> None:
    """The number is another text then; what only ends alike has nothing to wait for."""
    assert met_getal(text) == met_harde_spaties(text) == f"{text[:-1]}\u00a0"
    assert met_getal(text.rstrip()) == text.rstrip()
    assert met_getal(f"{text}veel") == f"{text}veel"


def test_a_sentence_goes_on_after_an_amount() -> None:
    """The full stop behind it is not part of it; nor is what no column could hold."""
    assert list(gebroken("Het kost € 5.")) == [("Het kost ", ""), ("€ 5", "vast"), (".", "")]
    assert max(len(p) for p, _ in gebroken("€ " + "1" * 50)) >= 50
    assert langste_geheel("€ " + "1" * 50) == 0


@given(st.text("€EUR0123456789.,:- junimeilid\nx", max_size=60))
def test_no_letter_is_lost_or_added(text: str) -> None:
    """And words are those that they were."""
    assert "".join(piece for piece, _ in gebroken(text)) == text
    assert met_harde_spaties(text).replace("\u00a0", " ") == text
    assert met_harde_spaties(text).split() == text.split()
