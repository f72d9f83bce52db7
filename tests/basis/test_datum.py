"""Dates as people type them: read when the meaning is sure, refused with a reason otherwise."""

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenantwerk.basis.datum import JAREN, getypte_datum, lijkt_datum, voluit, weekdag

DAG = date(2026, 7, 1)


@pytest.mark.parametrize(
    "getypt",
    [
        "2026-07-01",
        "1-7-2026",
        "01-07-2026",
        "01/07/2026",
        "1.7.2026",
        "1 juli 2026",
        "1 Juli 2026",
        " 1  jul  2026 ",
        "1 jul. 2026",
        "woensdag 1 juli 2026",
    ],
)
def test_one_day_in_all_its_ways(getypt: str) -> None:
    """Day before month, as everybody here writes; and as it stands in the files."""
    assert getypte_datum(getypt) == DAG


@pytest.mark.parametrize(
    ("maand", "kort"),
    [(3, "mrt"), (3, "maart"), (5, "mei"), (9, "sept"), (9, "sep"), (10, "okt"), (3, "maa")],
)
def test_months_are_shortened_as_people_do(maand: int, kort: str) -> None:
    """The first three letters, and what is usual besides."""
    assert getypte_datum(f"2 {kort} 2026") == date(2026, maand, 2)


@pytest.mark.parametrize(
    ("getypt", "reden"),
    [
        ("31-6-2026", "juni 2026 heeft 30 dagen, er is geen dag 31"),
        ("29 februari 2026", "februari 2026 heeft 28 dagen, er is geen dag 29"),
        ("2026-06-31", "juni 2026 heeft 30 dagen"),
        ("0-6-2026", "er is geen dag 0"),
        ("1-13-2026", "maand 13 bestaat niet: eerst komt de dag, dan de maand"),
        ("2026-13-01", "maand 13 bestaat niet"),
        ("7/1/26", "schrijf het jaar met vier cijfers, niet '26'"),
        ("1 juli 26", "schrijf het jaar met vier cijfers"),
        ("1-7-20266", "schrijf het jaar met vier cijfers"),
        ("1 july 2026", "'july' is geen maand"),
        ("dinsdag 1 juli 2026", "1 juli 2026 is een woensdag, geen dinsdag"),
        ("1-7/2026", "schrijf bijvoorbeeld 1-7-2026"),
        ("20260701", "schrijf bijvoorbeeld 1-7-2026, 1 juli 2026 of 2026-07-01"),
        ("2026/07/01", "schrijf bijvoorbeeld"),
        ("juli 2026", "schrijf bijvoorbeeld"),
        ("morgen", "schrijf bijvoorbeeld"),
        ("", "schrijf bijvoorbeeld"),
        ("1-7-9999", "het jaar 9999 ligt te ver weg"),
        ("\u0661-\u0667-2026", "schrijf bijvoorbeeld"),
    ],
)
def test_what_is_no_day_says_what_was_understood(getypt: str, reden: str) -> None:
    """A sentence that goes behind "is geen datum"."""
    with pytest.raises(ValueError, match=re.escape(reden)):
        getypte_datum(getypt)


@given(st.dates(date(JAREN.start, 1, 1), date(JAREN.stop - 1, 12, 31)))
def test_what_papers_show_is_read_back(dag: date) -> None:
    """Whoever pastes a date from a letter or a list is understood."""
    for text in (voluit(dag), weekdag(dag), dag.isoformat(), f"{dag.day}-{dag.month}-{dag.year}"):
        assert getypte_datum(text) == dag
        assert lijkt_datum(text)


@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_date_or_a_reason(text: str) -> None:
    """No other error comes out, and what is read looked like a date."""
    with suppress(ValueError):
        assert getypte_datum(text)
        assert lijkt_datum(text)
